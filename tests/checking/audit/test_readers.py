"""What the rules read with: language tags, styles, frames, cues, and what others say."""

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from oped_audio.checking import ace as ace_module
from oped_audio.checking import epubcheck as epubcheck_module
from oped_audio.checking.ace import Ace
from oped_audio.checking.cues import read_captions
from oped_audio.checking.epubcheck import EpubCheck
from oped_audio.checking.mpeg import frames
from oped_audio.checking.page import Outcome, page
from oped_audio.checking.styles import colour, contrast, styles
from oped_audio.checking.tags import is_valid
from oped_audio.errors import (
    CheckerUnavailableError,
    InputMissingError,
    InternalError,
    UnreadableFileError,
)
from oped_audio.model.finding import Finding

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


@pytest.mark.parametrize(
    "tag", ["en", "en-GB", "zh-Hant-TW", "de-CH-1996", "haw", "x-own", "es-419"]
)
def test_language_tags(tag):
    assert is_valid(tag)


@pytest.mark.parametrize("tag", ["", "english", "eng", "en_GB", "en-UK", "xx", "e", "en-", "en GB"])
def test_no_language_tags(tag):
    assert not is_valid(tag)


def test_styles_in_media_and_supports():
    sheet = """@charset "utf-8"; @import url(a.css); /* p { } */
    .a, b.a { color: red !important; background: url(x;y) }
    @media (prefers-color-scheme: dark) { .a { color: blue } }
    @media print { .a { color: black } }
    @supports (color: red) { .b { color: green; } }
    @font-face { font-family: x; } } {"""
    found = list(styles(sheet))
    assert [(one.selectors, one.scheme) for one in found] == [
        ((".a", "b.a"), "any"), ((".a",), "dark"), ((".a",), "other"), ((".b",), "any"),
    ]  # fmt: skip
    assert found[0].declarations["color"] == "red"
    assert list(styles("{" * 100)) == []


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("#fff", WHITE),
        ("rgb(0, 0, 0)", BLACK),
        ("rgb(0 0 0)", BLACK),
        ("hsl(0, 0%, 100%)", WHITE),
        ("transparent", WHITE),
        ("rgba(0, 0, 0, 0.0)", WHITE),
        ("#00000000", WHITE),
        ("var(--x)", None),
        ("inherit", None),
    ],
)
def test_colours(value, seen):
    assert colour(value, WHITE) == seen


def test_contrast():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, BLACK) == 1


def test_frames_of_what_is_no_sound(tmp_path):
    path = tmp_path / "a.mp3"
    for content in (b"", b"\xff" * 9, b"ID3\4\0\0\0\0\0\x05aaaaa", b"a" * 500_000):
        path.write_bytes(content)
        assert frames(path).count == 0


def test_captions_are_read_leniently(tmp_path):
    path = tmp_path / "a.vtt"
    path.write_text(
        "WEBVTT\n\nNOTE no\n\n1\n00:01.000 --> 00:02.000 line:0\n<b>A &amp; b</b>\nc\n\n"
        "nothing\n\n1:00 --> 2:00\nd\n"
    )
    found = read_captions(path)
    (cue,) = found.cues
    assert (cue.line, cue.begin_ms, cue.end_ms, cue.text) == (6, 1000, 2000, "A & b c")
    assert [line for line, _ in found.flaws] == [10, 12]
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UnreadableFileError, match="no UTF-8"):
        read_captions(path)
    with pytest.raises(InputMissingError):
        read_captions(tmp_path / "b.vtt")


def test_epubcheck_that_does_not_run_is_told(tmp_path):
    with pytest.raises(InternalError, match="does not run"):
        EpubCheck("/nowhere/java", tmp_path).check(tmp_path)


def test_what_epubcheck_says(monkeypatch, tmp_path):
    places = [{"path": "a.xhtml", "line": 3}, {"path": "b.xhtml", "line": -1}]
    lexicon = {"ID": "OPF_097", "severity": "USAGE", "message": "lexicons/en.pls", "locations": []}
    error = {"ID": "MED_014", "severity": "ERROR", "message": "No\nend", "locations": places}
    told = json.dumps({"messages": [lexicon, error, {**lexicon, "message": "a.css"}]})
    monkeypatch.setattr(
        epubcheck_module.subprocess, "run", lambda *_, **__: SimpleNamespace(stdout=told)
    )
    first, second = EpubCheck("java", tmp_path).check(tmp_path)
    assert (first.rule, first.severity, first.place) == (
        "MED-014",
        "error",
        "a.xhtml:3 (and 1 more)",
    )
    assert first.message == "No end"
    assert (second.rule, second.severity, second.place) == ("OPF-097", "info", "book")


ACE = {
    "assertions": [
        {
            "earl:testSubject": {"url": "a.xhtml"},
            "assertions": [
                {
                    "earl:test": {
                        "dct:title": "image-alt",
                        "earl:impact": "critical",
                        "rulesetTags": ["wcag2a", "wcag111"],
                        "help": {"url": "http://kb.daisy.org/x"},
                    },
                    "earl:result": {
                        "dct:description": "Images must have\nan alternative",
                        "earl:pointer": {"cfi": ["/4/2"]},
                    },
                },
                {"earl:test": {"dct:title": "other"}},
            ],
        }
    ]
}


def test_what_ace_says(monkeypatch, tmp_path):
    def run(command, **_):
        Path(command[command.index("-o") + 1], "report.json").write_text(json.dumps(ACE))

    monkeypatch.setattr(ace_module.subprocess, "run", run)
    first, second = Ace("node", tmp_path, "chromium").check(tmp_path / "a.epub")
    assert (first.rule, first.severity, first.place) == ("ace-image-alt", "error", "a.xhtml /4/2")
    assert (first.standard, first.remedy) == ("wcag2a, wcag111", "http://kb.daisy.org/x")
    assert (second.severity, second.standard) == ("warning", "Ace")


def test_an_ace_that_does_not_run_is_told(monkeypatch, tmp_path):
    def run(*_, **__):
        raise subprocess.CalledProcessError(1, "node")

    monkeypatch.setattr(ace_module.subprocess, "run", run)
    with pytest.raises(InternalError, match="does not run"):
        Ace("node", tmp_path, "chromium").check(tmp_path / "a.epub")


def test_what_ace_needs_is_told(monkeypatch, tmp_path):
    there = {"node": "/bin/node"}
    monkeypatch.setattr(ace_module.shutil, "which", there.get)
    with pytest.raises(CheckerUnavailableError, match="npm install"):
        Ace.find((tmp_path,))
    script = tmp_path / "node_modules/@daisy/ace-cli/bin/ace.js"
    script.parent.mkdir(parents=True)
    script.touch()
    with pytest.raises(CheckerUnavailableError, match="Chromium"):
        Ace.find((tmp_path,))
    there["chromium"] = "/bin/chromium"
    assert Ace.find((tmp_path,)) == Ace("/bin/node", script, "/bin/chromium")


def test_the_page_escapes_and_counts():
    finding = Finding("a", "error", "<b>", "c & d", "e", "f", "EPUB 3.3")
    made = page([Outcome("a.epub", "<Storks>", [finding, finding], ("oped-audio",))])
    assert "&lt;Storks&gt;: 2 errors, 0 warnings" in made
    assert "&lt;b&gt;" in made
    assert "<b>" not in made
    clean = page([Outcome(name, name, [], ("oped-audio",)) for name in "ab"])
    assert clean.count("Nothing is amiss") == 2
