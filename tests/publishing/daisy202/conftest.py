"""Articles as DAISY books, with real scripts, made-up times and audio that no one can play."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image as Pillow

from oped_audio.model.audio import AudioFile, MarksFrom, TimedUtterance, Timeline, Track, Voice
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
from oped_audio.model.publication import Metadata, Publication
from oped_audio.model.script import Utterance
from oped_audio.publishing.daisy202 import write
from oped_audio.publishing.settings import WriterSettings
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings

RATE = 22050
LETTER = 1437
"""Samples of a letter."""

Files = dict[str, bytes]


def _timeline(utterances: tuple[Utterance, ...]) -> Timeline:
    entries = []
    at = 0
    for utterance in utterances:
        speech_end = at + LETTER * len(utterance.spoken)
        end = speech_end + 1 + utterance.pause_ms * RATE // 1000
        entries.append(TimedUtterance(utterance.id, at, speech_end, end, ()))
        at = end
    return Timeline(RATE, tuple(entries))


@pytest.fixture(scope="session")
def narrated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Document], Publication]:
    """Gives a document a script and times."""
    audio = tmp_path_factory.mktemp("audio") / "silence.mp3"
    audio.write_bytes(b"\xff\xfb\x90\x00" + bytes(414))

    def narrate(document: Document) -> Publication:
        spoken = script(document, PauseSettings())
        tracks = tuple(
            Track(
                section=page.id,
                name=f"{number:02}-{page.role}",
                files=(AudioFile("mp3", "mp3", "audio/mpeg", audio),),
                timeline=_timeline(spoken.of_section(page.id)),
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


@pytest.fixture(scope="session")
def files() -> Callable[[Publication], Files]:
    """The files of the book by their names in it, read from where they lie."""

    def written(publication: Publication) -> Files:
        made = {}
        for file in write(publication, WriterSettings()):
            folder, _, name = file.path.partition("/")
            assert folder == "daisy"
            assert name not in made
            data = file.content
            made[name] = data.read_bytes() if isinstance(data, Path) else data
        return made

    return written


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


@pytest.fixture(scope="session", params=["everything", "bare"])
def made(request, narrated, files) -> tuple[Publication, Files]:
    publication = narrated(request.getfixturevalue(request.param))
    return publication, files(publication)
