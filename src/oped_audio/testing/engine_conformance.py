"""What every engine must keep to, ours and others'.

    from oped_audio.testing.engine_conformance import EngineConformance

    class TestCloud(EngineConformance):
        engine = "cloud"

in a test file of the package that brings the engine, and pytest runs each rule below.
"""

import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar, Literal

import numpy as np
import pytest

from oped_audio.errors import FixedPitchError, VoiceError
from oped_audio.model.audio import Clip, MarksFrom, VoiceSpec
from oped_audio.model.ipa import LONG, STRESSES
from oped_audio.model.script import Utterance
from oped_audio.settings import load
from oped_audio.testing.utterances import pronounced, unspoken, utterance
from oped_audio.testing.worker import work
from oped_audio.voices.engine import Engine, Phonemizer, Setup, choose_voice, open_engine
from oped_audio.voices.silence import THRESHOLD

Lack = Literal["pitch", "takes", "pronunciations"]

_LANGUAGE_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
"""https://www.rfc-editor.org/rfc/rfc5646#section-2.1, without the tags of old."""
_QUIET = 300
"""Of 32,768: -41 dBFS, breath and hum."""
_MARKUP = (
    "[[h@l'oU]]", "[ [h@l'oU]]", "x[[h@l'oU]]", "[[[h@l'oU]]]", "[[ h@l'oU ]]", "[[həlˈoʊ]]",
    "[a](/həlˈO/)",
)  # fmt: skip
"""Ways to say *hello* to one engine or another, with which no text may be obeyed."""
_LEAK = 8 << 20
"""Bytes that a process may grow by while an engine is opened and closed in it."""


