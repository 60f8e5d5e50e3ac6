"""Whole builds of the op-ed that comes with the project."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What the command line gave."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Built:
    """A finished book and what it was built from."""

    article: Path
    folder: Path
    cache: Path

    @property
    def epub(self) -> Path:
        return self.folder / f"{self.folder.name}.epub"


@pytest.fixture(scope="session")
def command() -> str:
    """The installed command."""
    return str(Path(sys.executable).parent / "oped-audio")


@pytest.fixture(scope="session")
def oped_audio_run(command) -> Callable[..., Run]:
    """Run the command line as a user does."""

    def run(*arguments: object, **options: object) -> Run:
        done = subprocess.run(
            [command, *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
            **options,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture(scope="session")
def article() -> Path:
    (only,) = (ROOT / "input").glob("*.txt")
    return only


@pytest.fixture(scope="session")
def built(article, tmp_path_factory, oped_audio_run) -> Built:
    return _build(article, tmp_path_factory.mktemp("espeak"), oped_audio_run)


@pytest.fixture(scope="session")
def beeped(article, tmp_path_factory, oped_audio_run) -> Built:
    """Narrated by the engine whose times are exact by construction, highlighted word by word."""
    options = ("--engine", "tone", "--highlight", "word")
    return _build(article, tmp_path_factory.mktemp("tone"), oped_audio_run, *options)


def _build(article: Path, folder: Path, run: Callable[..., Run], *options: str) -> Built:
    done = run(
        "build", article, "-o", folder / "out", "--cache", folder / "cache", *options, "--json"
    )
    assert done.code == 0, done.err
    (book,) = json.loads(done.out)["books"]
    return Built(article, Path(book["folder"]), folder / "cache")
