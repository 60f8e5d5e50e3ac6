from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from oped_audio.errors import EngineUnavailableError
from oped_audio.voices.neural.onnx_session import OnnxSession, with_output

DURATIONS = "/Clip_output_0"


@pytest.fixture(scope="module")
def model() -> bytes:
    return (files("hibari") / "assets" / "hibari.onnx").read_bytes()


def inputs():
    return {"ids": np.array([[0, 50, 51, 0]], np.int64), "speed": np.ones(1, np.float32)}


def test_a_tensor_inside_the_model_can_be_given_out(model, machine):
    plain = OnnxSession("hibari", model, machine).run(**inputs())
    also = OnnxSession("hibari", model, machine, DURATIONS).run(**inputs())
    assert len(also) == len(plain) + 1
    assert all(np.array_equal(one, other) for one, other in zip(plain, also, strict=False))
    durations = also[-1]
    assert durations.shape == (4,)
    assert 2 * durations.sum() == plain[0].shape[2]


def test_the_number_of_threads_does_not_change_what_comes_out(model, machine):
    one = OnnxSession("hibari", model, machine).run(**inputs())
    two = OnnxSession("hibari", model, replace(machine, threads=2)).run(**inputs())
    assert all(np.array_equal(a, b) for a, b in zip(one, two, strict=True))


def test_what_is_no_model_is_told(machine):
    with pytest.raises(EngineUnavailableError, match="cannot be loaded"):
        OnnxSession("hibari", b"no model", machine)


def test_a_device_that_is_not_here_is_told_with_those_that_are(model, machine):
    with pytest.raises(EngineUnavailableError, match=r"not run on rocm.*one of: cpu"):
        OnnxSession("hibari", model, replace(machine, device="rocm"))


def test_only_short_names_can_be_given_out():
    with pytest.raises(ValueError, match="too long"):
        with_output(b"", "x" * 130)
