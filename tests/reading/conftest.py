"""Readings of articles of every format, from bytes, without a file."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from oped_audio.model.reading import Reading
from oped_audio.reading import read
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source


@pytest.fixture(scope="session")
def png() -> Callable[..., bytes]:
    """A picture of a size, all its pixels alike."""

    def make(width: int = 40, height: int = 30) -> bytes:
        stream = io.BytesIO()
        Image.new("RGB", (width, height), (120, 40, 40)).save(stream, "PNG")
        return stream.getvalue()

    return make


@pytest.fixture(scope="session")
def zipped() -> Callable[[Mapping[str, str | bytes]], bytes]:
    """An archive with these entries."""

    def make(entries: Mapping[str, str | bytes]) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        return stream.getvalue()

    return make


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    """Where pictures are kept."""
    return Pictures(tmp_path_factory.mktemp("cache"), lambda _: None)


@pytest.fixture(scope="session")
def reading(pictures: Pictures) -> Callable[..., Reading]:
    """Read bytes or text as a file of this name."""

    def make(content: bytes | str, name: str, folder: Path | None = None, **source: str) -> Reading:
        raw = content.encode() if isinstance(content, str) else content
        opened = Source(name, raw, folder or Path("/nowhere"), suffix=Path(name).suffix)
        return read(replace(opened, **source), ReadingSettings(), pictures)

    return make
