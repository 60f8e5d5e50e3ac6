"""The statement of accessibility: in the guide's words, and true of each single book."""

import re
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from lxml import etree

from oped_audio.publishing.epub.book import write
from oped_audio.publishing.epub.claims import claims
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.pronunciation import Pronunciations
from oped_audio.publishing.epub.statement import statement, wording
from oped_audio.publishing.settings import WriterSettings

NOTHING = Pronunciations({}, {})
TOLD = Pronunciations({}, {"s01-p01": [(0, 1, "a")]})


def templates(name):
    source = files("oped_audio.publishing") / "templates" / name
    return tomllib.loads(source.read_text(encoding="utf-8"))


def said(publication, told=NOTHING, highlight="sentence", **metadata):
    """All lines, headings first in their parts."""
    facts = replace(publication.metadata, **metadata)
    claimed = claims(publication.document, told)
    page = statement(publication.document, facts, highlight, claimed)
    return [leaf.text for block in page.blocks for leaf in block.leaves]


def test_headings_and_claims_are_the_display_guides(publication):
    assert said(publication)[:-1] == [
        "Ways of reading",
        "Appearance can be modified",
        "Readable in read aloud or dynamic braille",
        "Prerecorded audio synchronized with text",
        "Conformance",
        "This publication meets accepted accessibility standards",
        "This publication claims to meet EPUB Accessibility 1.1, WCAG 2.2 Level AA",
        "Navigation",
        "Table of contents",
        "Headings",
        "Hazards",
        "No hazards",
        "Accessibility summary",
    ]


def test_the_summary_is_that_of_the_metadata_and_names_the_synthetic_voice(publication, opened):
    package = etree.fromstring(opened(publication, "sentence")["EPUB/content.opf"])
    (summary,) = package.xpath("//*[@property='schema:accessibilitySummary']")
    assert said(publication)[-1] == summary.text
    assert "Beep (synthetic voice, tone)" in summary.text
    assert "word by word" in said(publication, highlight="word")[-1]


def test_hints_for_speech_are_told_of_where_there_are_any(publication):
    hints = ["Additional accessibility information", "Text-to-speech hinting provided"]
    assert said(publication, TOLD)[-4:-2] == hints
    assert not set(hints) & set(said(publication))


def test_a_certifier_is_named_only_if_there_is_one(publication):
    told = said(
        publication,
        certified_by="A Library",
        certifier_credential="Cred",
        certifier_report="https://example.org/report",
    )
    assert told[7:10] == [
        "The publication was certified by A Library",
        "The certifier's credential is Cred",
        "For more information refer to the certifier's report",
    ]


@pytest.mark.parametrize("language", sorted(templates("statement.toml")))
def test_every_language_says_all_of_it(publication, language):
    english = wording("en")
    own = wording(f"{language}-x-test")
    assert own.language == f"{language}-x-test"
    assert own.words.keys() == english.words.keys()
    for key, text in own.words.items():
        facts = set(re.findall(r"\{\w+\}", english.words[key]))
        assert set(re.findall(r"\{\w+\}", text)) == facts, key
        assert text.strip(), key
    assert "tone" in own.summary(publication.document, publication.metadata, "word")


def test_the_languages_are_those_of_the_labels():
    assert templates("statement.toml").keys() == templates("labels.toml").keys()


def test_another_language_is_marked(publication, document, narrated):
    swahili = narrated(document("sw"))
    (page,) = (one.section for one in swahili.matter if one.section.role == "statement")
    leaves = [page.heading_block, *(leaf for block in page.blocks for leaf in block.leaves)]
    assert {span.language for leaf in leaves for span in leaf.spans} == {"en"}
    assert wording("sw").language == labels("sw").language == "en"


def test_a_web_page_beside_the_book_says_the_same(publication):
    _, file = write(publication, WriterSettings())
    root = etree.HTML(file.content.decode())
    assert root.get("lang") == "en"
    assert root.findtext(".//title") == "Accessibility: Small things, well made"
    shown = [node.xpath("string()") for node in root.findall(".//main/*")]
    assert shown[:2] == ["Accessibility", "Small things, well made"]
    lines = [
        " ".join(line.split()) for line in root.xpath("//h2/text() | //li/text() | //p/text()")
    ]
    assert [line for line in lines if line] == said(publication)


def test_a_report_of_a_certifier_is_linked(publication):
    report = "https://example.org/report?a=1&b=2"
    facts = replace(publication.metadata, certified_by="A Library", certifier_report=report)
    page = statement(publication.document, facts, "sentence", claims(publication.document, NOTHING))
    matter = tuple(
        replace(one, section=page) if one.section.role == "statement" else one
        for one in publication.matter
    )
    _, file = write(replace(publication, matter=matter, metadata=facts), WriterSettings())
    (link,) = etree.HTML(file.content.decode()).findall(".//a")
    assert link.get("href") == report
