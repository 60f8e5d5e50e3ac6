"""Books of other makers, and of people who mean ill."""

import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.passages import parts
from oped_audio.errors import InputMissingError, UnreadableFileError

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/b%20k.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Storks</dc:title><dc:language>en-GB</dc:language>
<meta property="media:narrator">Ada Byron</meta></metadata>
<manifest><item id="t" href="t.xhtml" media-type="application/xhtml+xml" media-overlay="o"/>
<item id="o" href="smil/o.smil" media-type="application/smil+xml"/>
<item id="n" href="n.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="t"/><itemref idref="t"/><itemref idref="n"/><itemref idref="x"/></spine>
</package>"""


def page(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>'
    )


def par(target: str, begin: object, end: object, audio: str = "../a.mp3") -> str:
    return (
        f'<par id="p-{target}"><text src="../t.xhtml#{target}"/>'
        f'<audio src="{audio}" clipBegin="{begin}" clipEnd="{end}"/></par>'
    )


def smil(body: str) -> str:
    return f'<smil xmlns="http://www.w3.org/ns/SMIL"><body>{body}</body></smil>'


@pytest.fixture
def book(tmp_path):
    def make(text: str, overlay: str, **more: str):
        path = tmp_path / "book.epub"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            entries = {
                "META-INF/container.xml": CONTAINER,
                "OPS/b k.opf": PACKAGE,
                "OPS/t.xhtml": page(text),
                "OPS/smil/o.smil": smil(overlay),
                "OPS/a.mp3": "",
                "OPS/b.mp3": "",
            }
            for name, content in {**entries, **more}.items():
                file.writestr(name, content)
        return path

    return make


def read(path):
    with Container.open(path) as container:
        read_book = Book(container)
        return read_book, list(parts(read_book))


def texts(path):
    return [passage.text for part in read(path)[1] for passage in part.passages]


def test_a_sentence_a_par(book):
    path = book('<p id="a">They <b>came</b>\n back.</p>', par("a", "0s", "1.5s"))
    read_book, (part,) = read(path)
    assert (read_book.title, read_book.language) == ("Storks", "en-GB")
    assert read_book.values("media:narrator") == ["Ada Byron"]
    assert (part.document, part.audio, part.language) == ("OPS/t.xhtml", "OPS/a.mp3", "en-GB")
    (passage,) = part.passages
    assert (passage.id, passage.text) == ("a", "They came back.")
    assert (passage.begin_ms, passage.end_ms, passage.is_set_off) == (0, 1500, False)


def test_words_are_put_together_to_their_sentences(book):
    words = ["They", "came", "back.", "Nobody", "knew.", "Why?"]
    spans = " ".join(f'<span id="w{n}">{word}</span>' for n, word in enumerate(words))
    pars = "".join(par(f"w{n}", n, n + 1) for n in range(len(words)))
    path = book(f'<p>{spans}</p><p id="w9">Oh</p>', f"<seq>{pars}{par('w9', 6, 7)}</seq>")
    assert texts(path) == ["They came back.", "Nobody knew.", "Why?", "Oh"]
    first = read(path)[1][0].passages[0]
    assert (first.id, first.begin_ms, first.end_ms) == ("w0", 0, 3000)


def test_words_of_several_seqs_are_apart(book):
    text = '<p><span id="a">One</span> <span id="b">two</span></p>'
    assert texts(book(text, f"<seq>{par('a', 0, 1)}</seq><seq>{par('b', 1, 2)}</seq>")) == [
        "One",
        "two",
    ]


def test_a_part_for_each_audio_file(book):
    text = '<p id="a">One two.</p><p id="b">Three four.</p>'
    path = book(text, par("a", 0, 1) + par("b", 0, 1, "../b.mp3"))
    assert [part.audio for part in read(path)[1]] == ["OPS/a.mp3", "OPS/b.mp3"]


def test_references_to_notes_ruby_and_pictures(book):
    text = (
        '<p id="a">Rain<a epub:type="noteref" href="#n">1</a> <ruby>漢<rt>kan</rt></ruby> fell.</p>'
        '<img id="b" alt="A stork"/><aside id="n">1 A note.</aside>'
    )
    pars = par("a", 0, 1) + par("b", 1, 2) + par("n", 2, 3)
    assert texts(book(text, pars)) == ["Rain 漢 fell.", "A stork", "1 A note."]
    assert [one.is_set_off for one in read(book(text, pars))[1][0].passages] == [False, True, True]


@pytest.mark.parametrize(
    "overlay",
    [
        par("a", "x", 1),
        par("a", 2, 1),
        par("nowhere", 0, 1),
        par("a", 0, 1, "../none.mp3"),
        '<par><audio src="../a.mp3" clipEnd="1s"/></par>',
        '<par><text src="../t.xhtml#a"/></par>',
        '<par><text src="../t.xhtml#a"/><audio src="../a.mp3"/></par>',
    ],
)
def test_a_par_that_cannot_be_listened_to_is_passed_over(book, overlay):
    found = read(book('<p id="a">One.</p><p id="b">Two.</p>', overlay + par("b", 1, 2)))[1]
    assert [passage.text for part in found for passage in part.passages] == ["Two."]


def test_an_overlay_that_cannot_be_read_is_passed_over(book):
    read_book, found = read(book('<p id="a">One.</p>', "", **{"OPS/smil/o.smil": "<smil"}))
    assert found == []
    assert "no well-formed XML" in read_book.unreadable["OPS/smil/o.smil"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"OPS/b k.opf": "<package"}, "no well-formed XML"),
        (
            {"OPS/b k.opf": '<!DOCTYPE s [<!ENTITY a "b">]><package>&a;</package>'},
            "defines entities",
        ),
        ({"OPS/b k.opf": " " * 40_000_000}, "becomes too large"),
        ({"META-INF/container.xml": "<container/>"}, "no package document"),
    ],
)
def test_what_is_unsafe_or_damaged_is_refused(book, more, told):
    with pytest.raises(UnreadableFileError, match=told):
        read(book("", "", **more))


def test_what_is_no_book_is_refused(tmp_path):
    path = tmp_path / "a.epub"
    with pytest.raises(InputMissingError), Container.open(path):
        pass
    for content, told in (
        (b"PK\3\4" + bytes(100), "no complete ZIP"),
        (b"", "it is empty"),
        (b"ID3\3" + bytes(100), "something else.*give a finished EPUB"),
    ):
        path.write_bytes(content)
        with pytest.raises(UnreadableFileError, match=told), Container.open(path):
            pass


def test_missing_and_damaged_entries_are_told(book):
    path = book("", "")
    with Container.open(path) as container, pytest.raises(UnreadableFileError, match="missing"):
        container.xml("nowhere.xml")
    content = path.read_bytes()
    at = content.index(b"OPS/t.xhtml") + len("OPS/t.xhtml")
    path.write_bytes(content[:at] + b"\xff" * 10 + content[at + 10 :])
    with Container.open(path) as container, pytest.raises(UnreadableFileError, match="damaged"):
        container.xml("OPS/t.xhtml")


def test_encrypted_entries_and_unknown_packing_are_told(book):
    path = book("", "")
    content = path.read_bytes()
    at = content.index(b"PK\1\2")
    flags = content.replace(b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\1\0")
    assert at
    path.write_bytes(flags)
    with Container.open(path) as container, pytest.raises(UnreadableFileError, match="encrypted"):
        container.xml("META-INF/container.xml")
    path.write_bytes(content.replace(b"\x14\0\0\0\x08\0", b"\x14\0\0\0\x63\0"))
    with Container.open(path) as container, pytest.raises(UnreadableFileError, match="unknown way"):
        container.xml("META-INF/container.xml")


def test_too_many_entries_are_refused(tmp_path):
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(20_001):
            file.writestr(str(number), b"")
    with pytest.raises(UnreadableFileError, match="20,001 entries"), Container.open(path):
        pass


@settings(deadline=None)
@given(st.text(alphabet="<>/parseqtxudio \"='#", max_size=60))
def test_any_overlay_is_read_or_refused(tmp_path_factory, junk):
    path = tmp_path_factory.mktemp("book") / "a.epub"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("META-INF/container.xml", CONTAINER)
        file.writestr("OPS/b k.opf", PACKAGE)
        file.writestr("OPS/t.xhtml", page('<p id="a">One.</p>'))
        file.writestr("OPS/smil/o.smil", smil(junk))
    with suppress(UnreadableFileError):
        read(path)
