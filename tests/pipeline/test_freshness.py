"""A book is left alone only if everything that it was made of, and all of its files, are as before.

Each of what can change a book is changed once: a wrong skip would be an old book.
"""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import oped_audio
from oped_audio import saving
from oped_audio.errors import OutputError
from oped_audio.model.progress import ArticleStarted, Found
from oped_audio.pipeline import book as bookmaking
from oped_audio.pipeline import freshness
from oped_audio.voices.tone import ToneEngine

ARTICLE = (
    "# The return of the storks\n\n"
    "The storks came back to the valley in the spring, as if nothing had happened.\n\n"
    "![A stork](stork.png)\n\n![](missing.png)\n"
)
OPTIONS = {
    "voice": {"engine": "tone"},
    "cache": {"folder": "cache"},
    "lexicon": {"files": ("more.toml",)},
    "audio": {"mastering": "off"},
}
QUICK = {"formats": ("captions",), "report": False}
LEXICON = '[words]\nstorks = "storx"\n'


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh")
    (folder / "in").mkdir()
    (folder / "in/storks.md").write_text(ARTICLE)
    Image.new("RGB", (300, 200), (40, 90, 120)).save(folder / "in/stork.png")
    (folder / "more.toml").write_text(LEXICON)
    return folder


@pytest.fixture(autouse=True)
def build(place, monkeypatch):
    """Build the module's article; its book is up to date when a test begins."""
    monkeypatch.chdir(place)

    def run(listen=lambda _: None, folder=None, *, force=False, **tables):
        options = {**OPTIONS, **tables, "build": {**QUICK, **tables.get("build", {})}}
        out = folder or place / "out"
        return oped_audio.build([Path("in/storks.md")], out, options, listen, force=force).books[0]

    if not run().is_up_to_date:
        assert run().is_up_to_date
    return run


@pytest.fixture
def put(place):
    """Write files of the module's folder, which are put back when the test ends."""
    before = {}

    def write(name, content):
        path = place / name
        before.setdefault(path, path.read_bytes() if path.exists() else None)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    yield write
    for path, content in before.items():
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("in/storks.md", ARTICLE.replace("valley", "village")),
        ("in/oped.toml", "[voice]\nrate_wpm = 200\n"),
        ("in/oped.toml", "[articles.storks.voice]\nrate_wpm = 200\n"),
        ("oped.toml", "[voice]\nrate_wpm = 200\n"),
        ("in/lexicon.toml", LEXICON),
        ("lexicon.toml", LEXICON),
        ("more.toml", LEXICON.replace("storx", "storkz")),
        ("in/more.toml", LEXICON),
        ("in/takes.toml", '[storks]\n"The return of the storks" = 2\n'),
        ("in/stork.png", None),
        ("in/stork.png", b"no picture"),
        ("in/missing.png", b"no picture"),
    ],
)
def test_what_it_is_made_of_changes(build, put, name, content):
    put(name, content)
    assert not build().is_up_to_date
    assert build().is_up_to_date


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("in/storks.md", ARTICLE),
        ("in/oped.toml", "[articles.cranes.voice]\nrate_wpm = 200\n"),
        ("in/takes.toml", '[cranes]\n"The return of the storks" = 2\n'),
        ("in/other.png", b"no picture"),
    ],
)
def test_what_it_is_not_made_of_changes(build, put, name, content):
    put(name, content)
    assert build().is_up_to_date


@pytest.mark.parametrize(
    "tables",
    [
        {"voice": {"engine": "tone", "rate_wpm": 200}},
        {"audio": {"mastering": "broadcast"}},
        {"build": {"formats": ("captions", "epub")}},
        {"build": {"report": True}},
        {"build": {"voices_dir": "elsewhere"}},
        {"book": {"title": "Storks"}},
        {"reading": {"captions": ("The storks",)}},
        {"pauses": {"sentence_ms": 900}},
        {"cache": {"folder": "another"}},
    ],
    ids=str,
)
def test_settings_change(build, tables):
    assert not build(**tables).is_up_to_date


def test_how_the_work_is_shared_out_changes_nothing(build):
    assert build(build={"jobs": 1}).is_up_to_date
    assert build(shelf={"title": "Read aloud"}).is_up_to_date


