"""A Word document (Office Open XML, ECMA-376) -> Draft."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oped_audio.errors import UnreadableFileError
from oped_audio.reading.archive import Archive
from oped_audio.reading.docx.body import BodyReader
from oped_audio.reading.docx.languages import in_main_language
from oped_audio.reading.docx.numbering import read_numbering
from oped_audio.reading.docx.ooxml import child, name_of, said
from oped_audio.reading.docx.runs import RunReader
from oped_audio.reading.docx.styles import read_styles
from oped_audio.reading.draft import Draft, Facts
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_KIND = "a Word document"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Draft:
    """The document. Raises UnreadableFileError."""
    _refuse_old(source)
    archive = Archive.open(source, _KIND)
    main = _main_part(archive)
    related = _relations(archive, main)
    styles = read_styles(_part(archive, related, "styles"))
    reader = BodyReader(
        archive=archive,
        pictures=pictures,
        styles=styles,
        numbering=read_numbering(_part(archive, related, "numbering")),
        runs=RunReader(styles, _links(related), styles.language),
        files=_files(related),
    )
    body = child(archive.xml(main), "body")
    if body is None:
        raise archive.refuse("it has no body")
    reader.walk(body)
    for kind, part in _NOTES.items():
        _read_notes(reader, archive, related, kind, part)
    pieces, language = in_main_language(reader.pieces, styles.language)
    facts = Facts(language=_language(archive) or language)
    return Draft(pieces, facts, tuple(reader.findings))


def _refuse_old(source: Source) -> None:
    if not source.content.startswith(_OLD_OFFICE):
        return
    if _ENCRYPTED in source.content:
        advice = "open it in Word, remove the password under File, Info, and save it"
        raise UnreadableFileError(source.name, _KIND, "a password protects it", advice)
    advice = "open it in Word and save it as .docx"
    raise UnreadableFileError(source.name, _KIND, "it is in the old .doc format", advice)


_Relation = tuple[str, str, bool]
"""Kind, target (a name in the archive, or an address), and whether it is outside."""


def _relations(archive: Archive, part: str) -> dict[str, _Relation]:
    """ECMA-376, part 2, 6.5: what a part is related to, by id."""
    folder, name = posixpath.split(part)
    file = posixpath.join(folder, "_rels", f"{name}.rels")
    if file not in archive:
        return {}
    found = {}
    for node in archive.xml(file):
        kind = (said(node, "Type") or "").rpartition("/")[2]
        target = said(node, "Target") or ""
        outside = said(node, "TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[said(node, "Id") or ""] = (kind, target, outside)
    return found


def _main_part(archive: Archive) -> str:
    for kind, target, outside in _relations(archive, "").values():
        if kind == "officeDocument" and not outside and target in archive:
            return target
    if "word/document.xml" in archive:
        return "word/document.xml"
    raise archive.refuse("there is no document in it")


def _part(archive: Archive, related: dict[str, _Relation], wanted: str) -> "_Element | None":
    for kind, target, outside in related.values():
        if kind == wanted and not outside and target in archive:
            return archive.xml(target)
    return None


def _links(related: dict[str, _Relation]) -> dict[str, str]:
    return {name: target for name, (_, target, outside) in related.items() if outside}


def _files(related: dict[str, _Relation]) -> dict[str, str]:
    return {name: target for name, (_, target, outside) in related.items() if not outside}


def _read_notes(
    reader: BodyReader, archive: Archive, related: dict[str, _Relation], kind: str, part: str
) -> None:
    """The notes that the document refers to, in the order of the references."""
    root = _part(archive, related, part)
    if root is None:
        return
    found = {f"{kind} {said(node, 'id')}": node for node in root if name_of(node) == kind}
    own = next((target for k, target, _ in related.values() if k == part), "")
    outer = reader.runs.links, reader.files
    inner = _relations(archive, own)
    reader.runs.links, reader.files = _links(inner), _files(inner)
    for key, label in list(_referred(reader.runs.notes, kind)):
        if key in found:
            reader.note(found[key], key, label)
    reader.runs.links, reader.files = outer


def _referred(notes: dict[str, str], kind: str) -> Iterator[tuple[str, str]]:
    yield from ((key, label) for key, label in notes.items() if key.startswith(f"{kind} "))


def _language(archive: Archive) -> str | None:
    """Of ``docProps/core.xml``, whose title and author are seldom those of the article."""
    for kind, target, _ in _relations(archive, "").values():
        if kind == "core-properties" and target in archive:
            found = child(archive.xml(target), "language")
            return (found.text or "").strip() or None if found is not None else None
    return None
