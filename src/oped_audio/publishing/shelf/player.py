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
    items = [_chapter(article, chapter, whole) for chapter in article.chapters]
    yield element("ol", {"class": "contents", "aria-labelledby": "contents"}, lines(items))


def _chapter(article: BuiltArticle, chapter: Chapter, whole: BuiltFile | None) -> Markup:
    """When it begins, what it is called and how long it is; and its sound, if it stands alone."""
    name = f"section-{chapter.id}"
    own = own_words(article.language)
    label = text(chapter.label)
    if article.read_along:
        label = element("a", {"href": f"{article.read_along}#{quote(chapter.id)}"}, label)
    elif whole:
        at = f"{quote(whole.path)}#t={chapter.begin_ms / 1000:g}"
        label = element("a", {"href": at, "data-at": str(chapter.begin_ms)}, label)
    begin = element("span", {"class": "at"}, _unseen("At "), text(clock(chapter.begin_ms)))
    length = element(
        "time", {"datetime": iso_duration(chapter.duration_ms)}, text(clock(chapter.duration_ms))
    )
    parts = [
        begin,
        Markup(" "),
        element("span", {"id": name, "class": "label", **own}, label),
        element("span", {"class": "lasts"}, _unseen(", lasts "), length),
    ]
    file = section_audio(article, chapter)
    if file and not whole and not article.read_along:
        captions = article.section_captions(chapter, "vtt")
        parts.append(_audio(file, name, captions, article.language))
    return element("li", {"class": f"level-{min(chapter.level, 4)}"}, *parts)


def _unseen(words: str) -> Markup:
    """For who cannot see the columns."""
    return element("span", {"class": "unseen"}, text(words))


def _audio(file: BuiltFile, named_by: str, captions: BuiltFile | None, language: str) -> Markup:
    """Nothing is loaded before someone plays it; captions are for players that show them."""
    inside = [element("source", {"src": quote(file.path), "type": media_type(file)})]
    if captions:
        track = {"kind": "captions", "src": quote(captions.path), "srclang": language}
        inside.append(element("track", track))
    shown = {"controls": "", "preload": "none", "aria-labelledby": named_by}
    return element("audio", shown, *inside)
