"""What main() does about errors: one line, and the error's exit code."""

import os
import shutil
import subprocess
import sys

import pytest

from oped_audio import cli
from oped_audio.errors import OutputError


def run(monkeypatch, *arguments: object) -> int:
    monkeypatch.setattr(sys, "argv", ["oped-audio", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    return int(stopped.value.code or 0)


def test_an_error_is_one_line_and_its_code(monkeypatch, capsys, tmp_path):
    assert run(monkeypatch, "outline", tmp_path / "gone.txt") == 3
    assert capsys.readouterr().err.startswith(f"oped-audio: {tmp_path}/gone.txt: cannot be read")


def test_say_into_a_folder_that_is_not_there(monkeypatch, capsys, tmp_path):
    output = tmp_path / "gone" / "x.wav"
    assert run(monkeypatch, "say", "Hi", "-o", output, "--engine", "tone") == 5
    assert "choose another file" in capsys.readouterr().err


def test_say_without_a_player_tells_how_to_write_a_file(monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert run(monkeypatch, "say", "Hi", "--engine", "tone") == 5
    assert "use -o speech.wav" in capsys.readouterr().err


def test_say_plays_with_the_player_that_is_there(monkeypatch, tmp_path):
    played = []
    monkeypatch.setattr(shutil, "which", lambda name: name == "aplay")
    monkeypatch.setattr(subprocess, "run", lambda c, check: played.append(c))
    assert run(monkeypatch, "say", "Hi", "--engine", "tone") == 0
    assert played[0][:2] == ["aplay", "-q"]


def test_ctrl_c_is_told_how_to_go_on(monkeypatch, capsys):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("oped_audio.pipeline.building.build", stop)
    assert run(monkeypatch, "build", "--json") == 130
    assert "run it again to go on" in capsys.readouterr().err


def test_an_error_of_ours_while_listing_is_shown_too(monkeypatch, capsys):
    def fail():
        raise OutputError("out", "no space left")

    monkeypatch.setattr("oped_audio.cli.app.app", lambda _: fail)
    assert run(monkeypatch) == 5
    assert capsys.readouterr().err == (
        "oped-audio: out: cannot be written (no space left); "
        "choose another folder or free some space\n"
    )


def test_only_the_command_that_is_wanted_is_loaded():
    told = "import sys; from oped_audio.cli.app import app; app('say'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "oped_audio.cli.say" in done.stdout.split()
    assert "oped_audio.cli.voices" not in done.stdout.split()


def test_a_command_that_is_none_is_told_what_there_is(monkeypatch, capsys):
    assert run(monkeypatch, "biuld") == 2
    assert "Did you mean 'build'?" in capsys.readouterr().err


PROGRAM = "from oped_audio.cli import program; program()"


def ended(code: str, *arguments: str, **given) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", code, *arguments]
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **given}
    return subprocess.run(command, text=True, check=False, timeout=60, **given)


def test_the_program_ends_with_all_that_it_said_and_its_code(tmp_path):
    listed = ended(PROGRAM, "voices", "--json")
    assert listed.returncode == 0
    assert listed.stdout.endswith("]\n")
    gone = ended(PROGRAM, "outline", str(tmp_path / "gone.txt"))
    assert gone.returncode == 3
    assert gone.stderr.startswith(f"oped-audio: {tmp_path}/gone.txt: cannot be read")


def test_what_is_to_be_done_at_the_end_is_done():
    at_the_end = "import atexit, threading, time; atexit.register(print, 'at the end'); "
    assert ended(at_the_end + PROGRAM, "--version").stdout.endswith("at the end\n")
    thread = "threading.Thread(target=lambda: (time.sleep(0.2), print('a thread'))).start(); "
    told = ended(at_the_end + thread + PROGRAM, "--version").stdout.splitlines()
    assert told[-2:] == ["a thread", "at the end"]


@pytest.mark.skipif(os.name != "posix", reason="a shell of Unix closes the stream")
def test_a_closed_stream_is_no_error():
    shell = ["/bin/sh", "-c", '"$0" -c "$1" --version >&-', sys.executable, PROGRAM]
    done = subprocess.run(shell, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_gone_is_told_as_python_does():
    reading, writing = os.pipe()
    os.close(reading)
    done = ended(PROGRAM, "--version", stdout=writing)
    os.close(writing)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
