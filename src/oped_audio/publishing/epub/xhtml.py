"""A title and a body -> an XHTML content document, with the language and direction of its text."""

from collections.abc import Mapping
from types import MappingProxyType

from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import OPS, SSML, XHTML, Markup, element, file, lines, text
from oped_audio.publishing.epub.pages import STYLESHEET
from oped_audio.publishing.epub.pronunciation import LEXICON_TYPE


def xhtml(
    title: str,
    language: str,
    package: str,
    body: Markup,
    lexicons: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The file (EPUB 3.3, 6.1; title: WCAG 2.4.2; language: WCAG 3.1.1).

    ``package`` is the way from it to the package document: ``""`` or ``"../"``. ``lexicons`` are
    linked, by language (EPUB 3 Text-to-Speech Enhancements 1.0, 3.2).
    """
    stylesheet = {"rel": "stylesheet", "type": "text/css", "href": f"{package}{STYLESHEET}"}
    linked = [
        {
            "rel": "pronunciation",
            "type": LEXICON_TYPE,
            "hreflang": tag,
            "href": f"{package}{href}",
        }
        for tag, href in lexicons.items()
    ]
    head = lines(
        (
            element("meta", {"charset": "utf-8"}),
            element("title", {}, text(title)),
            *(element("link", link) for link in (stylesheet, *linked)),
        )
    )
    attributes = {
        "xmlns": XHTML,
        "xmlns:epub": OPS,
        "xmlns:ssml": SSML,
        "ssml:alphabet": "ipa",
        **language_attributes(language),
        "dir": direction(language),
    }
    root = element("html", attributes, lines((element("head", {}, head), body)))
    return file(root, "<!DOCTYPE html>\n")


def language_attributes(language: str | None) -> Mapping[str, str | None]:
    """``lang`` and ``xml:lang``, of a run in another language too (WCAG 3.1.2); none for None.

    Runs get no ``dir``: it would isolate each word of them and so turn their order round.
    """
    return {"lang": language, "xml:lang": language}


def part_attributes(language: str | None, around: str) -> dict[str, str | None]:
    """Language, and direction where it changes, of a whole block or section; none for None."""
    if language is None or language == around:
        return {}
    turned = direction(language) != direction(around)
    return {**language_attributes(language), "dir": direction(language) if turned else None}
