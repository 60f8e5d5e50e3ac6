"""A whole web page -> which of its elements are the article, its title and what names its author.

Where markup says what the article is, it is believed; trafilatura is asked about pages that do not.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oped_audio.reading.draft import PieceKind
from oped_audio.reading.html.tree import classes_of, name_of, text_of, types_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEAST_PROSE = 60
"""Characters that make a paragraph prose, not a label."""
_ENOUGH = 0.8
"""Of a page's prose, that an element must hold to be its article."""
_BODY = re.compile(
    r"(?:^|[-_])(?:article|story|entry|post)[-_]?(?:body|content|text|copy)|^(?:mw-parser-output)$"
)
_FURNITURE = frozenset(
    word
    for line in (
        "related share sharing shares social newsletter newsletters subscribe",
        "subscription signup promo promoted promotion advert advertisement advertising",
        "ads adslot banner comments comment disqus respond breadcrumb breadcrumbs cookie",
        "cookies consent recommended recommendations recommendation recirculation popular",
        "trending teaser teasers outbrain taboola toolbar pagination menu navigation nav",
        "skip paywall donate donation sidebar readmore widget tags tagcloud sponsored",
        "mostread infobox toc editsection navbox",
    )
    for word in line.split()
)
_PAGE = frozenset(("nav", "header", "footer", "aside"))
_ROLES: tuple[tuple[PieceKind, re.Pattern[str]], ...] = (
    ("byline", re.compile(r"^(?:by-?line|author|article-author|authors|byline__?name"
                          r"|auteur|autor|autorin|autora)$")),
    ("dateline", re.compile(r"^(?:date-?line|pub-?date|published|publish-?date|entry-date|"
                            r"article-date|date-published|timestamp|posted-on)$")),
    ("standfirst", re.compile(r"^(?:stand-?first|dek|deck|sub-?head(?:line)?|sub-?title|"
                              r"article-?(?:summary|intro|dek|subtitle)|lead-?in|summary|strapline"
                              r"|chap[oôeau]+|accroche|entradilla|bajada|sumario|vorspann|unterzeile)$")),
    ("kicker", re.compile(r"^(?:kicker|eyebrow|overline|rubric|article-section|section-label"
                          r"|rubrique|surtitre|antet[ií]tulo|dachzeile|spitzmarke)$")),
)  # fmt: skip
_PUBLISHED = re.compile(r"publish|entry-date|pubdate|^$", re.IGNORECASE)
_ITEMPROPS: dict[str, PieceKind] = {
    "author": "byline",
    "datepublished": "dateline",
    "alternativeheadline": "standfirst",
    "description": "standfirst",
    "articlesection": "kicker",
}


@dataclass(frozen=True, slots=True)
class Page:
    """The answers that the walk through a page needs."""

    reason_out: Callable[["_Element"], str | None]
    kind_of: Callable[["_Element"], PieceKind | None]


def find_article(body: "_Element") -> Page:
    """What of a page's body is the article; all of it if the page is nothing else."""
    article = _article(body)
    inside = set(article.iter("*"))
    headline = _headline(body, article, inside)
    front = _front(body, article, headline) if headline is not None else {}
    for node in article.iter("*"):
        kind = role_of(node)
        if kind and not _is_in(node, front) and len(text_of(node)) < 600:
            front[node] = kind
    shown = {
        article,
        *front,
        *_lead_figures(body, article, headline),
        *([] if headline is None else [headline]),
    }
    leading = {above for node in shown for above in node.iterancestors()}
    large = len(text_of(article)) / 2

    def reason_out(element: "_Element") -> str | None:
        if element in inside:
            return None if element is article else _furniture(element, front, leading, large)
        if element in shown or element in leading or _is_in(element, shown):
            return None
        return "is outside the article"

    return Page(reason_out, front.get)


def role_of(element: "_Element") -> PieceKind | None:
    """What attributes say of a short part of the page's head."""
    if name_of(element) in {"body", "main", "article", "a", "img", "figure", "h1"}:
        return None
    if name_of(element) == "time":
        return "dateline" if _PUBLISHED.search(element.get("class") or "published") else None
    said = element.get("itemprop")
    if said and said.lower() in _ITEMPROPS and name_of(element) != "meta":
        return _ITEMPROPS[said.lower()]
    if "subtitle" in types_of(element):
        return "standfirst"
    classes = {name.split("__")[-1].strip("_") for name in classes_of(element)} | classes_of(
        element
    )
    for kind, pattern in _ROLES:
        if any(pattern.match(name) for name in classes):
            return kind
    return None


