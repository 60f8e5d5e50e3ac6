"""Chapter -> SMIL 1.0: which text is shown while which stretch of the audio is heard. Pure."""

from collections.abc import Iterable

from oped_audio.model.timecode import clock_value, npt
from oped_audio.publishing.daisy202.book import CONTENT, Book, Chapter, Event
from oped_audio.publishing.daisy202.xhtml import Meta, common
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.markup import Markup, element, file, lines

_DOCTYPE = (
    '<!DOCTYPE smil PUBLIC "-//W3C//DTD SMIL 1.0//EN" "http://www.w3.org/TR/REC-smil/SMIL10.dtd">\n'
)
_REGION = "textView"


def smil(book: Book, chapter: Chapter, elapsed_ms: int) -> bytes:
    """The chapter's file (2.3); ``elapsed_ms`` is what was heard in all files before it."""
    metadata = book.publication.metadata
    label = labels(metadata.language).of(chapter.page.section)
    duration = chapter.duration_ms
    metas = (
        *common(metadata),
        Meta("title", label),
        Meta("ncc:totalElapsedTime", clock_value(elapsed_ms)),
        Meta("ncc:timeInThisSmil", clock_value(duration)),
    )
    pars = lines(_par(chapter, event) for event in chapter.events)
    heard = element("seq", {"dur": npt(duration).removeprefix("npt=")}, pars)
    return _file(metas, [heard])


def master(book: Book) -> bytes:
    """The file that names the chapters' files in their order (2.4)."""
    metadata = book.publication.metadata
    words = labels(metadata.language)
    total = sum(chapter.duration_ms for chapter in book.chapters)
    metas = (*common(metadata), Meta("ncc:timeInThisSmil", clock_value(total)))
    refs = [
        element(
            "ref",
            {
                "src": chapter.smil,
                "title": " ".join(words.of(chapter.page.section).split()),
                "id": chapter.name,
            },
        )
        for chapter in book.chapters
    ]
    return _file(metas, refs)


def _par(chapter: Chapter, event: Event) -> Markup:
    shown = element(
        "text",
        {"src": f"{CONTENT}#{event.target}", "id": f"{event.target}-t", "region": _REGION},
    )
    heard = element(
        "audio",
        {
            "src": chapter.audio,
            "clip-begin": npt(event.begin_ms),
            "clip-end": npt(event.end_ms),
            "id": f"{event.target}-c",
        },
    )
    attributes = {
        "endsync": "last",
        "id": event.target,
        "system-required": f"{event.skippable}-on" if event.skippable else None,
    }
    return element("par", attributes, shown, element("seq", {}, heard))


def _file(metas: Iterable[Meta], body: Iterable[Markup]) -> bytes:
    region = element("region", {"id": _REGION})
    head = lines((*(meta.element for meta in metas), element("layout", {}, region)))
    parts = lines((element("head", {}, head), element("body", {}, lines(body))))
    return file(element("smil", {}, parts), _DOCTYPE)
