import hashlib
from pathlib import Path

import pytest

from oped_audio.errors import AddressError
from oped_audio.reading.html import open_picture
from oped_audio.reading.html.open_picture import opener
from oped_audio.reading.pictures import NoPictureError, Pictures, digest_beside
from oped_audio.reading.source import Source


def fetch(address: str) -> bytes:
    if address.endswith("missing.png"):
        raise AddressError(address, "404 Not Found", "check the address")
    return address.encode()


PICTURES = Pictures(Path("/nowhere"), lambda _: None)
WEB = Source("x", b"", address="https://paper.example/a/b.html", fetch=fetch)


@pytest.mark.parametrize(
    ("src", "address"),
    [
        ("c.png", "https://paper.example/a/c.png"),
        ("/c.png", "https://paper.example/c.png"),
        ("//img.example/c.png", "https://img.example/c.png"),
        ("http://img.example/c.png", "http://img.example/c.png"),
    ],
)
def test_pictures_of_the_web_are_fetched_from_where_they_lie(src, address):
    assert opener(WEB, PICTURES)(src) == address.encode()


def test_what_the_web_refuses():
    with pytest.raises(NoPictureError, match="404"):
        opener(WEB, PICTURES)("missing.png")


@pytest.mark.parametrize(
    ("src", "content"),
    [("data:,a%20b", b"a b"), ("data:image/png;base64,QUI=", b"AB"), ("cid:x", b"part")],
)
def test_pictures_in_the_file_itself(src, content):
    assert opener(Source("x", b""), PICTURES, {"x": b"part"})(src) == content


@pytest.mark.parametrize("src", ["", "a\0b", "a\\b", "\udcff", "x" * 5000])
def test_strange_names(src):
    with pytest.raises(NoPictureError):
        opener(Source("x", b"", Path("/tmp")), PICTURES)(src)


def test_standard_input_has_no_folder():
    with pytest.raises(NoPictureError, match="no folder"):
        opener(Source("standard input", b""), PICTURES)("a.png")


def test_data_that_is_too_large(monkeypatch):
    monkeypatch.setattr(open_picture, "SIZE_LIMIT", 4)
    with pytest.raises(NoPictureError, match="too large"):
        opener(Source("x", b""), PICTURES)("data:,123456789")


def test_what_was_looked_for_beside_the_article_is_told(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a b.png").write_bytes(b"picture")
    (tmp_path / "above.png").write_bytes(b"picture")
    pictures = Pictures(tmp_path, lambda _: None)
    look = opener(Source("x", b"", folder), pictures)
    assert look("a%20b.png?large") == b"picture"
    for src in ("missing.png", "../above.png"):
        with pytest.raises(NoPictureError):
            look(src)
    digest = hashlib.sha256(b"picture").hexdigest()
    assert pictures.beside == {"a b.png": digest, "missing.png": None, "../above.png": None}
    assert {path: digest_beside(folder, path) for path in pictures.beside} == pictures.beside
