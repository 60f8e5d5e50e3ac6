"""Names, attributes and text -> HTML in which text stays text, whatever is in it. Pure."""

from collections.abc import Iterable
from html import escape

_VOID = frozenset(("input", "link", "meta", "br", "hr"))
_UNSEEN = dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F), "\N{REPLACEMENT CHARACTER}")


class Html(str):
    """A piece of HTML; every other ``str`` is text."""

    __slots__ = ()


Child = Html | str | None
Attribute = str | bool | int | None


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """``<name …>children</name>``.

    ``class_`` is class, ``for_`` is for, ``aria_label`` is aria-label. None and False are left out,
    True is an attribute without a value.
    """
    opening = name
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        opening += f" {key.rstrip('_').replace('_', '-')}"
        opening += "" if value is True else f'="{escape(_seen(str(value)))}"'
    if name in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{joined(children)}</{name}>")


def joined(children: Iterable[Child], between: str = "") -> Html:
    """One after the other; text is escaped."""
    return Html(between.join(_html(child) for child in children if child is not None))


def _html(child: Html | str) -> str:
    return child if isinstance(child, Html) else escape(_seen(child), quote=False)


def _seen(text: str) -> str:
    return text.encode("utf-8", "replace").decode().translate(_UNSEEN)


def hidden(text: str) -> Html:
    """Words for those who hear the page."""
    return tag("span", text, class_="heard")


def words(text: str, language: str, direction: str) -> Html:
    """Words of an article, which turn nothing around them round."""
    return tag("bdi", " ".join(text.split()), lang=language, dir=direction)


def field(name: str, value: str) -> Html:
    """What a form brings along."""
    return tag("input", type="hidden", name=name, value=value)


def button(label: Child, *more: Child, **attributes: Attribute) -> Html:
    """A button that sends its form."""
    return tag("button", label, *more, **{"type": "submit", **attributes})
