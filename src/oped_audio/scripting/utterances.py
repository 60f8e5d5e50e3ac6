"""Document -> Utterances: the sentences of every page with ids, roles, tokens and pauses. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from oped_audio.model.document import Block, BlockKind, Document, Figure, Section
from oped_audio.model.language import primary
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.script import Token, Utterance, UtteranceRole
from oped_audio.scripting.announcements import announcements
from oped_audio.scripting.lexicon import index
from oped_audio.scripting.long_sentences import Span as Stretch
from oped_audio.scripting.long_sentences import pieces
from oped_audio.scripting.pauses import pause_ms
from oped_audio.scripting.references import reference_stretches, sentences_around
from oped_audio.scripting.sentences import sentences
from oped_audio.scripting.settings import PauseSettings
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
}
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

    @property
    def place(self) -> tuple[str, str, UtteranceRole]:
        """For pauses: the cells of a row are as near to each other as sentences are."""
        group = _ROW.sub("", self.leaf.id) if self.role == "cell" else self.leaf.id
        return self.section, group, self.role


def utterances(
    document: Document, pauses: PauseSettings, lexicon: Lexicon
) -> tuple[Utterance, ...]:
    """One for each sentence of the title page and of every section, in reading order."""
    index_of = cache(lambda language: index(lexicon, language))
    cuts = [cut for page in document.pages for cut in _page(page, document.language)]
    numbers: Counter[str] = Counter()
    result = []
    for number, cut in enumerate(cuts, 1):
        following = cuts[number].place if number < len(cuts) else None
        numbers[cut.leaf.id] += 1
        written = cut.leaf.text[cut.begin : cut.end]
        language = language_of(cut.leaf.spans, cut.begin, cut.end, document.language)
        own = index_of(primary(language))
        result.append(
            Utterance(
                id=f"{cut.leaf.id}-u{numbers[cut.leaf.id]}",
                section=cut.section,
                block=cut.leaf.id,
                role=cut.role,
                begin=cut.begin,
                written=written,
                tokens=_announced(
                    tokens(cut.leaf, cut.begin, written, language, own), cut.announced
                ),
                pause_ms=pause_ms(cut.place, following, pauses),
                language=language,
            )
        )
    return tuple(result)


def _page(page: Section, language: str) -> Iterator[_Cut]:
    if page.heading:
        role: UtteranceRole = "title" if page.role == "title" else "heading"
        for begin, end in _sentences(page.heading_block, language):
            yield _Cut(page.id, page.heading_block, role, begin, end, "")
    announced = announcements(page.blocks, language)
    for block in page.blocks:
        for leaf in block.leaves:
            first = announced.get(leaf.id, "")
            for role, (begin, end) in _leaf(leaf, language):
                yield _Cut(page.id, leaf, role, begin, end, first)
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


def _announced(tokens: tuple[Token, ...], announcement: str) -> tuple[Token, ...]:
    """The tokens, the first that is said with the announcement before it."""
    first = next((number for number, token in enumerate(tokens) if token.spoken), None)
    if not announcement or first is None:
        return tokens
    said = _after(announcement, tokens[first])
    return (*tokens[:first], said, *tokens[first + 1 :])


def _after(announcement: str, token: Token) -> Token:
    offset = len(announcement) + 1
    moved = tuple(
        replace(one, begin=one.begin + offset, end=one.end + offset) for one in token.pronunciations
    )
    return replace(token, spoken=f"{announcement} {token.spoken}", pronunciations=moved)
