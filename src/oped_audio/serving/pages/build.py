"""A build, if there is one -> the page on which it is started and followed. Pure."""

from collections.abc import Sequence

from oped_audio.serving.building import News, State
from oped_audio.serving.pages.frame import Place, Told, frame
from oped_audio.serving.pages.markup import Child, Html, button, tag

_LINKS = (
    ("epub", "The EPUB"),
    ("report.html", "The report"),
    ("accessibility.html", "What the book offers to whom"),
)


def build_page(
    place: Place, state: State | None, news: Sequence[News], files: Sequence[str], told: Told
) -> Html:
    """The page; ``state`` is None where nothing was built since the server was started."""
    running = state == "running"
    last = news[-1] if news else News("", 0, 0)
    start = tag(
        "form",
        button("Build the book", id="build", aria_disabled="true" if running else None),
        method="post",
        action=place.url("build"),
    )
    stop = tag(
        "form",
        button("Stop", id="stop", aria_disabled=None if running else "true"),
        method="post",
        action=place.url("stop"),
    )
    return frame(
        "Build",
        place,
        told,
        tag("h1", "Build"),
        tag("div", start, stop, class_="tools"),
        _progress(place, running, last) if news or running else None,
        _log(news),
        _book(place, files) if not running else None,
    )


def _progress(place: Place, running: bool, last: News) -> Html:
    return tag(
        "p",
        tag("label", "Sentences narrated ", for_="progress"),
        tag("progress", value=last.done, max=max(last.total, 1), id="progress"),
        tag("span", f" {last.done} of {last.total}", id="progress-told"),
        id="progress-line",
        data_events=place.url("events") if running else None,
    )


def _log(news: Sequence[News]) -> Html | None:
    said = [one for one in news if one.message]
    items = [tag("li", one.message, class_=one.state) for one in said]
    return tag("ol", *items, id="log", class_="plain")


def _book(place: Place, files: Sequence[str]) -> Html | None:
    if not files:
        return tag("p", "There is no book of this article yet.", class_="quiet")
    links: list[Child] = []
    if place.has_read_along:
        href = place.url("book/read-along/index.html")
        links.append(tag("li", tag("a", "The book to read along", href=href)))
    for ending, name in _LINKS:
        links += [
            tag("li", tag("a", name, href=place.url(f"book/{file}")))
            for file in files
            if file.endswith(ending)
        ]
    return tag("section", tag("h2", "The book as it was last built"), tag("ul", *links))
