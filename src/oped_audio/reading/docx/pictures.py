"""``w:drawing`` and ``w:pict`` -> figure pieces with the text alternatives that Word keeps."""

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from oped_audio.model.finding import Finding
from oped_audio.reading.archive import Archive
from oped_audio.reading.docx.ooxml import name_of, said
from oped_audio.reading.draft import Piece
from oped_audio.reading.pictures import SIZE_LIMIT, NoPictureError, Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element


def figures(
    drawing: "_Element", files: Mapping[str, str], archive: Archive, pictures: Pictures, place: str
) -> tuple[list[Piece], list[Finding]]:
    """A piece for each picture of a drawing; ``files`` are names by relationship id."""
    alternative = _alternative(drawing)
    pieces = []
    findings = []
    for node in drawing.iter():
        if name_of(node) not in {"blip", "imagedata"}:
            continue
        file = files.get(said(node, "embed") or said(node, "id") or "", "")
        try:
            content = archive.read(file, SIZE_LIMIT) if file in archive else b""
            image = pictures.take(content, alternative)
        except NoPictureError as error:
            findings.append(_not_included(archive.name, f"{place}: {file}", error))
            continue
        pieces.append(Piece("figure", (), place, "is a picture", image=image))
        if alternative is None:
            findings.append(
                Finding(
                    "image-without-alternative",
                    "warning",
                    f"{place}: {posixpath.basename(file)}",
                    "the picture has no text alternative",
                    "in Word, right-click the picture, choose View Alt Text and describe it",
                    archive.name,
                )
            )
    return pieces, findings


def _not_included(source: str, place: str, error: NoPictureError) -> Finding:
    return Finding(
        "image-not-included",
        "warning",
        place,
        f"the picture is not in the book: {error}",
        "insert it again as a PNG or JPEG picture",
        source,
    )


def _alternative(drawing: "_Element") -> str | None:
    """``descr``, which Word calls alt text; empty for what is marked as decorative."""
    for node in drawing.iter():
        if name_of(node) == "decorative" and said(node) in {"1", "true", "on"}:
            return ""
    for node in drawing.iter():
        if name_of(node) in {"docPr", "shape", "cNvPr"}:
            found = said(node, "descr") or said(node, "alt") or said(node, "title")
            if found and found.strip():
                return " ".join(found.split())
    return None
