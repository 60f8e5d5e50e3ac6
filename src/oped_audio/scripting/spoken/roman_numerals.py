"""What a Roman numeral is worth, in any language. Pure."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def value(numeral: str) -> int:
    """``XIV`` -> 14."""
    total = 0
    for char, following in zip(numeral, f"{numeral[1:]} ", strict=True):
        worth = _VALUES[char]
        total += -worth if _VALUES.get(following, 0) > worth else worth
    return total
