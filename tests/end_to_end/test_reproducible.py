"""The same article gives the same bytes, whoever builds it, where, when and how."""

import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image

ARTICLE = """---
title: The return of the storks
author: Ada Byron
---
The storks came back in the spring, as if nothing had happened.[^1] See [the report][report].

## What the marsh remembers

1. Water
2. Reeds
   - green
   - brown

> C’est la vie, said nobody.

| Year | Pairs |
|------|-------|
| 2024 | 1     |

![A stork on a roof](stork.png)

### What they eat

Frogs, above all, on Jan. 5, 2026.

[^1]: Seen by the author.

[report]: https://example.org/report
"""
HERE = {
    "LC_ALL": "C",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "1",
}
THERE = {
    "LC_ALL": "tr_TR.UTF-8",
    "TZ": "America/Los_Angeles",
    "PYTHONHASHSEED": "2",
    "COLUMNS": "40",
    "USER": "somebody",
}


@pytest.fixture(scope="module")
def build(tmp_path_factory, oped_audio_run):
    def run(name: str, machine: dict[str, str], *options: str) -> dict[str, bytes]:
        """All files of a book that is built in a folder that is called so."""
        folder = tmp_path_factory.mktemp("machine") / name / "input"
        folder.mkdir(parents=True)
        (folder / "storks.md").write_text(ARTICLE, encoding="utf-8")
        Image.new("RGB", (300, 200), (40, 90, 120)).save(folder / "stork.png")
        environment = {key: os.environ[key] for key in os.environ if key not in THERE | HERE}
        command = ("build", folder / "storks.md", "-o", folder.parent / "out", *options)
        cache = ("--cache", folder.parent / "cache")
        done = oped_audio_run(*command, *cache, env=environment | machine, cwd=folder.parent)
        assert done.code == 0, done.err
        book = folder.parent / "out" / "storks"
        return {
            path.relative_to(book).as_posix(): path.read_bytes()
            for path in sorted(book.rglob("*"))
            if path.is_file()
        }

    return run


@pytest.fixture(scope="module")
def here(build) -> dict[str, bytes]:
    return build("here", HERE, "--jobs", "1")


def test_two_machines_give_the_same_bytes(build, here):
    there = build("élsewhere with spaces", THERE, "--jobs", "2")
    assert here.keys() == there.keys()
    assert {name for name in here if here[name] != there[name]} == set()
    assert {Path(name).suffix for name in here} == {
        *(".epub", ".html", ".json", ".mp3", ".srt", ".vtt"),
        *(".css", ".jpg", ".js", ".otf", ".png", ".txt"),
    }


def test_the_date_of_change_is_what_source_date_epoch_says(build, here, tmp_path):
    dated = build("dated", {**HERE, "SOURCE_DATE_EPOCH": "1700000000"}, "--jobs", "1")
    changed = {name for name in here if here[name] != dated[name]}
    assert changed == {"storks.epub", "manifest.json"}
    before, after = (entries(tmp_path, one["storks.epub"]) for one in (here, dated))
    assert {name for name in before if before[name] != after[name]} == {"EPUB/content.opf"}
    assert b"2023-11-14T22:13:20Z" in after["EPUB/content.opf"]


def entries(folder: Path, epub: bytes) -> dict[str, bytes]:
    (folder / "book.epub").write_bytes(epub)
    with zipfile.ZipFile(folder / "book.epub") as book:
        return {name: book.read(name) for name in book.namelist()}
