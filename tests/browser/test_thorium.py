"""Our EPUBs and DAISY books as Thorium's own parser (r2-shared-js) reads them."""

import json
import re
import subprocess
import zipfile
from itertools import groupby
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from lxml import etree

SCRIPT = Path(__file__).parent / "overlays.mjs"
TEXTREF = "{http://www.idpf.org/2007/ops}textref"
TYPE = "{http://www.idpf.org/2007/ops}type"
TITLE_PAGE = 1
OF_ARTICLE = re.compile(r"/\d\d-[^/]*$")
"""The others are of pages that are reached by links, which Thorium's spine leaves out."""


def parsed(node, book):
    command = [node, str(SCRIPT), str(book)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="session", params=["sentence_book", "word_book", "full_book"])
def epub(request) -> Path:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def as_epub(node, epub) -> dict:
    return parsed(node, epub)


@pytest.fixture(scope="session")
def as_daisy(node, epub) -> dict:
    return parsed(node, epub.parent / "daisy")


def in_ms(seconds):
    return round(seconds * 1000)


def clock_ms(clock):
    hours, minutes, seconds = clock.split(":")
    return in_ms((int(hours) * 60 + int(minutes)) * 60 + float(seconds))


def read_tree(tree):
    """A tree that Thorium read, with times in milliseconds."""
    audio = tree["audio"] and [tree["audio"][0], *map(in_ms, tree["audio"][1:])]
    inner = [read_tree(child) for child in tree["inner"]]
    return {"roles": tree["roles"], "text": tree["text"], "audio": audio, "inner": inner}


def written_tree(element, folder):
    """The tree below a body, seq or par of an overlay."""

    def place(href):
        return normpath(join(folder, href))

    if element.tag.endswith("par"):
        audio = element.find("{*}audio")
        times = (clock_ms(audio.get("clipBegin")), clock_ms(audio.get("clipEnd")))
        text = place(element.find("{*}text").get("src"))
        return {"roles": [], "text": text, "audio": [place(audio.get("src")), *times], "inner": []}
    href = element.get(TEXTREF)
    return {
        "roles": ["section", *(element.get(TYPE) or "").split()],
        "text": href and place(href),
        "audio": None,
        "inner": [written_tree(child, folder) for child in element],
    }


def pars(tree, outer=()):
    """The pars of a tree as Thorium read it: id, begin and end in ms, all roles around it."""
    roles = {*outer, *tree["roles"]}
    if tree["audio"]:
        yield tree["text"].partition("#")[2], *map(in_ms, tree["audio"][1:]), roles
    for child in tree["inner"]:
        yield from pars(child, roles)


def sentence_clips(overlay):
    """Begin and end of what is heard for each sentence, words taken together."""

    def sentence(par):
        return re.sub(r"-w\d+$", "", par[0])

    runs = ((name, list(run)) for name, run in groupby(pars(overlay["tree"]), sentence))
    return [(name, run[0][1], run[-1][2]) for name, run in runs]


def test_thorium_reads_the_overlays_that_we_wrote(as_epub, epub):
    with zipfile.ZipFile(epub) as book:
        names = [overlay["file"] for overlay in as_epub["overlays"]]
        written = sorted(name for name in book.namelist() if name.endswith(".smil"))
        assert names == [name for name in written if OF_ARTICLE.search(name)]
        for overlay in as_epub["overlays"]:
            body = etree.fromstring(book.read(overlay["file"])).find("{*}body")
            wrote = written_tree(body, dirname(overlay["file"]))
            assert read_tree(overlay["tree"]) == wrote


def test_the_daisy_book_is_heard_as_the_epub_is(as_epub, as_daisy):
    clips = [sentence_clips(overlay) for overlay in as_daisy["overlays"]]
    assert clips == [sentence_clips(overlay) for overlay in as_epub["overlays"]]
    lengths = [in_ms(overlay["duration"]) for overlay in as_epub["overlays"]]
    assert [in_ms(overlay["duration"]) for overlay in as_daisy["overlays"]] == lengths
    elapsed = [in_ms(overlay["elapsed"]) for overlay in as_daisy["overlays"]]
    assert elapsed == [sum(lengths[:number]) for number in range(len(lengths))]


def test_the_daisy_book_has_the_text_of_the_epub(as_epub, as_daisy, epub):
    shown = by_id((epub.parent / "daisy/content.html").read_bytes())
    with zipfile.ZipFile(epub) as book:
        in_epub = {}
        for overlay in as_epub["overlays"]:
            page = overlay["file"].replace("overlays/", "text/").replace(".smil", ".xhtml")
            in_epub |= by_id(book.read(page))
    heard = [par[0] for overlay in as_daisy["overlays"] for par in pars(overlay["tree"])]
    assert heard
    for name in heard:  # a note has its label in the EPUB's sentence, and before the DAISY book's
        assert re.fullmatch(rf"(\w+ )?{re.escape(shown[name])}", in_epub[name])


def by_id(document):
    nodes = (n for n in etree.fromstring(document).iter("{*}*") if n.get("id"))
    return {n.get("id"): n.get("alt") or n.xpath("string()") for n in nodes}


def test_the_daisy_book_has_the_contents_of_the_epub(as_epub, as_daisy):
    def titles(links):
        return [(link["title"], titles(link["inner"])) for link in links]

    assert as_daisy["title"] == as_epub["title"]
    assert as_daisy["language"] == as_epub["language"]
    assert as_daisy["contents"][0]["title"] == as_epub["title"]
    *of_article, added = titles(as_epub["contents"][TITLE_PAGE:])
    assert titles(as_daisy["contents"][TITLE_PAGE:]) == of_article
    assert added == ("Accessibility", [])


def test_notes_are_notes_in_both(as_epub, as_daisy):
    def notes(book, role):
        found = (par for overlay in book["overlays"] for par in pars(overlay["tree"]))
        return {re.sub(r"-w\d+$", "", par[0]) for par in found if role in par[3]}

    passed_over = {name for name in notes(as_daisy, "note") if not name.endswith("-a")}
    assert passed_over == notes(as_epub, "footnote")
