"""There *used* to be a prison, they got *used* to it; a tool is *used* to dig. Pure."""

from oped_audio.scripting.homographs.context import Context

_CHANGE = frozenset("get gets got getting become becomes became grow grew grown growing".split())
_THINGS = (
    "article", "possessive", "her", "this", "these", "object", "ing", "plural", "quantity",
    "single_subject", "that",
)  # fmt: skip
_SUBJECTS = (
    "plural_subject", "single_subject", "who", "which", "that", "when", "but", "start",
)  # fmt: skip
_BEFORE_PARTICIPLE = (
    "be",
    "preposition",
    "of",
    "finite",
    "and",
    "have",
    "ed",
    "modal",
    "to",
    "link",
)


def is_used_to(context: Context) -> bool:
    """Whether *used* is said with an s: what was once, or what one knows."""
    if context.text(1) != "to" or context.gap(1):
        return False
    offset = context.before_adverbs()
    kind = context.kind(offset)
    if context.text(offset) in _CHANGE:
        return True
    if kind == "be":
        return context.kind(2) in _THINGS or context.text(2) == "such"
    if kind == "have":
        return False
    if kind in _SUBJECTS or context.text(2) in ("be", "have"):
        return True
    phrase = range(offset, -len(context.before()) - 1, -1)
    return all(context.kind(back) not in _BEFORE_PARTICIPLE for back in phrase)
