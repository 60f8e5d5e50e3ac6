"""A takes.toml -> which take of a sentence is narrated, where it is not the first.

[the-case-for-night-trains]              # the article, as its book's folder is named
"Storks came back." = 2                  # the sentence as written, and its take: 1 to 99
"""

from collections.abc import Mapping
from pathlib import Path

from oped_audio.errors import SettingsError, reason_of
from oped_audio.model.toml import toml

FILE_NAME = "takes.toml"
"""Read where the article lies."""
_HIGHEST = 99
_LARGEST = 5_000_000
"""Bytes."""
_ADVICE = 'write a line a sentence below the article\'s name: "It rained." = 2'

Takes = Mapping[str, Mapping[str, int]]
"""By article, by sentence."""


def takes_for(folder: Path | None, slug: str) -> Mapping[str, int]:
    """The takes for an article in this folder (None: it is in none). Raises SettingsError."""
    path = folder / FILE_NAME if folder else None
    return read_takes(path).get(slug, {}) if path and path.is_file() else {}


def read_takes(path: Path) -> Takes:
    """All that the file says. Raises SettingsError."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise SettingsError(str(path), "", "is too large", "remove what it need not hold")
        values = toml(content.decode("utf-8-sig"))
    except OSError as error:
        reason = f"cannot be read ({reason_of(error)})"
        raise SettingsError(str(path), "", reason, "check that you may read it") from error
    except ValueError as error:
        reason = f"is not valid TOML: {str(error)[:100]}"
        raise SettingsError(str(path), "", reason, _ADVICE) from error
    for article, takes in values.items():
        if not isinstance(takes, dict):
            raise SettingsError(str(path), _short(article), "must be a table", _ADVICE)
        for sentence, take in takes.items():
            if type(take) is not int or not 0 <= take <= _HIGHEST:
                reason = f"must be a number from 0 to {_HIGHEST}"
                raise SettingsError(str(path), _short(sentence), reason, _ADVICE)
    return values


def _short(text: str) -> str:
    return f"{text[:60]}…" if len(text) > 60 else text
