"""Our books in a reading system that no one here wrote: foliate-js in Chromium."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

SCRIPT = Path(__file__).parent / "play.mjs"
SMIL = "{http://www.w3.org/ns/SMIL}"
RATE = 2
POLL_S = 0.25
"""How often a browser tells where its audio is."""
SLACK_S = 0.3


def texts(epub: Path) -> list[str]:
    """Ids of what the overlays highlight, in order."""
    with zipfile.ZipFile(epub) as book:
        names = sorted(name for name in book.namelist() if name.endswith(".smil"))
        overlays = [etree.fromstring(book.read(name)) for name in names]
    found = [text.get("src") for overlay in overlays for text in overlay.iter(f"{SMIL}text")]
    return [src.partition("#")[2] for src in found]


@pytest.fixture(scope="session")
def played(node, chromium, book) -> dict:
    command = [node, str(SCRIPT), chromium, str(book)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_highlight_moves_in_order_through_every_section(played, book):
    expected = texts(book)
    seen = [one["text"].partition("#")[2] for one in played["seen"]]
    assert seen == [one for one in expected if one in set(seen)]
    assert {one.split("-")[0] for one in seen} == {one.split("-")[0] for one in expected}
    if not expected[0].split("-")[-1].startswith("w"):  # words pass between two polls
        assert seen == expected


def test_what_is_highlighted_is_being_heard(played):
    for one in played["seen"]:
        late = one["time"] - one["begin"]
        assert -0.05 <= late <= RATE * (POLL_S + SLACK_S), one


def test_the_active_class_is_put_on_the_text(played):
    assert len(played["lit"]) >= 5
