from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.model.script import Token, Utterance
from oped_audio.narration.parts import Asked
from oped_audio.narration.workload import calls, work_s, workers


def voice(speed: float | None) -> Voice:
    return Voice("x", "x", "X", ("en",), speed=speed)


def asked(length: int) -> tuple[Asked, ...]:
    text = "a" * length
    said = Utterance("u", "s", "b", "body", 0, text, (Token(0, length, text),), 0, "en")
    return (Asked(said, VoiceSpec("x", "x", 175, 1.0, 50)),)


def test_work_is_speech_by_the_speed_of_the_voice():
    assert work_s(1500, voice(100)) == 1
    assert work_s(1500, voice(None)) == 10


def test_little_work_is_done_here():
    assert workers(1, 8) == 1
    assert workers(10, 8) == 8


@given(st.lists(st.integers(1, 400)), st.sampled_from([None, 0.5, 1.6, 87, 800]))
def test_everything_is_handed_out_once_and_in_order(lengths, speed):
    waiting = [(str(at), asked(length)) for at, length in enumerate(lengths)]
    made = list(calls(waiting, voice(speed)))
    assert [one for call in made for one in call] == waiting
    assert all(1 <= len(call) <= 8 for call in made)


def test_a_slow_voice_is_handed_a_sentence_at_a_time_and_a_fast_one_several():
    waiting = [(str(at), asked(90)) for at in range(20)]
    assert [len(call) for call in calls(waiting, voice(1.6))] == [1] * 20
    assert [len(call) for call in calls(waiting, voice(800))] == [8, 8, 4]
