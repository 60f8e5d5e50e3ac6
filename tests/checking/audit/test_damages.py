"""Damaged books, one defect each: each is found by the rule that is about it, and by no other.

What is broken too, of necessity, is named with the defect. A section of the good book has two
sentences, cut at 2.6 s, a list, a quotation, a table and a picture; it lasts 13.76 s.
"""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from oped_audio.errors import UnreadableFileError

RATE = 22_050
SMIL, TEXT, MP3 = "marsh-remembers.smil", "marsh-remembers.xhtml", "marsh-remembers.mp3"
OPF, NAV, CSS, NOTES = "content.opf", "nav.xhtml", "book.css", "notes.smil"
FEATURE = '<meta property="schema:accessibilityFeature">'
FIRST, SECOND = (rf'<par id="s02-p01-u{number}">.*?</par>\s*' for number in (1, 2))
TITLES_OVERLAY = r'(<item href="text/00-title.xhtml"[^>]*) media-overlay="overlay-s00"'
END = r'clipEnd="0:00:13.7\d\d"'
NOISE = np.random.default_rng(1)

Entries = dict[str, bytes]
Damage = Callable[[Entries], None]


def named(entries: Entries, name: str) -> str:
    return next(found for found in sorted(entries) if found.endswith(name))


def swap(name: str, pattern: str, new: str, count: int = 1) -> Damage:
    """Put something else in the place of what a pattern matches."""

    def damage(entries: Entries) -> None:
        found = named(entries, name)
        text, times = re.subn(pattern, new, entries[found].decode(), count=count, flags=re.DOTALL)
        assert times, pattern
        entries[found] = text.encode()

    return damage


def drop(name: str, pattern: str, count: int = 1) -> Damage:
    return swap(name, pattern, "", count)


def all_of(*damages: Damage) -> Damage:
    def damage(entries: Entries) -> None:
        for one in damages:
            one(entries)

    return damage


def content(name: str, change: Callable[[bytes], bytes]) -> Damage:
    def damage(entries: Entries) -> None:
        found = named(entries, name)
        entries[found] = change(entries[found])

    return damage


def added(name: str, data: bytes) -> Damage:
    return lambda entries: entries.update({name: data})


def removed(name: str) -> Damage:
    def damage(entries: Entries) -> None:
        del entries[named(entries, name)]

    return damage


def ffmpeg(data: bytes, *arguments: str) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def decoded(data: bytes) -> np.ndarray:
    options = ("-map", "0:a", "-f", "s16le", "-ar", str(RATE), "-ac", "1", "-")
    return np.frombuffer(ffmpeg(data, "-i", "-", *options), "<i2")


@pytest.fixture
def resounded(tmp_path):
    """Change the sound of the section, and encode it anew as MP3 with a header."""

    def make(change: Callable[[np.ndarray], np.ndarray], *options: str) -> Damage:
        def encode(data: bytes) -> bytes:
            path = tmp_path / "sound.mp3"
            pcm = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-")
            changed = change(decoded(data).copy()).astype("<i2").tobytes()
            ffmpeg(changed, *pcm, *(options or ("-b:a", "64k")), str(path))
            return path.read_bytes()

        return content(MP3, encode)

    return make


def silenced(sound: np.ndarray) -> np.ndarray:
    """No first sentence."""
    sound[int(1.6 * RATE) : int(2.6 * RATE)] = 0
    return sound


def stretched(sound: np.ndarray) -> np.ndarray:
    """A silence of six seconds behind the heading."""
    at = int(1.56 * RATE)
    return np.concatenate([sound[:at], np.zeros(6 * RATE, "<i2"), sound[at:]])


def six_seconds_later(text: bytes) -> bytes:
    def later(match: re.Match[str]) -> str:
        seconds = float(match[2])
        return f'{match[1]}="0:00:{seconds + 6 * (seconds > 1.5):06.3f}"'

    return re.sub(r'(clip(?:Begin|End))="0:00:([\d.]+)"', later, text.decode()).encode()


