"""What the order of the stages is answerable for; whole books are tried in end_to_end."""

import html
import json
import os
import re
import zipfile

import mutagen
import pytest

import oped_audio
from oped_audio.errors import InternalError, NarrationError, UnknownVoiceError
from oped_audio.model.audio import Voice
from oped_audio.model.progress import (
    ArticleStarted,
    Book,
    Failure,
    Found,
    SectionDone,
    SectionStarted,
    SentencesNarrated,
    Warned,
)
from oped_audio.narration import workload
from oped_audio.pipeline import articles
from oped_audio.voices.tone import ToneEngine

ARTICLE = (
    "The return of the storks\n\n"
    "They left when the marsh was drained, and nobody thought that they would ever come back.\n\n"
    "The storks came back to the valley in the spring of 2024, as if nothing had happened.\n\n"
    "What the marsh remembers\n\n"
    "Water finds its old way, and whoever lives from it follows after a while.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "storks.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def build(article, tmp_path):
    def run(*, force=False, **tables):
        told = []
        options = {
            "voice": {"engine": "tone"},
            "cache": {"folder": str(tmp_path / "cache")},
            **tables,
        }
        out = tmp_path / "out"
        return oped_audio.build([article], out, options, told.append, force=force), told

    return run


def test_everything_is_told_as_it_happens(build):
    report, told = build()
    assert report.exit_code == 0
    assert isinstance(told[0], ArticleStarted)
    assert isinstance(told[-1], Book)
    started = [event.section for event in told if isinstance(event, SectionStarted)]
    done = [event.section for event in told if isinstance(event, SectionDone)]
    assert started == done == ["s00", "s01", "s02", "cover", "accessibility", "toc"]
    expected = sum(event.sentences for event in told if isinstance(event, SectionStarted))
    assert sum(e.sentences for e in told if isinstance(e, SentencesNarrated)) == expected
    assert told[0].sections == 6
    assert (told[-1].sections, told[-1].sentences) == (3, 5)


def test_what_a_book_adds_is_narrated_once_and_only_for_an_epub(build):
    report, _ = build(build={"formats": ("audio", "captions")})
    assert report.books[0].new_clips == report.books[0].sentences == 5
    report, told = build()
    added = [e for e in told if isinstance(e, SectionStarted) and not e.section.startswith("s0")]
    repeated = {"What the marsh remembers", "Accessibility", "Table of contents"}
    assert report.books[0].new_clips <= sum(event.sentences for event in added) - 1, repeated


def test_many_processes_give_the_same_book(build, monkeypatch, tmp_path):
    build(build={"jobs": 1})
    epub = tmp_path / "out/storks/storks.epub"
    one = epub.read_bytes()
    monkeypatch.setattr(workload, "_WORTH_PROCESSES_S", 0)
    report, _ = build(build={"jobs": 2}, cache={"folder": str(tmp_path / "other")})
    assert report.books[0].new_clips > 0
    assert epub.read_bytes() == one


def test_only_what_was_chosen_is_made_and_the_rest_stays(build, tmp_path):
    build()
    before = (tmp_path / "out/storks/storks.epub").read_bytes()
    report, _ = build(build={"formats": ("captions",)}, pauses={"sentence_ms": 900})
    made = {name.split("/")[0] for name in report.books[0].files}
    assert made == {"captions", "report.html", "manifest.json"}
    assert (tmp_path / "out/storks/storks.epub").read_bytes() == before


def test_daisy_is_made_on_request_alone(build):
    def folders(report):
        return {name.partition("/")[0] for name in report.books[0].files}

    report, _ = build()
    assert "daisy" not in folders(report)
    report, _ = build(build={"formats": ("daisy",)})
    assert folders(report) == {"daisy", "manifest.json", "report.html"}
    assert {"daisy/ncc.html", "daisy/s0001.mp3"} <= set(report.books[0].files)


def test_the_report_tells_of_the_other_files_and_is_listed_as_one(build, tmp_path):
    build()
    folder = tmp_path / "out/storks"
    page = (folder / "report.html").read_text(encoding="utf-8")
    files = json.loads((folder / "manifest.json").read_bytes())["files"]
    assert {file["format"] for file in files} == {
        "audio",
        "captions",
        "epub",
        "read-along",
        "report",
    }
    assert "The return of the storks" in page
    assert all(f"./{file['path']}" in page for file in files if file["format"] == "audio")
    assert 'role="img"' in page


def test_what_reading_found_stands_in_the_report(build, article, tmp_path):
    article = article.rename(tmp_path / "storks.md")
    article.write_text(f"# Storks\n\n{ARTICLE}\n\n![](missing.png)\n")
    options = {"voice": {"engine": "tone"}, "cache": {"folder": str(tmp_path / "cache")}}
    told = []
    oped_audio.build([article], tmp_path / "out", options, told.append)
    (found,) = [event.finding for event in told if isinstance(event, Found)]
    assert found.message in html.unescape((tmp_path / "out/storks/report.html").read_text("utf-8"))


def test_without_a_report_an_older_one_goes(build, tmp_path):
    build()
    report, _ = build(build={"report": False})
    assert "report.html" not in report.books[0].files
    assert not (tmp_path / "out/storks/report.html").exists()
    assert "report.html" not in (tmp_path / "out/storks/manifest.json").read_text()


def test_the_same_article_gives_the_same_report(build, tmp_path):
    build()
    before = (tmp_path / "out/storks/report.html").read_bytes()
    build(cache={"folder": str(tmp_path / "other")})
    assert (tmp_path / "out/storks/report.html").read_bytes() == before


def test_title_and_author_from_the_settings_are_shown_and_spoken(build, article):
    report, _ = build(book={"title": "Storks!", "author": "Ada Byron"})
    assert report.books[0].title == "Storks!"
    script = oped_audio.script(article, {"book": {"title": "Storks!", "author": "Ada Byron"}})
    assert [utterance.written for utterance in script.of_section("s00")] == [
        "Storks!",
        "Ada Byron",
    ]


@pytest.mark.parametrize("kind", ["clips/*/*.clip", "tracks/*/*.mp3", "covers/*/*.jpg"])
def test_what_is_damaged_in_the_cache_is_told_and_made_again(build, tmp_path, kind):
    build()
    epub = tmp_path / "out/storks/storks.epub"
    before = epub.read_bytes()
    victim = next((tmp_path / "cache").glob(kind))
    victim.write_bytes(victim.read_bytes()[:-1])
    report, told = build(force=True)
    assert report.exit_code == 0
    (warning,) = [event.message for event in told if isinstance(event, Warned)]
    assert warning == f"{victim} was damaged and is made again"
    assert epub.read_bytes() == before


def test_the_cache_is_kept_under_its_cap(build, tmp_path):
    build(cache={"folder": str(tmp_path / "cache"), "cap_mb": 1})
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 1_000_000


def test_an_error_of_ours_is_told_as_such_and_the_rest_is_built(build, article, monkeypatch):
    def fail(*_):
        raise ValueError("no such luck")

    monkeypatch.setattr(articles, "read", fail)
    report, told = build()
    assert isinstance(told[-1], Failure)
    (failure,) = report.failures
    assert isinstance(failure.error, InternalError)
    assert "ValueError: no such luck" in str(failure.error)
    assert report.exit_code == 1


def test_failures_of_several_kinds_give_exit_code_1(article, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    (tmp_path / "folder").mkdir()
    wrong = tmp_path / "folder" / "wrong.txt"
    wrong.write_text(ARTICLE)
    (tmp_path / "folder/oped.toml").write_text("[voice]\nrat = 1\n")
    report = oped_audio.build([empty, wrong], tmp_path / "out", {}, lambda _: None)
    assert sorted(failure.error.exit_code for failure in report.failures) == [2, 3]
    assert report.exit_code == 1


def test_after_a_failure_the_next_article_gets_a_fresh_engine(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE)
    speak = ToneEngine.speak
    broken = []

    def fail_once(self, utterance, spec):
        if not broken or broken[0] is self:
            broken.append(self)
            raise NarrationError("tone", utterance.id, "it broke")
        return speak(self, utterance, spec)

    monkeypatch.setattr(ToneEngine, "speak", fail_once)
    options = {"voice": {"engine": "tone"}, "cache": {"folder": str(tmp_path / "cache")}}
    report = oped_audio.build([tmp_path], tmp_path / "out", options)
    assert [book.folder.name for book in report.books] == ["b"]
    assert [failure.error.exit_code for failure in report.failures] == [4]


ILLUSTRATED = ARTICLE.replace(
    "What the marsh", "Storks on a roof in the old town. (Photo/Xinhua)\n\nWhat the marsh"
)


@pytest.fixture
def heard(monkeypatch):
    """What an engine with two voices is asked to say, and by whom."""
    told = []
    speak = ToneEngine.speak
    voices = (Voice("tone", "sine", "Sine", ("en",)), Voice("tone", "low", "Low", ("en",)))

    def listen(self, utterance, spec):
        told.append((utterance.spoken, spec.voice, spec.rate_wpm))
        return speak(self, utterance, spec)

    monkeypatch.setattr(ToneEngine, "speak", listen)
    monkeypatch.setattr(ToneEngine, "voices", lambda _: voices)
    return told


def test_a_role_is_spoken_by_its_voice_and_announced_by_the_narrator(build, article, heard):
    article.write_text(ILLUSTRATED)
    one_process = {"jobs": 1}
    report, _ = build(voices={"caption": {"voice": "low", "rate_wpm": 120}}, build=one_process)
    assert report.exit_code == 0
    assert [each for each in heard if each[1:] != ("sine", 175)] == [
        ("Storks on a roof in the old town.", "low", 120),
        ("Photo, Xinhua", "low", 120),
    ]
    assert ("Caption:", "sine", 175) in heard


def test_who_is_heard_is_named_in_the_book(build, article, heard, tmp_path):
    article.write_text(ILLUSTRATED)
    build(voices={"caption": {"voice": "low"}, "note": {"voice": "low"}})
    (book,) = (tmp_path / "out").rglob("*.epub")
    with zipfile.ZipFile(book) as epub:
        package = epub.read(next(n for n in epub.namelist() if n.endswith(".opf"))).decode()
    assert re.findall(r'"media:narrator">(\w+)', package) == ["Sine", "Low"]
    article.write_text(ARTICLE)
    build(voices={"caption": {"voice": "low"}})
    with zipfile.ZipFile(book) as epub:
        package = epub.read(next(n for n in epub.namelist() if n.endswith(".opf"))).decode()
    assert re.findall(r'"media:narrator">(\w+)', package) == ["Sine"]


def test_a_role_changed_narrates_that_role_only(build, article):
    article.write_text(ILLUSTRATED)
    build()
    report, _ = build(voices={"caption": {"pitch": 60}})
    assert report.books[0].new_clips == 2


def test_an_unknown_voice_of_a_role_is_told_before_anything_is_narrated(build, tmp_path):
    report, _ = build(voices={"caption": {"voice": "nobody"}})
    (failure,) = report.failures
    assert isinstance(failure.error, UnknownVoiceError)
    assert "nobody" in str(failure.error)
    assert not list((tmp_path / "cache").rglob("*.clip"))


def test_what_roles_announce_is_in_the_script(article):
    options = {"voices": {"heading": {"announce": "Next part.", "after_ms": 2000}}}
    heading = next(u for u in oped_audio.script(article, options).utterances if u.section == "s02")
    assert heading.spoken == "Next part. What the marsh remembers"
    assert heading.pause_ms == 2000


def inodes(cache, kind):
    """What lies in the store: a file that was made again has another number."""
    return {path.name: path.stat().st_ino for path in cache.glob(f"{kind}/*/*") if path.is_file()}


def test_a_changed_sentence_encodes_its_section_only(build, article, tmp_path):
    build()
    before = inodes(tmp_path / "cache", "tracks")
    article.write_text(ARTICLE.replace("after a while", "before long"))
    report, _ = build()
    assert report.books[0].new_clips == 1
    now = inodes(tmp_path / "cache", "tracks")
    assert before.items() <= now.items()
    assert len([name for name in now.keys() - before.keys() if name.endswith(".mp3")]) == 1


def test_changed_mastering_encodes_all_and_narrates_nothing(build, tmp_path):
    build()
    clips = inodes(tmp_path / "cache", "clips")
    before = inodes(tmp_path / "cache", "tracks")
    report, _ = build(audio={"mastering": "broadcast"})
    assert report.books[0].new_clips == 0
    assert inodes(tmp_path / "cache", "clips") == clips
    made = inodes(tmp_path / "cache", "tracks").keys() - before.keys()
    assert (
        len([name for name in made if name.endswith(".mp3")]) == len(before) / 2 > 3
    )  # each has its digest


def test_audio_comes_in_the_formats_that_were_chosen(build, tmp_path):
    build(audio={"formats": ("flac", "opus")})
    folder = tmp_path / "out/storks"
    assert {path.suffix for path in (folder / "audio").iterdir()} == {".flac", ".opus"}
    with zipfile.ZipFile(folder / "storks.epub") as epub:
        audio = [name for name in epub.namelist() if "/audio/" in name]
    assert {name.rpartition(".")[2] for name in audio} == {"opus"}
    build(audio={"formats": ("wav",)})
    assert {path.suffix for path in (folder / "audio").iterdir()} == {".wav"}
    with zipfile.ZipFile(folder / "storks.epub") as epub:
        assert any(name.endswith(".mp3") for name in epub.namelist())


def test_books_of_one_file_lie_beside_the_epub_with_the_captions_times(build, tmp_path):
    formats = ("captions", "m4b", "mp3-book")
    report, _ = build(build={"formats": formats}, audio={"mastering": "audiobook"})
    assert {"storks.m4b", "storks.mp3"} <= set(report.books[0].files)
    folder = tmp_path / "out/storks"
    manifest = json.loads((folder / "manifest.json").read_text())
    length = manifest["duration"]
    listed = {file["path"]: file for file in manifest["files"]}
    for name in ("storks.m4b", "storks.mp3"):
        assert listed[name]["duration"] == length
        assert mutagen.File(folder / name).info.length == pytest.approx(length, abs=0.1)
    chapters = mutagen.File(folder / "storks.m4b").chapters
    assert [chapter.title for chapter in chapters][-1] == "What the marsh remembers"
    begin = sum(section["duration"] for section in manifest["sections"][:2])
    assert chapters[-1].start == pytest.approx(begin, abs=0.002)
    cues = re.findall(r"(\S+) --> ", (folder / "captions/storks.vtt").read_text())
    hours, minutes, seconds = cues[-2].split(":")  # of the heading
    shown = 3600 * int(hours) + 60 * int(minutes) + float(seconds)
    assert shown == pytest.approx(begin + 0.75, abs=0.1)  # behind the room tone


def test_a_format_that_is_none_is_told(build):
    report, _ = build(audio={"formats": ("ogg",)})
    assert "audio.formats" in str(report.failures[0].error)


def test_an_engine_of_others_ends_a_process_of_its_own_and_not_the_build(article, tmp_path, staged):
    staged.tell(at="Water finds", how="die", times=1)
    options = {
        "voice": {"engine": "staged"},
        "build": {"jobs": 1},
        "cache": {"folder": str(tmp_path / "cache")},
    }
    report = oped_audio.build([article], tmp_path / "out", options)
    assert not report.failures
    assert os.getpid() not in staged.speakers()
    assert len(set(staged.speakers())) == 2
