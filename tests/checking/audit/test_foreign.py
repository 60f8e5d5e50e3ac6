"""Books as others make them: what is right is passed, and what is amiss is told as it is."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable

import imageio_ffmpeg
import pytest
from PIL import Image

from oped_audio.checking import book as books
from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.levels import measure
from oped_audio.errors import UnreadableFileError

OPF, SMIL, TEXT, CSS = "content.opf", "00-title.smil", "00-title.xhtml", "book.css"
INTRODUCTION = "01-introduction.smil"
PAR = r"<seq id=\"s00\".*</seq>"
WHOLE = '<par><text src="../text/00-title.xhtml"/>{}</par>'
SOUND = '<audio src="../audio/00-title.mp3" clipBegin="0s" clipEnd="3.420s"/>'
CONTAINER = "META-INF/container.xml"
ROOTFILE = '<rootfile media-type="{}" full-path="{}"/>'
PACKAGE = "application/oebps-package+xml"
ENCRYPTION = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"
 xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>
<enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="EPUB/x"/>
</enc:CipherData></enc:EncryptedData></encryption>"""

Entries = dict[str, bytes]
Change = Callable[[Entries], None]


def swap(name: str, pattern: str, new: str, count: int = 1) -> Change:
    def change(entries: Entries) -> None:
        found = next(one for one in sorted(entries) if one.endswith(name))
        text, times = re.subn(pattern, new, entries[found].decode(), count=count, flags=re.DOTALL)
        assert times, pattern
        entries[found] = text.encode()

    return change


def all_of(*changes: Change) -> Change:
    def change(entries: Entries) -> None:
        for one in changes:
            one(entries)

    return change


def another_rendition(entries: Entries) -> None:
    rootfile = ROOTFILE.format(PACKAGE, "Other/content.opf")
    swap(CONTAINER, "</rootfiles>", f"{rootfile}</rootfiles>")(entries)
    for name in sorted(entries):
        if name.startswith("EPUB/"):
            entries[name.replace("EPUB/", "Other/")] = entries[name]


def a_print_edition(entries: Entries) -> None:
    rootfile = ROOTFILE.format("application/pdf", "book.pdf")
    swap(CONTAINER, "<rootfiles>", f"<rootfiles>{rootfile}")(entries)
    entries["book.pdf"] = b"%PDF-1.7"


def one_overlay_for_two(entries: Entries) -> None:
    """The introduction is played by the overlay of the title, behind it."""
    name = next(one for one in entries if one.endswith(INTRODUCTION))
    body = re.search(r"<body>(.*)</body>", entries.pop(name).decode(), re.DOTALL)
    assert body
    swap(SMIL, "</body>", body[1].replace("\\", r"\\") + "</body>")(entries)
    swap(OPF, 'media-overlay="overlay-s01"', 'media-overlay="overlay-s00"')(entries)
    swap(OPF, r"<item href=\"overlays/01[^>]*>", "")(entries)
    swap(OPF, r'<meta property="media:duration" refines="#overlay-s01">[^<]*</meta>', "")(entries)
    swap(OPF, r'(refines="#overlay-s00">)0:00:03.420', r"\g<1>0:00:07.460")(entries)


RIGHT = {
    "anchors with names": swap(
        TEXT, "</section>", '<a name="old"></a><a href="#old" hidden="">x</a></section>'
    ),
    "another rendition": another_rendition,
    "a print edition before it": a_print_edition,
    "one overlay for two documents": one_overlay_for_two,
    "an overlay of a whole document": all_of(
        swap(SMIL, PAR, WHOLE.format(SOUND)),
        swap(TEXT, r"(<section.*</section>)", r"<div>\1</div>"),
    ),
    "audio elsewhere": all_of(
        swap(OPF, "audio/00-title.mp3", "https://example.org/title.mp3"),
        swap(SMIL, r"\.\./audio/00-title.mp3", "https://example.org/title.mp3", count=0),
        lambda entries: entries.pop("EPUB/audio/00-title.mp3"),
    ),
    "fonts that are obfuscated": lambda entries: entries.update(
        {
            "META-INF/encryption.xml": ENCRYPTION.format(
                "http://www.idpf.org/2008/embedding"
            ).encode()
        }
    ),
    "a style for some elements": swap(
        CSS, r"\.-epub-media-overlay-active", "body > .-epub-media-overlay-active", count=0
    ),
    "a style for elements without a class": swap(
        CSS, r"\.-epub-media-overlay-active", "*.-epub-media-overlay-active:not(.x)", count=0
    ),
}


