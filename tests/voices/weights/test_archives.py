"""Archives that are as they should be, and evil ones."""

import io
import tarfile
import zipfile

import pytest

from oped_audio.voices.weights.archives import DamagedArchiveError, extract

NAMES = ("a/x.bin", "../../evil", "/etc/passwd", "a/link", "a/")


def taken(path, *names):
    found = {}

    def sink(name):
        return lambda chunk: found.setdefault(name, []).append(chunk)

    extract(path, {name: sink(name) for name in names})
    return {name: b"".join(chunks) for name, chunks in found.items()}


@pytest.fixture(params=["zip", "tar"])
def archive(request, tmp_path):
    path = tmp_path / "in" / "archive"
    path.parent.mkdir()
    if request.param == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("a/", b"")
            for name in ("../../evil", "/etc/passwd", "a/x.bin", "a/y.bin"):
                file.writestr(name, name.encode() * 1000)
    else:
        with tarfile.open(path, "w:gz") as file:
            link = tarfile.TarInfo("a/link")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            file.addfile(link)
            for name in ("../../evil", "/etc/passwd", "a/x.bin", "a/y.bin", "a/x.bin"):
                member = tarfile.TarInfo(name)
                content = name.encode() * 1000
                member.size = len(content)
                file.addfile(member, io.BytesIO(content))
    return path


def test_members_are_given_by_exact_name(archive):
    assert taken(archive, "a/x.bin", "b") == {"a/x.bin": b"a/x.bin" * 1000}
    assert set(taken(archive, "a/y.bin", "a/x.bin")) == {"a/x.bin", "a/y.bin"}


def test_nothing_is_written_anywhere(archive, tmp_path):
    taken(archive, "a/x.bin", "../../evil")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["archive"]


def test_links_and_folders_are_no_members(archive):
    assert taken(archive, "a/link", "a/") == {}


@pytest.mark.parametrize("length", [0, 40, 150])
def test_a_damaged_archive(archive, length):
    content = archive.read_bytes()
    archive.write_bytes(content[:length])
    with pytest.raises(DamagedArchiveError):
        taken(archive, "a/y.bin")


def test_an_archive_whose_content_is_not_what_its_checksum_says(tmp_path):
    path = tmp_path / "x.whl"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x", b"hello")
    path.write_bytes(path.read_bytes().replace(b"hello", b"hallo"))
    with pytest.raises(DamagedArchiveError, match="CRC"):
        taken(path, "x")
