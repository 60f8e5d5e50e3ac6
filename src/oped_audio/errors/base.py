"""What all errors have in common, and the one for bugs of ours."""

import re
from dataclasses import dataclass, fields
from typing import Any, ClassVar

_LONGEST = 1000
"""Characters of a place, a problem or a remedy; the longest paths have more."""
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, those that turn the direction of writing, and bytes that are no text."""


@dataclass(eq=False)
class OpedAudioError(Exception):
    """Anything that goes wrong in a way that a user can act on."""

    exit_code: ClassVar[int] = 1

    @property
    def place(self) -> str:
        """The file, line, option or folder concerned; empty where there is none."""
        return ""

    @property
    def problem(self) -> str:
        """What is wrong."""
        return "something went wrong"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return ""

    def __str__(self) -> str:
        place, problem, remedy = map(_cut, (self.place, self.problem, self.remedy))
        where = f"{place}: " if place else ""
        then = f"; {remedy}" if remedy else ""
        return _harmless(" ".join(f"{where}{problem}{then}".split()))

    def as_dict(self) -> dict[str, str | int]:
        """For ``--json``."""
        return {
            "error": type(self).__name__,
            "place": self.place,
            "problem": self.problem,
            "remedy": self.remedy,
            "exit_code": self.exit_code,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))


def _cut(text: str) -> str:
    """Without its middle if it is more than anyone reads; what was put in may be of any length."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"


def _harmless(text: str) -> str:
    """The text without what a terminal would obey; names of files may hold anything."""
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)


@dataclass(eq=False)
class InternalError(OpedAudioError):
    """Something that should not have happened."""

    source: str
    """The article that was being built."""
    reason: str

    @property
    def place(self) -> str:
        return self.source

    @property
    def problem(self) -> str:
        return f"met an error in oped-audio itself ({self.reason})"

    @property
    def remedy(self) -> str:
        return "please report it with the article"