UNSEEN = {
    ".gone { display: none }": True,
    "p.gone { visibility: hidden !important }": True,
    "div.gone { display: none }": False,
    "body.night .gone { display: none }": False,
    "@media print { .gone { display: none } }": False,
    ".gone { display: none } .gone { display: block }": False,
}


@pytest.mark.parametrize("style", UNSEEN)
def test_text_that_no_reader_sees_need_not_be_heard(style, damaged, audited):
    text = swap(TEXT, "</section>", '<p class="more gone">Not shown.</p></section>')
    found = audited(damaged(all_of(text, swap(CSS, r"$", f"\n{style}\n"))))
    assert [one.rule for one in found] == ([] if UNSEEN[style] else ["text-not-narrated"])


@pytest.mark.parametrize("name", RIGHT)
def test_what_others_make_rightly_is_right(name, damaged, audited):
    assert audited(damaged(RIGHT[name])) == []


def test_a_whole_document_may_be_left_to_the_reading_system(damaged, audited):
    found = audited(damaged(swap(SMIL, PAR, WHOLE.format(""))))
    assert {one.rule for one in found} == {"audio-unused", "duration-overlay"}


def test_pictures_that_are_linked_are_no_documents(damaged, audited, monkeypatch):
    """Their bytes do not count as those of documents: picture books are large."""
    file = io.BytesIO()
    Image.effect_noise((900, 900), 90).save(file, "PNG")
    picture = file.getvalue()
    monkeypatch.setattr(books, "_MOST_XML_BYTES", len(picture))

    def change(entries: Entries) -> None:
        entries["EPUB/images/cover.jpg"] = picture

    assert audited(damaged(change)) == []


def test_a_document_without_heading_need_not_be_in_the_contents(damaged, audited):
    nav = swap("nav.xhtml", "text/00-title.xhtml", "text/01-introduction.xhtml", count=0)
    with_heading = audited(damaged(nav))
    without = audited(damaged(all_of(nav, swap(TEXT, r"<(/?)h1", r"<\1p", count=0))))
    assert "toc-incomplete" in {one.rule for one in with_heading}
    assert "toc-incomplete" not in {one.rule for one in without}


def test_a_par_without_text_leaves_its_text_unread(damaged, audited):
    found = audited(damaged(swap(SMIL, r"<text[^>]*#s00-p01-u1\"/>", "")))
    assert {one.rule for one in found} == {"overlay-structure", "text-not-narrated"}


def test_an_overlay_that_does_not_play_its_document_is_told(damaged, audited):
    change = swap(OPF, 'media-overlay="overlay-s01"', 'media-overlay="overlay-s00"')
    messages = [
        one.message for one in audited(damaged(change)) if one.rule == "overlay-association"
    ]
    assert messages == [
        "EPUB/overlays/00-title.smil, the overlay of EPUB/text/01-introduction.xhtml, "
        "does not play it",
        "EPUB/overlays/01-introduction.smil is the overlay of no document",
    ]


def test_audio_elsewhere_is_in_the_manifest(damaged, audited):
    change = swap(SMIL, r"\.\./audio/00-title.mp3", "https://example.org/title.mp3", count=0)
    (missing,) = [one for one in audited(damaged(change)) if one.rule == "audio-missing"]
    assert missing.message == "https://example.org/title.mp3 is not in the manifest"


