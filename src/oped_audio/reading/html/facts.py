"""What a web page says of itself, in JSON-LD, Open Graph, meta elements -> Facts. Pure."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from oped_audio.model.language import primary
from oped_audio.reading.draft import Facts
from oped_audio.reading.html.tree import language_of, text_of
from oped_audio.reading.normalise import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLES = re.compile(r"(?:^|/)(?:\w*Article|BlogPosting|Report|Review|CreativeWork|OpEd)$")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d])")
_DEEPEST = 6
_MOST_NODES = 2000
_PUBLISHED = re.compile(r"publish|pubdate|entry-date|dateline", re.IGNORECASE)
_SITE = re.compile(r"\s+[|·•–—»-]\s+")


def read_facts(root: "_Element", address: str | None) -> Facts:
    """JSON-LD outweighs Open Graph, which outweighs other meta elements, which outweigh titles."""
    said = _said(root)
    about = next(iter(_articles(root)), {})
    site = _text(_of(about.get("publisher"), "name")) or said.get("og:site_name")
    language = language_of(root) or _first(said, "content-language", "og:locale", "dc.language")
    language = (language or _text(about.get("inLanguage")) or "").replace("_", "-") or None
    names = _authors(about.get("author")) or _authors(about.get("creator"))
    names = names or _meta_authors(root)
    return Facts(
        title=_title(root, about, said, site),
        standfirst=None,
        byline=joined(names, language),
        language=language,
        date=w3c_date(
            _text(about.get("datePublished"))
            or _first(said, "article:published_time", "citation_publication_date", "dc.date",
                      "dc.date.issued", "dcterms.date", "date", "pubdate", "parsely-pub-date")
            or _time(root)
        ),
        publisher=site or _first(said, "dc.publisher", "citation_publisher"),
        rights=_text(about.get("copyrightNotice"))
        or _first(said, "dc.rights", "dcterms.rights", "copyright"),
        source=_canonical(root, said, address),
    )  # fmt: skip


def joined(names: list[str], language: str | None) -> str | None:
    """The authors as a byline says them."""
    if len(names) > 1 and primary(language or "en") == "en":
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return ", ".join(names) or None


def w3c_date(text: str | None) -> str | None:
    """``2026``, ``2026-01`` or ``2026-01-05`` at the start of a text."""
    found = _DATE.match((text or "").strip().replace("/", "-"))
    if not found:
        return None
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= 12:
        return year
    return "-".join(
        part for part in (year, month, day if day and 1 <= int(day) <= 31 else None) if part
    )


def _said(root: "_Element") -> dict[str, str]:
    """The first content of each meta element, by its name in lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("{*}meta", "meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv")
        content = _clean(meta.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(said: dict[str, str], *names: str) -> str | None:
    return next((said[name] for name in names if said.get(name)), None)


def _clean(text: str) -> str:
    """On one line; entities that were escaped twice are resolved."""
    return " ".join(normalise(unescape(text)).split())[:1000]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_text, value[:5])), None)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value"))
    return _clean(value) or None if isinstance(value, str) else None


def _of(value: Any, name: str) -> Any:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get(name) if isinstance(value, dict) else value


def _articles(root: "_Element") -> Iterator[dict[str, Any]]:
    for script in root.iter("{*}script", "script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nodes(data)


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Articles among all objects within, the outermost first."""
    waiting = [(data, 0)]
    for number, (value, depth) in enumerate(waiting):
        if number > _MOST_NODES or depth > _DEEPEST:
            return
        if isinstance(value, dict):
            kinds = value.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in kinds):
                yield value
            waiting += [(inner, depth + 1) for inner in value.values()]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in value]


def _authors(value: Any) -> list[str]:
    people = value if isinstance(value, list) else [value]
    names = [_text(person) for person in people]
    return [_name(name) for name in dict.fromkeys(names) if name and _is_name(name)]


def _meta_authors(root: "_Element") -> list[str]:
    for wanted in ("author", "article:author", "dc.creator", "citation_author", "byl"):
        found = [
            _clean(meta.get("content") or "")
            for meta in root.iter("{*}meta", "meta")
            if (meta.get("name") or meta.get("property") or "").lower() == wanted
        ]
        names = [_name(name) for name in dict.fromkeys(found) if _is_name(name)]
        if names:
            return names
    return []


def _is_name(name: str) -> bool:
    return 0 < len(name) < 200 and "://" not in name and "@" not in name


def _name(name: str) -> str:
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)


def _title(
    root: "_Element", about: dict[str, Any], said: dict[str, str], site: str | None
) -> str | None:
    title = next((text_of(node) for node in root.iter("{*}title", "title")), "")
    headings = [text_of(node) for node in root.iter("{*}h1", "h1")]
    candidates = [_text(about.get("headline")), said.get("og:title"), said.get("twitter:title")]
    candidates += [_first(said, "dc.title", "citation_title"), _clean(title)]
    found = [_without_site(candidate, site, headings) for candidate in candidates if candidate]
    shown = {_plain(heading): _clean(heading) for heading in headings}
    for candidate in found:
        if _plain(candidate) in shown:
            return shown[_plain(candidate)]
    if len(headings) == 1 and headings[0]:
        return _clean(headings[0])
    return found[0] if found else None


def _without_site(title: str, site: str | None, headings: list[str]) -> str:
    """``Storks are back | The Paper`` -> ``Storks are back``."""
    parts = _SITE.split(title)
    if len(parts) == 1:
        return title
    first = title[: title.rindex(parts[-1])].rstrip(" |·•–—»-")
    named = site and _plain(parts[-1]) == _plain(site)
    return first if named or any(_plain(first) == _plain(h) for h in headings) else title


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _time(root: "_Element") -> str | None:
    for node in root.iter("{*}time", "time"):
        date = node.get("datetime")
        said = " ".join(node.get(name) or "" for name in ("itemprop", "pubdate", "class"))
        if date and _PUBLISHED.search(said):
            return str(date)
    return None


def _canonical(root: "_Element", said: dict[str, str], address: str | None) -> str | None:
    links = [
        node.get("href")
        for node in root.iter("{*}link", "link")
        if "canonical" in (node.get("rel") or "").lower().split()
    ]
    for found in [*links, said.get("og:url"), address]:
        full = urljoin(address or "", (found or "").strip())
        if re.match(r"https?://[^\s<>\"]+$", full):
            return str(full)
    return None
