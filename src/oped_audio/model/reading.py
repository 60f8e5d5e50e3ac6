"""What came of reading an article: the Document, and how it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oped_audio.model.document import Document
from oped_audio.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Decision:
    """What a piece of the source was taken for."""

    place: str
    """In the source, such as ``line 12``."""
    kind: str
    """``heading``, ``standfirst``, ``left out``, …"""
    text: str
    """All of it."""
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was understood."""

    document: Document
    decisions: tuple[Decision, ...]
    """One for each piece of the source, in its order."""
    findings: tuple[Finding, ...] = ()
    beside: Mapping[str, str | None] = field(default_factory=dict)
    """Files that the article refers to, by their paths from its folder, with the sha256 of each;
    None for one that is not there or cannot be read."""

    @property
    def left_out(self) -> tuple[Decision, ...]:
        """What the source has and the book has not: page furniture, share buttons and the like."""
        return tuple(decision for decision in self.decisions if decision.kind == LEFT_OUT)


LEFT_OUT = "left out"
