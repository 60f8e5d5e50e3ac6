"""Document -> Script: which sentences there are, what is said for each, and when to pause. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from oped_audio.model.document import Block, BlockKind, Document, Figure, Section
from oped_audio.model.script import Script, Token, Utterance, UtteranceRole
from oped_audio.scripting.pauses import pause_ms
from oped_audio.scripting.sentences import Span, sentences
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


def script(document: Document, pauses: PauseSettings) -> Script:
    """All that is said: the title page and every section, a sentence an utterance.

    Every visible character but white space is in one utterance, and there in one token. What has
    nothing to say in it, such as a row of asterisks, is an utterance whose ``spoken`` is empty.
    """
    cuts = [cut for page in document.pages for cut in _page(page, document.language)]
    followed = [*pairwise(cuts), (cuts[-1], None)]
    numbers: dict[str, int] = {}
    utterances = []
    for cut, following in followed:
        section, block, role, text, (begin, end) = cut
        numbers[block] = numbers.get(block, 0) + 1
        written = text[begin:end]
        utterances.append(
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
    return Script(tuple(utterances))


def _page(page: Section, language: str) -> Iterator[_Cut]:
    if page.heading:
        role: UtteranceRole = "title" if page.role == "title" else "heading"
        for span in sentences(page.heading, language):
            yield page.id, page.heading_id, role, page.heading, span
    for block in page.blocks:
        for role, span in _block(block, language):
            yield page.id, block.id, role, block.text, span


def _block(block: Block, language: str) -> Iterator[tuple[UtteranceRole, Span]]:
    role = _ROLES[block.kind]
    text = block.text
    caption_end = len(text)
    if isinstance(block, Figure) and block.credit:
        caption_end = text.index(block.caption) + len(block.caption) if block.caption else 0
    for span in sentences(text[:caption_end], language):
        yield role, span
    credit = text[caption_end:]
    if credit.strip():
        begin = caption_end + len(credit) - len(credit.lstrip())
        yield "credit", (begin, begin + len(credit.strip()))


def _tokens(written: str, language: str) -> tuple[Token, ...]:
    spans = token_spans(written)
    forms = spoken_forms([written[begin:end] for begin, end in spans], language)
    return tuple(Token(*span, form) for span, form in zip(spans, forms, strict=True))
