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
    """What the overlays highlight, document and id, in the order of the spine."""
    found = []
    with zipfile.ZipFile(epub) as book:
        package = etree.fromstring(book.read("EPUB/content.opf"))
        items = {item.get("id"): item for item in package.iter("{*}item")}
        for entry in package.iter("{*}itemref"):
            document = items[entry.get("idref")]
            overlay = items[document.get("media-overlay")].get("href")
            pars = etree.fromstring(book.read(f"EPUB/{overlay}")).iter(f"{SMIL}text")
            name = f"EPUB/{document.get('href')}"
            found += [f"{name}#{par.get('src').partition('#')[2]}" for par in pars]
    return found


@pytest.fixture(scope="session")
def played(node, chromium, book) -> dict:
    command = [node, str(SCRIPT), chromium, str(book)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_highlight_moves_in_order_through_every_document(played, book):
    expected = texts(book)
    seen = [one["text"] for one in played["seen"]]
    assert seen == [one for one in expected if one in set(seen)]
    documents = {one.partition("#")[0] for one in expected}
    assert {one.partition("#")[0] for one in seen} == documents
    assert {"EPUB/nav.xhtml", "EPUB/text/cover.xhtml", "EPUB/text/statement.xhtml"} < documents
    if "-w" not in expected[1].partition("#")[2]:  # words pass between two polls
        assert seen == expected


def test_what_is_highlighted_is_being_heard(played):
    for one in played["seen"]:
        late = one["time"] - one["begin"]
        assert -0.05 <= late <= RATE * (POLL_S + SLACK_S), one


def test_the_active_class_is_put_on_the_text(played):
    assert len(played["lit"]) >= 5
    assert any(name.startswith("toc-") for name in played["lit"])
