"""Page -> XHTML document in which every utterance, and if wanted every spoken word, has an id.

The text content of each block's element is the block's text, character for character.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, BlockKind, Span
from oped_audio.model.publication import Metadata
from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import COVER, STYLESHEET, Highlight, Page
from oped_audio.publishing.epub.targets import word_targets
from oped_audio.publishing.epub.xhtml import language_attributes, xhtml

_STYLE_TAGS = {"none": "span", "emphasis": "em", "strong": "strong"}


@dataclass(frozen=True, slots=True)
class _Shape:
    """The elements of a kind of block, outermost first, and the attributes of the outermost."""

    tags: tuple[str, ...] = ("p",)
    style: str | None = None
    type: str | None = None
    role: str | None = None


# A figure's picture is not in the book: its caption is, as the figure's content and name.
# A note stays out of <aside>, which some reading systems hide until its reference is followed.
_SHAPES: dict[BlockKind, _Shape] = {
    "standfirst": _Shape(style="standfirst", type="subtitle", role="doc-subtitle"),
    "byline": _Shape(style="byline"),
    "paragraph": _Shape(),
    "figure": _Shape(("figure", "figcaption")),
    "list": _Shape(style="lines"),
    "quotation": _Shape(("blockquote", "p")),
    "note": _Shape(style="note", type="footnote", role="doc-footnote"),
    "table": _Shape(style="lines"),
}


def content_document(page: Page, language: str, highlight: Highlight) -> bytes:
    """The page's XHTML; ``language`` is the book's."""
    section, semantics = page.section, page.semantics
    label = labels(language).of(section)
    heading = section.heading
    blocks = [_block(block, page.of_block(block.id), highlight) for block in section.blocks]
    if heading:
        sentences = page.of_block(section.heading_id)
        words = _text((Span(heading),), sentences, highlight)
        blocks.insert(0, element("h1", {"id": section.heading_id}, words))
    attributes = {
        "id": section.id,
        "epub:type": semantics.type,
        "role": semantics.role,
        "aria-labelledby": section.heading_id if heading else None,
        "aria-label": None if heading else label,
    }
    body = element(
        "body",
        {"epub:type": semantics.partition},
        lines([element("section", attributes, lines(blocks))]),
    )
    return xhtml(heading or label, language, f"../{STYLESHEET}", body)


def cover_page(metadata: Metadata) -> bytes:
    """The XHTML that shows the cover, outside the reading order; the title page says the same."""
    words = labels(metadata.language)
    shown = ", ".join(filter(None, (metadata.title, metadata.author)))
    picture = element("img", {"src": f"../{COVER}", "alt": shown, "class": "cover"})
    section = element(
        "section", {"epub:type": "cover", "aria-label": words.cover}, lines([picture])
    )
    body = element("body", {"epub:type": "frontmatter"}, lines([section]))
    return xhtml(words.cover, metadata.language, f"../{STYLESHEET}", body)


def _block(block: Block, sentences: Sequence[Utterance], highlight: Highlight) -> Markup:
    shape = _SHAPES[block.kind]
    outer, *inner = shape.tags
    content = _text(block.spans, sentences, highlight)
    for tag in reversed(inner):
        content = element(tag, {}, content)
    attributes = {
        "id": block.id,
        "class": shape.style,
        "epub:type": shape.type,
        "role": shape.role,
    }
    return element(outer, attributes, content)


def _text(spans: Sequence[Span], sentences: Sequence[Utterance], highlight: Highlight) -> Markup:
    """All text of the spans, each sentence in an element of its own."""
    pieces = []
    at = 0
    for sentence in sentences:
        style = "credit" if sentence.role == "credit" else None
        content = _sentence(spans, sentence, highlight)
        pieces.append(_run(spans, at, sentence.begin))
        pieces.append(element("span", {"id": sentence.id, "class": style}, content))
        at = sentence.end
    pieces.append(_run(spans, at, sum(len(span.text) for span in spans)))
    return Markup("".join(pieces))


def _sentence(spans: Sequence[Span], sentence: Utterance, highlight: Highlight) -> Markup:
    pieces = []
    at = sentence.begin
    for word in word_targets(sentence) if highlight == "word" else ():
        begin, end = sentence.begin + word.begin, sentence.begin + word.end
        pieces.append(_run(spans, at, begin))
        pieces.append(element("span", {"id": word.id}, _run(spans, begin, end)))
        at = end
    pieces.append(_run(spans, at, sentence.end))
    return Markup("".join(pieces))


def _run(spans: Sequence[Span], begin: int, end: int) -> Markup:
    """The characters from ``begin`` to ``end``, in their spans' languages and styles."""
    pieces = []
    start = 0
    for span in spans:
        piece = span.text[max(begin - start, 0) : max(end - start, 0)]
        start += len(span.text)
        if piece:
            pieces.append(_styled(piece, span))
    return Markup("".join(pieces))


def _styled(piece: str, span: Span) -> Markup:
    if piece.isspace() or (span.language is None and span.emphasis == "none"):
        return text(piece)
    return element(_STYLE_TAGS[span.emphasis], language_attributes(span.language), text(piece))
