"""espeak-ng as a reader: an utterance, with its pronunciations in it, in one of its voices."""

from contextlib import suppress
from dataclasses import replace

from oped_audio.errors import NarrationError, UnsayableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Pronunciation, Utterance
from oped_audio.voices.espeak.library import Speech
from oped_audio.voices.espeak.mnemonics import UnsayableSignError, mnemonics
from oped_audio.voices.espeak.process import Introduction, Speaker, SpeechFailedError
from oped_audio.voices.phonemes import with_phonemes
from oped_audio.voices.timing import Span

_ADVICE = "run `pip install espeakng-loader`, or install espeak-ng with the system's packages"


class EspeakReader:
    """Reads for an engine: for its sound, or for its phonemes only. Starts a process of its own."""

    def __init__(self, engine: str) -> None:
        self._speaker = Speaker(engine, _ADVICE)

    @property
    def introduction(self) -> Introduction:
        """Version and voices of espeak-ng; the first call waits for the process to be ready."""
        return self._speaker.introduction

    def named(self, voice: str) -> str:
        """espeak-ng's own name of its voice of this name or language: ``en`` for ``en-gb``."""
        files = {listed.file: listed.language for listed in self.introduction.voices}
        if voice in files:
            return voice
        return next((file for file, language in files.items() if voice == language), voice)

    def read(
        self, utterance: Utterance, spec: VoiceSpec, file: str, language: str
    ) -> tuple[Speech, list[Span]]:
        """What espeak-ng makes of the utterance, and where in its text each spoken token lies.

        ``file`` is espeak-ng's own name of the voice that reads, ``language`` its primary subtag;
        ``spec`` says how it reads, and who is named in errors. Raises NarrationError,
        UnsayableError.
        """
        text, spans = self.written(utterance, spec, language)
        return self.said(utterance, text, spec, file), spans

    def foresee(self, utterance: Utterance, spec: VoiceSpec, file: str, language: str) -> None:
        """Have it begun if it can be read; it is asked for next, or after what was foreseen."""
        with suppress(UnsayableError):  # told to who asks
            text, _ = self.written(utterance, spec, language)
            self._speaker.foresee(text, replace(spec, voice=file))

    def said(self, utterance: Utterance, text: str, spec: VoiceSpec, file: str) -> Speech:
        """What espeak-ng makes of the text that ``written`` gave. Raises NarrationError."""
        try:
            return self._speaker.say(text, replace(spec, voice=file))
        except SpeechFailedError as error:
            raise NarrationError(spec.engine, utterance.id, str(error)) from error

    def written(
        self, utterance: Utterance, spec: VoiceSpec, language: str
    ) -> tuple[str, list[Span]]:
        """The text that ``read`` gives to espeak-ng, and where in it each spoken token lies.

        Phonemes stand between ``[[`` and ``]]``. Raises UnsayableError.
        """

        def write(ipa: str, one: Pronunciation) -> str:
            try:
                return f"[[{mnemonics(ipa, language)}]]"
            except UnsayableSignError as error:
                written = utterance.written[one.written_begin : one.written_end]
                sign = error.args[0]
                raise UnsayableError(spec.engine, spec.voice, written, ipa, sign) from error

        return with_phonemes(utterance, write, _without_brackets)

    def close(self) -> None:
        """End the process."""
        self._speaker.close()


def _without_brackets(text: str) -> str:
    """The text with spaces in their place: espeak-ng says what is between two of them as it is."""
    return text.replace("[", " ").replace("]", " ")
