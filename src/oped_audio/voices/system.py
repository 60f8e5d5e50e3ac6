"""The engine ``pyttsx3``: espeak-ng on Linux, elsewhere the voices of the operating system."""

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property

from oped_audio.model.audio import BYTES_PER_SAMPLE, Clip, Gender, MarksFrom, Voice, VoiceSpec
from oped_audio.model.language import primary
from oped_audio.model.script import Utterance
from oped_audio.voices.engine import Engine, Setup
from oped_audio.voices.espeak.library import ListedVoice, Speech
from oped_audio.voices.espeak.reading import EspeakReader
from oped_audio.voices.platform_driver import PlatformEngine
from oped_audio.voices.silence import trim
from oped_audio.voices.timing import Span, ipa_within, marks_from_sounds

_VARIANTS: tuple[tuple[str, Gender], ...] = (
    *((f"f{n}", "female") for n in range(1, 6)),
    *((f"m{n}", "male") for n in range(1, 9)),
)
_ALSO = {"en-US": "en", "fr-FR": "fr", "cmn": "zh", "nb": "no"}
"""What a language is asked for as, of whose voices this one is the best."""
_CALLED = {"en": "en-gb"}
"""Voices that are better known by their language than by espeak-ng's name for them."""
_FILES = {called: file for file, called in _CALLED.items()}
_WELL_FORMED = {"chr-US-Qaaa-x-west": "chr-Qaaa-US-x-west", "en-us-nyc": "en-us-x-nyc"}
"""Languages of espeak-ng's that are no BCP 47 tags."""
_SPEED = 800
_LICENCE = "GPL-3.0-or-later"
_GENDERS: dict[int, Gender] = {1: "male", 2: "female"}


def open_engine(_: Setup) -> Engine:
    """Open the engine for this platform. Raises EngineUnavailableError when it is first used."""
    if sys.platform.startswith("linux"):
        return EspeakEngine()
    return PlatformEngine()


class EspeakEngine:
    """espeak-ng through pyttsx3, with the begin and end of every word in samples."""

    def __init__(self) -> None:
        self._reader = EspeakReader("pyttsx3")

    def fingerprint(self, _voice: str) -> str:
        """Name and the version of espeak-ng: 1.51 and 1.52 do not sound alike."""
        return f"pyttsx3-espeak-ng-{self._reader.introduction.version}-4"

    def voices(self) -> tuple[Voice, ...]:
        """Every language, and for each the female and male variants, as in ``en-us+f3``."""
        listed = self._reader.introduction.voices
        plain = [_voice(one) for one in listed]
        variants = [_voice(one, suffix, gender) for one in listed for suffix, gender in _VARIANTS]
        plain.sort(key=lambda voice: (voice.languages, voice.id))
        return (*plain, *variants)

    def foresee(self, coming: Sequence[tuple[Utterance, VoiceSpec]]) -> None:
        """Begin what will be asked for next, while what was said before is worked on."""
        for utterance, spec in coming:
            if utterance.spoken_tokens:
                self._reader.foresee(utterance, spec, _file(spec.voice), self._language(spec))

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance. Raises UnsayableError for a pronunciation the voice cannot say."""
        sample_rate = self._reader.introduction.sample_rate
        if not utterance.spoken_tokens:
            return trim(Clip(b"", sample_rate, (), MarksFrom.ENGINE))
        speech, spans = self._spoken(utterance, spec)
        length = len(speech.pcm) // BYTES_PER_SAMPLE
        marks = marks_from_sounds(spans, speech.sounds, length)
        return trim(Clip(speech.pcm, sample_rate, tuple(marks), MarksFrom.ENGINE))

    def phonemes(self, utterance: Utterance, spec: VoiceSpec) -> tuple[str, ...]:
        """The IPA of each spoken token; empty for one that is run together with its neighbour."""
        if not utterance.spoken_tokens:
            return ()
        speech, spans = self._spoken(utterance, spec)
        return tuple(ipa_within(span, speech.sounds) for span in spans)

    def _spoken(self, utterance: Utterance, spec: VoiceSpec) -> tuple[Speech, list[Span]]:
        return self._reader.read(utterance, spec, _file(spec.voice), self._language(spec))

    def _language(self, spec: VoiceSpec) -> str:
        return self._languages.get(spec.voice.partition("+")[0], "")

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        """The primary language of each voice, by its id without a variant."""
        plain = map(_voice, self._reader.introduction.voices)
        return {voice.id: primary(voice.languages[0]) for voice in plain}

    def close(self) -> None:
        """End the speaking process."""
        self._reader.close()


def _voice(listed: ListedVoice, variant: str = "", gender: Gender | None = None) -> Voice:
    tag = _tag(listed.language)
    tags = (tag, _ALSO[tag]) if tag in _ALSO else (tag,)
    own, name = _CALLED.get(listed.file, listed.file), listed.name
    if variant:
        own, name = f"{own}+{variant}", f"{name}, {variant}"
    gender = gender or _GENDERS.get(listed.gender)
    return Voice("pyttsx3", own, name, tags, gender, "robotic", _SPEED, _LICENCE)


def _file(voice: str) -> str:
    base, plus, variant = voice.partition("+")
    return f"{_FILES.get(base, base)}{plus}{variant}"


def _tag(language: str) -> str:
    """``en-us`` -> ``en-US``, a BCP 47 tag in its usual case."""
    first, *rest = _WELL_FORMED.get(language, language).split("-")
    return "-".join([first, *(part.upper() if len(part) == 2 else part for part in rest)])
