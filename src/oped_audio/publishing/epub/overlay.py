"""Page -> overlay: which text lights up while which stretch of the audio is heard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, Figure, ItemList, Note, Table
from oped_audio.model.timecode import clock_value
from oped_audio.publishing.epub.blocks import caption_id
from oped_audio.publishing.epub.groups import groups, quotation_id
from oped_audio.publishing.epub.links import note_target
from oped_audio.publishing.epub.markup import OPS, SMIL, Markup, element, file, lines
from oped_audio.publishing.epub.nesting import Listed, nested
from oped_audio.publishing.epub.pages import Highlight, Page
from oped_audio.publishing.epub.timing import Par, Sentence, sentences


@dataclass(frozen=True, slots=True)
class _Heard:
    """The sentences of a page by the leaf they are in."""

    page: Page
    sentences: Mapping[str, Sequence[Sentence]]

    def of(self, leaf: str) -> list[Markup]:
        """The pars of a leaf."""
        return [_sentence(self.page, sentence) for sentence in self.sentences.get(leaf, ())]

    def picture(self, leaf: str) -> list[Markup]:
        """The one par of a picture, which lasts as long as its text alternative is heard."""
        pars = [par for sentence in self.sentences.get(leaf, ()) for par in sentence.pars]
        return [_par(self.page, Par(leaf, pars[0].begin_ms, pars[-1].end_ms))] if pars else []

    def seq(self, target: str, semantics: str | None, children: Sequence[Markup]) -> list[Markup]:
        """A seq that a listener may skip or leave, if there is anything in it."""
        return [_seq(self.page, target, semantics, children)] if children else []


def overlay(page: Page, highlight: Highlight) -> bytes:
    """The SMIL file (EPUB 3.3, 9.2.2); its seqs mirror the document's structure (9.3.6)."""
    found: dict[str, list[Sentence]] = {}
    for sentence in sentences(page, highlight):
        found.setdefault(sentence.utterance.block, []).append(sentence)
    heard = _Heard(page, found)
    content = heard.of(page.section.heading_id)
    for group in groups(page.section.blocks):
        content += _group(group, heard)
    section = _seq(page, page.section.id, page.semantics.type, content)
    root = {"xmlns": SMIL, "xmlns:epub": OPS, "version": "3.0"}
    return file(element("smil", root, lines([element("body", {}, lines([section]))])))


def _group(group: Sequence[Block], heard: _Heard) -> list[Markup]:
    first = group[0]
    content = [markup for block in group for markup in _block(block, heard)]
    if isinstance(first, Note):
        return heard.seq(note_target(first.id), "footnote", content)
    if first.kind == "quotation":
        return heard.seq(quotation_id(group), None, content)
    return content


def _block(block: Block, heard: _Heard) -> list[Markup]:
    if isinstance(block, Figure):
        caption = heard.seq(caption_id(block), None, heard.of(block.id))
        return heard.seq(block.id, "figure", [*heard.picture(block.alternative_id), *caption])
    if isinstance(block, ItemList):
        lists = nested(block)
        content = [seq for listed in lists for seq in _list(listed, heard)]
        return content if len(lists) == 1 else heard.seq(block.id, None, content)
    if isinstance(block, Table):
        return heard.seq(block.id, "table", list(_table(block, heard)))
    if block.kind == "pullquote":
        return heard.seq(block.id, "pullquote", heard.of(block.id))
    if block.kind == "cover":
        return heard.picture(block.id)
    return heard.of(block.id)


def _list(listed: Listed, heard: _Heard) -> list[Markup]:
    """Its items, each with the lists in it."""
    items = []
    for node in listed.nodes:
        inner = [seq for one in node.inner for seq in _list(one, heard)]
        items += heard.seq(node.id, "list-item", [*heard.of(node.item.id), *inner])
    return heard.seq(listed.id, "list", items)


def _table(block: Table, heard: _Heard) -> Iterator[Markup]:
    caption = block.caption_block.id
    yield from heard.seq(caption, None, heard.of(caption))
    for number, row in enumerate(block.rows):
        cells = [seq for cell in row for seq in heard.seq(cell.id, "table-cell", heard.of(cell.id))]
        yield from heard.seq(block.row_id(number), "table-row", cells)


def _sentence(page: Page, sentence: Sentence) -> Markup:
    pars = [_par(page, par) for par in sentence.pars]
    if sentence.pars[0].target == sentence.utterance.id:
        return pars[0]
    return _seq(page, sentence.utterance.id, None, pars)


def _seq(page: Page, target: str, semantics: str | None, children: Sequence[Markup]) -> Markup:
    attributes = {
        "id": target,
        "epub:textref": f"../{page.text_href}#{target}",
        "epub:type": semantics,
    }
    return element("seq", attributes, lines(children))


def _par(page: Page, par: Par) -> Markup:
    text = element("text", {"src": f"../{page.text_href}#{par.target}"})
    audio = element(
        "audio",
        {
            "src": f"../{page.audio_href}",
            "clipBegin": clock_value(par.begin_ms),
            "clipEnd": clock_value(par.end_ms),
        },
    )
    return element("par", {"id": par.target}, text, audio)
