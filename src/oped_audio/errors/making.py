"""What keeps a book from being made: folders, ffmpeg, a cluster."""

import errno
from dataclasses import dataclass
from typing import ClassVar

from oped_audio.errors.base import OpedAudioError


@dataclass(eq=False)
class OutputError(OpedAudioError):
    """A folder that cannot be written to."""

    path: str
    reason: str
    advice: str = "choose another folder or free some space"

    exit_code: ClassVar[int] = 5

    @property
    def place(self) -> str:
        return self.path

    @property
    def problem(self) -> str:
        return f"cannot be written ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


def reason_of(error: OSError) -> str:
    """What the operating system says, in a few words."""
    return "no space left" if error.errno == errno.ENOSPC else error.strerror or str(error)


@dataclass(eq=False)
class MemoryShortError(OpedAudioError):
    """There was less memory than an article needs."""

    source: str
    """The article that was being built."""
    reason: str

    exit_code: ClassVar[int] = 8

    @property
    def place(self) -> str:
        return self.source

    @property
    def problem(self) -> str:
        return f"needs more memory than there is ({self.reason})"

    @property
    def remedy(self) -> str:
        return "free some memory or give --jobs 1, and run it again: what was narrated is kept"


@dataclass(eq=False)
class EncodingError(OpedAudioError):
    """ffmpeg did not encode a section."""

    track: str
    reason: str

    exit_code: ClassVar[int] = 6

    @property
    def place(self) -> str:
        return self.track

    @property
    def problem(self) -> str:
        return f"could not be encoded ({self.reason})"

    @property
    def remedy(self) -> str:
        return "run the build again; if it fails again, reinstall imageio-ffmpeg"


@dataclass(eq=False)
class ClusterError(OpedAudioError):
    """A cluster that cannot be used, or a worker in it that cannot narrate."""

    address: str
    """Of the scheduler or the worker."""
    reason: str
    advice: str

    exit_code: ClassVar[int] = 7

    @property
    def place(self) -> str:
        return f"cluster {self.address}"

    @property
    def problem(self) -> str:
        return self.reason

    @property
    def remedy(self) -> str:
        return self.advice
