"""Head and body -> a whole page of the shelf, which asks nothing of any other host. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.shelf.opds1 import CATALOGUE as OPDS_1
from oped_audio.publishing.shelf.opds1 import MEDIA_TYPE as OPDS_1_TYPE
from oped_audio.publishing.shelf.opds2 import CATALOGUE as OPDS_2
from oped_audio.publishing.shelf.opds2 import MEDIA_TYPE as OPDS_2_TYPE
from oped_audio.publishing.shelf.podcast import FEED
from oped_audio.publishing.shelf.podcast import MEDIA_TYPE as FEED_TYPE

_LANGUAGE = "en"
"""Of all that the shelf itself says."""

_OWN = "'self' file:"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src {_OWN}" for kind in ("script", "style", "img", "media")),
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing but what lies in the site; ``file:`` means something on pages from a disk only."""

FEEDS = (
    (OPDS_2, OPDS_2_TYPE, "OPDS 2.0 catalogue"),
    (OPDS_1, OPDS_1_TYPE, "OPDS 1.2 catalogue"),
    (FEED, FEED_TYPE, "Podcast"),
)
"""What one can subscribe to: path, media type and name."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands in the head of a page."""

    title: str
    path: str
    """Of the page in the site: empty for the first, otherwise with a slash at the end."""
    description: str
    settings: ShelfSettings
    extra: tuple[Markup, ...] = ()
    script: bool = False

    @property
    def root(self) -> str:
        """From this page to the root of the site."""
        return "../" * self.path.count("/")

    def page(self, parts: Iterable[Markup]) -> bytes:
        """The file; ``parts`` are what stands in the body."""
        root = element(
            "html",
            {"lang": _LANGUAGE, "dir": "ltr"},
            element("head", {}, lines(self._head())),
            element("body", {}, lines(parts)),
        )
        return f"<!DOCTYPE html>\n{root}\n".encode()

    def _head(self) -> Iterable[Markup]:
        settings = self.settings
        yield element("meta", {"charset": "utf-8"})
        yield element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
        yield element("meta", {"name": "viewport", "content": "width=device-width"})
        yield element("title", {}, text(self.title))
        yield element("meta", {"name": "description", "content": self.description})
        icon = {"rel": "icon", "href": f"{self.root}shelf.svg", "type": "image/svg+xml"}
        yield element("link", icon)
        yield element("link", {"rel": "stylesheet", "href": f"{self.root}shelf.css"})
        if settings.base_url:
            address = settings.url(self.path)
            yield element("link", {"rel": "canonical", "href": address})
            for path, kind, name in FEEDS:
                attributes = {"rel": "alternate", "type": kind, "title": name}
                yield element("link", {**attributes, "href": settings.url(path)})
        yield from self.extra
        if self.script:
            source = {"src": f"{self.root}shelf.js", "defer": ""}
            yield element("script", source, Markup(""))


def picture(source: str, width: int, height: int, *, is_late: bool) -> Markup:
    """A cover; the title stands beside it, so that it needs no alternative."""
    loading = "lazy" if is_late else "eager"
    sizes = {"width": str(width), "height": str(height), "loading": loading}
    return element("img", {"src": source, "alt": "", **sizes})


def own_words(article_language: str) -> dict[str, str | None]:
    """Attributes for text of an article: its language and direction (WCAG 3.1.2)."""
    return {"lang": article_language, "dir": direction(article_language)}
