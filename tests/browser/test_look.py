"""Documents of our books as they look: axe-core, light and dark, idle and lit up, and reflow."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

SCRIPT = Path(__file__).parent / "look.mjs"
ACTIVE = "-epub-media-overlay-active"


@pytest.fixture(scope="session")
def looked_at(node, chromium, book, full_book, tmp_path_factory) -> list[dict]:
    """What look.mjs tells of all documents of a plain book and of one with everything in it."""
    folder = tmp_path_factory.mktemp("look")
    listed = [one for path in (book, full_book) for one in documents(path, folder / path.stem)]
    (folder / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    command = [node, str(SCRIPT), chromium, str(folder / "list.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def documents(epub: Path, folder: Path) -> list[dict]:
    """The unpacked documents, each with the ids that its overlay lights up."""
    target = folder / str(len(list(folder.parent.iterdir())))
    found = []
    with zipfile.ZipFile(epub) as book:
        book.extractall(target)
        for name in book.namelist():
            if name.endswith(".smil"):
                sources = [t.get("src") for t in etree.fromstring(book.read(name)).iter("{*}text")]
                place = (target / name).parent / sources[0].partition("#")[0]
                narrated = [source.partition("#")[2] for source in sources]
                url = place.resolve().as_uri()
                found.append({"url": url, "narrated": narrated, "active": ACTIVE})
    return found


def test_axe_finds_nothing_in_light_and_dark_idle_and_lit_up(looked_at):
    tried = [one for one in looked_at if "violations" in one]
    assert len({one["url"] for one in tried}) * 4 == len(tried) > 40
    found = [(one["url"], one["scheme"], one["lit"], one["violations"]) for one in tried]
    assert [one for one in found if one[3]] == []


def test_no_page_is_scrolled_sideways_at_320_pixels_with_wide_spacing(looked_at):
    widths = {
        (one["url"], one["scheme"]): one["sideways"] for one in looked_at if "sideways" in one
    }
    assert len(widths) > 20
    assert {place for place, pixels in widths.items() if pixels > 0} == set()
