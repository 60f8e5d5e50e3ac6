"""A tiny publication with audio that plays, and articles with everything and next to nothing."""

import hashlib
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image as Pillow

from oped_audio.model.audio import (
    AudioFile,
    MarksFrom,
    TimedUtterance,
    TimedWord,
    Timeline,
    Track,
    Voice,
)
from oped_audio.model.document import (
    Block,
    Cell,
    Document,
    Figure,
    Image,
    Item,
    ItemList,
    Note,
    Section,
    Span,
    Table,
)
from oped_audio.model.publication import Matter, Metadata, Publication
from oped_audio.model.script import Script, Token, Utterance, UtteranceRole
from oped_audio.publishing.cover import cover
from oped_audio.publishing.epub.matter import matter
from oped_audio.scripting import script as scripted
from oped_audio.scripting.settings import PauseSettings

RATE = 22050
LEAD = 551
"""Samples of silence before the first word of a clip, 25 ms; so are all measures below."""
LETTER = 1433
"""65 ms."""
GAP = 221
"""Between words, 10 ms."""
PAUSE = 8820
"""After a sentence, 400 ms."""

LONG = (
    "Every morning, long before the market opens, the boats leave the harbour one after another, "
    "and nobody in the town is awake to count them."
)
DATED = "On Jan. 5 — a Monday — only three came back."
FIGURE = Figure(
    "s01-p02",
    "figure",
    (Span("Fishing boats wait for the tide. (Photo/Example)"),),
    caption="Fishing boats wait for the tide.",
    credit="Photo/Example",
)
DOCUMENT = Document(
    title="Harbours & tides",
    standfirst="What a small port teaches.",
    byline="By Ada Byron",
    language="en",
    sections=(
        Section(
            "s01",
            "introduction",
            None,
            (
                Block("s01-p01", "paragraph", (Span(f"{LONG} {DATED}"),)),
                FIGURE,
            ),
        ),
        Section(
            "s02",
            "section",
            "What lasts",
            (Block("s02-p01", "paragraph", (Span("The quay is old; the ropes are new."),)),),
        ),
        Section(
            "s03",
            "about-author",
            "About the author",
            (Block("s03-p01", "paragraph", (Span("Ada Byron counts boats."),)),),
        ),
    ),
)
NAMES = ("00-title", "01-introduction", "02-what-lasts", "03-about-the-author")
PARTS: tuple[tuple[str, str, UtteranceRole, tuple[str, ...]], ...] = (
    ("s00", "s00-h", "title", ("Harbours & tides",)),
    ("s00", "s00-p01", "standfirst", ("What a small port teaches.",)),
    ("s00", "s00-p02", "byline", ("By Ada Byron",)),
    ("s01", "s01-p01", "body", (LONG, DATED)),
    ("s01", "s01-p02", "caption", ("Fishing boats wait for the tide.",)),
    ("s01", "s01-p02", "credit", ("(Photo/Example)",)),
    ("s02", "s02-h", "heading", ("What lasts",)),
    ("s02", "s02-p01", "body", ("The quay is old; the ropes are new.",)),
    ("s03", "s03-h", "heading", ("About the author",)),
    ("s03", "s03-p01", "body", ("Ada Byron counts boats.",)),
)


def _script() -> Script:
    return Script(tuple(_utterances()))


def _utterances() -> Iterator[Utterance]:
    number: dict[str, int] = {}
    at: dict[str, int] = {}
    for section, block, role, sentences in PARTS:
        for written in sentences:
            number[block] = number.get(block, 0) + 1
            begin = at.get(block, 0)
            at[block] = begin + len(written) + 1
            name = f"{block}-u{number[block]}"
            yield Utterance(name, section, block, role, begin, written, _tokens(written), 400, "en")


def _tokens(written: str) -> tuple[Token, ...]:
    return tuple(
        Token(word.start(), word.end(), "".join(re.findall(r"[\w'/-]", word[0])))
        for word in re.finditer(r"\S+", written)
    )


def _timeline(utterances: Sequence[Utterance]) -> Timeline:
    """A word takes a time by its length; a sentence is followed by its pause."""
    entries = []
    begin = 0
    for utterance in utterances:
        at = begin + LEAD
        words = []
        for index, token in enumerate(utterance.tokens):
            if token.spoken:
                words.append(TimedWord(index, at, at + LETTER * len(token.spoken)))
                at = words[-1].end + GAP
        entries.append(TimedUtterance(utterance.id, begin, at, at + PAUSE, tuple(words)))
        begin = at + PAUSE
    return Timeline(RATE, tuple(entries))


