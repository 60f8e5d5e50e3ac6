"""Lexicon -> a lexicon.toml, as editors write it. Pure."""

import json
from collections.abc import Iterable

from oped_audio.model.lexicon import Entry, Lexicon


def lexicon_toml(lexicon: Lexicon) -> str:
    """The file; a word with several entries has a list of them."""
    by_word: dict[str, list[Entry]] = {}
    for entry in lexicon.entries:
        by_word.setdefault(entry.written, []).append(entry)
    lines = (line(word, entries) for word, entries in by_word.items())
    return "\n".join(("[words]", *lines, ""))


def line(written: str, entries: Iterable[Entry]) -> str:
    """``Xiaomi = "/ˈʃaʊmi/"``"""
    said = [_said(entry) for entry in entries]
    one_or_all = said[0] if len(said) == 1 else f"[{', '.join(said)}]"
    return f"{key(written)} = {one_or_all}"


def _said(entry: Entry) -> str:
    sound = f"/{entry.ipa}/" if entry.ipa else entry.respelled or ""
    more = [
        *([f"language = {text(entry.language)}"] if entry.language else []),
        *(["case_sensitive = true"] if entry.case_sensitive else []),
        *([f"part_of_speech = {text(entry.part_of_speech)}"] if entry.part_of_speech else []),
    ]
    if not more:
        return text(sound)
    kind = "ipa" if entry.ipa else "respelled"
    return f"{{ {', '.join([f'{kind} = {text(entry.ipa or sound)}', *more])} }}"


def key(written: str) -> str:
    """The word, between quotes where TOML wants them."""
    is_bare = written.isascii() and written.replace("-", "").replace("_", "").isalnum()
    return written if is_bare else text(written)


def text(characters: str) -> str:
    """A basic string (TOML 1.0, "String"), whose escapes are JSON's, but for DEL."""
    return json.dumps(characters, ensure_ascii=False).replace("\x7f", "\\u007f")
