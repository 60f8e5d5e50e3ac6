"""Numbers -> the words and signs that the report prints them with. Pure."""

MINUS = "−"
NOTHING = "–"
"""Stands where there is no figure."""


def number(value: float, places: int = 1) -> str:
    """``−19.1``, with a sign that is read as minus; a rounded zero has none."""
    rounded = f"{value:.{places}f}"
    if not float(rounded):
        rounded = rounded.removeprefix("-")
    return rounded.replace("-", MINUS)


def measure(value: float | None, unit: str) -> str:
    """``−19.1 LUFS``; a dash for None."""
    return NOTHING if value is None else f"{number(value)} {unit}"


def count(amount: int, noun: str) -> str:
    """``1 sentence``, ``1,612 sentences``."""
    return f"{amount:,} {noun}{'' if amount == 1 else 's'}"


def clock(seconds: float) -> str:
    """``7:12`` or ``1:07:12``, to the nearest second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def moment(seconds: float) -> str:
    """``0:12.4``, to the nearest tenth of a second."""
    minutes, tenths = divmod(round(seconds * 10), 600)
    hours, minutes = divmod(minutes, 60)
    rest = f"{tenths // 10:02}.{tenths % 10}"
    return f"{hours}:{minutes:02}:{rest}" if hours else f"{minutes}:{rest}"


def said(seconds: float) -> str:
    """``7 minutes 12 seconds``, for text that is heard."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (rest, "second"))
    return " ".join(count(amount, noun) for amount, noun in parts if amount) or "0 seconds"


def size(amount: int) -> str:
    """``512 bytes``, ``3.4 kB``, ``1.2 MB``: decimal, as file managers mostly have it."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if amount >= factor:
            return f"{amount / factor:,.1f} {unit}"
    return count(amount, "byte")
