"""The command as a user types it, over folders of a few bytes."""

import json

import pytest
from typer.testing import CliRunner

from oped_audio.cli import main
from oped_audio.cli.app import app

MANIFEST = {
    "format": 1,
    "title": "Storks",
    "author": "Ada Byron",
    "language": "en",
    "identifier": "urn:uuid:1",
    "duration": 4.5,
    "sections": [{"id": "s00", "heading": "Storks", "audio": "audio/00.mp3", "duration": 4.5}],
    "files": [],
}


@pytest.fixture
def output(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "output/storks"
    folder.mkdir(parents=True)
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    return tmp_path / "output"


def run(*arguments):
    return CliRunner().invoke(app(), ["shelf", *map(str, arguments)])


def test_makes_a_site_of_output_and_says_so_in_a_line(output):
    done = run()
    assert done.exit_code == 0
    assert done.stdout.startswith("site: 1 article, 1 made, 0 removed, ")
    assert "use --base-url" in done.stderr
    assert (output.parent / "site/articles/storks/index.html").exists()


def test_takes_what_is_chosen_from_the_command_line_and_oped_toml(output):
    (output.parent / "oped.toml").write_text(
        '[shelf]\ntitle = "Ours"\nbase_url = "https://a.example"\n'
    )
    done = run("output", "-o", "there", "--title", "Mine", "--description", "All of it.")
    assert done.exit_code == 0
    page = (output.parent / "there/index.html").read_text()
    assert "<h1>Mine</h1>" in page
    assert "All of it." in page
    assert "https://a.example/" in page


def test_tells_other_programs_in_json(output):
    (output / "broken").mkdir()
    (output / "broken/manifest.json").write_text("{")
    done = run("--json", "--base-url", "https://a.example")
    told = json.loads(done.stdout)
    assert (told["articles"], told["made"], told["removed"]) == (1, 1, 0)
    assert told["failures"][0]["exit_code"] == done.exit_code == 3
    assert "broken" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere"], 3, "nowhere"),
        (["--base-url", "paper.example"], 2, "must be an address"),
        (["-o", "output/site"], 2, "not in the folder of the articles"),
    ],
)
def test_mistakes_are_one_line_and_an_exit_code(output, monkeypatch, capsys, arguments, code, said):
    monkeypatch.setattr("sys.argv", ["oped-audio", "shelf", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == code
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
