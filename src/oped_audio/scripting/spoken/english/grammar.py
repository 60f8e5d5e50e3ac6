"""Whether an amount is said of what follows it, as in ``a five dollar fee``. Pure."""

import re

from oped_audio.scripting.spoken.rewriting import word_after, word_before

_SUFFIX = re.compile(r"-(?:plus|odd|ish)\b(?! [a-z]+s\b)")

_LIST = re.compile(r", (?:\d+|[a-z]+)-\w")
_ARTICLES = frozenset(("a", "an", "another"))
_DETERMINERS = frozenset(
    (
        "a", "an", "the", "this", "that", "its", "their", "his", "her", "our", "my", "your", "another",
        "each", "every", "any", "no", "new", "proposed", "estimated", "annual", "whose", "massive",
        "planned", "record", "controversial", "huge", "multiyear", "initial", "federal", "final",
        "current", "original", "landmark", "separate", "single", "similar", "additional", "extra", "latest", "first", "second",
    )
)  # fmt: skip
_NO_NOUNS = frozenset(
    (
        "in", "of", "for", "to", "by", "from", "at", "on", "with", "and", "or", "but", "it", "he", "she",
        "they", "we", "that", "which", "a", "an", "the", "per", "as", "is", "was", "were", "are", "has",
        "had", "have", "would", "will", "could", "should", "over", "under", "each", "every", "after",
        "before", "during", "into", "through", "until", "when", "while", "if", "than", "more", "less",
        "this", "last", "next", "annually", "yearly", "monthly", "weekly", "daily", "already", "spent",
        "paid", "lost", "worth", "short", "i", "you", "since", "between", "because", "so", "not", "now",
        "out", "up", "down", "off", "back", "today", "on", "via", "according", "among", "across",
        "around", "about", "against", "within", "without", "toward", "towards", "too", "apiece",
    )
)  # fmt: skip


def is_before_noun(match: re.Match[str]) -> bool:
    """Whether the unit is said in the singular: ``the $60 million contract``, ``$100-a-night``."""
    rest = match.string[match.end() :]
    if rest[:1] == "-" and not _SUFFIX.match(rest):
        return True
    before = word_before(match).lower()
    own = before.endswith(("'s", "’s"))
    if before not in _DETERMINERS and "-" not in before and not own:
        return False
    after = word_after(match)
    if before in _ARTICLES or own:
        return after not in _NO_NOUNS and (bool(after) or bool(_LIST.match(rest)))
    return (
        bool(after) and after[0].islower() and after not in _NO_NOUNS and not after.endswith("ed")
    )
