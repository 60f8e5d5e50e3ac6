"""Builds and their processes, killed at random moments."""

import os
import signal
import time
from contextlib import suppress
from functools import partial

import pytest


@pytest.mark.many(50)
def test_the_build_is_killed(bench, chance):
    process = bench.start()
    bench.watch(process, 0, 1)
    process.kill()
    bench.end(process, is_cut_off=True)
    bench.holds()


@pytest.mark.many(50)
def test_a_process_of_the_build_is_killed(bench, chance):
    """A speaking process, an ffmpeg, or whatever else there is at the moment."""
    process = bench.start()
    bench.watch(process, 0.1, 1)
    while not (helpers := bench.helpers(process.pid)) and process.poll() is None:
        time.sleep(0.005)
    with suppress(ProcessLookupError, IndexError):  # it is done already
        os.kill(chance.choice(helpers), signal.SIGKILL)
    bench.end(process)
    bench.holds()


def test_ctrl_c(bench, chance):
    listens = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # jobs in the background do not
    process = bench.start(start_new_session=True, preexec_fn=listens)
    bench.watch(process, 0.2, 1)
    os.killpg(process.pid, signal.SIGINT)
    bench.end(process, is_cut_off=True)
    bench.holds()


@pytest.mark.torture
def test_the_build_is_killed_twice_in_the_same_place(bench, chance):
    moment = chance.uniform(0.3, 0.9)
    for _ in range(2):
        process = bench.start()
        bench.watch(process, moment, moment)
        process.kill()
        bench.end(process, is_cut_off=True)
    bench.holds()
