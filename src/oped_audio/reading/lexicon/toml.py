"""A lexicon.toml -> a Lexicon.

language = "en"                          # of the text that it is for; may be left out

[words]
Xiaomi = "/ˈʃaʊmi/"                      # between slashes: the sounds, in IPA
Takaichi = "tah-kah-ee-chee"             # otherwise: what is said in its place
polish = { ipa = "ˈpɒlɪʃ", part_of_speech = "verb", case_sensitive = true, language = "en" }
read = [{ ipa = "riːd" }, { ipa = "rɛd", part_of_speech = "past" }]
"Erdoğan" = "/ˈɛɹdoʊɑːn/"                # in quotes: what has a space or more than a-z and digits
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from oped_audio.model.lexicon import Entry, Lexicon, PartOfSpeech
from oped_audio.model.toml import TomlError, toml
from oped_audio.reading.lexicon.words import (
    HOW_TO_RESPELL,
    normal_ipa,
    respelling,
    shortened,
    spelling,
    trouble,
)

_IPA = re.compile(r"(/.*/|\[.*\])", re.DOTALL)
_KEYS = ("ipa", "respelled", "language", "case_sensitive", "part_of_speech")


def parse(content: bytes, name: str) -> Lexicon:
    """The entries of the file called ``name``. Raises LexiconError."""
    try:
        values = toml(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte {error.start})"
        raise trouble(name, "", reason, "save it as plain text in UTF-8") from error
    except TomlError as error:
        reason = f"is not valid TOML: {shortened(str(error))}"
        advice = 'write a line a word: "Erdoğan" = "/ˈɛɹdoʊɑːn/"'
        raise trouble(name, "", reason, advice) from error
    for key in values:
        if key not in {"language", "words"}:
            advice = "write words below the line [words]"
            raise trouble(name, key, "is not in the table [words]", advice)
    words = values.get("words", {})
    language = values.get("language")
    if not isinstance(words, dict):
        raise trouble(name, "words", "must be a table", "write [words]")
    if language is not None and not isinstance(language, str):
        raise trouble(name, "language", "must be a tag", 'write language = "en"')
    return Lexicon(
        tuple(
            entry
            for written, said in words.items()
            for entry in _entries(written, said, language, name)
        )
    )


def _entries(key: str, said: object, language: str | None, name: str) -> Iterator[Entry]:
    written = spelling(key)
    if not any(map(str.isalnum, written)):
        advice = "write the word as it is in the text"
        raise trouble(name, key if key.strip() else f'"{key}"', "has no letter", advice)
    forms = said if isinstance(said, list) else [said]
    if not forms:
        raise trouble(name, written, "says nothing", HOW_TO_RESPELL)
    for one in forms:
        if isinstance(one, str):
            found = _IPA.fullmatch(one.strip())
            one = {"ipa": found[1]} if found else {"respelled": one}  # noqa: PLW2901
        if not isinstance(one, dict):
            word = shortened(written)
            advice = f'write {word} = "/…/" or {word} = "how it is said"'
            raise trouble(name, written, "must be a text or a table", advice)
        yield _entry(written, one, language, name)


def _entry(written: str, said: Mapping[str, Any], language: str | None, name: str) -> Entry:
    for key, value in said.items():
        _check(written, key, value, name)
    ipa, respelled = said.get("ipa"), said.get("respelled")
    if (ipa is None) == (respelled is None):
        raise trouble(name, written, "needs either ipa or respelled", "give one of the two")
    return Entry(
        written,
        None if ipa is None else normal_ipa(ipa, written, name),
        None if respelled is None else respelling(respelled, written, name),
        said.get("language", language),
        said.get("case_sensitive", False),
        said.get("part_of_speech"),
    )


def _check(written: str, key: str, value: object, name: str) -> None:
    place = f"{written}.{key}"
    if key not in _KEYS:
        close = get_close_matches(key, _KEYS, 1, 0.5)
        known = f"known are {', '.join(_KEYS)}; a word with a dot in it goes between quotes"
        advice = f"did you mean {close[0]}?" if close else known
        raise trouble(name, place, "there is no such key", advice)
    if key == "case_sensitive":
        if not isinstance(value, bool):
            raise trouble(name, place, "must be true or false", "write true")
    elif not isinstance(value, str):
        raise trouble(name, place, "must be a text", "put it between quotes")
    if key == "part_of_speech" and value not in get_args(PartOfSpeech):
        advice = f"known are {', '.join(get_args(PartOfSpeech))}"
        raise trouble(name, place, f"{shortened(repr(value))} is none", advice)
