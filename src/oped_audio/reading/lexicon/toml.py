"""A lexicon.toml -> a Lexicon.

language = "en"                          # of the text that it is for; may be left out

[words]
Xiaomi = "/ˈʃaʊmi/"                      # between slashes: the sounds, in IPA
Takaichi = "tah-kah-ee-chee"             # otherwise: what is said in its place
polish = { ipa = "ˈpɒlɪʃ", part_of_speech = "verb", case_sensitive = true, language = "en" }
read = [{ ipa = "riːd" }, { ipa = "rɛd", part_of_speech = "past" }]
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from oped_audio.errors import LexiconError
from oped_audio.model.ipa import normal
from oped_audio.model.lexicon import Entry, Lexicon, PartOfSpeech

_IPA = re.compile(r"/(.*)/|\[(.*)\]", re.DOTALL)
_KEYS = ("ipa", "respelled", "language", "case_sensitive", "part_of_speech")
_STRESSED = re.compile(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")


def parse(content: bytes, name: str) -> Lexicon:
    """The entries of the file called ``name``. Raises LexiconError."""
    try:
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        reason = f"is not valid TOML: {error}"
        advice = 'write a line a word: Xiaomi = "/ˈʃaʊmi/"'
        raise LexiconError(name, "", reason, advice) from error
    for key in values:
        if key not in {"language", "words"}:
            advice = "write words below the line [words]"
            raise LexiconError(name, key, "is not in the table [words]", advice)
    words = values.get("words", {})
    language = values.get("language")
    if not isinstance(words, dict):
        raise LexiconError(name, "words", "must be a table", "write [words]")
    if language is not None and not isinstance(language, str):
        raise LexiconError(name, "language", "must be a tag", 'write language = "en"')
    return Lexicon(
        tuple(
            entry
            for written, said in words.items()
            for entry in _entries(written, said, language, name)
        )
    )


def _entries(written: str, said: object, language: str | None, name: str) -> Iterator[Entry]:
    written = " ".join(written.split())
    if not any(map(str.isalnum, written)):
        raise LexiconError(name, written, "has no letter", "write the word as it is in the text")
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, str):
            found = _IPA.fullmatch(one.strip())
            one = {"ipa": found[1] or found[2]} if found else {"respelled": one}  # noqa: PLW2901
        if not isinstance(one, dict):
            advice = f'write {written} = "/…/" or {written} = "how it is said"'
            raise LexiconError(name, written, "must be a text or a table", advice)
        yield _entry(written, one, language, name)


def _entry(written: str, said: Mapping[str, Any], language: str | None, name: str) -> Entry:
    for key, value in said.items():
        _check(written, key, value, name)
    ipa, respelled = said.get("ipa"), said.get("respelled")
    if (ipa is None) == (respelled is None):
        raise LexiconError(name, written, "needs either ipa or respelled", "give one of the two")
    return Entry(
        written,
        None if ipa is None else normal_ipa(ipa, written, name),
        None if respelled is None else respelling(respelled, written, name),
        said.get("language", language),
        said.get("case_sensitive", False),
        said.get("part_of_speech"),
    )


def _check(written: str, key: str, value: object, name: str) -> None:
    if key not in _KEYS:
        close = get_close_matches(key, _KEYS, 1, 0.5)
        advice = f"did you mean {close[0]}?" if close else f"known are {', '.join(_KEYS)}"
        raise LexiconError(name, f"{written}.{key}", "there is no such key", advice)
    if key == "case_sensitive":
        if not isinstance(value, bool):
            raise LexiconError(name, f"{written}.{key}", "must be true or false", "write true")
    elif not isinstance(value, str):
        raise LexiconError(name, f"{written}.{key}", "must be a text", "put it between quotes")
    parts = get_args(PartOfSpeech)
    if key == "part_of_speech" and value not in parts:
        advice = f"known are {', '.join(parts)}"
        raise LexiconError(name, f"{written}.{key}", f"{value!r} is none", advice)


def normal_ipa(ipa: str, written: str, name: str) -> str:
    """The IPA in one spelling. Raises LexiconError, which names the sign that is none."""
    try:
        return normal(ipa)
    except ValueError as error:
        sign = error.args[0]
        reason = f"“{sign}” in /{ipa}/ is no sign of the IPA" if sign else f"/{ipa}/ has no sound"
        advice = "write IPA between the slashes, or leave them out for a respelling"
        raise LexiconError(name, written, reason, advice) from None


def respelling(words: str, written: str, name: str) -> str:
    """The words; capitals that mark a stressed syllable (tah-kah-EE-chee) are not spelled out.

    Raises LexiconError where there are none.
    """
    if not any(map(str.isalnum, words)):
        raise LexiconError(name, written, "says nothing", "write how the word is said")
    has_syllables = "-" in words and any(map(str.islower, words))
    said = _STRESSED.sub(lambda match: match[0].lower(), words) if has_syllables else words
    return " ".join(said.split())