class EngineConformance:
    """The rules, each a test. Say which engine, and what it lacks."""

    engine: ClassVar[str]
    """Its name, as ``--engine`` takes it."""
    voice: ClassVar[str] = ""
    """A Voice's id or name; empty for the best for the language."""
    other_voice: ClassVar[str] = ""
    """The id of another that is installed and has weights of its own, where there is one."""
    language: ClassVar[str] = "en"
    """BCP 47 tag of what is spoken here."""
    lacks: ClassVar[frozenset[Lack]] = frozenset()
    """What it cannot do: pitches, more takes of a sentence, or obeying pronunciations."""
    slack_ms: ClassVar[int] = 25
    """How far beyond a mark the sound of its word may reach."""
    sentence: ClassVar[str] = "Ten green bottles hanging on the wall."
    parted: ClassVar[str] = "Stop, go; wait: run."
    """Words with pauses between them."""

    @classmethod
    def setup_of(cls) -> Setup:
        """What the engine is given; installed voices lie where ``oped-audio`` looks for them."""
        return Setup(load(None, "", {}).settings.build.voices_path)

    @pytest.fixture(scope="class")
    @classmethod
    def opened(cls) -> Iterator[Engine]:
        """The engine, opened by its name, for all tests of the class."""
        engine = open_engine(cls.engine, cls.setup_of())
        yield engine
        engine.close()

    @pytest.fixture
    def spec(self, opened: Engine) -> VoiceSpec:
        """How the voice speaks unless a test says otherwise."""
        voice = choose_voice(self.engine, opened.voices(), self.voice, self.language)
        return VoiceSpec(self.engine, voice.id, 175, 1.0, 50)

    def test_voices_are_named_once_and_say_their_languages(self, opened: Engine) -> None:
        """No two voices have one id, each has a name, and languages are BCP 47 tags."""
        voices = opened.voices()
        assert voices
        assert len({voice.id for voice in voices}) == len(voices)
        for voice in voices:
            assert voice.engine == self.engine
            assert voice.id.strip()
            assert voice.name.strip()
            assert voice.languages
            assert [tag for tag in voice.languages if not _LANGUAGE_TAG.fullmatch(tag)] == []
        assert opened.voices() == voices

    def test_the_fingerprint_is_that_of_the_voice(self, opened: Engine, spec: VoiceSpec) -> None:
        """It is the same whenever it is asked for, and differs where the weights do."""
        own = opened.fingerprint(spec.voice)
        assert own
        assert opened.fingerprint(spec.voice) == own
        if self.other_voice:
            assert opened.fingerprint(self.other_voice) != own

    @pytest.mark.parametrize(
        "text",
        [
            "One.",
            "The visit of the president, in 2026, was short; he left.",
            "“Quoted,” she said — and left.",
            "- -",
            "😀 ☃ §",
            "a é Ж 中 \U0001f600 \U00020000 \U000e0041 \U000f0000 \u202e \ufdd0 z",
            "<break time='9s'/> [[h@loU]] & <speak> &amp; [so](/no/) </speak> {{x}} %s \\n",
            "他 说 了",
            "x" * 300,
            "https://example.org/a?b=c#d",
        ],
        ids=lambda text: ascii(text[:12]),
    )
    def test_a_word_has_a_mark(self, opened: Engine, spec: VoiceSpec, text: str) -> None:
        """Marks are one a spoken token, in order, without overlap, inside the clip."""
        said = self._utterance(text)
        self._check(opened.speak(said, spec), said)

    def test_a_long_sentence_is_spoken_whole(self, opened: Engine, spec: VoiceSpec) -> None:
        """One of 2,000 words is spoken, each word of it, however much a model takes at a time."""
        said = self._utterance(" ".join(["a"] * 2000))
        clip = opened.speak(said, replace(spec, rate_wpm=400))
        self._check(clip, said)
        assert clip.length > 30 * clip.sample_rate

    def test_words_take_time(self, opened: Engine, spec: VoiceSpec) -> None:
        """No word of a plain sentence is over in less than a hundredth of a second."""
        clip = opened.speak(self._utterance(self.sentence), spec)
        assert all(mark.end - mark.begin > clip.sample_rate // 100 for mark in clip.marks)

    def test_sound_is_in_the_marks(self, opened: Engine, spec: VoiceSpec) -> None:
        """Each word is heard within its mark, and nothing is heard between marks.

        Marks that are only estimated lie somewhere, so for those the rule is that they exist.
        """
        said = self._utterance(self.parted)
        clip = opened.speak(said, spec)
        self._check(clip, said)
        if clip.marks_from is MarksFrom.ESTIMATED:
            return
        sound = _loudness(clip)
        marked = np.zeros(clip.length, dtype=bool)
        slack = clip.sample_rate * self.slack_ms // 1000
        for mark in clip.marks:
            assert sound[mark.begin : mark.end].max() > _QUIET
            marked[max(mark.begin - slack, 0) : mark.end + slack] = True
        assert sound[~marked].max(initial=0) <= _QUIET

    def test_it_begins_and_ends_in_silence(self, opened: Engine, spec: VoiceSpec) -> None:
        """Silence at both ends is 10 to 30 ms; ``voices.silence.trim`` makes it so."""
        clip = opened.speak(self._utterance(self.sentence), spec)
        loud = np.flatnonzero(_loudness(clip) > THRESHOLD)
        for silence in (loud[0], clip.length - 1 - loud[-1]):
            assert 10 <= silence * 1000 // clip.sample_rate <= 30

    def test_nothing_to_say_is_a_short_silence(self, opened: Engine, spec: VoiceSpec) -> None:
        """An utterance without a spoken token is silence of less than a tenth of a second."""
        clip = opened.speak(unspoken("* *", self.language), spec)
        self._check(clip, unspoken("* *"))
        assert 0 < clip.length < clip.sample_rate // 10
        assert not _loudness(clip).any()

    def test_it_depends_on_the_request_alone(self, opened: Engine, spec: VoiceSpec) -> None:
        """The same request gives the same bytes, whatever was said before, and who says it."""
        said = self._utterance(self.sentence)
        first = opened.speak(said, spec)
        opened.speak(self._utterance(self.parted), replace(spec, rate_wpm=300, take=3))
        assert opened.speak(said, spec) == first
        other = open_engine(self.engine, self.setup_of())
        assert other.speak(said, spec) == first
        assert other.fingerprint(spec.voice) == opened.fingerprint(spec.voice)
        other.close()

    def test_another_take_sounds_otherwise(self, opened: Engine, spec: VoiceSpec) -> None:
        """Another take differs from the first and repeats itself; or there is but one."""
        said = self._utterance(self.sentence)
        first, other = opened.speak(said, spec), opened.speak(said, replace(spec, take=1))
        self._check(other, said)
        assert opened.speak(said, replace(spec, take=1)) == other
        assert (first.pcm == other.pcm) == ("takes" in self.lacks)

    @pytest.mark.parametrize(
        "text", ["Then Xi, of the Xi-led U.N., met Xi.", "Xi", "Xi of the Xi of"]
    )
    def test_pronunciations_are_obeyed(self, opened: Engine, spec: VoiceSpec, text: str) -> None:
        """What the lexicon says of a word is heard, alone and as a part of a token, each time."""
        plain, said = self._utterance(text), pronounced(text, "Xi", "ˈʃaʊmi", self.language)
        clip = opened.speak(said, spec)
        self._check(clip, said)
        for token, mark in zip(said.tokens, clip.marks, strict=True):
            assert not token.pronunciations or mark.end - mark.begin > clip.sample_rate // 20
        assert opened.speak(said, spec) == clip
        if "pronunciations" in self.lacks:
            return
        assert opened.speak(plain, spec).pcm != clip.pcm
        if isinstance(opened, Phonemizer):
            heard = opened.phonemes(said, spec)
            assert len(heard) == len(said.tokens)
            for token, ipa in zip(said.tokens, heard, strict=True):
                assert not token.pronunciations or "ʃaʊm" in _bare(ipa)

    def test_markup_is_text(self, opened: Engine, spec: VoiceSpec) -> None:
        """What an engine would obey in its own markup is read like any other text."""
        long_break = opened.speak(self._utterance("Now <break time='9s'/> then."), spec)
        loud = np.flatnonzero(_loudness(long_break) > _QUIET)
        assert np.diff(loud).max() < 4 * long_break.sample_rate
        if isinstance(opened, Phonemizer):
            for obeyed in (
                "[[h@l'oU]]",
                "[ [h@l'oU]]",
                "x[[h@l'oU]]",
                "[[həlˈoʊ]]",
                "[a](/həlˈO/)",
            ):
                heard = "".join(opened.phonemes(self._utterance(obeyed), spec))
                assert "həloʊ" not in _bare(heard)

    def test_rate_and_volume_are_obeyed(self, opened: Engine, spec: VoiceSpec) -> None:
        """Twice the rate takes less than 0.7 of the time; half the volume is softer."""
        said = self._utterance(self.sentence)
        normal = opened.speak(said, spec)
        fast = opened.speak(said, replace(spec, rate_wpm=350))
        soft = opened.speak(said, replace(spec, volume=0.5))
        assert fast.length < 0.7 * normal.length
        assert _loudness(soft).max() < 0.8 * _loudness(normal).max()

    def test_pitch_is_obeyed_or_refused(self, opened: Engine, spec: VoiceSpec) -> None:
        """Another pitch sounds otherwise, or FixedPitchError says that there is but one."""
        said = self._utterance(self.sentence)
        high = replace(spec, pitch=90)
        if "pitch" in self.lacks:
            with pytest.raises(FixedPitchError):
                opened.speak(said, high)
        else:
            assert opened.speak(said, high).pcm != opened.speak(said, spec).pcm

    @pytest.mark.parametrize("ipa", ["ǁoːsa", "ʘɒ", "ˈç"])
    def test_errors_travel(self, opened: Engine, spec: VoiceSpec, ipa: str) -> None:
        """A sound that the voice lacks is said as another, or refused by an error that pickles."""
        said = pronounced("Xi left.", "Xi", ipa, self.language)
        refusal: VoiceError | None = None
        try:
            self._check(opened.speak(said, spec), said)
        except VoiceError as error:
            refusal = error
        assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)

    def test_workers_have_it_and_closing_frees_it(self, opened: Engine, spec: VoiceSpec) -> None:
        """A spawned process finds the engine, says the same, and holds nothing of it once closed:
        no process, and no memory that grows each time.
        """
        said = self._utterance(self.sentence)
        worked = work(said, spec, self.setup_of())
        assert worked.clip == opened.speak(said, spec)
        assert worked.fingerprint == opened.fingerprint(spec.voice)
        assert set(worked.children) == {0}
        assert worked.memory[-1] - worked.memory[1] < _LEAK

    def _utterance(self, text: str) -> Utterance:
        return utterance(text, language=self.language)

    @staticmethod
    def _check(clip: Clip, said: Utterance) -> None:
        assert clip.sample_rate >= 8000
        assert len(clip.pcm) % 2 == 0
        assert [mark.token for mark in clip.marks] == list(range(len(said.spoken_tokens)))
        times = [time for mark in clip.marks for time in (mark.begin, mark.end)]
        assert times == sorted(times)
        assert all(0 <= time <= clip.length for time in times)
        assert {type(time) for time in times} <= {int}


def _loudness(clip: Clip) -> "np.ndarray[Any, Any]":
    loudness: np.ndarray[Any, Any] = np.abs(np.frombuffer(clip.pcm, "<i2").astype(np.int32))
    return loudness


def _bare(ipa: str) -> str:
    """IPA without stresses and lengths, which voices place and make each in its way."""
    return re.sub(f"[{STRESSES}{LONG}]", "", ipa)
