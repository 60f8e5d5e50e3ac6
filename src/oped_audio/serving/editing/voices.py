"""Who is to speak what -> what has to be set for an article. Pure."""

from oped_audio.model.roles import VoiceRole
from oped_audio.serving.editing.tables import Setting

_OWN = ("engine", "voice")


def voice_settings(
    article: str, role: VoiceRole | None, engine: str, voice: str
) -> tuple[Setting, ...]:
    """For a role, or the narrator; nothing is set of its own where ``engine`` is empty."""
    table = ("articles", article, *(("voices", role) if role else ("voice",)))
    values = (engine, voice) if engine else (None, None)
    return tuple(Setting((*table, name), value) for name, value in zip(_OWN, values, strict=True))