def _article(body: "_Element") -> "_Element":
    prose = {node: _prose(node) for node in body.iter("*") if name_of(node) == "p"}
    if not any(name_of(node) in _PAGE or name_of(node) == "script" for node in body.iter("*")):
        return body
    weights: dict[_Element, int] = {}
    for paragraph, weight in prose.items():
        for above in paragraph.iterancestors():
            weights[above] = weights.get(above, 0) + weight
    marked = [node for node in body.iter("*") if _says_article(node)]
    best = max((weights.get(node, 0) for node in marked), default=0)
    total = weights.get(body, 0)
    if best and best >= total * (1 - _ENOUGH):
        enough = [node for node in marked if weights.get(node, 0) >= best * _ENOUGH]
        return enough[-1]
    found = _extracted(body, prose)
    return found if found is not None else body


def _says_article(node: "_Element") -> bool:
    return (
        name_of(node) in {"article", "main"}
        or (node.get("itemprop") or "").lower() == "articlebody"
        or bool(types_of(node) & {"main", "article"})
        or any(_BODY.search(name) for name in classes_of(node))
    )


def _prose(paragraph: "_Element") -> int:
    """Characters of a paragraph that are not links."""
    linked = sum(len(text_of(link)) for link in paragraph.iter("{*}a", "a"))
    size = len(text_of(paragraph)) - linked
    return size if size >= _LEAST_PROSE else 0


def _extracted(body: "_Element", prose: dict["_Element", int]) -> "_Element | None":
    """The smallest element that holds most of what trafilatura takes for the article."""
    import trafilatura
    from lxml import html

    try:
        page = html.fromstring(html.tostring(body.getroottree(), encoding="unicode"))
        text = trafilatura.extract(page, favor_recall=True, include_comments=False) or ""
    except Exception:  # noqa: BLE001 - it raises whatever its parts do; the page is then one piece
        return None
    lines = {" ".join(line.split()) for line in text.splitlines()}
    kept = {node: weight for node, weight in prose.items() if weight and text_of(node) in lines}
    weights: dict[_Element, int] = {}
    for node, weight in kept.items():
        for above in node.iterancestors():
            weights[above] = weights.get(above, 0) + weight
    whole = sum(kept.values())
    enough = [node for node in body.iter("*") if whole and weights.get(node, 0) >= whole * _ENOUGH]
    return enough[-1] if enough else None


def _headline(body: "_Element", article: "_Element", inside: set["_Element"]) -> "_Element | None":
    """The page's one ``h1``, if it stands before the article or in it."""
    headings = [node for node in body.iter("*") if name_of(node) == "h1" and text_of(node)]
    if any(node in inside for node in headings):
        return None
    order = {node: number for number, node in enumerate(body.iter("*"))}
    before = [node for node in headings if order[node] < order.get(article, 0)]
    return before[-1] if before else None


def _front(
    body: "_Element", article: "_Element", headline: "_Element"
) -> dict["_Element", PieceKind]:
    """Standfirst, byline and so on between the headline's surroundings and the article."""
    around = set(article.iterancestors())
    common = next((node for node in headline.iterancestors() if node in around), body)
    found: dict[_Element, PieceKind] = {}
    for node in common.iter("*"):
        if node is article:
            break
        kind = role_of(node)
        if kind and not _is_in(node, found) and 0 < len(text_of(node)) < 600:
            found[node] = kind
    return found


def _lead_figures(
    body: "_Element", article: "_Element", headline: "_Element | None"
) -> list["_Element"]:
    """Pictures between the headline and an article whose element holds only its text."""
    if headline is None:
        return []
    around = set(article.iterancestors())
    common = next((node for node in headline.iterancestors() if node in around), body)
    order = {node: number for number, node in enumerate(common.iter("*"))}
    return [
        node
        for node in common.iter("{*}figure", "figure")
        if order[headline] < order[node] < order[article]
        and not any(
            name_of(above) in {"nav", "aside"} or words_of(above) & _FURNITURE
            for above in (node, *node.iterancestors())
            if above in order and above is not common
        )
    ]


def _is_in(element: "_Element", others: Iterable["_Element"]) -> bool:
    among = others if isinstance(others, (set, dict)) else set(others)
    return any(above in among for above in element.iterancestors())


def _furniture(
    element: "_Element",
    front: dict["_Element", PieceKind],
    leading: set["_Element"],
    large: float,
) -> str | None:
    """Why something within the article's element is no part of it."""
    if element in front or name_of(element) in {"html", "body"}:
        return None
    found = sorted(words_of(element) & _FURNITURE)
    is_aside = name_of(element) in {"aside", "footer"} or "complementary" in types_of(element)
    if not found and not is_aside:
        return None
    text = text_of(element)
    if len(text) > large or element in leading:
        return None
    if found:
        return f"is page furniture ({found[0]})"
    pulled = any("pull" in name or "quote" in name for name in classes_of(element))
    if pulled or types_of(element) & {"footnote", "footnotes", "endnotes", "pullquote", "note"}:
        return None
    prose = sum(_prose(node) for node in element.iter("{*}p", "p"))
    return None if prose > _LEAST_PROSE else f"stands in an {name_of(element)} of the page"