def _encode(samples: int, target: Path) -> Path:
    """A quiet tone of exactly this many samples as MP3 of constant bit rate."""
    tone = f"sine=frequency=220:sample_rate={RATE},volume=0.1,atrim=end_sample={samples}"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", tone]
    subprocess.run([*command, "-ac", "1", "-b:a", "64k", str(target)], check=True)
    return target


def mp3(path: Path) -> AudioFile:
    return AudioFile("mp3", "mp3", "audio/mpeg", path)


@pytest.fixture(scope="session")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A title page, an introduction with a picture, a section with a heading, and the author."""
    folder = tmp_path_factory.mktemp("tracks")
    script = _script()
    tracks = []
    for page, name in zip(DOCUMENT.pages, NAMES, strict=True):
        timeline = _timeline(script.of_section(page.id))
        encoded = _encode(timeline.length, folder / f"{name}.mp3")
        tracks.append(Track(page.id, name, (mp3(encoded),), timeline))
    metadata = Metadata(
        title=DOCUMENT.title,
        author="Ada Byron",
        language="en",
        identifier="urn:sha256:0123456789abcdef",
        modified=datetime(2026, 1, 5, 12, 30, tzinfo=UTC),
        narrator=Voice("tone", "beep", "Beep", ("en",)),
        date="2026-01-05",
    )
    added = []
    for page in matter(DOCUMENT, metadata, "sentence", script):
        leaves = [leaf for block in page.blocks for leaf in block.leaves]
        if page.heading:
            leaves.insert(0, page.heading_block)
        said = tuple(
            Utterance(f"{leaf.id}-u1", page.id, leaf.id, "body", 0, leaf.text, tokens, 400, "en")
            for leaf, tokens in ((leaf, _tokens(leaf.text)) for leaf in leaves)
        )
        timeline = _timeline(said)
        encoded = _encode(timeline.length, folder / f"{page.role}.mp3")
        track = Track(page.id, page.role, (mp3(encoded),), timeline)
        added.append(Matter(page, said, track))
    picture = cover(DOCUMENT.title, metadata.author)
    return Publication(
        slug="harbours-tides",
        metadata=metadata,
        document=DOCUMENT,
        script=script,
        tracks=tuple(tracks),
        cover=picture,
        marks_from=MarksFrom.ENGINE,
        matter=tuple(added),
    )


def _times(utterances: tuple[Utterance, ...]) -> Timeline:
    entries = []
    at = 0
    for utterance in utterances:
        speech_end = at + LETTER * len(utterance.spoken)
        end = speech_end + 1 + utterance.pause_ms * RATE // 1000
        spans = zip(utterance.spoken_tokens, utterance.spoken_spans, strict=True)
        words = tuple(
            TimedWord(token, at + LETTER * first, at + LETTER * last)
            for token, (first, last) in spans
        )
        entries.append(TimedUtterance(utterance.id, at, speech_end, end, words))
        at = end
    return Timeline(RATE, tuple(entries))


@pytest.fixture(scope="session")
def narrated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Document], Publication]:
    """Gives a document a script, times and audio that no one can play."""
    audio = tmp_path_factory.mktemp("audio") / "silence.mp3"
    audio.write_bytes(b"\xff\xfb\x90\x00" + bytes(414))

    def narrate(document: Document) -> Publication:
        spoken = scripted(document, PauseSettings())
        tracks = tuple(
            Track(
                section=page.id,
                name=f"{number:02}-{page.role}",
                files=(AudioFile("mp3", "mp3", "audio/mpeg", audio),),
                timeline=_times(spoken.of_section(page.id)),
            )
            for number, page in enumerate(document.pages)
        )
        metadata = Metadata(
            title=document.title,
            author=document.byline,
            language=document.language,
            identifier="urn:sha256:0123456789abcdef",
            modified=datetime(2026, 1, 5, 12, 30, tzinfo=UTC),
            narrator=Voice("tone", "beep", "Beep", ("en",)),
            date=document.date,
            source=document.source,
            rights=document.rights,
            publisher=document.publisher,
        )
        return Publication("op-ed", metadata, document, spoken, tracks, b"", MarksFrom.ENGINE)

    return narrate


def _image(folder: Path, alternative: str, kind: str = "png") -> Image:
    path = folder / f"{len(alternative)}.{kind}"
    Pillow.new("RGB", (40, 30), (len(alternative), 90, 90)).save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Image(digest, f"image/{kind}", 40, 30, path, alternative)


def _figure(name: str, picture: Image | None, caption: str = "") -> Figure:
    spans = (Span(caption),) if caption else ()
    return Figure(name, "figure", spans, caption, None, picture)


def _cell(name: str, text: str, *, header: bool = False, columns: int = 1) -> Cell:
    return Cell(name, "cell", (Span(text),) if text else (), header, columns)


def _paragraph(name: str, *spans: Span) -> Block:
    return Block(name, "paragraph", spans)


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Every kind of block, notes referred to in all ways, and levels with gaps."""
    folder = tmp_path_factory.mktemp("pictures")
    stork = _image(folder, "A stork on a roof. It sleeps.")
    introduction = (
        _figure("s01-p01", stork),
        _figure("s01-p02", _image(folder, ""), "Only a line."),
        _figure("s01-p03", _image(folder, "No description.", "webp"), "A map. (Photo: A/B)"),
        _figure("s01-p04", replace(stork, alternative="The same stork.")),
        _figure("s01-p05", None, "A picture that did not come along."),
        _paragraph(
            "s01-p06",
            Span("See "),
            Span("the report", link="https://example.org/a?b=1&c=2"),
            Span(". He said so.", emphasis="strong"),
            Span("1", note="s05-p01"),
            Span(" And so on"),
            Span("[2]", note="s01-p07"),
            Span(" to the end"),
            Span("1", note="s05-p01"),
            Span(". Gone"),
            Span("*", note="s05-p99"),
            Span("."),
        ),
        Note("s01-p07", "note", (Span("Here. See page 2."),), "2"),
        Note("s01-p08", "note", (Span("It goes on."),)),
        Block("s01-p09", "verse", (Span("A line,\nand a line\nin one."),)),
        Block("s01-p10", "pullquote", (Span("He said so. And “<b>” & I."),)),
        _paragraph("s01-p11", Span("* * *")),
    )
    items = (
        Item("s02-p01-i1", "item", (Span("One."),), "3."),
        Item("s02-p01-i2", "item", (Span("One a."),), "a)", 1),
        Item("s02-p01-i3", "item", (Span("Two."),), "5."),
        Item("s02-p01-i4", "item", (Span("Plain."),)),
    )
    rows = (
        (
            _cell("s02-p02-r1c1", "", header=True),
            _cell("s02-p02-r1c2", "Men and women", header=True, columns=2),
        ),
        (
            _cell("s02-p02-r2c1", "Oslo", header=True),
            _cell("s02-p02-r2c2", "1"),
            _cell("s02-p02-r2c3", "2"),
        ),
    )
    body = (
        ItemList("s02-p01", "list", (), items),
        Table("s02-p02", "table", (Span("Who lives where"),), rows),
        Block("s02-p03", "quotation", (Span("First."),)),
        Block("s02-p04", "quotation", (Span("C’est tout.", language="fr"),)),
    )
    arabic = (_paragraph("s03-p01", Span("السلام عليكم.", language="ar")),)
    deep = (_paragraph("s04-p01", Span("It.")),)
    notes = (
        Note("s05-p01", "note", (Span("There."),), "1"),
        Note("s05-p02", "note", (Span("Nobody asks."),), "9"),
    )
    return Document(
        "Everything in one, <b>& more",
        "A standfirst.",
        "Ada Byron",
        "en",
        (
            Section("s01", "introduction", None, introduction),
            Section("s02", "section", "Level one", body),
            Section("s03", "section", "عنوان", arabic, 3, (Span("عنوان", language="ar"),)),
            Section("s04", "section", "Deep", deep, 3),
            Section("s05", "notes", "Notes", notes),
        ),
        kicker="Opinion",
        dateline="Jan. 5, 2026",
        date="2026-01-05",
        publisher="Example Press",
        rights="© 2026 Ada Byron",
        source="https://example.org/op-ed",
        byline_line="By Ada Byron",
    )


@pytest.fixture(scope="session")
def bare() -> Document:
    """As little as there may be, from right to left, with a section in which nothing is said."""
    sections = (
        Section("s01", "introduction", None, (_paragraph("s01-p01", Span("نص.")),)),
        Section("s02", "section", None, ()),
    )
    return Document("عنوان", None, None, "ar", sections, date="2026-01")
