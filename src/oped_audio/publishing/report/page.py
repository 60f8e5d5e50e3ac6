"""Regions -> the whole page, which asks for nothing and runs nothing. Pure."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template

from oped_audio.publishing.epub.markup import Markup, text


def page(title: str, heading: Markup, regions: Iterable[Markup]) -> bytes:
    """The file; ``heading`` is the title as it is to be shown."""
    style = _template("report.css")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    whole = Template(_template("report.html")).substitute(
        title=text(title), heading=heading, digest=digest, style=style, body="\n".join(regions)
    )
    return whole.encode()


@cache
def _template(name: str) -> str:
    return (files("oped_audio.publishing") / "templates" / name).read_text(encoding="utf-8")
