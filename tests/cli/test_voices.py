"""``oped-audio voices`` and ``voices install``, as a user types them."""

import json
import sys
from io import StringIO

import pytest
from rich.console import Console
from typer.testing import CliRunner

import oped_audio
from oped_audio.cli.app import app
from oped_audio.cli.installing import Bars, Lines, Quiet
from oped_audio.errors import UnknownEngineError
from oped_audio.model.audio import Offer, Voice
from oped_audio.model.installation import (
    Fetched,
    Fetching,
    ModulesMissing,
    SourceFailed,
    VoiceReady,
    Waiting,
)


@pytest.fixture
def run():
    def invoke(*arguments: object):
        return CliRunner().invoke(app(), [*map(str, arguments)], catch_exceptions=False)

    return invoke


@pytest.fixture
def offers(monkeypatch):
    asked = []
    found = (
        Offer("broken", (), "cannot be started (no x)", "install x"),
        Offer("beep", (Voice("beep", "b", "Beep", ("mul",), "neutral", "test"),)),
        Offer(
            "fine",
            (
                Voice("fine", "ada", "Ada", ("en-GB", "en"), "female", "natural", 1.6, "MIT"),
                Voice("fine", "bob", "[Bob]", ("de",), None, "good", 87, "MIT", installed=False),
                Voice("fine", "ada+f1", "Ada", ("en-GB",), "female", "natural", 1.6, "MIT"),
            ),
        ),
    )

    def list_engines(only, options):
        asked.append((only, options))
        return found

    monkeypatch.setattr(oped_audio, "list_engines", list_engines)
    return asked


def test_voices_are_listed_the_best_first(run, offers):
    done = run("voices")
    assert done.stdout.splitlines() == [
        "engine  voice  name   language   gender   quality  speed  licence  installed",
        "fine    ada    Ada    en-GB, en  female   natural  1.6×   MIT      yes",
        "fine    bob    [Bob]  de         -        good     87×    MIT      no",
        "beep    b      Beep   mul        neutral  test     -      -        yes",
    ]
    assert done.stderr.splitlines() == [
        "engine broken: cannot be started (no x); install x",
        "Voices are installed with `oped-audio voices install NAME…`.",
    ]


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [
        (("--language", "en"), ["ada", "ada+f1"]),
        (("--language", "EN-gb"), ["ada", "ada+f1"]),
        (("--installed",), ["ada", "b"]),
        (("--installed", "--language", "de"), []),
    ],
)
def test_filters(run, offers, arguments, listed):
    done = run("voices", "--json", *arguments)
    assert [voice["id"] for voice in json.loads(done.stdout)] == listed
    if not listed:
        assert "No voice speaks this language." in done.stderr


def test_nothing_to_list(run, offers, monkeypatch):
    monkeypatch.setattr(oped_audio, "list_engines", lambda *_: ())
    done = run("voices", "--engine", "fine", "--installed")
    assert (done.stdout, done.stderr) == ("", "There is no such voice.\n")


def test_the_engine_and_the_folder_are_handed_on(run, offers, tmp_path):
    run("voices", "--engine", "fine", "--voices-dir", tmp_path)
    run("voices")
    assert offers == [("fine", {"build": {"voices_dir": str(tmp_path)}}), (None, {})]


def test_json_has_all_that_is_known(run, offers):
    voice = json.loads(run("voices", "--json").stdout)[1]
    assert voice == {
        "engine": "fine",
        "id": "bob",
        "name": "[Bob]",
        "languages": ["de"],
        "gender": None,
        "quality": "good",
        "speed": 87,
        "licence": "MIT",
        "installed": False,
    }


def test_a_table_on_a_terminal(offers, monkeypatch):
    class Terminal(StringIO):
        def isatty(self):
            return True

    shown = Terminal()
    monkeypatch.setattr(sys, "stdout", shown)
    monkeypatch.setattr("rich.console.Console", lambda: Console(file=shown, width=120))
    app()(["voices"], standalone_mode=False)
    assert "[Bob]" in shown.getvalue()
    assert "natural" in shown.getvalue()


def test_the_real_list_without_starting_an_engine(run, tmp_path):
    done = run("voices", "--engine", "kokoro", "--voices-dir", tmp_path)
    assert "\nkokoro  af_heart " in done.stdout
    assert len(done.stdout.splitlines()) == 55


def test_an_engine_that_is_not_there(run):
    with pytest.raises(UnknownEngineError):
        run("voices", "--engine", "nobody")


EVENTS = (
    Waiting("/voices/e"),
    Fetching("x.whl", "mirror.example", 2_500_000),
    SourceFailed("x.whl", "https://mirror.example/x.whl", "404"),
    Fetching("ada.bin", "a.example", 5_000),
    Fetched("ada.bin", 2000),
    Fetched("ada.bin", 5000),
    VoiceReady("e", "ada", True),
    VoiceReady("e", "bob", False),
    ModulesMissing("e", ("onnxruntime", "y"), 'pip install "oped-audio[e]"'),
)


@pytest.fixture
def installed(monkeypatch):
    asked = []

    def install_voices(names, options, listen):
        asked.append((names, options))
        for event in EVENTS:
            listen(event)

    monkeypatch.setattr(oped_audio, "install_voices", install_voices)
    return asked


def test_install_tells_what_is_fetched_and_what_is_in_the_way(run, installed, tmp_path):
    done = run("voices", "install", "ada", "e/bob", "--voices-dir", tmp_path)
    assert installed == [(["ada", "e/bob"], {"build": {"voices_dir": str(tmp_path)}})]
    assert done.stdout.splitlines() == [
        "x.whl: 2.5 MB from mirror.example",
        "ada.bin: 5 kB from a.example",
        "e: installed ada, 1 voice installed before",
    ]
    assert done.stderr.splitlines() == [
        "oped-audio: waiting for another installation into /voices/e",
        "oped-audio: https://mirror.example/x.whl: 404; another source is tried",
        "oped-audio: engine e cannot speak yet: it needs onnxruntime and y;"
        ' run `pip install "oped-audio[e]"`',
    ]


def test_a_folder_before_the_word_install_counts_too(run, installed, tmp_path):
    run("voices", "--voices-dir", tmp_path, "install", "ada")
    assert installed == [(["ada"], {"build": {"voices_dir": str(tmp_path)}})]


def test_install_as_json(run, installed):
    assert json.loads(run("voices", "install", "ada", "--json").stdout) == [
        {"engine": "e", "voice": "ada", "new": True},
        {"engine": "e", "voice": "bob", "new": False},
    ]


def test_ctrl_c_is_told_how_to_go_on(run, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(oped_audio, "install_voices", stop)
    done = run("voices", "install", "ada")
    assert done.exit_code == 130
    assert "run it again to go on" in done.stderr


@pytest.mark.parametrize("kind", [Quiet, Lines, Bars])
def test_displays(kind, capsys):
    with kind() as display:
        for event in EVENTS:
            display(event)
    assert "another source is tried" in capsys.readouterr().err


def test_many_new_voices_are_counted():
    display = Quiet()
    for number in range(54):
        display(VoiceReady("kokoro", f"v{number}", True))
    display(VoiceReady("hibari", "heart", False))
    display(VoiceReady("hibari", "kore", False))
    assert display.summary() == "kokoro: installed 54\nhibari: 2 voices installed before"
