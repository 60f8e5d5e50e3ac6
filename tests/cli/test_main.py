"""What main() does about errors: one line, and the error's exit code."""

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
