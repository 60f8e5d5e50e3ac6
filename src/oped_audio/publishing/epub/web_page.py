"""Statement of accessibility -> a web page to put beside the book, where it is offered. Pure."""

from collections.abc import Iterator
from importlib.resources import files

from oped_audio.model.document import Block, ItemList, Section
from oped_audio.model.publication import Metadata
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, allowed, element, lines, text
from oped_audio.publishing.epub.statement import wording


def web_page(statement: Section, metadata: Metadata) -> bytes:
    """The HTML, which needs no other file."""
    language = wording(metadata.language).language
    style = files("oped_audio.publishing") / "templates" / "web_page.css"
    title = f"{statement.heading}: {allowed(metadata.title)}"
    head = lines(
        (
            element("meta", {"charset": "utf-8"}),
            element("meta", {"name": "viewport", "content": "width=device-width"}),
            element("title", {}, text(title)),
            element("style", {}, Markup(f"\n{style.read_text(encoding='utf-8')}")),
        )
    )
    heading = element("h1", {}, text(statement.heading or ""))
    book = element("p", {"lang": metadata.language}, element("cite", {}, text(metadata.title)))
    main = element("main", {}, lines((heading, book, *_blocks(statement))))
    attributes = {"lang": language, "dir": direction(language)}
    body = element("body", {}, lines((main,)))
    root = element("html", attributes, lines((element("head", {}, head), body)))
    return f"<!DOCTYPE html>\n{root}\n".encode()


def _blocks(statement: Section) -> Iterator[Markup]:
    for block in statement.blocks:
        if isinstance(block, ItemList):
            items = (element("li", {}, _text(item)) for item in block.items)
            yield element("ul", {}, lines(items))
        else:
            yield element("h2" if block.kind == "subheading" else "p", {}, _text(block))


def _text(leaf: Block) -> Markup:
    pieces = (
        element("a", {"href": span.link}, text(span.text)) if span.link else text(span.text)
        for span in leaf.spans
    )
    return Markup("".join(pieces))
