"""Report and findings in Chromium, with axe-core, light and dark, wide and narrow."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "axe.mjs"
RULES = {
    "report": {"color-contrast", "svg-img-alt", "scrollable-region-focusable", "bypass"},
    "findings": {"color-contrast", "heading-order", "td-headers-attr", "document-title"},
}
"""Some that must have looked at something."""


@pytest.fixture(scope="module")
def report(full_book) -> Path:
    return full_book.with_name("report.html")


@pytest.fixture(scope="module")
def findings(full_book, tmp_path_factory) -> Path:
    """What is said of a good book and of one that is none."""
    folder = tmp_path_factory.mktemp("findings")
    (folder / "bad.epub").write_bytes(b"PK no more")
    command = [Path(sys.executable).parent / "oped-audio", "check", full_book, folder / "bad.epub"]
    page = folder / "findings.html"
    arguments = [*map(str, command), "--html", str(page)]
    assert subprocess.run(arguments, capture_output=True, check=False).returncode == 1
    return page


@pytest.fixture(scope="module", params=["report", "findings"])
def name(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def seen(name, request, node, chromium) -> list[dict]:
    command = [node, str(SCRIPT), chromium, str(request.getfixturevalue(name))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_axe_finds_nothing(seen, name):
    assert [one["violations"] for one in seen] == [[]] * 4
    assert {rule for one in seen for rule in one["passes"]} >= RULES[name]


def test_the_page_asks_for_nothing_and_breaks_none_of_its_own_rules(seen):
    assert [one["requests"] for one in seen] == [[]] * 4
    assert [one["said"] for one in seen] == [[]] * 4


def test_the_page_fits_a_narrow_window(seen):
    assert all(one["scrolls"] <= one["width"] for one in seen)


def test_the_page_is_dark_where_that_is_wanted(seen):
    grounds = {one["scheme"]: one["background"] for one in seen}
    assert grounds == {"light": "rgb(252, 252, 250)", "dark": "rgb(22, 22, 20)"}
