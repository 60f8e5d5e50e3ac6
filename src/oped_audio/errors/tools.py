"""What is missing beside oped-audio itself."""

from dataclasses import dataclass
from typing import ClassVar

from oped_audio.errors.base import OpedAudioError


@dataclass(eq=False)
class RecogniserUnavailableError(OpedAudioError):
    """What listens to a narration is not installed, or damaged."""

    reason: str

    exit_code: ClassVar[int] = 4

    @property
    def place(self) -> str:
        return "listening check"

    @property
    def problem(self) -> str:
        return f"cannot be started ({self.reason})"

    @property
    def remedy(self) -> str:
        return 'run `pip install "oped-audio[listen]"`'


@dataclass(eq=False)
class FfmpegUnavailableError(OpedAudioError):
    """There is no ffmpeg, or it does not start."""

    exit_code: ClassVar[int] = 6

    @property
    def place(self) -> str:
        return "ffmpeg"

    @property
    def problem(self) -> str:
        return "is not found, or does not start"

    @property
    def remedy(self) -> str:
        return "run the build again; if it fails again, reinstall imageio-ffmpeg"


@dataclass(eq=False)
class CheckerUnavailableError(OpedAudioError):
    """A checker that was asked for is not installed, or lacks something."""

    exit_code: ClassVar[int] = 4

    checker: str
    reason: str
    advice: str

    @property
    def place(self) -> str:
        return self.checker

    @property
    def problem(self) -> str:
        return f"cannot check: {self.reason}"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class ExtraMissingError(OpedAudioError):
    """A command that needs packages which are not installed."""

    command: str
    """Such as ``serve``."""
    module: str
    extra: str

    exit_code: ClassVar[int] = 4

    @property
    def place(self) -> str:
        return self.command

    @property
    def problem(self) -> str:
        return f"needs {self.module}, which is not installed"

    @property
    def remedy(self) -> str:
        return f'run `pip install "oped-audio[{self.extra}]"`'


@dataclass(eq=False)
class ListeningError(OpedAudioError):
    """An address that the proofing page cannot be served at."""

    address: str
    reason: str

    exit_code: ClassVar[int] = 5

    @property
    def place(self) -> str:
        return self.address

    @property
    def problem(self) -> str:
        return f"cannot be listened at ({self.reason})"

    @property
    def remedy(self) -> str:
        return "choose another port with --port"
