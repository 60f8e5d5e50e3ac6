"""Document -> Utterances: the sentences of every page with ids, roles, tokens and pauses. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, BlockKind, Document, Figure, Section, Span
from oped_audio.model.language import primary
from oped_audio.model.script import Token, Utterance, UtteranceRole
from oped_audio.scripting.announcements import announcements, said_before
from oped_audio.scripting.long_sentences import Span as Stretch
from oped_audio.scripting.long_sentences import pieces
from oped_audio.scripting.pauses import Place, pause_ms
from oped_audio.scripting.references import cut_tokens, reference_stretches, sentences_around
from oped_audio.scripting.roles import NO_ROLES, Roles, with_runs_announced
from oped_audio.scripting.runs import Piece, run_numbers
from oped_audio.scripting.sentences import sentences
from oped_audio.scripting.settings import PauseSettings
from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.tokens import token_spans

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


def utterances(
    document: Document, pauses: PauseSettings, roles: Roles = NO_ROLES
) -> tuple[Utterance, ...]:
    """One for each sentence of the title page and of every section, in reading order."""
    cuts = [cut for page in document.pages for cut in _page(page, document.language)]
    runs = run_numbers(Piece(cut.section, cut.role, cut.leaf) for cut in cuts)
    places = [cut.place(run) for cut, run in zip(cuts, runs, strict=True)]
    numbers: Counter[str] = Counter()
    result = []
    for number, cut in enumerate(cuts):
        following = places[number + 1] if number + 1 < len(cuts) else None
        numbers[cut.leaf.id] += 1
        written = cut.leaf.text[cut.begin : cut.end]
        language = _language(cut.leaf.spans, cut.begin, cut.end, document.language)
        result.append(
            Utterance(
                id=f"{cut.leaf.id}-u{numbers[cut.leaf.id]}",
                section=cut.section,
                block=cut.leaf.id,
                role=cut.role,
                begin=cut.begin,
                written=written,
                tokens=said_before(_tokens(cut, written, language), cut.announced),
                pause_ms=pause_ms(places[number], following, pauses, roles),
                language=language,
            )
        )
    leaves = [cut.leaf for cut in cuts]
    return with_runs_announced(result, leaves, runs, roles, document.language)


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
    own = _language(leaf.spans, 0, len(leaf.text), language)
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


def _language(spans: Sequence[Span], begin: int, end: int, language: str) -> str:
    """The language of a stretch if all its letters are in one, otherwise the document's."""
    found = set()
    at = 0
    for span in spans:
        part = span.text[max(begin - at, 0) : max(end - at, 0)]
        if any(map(str.isalpha, part)):
            found.add(span.language or language)
        at += len(span.text)
    return found.pop() if len(found) == 1 else language


def _tokens(cut: _Cut, written: str, language: str) -> tuple[Token, ...]:
    references = [
        (begin - cut.begin, end - cut.begin) for begin, end in reference_stretches(cut.leaf.spans)
    ]
    stretches = cut_tokens(token_spans(written), references)
    heard = _Heard.of(written, stretches, references)
    forms = dict(zip(heard.stretches, spoken_forms(heard.text, heard.spans, language), strict=True))
    return tuple(
        Token(
            *stretch,
            forms[stretch].spoken if stretch in forms else "",
            forms[stretch].phonemes if stretch in forms else None,
            language=_foreign(
                cut.leaf.spans, cut.begin + stretch[0], cut.begin + stretch[1], language
            ),
        )
        for stretch in stretches
    )


@dataclass(frozen=True, slots=True)
class _Heard:
    """A sentence without its references to notes."""

    text: str
    stretches: tuple[Stretch, ...]
    """Of the written sentence, that are in it."""
    spans: tuple[Stretch, ...]
    """Where in ``text`` each of them is."""

    @classmethod
    def of(
        cls, written: str, stretches: Sequence[Stretch], references: Sequence[Stretch]
    ) -> "_Heard":
        if not references:
            return cls(written, tuple(stretches), tuple(stretches))
        text = ""
        kept: list[Stretch] = []
        spans: list[Stretch] = []
        last = 0
        for begin, end in stretches:
            if any(begin < stop and end > start for start, stop in references):
                continue
            part = written[begin:end]
            if spans and _is_rest((begin, end), part, references):
                spans[-1] = (spans[-1][0], spans[-1][1] + len(part))
            else:
                gap = " " if any(map(str.isspace, written[last:begin])) else ""
                text += gap
                kept.append((begin, end))
                spans.append((len(text), len(text) + len(part)))
            text += part
            last = end
        return cls(text, tuple(kept), tuple(spans))


def _foreign(spans: Sequence[Span], begin: int, end: int, language: str) -> str | None:
    """The language of a stretch, if it is marked as being in another."""
    if not any(span.language for span in spans):
        return None
    own = _language(spans, begin, end, language)
    return None if primary(own) == primary(language) else own


def _is_rest(stretch: Stretch, part: str, references: Sequence[Stretch]) -> bool:
    """Whether it is the punctuation behind a reference, which is heard with the word before."""
    follows = any(stop == stretch[0] for _, stop in references)
    return follows and not any(map(str.isalnum, part))
