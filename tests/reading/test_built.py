import json
import os
from datetime import UTC, datetime

import pytest

from oped_audio.errors import NotBuiltError, UnreadableFileError
from oped_audio.reading.built import built_articles

MANIFEST = {
    "format": 1,
    "title": "Storks",
    "author": None,
    "language": "en",
    "identifier": "urn:uuid:1",
    "duration": 4.5,
    "sections": [
        {"id": "s00", "heading": "Storks", "audio": "audio/00-title.mp3", "duration": 1.5},
        {"id": "s01", "heading": None, "audio": "audio/01-introduction.mp3", "duration": 3},
    ],
    "files": [],
}


@pytest.fixture
def build(tmp_path):
    def write(name="storks", files=(), content=None, **changes):
        folder = tmp_path / "output" / name
        folder.mkdir(parents=True, exist_ok=True)
        listed = []
        for path in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(b"12345")
            listed.append({"path": path, "format": "audio", "bytes": 5, "sha256": "0" * 64})
        told = json.dumps({**MANIFEST, "files": listed, **changes})
        (folder / "manifest.json").write_text(told if content is None else content)
        return tmp_path / "output"

    return write


def test_reads_what_the_manifest_tells_and_what_is_there(build):
    (article,) = built_articles(
        build(
            files=["audio/00-title.mp3"],
            date="2026-01-05",
            settings={"book": {"modified": "2026-02-03 04:05:06+02:00"}},
        )
    )
    assert (article.name, article.title, article.author) == ("storks", "Storks", None)
    assert [(file.path, file.size) for file in article.files] == [("audio/00-title.mp3", 5)]
    assert [chapter.begin_ms for chapter in article.chapters] == [0, 1500]
    assert [chapter.label for chapter in article.chapters] == ["Storks", "Section 1"]
    assert [chapter.role for chapter in article.chapters] == ["title", "section"]
    assert article.modified == datetime(2026, 2, 3, 2, 5, 6, tzinfo=UTC)
    assert article.published == datetime(2026, 1, 5, tzinfo=UTC)
    assert article.accessibility is None


def test_a_manifest_says_when_an_article_changed_where_nothing_else_does(build):
    output = build()
    os.utime(output / "storks/manifest.json", (86_400, 86_400))
    (article,) = built_articles(output)
    assert article.modified == article.published == datetime(1970, 1, 2, tzinfo=UTC)


def test_files_that_are_not_there_are_named_and_links_are_none(build):
    output = build(files=["a.mp3", "b.mp3", "c.mp3"])
    (output / "storks/a.mp3").unlink()
    (output / "storks/b.mp3").unlink()
    (output / "storks/b.mp3").symlink_to("/etc/passwd")
    (article,) = built_articles(output)
    assert article.missing == ("a.mp3", "b.mp3")
    assert [file.path for file in article.files] == ["c.mp3"]


def test_the_digest_changes_with_the_manifest_and_with_the_size_of_a_file(build):
    def digest():
        (article,) = built_articles(output)
        return article.digest

    output = build(files=["a.mp3"])
    first = digest()
    assert digest() == first
    (output / "storks/a.mp3").write_bytes(b"longer now")
    second = digest()
    build(files=["a.mp3"], title="Other")
    assert len({first, second, digest()}) == 3


def test_folders_get_names_that_are_safe_and_their_own(build):
    for name in ("Über <b>", "über-b", "con"):
        build(name)
    names = [article.name for article in built_articles(build("..hidden"))]
    assert names == ["con-article", "über-b", "über-b-2"]


def test_what_no_page_may_hold_is_replaced(build):
    (article,) = built_articles(build(title="a\x00b\ud800c\x1bd\te"))
    assert article.title == "a�b�c�d\te"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "not what it should be"),
        ("{}", "'format' is missing"),
        (json.dumps({**MANIFEST, "format": 2}), "format 2"),
        (json.dumps({**MANIFEST, "title": 3}), "not what it should be"),
        (json.dumps({**MANIFEST, "duration": "long"}), "not what it should be"),
        (json.dumps({**MANIFEST, "duration": -1}), "not what it should be"),
        (json.dumps({**MANIFEST, "narrators": "me"}), "not what it should be"),
        (json.dumps({**MANIFEST, "settings": {"book": {"modified": "x"}}}), "no JSON"),
        *(
            (json.dumps({**MANIFEST, "files": [{"path": path, "format": "x"}]}), "leads out")
            for path in ("../victim", "/etc/passwd", "a/../../b", "a\\b", "", "a//b", ".")
        ),
    ],
)
def test_a_damaged_or_hostile_manifest_is_told_in_a_line(build, content, reason):
    build("good")
    found = list(built_articles(build("storks", content=content)))
    assert found[0].title == "Storks"
    assert isinstance(found[1], UnreadableFileError)
    assert reason in str(found[1])
    assert "storks" in found[1].place


def test_other_folders_are_told_of_and_files_are_not(build, tmp_path):
    output = build()
    (output / "photos").mkdir()
    (output / ".git").mkdir()
    (output / "notes.txt").write_text("mine")
    found = list(built_articles(output))
    assert [type(one) for one in found if not hasattr(one, "title")] == [NotBuiltError]


def test_an_output_that_is_no_folder_is_an_error(tmp_path):
    with pytest.raises(UnreadableFileError, match="oped-audio build"):
        list(built_articles(tmp_path / "nowhere"))


def test_an_address_that_is_none_is_not_linked_to(build):
    claimed = {
        "modes": [],
        "sufficient": [],
        "features": [],
        "hazards": [],
        "conforms_to": None,
        "summary": "",
        "summary_language": "en",
        "certifier_report": "javascript:alert(1)",
    }
    (article,) = built_articles(build(accessibility=claimed))
    assert article.accessibility.certifier_report is None
