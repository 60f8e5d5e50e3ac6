"""What a user may choose about pauses."""

from dataclasses import dataclass, fields

_LONGEST_MS = 10_000


@dataclass(frozen=True, slots=True)
class PauseSettings:
    """Silences, in milliseconds. Where two meet, the longer one is kept."""

    sentence_ms: int = 300
    """Between sentences of a paragraph."""
    paragraph_ms: int = 650
    """Between paragraphs."""
    heading_ms: int = 900
    """After the title and after a heading."""
    figure_ms: int = 1000
    """Before and after a picture's caption."""
    section_ms: int = 1500
    """At the end of a section, and so before the next heading."""

    def __post_init__(self) -> None:
        for field in fields(self):
            if not 0 <= getattr(self, field.name) <= _LONGEST_MS:
                raise ValueError(f"{field.name} must be 0 to {_LONGEST_MS} milliseconds")
