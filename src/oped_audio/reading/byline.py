"""A line near the top -> the author's name, if it gives one. Pure."""

import re
from dataclasses import dataclass

from oped_audio.reading.names import leading_names
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import ends_with_abbreviation, has_case, terminal, word_count

_MOST_WORDS = 6
_LONGEST = 200
"""Characters of a byline with all that may follow the name."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote the article."""

    name: str
    """As written, of one author or of several."""
    whole: bool
    """Whether the line says nothing else and need not be shown again."""


def read_byline(text: str, words: Vocabulary) -> Byline | None:
    """The name in ``By Jane Doe`` or ``By Jane Doe, professor of law``; None for any other line."""
    leads = "|".join(map(re.escape, words.bylines))
    lead = re.match(rf"(?:{leads})(?:\s*[:：/／]\s*|\s+)", text, re.IGNORECASE)
    if lead is None or len(text) > _LONGEST:
        return None  # "By Friday, the trains had stopped." is a sentence
    degree = text.rpartition(" ")[2].replace(".", "").lower() in words.name_suffixes
    if terminal(text) and not degree and not ends_with_abbreviation(text, words.abbreviations):
        return None
    name = text[lead.end() :]
    if name and not has_case(name):
        return _caseless(name)
    found = leading_names(name, words)
    if found and found.rest and found.rest[0] in ",;|·•–—-(":
        return Byline(found.written, whole=False)
    found = leading_names(name, words, shortest=1)
    return Byline(found.written, whole=True) if found and not found.rest else None


def _caseless(text: str) -> Byline | None:
    """A name in a script without capitals is known by the word before it, and by its length."""
    found = re.match(r"[^,،;；|•–—(（\d]+", text)
    name = found[0].strip() if found else ""
    if not 0 < word_count(name) <= _MOST_WORDS:
        return None
    return Byline(name, whole=name == text.strip())
