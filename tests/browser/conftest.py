"""The browser, node and books to try in them. In CI what is missing is a failure, not a skip.

A book is the EPUB; the same as DAISY lies in ``daisy`` beside it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ARTICLE = (
    "The return of the storks\n\n"
    "They left when the marsh was drained, and nobody thought that they would ever come back.\n\n"
    "The storks came back to the valley in the spring of 2024, as if nothing had happened.\n\n"
    "A pair of storks on the old brick works. (Photo: Ada Byron/Example)\n\n"
    "What the marsh remembers\n\n"
    "Water finds its old way, and whoever lives from it follows after a while.\n"
)


def _needed(name: str | None, what: str) -> str:
    if name:
        return name
    message = f"{what} is not installed"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    return _needed(found, "Chromium")


@pytest.fixture(scope="session")
def node() -> str:
    installed = (Path(__file__).parent / "node_modules").is_dir()
    return _needed(shutil.which("node") if installed else None, "node, or what package.json names,")


@pytest.fixture(scope="session")
def browser(chromium) -> Iterator[Browser]:
    """One headless Chromium for all tests, in which sound may start by itself."""
    options = ("--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(options))
        yield opened
        opened.close()


_AXE = Path(__file__).parent / "node_modules/@daisy/axe-core-for-ace/axe.min.js"
_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN_AXE = """async only => {
    const { violations, passes } = await axe.run(document, { runOnly: only, preload: false })
    if (!passes.length) throw new Error('axe-core looked at nothing')
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`))
}"""


@pytest.fixture(scope="session")
def axe(node) -> Callable[..., list[str]]:
    """Tells what axe-core finds to be wrong on a page, as it is now; by all rules or by some."""
    source = _AXE.read_text(encoding="utf-8")

    def find(page: Page, *rules: str) -> list[str]:
        """To look at a page as it is without JavaScript, open it with ``without_scripts``."""
        page.evaluate(f"() => {{ if (!window.axe) {{ {source} }} }}")
        return page.evaluate(_RUN_AXE, [*rules] or _AXE_TAGS)

    return find


@pytest.fixture(scope="session")
def without_scripts() -> Callable[[Page, str], None]:
    """Opens an address with JavaScript switched off, and on again for axe-core once it is open."""

    def open_(page: Page, address: str) -> None:
        protocol = page.context.new_cdp_session(page)
        protocol.send("Emulation.setScriptExecutionDisabled", {"value": True})
        page.goto(address)
        protocol.send("Emulation.setScriptExecutionDisabled", {"value": False})

    return open_


class _Plain(SimpleHTTPRequestHandler):
    """As ``python -m http.server``, without a line on the console for each file."""

    def log_message(self, *_: object) -> None:
        pass


class _WithRanges(_Plain):
    """As any web server that is made for it: gives parts of files too (RFC 9110, 14)."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if not wanted or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        begin = int(wanted[1])
        part = content[begin : int(wanted[2]) + 1 if wanted[2] else None]
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Accept-Ranges", "bytes")
        end = begin + len(part) - 1
        self.send_header("Content-Range", f"bytes {begin}-{end}/{len(content)}")
        self.end_headers()
        with suppress(OSError):  # the browser has heard enough
            self.wfile.write(part)


@contextmanager
def _serving(folder: Path, *, ranges: bool = True) -> Iterator[str]:
    handler = partial(_WithRanges if ranges else _Plain, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, args=(0.01,)).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@pytest.fixture(scope="session")
def serving() -> Callable:
    """A web server over a folder: ``with serving(folder) as address``."""
    return _serving


EVERYTHING = """---
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

<p lang="ar" dir="rtl">عادت اللقالق إلى المدينة القديمة.</p>

### What they eat

Frogs, above all.

[^1]: Seen by the author.

[report]: https://example.org/report
"""


def _built(folder: Path, article: str, content: str, *options: str) -> Path:
    (folder / article).write_text(content, encoding="utf-8")
    command = [Path(sys.executable).parent / "oped-audio", "build", folder / article, "-o", folder]
    formats = ("--only", "epub", "--only", "daisy")
    arguments = [*map(str, command), "--cache", str(folder / "cache"), *formats, *options]
    subprocess.run(arguments, check=True, capture_output=True)
    return folder / "storks" / "storks.epub"


@pytest.fixture(scope="session")
def sentence_book(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sentence")
    return _built(folder, "storks.txt", ARTICLE, "--highlight", "sentence")


@pytest.fixture(scope="session")
def word_book(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    return _built(folder, "storks.txt", ARTICLE, "--highlight", "word")


@pytest.fixture(scope="session", params=["sentence", "word"])
def book(request) -> Path:
    return request.getfixturevalue(f"{request.param}_book")


@pytest.fixture(scope="session")
def full_book(tmp_path_factory) -> Path:
    """One with a list, a table, a note, a picture, a quotation, levels and a second language."""
    folder = tmp_path_factory.mktemp("everything")
    Image.new("RGB", (300, 200), (40, 90, 120)).save(folder / "stork.png")
    return _built(folder, "storks.md", EVERYTHING)
