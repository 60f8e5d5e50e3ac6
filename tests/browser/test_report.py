"""The report in Chromium, with axe-core, light and dark, wide and narrow."""

import json
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "axe.mjs"
RULES = {"color-contrast", "svg-img-alt", "heading-order", "scrollable-region-focusable", "bypass"}
"""Some that must have looked at something."""


@pytest.fixture(scope="module")
def seen(node, chromium, full_book) -> list[dict]:
    command = [node, str(SCRIPT), chromium, str(full_book.with_name("report.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_axe_finds_nothing(seen):
    assert [one["violations"] for one in seen] == [[]] * 4
    assert {rule for one in seen for rule in one["passes"]} >= RULES


def test_the_page_asks_for_nothing_and_breaks_none_of_its_own_rules(seen):
    assert [one["requests"] for one in seen] == [[]] * 4
    assert [one["said"] for one in seen] == [[]] * 4


def test_the_page_fits_a_narrow_window(seen):
    assert all(one["scrolls"] <= one["width"] for one in seen)


def test_the_page_is_dark_where_that_is_wanted(seen):
    grounds = {one["scheme"]: one["background"] for one in seen}
    assert grounds == {"light": "rgb(252, 252, 250)", "dark": "rgb(22, 22, 20)"}
