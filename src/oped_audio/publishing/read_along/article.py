"""Edition -> the article as the EPUB has it, on one page, with an audio element for each section.

The audio elements are for browsers without JavaScript; with it they are hidden.
"""

from collections.abc import Iterator, Mapping

from oped_audio.publishing.epub.blocks import block_elements
from oped_audio.publishing.epub.content import heading_element, section_language
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import image_href
from oped_audio.publishing.epub.text import Setting
from oped_audio.publishing.epub.timing import duration_ms
from oped_audio.publishing.epub.xhtml import part_attributes
from oped_audio.publishing.read_along.edition import COVER, Chapter, Edition
from oped_audio.publishing.read_along.html import html

_LEAST_CONTENTS = 3
"""Chapters, besides the title, that are worth a list of them."""
_ROLES = {"notes": "doc-endnotes"}


def article(edition: Edition) -> Markup:
    """The title with the cover, the contents, and the sections in their order."""
    first, *others = edition.chapters
    cover = element("img", {"src": COVER, "alt": "", "class": "cover"})
    parts = [
        element("header", {}, lines((_section(edition, first), cover))),
        *_contents(edition),
        *(_section(edition, chapter) for chapter in others),
    ]
    images = dict(_images(edition))
    return html(element("article", {}, lines(parts)), images)


def _section(edition: Edition, chapter: Chapter) -> Markup:
    section = chapter.page.section
    language = edition.publication.metadata.language
    own = section_language(section)
    setting = Setting(chapter.page.by_block(), "word", edition.links, own or language, {})
    parts = block_elements(section.blocks, setting)
    if section.heading:
        parts.insert(0, heading_element(section, chapter.rank, setting))
    if chapter.is_heard:
        parts.insert(1 if section.heading else 0, _audio(edition, chapter))
    attributes = {
        "id": section.id,
        "class": section.role,
        "role": _ROLES.get(section.role),
        "aria-labelledby": section.heading_id if section.role in _ROLES else None,
        **part_attributes(own, language),
    }
    if section.role in _ROLES and not section.heading:
        attributes |= {"aria-labelledby": None, "aria-label": chapter.label}
    return element("section", attributes, lines(parts))


def _audio(edition: Edition, chapter: Chapter) -> Markup:
    """Nothing of it is loaded before it is played."""
    track = element(
        "track",
        {
            "kind": "captions",
            "src": chapter.captions,
            "srclang": edition.publication.metadata.language,
            "label": edition.words["captions"],
        },
    )
    attributes = {
        "class": "alone",
        "controls": "",
        "preload": "none",
        "src": chapter.audio,
        **edition.words.attributes(edition.publication.metadata.language),
        "aria-label": edition.words["listen"].format(section=chapter.label),
    }
    return element("audio", attributes, track)


def _contents(edition: Edition) -> Iterator[Markup]:
    """The sections with their lengths, if they are more than a few."""
    _, *others = edition.chapters
    if len(others) < _LEAST_CONTENTS:
        return
    named = edition.labels
    foreign = part_attributes(named.language, edition.publication.metadata.language)
    items = []
    for chapter in others:
        own = {} if chapter.page.section.heading else foreign
        link = element("a", {"href": f"#{chapter.page.section.id}", **own}, text(chapter.label))
        length = element("span", {"class": "length"}, text(_length(chapter)))
        items.append(element("li", {"class": f"depth-{chapter.rank}"}, link, Markup(" "), length))
    heading = element("h2", {"id": "contents", **foreign}, text(named.contents))
    listed = element("ol", {}, lines(items))
    yield element("nav", {"aria-labelledby": "contents"}, lines((heading, listed)))


def _length(chapter: Chapter) -> str:
    """``3:07``, or nothing."""
    if not chapter.is_heard:
        return ""
    minutes, seconds = divmod((duration_ms(chapter.page) + 500) // 1000, 60)
    return f"{minutes}:{seconds:02}"


def _images(edition: Edition) -> Iterator[tuple[str, Mapping[str, str]]]:
    for image in edition.publication.document.images:
        size = {"width": str(image.width), "height": str(image.height)}
        yield image_href(image), {**size, "loading": "lazy"}
