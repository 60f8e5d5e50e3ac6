"""Text that tries to be something else stays text, in every file of a book."""

import json
import re

import mutagen
import pytest
from mutagen.mp4 import MP4

import oped_audio

TITLE = "The $(touch owned) <b>return</b> of `id` & [[h@l'oU]] --> storks; title=x"
HEADING = "Heading <script>alert(1)</script>; [CHAPTER] \\ # = \"&amp;\" 'x' {\\an8}"
PIECES = {
    "SSML": '<speak version="1.1"><break time="9s"/><audio src="file:///etc/passwd">no</audio>'
    "</speak> was read out by the first of them, and it went on for a while so that it is prose.",
    "phonemes": "Then [[h@l'oU]] and [[slnc 5000]] and [[rate 900]] were said by all of them.",
    "XML": "A <![CDATA[ raw ]]> &lt;b&gt; &amp;amp; &#x41; &xxe; <?php x ?> <!-- none --> stood"
    ' there with <!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]> and ]]> at its end.',
    "HTML": "An <img src=x onerror=alert(1)> and an <iframe src=javascript:alert(2)></iframe> and"
    " </span></p></body></html> were written by someone who meant no good with any of it.",
    "shell": "It was $(touch owned) `touch owned` ; touch owned | cat && true > owned %PATH%"
    " ${HOME} !! that they wrote on the wall.",
    "ffmpeg": "aevalsrc=0:d=10[out];[out]volume=0,asendcmd=c='0 drawtext text=x' is what it is"
    " when a filter is written by hand.",
    "ffmetadata": "; title=owned # comment = [CHAPTER] START=0 END=5 \\ title=owned was the line"
    " that they added to it.",
    "concat": "file '/etc/passwd' and ffconcat version 1.0 and file ‘x’ \\' were lines of a list.",
    "ID3": "ID3 TIT2=owned TXXX:x=y APIC \\0\\0 was what it held, and there was no more of it.",
    "WebVTT": "NOTE STYLE ::cue(b) {} <c.loud>loud</c> <v Bob>voice</v> <00:00:05.000> &lrm; WEBVTT"
    " 00:00:01.000 --> 00:00:02.000 align:start was a cue.",
    "SubRip": "{\\an8}{\\b1}{Y:i} <i>slanted</i> <font color=red>red</font> a\\Nb\\hc"
    " 00:00:01,000 --> 00:00:02,000 X1:1 was another cue of theirs.",
    "TOML": '[voice] engine = "x" """ \\u0000 [articles.a.book] title = \'owned\' was put in too.',
    "links": "[link](javascript:alert(1)) ![x](file:///etc/passwd) <a href='data:text/html,x'>d</a>"
    " file:///etc/passwd \\\\server\\share\\x.png was where they led.",
    "formats": "%s %n %(x)s {0} {x.class} {{y}} $x ${y} #{z} <%= w %> were left in it as they are.",
}
ARTICLE = "\n\n".join(
    [TITLE, *PIECES.values(), HEADING, "It ended there, and no more was written."]
)
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+.!|<>&~$%^=:;@'\"/-])")
AUDIO = ("mp3", "opus", "m4a", "flac", "wav")


@pytest.fixture(scope="module")
def book(build, tmp_path_factory):
    """Made of plain text, with a byline and a heading that only Markdown can be sure of."""
    escaped = MARKDOWN.sub(r"\\\1", ARTICLE).replace(MARKDOWN.sub(r"\\\1", TITLE), "", 1)
    heading = MARKDOWN.sub(r"\\\1", HEADING)
    body = escaped.replace(f"\n\n{heading}\n\n", f"\n\n## {heading}\n\n")
    front = f"---\ntitle: {json.dumps(TITLE)}\nauthor: {json.dumps(HEADING)}\n---\n"
    return build("hostile.md", front + body)


@pytest.mark.parametrize("piece", PIECES)
def test_the_epub_shows_it(book, bare, piece):
    assert bare(PIECES[piece]) in bare("".join(book.pages.values()))


def test_title_and_heading_are_shown(book, bare):
    text = bare("".join(book.pages.values()))
    assert bare(TITLE) in text
    assert bare(HEADING) in text


def test_plain_text_is_shown_too(build, bare):
    pages = bare("".join(build("plain.txt", ARTICLE, ["epub"]).pages.values()))
    for piece in (TITLE, *PIECES.values()):
        assert bare(piece) in pages


