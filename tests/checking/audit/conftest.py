"""A good book with everything in it, and ways to damage it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import oped_audio
from oped_audio.checking.audit import audit
from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.rules.rule import Limits
from oped_audio.model.finding import Finding

ARTICLE = """---
title: The return of the storks
author: Ada Byron
---
The storks came back in the spring, as if nothing had happened.[^1] See [the report][report].

## What the marsh remembers

Water finds its old way. Whoever lives from it follows after a while, and stays for good.

1. Water
2. Reeds

> C’est la vie, said nobody.

| Year | Pairs |
|------|-------|
| 2024 | 1     |

![A stork on a roof](stork.png)

## What they eat

Frogs, above all. Mice are eaten too, where there are no frogs.

[^1]: Seen by the author.

[report]: https://example.org/report
"""

Entries = dict[str, bytes]
Damage = Callable[[Entries], None]


@pytest.fixture(scope="session")
def good(tmp_path_factory) -> Path:
    """A book narrated by beeps, with its captions beside it."""
    folder = tmp_path_factory.mktemp("good")
    Image.new("RGB", (300, 200), (40, 90, 120)).save(folder / "stork.png")
    article = folder / "storks.md"
    article.write_text(ARTICLE, encoding="utf-8")
    options = {
        "voice": {"engine": "tone"},
        "cache": {"folder": str(folder / "cache")},
    }
    report = oped_audio.build([article], folder / "out", options)
    assert not report.failures
    return folder / "out" / "storks" / "storks.epub"


@pytest.fixture(scope="session")
def entries(good) -> Entries:
    with zipfile.ZipFile(good) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.fixture
def damaged(entries, tmp_path) -> Callable[[Damage], Path]:
    """The book, taken apart, damaged and put together again."""

    def make(damage: Damage) -> Path:
        content = dict(entries)
        damage(content)
        assert content != entries
        path = tmp_path / "damaged.epub"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
            for name, data in content.items():
                kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                book.writestr(name, data, kind)
        return path

    return make


@pytest.fixture
def audited() -> Callable[..., list[Finding]]:
    def look(path: Path, longest_silence_s: float = 5.0) -> list[Finding]:
        with Container.open(path) as container:
            return audit(Book(container), path, Limits(longest_silence_s), 2)

    return look
