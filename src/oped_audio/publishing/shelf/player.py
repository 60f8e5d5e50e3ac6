"""Article -> what one listens with: the read-along page, or the browser's own controls. Pure."""

from collections.abc import Iterator
from urllib.parse import quote

from oped_audio.model.shelf import BuiltArticle, BuiltFile, Chapter
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.shelf.frame import own_words
from oped_audio.publishing.shelf.media import (
    clock,
    iso_duration,
    media_type,
    one_file_audio,
    section_audio,
)


def player(article: BuiltArticle) -> Iterator[Markup]:
    """The best there is first, then the contents with the times of the sections."""
    whole = one_file_audio(article)
    if article.read_along:
        said = text("Listen and read along")
        link = element("a", {"class": "main-action", "href": article.read_along}, said)
        yield element("p", {}, link)
    if whole:
        captions = article.article_captions("vtt")
        yield element("h3", {"id": "whole"}, text("The whole article"))
        yield _audio(whole, "whole", captions, article.language)
    yield element("h3", {"id": "contents"}, text("Contents"))
    has_own = not article.read_along and not whole
    items = [_chapter(article, chapter, has_own=has_own) for chapter in article.chapters]
    yield element("ol", {"class": "contents", "aria-labelledby": "contents"}, lines(items))


def _chapter(article: BuiltArticle, chapter: Chapter, *, has_own: bool) -> Markup:
    name = f"section-{chapter.id}"
    own = own_words(article.language)
    label = element("span", {"id": name, "class": "label", **own}, text(chapter.label))
    at = element("span", {"class": "at"}, text(clock(chapter.begin_ms)))
    length = element(
        "time", {"datetime": iso_duration(chapter.duration_ms)}, text(clock(chapter.duration_ms))
    )
    hidden = element("span", {"class": "unseen"}, text("starts at "))
    hidden_too = element("span", {"class": "unseen"}, text(", lasts "))
    times = element("span", {"class": "times"}, hidden, at, hidden_too, length)
    parts = [label, Markup(" "), times]
    file = section_audio(article, chapter)
    if has_own and file:
        captions = article.section_captions(chapter, "vtt")
        parts.append(_audio(file, name, captions, article.language))
    return element("li", {"class": f"level-{min(chapter.level, 4)}"}, *parts)


def _audio(file: BuiltFile, named_by: str, captions: BuiltFile | None, language: str) -> Markup:
    """Nothing is loaded before someone plays it; captions are for players that show them."""
    inside = [element("source", {"src": quote(file.path), "type": media_type(file)})]
    if captions:
        track = {"kind": "captions", "src": quote(captions.path), "srclang": language}
        inside.append(element("track", track))
    shown = {"controls": "", "preload": "none", "aria-labelledby": named_by}
    return element("audio", shown, *inside)
