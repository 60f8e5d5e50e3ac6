"""Whether an amount is said of what follows it, as in ``a five dollar fee``. Pure."""

import re

from oped_audio.scripting.spoken.rewriting import word_after, word_before

_SUFFIX = re.compile(r"-(?:plus|odd|ish)\b(?: (?P<noun>[a-z]+))?")
_BEYOND = re.compile(r" [“\"‘'](?P<noun>[a-z][\w-]*)|(?: \([^()]*)?\) (?P<noun_>[a-z][\w-]*)")
"""A noun in quotation marks, or behind the same amount in another currency."""
_SAME_AMOUNT = re.compile(r"(?P<before>[\w’'-]+) [^\w\s]{1,3}\d[\d.,]*\w*(?: [mbt]r?illion)? \($")
_NOUNS_IN_LY = frozenset(("family", "supply", "rally", "assembly", "monopoly", "ally"))
_MONEY = frozenset(("bill", "bills", "note", "notes", "coin", "coins"))

_LIST = re.compile(r", (?:\d+|[a-z]+)-\w")
_NOT_OWNERS = frozenset(
    ("it", "that", "there", "here", "what", "he", "she", "who", "let", "where", "how")
)
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
        "came", "went", "comes", "goes", "covers", "pays", "buys", "buy", "gets", "makes", "made", "gave", "bought",
        "sold", "got", "took", "left", "may", "might", "can", "must", "did", "does", "still", "never", "also", "just",
        "plus", "minus", "cheaper", "higher", "lower", "richer", "poorer", "better", "worse", "there", "then", "alone",
    )
)  # fmt: skip


def is_before_noun(match: re.Match[str]) -> bool:
    """Whether the unit is said in the singular: ``the $60 million contract``, ``$100-a-night``."""
    rest = match.string[match.end() :]
    suffix = _SUFFIX.match(rest)
    if suffix:
        return bool(suffix["noun"]) and suffix["noun"] not in _NO_NOUNS
    beyond = _BEYOND.match(rest)
    after = (beyond["noun"] or beyond["noun_"]) if beyond else word_after(match)
    if rest[:1] == "-" or after in _MONEY:
        return True
    other = _SAME_AMOUNT.search(match.string[: match.start()])
    before = (other["before"] if other else word_before(match)).lower()
    own = before.endswith(("'s", "’s")) and before[:-2] not in _NOT_OWNERS
    if before not in _DETERMINERS and "-" not in before and not own:
        return False
    if after.endswith("ly") and after not in _NOUNS_IN_LY:
        return False
    if before in _ARTICLES or own:
        return after not in _NO_NOUNS and (bool(after) or bool(_LIST.match(rest)))
    return (
        bool(after) and after[0].islower() and after not in _NO_NOUNS and not after.endswith("ed")
    )