def six_seconds_longer(opf: bytes) -> bytes:
    def longer(match: re.Match[str]) -> str:
        return f"{match[1]}{float(match[2]) + 6:.3f}"

    return re.sub(
        r'(<meta property="media:duration"(?: refines="#overlay-s02")?>0:0\d:)([\d.]+)',
        longer,
        opf.decode(),
    ).encode()


def damaged_middle(data: bytes) -> bytes:
    third = len(data) // 3
    noise = NOISE.integers(0, 256, third, np.uint8).tobytes()
    return data[:third] + noise + data[2 * third :]


TEXTS = {
    "a sentence without par": (
        all_of(
            drop(SMIL, SECOND),
            swap(SMIL, 'clipEnd="0:00:02.600"', 'clipEnd="0:00:05.050"'),
        ),
        "text-not-narrated",
    ),
    "a picture without par": (
        all_of(
            drop(SMIL, r'<seq id="s02-p05".*?</seq>'),
            swap(SMIL, 'clipEnd="0:00:11.540"', 'clipEnd="0:00:13.759"'),
        ),
        "text-not-narrated",
    ),
    "a document without overlay": (
        all_of(
            swap(OPF, TITLES_OVERLAY, r"\1"),
            drop(OPF, r'<item href="overlays/00-title.smil"[^>]*>'),
            drop(OPF, r'<item href="audio/00-title.mp3"[^>]*>'),
            drop(OPF, r'<meta property="media:duration" refines="#overlay-s00">[^<]*</meta>'),
            drop(OPF, r'<meta property="media:duration">[^<]*</meta>'),
            removed("00-title.smil"),
            removed("00-title.mp3"),
        ),
        "document-not-narrated",
        "duration-total",
    ),
    "contents without overlay": (
        swap(OPF, ' media-overlay="overlay-toc"', ""),
        "contents-not-narrated",
        "overlay-association",
    ),
    "a sentence twice": (
        swap(SMIL, r'(<par id=")s02-p01-u1(".*?</par>)', r"\1s02-p01-u1\2\1again\2"),
        "text-narrated-twice",
        "clip-overlap",
        "duration-overlay",
    ),
    "a paragraph and its sentence": (
        swap(SMIL, r"#s02-p01-u1\"", '#s02-p01"'),
        "text-narrated-twice",
        "clip-too-fast",
    ),
    "sentences in another order": (
        swap(SMIL, f"({FIRST})({SECOND})", r"\2\1"),
        "text-order",
        "clip-order",
        "clip-gap",
    ),
    "a note that cannot be skipped": (
        all_of(
            swap(NOTES, ' epub:type="footnote"', ""),
            swap(NOTES, ' epub:type="endnotes"', ' epub:type="chapter"'),
        ),
        "note-not-skippable",
    ),
    "a table that cannot be left": (
        all_of(drop(SMIL, ' epub:type="table"'), drop(SMIL, ' epub:type="table-[a-z]+"', 9)),
        "group-not-escapable",
    ),
}

