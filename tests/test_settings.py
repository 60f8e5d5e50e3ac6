from datetime import UTC, datetime
from pathlib import Path

import pytest

from oped_audio.errors import SettingsError
from oped_audio.settings import (
    Layer,
    RoleSettings,
    Settings,
    environment_layers,
    file_layers,
    load,
    resolve,
)


def of(**tables):
    return resolve([Layer("test", tables)]).settings


def test_nothing_given_gives_the_defaults():
    assert resolve([]).settings == Settings()


def test_later_layers_win_and_origins_are_remembered():
    resolved = resolve(
        [
            Layer("oped.toml", {"voice": {"rate_wpm": 150, "pitch": 40}}),
            Layer("command line", {"voice": {"rate_wpm": 200}}),
        ]
    )
    assert resolved.settings.voice.rate_wpm == 200
    assert resolved.settings.voice.pitch == 40
    assert resolved.origins == {"voice.rate_wpm": "command line", "voice.pitch": "oped.toml"}


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (
            {"voice": {"rate": 1}},
            r"voice\.rate: there is no such setting; did you mean voice\.rate_wpm",
        ),
        ({"vioce": {}}, r"vioce: there is no such setting; did you mean voice\?"),
        ({"zzz": {}}, "known are book, reading, voice"),
        ({"voice": 3}, r"voice: must be a table; write \[voice\]"),
        ({"voice": {"rate_wpm": "fast"}}, r"test: voice\.rate_wpm: .*valid integer"),
        ({"voice": {"rate_wpm": 20}}, "rate_wpm must be 80 to 450"),
        ({"voice": {"volume": 2.0}}, "volume must be"),
        ({"voice": {"pitch": 200}}, "pitch must be"),
        ({"voices": 3}, r"voices: must be a table; write \[voices\]"),
        ({"voices": {"caption": "f3"}}, r"voices\.caption: must be a table; write \[voices\.cap"),
        ({"voices": {"captoin": {}}}, r"voices\.captoin: .*did you mean voices\.caption\?"),
        ({"voices": {"credit": {}}}, r"voices\.credit: .*; it is set in \[voices\.caption\]"),
        ({"voice": {"caption": {}}}, r"voice\.caption: .*; it is set in \[voices\.caption\]"),
        ({"voices": {"zzz": {}}}, r"known are voices\.title, .*, voices\.about-author"),
        (
            {"voices": {"note": {"rate": 1}}},
            r"voices\.note\.rate: .*did you mean voices\.note\.rate_wpm\?",
        ),
        ({"voices": {"note": {"xxx": 1}}}, r"known are .*voices\.note\.announce_end"),
        ({"voices": {"note": {"pitch": 200}}}, r"voices\.note: pitch must be 0 to 100"),
        ({"voices": {"note": {"rate_wpm": 20}}}, "rate_wpm must be 80 to 450"),
        ({"voices": {"note": {"volume": 2}}}, "volume must be"),
        ({"voices": {"note": {"after_ms": -1}}}, "after_ms must be 0 to 10000"),
        ({"voices": {"note": {"voice": 3}}}, r"voices\.note\.voice: .*valid string"),
        ({"pauses": {"sentence_ms": -1}}, "sentence_ms must be 0 to 10000"),
        ({"audio": {"bitrate_kbps": 65}}, "bitrate_kbps must be one of"),
        ({"captions": {"lines": 9}}, "lines must be 1 to 4"),
        ({"captions": {"line_length": 3}}, "line_length must be"),
        ({"captions": {"longest_ms": 3}}, "longest_ms must be"),
        ({"captions": {"shortest_ms": 30_000}}, "shortest_ms must be"),
        ({"epub": {"highlight": "letter"}}, "epub.highlight"),
        ({"build": {"formats": ["epub", "pdf"]}}, "build.formats"),
        ({"build": {"jobs": -1}}, "jobs must be"),
        ({"cache": {"cap_mb": 0}}, "cap_mb must be"),
        ({"book": {"date": "5 January"}}, "date must be written as"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_its_origin(tables, message):
    with pytest.raises(SettingsError, match=message) as caught:
        of(**tables)
    assert str(caught.value).startswith("test: ")
    assert caught.value.exit_code == 2


def test_a_role_has_what_its_layers_say():
    layers = [
        Layer("oped.toml", {"voices": {"caption": {"voice": "en-us+f3", "before_ms": 1200}}}),
        Layer("its article", {"voices": {"caption": {"before_ms": 0}, "note": {"announce": ""}}}),
    ]
    resolved = resolve(layers)
    assert resolved.settings.voices == {
        "caption": RoleSettings(voice="en-us+f3", before_ms=0),
        "note": RoleSettings(announce=""),
    }
    assert resolved.origins["voices.caption.before_ms"] == "its article"


@pytest.mark.parametrize("date", ["2026", "2026-01", "2026-01-05"])
def test_dates_may_be_partial(date):
    assert of(book={"date": date}).book.date == date


def test_a_file_has_settings_for_all_and_for_one_article(tmp_path, monkeypatch):
    path = tmp_path / "oped.toml"
    path.write_text(
        '[book]\nlanguage = "en-GB"\nmodified = 2026-01-05T10:00:00Z\n'
        "[voices.about-author]\npitch = 40\n[articles.storks.voices.about-author]\nvolume = 0.5\n"
        '[articles.storks.book]\ntitle = "Storks"\n[articles.other.book]\ntitle = "Other"\n'
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    settings = load(Path("storks.txt"), "storks", {}).settings
    assert settings.voices == {"about-author": RoleSettings(pitch=40, volume=0.5)}
    book = settings.book
    assert (book.title, book.language) == ("Storks", "en-GB")
    assert book.modified == datetime(2026, 1, 5, 10, tzinfo=UTC)


def test_the_file_beside_the_input_outweighs_the_one_in_the_working_directory(
    tmp_path, monkeypatch
):
    (tmp_path / "oped.toml").write_text("[voice]\nrate_wpm = 100\npitch = 10\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/oped.toml").write_text("[voice]\nrate_wpm = 120\n")
    monkeypatch.chdir(tmp_path)
    voice = load(Path("in/a.txt"), "a", {"voice": {"volume": 0.5}}).settings.voice
    assert (voice.rate_wpm, voice.pitch, voice.volume) == (120, 10, 0.5)


@pytest.mark.parametrize("content", [b"[voice\n", b"\xff\xfe"])
def test_a_file_that_is_not_toml_is_told(tmp_path, content):
    path = tmp_path / "oped.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=r"oped\.toml"):
        file_layers(path, "a")


HOSTILE = {
    "a number of 5,000 digits": (
        f"[voice]\nrate_wpm = {'9' * 5000}",
        "valid TOML: Exceeds the limit",
    ),
    "100,000 brackets": (f"x = {'[' * 100_000}", "nested too deeply"),
    "100,000 tables in one": (f"[{'a.' * 100_000}b]", "a key has too many parts"),
    "a name of 500,000 letters": (f"[{'k' * 500_000}]", "k…: there is no such setting"),
    "a key of 500,000 letters": (f"[voice]\n{'k' * 500_000} = 1", "k…: there is no such setting"),
    "10 MB": ("#" * 10_000_000, "too large: the limit is 1,000,000 bytes; remove"),
    "a NUL": ('[book]\ntitle = "\0"', "valid TOML: Illegal character"),
    "an escaped NUL": (
        '[book]\ntitle = "a\\u0000"',
        r"title must be on one line; it holds U\+0000",
    ),
    "two lines": ('[book]\nauthor = "Ada\\nTPE1=Eve"', "author must be on one line"),
    "a title of 20 KB": (f'[book]\ntitle = "{"x" * 20_000}"', "no more than 10,000 characters"),
    "a path as language": ('[book]\nlanguage = "../../x"', "language must be a tag such as en"),
    "the year 1": ("[book]\nmodified = 0001-01-01T00:00:00+14:00", "year from 1970 to 9998"),
    "the year 9999": ("[book]\nmodified = 9999-12-31T23:59:59-14:00", "year from 1970 to 9998"),
    "no address": (
        '[book]\ncertifier_report = "http://<b>"',
        "certifier_report must be an address",
    ),
    "a home of nobody's": ('[cache]\nfolder = "~nobody-has-this/x"', "folder must be the path"),
    "a folder with a NUL": ('[build]\nvoices_dir = "a\\u0000"', "voices_dir must be the path"),
    "a long announcement": (
        f'[voices.note]\nannounce = "{"x" * 2000}"',
        "announce must have no more than 1,000",
    ),
    "infinity": ("[voice]\nvolume = inf", "volume must be 0.0 to 1.0"),
    "no number": ("[voice]\nvolume = nan", "volume must be 0.0 to 1.0"),
    "a table for a number": ("[voice]\nrate_wpm = {a = 1}", r"voice\.rate_wpm: .*valid integer"),
    "a code as a format": ('[build]\nformats = ["os:system"]', r"build\.formats: "),
}


@pytest.mark.parametrize(("content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_told_in_one_short_line(tmp_path, monkeypatch, content, message):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPED_AUDIO_VOICES_DIR", raising=False)
    Path("oped.toml").write_text(content)
    options = {"voice": {"pitch": 50}, "book": {"publisher": "x"}, "build": {"jobs": 1}}
    with pytest.raises(SettingsError, match=message) as caught:
        load(Path("a.txt"), "a", options)
    assert str(caught.value).startswith("oped.toml: ")
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 400


def test_a_format_that_is_named_often_is_made_once():
    settings = of(build={"formats": ["epub"] * 1000}, audio={"formats": ["opus", "mp3", "opus"]})
    assert settings.build.formats == ("epub",)
    assert settings.audio.formats == ("opus", "mp3")


def test_the_environment_gives_cache_and_date():
    layers = environment_layers({"OPED_AUDIO_CACHE": "/c", "SOURCE_DATE_EPOCH": "0", "HOME": "/h"})
    settings = resolve(layers).settings
    assert settings.cache.path == Path("/c")
    assert settings.book.modified == datetime(1970, 1, 1, tzinfo=UTC)


def test_the_environment_gives_the_voices_folder_and_mirrors():
    given = {
        "OPED_AUDIO_VOICES_DIR": "/v",
        "PIP_INDEX_URL": "https://mirror.example/simple",
        "npm_config_registry": "http://npm.example",
    }
    build = resolve(environment_layers(given)).settings.build
    assert build.voices_path == Path("/v")
    assert build.package_index == "https://mirror.example/simple"
    assert build.npm_registry == "http://npm.example"


def test_a_folder_that_pip_installs_from_is_no_mirror():
    assert environment_layers({"PIP_INDEX_URL": "file:///srv/wheels"}) == []


def test_voices_lie_in_the_users_own_folder_where_none_is_named():
    path = Settings().build.voices_path
    assert path.name == "voices"
    assert path.parent.name == "oped-audio"


@pytest.mark.parametrize("key", ["package_index", "npm_registry"])
def test_a_mirror_must_be_a_web_address(key):
    with pytest.raises(SettingsError, match=f"{key} must be an address"):
        of(build={key: "/srv/mirror"})


@pytest.mark.parametrize("epoch", ["today", "9" * 30])
def test_a_date_that_is_no_number_of_seconds_is_told(epoch):
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
        environment_layers({"SOURCE_DATE_EPOCH": epoch})


def test_the_cache_is_the_users_own_where_none_is_named():
    assert "oped-audio" in str(Settings().cache.path)
