"""Covers: deterministic, legible, and empty of signs that the font lacks."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat

from oped_audio.publishing.cover import HEIGHT, PALETTES, WIDTH, cover, cover_and_thumbnail
from oped_audio.publishing.lettering import Box, drawable, fit

BOX = Box(width=1200, height=600, sizes=range(200, 39, -20), leading=1.2, longest=300)


def luminance(colour):
    """WCAG 2.2, definition of relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    levels = sorted(luminance([channel / 255 for channel in colour]) for colour in (one, other))
    return (levels[1] + 0.05) / (levels[0] + 0.05)


def opened(jpeg):
    return Image.open(BytesIO(jpeg))


@pytest.mark.parametrize("palette", PALETTES)
def test_palettes_are_legible(palette):
    assert contrast(palette.ground, palette.text) >= 4.5
    assert contrast(palette.ground, palette.accent) >= 3


def test_a_cover_is_a_baseline_rgb_jpeg_and_always_the_same():
    first = cover("The return of the harbour", "Ada Byron")
    assert first == cover("The return of the harbour", "Ada Byron")
    picture = opened(first)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (WIDTH, HEIGHT))
    assert "progressive" not in picture.info


def test_title_and_author_decide_the_colours():
    grounds = {opened(cover(f"Title {n}", None)).getpixel((5, 5)) for n in range(40)}
    assert len(grounds) == len(PALETTES)


@pytest.mark.parametrize(
    ("title", "author"),
    [("word " * 820, None), ("x" * 4096, ""), ("", ""), ("日本の未来", "山田"), ("\ud800\0", "\n")],
)
def test_hard_titles_make_a_cover(title, author):
    assert opened(cover(title, author)).size == (WIDTH, HEIGHT)


def test_letters_that_the_font_lacks_leave_only_the_design():
    ink = opened(cover("日本の未来", None)).crop((170, 300, 1430, 1500)).getcolors(1 << 20)
    assert len(ink) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Łukasz  and\nЖуков, Ελλάδα", "Łukasz and Жуков, Ελλάδα"),
        ("I \u2764\ufe0f you \U0001f984", "I you"),
        ("Cafe\u0301", "Café"),
        ("The 東京 story", ""),
        ("a\u200bb", "ab"),
    ],
)
def test_drawable(text, shown):
    assert drawable(text) == shown


def test_short_text_is_large_and_long_text_small():
    assert fit("Hope", BOX).font.size == 200
    longer = fit("All the world is a stage and all of us are merely players in it", BOX)
    assert longer.font.size < 200
    assert len(longer.lines) > 1
    assert longer.height <= BOX.height


def test_lines_fit_and_are_even():
    lettering = fit("one two three four five six seven eight nine ten eleven", BOX)
    widths = [lettering.font.getlength(line) for line in lettering.lines]
    assert max(widths) <= BOX.width
    assert min(widths) > 0.6 * max(widths)


@pytest.mark.parametrize("text", ["many words " * 40, "x" * 2000, "x" * 299 + " y"])
def test_text_that_cannot_fit_is_cut_in_the_smallest_size(text):
    lettering = fit(text, BOX)
    assert lettering.font.size == 40
    assert lettering.height <= BOX.height
    assert all(lettering.font.getlength(line) <= BOX.width for line in lettering.lines)
    assert len(text) <= BOX.longest or lettering.lines[-1].endswith("…")


def test_a_box_too_low_for_the_text_ends_in_an_ellipsis():
    low = Box(width=400, height=100, sizes=range(60, 39, -20), leading=1.2, longest=300)
    lettering = fit("first second third fourth fifth sixth seventh", low)
    assert lettering.lines[-1].endswith("…")
    assert len(lettering.lines) == 2


def test_nothing_takes_no_lines():
    assert fit("", BOX).lines == ()


def test_the_thumbnail_is_the_cover_made_small():
    whole, small = cover_and_thumbnail("Storks", "Ada Byron")
    assert whole == cover("Storks", "Ada Byron")
    thumbnail = opened(small)
    assert (thumbnail.format, thumbnail.size) == ("JPEG", (480, 768))
    off = ImageStat.Stat(ImageChops.difference(thumbnail, opened(whole).resize((480, 768)))).mean
    assert max(off) < 2