OVERLAYS = {
    "no overlays": (
        all_of(
            drop(OPF, ' media-overlay="[^"]*"', 99),
            drop(OPF, '<item href="overlays/[^>]*>', 99),
            drop(OPF, '<item href="audio/[^>]*>', 99),
            drop(OPF, '<meta property="media:[^<]*</meta>', 99),
            drop(OPF, f"{FEATURE}synchronizedAudioText</meta>"),
            drop(OPF, '<meta property="schema:accessModeSufficient">auditory</meta>'),
        ),
        "no-narration",
        "file-unlisted",
    ),
    "an overlay of another type": (
        swap(OPF, r'(href="overlays/02[^>]*?)application/smil\+xml', r"\1application/xml"),
        "overlay-association",
        "audio-unused",
    ),
    "an overlay for two documents": (
        swap(OPF, 'media-overlay="overlay-s03"', 'media-overlay="overlay-s02"'),
        "overlay-association",
        "text-not-narrated",
    ),
    "a seq without textref": (drop(SMIL, ' epub:textref="[^"]*"'), "overlay-structure"),
    "a par with two texts": (
        swap(SMIL, r'(<text src="[^"]*#s02-p01-u1"/>)', r"\1\1"),
        "overlay-structure",
    ),
    "a par that points nowhere": (
        swap(SMIL, '#s02-p01-u1"', '#s02-p01-u9"'),
        "overlay-target",
        "text-not-narrated",
    ),
    "overlays out of order": (
        swap(
            OPF,
            r'(<item href="overlays/02[^>]*>)(\s*)(<item href="overlays/03[^>]*>)',
            r"\3\2\1",
        ),
        "overlay-manifest-order",
    ),
    "an overlay that is no XML": (
        drop(SMIL, "</body>"),
        "file-unreadable",
        "audio-unused",
    ),
    "entities": (
        swap("04-notes.xhtml", "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>'),
        "file-unreadable",
    ),
}

CLIPS = {
    "a clip that ends before it begins": (
        swap(SMIL, 'clipEnd="0:00:02.600"', 'clipEnd="0:00:01.000"'),
        "clip-times",
        "speech-not-played",
        "clip-gap",
    ),
    "a clip past the end": (swap(SMIL, END, 'clipEnd="0:00:14.300"'), "clip-past-end"),
    "an overlap": (
        swap(SMIL, 'clipEnd="0:00:02.600"', 'clipEnd="0:00:02.650"'),
        "clip-overlap",
        "cut-in-speech",
    ),
    "a gap": (
        swap(SMIL, 'clipEnd="0:00:02.600"', 'clipEnd="0:00:02.400"'),
        "clip-gap",
    ),
    "speech that no clip plays": (
        swap(SMIL, 'clipBegin="0:00:00.000"', 'clipBegin="0:00:00.500"'),
        "speech-not-played",
    ),
    "a cut 150 ms into a word": (swap(SMIL, "0:00:02.600", "0:00:02.750", 2), "cut-in-speech"),
    "a cut 150 ms before a pause": (swap(SMIL, "0:00:02.600", "0:00:02.050", 2), "cut-in-speech"),
    "a text in no time": (
        swap(SMIL, r"0:00:05.050", "0:00:03.100", 2),
        "clip-too-fast",
        "cut-in-speech",
    ),
}

SOUNDS = {
    "an audio file that is missing": (removed(MP3), "audio-missing", "file-missing"),
    "an empty audio file": (content(MP3, lambda _: b""), "audio-damaged"),
    "a damaged audio file": (
        content(MP3, damaged_middle),
        "audio-damaged",
        "clip-past-end",
        "clip-silent",
        "cut-in-speech",
        "mp3-variable-rate",
        "peak-clipped",
        "loudness",
        "loudness-uneven",
    ),
    "a WAV called MP3": (
        content(MP3, lambda data: ffmpeg(data, "-i", "-", "-map", "0:a", "-f", "wav", "-")),
        "audio-type",
    ),
    "an overlay 5 s too long": (
        all_of(
            swap(OPF, r'(refines="#overlay-s02">)0:00:13', r"\g<1>0:00:18"),
            content(
                OPF,
                lambda opf: re.sub(
                    rb'(media:duration">0:01:)([\d.]+)',
                    lambda found: found[1] + b"%.3f" % (float(found[2]) + 5),
                    opf,
                ),
            ),
        ),
        "duration-overlay",
    ),
    "an overlay without duration": (
        drop(OPF, r'<meta property="media:duration" refines="#overlay-cover">[^<]*</meta>'),
        "duration-overlay",
        "duration-total",
    ),
    "a wrong total": (
        swap(OPF, r'media:duration">0:01:', 'media:duration">0:02:'),
        "duration-total",
    ),
    "audio that nothing plays": (
        all_of(
            added("EPUB/audio/more.mp3", b"ID3"),
            swap(
                OPF,
                "</manifest>",
                '<item href="audio/more.mp3" id="more" media-type="audio/mpeg"/></manifest>',
            ),
        ),
        "audio-unused",
    ),
}


def noisy(sound: np.ndarray) -> np.ndarray:
    """Noise as in a room, all the time."""
    return sound + np.random.default_rng(1).normal(0, 300, len(sound))


def accompanied(sound: np.ndarray) -> np.ndarray:
    """Music under the words, louder and softer."""
    at = np.arange(len(sound)) / RATE
    return sound * 0.7 + (700 + 500 * np.sin(18 * at)) * np.sin(2000 * at)


RESOUNDED = {
    "music under it": (accompanied, (), "pauses-hidden"),
    "a sentence without sound": (silenced, (), "clip-silent"),
    "soft": (lambda sound: sound // 12, (), "loudness", "loudness-uneven"),
    "clipped": (lambda sound: np.clip(sound * 9.0, -32768, 32767), (), "peak-clipped", "loudness",
                "loudness-uneven"),
    "a variable bit rate": (lambda sound: sound, ("-q:a", "4"), "mp3-variable-rate"),
    "no header": (lambda sound: sound, ("-b:a", "64k", "-write_xing", "0"), "mp3-without-header"),
}  # fmt: skip

HIGHLIGHTS = {
    "no class": (
        drop(OPF, '<meta property="media:active-class">[^<]*</meta>'),
        "highlight-missing",
    ),
    "no style for it": (
        swap(CSS, r"\.-epub-media-overlay-active", ".lit", 9),
        "highlight-unstyled",
    ),
    "a document without style sheet": (
        drop(TEXT, '<link rel="stylesheet"[^>]*>'),
        "highlight-unstyled",
    ),
    "too pale": (swap(CSS, "color: #1a1a1a;", "color: #b08f00;"), "highlight-contrast"),
    "too pale in the dark": (swap(CSS, "color: #fff6d6;", "color: #8a7440;"), "highlight-contrast"),
    "only the background": (
        drop(CSS, r"color: #1a1a1a;|color: #fff6d6;", 2),
        "highlight-half-set",
    ),
    "colour alone": (drop(CSS, r"text-decoration[a-z-]*: [^;]*;", 2), "highlight-colour-alone"),
    "larger text": (
        swap(CSS, "color: #1a1a1a;", "color: #1a1a1a; font-size: 1.2em;"),
        "highlight-moves-text",
    ),
}

STRUCTURE = {
    "no title": (swap(TEXT, "<title>[^<]*</title>", "<title> </title>"), "title-missing"),
    "a level left out": (
        swap(TEXT, r'(<p id="s02-p01">.*?</p>)', r"\1<h4><!-- --></h4>"),
        "heading-skipped",
    ),
    "a package without language": (drop(OPF, ' xml:lang="en"'), "language-missing"),
    "a document without language": (drop(TEXT, ' lang="en" xml:lang="en"'), "language-missing"),
    "no language tag": (
        swap(OPF, "<dc:language>en<", "<dc:language>english<"),
        "language-invalid",
    ),
    "languages that contradict": (swap(TEXT, ' lang="en"', ' lang="fr"'), "language-contradicts"),
    "an id twice": (swap(TEXT, '<ol id="s02-p02"', '<ol id="s02-p01"'), "id-duplicate",
                    "overlay-target"),
    "a file that is not listed": (added("EPUB/milk.txt", b"remember it"), "file-unlisted"),
    "a file that is missing": (
        swap(OPF, "</manifest>", '<item href="no.css" id="no" media-type="text/css"/></manifest>'),
        "file-missing",
    ),
    "a link to nowhere": (
        swap("introduction.xhtml", r'href="04-notes.xhtml#[^"]*"', 'href="04-notes.xhtml#gone"'),
        "link-broken",
    ),
    "a way out of the book": (
        swap(TEXT, r'src="../images/[^"]*"', 'src="../../../../etc/passwd"'),
        "link-broken",
    ),
    "no table of contents": (
        swap(NAV, 'epub:type="toc"', 'epub:type="lot"', 1),
        "toc-missing",
        "accessibility-claim-false",
    ),
    "a section that is not in it": (
        drop(NAV, r'href="text/03-what-they-eat.xhtml"'),
        "toc-incomplete",
    ),
    "no landmarks": (drop(NAV, r'<nav epub:type="landmarks".*?</nav>'), "landmarks-missing"),
}  # fmt: skip

ACCESSIBILITY = {
    "no narrator": (drop(OPF, '<meta property="media:narrator">[^<]*</meta>'), "narrator-missing"),
    "no accessibility metadata": (
        drop(OPF, '<meta property="schema:[^<]*</meta>', 99),
        "accessibility-missing",
        "accessibility-recommended",
    ),
    "no summary": (
        drop(OPF, '<meta property="schema:accessibilitySummary"[^<]*</meta>'),
        "accessibility-recommended",
    ),
    "pages that are not there": (
        swap(OPF, FEATURE, f"{FEATURE}pageNavigation</meta>{FEATURE}"),
        "accessibility-claim-false",
    ),
    "sound as a mode of its own": (
        swap(OPF, r'(accessMode">)visual', r"\1auditory"),
        "accessibility-claim-false",
        "accessibility-claim-missed",
    ),
    "text and sound both needed": (
        swap(OPF, r'(accessModeSufficient">)textual', r"\1textual,auditory"),
        "accessibility-claim-false",
    ),
    "synchronised sound not told": (
        drop(OPF, f"{FEATURE}synchronizedAudioText</meta>"),
        "accessibility-claim-missed",
    ),
    "hazards that contradict": (
        swap(
            OPF, r'(<meta property="schema:accessibilityHazard">)none', r"\1flashing</meta>\1none"
        ),
        "accessibility-hazard",
    ),
    "conformance in other words": (
        swap(OPF, "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", "WCAG 2.2 AA"),
        "conformance-wording",
    ),
    "a credential of nobody": (
        swap(
            OPF,
            "</metadata>",
            '<meta property="a11y:certifierCredential">Gold</meta></metadata>',
        ),
        "certifier-missing",
    ),
    "a picture without alternative": (
        drop(TEXT, ' alt="A stork on a roof"'),
        "image-without-alternative",
        "accessibility-claim-false",
        "accessibility-claim-missed",
        "conformance-false",
    ),
}


DAMAGES = {
    f"{group}: {name}": told
    for group, damages in {
        "text": TEXTS,
        "overlay": OVERLAYS,
        "clip": CLIPS,
        "sound": SOUNDS,
        "highlight": HIGHLIGHTS,
        "structure": STRUCTURE,
        "accessibility": ACCESSIBILITY,
    }.items()
    for name, told in damages.items()
}


def test_the_good_book_is_good(good, audited):
    assert audited(good) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_a_defect_is_found_for_the_right_reason(name, damaged, audited):
    damage, rule, *too = DAMAGES[name]
    found = audited(damaged(damage))
    assert rule in {finding.rule for finding in found}
    assert {finding.rule for finding in found} <= {rule, *too}, found
    assert all(finding.place and finding.remedy and finding.standard for finding in found)


@pytest.mark.parametrize("name", RESOUNDED)
def test_a_defect_of_the_sound_is_found(name, resounded, damaged, audited):
    change, options, rule, *too = RESOUNDED[name]
    rules = {finding.rule for finding in audited(damaged(resounded(change, *options)))}
    assert rule in rules
    assert rules <= {rule, *too}


def test_noise_is_no_defect(resounded, damaged, audited):
    assert audited(damaged(resounded(noisy))) == []


def test_a_long_silence_is_found_if_it_is_longer_than_is_set(resounded, damaged, audited):
    damage = all_of(
        resounded(stretched), content(SMIL, six_seconds_later), content(OPF, six_seconds_longer)
    )
    book = damaged(damage)
    (finding,) = audited(book)
    assert finding.rule == "silence-long"
    assert "6." in finding.message
    assert audited(book, longest_silence_s=7.0) == []


def test_all_that_is_left_out_of_a_paragraph_is_told(damaged, audited):
    words = '<p id="x"><span>One is not.</span> <span>Two is not.</span></p></section>'
    (told,) = audited(damaged(swap(TEXT, "</section>", words)))
    assert (told.rule, told.message) == (
        "text-not-narrated",
        "“One is not. Two is not.” is not narrated",
    )


def test_there_are_forty_damages_and_more():
    assert len(DAMAGES) + len(RESOUNDED) > 40


def test_a_bomb_is_refused(damaged, audited):
    book = damaged(added("EPUB/text/02-what-the-marsh-remembers.xhtml", bytes(60_000_000)))
    rules = {finding.rule for finding in audited(book)}
    assert "file-unreadable" in rules


def test_many_large_documents_are_refused(damaged, audited):
    item = '<item href="{0}.xhtml" id="{0}" media-type="application/xhtml+xml"/>'
    names = [f"x{number}" for number in range(12)]
    listed = "".join(map(item.format, names)) + "</manifest>"
    more = [added(f"EPUB/{name}.xhtml", b"<a>" + b" " * 15_000_000 + b"</a>") for name in names]
    book = damaged(all_of(swap(OPF, "</manifest>", listed), *more))
    with pytest.raises(UnreadableFileError, match="too large together"):
        audited(book)


def test_of_one_rule_a_hundred_findings_are_told(damaged, audited):
    links = '<a href="gone.xhtml">.</a>' * 300
    found = audited(damaged(swap(TEXT, "</section>", f"{links}</section>")))
    told = [finding for finding in found if finding.rule == "link-broken"]
    assert len(told) == 100
    assert told[-1].message.endswith("there are more, which are not told")


def captioned(good: Path, tmp_path: Path, name: str, old: str, new: str) -> Path:
    """The book with its captions beside it, one file of which is changed."""
    (tmp_path / "captions").mkdir()
    for file in (good.parent / "captions").iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name == name:
            text, times = re.subn(old, new, text, count=1, flags=re.DOTALL)
            assert times
        (tmp_path / "captions" / file.name).write_text(text, encoding="utf-8")
    (tmp_path / good.name).write_bytes(good.read_bytes())
    return tmp_path / good.name


@pytest.mark.parametrize(
    ("old", "new", "rule", "too"),
    [
        ("WEBVTT", "VTT", "caption-syntax", ()),
        (r"00:00:0\d\.\d{3} -->", "0.5 -->", "caption-syntax", ("caption-text",)),
        (r"\nWhat ", "\nWh\na\nt ", "caption-lines", ("caption-text", "caption-speed")),
        ("finds", "loses", "caption-text", ()),
        (r"(-->) 00:00:01\.\d{3}", r"\1 00:00:09.000", "caption-overlap", ("caption-duration",)),
        (r"(-->) 00:00:1\d\.\d{3}(?!.*-->)", r"\1 00:00:19.000", "caption-past-end",
         ("caption-duration",)),
        (r"00:00:00\.\d{3} --> 00:00:01\.\d{3}", "00:00:00.020 --> 00:00:00.300",
         "caption-duration", ("caption-speed",)),
    ],
)  # fmt: skip
def test_a_defect_of_the_captions_is_found(old, new, rule, too, good, tmp_path, audited):
    book = captioned(good, tmp_path, "02-what-the-marsh-remembers.vtt", old, new)
    rules = {finding.rule for finding in audited(book)}
    assert rule in rules
    assert rules <= {rule, *too}


@pytest.mark.parametrize("label", ["ii", "iv", "12", "*", "1–3", "4, 5, 12", "I"])
def test_captions_may_show_the_label_of_a_note(label, good, tmp_path, audited):
    name = "02-what-the-marsh-remembers.vtt"
    assert audited(captioned(good, tmp_path, name, "finds", f"finds {label}")) == []
