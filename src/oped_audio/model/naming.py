"""Titles and file names -> names for folders and files, safe on every system. Pure."""

import re
import unicodedata

_LONGEST = 60
_RESERVED = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))}


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, in any script; ``article`` where there are none."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())
    name = _cut("-".join(words)) or "article"
    return f"{name}-article" if name in _RESERVED else name


def track_name(number: int, label: str) -> str:
    """``01-introduction``: ASCII only, as EPUBCheck advises for names in a container (PKG-012)."""
    plain = unicodedata.normalize("NFKD", label.replace("ß", "ss")).encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", re.sub(r"'", "", plain.decode().lower()))
    return f"{number:02}-{_cut('-'.join(words)) or 'section'}"


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else name[:_LONGEST].rpartition("-")[0] or name[:_LONGEST]
