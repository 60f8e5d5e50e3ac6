"""A title and a body -> an XHTML content document, with the language and direction of its text."""

from collections.abc import Mapping

from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import OPS, XHTML, Markup, element, file, lines, text


def xhtml(title: str, language: str, stylesheet: str, body: Markup) -> bytes:
    """The file (EPUB 3.3, 6.1; title: WCAG 2.4.2; language: WCAG 3.1.1)."""
    head = lines(
        (
            element("meta", {"charset": "utf-8"}),
            element("title", {}, text(title)),
            element("link", {"rel": "stylesheet", "type": "text/css", "href": stylesheet}),
        )
    )
    attributes = {
        "xmlns": XHTML,
        "xmlns:epub": OPS,
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