def test_the_environment_changes(build, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert not build().is_up_to_date


def test_the_program_changes(build, monkeypatch):
    monkeypatch.setattr(freshness, "program", lambda: "another")
    assert not build().is_up_to_date


def test_an_engine_changes(build, monkeypatch):
    monkeypatch.setattr(ToneEngine, "fingerprint", lambda *_: "tone-2")
    assert not build().is_up_to_date


def test_an_engine_gets_other_voices(build, monkeypatch):
    voices = ToneEngine.voices

    def others(self):
        (voice,) = voices(self)
        return (voice, replace(voice, id="low", name="Low"))

    monkeypatch.setattr(ToneEngine, "voices", others)
    assert not build().is_up_to_date


def test_another_folder_has_no_book(build, place):
    assert not build(folder=place / "elsewhere").is_up_to_date


@pytest.fixture(scope="module", params=["manifest.json", "captions/storks.vtt"])
def name(request):
    return request.param


def damaged(content: bytes) -> bytes:
    return content[:-2] + bytes([content[-2] ^ 1]) + content[-1:]


def test_a_file_is_missing(build, place, name):
    (place / "out/storks" / name).unlink()
    assert not build().is_up_to_date
    assert (place / "out/storks" / name).exists()


def test_a_file_is_cut_off(build, place, name):
    path = place / "out/storks" / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert not build().is_up_to_date
    assert path.read_bytes() == whole


def test_a_file_is_edited_and_nothing_but_its_content_shows_it(build, place, name):
    path = place / "out/storks" / name
    whole, status = path.read_bytes(), path.stat()
    with path.open("r+b") as file:
        file.write(damaged(whole))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (len(whole), status.st_mtime_ns)
    assert not build().is_up_to_date
    assert path.read_bytes() == whole


def test_a_file_is_a_folder(build, place):
    path = place / "out/storks/captions/storks.vtt"
    path.unlink()
    path.mkdir()
    with pytest.raises(IndexError):  # the build says why it cannot be made
        build()
    path.rmdir()


def test_files_that_were_only_touched_are_read_once(build, place, monkeypatch):
    for path in (place / "out/storks").rglob("*.vtt"):
        path.touch()
    assert build().is_up_to_date
    monkeypatch.setattr(saving, "_held", lambda *_: pytest.fail("is read again"))
    assert build().is_up_to_date


def test_where_times_are_coarse_files_are_read(build, place, monkeypatch):
    for path in (place / "out/storks").rglob("*.vtt"):
        os.utime(path, (1000, 1000))
    assert build().is_up_to_date
    read = []
    held = saving._held
    monkeypatch.setattr(saving, "_held", lambda *told: read.append(told) or held(*told))
    assert build().is_up_to_date
    assert {path.suffix for path, *_ in read} == {".vtt"}


def record(place):
    """The store of records, and the name and content of the one of the module's book."""
    store = freshness.SealedStore(place / "cache/books", ".json")
    name = hashlib.sha256(str(place / "out/storks").encode()).hexdigest()
    return store, name, json.loads(store.read(name))


def test_a_record_that_is_damaged_is_as_none(build, place):
    store, name, _ = record(place)
    store.path(name).write_bytes(damaged(store.path(name).read_bytes()))
    assert not build().is_up_to_date


@pytest.mark.parametrize("content", ["[]", "{}", '{"origin": 1', '{"files": [{}]}', "null", "7"])
def test_a_record_that_is_none_of_ours_is_as_none(build, place, content):
    store, name, _ = record(place)
    store.keep(name, content.encode())
    assert not build().is_up_to_date


@pytest.mark.parametrize("key", ["beside", "voices", "fingerprints", "files", "book", "findings"])
@pytest.mark.parametrize("instead", [None, [{}]])
def test_a_record_that_lacks_something_is_as_none(build, place, key, instead):
    store, name, told = record(place)
    store.keep(name, json.dumps({**told, key: instead}).encode())
    assert not build().is_up_to_date


def test_a_record_that_cannot_be_written_fails_no_build(build, put, monkeypatch):
    put("in/storks.md", ARTICLE.replace("valley", "hills"))

    class Full(freshness.SealedStore):
        def keep(self, key, *pieces):
            raise OutputError("books", "no space left")

    with monkeypatch.context() as full:
        full.setattr(freshness, "SealedStore", Full)
        assert not build().is_up_to_date
    assert not build().is_up_to_date


def test_a_build_that_was_cut_off_leaves_no_record(build, put, monkeypatch):
    put("in/storks.md", ARTICLE.replace("valley", "marsh"))

    def stop(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut_off:
        cut_off.setattr(bookmaking, "save_manifest", stop)
        with pytest.raises(KeyboardInterrupt):
            build()
    put("in/storks.md", ARTICLE)
    assert not build().is_up_to_date


def test_what_changes_while_it_is_read_is_read_again(build, put):
    put("in/storks.md", ARTICLE.replace("valley", "reeds"))

    def change(event):
        if isinstance(event, ArticleStarted):
            put("more.toml", LEXICON.replace("storx", "storiks"))
            put("in/stork.png", b"no picture")

    assert not build(change).is_up_to_date
    assert not build().is_up_to_date
    assert build().is_up_to_date


def test_what_is_told_of_it_is_what_was_told_when_it_was_made(build):
    told = []
    made = build(told.append, force=True)
    assert not made.is_up_to_date
    found = [event for event in told if isinstance(event, Found)]
    assert [event.finding.rule for event in found] == ["image-not-included"]
    told.clear()
    again = build(told.append)
    assert told == [*found, again]
    assert again == replace(made, new_clips=0, seconds=0.0, is_up_to_date=True)


def test_an_article_from_standard_input_is_always_built(build, monkeypatch, place, tmp_path):
    class Input:
        buffer = None

    options = {**OPTIONS, "build": QUICK}
    for _ in range(2):
        Input.buffer = (place / "in/storks.md").open("rb")
        monkeypatch.setattr("sys.stdin", Input)
        (book,) = oped_audio.build(["-"], tmp_path, options).books
        Input.buffer.close()
        assert not book.is_up_to_date
