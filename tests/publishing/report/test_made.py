from lxml import etree

from oped_audio.model.publication import SavedFile
from oped_audio.publishing.report.made import MOST, href, made


def file(path, name, size=1000):
    return SavedFile(path, name, size, "0" * 64)


def test_each_file_is_linked_with_its_format_and_size():
    page = etree.fromstring(
        made([file("x.epub", "epub", 2_000_000), file("audio/a b.mp3", "audio")])
    )
    rows = [["".join(cell.itertext()) for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert rows == [["audio/a b.mp3", "audio", "1.0 kB"], ["x.epub", "epub", "2.0 MB"]]
    assert [a.get("href") for a in page.iter("a")] == ["./audio/a%20b.mp3", "./x.epub"]
    assert page.find(".//caption").text == "Made in this build: 2 files, 2.0 MB in all"


def test_of_many_alike_some_are_listed():
    files = [file(f"audio/{at}.mp3", "audio") for at in range(MOST + 5)]
    page = etree.fromstring(made(files))
    rows = page.findall(".//tbody/tr")
    assert len(rows) == MOST + 1
    assert rows[-1].xpath("string()") == "… and 5 more filesaudio5.0 kB"


def test_says_so_where_nothing_was_made():
    assert "No other files were made" in made([])


def test_no_path_is_taken_for_another_address():
    assert href("javascript:x?y#z") == "./javascript%3Ax%3Fy%23z"
