import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from oped_audio.voices.starting import interrupts_held

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal masks")

_SLOW_TO_BEGIN = """
import time, signal
time.sleep(0.5)
from oped_audio.voices.starting import ignore_interrupts
ignore_interrupts()
print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
"""


def test_a_process_that_begins_does_not_hear_ctrl_c():
    listens = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with interrupts_held():
        process = subprocess.Popen(
            [sys.executable, "-c", _SLOW_TO_BEGIN],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=listens,  # noqa: PLW1509 - as what runs in the background does not
        )
    os.kill(process.pid, signal.SIGINT)
    assert process.communicate(timeout=30) == ("set()\n", "")
    assert process.returncode == 0


def test_what_this_thread_is_sent_comes_when_it_is_over():
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        with interrupts_held():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            assert heard == []
        assert heard == [signal.SIGINT]
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_another_thread_is_sent_waits_too():
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    over = threading.Event()
    listener = threading.Thread(target=over.wait)
    listener.start()
    try:
        with interrupts_held():
            signal.pthread_kill(listener.ident, signal.SIGINT)
            time.sleep(0.2)
            assert heard == []
        assert heard == [signal.SIGINT]
    finally:
        signal.signal(signal.SIGINT, before)
        over.set()
        listener.join()