def test_one_wrong_duration_is_told_once(damaged, audited):
    """The whole book's is right, though it is not the sum of what is said of the parts."""
    change = swap(OPF, r'(refines="#overlay-s00">)[^<]*', r"\g<1>0:01:00")
    assert [one.rule for one in audited(damaged(change))] == ["duration-overlay"]


def test_an_overlay_that_is_no_xml_is_told_with_its_line_and_without_consequences(damaged, audited):
    change = swap(SMIL, "</seq>", "</sequence>")
    found = {one.rule: one.message for one in audited(damaged(change))}
    assert found.pop("file-unreadable") == (
        "EPUB/overlays/00-title.smil is no well-formed XML at line 7"
    )
    assert "audio-unused" not in found


def test_no_claim_is_false_because_an_overlay_cannot_be_read(damaged, audited):
    def change(entries: Entries) -> None:
        for name in entries:
            if name.endswith(".smil"):
                entries[name] = b"<smil>"

    rules = {one.rule for one in audited(damaged(change))}
    assert rules == {"no-narration", "file-unreadable"}


@pytest.mark.parametrize("algorithm", ["http://www.w3.org/2001/04/xmlenc#aes256-cbc", ""])
def test_a_protected_book_is_told_as_such(algorithm, damaged):
    def change(entries: Entries) -> None:
        entries["META-INF/encryption.xml"] = ENCRYPTION.format(algorithm).encode()

    with (
        Container.open(damaged(change)) as container,
        pytest.raises(UnreadableFileError, match="protected by DRM"),
    ):
        Book(container)


@pytest.mark.parametrize(
    ("shown", "rules"),
    [("nothing1 had", []), ("nothing¹ had", []), ("nothings had", ["caption-text"])],
)
def test_a_captions_word_may_end_with_the_number_of_a_note(shown, rules, good, tmp_path, audited):
    (tmp_path / "captions").mkdir()
    (tmp_path / "book.epub").write_bytes(good.read_bytes())
    name = "captions/01-introduction.srt"
    captions = (good.parent / name).read_text(encoding="utf-8")
    assert "nothing had" in captions
    (tmp_path / name).write_text(captions.replace("nothing had", shown), encoding="utf-8")
    assert [one.rule for one in audited(tmp_path / "book.epub")] == rules


def test_a_page_may_be_a_drawing(tmp_path, audited):
    """It is narrated, and it is to be seen."""
    path = tmp_path / "drawn.epub"
    claim = '<metadata><meta property="schema:accessMode">visual</meta></metadata>'
    items = (
        '<item id="a" href="a.svg" media-type="image/svg+xml" media-overlay="o"/>'
        '<item id="o" href="o.smil" media-type="application/smil+xml"/>'
    )
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(CONTAINER, f"<c>{ROOTFILE.format(PACKAGE, 'a.opf')}</c>")
        file.writestr("a.opf", f"<package>{claim}{items}<itemref idref='a'/></package>")
        file.writestr("a.svg", "<svg><text id='t'>Ah!</text></svg>")
        file.writestr("o.smil", '<smil><body><par><text src="a.svg#t"/></par></body></smil>')
    rules = {one.rule for one in audited(path)}
    assert rules.isdisjoint({"no-narration", "accessibility-claim-false", "highlight-unstyled"})


@pytest.mark.parametrize(
    ("suffix", "options", "media_type"),
    [
        ("ogg", ("-c:a", "libvorbis"), "audio/ogg without Opus"),
        ("opus", ("-c:a", "libopus"), "audio/ogg"),
        ("aac", ("-c:a", "aac"), "audio/aac"),
        ("mp3", ("-write_xing", "0", "-id3v2_version", "0"), "audio/mpeg"),
    ],
)
def test_audio_is_told_by_what_is_in_it(suffix, options, media_type, tmp_path):
    path = tmp_path / f"sound.{suffix}"
    sine = ("-f", "lavfi", "-i", "sine=d=0.5")
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *sine, *options, str(path)]
    subprocess.run(command, check=True)
    assert measure(path).media_type == media_type
