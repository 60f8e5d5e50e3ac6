"""A Markdown text, with front matter if it has some -> Draft.

CommonMark with tables, footnotes, definition lists, subscripts and strikethrough; HTML in it is
read as HTML.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from oped_audio.errors import UnreadableFileError
from oped_audio.model.toml import TomlError, toml
from oped_audio.reading.draft import Draft, Facts
from oped_audio.reading.encoding import decode
from oped_audio.reading.html.elements import pieces
from oped_audio.reading.html.facts import joined, w3c_date
from oped_audio.reading.html.notes import tied
from oped_audio.reading.html.open_picture import opener
from oped_audio.reading.html.page import parse_text
from oped_audio.reading.html.surroundings import Surroundings
from oped_audio.reading.html.tree import name_of
from oped_audio.reading.normalise import normalise
from oped_audio.reading.paragraphs import breaks_are_meant
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_KIND = "a Markdown text"
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)(?:^|\n)(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LONGEST_MATTER = 100_000
"""Characters."""
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "kicker": ("kicker", "rubric"),
    "standfirst": ("standfirst", "subtitle", "dek", "deck", "description", "summary"),
    "byline": ("author", "authors", "byline", "creator"),
    "language": ("lang", "language"),
    "date": ("date", "published", "publishdate", "pubdate"),
    "publisher": ("publisher", "publication"),
    "rights": ("rights", "copyright", "license", "licence"),
    "source": ("source", "canonical", "canonical_url", "url", "link"),
}
_NESTING = 100
_ENDLESS = 10_000
"""Characters of a line where the paragraphs are not wrapped: none is full."""


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Draft:
    """The article. Raises NotTextError, UnreadableFileError."""
    text = normalise(decode(source.content, source.name))
    matter, body, line = _split(text)
    facts = _facts(_matter(*matter, source.name)) if matter else Facts()
    root = parse_text(_html(body, line), source.name)
    around = Surroundings(
        name=source.name,
        pictures=pictures,
        open_picture=opener(source, pictures),
        language=settings.language or facts.language,
        address=source.address,
    )
    element = next((node for node in root if name_of(node) == "body"), root)
    found, findings = pieces(element, around)
    return Draft(tied(found), facts, tuple(findings))


def _split(text: str) -> tuple[tuple[str, str] | None, str, int]:
    """The front matter with its fence, the rest, and the line on which the rest begins."""
    found = _FENCE.match(text)
    if not found or len(found[2]) > _LONGEST_MATTER:
        return None, text, 1
    is_yaml = found[1] == "---"
    if is_yaml and not re.search(r"^\s*[\w-]+\s*:", found[2], re.MULTILINE):
        return None, text, 1
    return (found[1], found[2]), text[found.end() :], text[: found.end()].count("\n") + 1


def _html(body: str, line: int) -> str:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.subscript import sub_plugin

    options = {"html": True, "maxNesting": _NESTING}
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(sub_plugin)
    tokens = parser.parse(body)
    _mark_verse(tokens)
    for token in tokens:
        if token.map and token.nesting >= 0 and token.tag:
            token.attrSet("data-line", str(token.map[0] + line))
    html = parser.renderer.render(tokens, parser.options, {})
    return f"<!DOCTYPE html><html><body>{html}</body></html>"


def _mark_verse(tokens: "Sequence[Token]") -> None:
    """The lines of a poem in a block quote end where its author ends them, without a mark too."""
    quoted: list[Token] = []
    depth = wrapped = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline" and "\n" in token.content:
            quoted += [token] if depth else []
            wrapped += not depth
    for token in quoted:
        lines = [line.strip() for line in token.content.split("\n")]
        if all(lines) and breaks_are_meant(lines, 0 if wrapped else _ENDLESS):
            for child in token.children or ():
                if child.type == "softbreak":
                    child.type, child.tag = "hardbreak", "br"


def _matter(fence: str, text: str, name: str) -> Mapping[str, Any]:
    """The front matter's values by their names in lower case. Raises UnreadableFileError."""
    try:
        values = _yaml(text) if fence == "---" else _toml(text)
    except _MatterError as error:
        advice = "mend it, or take it out"
        raise UnreadableFileError(name, _KIND, f"its front matter: {error}", advice) from None
    return {str(key).lower(): value for key, value in values.items()}


class _MatterError(Exception):
    """What is wrong with front matter, and where."""


def _yaml(text: str) -> Mapping[str, Any]:
    import yaml

    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise _MatterError("aliases (*name) are not read")
        values = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise _MatterError(f"line {line}, {error.problem or 'it is no YAML'}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _MatterError("it is no YAML") from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise _MatterError("it is not a list of names and values")
    return values


def _toml(text: str) -> Mapping[str, Any]:
    try:
        return toml(text)
    except TomlError as error:
        raise _MatterError(f"it is no TOML: {error}") from error


def _facts(values: Mapping[str, Any]) -> Facts:
    """What is known of the article; other names are for other programs."""
    said = {
        name: next((values[key] for key in keys if values.get(key) not in (None, "", [])), None)
        for name, keys in _KEYS.items()
    }
    texts = {name: _text(value) for name, value in said.items()}
    language = (texts["language"] or "").replace("_", "-") or None
    facts = Facts(
        title=texts["title"],
        kicker=texts["kicker"],
        standfirst=texts["standfirst"],
        byline=joined(_names(said["byline"]), language),
        language=language,
        date=w3c_date(texts["date"]),
        publisher=texts["publisher"],
        rights=texts["rights"],
    )
    source = texts["source"]
    return replace(facts, source=source) if source and "://" in source else facts


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return _text(value[0]) if value else None
    if isinstance(value, (str, int, float, date)) and not isinstance(value, bool):
        return " ".join(str(value).split()) or None
    return None


def _names(value: Any) -> list[str]:
    """Of one author, of several, or of several that are described."""
    people = value if isinstance(value, list) else [value]
    names = [_text(p.get("name") if isinstance(p, dict) else p) for p in people]
    return [re.sub(r"^by\s+", "", name, flags=re.IGNORECASE) for name in names if name]
