"""Two in one folder, one after the other."""

import fcntl
import threading

import pytest

from oped_audio.voices.weights import folder_lock
from oped_audio.voices.weights.folder_lock import locked


def test_the_second_waits_for_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(folder_lock, "_AGAIN_S", 0.01)
    waiting = threading.Event()
    order = []

    def second():
        with locked(tmp_path, waiting.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with locked(tmp_path, lambda: order.append("waited")):
        thread.start()
        assert waiting.wait(10)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_where_there_are_no_locks_nothing_is_held(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", fail)
    with locked(tmp_path, pytest.fail):
        pass


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError), locked(tmp_path / "gone", pytest.fail):
        pass
