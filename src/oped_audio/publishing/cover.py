"""Title and author -> cover picture: a JPEG that depends on nothing else."""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from oped_audio.publishing.lettering import Box, Lettering, drawable, fit

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

VERSION = 2
"""Raise it when the same title and author give another picture."""

WIDTH, HEIGHT = 1600, 2560
"""Pixels; so are all measures below."""
_SMALL = 480, 768
_MARGIN = 170
_COLUMN = WIDTH - 2 * _MARGIN
_RULE = (_MARGIN, 260, _MARGIN + 180, 272)
_TITLE_TOP = 330
_TITLE = Box(_COLUMN, 1150, range(250, 69, -10), leading=1.14, longest=600)
_AUTHOR_BOTTOM = 2340
_AUTHOR = Box(_COLUMN, 210, range(80, 39, -10), leading=1.2, longest=200)
_WAVE_MIDDLE = 1820
_WAVE_HEIGHT = 460
_BAR_WIDTH = 24
_BAR_STEP = 47

_QUALITY = 85

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a cover. The text stands at least 4.5:1 off the ground, the accent 3:1."""

    ground: Colour
    text: Colour
    accent: Colour


PALETTES = (
    Palette((18, 32, 58), (250, 245, 233), (233, 166, 66)),
    Palette((17, 56, 48), (247, 244, 230), (143, 197, 148)),
    Palette((84, 20, 38), (253, 240, 228), (240, 148, 114)),
    Palette((35, 47, 62), (243, 247, 249), (118, 199, 196)),
    Palette((52, 29, 76), (247, 241, 255), (205, 163, 240)),
    Palette((244, 234, 219), (74, 27, 20), (190, 76, 42)),
)


def cover(title: str, author: str | None) -> bytes:
    """A cover of 1600 by 2560 pixels. Text that the font cannot draw is left out."""
    return _jpeg(_drawn(title, author))


def cover_and_thumbnail(title: str, author: str | None) -> tuple[bytes, bytes]:
    """The cover, and the same at 480 by 768 pixels, for audio files."""
    image = _drawn(title, author)
    return _jpeg(image), _jpeg(image.reduce(3).resize(_SMALL))


def main() -> None:
    """Draw what standard input names, in a process of its own: title and author, as JSON.

    What goes out is how long the cover is, the cover, and the thumbnail.
    """
    whole, small = cover_and_thumbnail(*json.load(sys.stdin))
    sys.stdout.buffer.write(b"%d\n%b%b" % (len(whole), whole, small))


def _drawn(title: str, author: str | None) -> "Image":
    from PIL import Image, ImageDraw

    digest = hashlib.sha256(f"{title}\n{author or ''}".encode(errors="surrogatepass")).digest()
    palette = PALETTES[digest[0] % len(PALETTES)]
    image = Image.new("RGB", (WIDTH, HEIGHT), palette.ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle(_RULE, fill=palette.accent)
    _draw_wave(image, digest, palette.accent)
    _draw_lines(draw, fit(drawable(title), _TITLE), _TITLE_TOP, palette.text)
    by = fit(drawable(author or ""), _AUTHOR)
    _draw_lines(draw, by, _AUTHOR_BOTTOM - by.height, palette.text)
    return image


def _jpeg(image: "Image") -> bytes:
    file = BytesIO()
    file.name = "picture.jpg"  # tells Pillow the format; told otherwise, it loads all common ones
    image.save(file, quality=_QUALITY)
    return file.getvalue()


def _draw_lines(draw: "ImageDraw", lettering: Lettering, top: int, colour: Colour) -> None:
    for number, line in enumerate(lettering.lines):
        place = (_MARGIN, top + number * lettering.leading)
        draw.text(place, line, fill=colour, font=lettering.font)


def _draw_wave(image: "Image", digest: bytes, colour: Colour) -> None:
    """Bars as of recorded speech."""
    for number, height in enumerate(_bar_heights(digest)):
        bar = _bar(height)
        image.paste(colour, (_MARGIN + number * _BAR_STEP, _WAVE_MIDDLE - height // 2), bar)


def _bar_heights(digest: bytes) -> Iterator[int]:
    """One height a bar, drawn from the digest, swelling and falling like phrases."""
    count = (_COLUMN - _BAR_WIDTH) // _BAR_STEP + 1
    for number in range(count):
        syllable = digest[1 + number % (len(digest) - 1)] / 255
        phrase = digest[1 + number // 5] / 255
        edge = min(number + 1, count - number, 4) / 4
        yield round(_BAR_WIDTH + _WAVE_HEIGHT * edge * (0.6 * syllable + 0.4 * phrase))


def _bar(height: int) -> "Image":
    """The mask of a bar with round ends."""
    from PIL import Image

    disc = _disc()
    half = _BAR_WIDTH // 2
    bar = Image.new("L", (_BAR_WIDTH, height), 255)
    bar.paste(disc.crop((0, 0, _BAR_WIDTH, half)), (0, 0))
    bar.paste(disc.crop((0, half, _BAR_WIDTH, _BAR_WIDTH)), (0, height - half))
    return bar


@cache
def _disc() -> "Image":
    """The mask of a disc as wide as a bar, smooth at the edge."""
    from PIL import Image, ImageDraw

    finer = 8
    disc = Image.new("L", (_BAR_WIDTH * finer, _BAR_WIDTH * finer))
    edge = _BAR_WIDTH * finer - 1
    ImageDraw.Draw(disc).ellipse((0, 0, edge, edge), fill=255)
    return disc.reduce(finer)