@pytest.mark.parametrize("suffix", ["vtt", "srt"])
def test_captions_show_it(book, bare, suffix):
    shown = bare(book.captions(f"hostile.{suffix}"))
    for piece in (TITLE, *PIECES.values(), HEADING):
        assert bare(piece) in shown


def test_there_are_as_many_cues_as_were_made(book):
    for path in (book.folder / "captions").iterdir():
        cues = [line for line in path.read_text().splitlines() if " --> " in line]
        assert all(re.fullmatch(r"[\d:.,]{12} --> [\d:.,]{12}", cue) for cue in cues)
        blocks = path.read_text().strip().split("\n\n")
        assert len(cues) == len(blocks) - 2 * (path.suffix == ".vtt")


def test_talking_book_players_show_it(book, bare):
    content, contents = bare(book.text("daisy/content.html")), bare(book.text("daisy/ncc.html"))
    for piece in PIECES.values():
        assert bare(piece) in content
    assert bare(TITLE) in contents
    assert bare(HEADING) in contents


def test_the_report_shows_it_and_runs_nothing(book, bare):
    raw = (book.folder / "report.html").read_text("utf-8")
    text = re.sub(r"&(lt|gt|amp);", lambda found: {"lt": "<", "gt": ">", "amp": "&"}[found[1]], raw)
    assert bare(TITLE) in bare(re.sub(r"</?(?:span|bdi)[^<>]*>", "", text))
    assert "<script" not in raw
    assert not re.search(r"<[^<>]*\son\w+=", raw)
    assert "default-src 'none'" in raw


def test_the_manifest_says_it(book):
    manifest = json.loads((book.folder / "manifest.json").read_text("utf-8"))
    assert (manifest["title"], manifest["author"]) == (TITLE, HEADING)
    assert HEADING in [section["heading"] for section in manifest["sections"]]


@pytest.mark.parametrize("extension", AUDIO)
def test_tags_say_it(book, extension):
    (path,) = (book.folder / "audio").glob(f"02-*.{extension}")
    tags = mutagen.File(path).tags
    names = {"m4a": ("\xa9nam", "\xa9alb", "\xa9ART"), "mp3": ("TIT2", "TALB", "TPE1")}
    names["wav"] = names["mp3"]
    title, album, artist = names.get(extension, ("title", "album", "artist"))
    assert [str(tags[name][0]) for name in (title, album, artist)] == [HEADING, TITLE, HEADING]
    assert "owned" not in [str(value) for value in tags.values()]


def test_chapters_say_it_and_are_no_more(book):
    chapters = MP4(book.folder / "hostile.m4b").chapters
    assert [chapter.title for chapter in chapters][2:] == [HEADING]
    tags = mutagen.File(book.folder / "hostile.mp3").tags
    frames = [frame.sub_frames["TIT2"].text[0] for frame in tags.getall("CHAP")]
    assert frames[2:] == [HEADING]
    assert len(frames) == len(chapters) == 3


def test_checkers_have_nothing_to_say(book, epubcheck):
    assert epubcheck([book.epub]) == [[]]
    (checked,) = oped_audio.check([book.folder])
    assert [str(found) for found in checked.findings if found.severity == "error"] == []
    assert "a line of" not in str(checked.findings)


@pytest.mark.parametrize("engine", ["pyttsx3", "kokoro"])
def test_voices_read_it_as_words(engine, machine, tmp_path):
    """What is between brackets is read, not obeyed, and no pause is made that was asked for."""
    read = {}
    options = {"voice": {"engine": engine}, "build": {"voices_dir": str(machine.voices_dir)}}
    for name, before, after in (("obeyed", "[[", "]]"), ("read", "", "")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Storks\n\nThey said {before}h@l'oU{after} to all of the storks there.\n")
        read[name] = ["".join(heard) for _, heard in oped_audio.phonemes(path, options)]
    assert read["obeyed"] == read["read"]


def test_a_voice_that_is_told_to_be_silent_speaks(build):
    book = build("spoken.txt", f"Storks\n\n{PIECES['SSML']}\n", ["captions"], "pyttsx3")
    manifest = json.loads((book.folder / "manifest.json").read_text())
    assert 10 < manifest["duration"] < 30
