"""Document -> Utterances: the sentences of every page with ids, roles, tokens and pauses. Pure."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from oped_audio.model.document import Block, BlockKind, Document, Figure, Section
from oped_audio.model.script import Token, Utterance, UtteranceRole
from oped_audio.scripting.long_sentences import Span, pieces
from oped_audio.scripting.pauses import pause_ms
from oped_audio.scripting.sentences import sentences
from oped_audio.scripting.settings import PauseSettings
from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.tokens import token_spans

_ROLES: dict[BlockKind, UtteranceRole] = {
    "standfirst": "standfirst",
    "byline": "byline",
    "paragraph": "body",
    "figure": "caption",
    "list": "body",
    "quotation": "quotation",
    "note": "note",
    "table": "body",
}

_Cut = tuple[str, str, UtteranceRole, str, Span]
"""Section, block, role, text of the block, span of the sentence in it."""


def utterances(document: Document, pauses: PauseSettings) -> tuple[Utterance, ...]:
    """One for each sentence of the title page and of every section, in reading order."""
    cuts = [cut for page in document.pages for cut in _page(page, document.language)]
    numbers: Counter[str] = Counter()
    result = []
    for cut, following in zip_longest(cuts, cuts[1:]):
        section, block, role, text, (begin, end) = cut
        numbers[block] += 1
        written = text[begin:end]
        result.append(
            Utterance(
                id=f"{block}-u{numbers[block]}",
                section=section,
                block=block,
                role=role,
                begin=begin,
                written=written,
                tokens=_tokens(written, document.language),
                pause_ms=pause_ms(cut[:3], following and following[:3], pauses),
                language=document.language,
            )
        )
    return tuple(result)


def _page(page: Section, language: str) -> Iterator[_Cut]:
    if page.heading:
        role: UtteranceRole = "title" if page.role == "title" else "heading"
        for span in sentences(page.heading, language):
            yield page.id, page.heading_id, role, page.heading, span
    for block in page.blocks:
        for role, span in _block(block, language):
            yield page.id, block.id, role, block.text, span


def _block(block: Block, language: str) -> Iterator[tuple[UtteranceRole, Span]]:
    text = block.text
    begin, end = _caption(block) if isinstance(block, Figure) else (0, len(text))
    for span in _credit(text, 0, begin, language):
        yield "credit", span
    for first, last in sentences(text[begin:end], language):
        yield _ROLES[block.kind], (begin + first, begin + last)
    for span in _credit(text, end, len(text), language):
        yield "credit", span


def _caption(figure: Figure) -> Span:
    """Where the caption lies; what is before and after it is the credit. All, if none is known."""
    begin = figure.text.find(figure.caption)
    if not figure.credit or begin < 0:
        return 0, len(figure.text)
    return begin, begin + len(figure.caption)


def _credit(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    part = text[begin:end]
    if part.strip():
        begin += len(part) - len(part.lstrip())
        yield from pieces(text, begin, begin + len(part.strip()), language)


def _tokens(written: str, language: str) -> tuple[Token, ...]:
    spans = token_spans(written)
    forms = spoken_forms([written[begin:end] for begin, end in spans], language)
    return tuple(Token(*span, form) for span, form in zip(spans, forms, strict=True))
