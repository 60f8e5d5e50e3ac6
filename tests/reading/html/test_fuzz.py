"""Any bytes give a Document or an error of ours."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.errors import OpedAudioError
from oped_audio.model.document import Span
from oped_audio.reading.html.spans import BREAK, Run, spans, written

TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "em",
        "a",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "figure",
        "figcaption",
        "img",
        "br",
        "hr",
        "h1",
        "h2",
        "h6",
        "section",
        "aside",
        "blockquote",
        "sup",
        "q",
        "pre",
        "nav",
        "script",
        "style",
        "svg",
        "math",
        "input",
        "template",
        "ruby",
        "rt",
        "details",
        "body",
        "html",
        "head",
        "frameset",
        "iframe",
        "noscript",
        "article",
        "main",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        *("", ' id="a"', ' href="#a"', ' src="x"', ' class="note byline"', ' role="doc-footnote"'),
        *(' epub:type="noteref"', ' colspan="9999999"', ' lang="x-y"', ' start="-5"', " hidden"),
    ]
)
OPENING = st.builds(lambda tag, attributes: f"<{tag}{attributes}>", TAGS, ATTRIBUTES)
CLOSING = st.builds(lambda tag: f"</{tag}>", TAGS)
TEXT = st.text(st.sampled_from("ab. 1[](&;<>\"'\n\0é中ا"), max_size=12)
SOUP = st.lists(
    OPENING | CLOSING | TEXT | st.just("A long enough sentence stands here."), max_size=30
)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_tag_soup(reading, soup):
    with suppress(OpedAudioError):
        reading("".join(soup), "soup.html")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_bytes(reading, raw):
    with suppress(OpedAudioError):
        reading(b"<html><body><p>" + raw, "bytes.html")


@given(st.lists(st.text(st.sampled_from("ab \n\t"), max_size=8), max_size=8))
def test_white_space_is_collapsed_and_letters_are_kept(texts):
    styles = [Span("", emphasis="strong"), Span("")]
    runs = [Run(written(text), styles[n % 2]) for n, text in enumerate(texts)]
    shown = "".join(span.text for span in spans(runs))
    assert shown == " ".join("".join(texts).split())


@given(st.lists(st.sampled_from(["a", " ", BREAK, "b "]), max_size=12))
def test_breaks_are_kept_between_words(parts):
    shown = "".join(span.text for span in spans([Run("".join(parts), Span(""))]))
    assert shown == shown.strip()
    assert " \n" not in shown
    assert "\n " not in shown
    assert shown.replace("\n", " ").split() == "".join(parts).replace(BREAK, " ").split()
