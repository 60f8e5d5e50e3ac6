"""A lexicon.toml and how a word is to be said -> what has to be set in it. Pure."""

from oped_audio.model.toml import TomlError, toml
from oped_audio.reading.lexicon.words import spelling
from oped_audio.serving.editing.tables import Setting, UnchangeableError, changed

_CONDITIONS = frozenset(("language", "part_of_speech"))


def word_setting(text: str, written: str, said: str, *, is_ipa: bool) -> Setting:
    """The word's line. Raises UnchangeableError if the file says it in more ways than one."""
    key, present = _present(text, written)
    sounds = f"/{said.strip().strip('/[]')}/" if is_ipa else said.strip()
    if isinstance(present, list) or (isinstance(present, dict) and _CONDITIONS & present.keys()):
        raise UnchangeableError(f"it says {written} in several ways already; change it there")
    if isinstance(present, dict):
        kept = {name: value for name, value in present.items() if name == "case_sensitive"}
        return Setting(("words", key), {**kept, "ipa" if is_ipa else "respelled": sounds})
    return Setting(("words", key), sounds)


def word_alone(written: str, said: str, *, is_ipa: bool) -> str:
    """A lexicon with this word and no other."""
    return changed("", [word_setting("", written, said, is_ipa=is_ipa)])


def _present(text: str, written: str) -> tuple[str, object]:
    """The word as the file spells it, and what it says of it."""
    wanted = spelling(written)
    try:
        words = toml(text).get("words", {})
    except TomlError as error:
        raise UnchangeableError(str(error)) from error
    if isinstance(words, dict):
        for key, said in words.items():
            if spelling(key) == wanted:
                return key, said
    return wanted, None
