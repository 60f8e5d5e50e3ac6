"""The files of the page that are the same in every edition."""

from functools import cache
from importlib.resources import files

_SCRIPTS = (
    "clock", "memory", "sound", "light", "voice", "settings", "reader", "sleep", "controls",
    "sentences", "captions", "start",
)  # fmt: skip
"""In the order in which they need each other."""
_FONTS = ("SourceSerifPro-Regular.otf", "SourceSerifPro-It.otf", "SourceSerifPro-Semibold.otf")


@cache
def script() -> bytes:
    """All parts in one block, so that none of their names is the page's.

    No module: browsers refuse those on pages that are opened from a disk.
    """
    parts = [_template(f"{name}.js") for name in _SCRIPTS]
    return "\n".join(("'use strict'\n{", *parts, "}\n")).encode()


@cache
def style() -> bytes:
    """The style sheet."""
    return _template("read-along.css").encode()


@cache
def fonts() -> dict[str, bytes]:
    """The font of the text, with its licence, by file name."""
    folder = files("font_source_serif_pro") / "files"
    names = (*_FONTS, "LICENSE.txt")
    return {f"fonts/{name}": (folder / name).read_bytes() for name in names}


def _template(name: str) -> str:
    folder = files("oped_audio.publishing") / "templates" / "read_along"
    return (folder / name).read_text(encoding="utf-8")
