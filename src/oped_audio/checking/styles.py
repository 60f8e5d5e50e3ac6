"""A style sheet -> its rules with selectors and declarations; what it does not know it passes by.

Only what the audit asks is read: media queries by whether they are for dark or for light colours.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["any", "light", "dark", "other"]
Colour = tuple[float, float, float]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_SCHEME = re.compile(r"prefers-color-scheme\s*:\s*(light|dark)")
_SCREENS = re.compile(r"@media\s+(?:all|screen)\s*", re.IGNORECASE)
_MOST_DEEP = 20
_LONGEST_COLOUR = 100


@dataclass(frozen=True, slots=True)
class Style:
    """A rule of a style sheet."""

    selectors: tuple[str, ...]
    declarations: Mapping[str, str]
    scheme: Scheme


def styles(sheet: str) -> Iterator[Style]:
    """The rules of a sheet, in order, those in ``@media`` and ``@supports`` too."""
    waiting: list[str] = []
    text = ""
    for piece in re.split(r"([{};])", _COMMENT.sub(" ", sheet)):
        if piece == "{":
            if len(waiting) >= _MOST_DEEP:
                return
            waiting.append(text.strip())
            text = ""
        elif piece == "}":
            if waiting and not waiting[-1].startswith("@") and waiting[-1]:
                yield _style(waiting, text)
            if waiting:
                waiting.pop()
            text = ""
        elif piece == ";":
            at_rule = not waiting or waiting[-1].startswith("@")
            text = "" if at_rule else text + ";"
        else:
            text += piece


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour(value: str, behind: Colour) -> Colour | None:
    """A CSS colour over what is behind it, 0 to 255; None for what cannot be told."""
    from PIL import ImageColor

    written = value.strip().lower()
    if len(written) > _LONGEST_COLOUR:
        return None
    if written in {"transparent", "none"}:
        return behind
    modern = re.fullmatch(r"(rgb|hsl)a?\(\s*([^,/]+?)\s+([^,/]+?)\s+([^,/]+?)\s*\)", written)
    if modern:
        written = f"{modern[1]}({modern[2]},{modern[3]},{modern[4]})"
    with_alpha = re.fullmatch(r"rgba\((.+?),(.+?),(.+?),\s*([\d.]+)(%?)\s*\)", written)
    if with_alpha:
        written = f"rgb({with_alpha[1]},{with_alpha[2]},{with_alpha[3]})"
    try:
        found = ImageColor.getrgb(written.replace(" ", ""))
    except ValueError:
        return None
    share = 1.0 if len(found) < 4 else found[3] / 255
    if with_alpha:
        share = min(float(with_alpha[4]) / (100 if with_alpha[5] else 1), 1.0)
    mixed = [share * front + (1 - share) * back for front, back in zip(found, behind, strict=False)]
    return mixed[0], mixed[1], mixed[2]


def _style(around: Sequence[str], text: str) -> Style:
    declarations = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            declarations[name.strip().lower()] = _IMPORTANT.sub("", value.strip())
    selectors = tuple(selector.strip() for selector in around[-1].split(","))
    return Style(selectors, declarations, _scheme(around[:-1]))


def _scheme(around: Sequence[str]) -> Scheme:
    found: Scheme = "any"
    for rule in around:
        if scheme := _SCHEME.search(rule):
            found = "dark" if scheme[1] == "dark" else "light"
        elif rule.startswith("@media") and not _SCREENS.fullmatch(rule):
            return "other"
    return found


def _luminance(one: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in one)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
