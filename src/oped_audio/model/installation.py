"""What the installing of voices tells of its progress."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another process installs voices into this folder, and goes first."""

    folder: str


@dataclass(frozen=True, slots=True)
class Fetching:
    """A file is brought from somewhere."""

    file: str
    source: str
    """The host."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """So much of a file is here now; less than before where it had to be begun anew."""

    file: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class SourceFailed:
    """A source does not give a file; the next is tried."""

    file: str
    source: str
    """The address."""
    reason: str


@dataclass(frozen=True, slots=True)
class VoiceReady:
    """All files of a voice are here and verified."""

    engine: str
    voice: str
    new: bool
    """Whether anything of it was installed now."""


@dataclass(frozen=True, slots=True)
class ModulesMissing:
    """The voices of an engine are here, but not what it needs to speak them."""

    engine: str
    modules: tuple[str, ...]
    remedy: str


InstallEvent = Waiting | Fetching | Fetched | SourceFailed | VoiceReady | ModulesMissing
InstallListener = Callable[[InstallEvent], None]
