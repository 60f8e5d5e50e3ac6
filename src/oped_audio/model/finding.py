"""What a check, or a reader, found to be amiss."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should mend; it keeps no book from being made."""

    rule: str
    """A short name, such as ``image-without-alternative``."""
    severity: Severity
    place: str
    """Where, such as ``line 12`` or ``chapter-2.xhtml``, and what."""
    message: str
    remedy: str
    source: str
    """The file or address that it was found in."""
    standard: str = ""
    """What asks for it, such as ``EPUB 3.3, 9.2.2.8``; empty where common sense does."""
