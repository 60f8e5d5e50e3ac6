"""Document -> Utterances: the sentences of every page with ids, roles, tokens and pauses. Pure."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

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
    cuts = (cut for page in document.pages for cut in _page(page, document.language))
    numbers: Counter[str] = Counter()
    result = []
    for cut, following in pairwise([*cuts, None]):
        if cut is None:
            break
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
    credit_begin = _credit_begin(block) if isinstance(block, Figure) else len(text)
    for span in sentences(text[:credit_begin], language):
        yield _ROLES[block.kind], span
    credit = text[credit_begin:]
    if credit.strip():
        begin = credit_begin + len(credit) - len(credit.lstrip())
        for span in pieces(text, begin, begin + len(credit.strip()), language):
            yield "credit", span


def _credit_begin(figure: Figure) -> int:
    """Where the text after the caption begins; the end of the text if there is no credit there."""
    found = figure.text.find(figure.caption)
    if not figure.credit or found < 0:
        return len(figure.text)
    return found + len(figure.caption) if figure.caption else 0


def _tokens(written: str, language: str) -> tuple[Token, ...]:
    spans = token_spans(written)
    forms = spoken_forms([written[begin:end] for begin, end in spans], language)
    return tuple(Token(*span, form) for span, form in zip(spans, forms, strict=True))
