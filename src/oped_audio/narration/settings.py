"""What a user may choose about the voice and how it is put to work."""

from dataclasses import dataclass


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
        if not 80 <= self.rate_wpm <= 450:
            raise ValueError("rate_wpm must be 80 to 450 words a minute")
        if not 0.0 <= self.volume <= 1.0:
            raise ValueError("volume must be 0.0 to 1.0")
        if not 0 <= self.pitch <= 100:
            raise ValueError("pitch must be 0 to 100")
