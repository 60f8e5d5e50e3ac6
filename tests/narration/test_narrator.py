from concurrent.futures import Executor
from dataclasses import replace

import pytest

from oped_audio.errors import UnknownEngineError
from oped_audio.model.audio import MarksFrom, VoiceSpec
from oped_audio.model.script import Token, UtteranceRole
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.narrator import BATCH, Narrator
from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import close_engines, narrate, open_executor

SPEC = VoiceSpec("tone", "sine", 175, 1.0, 50)
SENTENCES = [f"This is sentence number {number}." for number in range(2 * BATCH + 3)]


def own_voice(*_: object) -> VoiceSpec:
    return SPEC


@pytest.fixture(autouse=True)
def _engines():
    yield
    close_engines()


@pytest.fixture
def sections(utterance):
    return [
        ("s01", [utterance(text, f"s01-p01-u{n}") for n, text in enumerate(SENTENCES, 1)]),
        ("s02", [utterance(SENTENCES[0], "s02-p01-u1"), utterance("New.", "s02-p01-u2")] * 2),
    ]


def narrator(tmp_path, executor: Executor) -> Narrator:
    return Narrator(
        ClipStore(tmp_path), executor, own_voice, "en", "tone-1", 2, str, lambda *_: None
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_executor_gives_the_same_clips_in_order(tmp_path, sections, jobs):
    with open_executor(jobs) as executor:
        first, second = narrator(tmp_path, executor).narrations(sections)
    assert list(first.clips) == narrate([(Asked(each, SPEC),) for each in sections[0][1]])
    assert list(second.clips) == narrate([(Asked(each, SPEC),) for each in sections[1][1]])
    assert (first.section, first.new) == ("s01", len(SENTENCES))
    assert first.marks_from is MarksFrom.ENGINE


def test_what_is_stored_is_not_spoken_again(tmp_path, sections):
    with open_executor(1) as executor:
        first = list(narrator(tmp_path, executor).narrations(sections))
        again = list(narrator(tmp_path, executor).narrations(sections))
    assert [narration.new for narration in again] == [0, 0]
    assert [narration.clips for narration in again] == [narration.clips for narration in first]


def test_a_changed_sentence_is_the_only_one_spoken(tmp_path, sections, utterance):
    with open_executor(1) as executor:
        list(narrator(tmp_path, executor).narrations(sections))
        sections[0][1][3] = utterance("Changed.", "s01-p01-u4")
        again = list(narrator(tmp_path, executor).narrations(sections))
    assert [narration.new for narration in again] == [1, 0]


def test_a_damaged_clip_is_told_and_spoken_again(tmp_path, sections):
    with open_executor(1) as executor:
        list(narrator(tmp_path, executor).narrations(sections))
        victim = next(tmp_path.rglob("*.clip"))
        victim.write_bytes(victim.read_bytes()[:-2])
        damaged: list[str] = []
        made = Narrator(
            ClipStore(tmp_path),
            executor,
            own_voice,
            "en",
            "tone-1",
            2,
            damaged.append,
            lambda *_: None,
        )
        again = list(made.narrations(sections))
    assert damaged == [str(victim)]
    assert sum(narration.new for narration in again) == 1


def test_progress_counts_every_sentence(tmp_path, sections):
    counted: dict[str, int] = {}

    def count(section: str, sentences: int) -> None:
        counted[section] = counted.get(section, 0) + sentences

    for _ in range(2):
        counted.clear()
        with open_executor(1) as executor:
            made = Narrator(ClipStore(tmp_path), executor, own_voice, "en", "tone-1", 2, str, count)
            list(made.narrations(sections))
        assert counted == {"s01": len(SENTENCES), "s02": 4}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_reaches_who_asks(tmp_path, sections, jobs):
    with open_executor(jobs) as executor:
        made = Narrator(
            ClipStore(tmp_path),
            executor,
            lambda *_: VoiceSpec("missing", "", 175, 1.0, 50),
            "en",
            "x",
            2,
            str,
            lambda *_: None,
        )
        with pytest.raises(UnknownEngineError):
            list(made.narrations(sections))


def test_each_language_is_spoken_as_its_own_voice_does(tmp_path, utterance):
    def spec_of(role: UtteranceRole | None, language: str) -> VoiceSpec:
        return replace(SPEC, rate_wpm=300) if language == "fr" else SPEC

    said = utterance("La paix, la paix.", "s01-p01-u1")
    foreign = replace(utterance("La paix, la paix.", "s01-p01-u2"), language="fr")
    with open_executor(1) as executor:
        made = Narrator(
            ClipStore(tmp_path), executor, spec_of, "en", "tone-1", 2, str, lambda *_: None
        )
        [narration] = made.narrations([("s01", [said, foreign])])
    slow, fast = narration.clips
    assert len(fast.pcm) < len(slow.pcm)


def test_each_role_is_spoken_as_its_own_voice_does_and_announced_by_the_narrator(
    tmp_path, utterance
):
    slow = replace(SPEC, rate_wpm=100)
    cut = (("Caption:", SPEC), ("Roof.", slow))

    def spec_of(role: UtteranceRole | None, language: str) -> VoiceSpec:
        return slow if role == "caption" else SPEC

    body = utterance("Roof.")
    tokens = (Token(0, 5, "Caption: Roof.", announces=9),)
    caption = replace(body, role="caption", tokens=tokens)
    with open_executor(1) as executor:
        made = Narrator(
            ClipStore(tmp_path), executor, spec_of, "en", "tone-1", 2, str, lambda *_: None
        )
        [narration] = made.narrations([("s01", [body, caption])])
    plain, announced = narration.clips
    assert (plain,) == tuple(narrate([(Asked(body, SPEC),)]))
    words = narrate([(Asked(utterance(text), spec),) for text, spec in cut])
    breath = bytes(2 * (plain.sample_rate // 5))
    assert announced.pcm == words[0].pcm + breath + words[1].pcm
    assert len(announced.marks) == 1
