"""The style sheet: the highlight is legible in light and dark, and more than a colour."""

import re

import pytest

RULE = re.compile(r"(?<!img)\.-epub-media-overlay-active \{(.*?)\}", re.DOTALL)


@pytest.fixture(scope="module")
def rules(publication, opened):
    css = opened(publication, "sentence")["EPUB/styles/book.css"].decode()
    return [dict(re.findall(r"([\w-]+): ([^;]+);", rule)) for rule in RULE.findall(css)]


def luminance(colour):
    """WCAG 2.2, definition of relative luminance."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_text_stands_off_its_background(rules):
    assert len(rules) == 2
    for rule in rules:
        dark, light = sorted((luminance(rule["color"]), luminance(rule["background-color"])))
        assert (light + 0.05) / (dark + 0.05) >= 7


def test_the_highlight_is_underlined_and_moves_nothing(rules):
    assert rules[0]["text-decoration"] == "underline"
    moving = {"font-size", "font-weight", "font-style", "padding", "margin", "border"}
    assert not any(moving & rule.keys() for rule in rules)
