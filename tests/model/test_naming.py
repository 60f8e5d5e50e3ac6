import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.naming import slug, track_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("winter-sunshine", "winter-sunshine"),
        ("The Return of the Storks (final) v2", "the-return-of-the-storks-final-v2"),
        ("../../etc/passwd", "etc-passwd"),
        ("Größe & Maß", "größe-maß"),
        ("冬日阳光", "冬日阳光"),
        ("...", "article"),
        ("NUL", "nul-article"),
        ("com1", "com1-article"),
        ("word " * 99, ("word-" * 12)[:-1]),
        ("x" * 99, "x" * 60),
    ],
)
def test_slug(text, name):
    assert slug(text) == name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Introduction", "07-introduction"),
        ("Lee’s pragmatic approach", "07-lees-pragmatic-approach"),
        ("Was heißt „Größe“?", "07-was-heisst-grosse"),
        ("冬日阳光", "07-section"),
    ],
)
def test_track_name(label, name):
    assert track_name(7, label) == name


@given(st.text())
def test_names_are_safe_as_file_names(text):
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", slug(text))
    assert re.fullmatch(r"07(-[a-z0-9]+)+", track_name(7, text))
    assert len(slug(text)) <= 68
