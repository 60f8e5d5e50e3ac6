"""Characters as they came -> characters that XML may hold, with ``\\n`` for every line end. Pure.

Nothing that a reader sees is changed or lost.
"""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_SOFT_HYPHEN_AT_LINE_END = re.compile("\xad[ \t]*\n[ \t]*")
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f"  # control characters
    "\xad\u200b\u2060\ufeff\ufffc"  # soft hyphen, zero-width space, word joiner, BOM, lost object
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"  # no characters at all
)


def normalise(text: str) -> str:
    """The text in Unicode's composed form, fit for XML; normalising twice changes nothing more."""
    text = _LINE_END.sub("\n", text).replace("\u2029", "\n\n")
    text = _C1.sub(_from_windows, text)
    text = _SOFT_HYPHEN_AT_LINE_END.sub("", text)
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def _from_windows(control: re.Match[str]) -> str:
    """C1 controls in a text are Windows-1252 that was decoded as Latin-1: quotes and dashes."""
    return control[0].encode("latin-1").decode("cp1252", "ignore")
