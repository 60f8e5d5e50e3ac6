"""What a user may choose about the voice and how it is put to work."""

from dataclasses import dataclass, fields, replace

LOCAL = "local"
"""A cluster of processes on this machine, in place of an address."""


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Who speaks, and how."""

    engine: str = "pyttsx3"
    voice: str = ""
    """A voice's id or name; empty for the engine's best for the article's language."""
    rate_wpm: int = 175
    """Words a minute."""
    volume: float = 1.0
    """0.0 to 1.0."""
    pitch: int = 50
    """0 to 100, 50 being the voice's own."""

    def __post_init__(self) -> None:
        _check_ranges(self.rate_wpm, self.volume, self.pitch)

    def in_role(self, role: "RoleVoice") -> "VoiceSettings":
        """What the role sets, and the rest from here; another engine has voices of its own."""
        given = {field.name: getattr(role, field.name) for field in fields(RoleVoice)}
        own = self if role.engine in {None, self.engine} else replace(self, voice="")
        return replace(own, **{name: value for name, value in given.items() if value is not None})


@dataclass(frozen=True)
class RoleVoice:
    """Who speaks what has one role, and how; what is None is as for everything else."""

    engine: str | None = None
    voice: str | None = None
    """A voice's id or name."""
    rate_wpm: int | None = None
    """Words a minute."""
    volume: float | None = None
    """0.0 to 1.0."""
    pitch: int | None = None
    """0 to 100, 50 being the voice's own."""

    def __post_init__(self) -> None:
        _check_ranges(self.rate_wpm, self.volume, self.pitch)


def _check_ranges(rate_wpm: int | None, volume: float | None, pitch: int | None) -> None:
    if rate_wpm is not None and not 80 <= rate_wpm <= 450:
        raise ValueError("rate_wpm must be 80 to 450 words a minute")
    if volume is not None and not 0.0 <= volume <= 1.0:
        raise ValueError("volume must be 0.0 to 1.0")
    if pitch is not None and not 0 <= pitch <= 100:
        raise ValueError("pitch must be 0 to 100")
