"""A sentence and its tokens -> what is said for each. Pure.

Rules of the language say stretches of the sentence in other words; all else is said as it is
written, without quotation marks and brackets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oped_audio.model.language import primary
from oped_audio.scripting.spoken.marks import add_pauses, plain
from oped_audio.scripting.spoken.rewriting import Family, Said, claims

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Form:
    """What is said for a token."""

    spoken: str
    """Empty for a token that is shown but not said."""
    phonemes: str | None = None
    """IPA of all of it, if an engine is not to find it by itself."""


def spoken_forms(
    sentence: str, tokens: Sequence[Span], language: str, first: Iterable[Said] = ()
) -> list[Form]:
    """One form a token; ``first`` is said before any rule is asked."""
    said = claims(sentence, _families(primary(language)), first)
    forms = [_form(sentence, token, said) for token in tokens]
    written = [sentence[begin:end] for begin, end in tokens]
    heard = add_pauses(written, [form.spoken for form in forms])
    return [Form(words, form.phonemes) for words, form in zip(heard, forms, strict=True)]


def _families(language: str) -> tuple[Family, ...]:
    if language == "en":
        from oped_audio.scripting.spoken.english import FAMILIES  # noqa: PLC0415 - many patterns

        return FAMILIES
    from oped_audio.scripting.spoken.languages import families  # noqa: PLC0415 - not for English

    return families(language)


def _form(sentence: str, token: Span, said: Iterable[Said]) -> Form:
    """The words of the stretches that begin in the token, between what is said as it is."""
    begin, end = token
    parts: list[str] = []
    phonemes: list[str] = []
    complete = True
    at = begin
    for one in said:
        if one.end <= begin or one.begin >= end:
            continue
        as_written = sentence[at : max(at, one.begin)]
        parts.append(as_written)
        complete = complete and not any(map(str.isalnum, as_written))
        if one.begin >= begin or not sentence[one.begin : begin].strip():
            parts.append(_apart(parts, one.words))
            if one.words.strip():
                complete = complete and one.phonemes is not None
                phonemes.append(one.phonemes or "")
        at = min(one.end, end)
        if sentence[at:end][:1].isalnum() and one.words:
            parts.append(" ")
    parts.append(sentence[at:end])
    complete = complete and bool(phonemes) and not any(map(str.isalnum, sentence[at:end]))
    return Form(" ".join(plain("".join(parts)).split()), " ".join(phonemes) if complete else None)


def _apart(parts: Sequence[str], words: str) -> str:
    before = "".join(parts)[-1:]
    return f" {words}" if before.isalnum() and words[:1].isalnum() else words
