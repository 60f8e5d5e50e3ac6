"""A sentence of a leaf -> its tokens: what is said for each, how, and in which language. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oped_audio.model.document import Block, Span
from oped_audio.model.language import primary
from oped_audio.model.script import Token
from oped_audio.scripting.homographs import homographs, part_of_speech
from oped_audio.scripting.lexicon import Index, find
from oped_audio.scripting.long_sentences import Span as Stretch
from oped_audio.scripting.references import cut_tokens, reference_stretches
from oped_audio.scripting.spoken import Form, spoken_forms
from oped_audio.scripting.tokens import token_spans

_SILENT = Form("")


def tokens(leaf: Block, begin: int, written: str, language: str, index: Index) -> tuple[Token, ...]:
    """Those of the sentence ``written`` that begins in the leaf's text at ``begin``.

    References to notes are seen and not said; the rest is said as if they were not there.
    """
    references = [(first - begin, last - begin) for first, last in reference_stretches(leaf.spans)]
    stretches = cut_tokens(token_spans(written), references)
    heard = _Heard.of(written, stretches, references)
    forms = dict(zip(heard.stretches, heard.forms(language, index), strict=True))
    is_mixed = any(span.language for span in leaf.spans)
    said = []
    for first, last in stretches:
        form = forms.get((first, last), _SILENT)
        own = _foreign(leaf.spans, begin + first, begin + last, language) if is_mixed else None
        said.append(Token(first, last, form.spoken, form.pronunciations, own))
    return tuple(said)


def language_of(spans: Sequence[Span], begin: int, end: int, language: str) -> str:
    """The language of a stretch if all its letters are in one, otherwise the document's."""
    found = set()
    at = 0
    for span in spans:
        part = span.text[max(begin - at, 0) : max(end - at, 0)]
        if any(map(str.isalpha, part)):
            found.add(span.language or language)
        at += len(span.text)
    return found.pop() if len(found) == 1 else language


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

    def forms(self, language: str, index: Index) -> Iterator[Form]:
        """One for each of the stretches, its pronunciations at their places in what is written."""
        first = find(index, self.text, part_of_speech if primary(language) == "en" else _unknown)
        last = homographs(self.text) if primary(language) == "en" else ()
        forms = spoken_forms(self.text, self.spans, language, first, last)
        if self.stretches == self.spans:
            yield from forms
            return
        for form, (begin, _), (start, _) in zip(forms, self.stretches, self.spans, strict=True):
            yield _moved(form, begin - start)


def _unknown(*_: object) -> None:
    """In languages that nobody has written rules for."""


def _moved(form: Form, by: int) -> Form:
    """The written places of its pronunciations, that many characters on."""
    if not by or not form.pronunciations:
        return form
    moved = tuple(
        replace(one, written_begin=one.written_begin + by, written_end=one.written_end + by)
        for one in form.pronunciations
    )
    return Form(form.spoken, moved)


def _foreign(spans: Sequence[Span], begin: int, end: int, language: str) -> str | None:
    """The language of a stretch, if it is marked as being in another."""
    own = language_of(spans, begin, end, language)
    return None if primary(own) == primary(language) else own


def _is_rest(stretch: Stretch, part: str, references: Sequence[Stretch]) -> bool:
    """Whether it is the punctuation behind a reference, which is heard with the word before."""
    follows = any(stop == stretch[0] for _, stop in references)
    return follows and not any(map(str.isalnum, part))
