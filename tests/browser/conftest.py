"""The browser, node and a book to try in them. In CI what is missing is a failure, not a skip."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.fixture(scope="session", params=["sentence", "word"])
def book(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    article = folder / "storks.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    command = [str(Path(sys.executable).parent / "oped-audio"), "build", str(article)]
    options = ["-o", folder, "--cache", folder / "cache", "--highlight", request.param]
    subprocess.run([*command, *map(str, options)], check=True, capture_output=True)
    return folder / "storks" / "storks.epub"
