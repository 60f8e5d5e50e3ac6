import io
import struct
import zipfile

import pytest

from oped_audio.errors import UnreadableFileError
from oped_audio.reading.archive import Archive
from oped_audio.reading.source import Source


def opened(content: bytes) -> Archive:
    return Archive.open(Source("a.epub", content), "an EPUB")


def test_entries_are_read_when_asked_for(zipped):
    archive = opened(zipped({"a.txt": "one", "b/c.xml": "<r><x/></r>"}))
    assert archive.names == ("a.txt", "b/c.xml")
    assert archive.read("a.txt") == b"one"
    assert archive.xml("b/c.xml").tag == "r"
    assert "z" not in archive


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/passwd", "a/../../b", "C:/a.txt", "..\\a.txt", "a/.."]
)
def test_names_that_lead_out_are_refused(zipped, name):
    with pytest.raises(UnreadableFileError, match="leads out of it"):
        opened(zipped({"ok.txt": "x", name: "x"}))


def test_links_and_doubles_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UnreadableFileError, match="leads out"):
        opened(stream.getvalue())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", "2")
    with pytest.raises(UnreadableFileError, match="two entries"):
        opened(stream.getvalue())


def test_a_bomb_is_stopped_while_it_unpacks(zipped):
    archive = opened(zipped({"bomb.xml": b"\0" * 200_000_000}))
    with pytest.raises(UnreadableFileError, match="becomes too large"):
        archive.read("bomb.xml")


def test_many_bombs_share_one_limit(zipped):
    noise = bytes(range(256)) * 100
    archive = opened(zipped({f"{n}.bin": noise * 30 for n in range(3)}))
    archive._left = 1_000_000
    archive.read("0.bin")
    with pytest.raises(UnreadableFileError, match="becomes too large"):
        archive.read("1.bin")


@pytest.mark.parametrize("cut", [1, 30, 100])
def test_truncated_archives(zipped, cut):
    content = zipped({"a.txt": "one" * 50, "b.txt": "two"})
    with pytest.raises(UnreadableFileError, match="no complete ZIP"):
        opened(content[:-cut])


def test_damaged_entries(zipped):
    content = bytearray(zipped({"a.txt": bytes(range(256)) * 9}))
    content[60] ^= 0xFF
    archive = opened(bytes(content))
    with pytest.raises(UnreadableFileError, match=r"a\.txt is damaged"):
        archive.read("a.txt")
    with pytest.raises(UnreadableFileError, match="missing"):
        archive.read("b.txt")


def test_encrypted_entries(zipped):
    content = bytearray(zipped({"a.txt": "secret"}))
    for marker, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(marker) + offset
        content[at : at + 2] = struct.pack("<H", 1)
    with pytest.raises(UnreadableFileError, match="encrypted"):
        opened(bytes(content)).read("a.txt")


def test_overlapping_entries(zipped):
    content = bytearray(zipped({"a.txt": b"x" * 100, "b.txt": b"y" * 100}))
    second = content.rindex(b"PK\x01\x02")
    content[second + 42 : second + 46] = struct.pack("<I", 4)
    with pytest.raises(UnreadableFileError, match="overlap"):
        opened(bytes(content))


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY a "b">]>',
        '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE r SYSTEM "x.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]>',
    ],
)
def test_entities_are_refused(zipped, doctype):
    for encoding in ("utf-8", "utf-16"):
        content = f"{doctype}<r>&a;</r>".encode(encoding)
        with pytest.raises(UnreadableFileError, match="defines entities"):
            opened(zipped({"x.xml": content})).xml("x.xml")


def test_a_mere_document_type_is_fine_and_bad_xml_is_not(zipped):
    archive = opened(zipped({"a.xml": "<!DOCTYPE r SYSTEM 'x.dtd'><r/>", "b.xml": "<r>\n<x></r>"}))
    assert archive.xml("a.xml").tag == "r"
    with pytest.raises(UnreadableFileError, match="line 2"):
        archive.xml("b.xml")
