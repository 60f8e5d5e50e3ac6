"""W3CDTF dates -> as people are told of them, in English. Pure."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day(date: str) -> str:
    """``5 January 2026``, ``January 2026``, ``2026``; as given, if it is none of these."""
    parts = _parts(date)
    if len(parts) == 3:
        return f"{parts[2]} {_MONTHS[parts[1] - 1]} {parts[0]}"
    return month(date)


def month(date: str) -> str:
    """``January 2026``, ``2026``; as given, if it is neither."""
    parts = _parts(date)
    if len(parts) >= 2:
        return f"{_MONTHS[parts[1] - 1]} {parts[0]}"
    return str(parts[0]) if parts else date


def _parts(date: str) -> list[int]:
    try:
        parts = [int(part) for part in date.split("-")]
    except ValueError:
        return []
    return parts if len(parts) == 1 or 1 <= parts[1] <= 12 else []
