"""A publication with every kind of block, made without an engine."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

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
    Item,
    ItemList,
    Note,
    Section,
    Span,
    Table,
)
from oped_audio.model.publication import Matter, Metadata, Publication
from oped_audio.model.script import Script, Token, Utterance
from oped_audio.publishing.cover import cover
from oped_audio.publishing.epub.book import write
from oped_audio.publishing.epub.matter import matter
from oped_audio.publishing.settings import WriterSettings

RATE = 22050
WORD = 3001
PAUSE = 5003
SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|(?=\s\()|$)", re.DOTALL)


def utterances(section: str, block: str, text: str) -> Iterator[Utterance]:
    """A sentence for each full stop; signs without a letter or digit are silent."""
    for number, match in enumerate(SENTENCE.finditer(text), 1):
        written = match[0].rstrip()
        tokens = tuple(
            Token(word.start(), word.end(), word[0] if re.search(r"\w", word[0]) else "")
            for word in re.finditer(r"\S+", written)
        )
        role = "credit" if written.startswith("(") else "body"
        identity = f"{block}-u{number}"
        yield Utterance(identity, section, block, role, match.start(), written, tokens, 200, "en")


def script(pages: Iterable[Section]) -> Script:
    """Every heading and block, sentence by sentence."""
    return Script(
        tuple(
            utterance
            for page in pages
            for leaf in (
                page.heading_block,
                *(leaf for block in page.blocks for leaf in block.leaves),
            )
            for utterance in utterances(page.id, leaf.id, leaf.text)
        )
    )


def timeline(sentences: tuple[Utterance, ...]) -> Timeline:
    """Spoken words of equal length, a pause after each sentence."""
    entries = []
    at = 0
    for sentence in sentences:
        spoken = [index for index, token in enumerate(sentence.tokens) if token.spoken]
        words = tuple(
            TimedWord(token, at + place * WORD, at + place * WORD + WORD - 9)
            for place, token in enumerate(spoken)
        )
        speech_end = at + max(len(spoken), 1) * WORD
        end = speech_end + PAUSE
        entries.append(TimedUtterance(sentence.id, at, speech_end, end, words))
        at = end
    return Timeline(RATE, tuple(entries))


_cover = cache(cover)


def publish(document: Document, audio: Path) -> Publication:
    """The document with made-up times; ``audio`` stands for every track."""
    spoken = script(document.pages)
    metadata = Metadata(
        title=document.title,
        author="Ada Byron",
        language=document.language,
        identifier="urn:sha256:0123456789abcdef",
        modified=datetime(2026, 1, 5, 12, 30, tzinfo=UTC),
        narrator=Voice("tone", "beep", "Beep", ("en",)),
        date="2026-01-05",
        source="https://example.org/op-ed",
        rights="© 2026 Ada Byron",
        publisher="Example Press",
    )

    def track(page: Section, name: str, said: tuple[Utterance, ...]) -> Track:
        files = (AudioFile("mp3", "mp3", "audio/mpeg", audio),)
        return Track(page.id, name, files, timeline(said))

    tracks = tuple(
        track(page, f"{number:02}-{page.role}", spoken.of_section(page.id))
        for number, page in enumerate(document.pages)
    )
    added = matter(document, metadata, "sentence", spoken)
    also = script(added)
    said = {page: also.of_section(page.id) for page in added}
    return Publication(
        "op-ed",
        metadata,
        document,
        spoken,
        tracks,
        _cover(document.title, metadata.author),
        MarksFrom.ENGINE,
        matter=tuple(
            Matter(page, told, track(page, page.role, told)) for page, told in said.items()
        ),
    )


def every_kind(language: str = "en") -> Document:
    """An article with every role of section and every kind of block."""
    introduction = (
        Block("s01-p01", "paragraph", (Span("It began — as ever — small. Then & there, 1 < 2!"),)),
        Figure(
            "s01-p02",
            "figure",
            (Span("A harbour at dawn. (Photo/Example)"),),
            caption="A harbour at dawn.",
            credit="Photo/Example",
        ),
    )
    body = (
        Block(
            "s02-p01",
            "paragraph",
            (
                Span("The word "),
                Span("raison d’être", language="fr", emphasis="emphasis"),
                Span(" is old.  It"),
                Span(" stays. So", emphasis="strong"),
                Span(" be it, said "),
                Span("שלום עולם", language="he"),
                Span("."),
            ),
        ),
        ItemList(
            "s02-p02",
            "list",
            (),
            (
                Item("s02-p02-i1", "item", (Span("First this."),)),
                Item("s02-p02-i2", "item", (Span("Then that."),), "a)", 1),
            ),
        ),
        Block("s02-p03", "quotation", (Span("“So it goes.”"),)),
        Note("s02-p04", "note", (Span("Seen in print."),)),
        Table(
            "s02-p05",
            "table",
            (Span("Years"),),
            (
                (Cell("s02-p05-r1c1", "cell", (Span("Year one"),), is_header=True),),
                (Cell("s02-p05-r2c1", "cell", (Span("Year two"),)),),
            ),
        ),
        Block("s02-p06", "paragraph", (Span("— —"),)),
    )
    return Document(
        "Small things, well made",
        "Why they last.",
        "By Ada Byron",
        language,
        (
            Section("s01", "introduction", None, introduction),
            Section("s02", "section", "What lasts", body),
            Section(
                "s03",
                "about-author",
                "About the author",
                (Block("s03-p01", "paragraph", (Span("She counts."),)),),
            ),
        ),
    )


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """An article with every kind of block, in the language asked for."""
    return every_kind


@pytest.fixture(scope="session")
def narrated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Document], Publication]:
    """Gives a document a script and times, and audio that no one can play."""
    audio = tmp_path_factory.mktemp("audio") / "silence.mp3"
    audio.write_bytes(b"\xff\xfb\x90\x00" + bytes(414))

    def narrate(document: Document) -> Publication:
        return publish(document, audio)

    return narrate


@pytest.fixture(scope="session")
def publication(narrated: Callable[[Document], Publication]) -> Publication:
    """The article with every kind of block, in English."""
    return narrated(every_kind())


@pytest.fixture(scope="session")
def poured() -> Callable[[Publication, str], bytes]:
    """The EPUB as bytes, for a publication and a highlight."""

    def pour(publication: Publication, highlight: str) -> bytes:
        file, _ = write(publication, WriterSettings(highlight))
        stream = BytesIO()
        file.content(stream)
        return stream.getvalue()

    return pour


@pytest.fixture(scope="session")
def opened(
    poured: Callable[[Publication, str], bytes],
) -> Callable[[Publication, str], dict[str, bytes]]:
    """The files in the EPUB by name, in their order."""

    def unzip(publication: Publication, highlight: str) -> dict[str, bytes]:
        with ZipFile(BytesIO(poured(publication, highlight))) as book:
            return {name: book.read(name) for name in book.namelist()}

    return unzip
