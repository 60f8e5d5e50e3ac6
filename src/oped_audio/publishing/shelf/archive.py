"""Names and contents -> a zip whose bytes depend on nothing else. Writes into a stream."""

import shutil
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from oped_audio.model.publication import Pour

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PERMISSIONS = 0o644 << 16
_CHUNK = 1 << 20


class Archive:
    """A zip that is being written; files are streamed into it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._zip = ZipFile(stream, "w")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def add(self, name: str, content: bytes | Path | Pour, compress_type: int) -> None:
        """Add a file, compressed or as it is."""
        entry = ZipInfo(name, _EARLIEST)
        entry.compress_type = compress_type
        entry.create_system = _UNIX
        entry.external_attr = _PERMISSIONS
        if isinstance(content, Path):
            entry.file_size = content.stat().st_size
            with content.open("rb") as incoming, self._zip.open(entry, "w") as outgoing:
                shutil.copyfileobj(incoming, outgoing, _CHUNK)
            return
        if not isinstance(content, bytes):
            poured = BytesIO()
            content(poured)
            content = poured.getvalue()
        self._zip.writestr(entry, content)


def compression_of(path: str) -> int:
    """Sound and pictures are compressed already."""
    packed = (".mp3", ".m4a", ".opus", ".flac", ".jpg", ".jpeg", ".png", ".gif")
    return ZIP_STORED if path.lower().endswith(packed) else ZIP_DEFLATED
