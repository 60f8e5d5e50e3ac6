"""Titles, headings and file names that are paths, commands or not seen make safe names."""

import json
import os
import re
import zipfile

import pytest

import oped_audio
from oped_audio.publishing.cover import cover

PROSE = "The storks came back to the valley in the spring, and nobody had expected them at all."
NAMES = {
    "a device": "CON",
    "a device with an ending": "aux.txt",
    "dots": "..",
    "a path": "../../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a drive": "C:\\Windows\\x",
    "4 KB": "storks " * 585,
    "4 KB in one word": "x" * 4096,
    "right to left": "\u202egpj.exe\u202c",
    "emoji": "👍👨‍👩‍👧🏽",
    "ends in a dot": "ends. . .",
    "composed": "caf\u00e9",
    "decomposed": "cafe\u0301",
    "not seen": "a\u200b\u2060\ufeffb",
    "many accents": "Z" + "\u0301\u0327" * 300,
    "a command": "$(touch owned); `touch owned` | -rf --help",
    "a formula": "=cmd|' /C calc'!A0",
    "markup of a terminal": "[/b] [link=file:///x]y",
}
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


@pytest.fixture(scope="module")
def book(build):
    """All but the one that takes minutes to say are headings of one page."""
    shown = [name.replace("<", "&lt;") for key, name in NAMES.items() if key != "4 KB"]
    parts = [f"<h2>{name}</h2><p>{PROSE}" for name in shown]
    page = f"<!DOCTYPE html><meta charset=utf-8><title>Names</title><body><article>{''.join(parts)}"
    return build("names.html", page, ["epub", "captions"])


def test_headings_are_shown_as_they_are(book, bare):
    pages = bare("".join(book.pages.values()))
    for name in (
        "../../../etc/passwd",
        "C:\\Windows\\x",
        "$(touch owned)",
        "\u202egpj.exe",
        "=cmd",
    ):
        assert bare(name) in pages
    assert "x" * 4096 in pages


def test_files_have_names_for_every_system(book):
    manifest = json.loads((book.folder / "manifest.json").read_text("utf-8"))
    paths = [entry["path"] for entry in manifest["files"]]
    with zipfile.ZipFile(book.epub) as archive:
        paths += archive.namelist()
    for path in paths:
        assert re.fullmatch(r"[\w-]+(?:[./][\w-]+)*", path, re.ASCII), path
        assert not any(map(RESERVED.match, path.split("/")))
        assert max(map(len, path.split("/"))) < 100
    assert len({path.casefold() for path in paths}) == len(set(paths))
    assert {entry.name for entry in book.folder.parent.iterdir()} == {"names"}


def test_epubcheck_has_nothing_to_say(book, epubcheck):
    assert epubcheck([book.epub]) == [[]]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_title_can_be_drawn_and_tagged(name):
    """The cover is drawn and its letters fitted, however long the words are."""
    assert cover(name, name).startswith(b"\xff\xd8")


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")
def test_names_of_files(tmp_path):
    names = [
        "con",
        "a\x1b]0;x\x07b",
        "\u202egpj",
        "-rf",
        "x" * 240,
        "𠀀" * 50,
        "concat:a|b",
        "%s",
    ]
    raw = [*map(os.fsencode, names), b"bad\xff\xfe"]
    for name in raw:
        (tmp_path / os.fsdecode(name + b".txt")).write_text(f"Storks\n\n{PROSE}\n")
    os.mkfifo(tmp_path / "pipe.txt")
    options = {"voice": {"engine": "tone"}, "cache": {"folder": str(tmp_path / "cache")}}
    options["build"] = {"formats": ["captions"], "jobs": 1}
    report = oped_audio.build([tmp_path], tmp_path / "out", options)
    assert not report.failures
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    plain = {"con-article", "a-0-x-b", "gpj", "rf", "concat-a-b", "s", "bad"}
    assert made == sorted({*plain, "x" * 60, "𠀀" * 50})
    sources = [
        json.loads(path.read_bytes())["source"]["name"]
        for path in (tmp_path / "out").rglob("manifest.json")
    ]
    assert "bad\udcff\udcfe.txt" in sources
