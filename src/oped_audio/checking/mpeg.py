"""An MPEG audio file -> the bit rates of its frames, read from their headers alone.

ISO/IEC 11172-3, 2.4.1.3. The file is read piece by piece and never decoded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_KBPS = {
    (1, 1): (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""By version and layer."""
_HERTZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8000)}
"""By the bits of the version."""
_MARKS = (b"Xing", b"Info", b"VBRI")
_HEAD = 200
"""Bytes of the first frame in which a mark stands."""
_MOST_GARBAGE = 200_000
"""Bytes without a frame after which the rest is not looked through."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What the headers of an MP3 say."""

    rates: frozenset[int]
    """Kilobits a second of the frames that hold sound."""
    count: int
    has_header: bool
    """Whether the first frame tells length and delay (Xing, Info or VBRI)."""


def frames(path: Path) -> Frames:
    """Walk through all frames of a file."""
    rates: set[int] = set()
    count = 0
    has_header = False
    with path.open("rb") as file:
        for number, (kbps, head) in enumerate(_frames(file)):
            if number == 0 and any(mark in head for mark in _MARKS):
                has_header = True
                continue
            rates.add(kbps)
            count += 1
    return Frames(frozenset(rates), count, has_header)


def _frames(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    at = _behind_tag(file)
    lost = 0
    while lost < _MOST_GARBAGE:
        file.seek(at)
        head = file.read(_HEAD)
        if len(head) < 4:
            return
        found = _header(head)
        if found is None:
            step = max(head.find(b"\xff", 1), 0) or len(head)
            at, lost = at + step, lost + step
            continue
        kbps, size = found
        yield kbps, head
        at, lost = at + size, 0


def _behind_tag(file: BinaryIO) -> int:
    """Where the sound begins: behind an ID3 tag, whose length is in four times seven bits."""
    head = file.read(10)
    if len(head) < 10 or not head.startswith(b"ID3"):
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _header(head: bytes) -> tuple[int, int] | None:
    """Kilobits a second and the bytes of the frame; None if this is no header."""
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, 4 - (head[1] >> 1 & 3)
    rate, sampling = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer == 4 or rate in {0, 15} or sampling == 3:
        return None
    is_first = version == 3
    kbps = _KBPS[1 if is_first else 2, layer][rate]
    hertz = _HERTZ[version][sampling]
    padding = head[2] >> 1 & 1
    if layer == 1:
        return kbps, (12 * kbps * 1000 // hertz + padding) * 4
    samples = 576 if layer == 3 and not is_first else 1152
    return kbps, samples // 8 * kbps * 1000 // hertz + padding
