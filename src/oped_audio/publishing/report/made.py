"""The files that the build made. Pure."""

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from oped_audio.model.publication import SavedFile
from oped_audio.publishing.epub.markup import Markup, text
from oped_audio.publishing.report.figures import count, size
from oped_audio.publishing.report.pieces import Column, link, paragraph, region, table

MOST = 12
"""Of one format."""

_COLUMNS = (Column("File"), Column("Format"), Column("Size", is_number=True))


def made(files: Sequence[SavedFile]) -> Markup:
    """A row for each file, some of each format where there are many."""
    if not files:
        return region("files", "Files", paragraph("No other files were made in this build."))
    rows: list[tuple[Markup, Markup, Markup]] = []
    ordered = sorted(files, key=lambda file: file.format)
    for name, found in groupby(ordered, lambda file: file.format):
        alike = list(found)
        rows += [
            (link(href(file.path), text(file.path)), text(name), text(size(file.size)))
            for file in alike[:MOST]
        ]
        if rest := alike[MOST:]:
            more = text(f"… and {count(len(rest), 'more file')}")
            rows.append((more, text(name), text(size(sum(file.size for file in rest)))))
    whole = f"{count(len(files), 'file')}, {size(sum(file.size for file in files))} in all"
    return region("files", "Files", table("files", f"Made in this build: {whole}", _COLUMNS, rows))


def href(path: str) -> str:
    """The path as an address that leads there from the report."""
    return f"./{quote(path)}"
