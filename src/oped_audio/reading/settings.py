"""What a user may choose about reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How an article's file becomes a Document."""

    language: str = "en"
    """BCP 47 tag of the article; also chooses the words that captions and bylines are known by."""
