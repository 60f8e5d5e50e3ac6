"""Pages -> their sentences -> Utterances, with ids, roles, tokens and pauses. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from oped_audio.model.document import Block, BlockKind, Figure, Section
from oped_audio.model.language import primary
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.script import Utterance, UtteranceRole
from oped_audio.scripting.announcements import announcements, said_before, with_references
from oped_audio.scripting.lexicon import index
from oped_audio.scripting.long_sentences import Span as Stretch
from oped_audio.scripting.long_sentences import pieces
from oped_audio.scripting.pauses import Place, pause_ms
from oped_audio.scripting.references import reference_stretches, sentences_around
from oped_audio.scripting.roles import Roles, with_runs_announced
from oped_audio.scripting.runs import Piece, run_numbers
from oped_audio.scripting.sentences import sentences
from oped_audio.scripting.settings import PauseSettings, SpeechSettings
from oped_audio.scripting.spoken_tokens import language_of, tokens

_ROLES: dict[BlockKind, UtteranceRole] = {
    "kicker": "kicker",
    "standfirst": "standfirst",
    "byline": "byline",
    "dateline": "dateline",
    "figure": "caption",
    "alternative": "alternative",
    "item": "item",
    "cell": "cell",
    "quotation": "quotation",
    "pullquote": "quotation",
    "note": "note",
    "cover": "title",
    "entry": "heading",
    "subheading": "heading",
}
_MAIN_TEXT = frozenset[UtteranceRole]({"body", "item", "cell"})
_ROW = re.compile(r"c\d+$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence, as it was cut out of a leaf."""

    section: str
    leaf: Block
    role: UtteranceRole
    begin: int
    end: int
    announced: str
    """Said before it; empty for nothing."""

    def place(self, run: int) -> Place:
        """For pauses: the cells of a row are as near to each other as sentences are."""
        is_cell = self.leaf.kind == "cell"
        group = _ROW.sub("", self.leaf.id) if is_cell else self.leaf.id
        return Place(self.section, group, self.role, run)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Pages, cut into sentences."""

    language: str
    """The pages' own."""
    _cuts: tuple[tuple[_Cut, ...], ...]
    """Of each page."""

    @property
    def roles(self) -> tuple[UtteranceRole, ...]:
        """Of each sentence, in reading order."""
        return tuple(cut.role for cut in chain.from_iterable(self._cuts))

    @property
    def characters(self) -> int:
        """That are written in them."""
        return sum(cut.end - cut.begin for cut in chain.from_iterable(self._cuts))

    def utterances(
        self, pauses: PauseSettings, roles: Roles, lexicon: Lexicon, speech: SpeechSettings
    ) -> Iterator[tuple[Utterance, ...]]:
        """Those of each page, one a sentence, in reading order; made when they are asked for."""
        index_of = cache(lambda own: index(lexicon, own))
        cuts = list(chain.from_iterable(self._cuts))
        runs = run_numbers(Piece(cut.section, cut.role, cut.leaf) for cut in cuts)
        places = [cut.place(run) for cut, run in zip(cuts, runs, strict=True)]
        numbers: Counter[str] = Counter()

        def utterance(number: int) -> Utterance:
            cut = cuts[number]
            following = places[number + 1] if number + 1 < len(places) else None
            numbers[cut.leaf.id] += 1
            written = cut.leaf.text[cut.begin : cut.end]
            spoken_in = language_of(cut.leaf.spans, cut.begin, cut.end, self.language)
            own = index_of(primary(spoken_in))
            said = tokens(cut.leaf, cut.begin, written, spoken_in, own)
            if speech.note_references:
                said = with_references(said, cut.leaf.spans, cut.begin, self.language)
            return Utterance(
                id=f"{cut.leaf.id}-u{numbers[cut.leaf.id]}",
                section=cut.section,
                block=cut.leaf.id,
                role=cut.role,
                begin=cut.begin,
                written=written,
                tokens=said_before(said, cut.announced),
                pause_ms=pause_ms(places[number], following, pauses, roles),
                language=spoken_in,
            )

        end = 0
        for page in self._cuts:
            begin, end = end, end + len(page)
            plain = [utterance(number) for number in range(begin, end)]
            leaves = [cut.leaf for cut in page]
            yield with_runs_announced(plain, leaves, runs[begin:end], roles, self.language)


def cut(pages: Sequence[Section], language: str) -> Sentences:
    """The sentences of pages whose own language is a BCP 47 tag."""
    return Sentences(language, tuple(tuple(_page(page, language)) for page in pages))


def _page(page: Section, language: str) -> Iterator[_Cut]:
    if page.heading:
        role: UtteranceRole = "title" if page.role == "title" else "heading"
        for begin, end in _sentences(page.heading_block, language):
            yield _Cut(page.id, page.heading_block, role, begin, end, "")
    about = page.role == "about-author"
    announced = announcements(page.blocks, language)
    for block in page.blocks:
        for leaf in block.leaves:
            first = announced.get(leaf.id, "")
            for role, (begin, end) in _leaf(leaf, language):
                own = "about-author" if about and role in _MAIN_TEXT else role
                yield _Cut(page.id, leaf, own, begin, end, first)
                first = ""


def _leaf(leaf: Block, language: str) -> Iterator[tuple[UtteranceRole, Stretch]]:
    if not isinstance(leaf, Figure):
        for stretch in _sentences(leaf, language):
            yield _ROLES.get(leaf.kind, "body"), stretch
        return
    text = leaf.text
    begin, end = _caption(leaf)
    for span in _credit(text, 0, begin, language):
        yield "credit", span
    for first, last in sentences(text[begin:end], language):
        yield "caption", (begin + first, begin + last)
    for span in _credit(text, end, len(text), language):
        yield "credit", span


def _sentences(leaf: Block, language: str) -> list[Stretch]:
    own = language_of(leaf.spans, 0, len(leaf.text), language)
    references = reference_stretches(leaf.spans)
    return sentences_around(leaf.text, references, lambda text: sentences(text, own))


def _caption(figure: Figure) -> Stretch:
    """Where the caption lies; what is before and after it is the credit. All, if none is known."""
    begin = figure.text.find(figure.caption)
    if not figure.credit or begin < 0:
        return 0, len(figure.text)
    return begin, begin + len(figure.caption)


def _credit(text: str, begin: int, end: int, language: str) -> Iterator[Stretch]:
    part = text[begin:end]
    if part.strip():
        begin += len(part) - len(part.lstrip())
        yield from pieces(text, begin, begin + len(part.strip()), language)
