"""Processes beside this one: what they run, and how they are told to end."""

import subprocess
import sys
import time

import pytest

from oped_audio.narration.processes import Processes, is_stopped


def until_stopped(_: int) -> str:
    while not is_stopped():
        time.sleep(0.01)
    return "told"


def test_what_asks_is_told_and_what_has_not_begun_is_dropped():
    processes = Processes(1)
    assert processes.submit(is_stopped).result() is False
    asked = [processes.submit(until_stopped, number) for number in range(5)]
    while not asked[0].running():
        time.sleep(0.01)
    processes.stop()
    assert asked[0].result() == "told"
    assert asked[-1].cancelled()
    assert not is_stopped()


@pytest.mark.parametrize("guard", ["", "if __name__ == '__main__': "])
def test_a_script_that_calls_the_library_does_not_begin_again(tmp_path, guard):
    script = tmp_path / "script.py"
    script.write_text(
        "from oped_audio.narration.processes import Processes\n"
        "print('begun')\n"
        f"{guard}processes = Processes(1)\n"
        f"{guard}print(processes.submit(abs, -1).result())\n"
        f"{guard}processes.stop()\n"
    )
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["begun", "1"]
