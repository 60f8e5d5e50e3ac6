"""Money: ``$3.5 million`` -> ``3.5`` ``million dollars``; ``€40`` -> ``40 euros``."""

import re
from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import parts

_CURRENCIES = {
    "$": ("dollar", "dollars"),
    "US$": ("U.S. dollar", "U.S. dollars"),
    "€": ("euro", "euros"),
    "£": ("pound", "pounds"),
    "¥": ("yen", "yen"),
}
_AMOUNT = re.compile(r"[“\"(\[]*(US\$|[$€£¥])(\d[\d,]*(?:\.\d+)?)([^\w\s]*)")
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))


def money(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say the currency after the amount, and after its scale."""
    found = _AMOUNT.fullmatch(tokens[index])
    if not found:
        return ()
    sign, amount, trail = found.groups()
    one, many = _CURRENCIES[sign]
    amount = amount.rstrip(",")
    if not trail and index + 1 < len(tokens):
        scale, after = parts(tokens[index + 1])
        if scale in _SCALES:
            return amount, f"{scale} {many}{after}"
    _, after = parts(tokens[index])
    return (f"{amount} {one if amount == '1' else many}{after}",)
