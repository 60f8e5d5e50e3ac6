from pathlib import Path

import pytest

from oped_audio.errors import AddressError
from oped_audio.reading.html import open_picture
from oped_audio.reading.html.open_picture import opener
from oped_audio.reading.pictures import NoPictureError
from oped_audio.reading.source import Source


def fetch(address: str) -> bytes:
    if address.endswith("missing.png"):
        raise AddressError(address, "404 Not Found", "check the address")
    return address.encode()


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
    assert opener(WEB)(src) == address.encode()


def test_what_the_web_refuses():
    with pytest.raises(NoPictureError, match="404"):
        opener(WEB)("missing.png")


@pytest.mark.parametrize(
    ("src", "content"),
    [("data:,a%20b", b"a b"), ("data:image/png;base64,QUI=", b"AB"), ("cid:x", b"part")],
)
def test_pictures_in_the_file_itself(src, content):
    assert opener(Source("x", b""), {"x": b"part"})(src) == content


@pytest.mark.parametrize("src", ["", "a\0b", "a\\b", "\udcff", "x" * 5000])
def test_strange_names(src):
    with pytest.raises(NoPictureError):
        opener(Source("x", b"", Path("/tmp")))(src)


def test_standard_input_has_no_folder():
    with pytest.raises(NoPictureError, match="no folder"):
        opener(Source("standard input", b""))("a.png")


def test_data_that_is_too_large(monkeypatch):
    monkeypatch.setattr(open_picture, "SIZE_LIMIT", 4)
    with pytest.raises(NoPictureError, match="too large"):
        opener(Source("x", b""))("data:,123456789")
