"""The commands as a user types them; builds are tried in end_to_end."""

import json
import wave

import pytest
from typer.testing import CliRunner

import oped_audio
from oped_audio.cli.app import app
from oped_audio.errors import OutputError

ARTICLE = (
    "The return of the storks\n\nBy Ada Byron\n\n"
    "The storks came back to the valley in the spring of 2024, and nobody had expected them.\n\n"
    "Mr. Lee said: “They are here. They will stay.” He was right, as it turned out in the end.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "storks.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def run():
    def invoke(*arguments: object):
        return CliRunner().invoke(app(), [*map(str, arguments)], catch_exceptions=False)

    return invoke


def test_help_tells_commands_and_exit_codes(run):
    shown = " ".join(run("--help").output.split())
    for word in ("build", "check", "outline", "script", "lexicon", "voices", "say", "Exit codes"):
        assert word in shown


def test_version(run):
    assert run("--version").output.startswith("oped-audio 0.")


def test_outline_is_a_tree(run, article):
    shown = run("outline", article).output
    assert shown.splitlines()[0] == "The return of the storks"
    assert "  byline: Ada Byron" in shown
    assert "s01 introduction: (no heading)" in shown
    assert "  s01-p01 paragraph: The storks came back" in shown


def test_outline_as_json_has_the_text_of_each_block(run, article):
    outline = json.loads(run("outline", article, "--json", "--language", "en-GB").output)
    assert outline["language"] == "en-GB"
    assert outline["sections"][0]["blocks"][0]["text"].startswith("The storks came back")


def test_script_shows_what_is_said_where_it_differs(run, article):
    shown = run("script", article).output
    assert "s01-p02-u1 [body] Mr. Lee said: “They are here." in shown
    assert "    spoken: [Mister] Lee said: They are here." in shown


def test_script_as_json(run, article):
    utterances = json.loads(run("script", article, "--json").output)["utterances"]
    assert utterances[0]["role"] == "title"
    keys = {"id", "section", "role", "written", "spoken", "pause_ms"}
    assert keys <= utterances[0].keys()


def test_voices_are_listed_with_language_and_gender(run):
    shown = run("voices", "--engine", "pyttsx3").output
    assert "en-US" in shown
    assert "\npyttsx3  en-gb " in shown
    assert "+f3" not in shown
    variants = run("voices", "--engine", "pyttsx3", "--language", "en").output
    assert "en-us+f3" in variants
    assert "female" in variants
    assert "French" not in variants


@pytest.mark.parametrize("command", [("build", "x.txt"), ("say", "Hi"), ("script", "x.txt")])
def test_commands_hand_the_voices_folder_on(run, monkeypatch, tmp_path, command):
    def stop(*arguments, **_):
        raise OutputError(str(arguments), "stopped")

    monkeypatch.setattr(oped_audio, command[0], stop)
    with pytest.raises(OutputError) as told:
        run(*command, "--voices-dir", tmp_path)
    assert f"'voices_dir': '{tmp_path}'" in told.value.path


@pytest.mark.parametrize("command", [("build", "x.txt"), ("say", "Hi")])
def test_commands_hand_the_device_on(run, monkeypatch, command):
    def stop(*arguments, **_):
        raise OutputError(str(arguments), "stopped")

    monkeypatch.setattr(oped_audio, command[0], stop)
    with pytest.raises(OutputError) as told:
        run(*command, "--device", "cpu")
    assert "'device': 'cpu'" in told.value.path
    assert run(*command, "--device", "abacus").exit_code == 2


@pytest.mark.parametrize("command", ["build", "say", "script"])
def test_help_names_the_engines(run, command):
    shown = run(command, "--help").output
    assert all(name in shown for name in ("pyttsx3", "hibari", "piper", "kokoro", "tone"))


def test_voices_as_json(run):
    (voice,) = json.loads(run("voices", "--engine", "tone", "--json").output)
    assert voice["id"] == "sine"


def test_voices_of_a_language_without_any(run):
    assert "No voice speaks this language." in run("voices", "--language", "tlh").output


@pytest.mark.parametrize("voice", ["en-us", "en-gb", "en-gb+f3"])
def test_say_writes_a_wav(run, tmp_path, voice):
    path = tmp_path / "x.wav"
    arguments = ("-o", path, "--rate", 150, "--voice", voice)
    assert run("say", "Good morning. How are you?", *arguments).exit_code == 0
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert 1 < file.getnframes() / file.getframerate() < 6


@pytest.mark.parametrize(("option", "made"), [("--report", True), ("--no-report", False)])
def test_build_makes_a_report_or_none(run, article, tmp_path, option, made):
    folder = tmp_path / "out"
    cache = ("--cache", tmp_path / "cache")
    result = run(
        "build", article, "-o", folder, "--engine", "tone", "--only", "captions", option, *cache
    )
    assert result.exit_code == 0
    assert (folder / "storks/report.html").is_file() is made
