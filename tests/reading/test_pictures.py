import io
from pathlib import Path

import pytest
from PIL import Image

from oped_audio.reading import pictures as module
from oped_audio.reading.pictures import NoPictureError


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (8, 6)) -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        *(("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")),
        *(("WEBP", "image/webp"), ("BMP", "image/png"), ("TIFF", "image/png")),
    ],
)
def test_pictures_are_kept_or_made_into_what_an_epub_may_hold(pictures, kind, media_type):
    image = pictures.take(picture(kind), "alt")
    assert (image.media_type, image.width, image.height) == (media_type, 8, 6)
    assert image.path.is_file()
    if kind not in {"BMP", "TIFF"}:
        assert image.path.read_bytes() == picture(kind)


def test_transparency_is_kept(pictures):
    image = pictures.take(picture("TIFF", "RGBA"), "")
    with Image.open(image.path) as opened:
        assert opened.mode == "RGBA"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a picture"),
        (b"GIF89a and no more", "not a picture"),
        (picture("PNG")[:-40], "not a picture"),
        (picture("PCX"), "unknown to EPUB readers"),
    ],
)
def test_what_is_no_picture(pictures, content, reason):
    with pytest.raises(NoPictureError, match=reason):
        pictures.take(content, None)


def test_no_program_of_others_is_run_for_a_picture(pictures, monkeypatch):
    monkeypatch.setattr("subprocess.check_call", lambda *_, **__: pytest.fail("Ghostscript runs"))
    monkeypatch.setattr("PIL.EpsImagePlugin.has_ghostscript", lambda: True)
    monkeypatch.setattr("PIL.EpsImagePlugin.gs_binary", "gs")
    with pytest.raises(NoPictureError, match="EPS is unknown to EPUB readers"):
        pictures.take(picture("EPS"), None)


def test_pictures_that_are_too_large(pictures, monkeypatch):
    monkeypatch.setattr(module, "SIZE_LIMIT", 10)
    with pytest.raises(NoPictureError, match="the limit is 10"):
        pictures.take(picture("PNG"), None)
    monkeypatch.setattr(module, "SIZE_LIMIT", 10_000_000)
    monkeypatch.setattr(module, "_MOST_PIXELS", 40)
    with pytest.raises(NoPictureError, match="8 by 6 pixels"):
        pictures.take(picture("PNG"), None)


def test_equal_pictures_are_one(pictures):
    one, other = (pictures.take(picture("PNG"), text) for text in ("a", "b"))
    assert (one.digest, one.path) == (other.digest, other.path)
    assert isinstance(one.path, Path)
