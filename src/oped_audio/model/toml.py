"""The text of a TOML file from anyone -> its values, or one short reason for having none. Pure."""

import re
import tomllib
from typing import Any

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*"""
_DEEP_KEY = re.compile(rf"(?<![\w-])(?:{_PART}){{60}}")
"""A key of so many parts: time to read one grows with the square of them."""
_LONGEST = 120
"""Characters of a reason."""


class TomlError(ValueError):
    """It is no TOML that anyone would write; the message says why."""


def toml(text: str) -> dict[str, Any]:
    """The values. Raises TomlError."""
    if _DEEP_KEY.search(text):
        raise TomlError("a key has too many parts")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise TomlError("it is nested too deeply") from error
    except ValueError as error:
        told = str(error)
        raise TomlError(told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…") from error
