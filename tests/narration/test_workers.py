"""Processes that die or hang while they speak, and engines that give less than they should."""

import os
import signal
import time
from concurrent.futures import BrokenExecutor, wait

import pytest

from oped_audio.errors import NarrationError, SpeakersDiedError
from oped_audio.model.audio import VoiceSpec
from oped_audio.narration.handing import Order
from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import Home, SerialExecutor, Workers, close_engines

SPEC = VoiceSpec("staged", "sine", 175, 1.0, 50)


@pytest.fixture
def workers():
    made = Workers(2)
    yield made
    made.close()


@pytest.fixture
def pool(workers, machine):
    return workers.for_work(1000, machine).executor


@pytest.fixture
def order(utterance, tmp_path):
    def make(*sentences: str) -> Order:
        asked = tuple((text, (Asked(utterance(text), SPEC),)) for text in sentences)
        return Order(asked, ((("staged", "sine"), "staged 1"),), tmp_path / "cache")

    return make


def die_once(mark: str) -> int:
    if not os.path.exists(mark):  # noqa: PTH110 - it runs where there is little else
        with open(mark, "w"):  # noqa: PTH123
            os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_dies_is_replaced_and_nothing_is_lost(pool, tmp_path):
    futures = [pool.submit(die_once, str(tmp_path / "mark"))]
    futures += [pool.submit(abs, -number) for number in range(20)]
    assert [future.result() for future in futures[1:]] == list(range(20))
    assert futures[0].result() != os.getpid()


def test_what_no_process_survives_is_an_error_and_the_pool_goes_on(pool):
    with pytest.raises(BrokenExecutor):
        pool.submit(die, 0).result()
    assert pool.submit(abs, -1).result() == 1


def test_an_error_of_a_call_is_its_own_and_what_is_dropped_is_cancelled(workers, pool):
    with pytest.raises(ValueError, match="invalid literal"):
        pool.submit(int, "x").result()
    futures = [pool.submit(time.sleep, 0.2) for _ in range(30)]
    workers.close()
    assert not wait(futures, 20).not_done
    assert any(future.cancelled() for future in futures)


def test_an_engine_that_hangs_is_ended_and_what_it_was_saying_is_said_again(
    pool, staged, order, machine
):
    staged.tell(at="Two.", how="hang", times=1)
    team = Home(pool, machine, 1, longest_s=5.0)
    assert len(team.hand_out(order("One.", "Two.", "Three.")).result()) == 3
    assert sorted(staged.spoken()) == ["One.", "Three.", "Two.", "Two."]


def test_an_engine_that_always_ends_its_process_is_told(pool, staged, order, machine):
    staged.tell(at="Two.", how="crash")
    with pytest.raises(SpeakersDiedError, match=r"staged: .* was ended 3 times; free some memory"):
        Home(pool, machine, 1).hand_out(order("One.", "Two.")).result()


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("short", "its sound ends before its last word does"),
        ("silent", "it spoke 0 of 2 words"),
        ("raise", "RuntimeError: the engine is out of tune"),
        ("memory", "MemoryError"),
    ],
)
def test_what_an_engine_leaves_out_is_told_with_its_sentence(staged, order, machine, how, told):
    staged.tell(at="Two words.", how=how)
    team = Home(SerialExecutor(), machine, 1)
    with pytest.raises(NarrationError, match=rf"utterance .*\({told}\)"):
        team.hand_out(order("One.", "Two words.")).result()
    close_engines()
