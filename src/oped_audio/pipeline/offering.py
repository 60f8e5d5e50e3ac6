"""Which voices there are, of which engines."""

from dataclasses import replace

from oped_audio.errors import UnknownEngineError, VoiceError
from oped_audio.model.audio import Offer, Voice
from oped_audio.settings import NO_OPTIONS, Values, load
from oped_audio.voices.engine import Setup, engine_names, open_engine
from oped_audio.voices.weights.catalogue import bring_engine, catalogue, missing_modules, voices_of


def list_voices(engine: str, options: Values = NO_OPTIONS) -> tuple[Voice, ...]:
    """The voices of an engine, the best first, those that are not installed too.

    Raises VoiceError, SettingsError.
    """
    settings = load(None, "", options).settings
    if engine in catalogue():
        found = voices_of(engine, settings.build.voices_path)
        ready = not missing_modules(engine)
        return tuple(replace(voice, installed=voice.installed and ready) for voice in found)
    opened = open_engine(engine, Setup(settings.build.voices_path, 1, settings.build.device))
    try:
        return opened.voices()
    finally:
        opened.close()


def list_engines(only: str | None = None, options: Values = NO_OPTIONS) -> tuple[Offer, ...]:
    """Engines, ours and plugged in, with their voices; one that is broken has none and says why.

    Raises SettingsError; UnknownEngineError if ``only`` is the name of none.
    """
    load(None, "", options)
    names = sorted({*catalogue(), *engine_names()})
    if only is not None and only not in names:
        raise UnknownEngineError(only, tuple(names))
    return tuple(_offer(name, options) for name in names if only in {None, name})


def _offer(engine: str, options: Values) -> Offer:
    try:
        voices = list_voices(engine, options)
    except VoiceError as error:
        return Offer(engine, (), error.problem, error.remedy)
    except Exception as error:  # noqa: BLE001 - a plug-in may be broken in any way
        reason = f"cannot be started ({type(error).__name__}: {error})"
        return Offer(engine, (), reason, "install it again")
    missing = missing_modules(engine)
    if missing:
        reason = f"needs {' and '.join(missing)}, not installed here"
        return Offer(engine, voices, reason, f"run `{bring_engine(engine)}`")
    return Offer(engine, voices)
