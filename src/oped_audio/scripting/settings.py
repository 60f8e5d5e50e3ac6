"""What a user may choose about pauses and about what is said."""

from dataclasses import dataclass, fields

_LONGEST_MS = 10_000
_LONGEST_WORDS = 1000
"""Characters of an announcement."""


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


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """What is said besides the text."""

    note_references: bool = False
    """Whether a reference to a note is said, as "note 1", where it stands."""


@dataclass(frozen=True)
class RoleSpeech:
    """How what has one role is set off from its surroundings; what is None is as if not said."""

    before_ms: int | None = None
    """Silence before the first sentence of a run of this role, in place of PauseSettings'."""
    after_ms: int | None = None
    """Silence after the last sentence of a run of this role."""
    announce: str | None = None
    """Said before a run of this role; ``{label}`` stands for a note's label."""
    announce_end: str | None = None
    """Said after it."""

    def __post_init__(self) -> None:
        for name in ("before_ms", "after_ms"):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= _LONGEST_MS:
                raise ValueError(f"{name} must be 0 to {_LONGEST_MS} milliseconds")
        for name in ("announce", "announce_end"):
            if len(getattr(self, name) or "") > _LONGEST_WORDS:
                raise ValueError(f"{name} must have no more than {_LONGEST_WORDS:,} characters")
