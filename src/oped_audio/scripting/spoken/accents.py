"""Letters with more marks than a voice knows: ``Nguyễn`` is said as ``Nguyen`` is. Pure."""

import re
from unicodedata import combining, normalize

from oped_audio.scripting.spoken.rewriting import Family, Rule, Said, whole

OWN = frozenset(("cy", "gd", "vi", "yo"))
"""Languages that are written with such letters, whose voices know them."""

_MARKED = "[\u1e00-\u1eff]"  # Latin Extended Additional, which espeak-ng spells out as code points


def bare(text: str) -> str:
    """The text without any diacritics: ``Erdoğan`` -> ``Erdogan``."""
    return "".join(char for char in normalize("NFD", text) if not combining(char))


def _without(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, re.sub(_MARKED, lambda letter: normalize("NFD", letter[0])[0], match[0]))


_RULES = (Rule(re.compile(rf"[^\W\d_]*{_MARKED}[^\W\d_]*"), _without),)
FAMILY = Family(re.compile(_MARKED), lambda: _RULES)
