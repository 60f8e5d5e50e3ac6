"""What no book may hold goes, in every format; the text stays."""

import json

import pytest

PROSE = "The storks came back to the valley in the spring, and nobody had expected them at all."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", f"---\ntitle: Storks\nlang: ../../x\n---\n\n{PROSE}\n"),
        ("a.html", f'<meta name="og:locale" content="&lt;x&gt;"><title>Storks</title><p>{PROSE}'),
    ],
)
def test_a_language_that_is_none_is_not_believed(reading, name, content):
    assert reading(content, name).document.language == "en"


def test_links_that_lead_nowhere_are_text(reading):
    links = ("http://[::1", "http://u:p@e.com/", "javascript:alert(1)", "https://e.com/a<b")
    anchors = " ".join(f'<a href="{link}">there</a>' for link in links)
    document = reading(f"<title>Storks</title><p>{PROSE} {anchors}", "a.html").document
    spans = document.sections[0].blocks[0].spans
    assert [span.link for span in spans if span.link] == ["https://e.com/a%3Cb"]
    assert "".join(span.text for span in spans).endswith("there there there there")


def test_escapes_in_front_matter_and_linked_data_bring_no_control_characters(reading):
    matter = '---\ntitle: "A\\0\\e[31m\\r\\nB\\u202f"\nauthor: "J\\uFFFEane"\n---\n\n'
    document = reading(f"{matter}{PROSE}\n", "a.md").document
    assert (document.title, document.byline) == ("A[31m B", "Jane")
    told = json.dumps({"@type": "NewsArticle", "author": {"name": "Ja\ud800\0ne Doe"}})
    page = f'<title>Storks</title><script type="application/ld+json">{told}</script><p>{PROSE}'
    assert reading(page, "a.html").document.byline == "Jane Doe"
