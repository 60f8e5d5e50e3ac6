"""Title and cover -> the pictures of a shelf: thumbnails, and a podcast's square artwork."""

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING

from oped_audio.publishing.cover import PALETTES
from oped_audio.publishing.lettering import Box, drawable, fit

if TYPE_CHECKING:
    from PIL.Image import Image

THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 240, 384
"""Pixels; so are all measures below."""
SQUARE = 1500
"""Apple takes 1400 to 3000."""
_MARGIN = 150
_TITLE_TOP = 420
_TITLE = Box(SQUARE - 2 * _MARGIN, 800, range(220, 59, -10), leading=1.14, longest=200)
_QUALITY = 82


def thumbnail(cover: bytes) -> bytes:
    """A JPEG of a list's size."""
    from PIL import Image

    picture = Image.open(BytesIO(cover))
    picture.draft("RGB", (THUMBNAIL_WIDTH * 2, THUMBNAIL_HEIGHT * 2))
    small = picture.convert("RGB").resize((THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT))
    return _jpeg(small)


def artwork(title: str) -> bytes:
    """A square JPEG with a title in the manner of the covers."""
    from PIL import Image, ImageDraw

    digest = hashlib.sha256(title.encode(errors="surrogatepass")).digest()
    palette = PALETTES[digest[0] % len(PALETTES)]
    image = Image.new("RGB", (SQUARE, SQUARE), palette.ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((_MARGIN, 330, _MARGIN + 220, 346), fill=palette.accent)
    lettering = fit(drawable(title), _TITLE)
    for number, line in enumerate(lettering.lines):
        place = (_MARGIN, _TITLE_TOP + number * lettering.leading)
        draw.text(place, line, fill=palette.text, font=lettering.font)
    return _jpeg(image)


def _jpeg(image: "Image") -> bytes:
    stream = BytesIO()
    image.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue()
