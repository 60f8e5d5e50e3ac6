"""What a BCP 47 tag says."""

import re

_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{5,8})"  # language
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",  # private use
    re.IGNORECASE,
)
_LONGEST = 64
"""Characters; RFC 5646, 4.4.1, reckons with 35."""


def primary(tag: str) -> str:
    """The language alone, in lower case, without script and region: ``zh`` for ``zh-Hant-TW``."""
    return tag.partition("-")[0].casefold()


def is_tag(text: str) -> bool:
    """Whether it is well-formed (RFC 5646, 2.1); there need not be such a language."""
    return len(text) <= _LONGEST and bool(_TAG.fullmatch(text))
