"""Article -> its page on the shelf: to listen, to download, and what it offers to whom. Pure."""

from collections.abc import Iterator
from urllib.parse import quote

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, OnShelf, place_of
from oped_audio.publishing.cover import HEIGHT, WIDTH
from oped_audio.publishing.epub.claims import Claims
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.statement import Line, parts, wording
from oped_audio.publishing.shelf.dates import day
from oped_audio.publishing.shelf.frame import Frame, own_words, picture
from oped_audio.publishing.shelf.json_ld import json_ld
from oped_audio.publishing.shelf.media import downloads, in_words, iso_duration, one_file_audio
from oped_audio.publishing.shelf.player import player

_AUDIO_ONLY = "Prerecorded audio only"
"""The display guide's words for what has no text."""
_WEB = ("https://", "http://")


def write(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``index.html``."""
    article, settings = item.article, item.settings
    frame = Frame(
        title=f"{article.title} – {settings.title}",
        path=place_of(article),
        description=article.description or article.title,
        settings=settings,
        extra=(json_ld(article, settings),),
        script=one_file_audio(article) is not None,
    )
    yield OutputFile("index.html", frame.page(_body(article, frame)))


def _body(article: BuiltArticle, frame: Frame) -> Iterator[Markup]:
    back = element("a", {"href": f"{frame.root}index.html"}, text(frame.settings.title))
    yield element("nav", {"aria-label": "Site", "class": "back"}, back)
    yield element("main", {"class": "article"}, lines(_main(article)))


def _main(article: BuiltArticle) -> Iterator[Markup]:
    cover = picture("cover.jpg", WIDTH, HEIGHT, is_late=False)
    told = element("div", {}, lines(_title(article)))
    yield element("header", {"class": "title"}, cover, told)
    yield _part("listen", "Listen", player(article))
    offered = list(_downloads(article))
    if offered:
        yield _part("downloads", "Download", iter(offered))
    yield _part("accessibility", "Accessibility", _accessibility(article))
    about = list(_about(article))
    if about:
        yield _part("about", "About this edition", iter([element("dl", {}, lines(about))]))


def _part(name: str, heading: str, content: Iterator[Markup]) -> Markup:
    title = element("h2", {"id": name}, text(heading))
    return element("section", {"aria-labelledby": name}, lines([title, *content]))


def _title(article: BuiltArticle) -> Iterator[Markup]:
    own = own_words(article.language)
    yield element("h1", own, text(article.title))
    if article.author:
        name = element("span", {"dir": "auto"}, text(article.author))
        yield element("p", {"class": "by"}, Markup(f"By {name}"))
    if article.description:
        yield element("p", {"class": "about", **own}, text(article.description))
    facts = []
    if article.date:
        facts.append(element("time", {"datetime": article.date}, text(day(article.date))))
    length = text(in_words(article.duration_ms))
    facts.append(element("time", {"datetime": iso_duration(article.duration_ms)}, length))
    if article.publisher:
        facts.append(element("span", {"dir": "auto"}, text(article.publisher)))
    yield element("p", {"class": "quiet"}, Markup(" · ".join(facts)))


def _downloads(article: BuiltArticle) -> Iterator[Markup]:
    items = []
    for download in downloads(article):
        attributes = {
            "href": quote(download.file.path),
            "type": download.media_type,
            "download": "",
        }
        items.append(element("li", {}, element("a", attributes, text(download.label))))
    if items:
        yield element("ul", {"class": "downloads"}, lines(items))


def _accessibility(article: BuiltArticle) -> Iterator[Markup]:
    """As the W3C's Accessibility Metadata Display Guide 2.0 has it, in English."""
    words = wording("en").words
    claimed = article.accessibility
    if article.only("epub", "epub") is None:
        yield _claims(words["ways"], [(_AUDIO_ONLY, None)])
        return
    if claimed is None:
        yield element("p", {}, text(words["no_information"]))
        return
    facts = Claims(
        claimed.modes,
        claimed.sufficient,
        claimed.features,
        claimed.hazards,
        claimed.conforms_to,
    )
    yield element("p", {"class": "quiet"}, text("This is what the EPUB offers."))
    for heading, told in parts(wording("en"), claimed, facts):
        yield _claims(words[heading], told)
    summary = element("p", own_words(claimed.summary_language), text(claimed.summary))
    yield element("h3", {}, text(words["summary"]))
    yield summary
    if article.only("epub", "html"):
        link = element("a", {"href": "accessibility.html"}, text("The book's own statement"))
        yield element("p", {}, link)


def _claims(heading: str, told: list[Line]) -> Markup:
    items = [
        element("li", {}, element("a", {"href": address}, text(line)) if address else text(line))
        for line, address in told
    ]
    return lines([element("h3", {}, text(heading)), element("ul", {}, lines(items))])


def _about(article: BuiltArticle) -> Iterator[Markup]:
    own = own_words(article.language)
    if article.narrators:
        names = [element("dd", own, text(narrator)) for narrator in article.narrators]
        yield lines([element("dt", {}, text("Read by")), *names])
    if article.published_at:
        where = text(article.published_at)
        if article.published_at.startswith(_WEB):
            where = element("a", {"href": article.published_at}, where)
        yield lines([element("dt", {}, text("First published")), element("dd", {}, where)])
    if article.rights:
        yield lines([element("dt", {}, text("Rights")), element("dd", own, text(article.rights))])
