import gc
from collections.abc import Callable
from dataclasses import replace

import pytest

from oped_audio.errors import UnknownEngineError
from oped_audio.model.audio import Clip, MarksFrom, Voice, VoiceSpec
from oped_audio.model.script import Token, Utterance, UtteranceRole
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.narrator import Narrator
from oped_audio.narration.parts import Asked
from oped_audio.narration.speakers import SpecOf
from oped_audio.narration.workers import Workers, close_engines, narrate
from oped_audio.voices.engine import Setup

SPEC = VoiceSpec("tone", "sine", 175, 1.0, 50)
SENTENCES = [f"This is sentence number {number}." for number in range(19)]


def own_voice(*_: object) -> VoiceSpec:
    return SPEC


def spoken(utterances: list[Utterance], machine: Setup) -> list[Clip]:
    return narrate([(Asked(each, SPEC),) for each in utterances], machine)


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


@pytest.fixture
def narrator(tmp_path, machine):
    opened: list[Workers] = []

    def make(
        jobs: int = 1,
        spec_of: SpecOf = own_voice,
        on_damage: Callable[[str], object] = str,
        on_clips: Callable[[str, int], object] = lambda *_: None,
    ) -> Narrator:
        opened.append(Workers(jobs))
        return Narrator(
            store=ClipStore(tmp_path),
            team=replace(opened[-1].for_work(1000, machine), ahead=2),
            voice=Voice("tone", "sine", "Sine", ("en",), speed=100),
            spec_of=spec_of,
            language="en",
            fingerprint_of=lambda _: "tone-1",
            on_damage=on_damage,
            on_clips=on_clips,
        )

    yield make
    for workers in opened:
        workers.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_clips_go_from_memory_as_soon_as_nobody_uses_them(narrator, sections, jobs):
    def clips():
        return sum(type(one) is Clip for one in gc.get_objects())

    gc.collect()
    before = clips()
    gc.disable()
    try:
        assert sum(len(one.clips) for one in narrator(jobs).narrations(sections)) == 23
        assert clips() == before
    finally:
        gc.enable()


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_executor_gives_the_same_clips_in_order(narrator, sections, machine, jobs):
    first, second = narrator(jobs).narrations(sections)
    assert list(first.clips) == spoken(sections[0][1], machine)
    assert list(second.clips) == spoken(sections[1][1], machine)
    assert (first.section, first.new) == ("s01", len(SENTENCES))
    assert first.marks_from is MarksFrom.ENGINE


def test_what_is_stored_is_not_spoken_again(narrator, sections):
    first = list(narrator().narrations(sections))
    again = list(narrator().narrations(sections))
    assert [narration.new for narration in again] == [0, 0]
    assert [narration.clips for narration in again] == [narration.clips for narration in first]


def test_what_another_section_is_being_spoken_for_is_not_spoken_again(narrator, utterance):
    told = []
    first = [utterance(text, f"s01-p01-u{n}") for n, text in enumerate(SENTENCES, 1)]
    again = [utterance(text, f"toc-p01-u{n}") for n, text in enumerate(SENTENCES[5:7], 1)]
    new = utterance("Contents.", "toc-p02-u1")
    narrations = narrator(on_clips=lambda *event: told.append(event)).narrations(
        [("s01", first), ("toc", [*again, new, again[0]])]
    )
    before, after = narrations
    assert (before.new, after.new) == (len(SENTENCES), 1)
    assert after.keys[:2] == before.keys[5:7]
    assert after.clips[:2] == before.clips[5:7]
    assert sum(count for section, count in told if section == "toc") == 4


def test_a_changed_sentence_is_the_only_one_spoken(narrator, sections, utterance):
    list(narrator().narrations(sections))
    sections[0][1][3] = utterance("Changed.", "s01-p01-u4")
    again = list(narrator().narrations(sections))
    assert [narration.new for narration in again] == [1, 0]


def test_a_damaged_clip_is_told_and_spoken_again(tmp_path, narrator, sections):
    list(narrator().narrations(sections))
    victim = next(tmp_path.rglob("*.clip"))
    victim.write_bytes(victim.read_bytes()[:-2])
    damaged: list[str] = []
    again = list(narrator(on_damage=damaged.append).narrations(sections))
    assert damaged == [str(victim)]
    assert sum(narration.new for narration in again) == 1


def test_progress_counts_every_sentence(narrator, sections):
    counted: dict[str, int] = {}

    def count(section: str, sentences: int) -> None:
        counted[section] = counted.get(section, 0) + sentences

    for _ in range(2):
        counted.clear()
        list(narrator(on_clips=count).narrations(sections))
        assert counted == {"s01": len(SENTENCES), "s02": 4}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_reaches_who_asks(narrator, sections, jobs):
    made = narrator(jobs, lambda *_: VoiceSpec("missing", "", 175, 1.0, 50))
    with pytest.raises(UnknownEngineError):
        list(made.narrations(sections))


def test_each_language_is_spoken_as_its_own_voice_does(narrator, utterance):
    def spec_of(role: UtteranceRole | None, language: str) -> VoiceSpec:
        return replace(SPEC, rate_wpm=300) if language == "fr" else SPEC

    said = utterance("La paix, la paix.", "s01-p01-u1")
    foreign = replace(utterance("La paix, la paix.", "s01-p01-u2"), language="fr")
    [narration] = narrator(spec_of=spec_of).narrations([("s01", [said, foreign])])
    slow, fast = narration.clips
    assert len(fast.pcm) < len(slow.pcm)


def test_each_role_is_spoken_as_its_own_voice_does_and_announced_by_the_narrator(
    narrator, utterance, machine
):
    slow = replace(SPEC, rate_wpm=100)

    def spec_of(role: UtteranceRole | None, language: str) -> VoiceSpec:
        return slow if role == "caption" else SPEC

    body = utterance("Roof.")
    tokens = (Token(0, 5, "Caption: Roof.", announces=9),)
    caption = replace(body, role="caption", tokens=tokens)
    [narration] = narrator(spec_of=spec_of).narrations([("s01", [body, caption])])
    plain, announced = narration.clips
    assert [plain] == spoken([body], machine)
    [first] = spoken([utterance("Caption:")], machine)
    [second] = narrate([(Asked(body, slow),)], machine)
    breath = bytes(2 * (plain.sample_rate // 5))
    assert announced.pcm == first.pcm + breath + second.pcm
    assert len(announced.marks) == 1


def test_processes_are_kept_and_share_out_the_cores(machine):
    workers = Workers(4)
    alone = workers.for_work(1, machine)
    shared = workers.for_work(100, machine)
    assert (alone.setup.threads, shared.setup.threads) == (4, 1)
    assert shared.executor is not alone.executor
    assert workers.for_work(1000, machine).executor is shared.executor
    workers.close()


def test_a_sentence_is_asked_for_in_the_take_that_is_wanted(narrator, sections):
    plain, _ = narrator().narrations(sections)
    retaken, _ = replace(narrator(), takes={SENTENCES[3]: 2}).narrations(sections)
    changed = [one != other for one, other in zip(plain.keys, retaken.keys, strict=True)]
    assert [number for number, is_other in enumerate(changed) if is_other] == [3]
    assert retaken.new == 1
