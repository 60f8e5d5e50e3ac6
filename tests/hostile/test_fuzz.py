"""Articles of hostile fragments, in every format of input, through reading, script and publishing.

`make fuzz` makes many more of them than `make test`.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from oped_audio.errors import InputError
from oped_audio.mixing.timeline import lay
from oped_audio.model.audio import AudioFile, MarksFrom, Track, Voice, VoiceSpec
from oped_audio.model.document import Document
from oped_audio.model.naming import track_name
from oped_audio.model.publication import Matter, Publication
from oped_audio.publishing import publish
from oped_audio.publishing.cover import cover
from oped_audio.publishing.description import describe
from oped_audio.publishing.epub.matter import matter
from oped_audio.publishing.settings import BookSettings, WriterSettings
from oped_audio.reading import read
from oped_audio.reading.lexicon import bundled
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source
from oped_audio.scripting import script_pages
from oped_audio.scripting.settings import PauseSettings
from oped_audio.voices.tone import ToneEngine

FRAGMENTS = (
    *("<b>", "</p>", "<script>alert(1)</script>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;"),
    *("&#0;", "&xxe;", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<?xml ?>", "<speak>", "<break/>"),
    *("[[h@l'oU]]", "[[", "]]", "$(touch owned)", "`id`", "; rm -rf ~", "| cat", "%s%n", "{0}"),
    *("; FFMETADATA1", "[CHAPTER]", "a=b", "#", "\\", "\\n", "'", '"', "file '/etc/passwd'"),
    *("WEBVTT", "NOTE", "STYLE", "00:00:01.000 --> 00:00:02.000", "<00:00:01.000>", "{\\an8}"),
    *("javascript:alert(1)", "file:///etc/passwd", "[x](javascript:x)", "![x](../../x)"),
    *("---", "...", "+++", "===", "***", "___", "~~~", "```", "> ", "* ", "1. ", "# ", "|a|b|"),
    *("\u202e", "\u200b", "\u200d", "\ufeff", "\u2028", "\x85", "\x07", "\0", "\x1b[31m", "\ufffe"),
    *(
        "e\u0301",
        "👨‍👩‍👧",
        "ﷺ",
        "ا",
        "中文。",
        "¿",
        "«",
        "”",
        "…",
        "—",
        "½",
        "٣",
        "Ⅷ",
        "a\u0301" * 40,
    ),
    *("9" * 500, "1,2,3", "$1.5bn", "10:30", "1/2", "2024-13-45", "St. ", "e.g. ", "U.S.", "A1B2"),
    *(
        "By Jane",
        "Photo: X",
        "About the author",
        "Notes",
        "[1]",
        "[^1]",
        "Chapter",
        "#¹",
        "../..",
        "@a",
    ),
    *("<a href='http://[x'>", "<i lang='../x'>", "<h2>", "<table><td>", "<ul><li>", "<img src=x>"),
    *("\n", "\n\n", "\t", "  ", "x" * 300),
    " said the storks, and they went on for a while so that it is prose. ",
)
ARTICLES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), min_size=1, max_size=25).map(
    "".join
)
PROSE = "It ended there, they said, and no more than this was written of any of it at all."
VOICE = Voice("tone", "sine", "Sine", ("en",), "neutral", "test")
SPEC = VoiceSpec("tone", "sine", 450, 1.0, 50)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TIMES = re.compile(
    r"^((?:\d+:)?\d\d:\d\d[.,]\d{3}) --> ((?:\d+:)?\d\d:\d\d[.,]\d{3})$", re.MULTILINE
)
PACKAGES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XHTML = "http://www.w3.org/1999/xhtml"


def packed(text: str, suffix: str) -> bytes:
    """The text as an article of this kind; in XML without what XML cannot hold."""
    clean = escape(FORBIDDEN.sub("", text))
    if suffix == ".docx":
        return _zipped(_word([*clean.split("\n"), PROSE]))
    if suffix == ".epub":
        return _zipped(_epub(clean[:200], [*clean.split("\n\n"), PROSE]))
    return f"{text}\n\n{PROSE}\n".encode("utf-8", "surrogatepass")


def _word(lines: list[str]) -> dict[str, str]:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    target = f"<Relationship Id='a' Type='{OFFICE}' Target='word/document.xml'/>"
    return {
        "[Content_Types].xml": f"<Types xmlns='{PACKAGES}/content-types'/>",
        "_rels/.rels": f"<Relationships xmlns='{PACKAGES}/relationships'>{target}</Relationships>",
        "word/document.xml": f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>",
    }


def _epub(title: str, paragraphs: list[str]) -> dict[str, str]:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    names = f"<dc:title>{title}</dc:title><dc:language>{title[:9]}</dc:language>"
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:"
        "container'><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>",
        "a.opf": "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl."
        f"org/dc/elements/1.1/'>{names}</metadata><manifest><item id='a' href='a.xhtml' media-type"
        "='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>",
        "a.xhtml": f"<html xmlns='{XHTML}'><head><title>x</title></head><body>{body}</body></html>",
    }


def _zipped(entries: Mapping[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Pictures:
    return Pictures(tmp_path_factory.mktemp("cache"), lambda _: None)


@pytest.fixture(scope="module")
def silence(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "a.mp3"
    path.write_bytes(b"no sound")
    return path


@settings(deadline=None, derandomize=settings.default.max_examples <= 100)
@example(text="#¹ @² 9¹-1² (¹) A¹ www.a.b/³", suffix=".txt")
@given(text=ARTICLES, suffix=st.sampled_from([".txt", ".md", ".html", ".docx", ".epub"]))
def test_a_book_is_made_or_an_error_of_ours_is_told(pictures, silence, text, suffix):
    source = Source(f"a{suffix}", packed(text, suffix), Path("/nowhere"), suffix=suffix)
    try:
        document = read(source, ReadingSettings(), pictures).document
    except InputError:
        return
    files = dict(_files(_publication(document, silence)))
    _check_text(document, files)
    for name, content in files.items():
        if name.endswith((".xhtml", ".smil", ".opf", ".pls")) or name.startswith("daisy/"):
            _check_xml(content)
        elif name.endswith((".vtt", ".srt")):
            _check_times(content.decode())
    assert b"<script" not in files["report.html"]


def _publication(document: Document, silence: Path) -> Publication:
    """Read by tones; the sound is nothing but a name."""
    engine = ToneEngine()

    def script(pages):
        return script_pages(pages, document.language, PauseSettings(), {}, bundled())

    def track(number, page, text) -> Track:
        spoken = text.of_section(page.id)
        timeline = lay(spoken, [engine.speak(utterance, SPEC) for utterance in spoken])
        name = track_name(number, page.heading or page.role)
        sound = (AudioFile("mp3", "mp3", "audio/mpeg", silence),)
        return Track(page.id, name, sound, timeline)

    text = script(document.pages)
    metadata = describe(document, BookSettings(), VOICE)
    added = matter(document, metadata, "word", text)
    said = script(added)
    return Publication(
        slug="a",
        metadata=metadata,
        document=document,
        script=text,
        tracks=tuple(track(number, page, text) for number, page in enumerate(document.pages)),
        cover=cover(document.title[:40], None),
        marks_from=MarksFrom.ENGINE,
        matter=tuple(
            Matter(page, said.of_section(page.id), replace(track(0, page, said), name=page.role))
            for page in added
        ),
    )


def _files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    formats = ("captions", "daisy", "epub", "report")
    for _, file in publish(publication, formats, WriterSettings("word")):
        if isinstance(file.content, bytes):
            yield file.path, file.content
        elif callable(file.content):
            stream = io.BytesIO()
            file.content(stream)
            with zipfile.ZipFile(stream) as book:
                assert book.testzip() is None
                yield from ((f"a.epub/{name}", book.read(name)) for name in book.namelist())


def _check_text(document: Document, files: Mapping[str, bytes]) -> None:
    """All that the author wrote is shown, in the EPUB and by talking-book players."""
    leaves = [leaf.text for page in document.pages for b in page.blocks for leaf in b.leaves]
    leaves += [page.heading or "" for page in document.pages]
    pages = [name for name in files if re.search(r"a\.epub/EPUB/text/\d\d-", name)]
    for names in (pages, ["daisy/content.html"]):
        shown = _bare("".join("".join(_check_xml(files[name]).itertext()) for name in names))
        for leaf in leaves:
            assert _bare(leaf) in shown


def _check_xml(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(content, parser)
    local = [node.tag.rpartition("}")[2] for node in root.iter("*")]
    assert not {"script", "iframe", "object", "embed", "base", "form"}.intersection(local)
    for node in root.iter("*"):
        assert not [name for name in node.attrib if name.lower().startswith("on")]
        link = node.get("href", "")
        assert not re.match(r"(?i)\s*(?:javascript|data|file|vbscript):", link)
    return root


def _check_times(text: str) -> None:
    """Each cue has its times on a line of their own, and there are no others."""
    found = TIMES.findall(text)
    assert len(found) == len(re.findall(r"-->", text))
    assert all(begin < end for begin, end in found)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(found))


def _bare(text: str) -> str:
    return "".join(text.split())
