"""Numbers of items in running text, which end no sentence: ``1. peace, 2. bread``. Pure."""

import re

_BULLET = r"[•⁃‣–-]?\s?"
_ENUMERATOR = re.compile(rf"{_BULLET}\(?(?:\d{{1,2}}|[ivx]{{1,4}}|[IVX]{{1,4}})(?:\.\)|[.)])")
_LAST_NUMBER = re.compile(rf"(?<!\S){_BULLET}(\d{{1,2}})(?:\.\)|[.)])\s*\Z")
_IN_A_SENTENCE = re.compile(r"(?:[,;:—]|\b(?:and|or))\s*\Z")


def is_enumerator(text: str) -> bool:
    """Whether it is the number of an item and nothing else: ``3.``, ``iv)``, ``• 9.``."""
    return bool(_ENUMERATOR.fullmatch(text.strip()))


def item(text: str, begin: int, end: int) -> int | None:
    """Where the item of a list begins whose number stands before ``end``; none if it is no item.

    A number counts an item if it is the first one after a colon, or if the one before it is in the
    sentence that begins at ``begin``.
    """
    found = _LAST_NUMBER.search(text, max(begin, end - 8), end)
    if not found:
        return None
    number = int(found[1])
    before = text[begin : found.start()]
    if number == 1:
        return found.start() if before.rstrip().endswith(":") else None
    one_less = re.compile(rf"(?<!\S)(?<!\b\w\.\s){_BULLET}{number - 1}[.)]")
    return found.start() if one_less.search(before) else None


def is_in_a_sentence(text: str, begin: int, place: int) -> bool:
    """Whether the item at ``place`` goes on a sentence, as after a comma."""
    return bool(_IN_A_SENTENCE.search(text, max(begin, place - 6), place))
