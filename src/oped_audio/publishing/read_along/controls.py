"""Words -> the bar with the player, the settings and the help. All hidden until the script runs."""

from collections.abc import Iterable, Iterator

from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.read_along.words import Words

_RATES = (
    "0.5", "0.6", "0.7", "0.8", "0.9", "1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.75", "2", "2.25",
    "2.5", "2.75", "3",
)  # fmt: skip
_SLEEP_MINUTES = (5, 10, 15, 20, 30, 45, 60)
_KEYS = (
    (("Space", "K"), "key_toggle"),
    (("←", "J"), "key_back"),
    (("→", "L"), "key_next"),
    (("Shift ←", "Shift J"), "key_section_back"),
    (("Shift →", "Shift L"), "key_section_next"),
    (("-",), "key_slower"),
    (("+",), "key_faster"),
    (("0",), "key_normal"),
    (("H",), "key_here"),
    (("↑", "↓"), "key_choose"),
    (("Enter",), "key_play_from"),
    (("F",), "key_follow"),
    (("C",), "key_captions"),
    (("S",), "key_settings"),
    (("?",), "key_help"),
    (("Esc",), "key_close"),
)
"""As they are pressed where text runs from left to right."""
_TURNED = str.maketrans("←→", "→←")
_SHAPES = {
    "play": "M8 5v14l11-7z",
    "pause": "M7 5h4v14H7zM13 5h4v14h-4z",
    "back": "M15 6 9 12l6 6",
    "next": "M9 6l6 6-6 6",
    "section-back": "M18 6l-6 6 6 6M11 6l-6 6 6 6",
    "section-next": "M6 6l6 6-6 6M13 6l6 6-6 6",
    "captions": "M4 5h16v14H4zM7 13h5M14 13h3M7 16h3M12 16h5",
    "settings": "M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h9M17 17h3M15 15v4",
    "help": "M9 9a3 3 0 1 1 4.5 2.6c-.9.5-1.5 1.2-1.5 2.4M12 17.5v.5",
}
_MIRRORED = {"back", "next", "section-back", "section-next"}


def player(words: Words, around: str, seconds: int) -> Markup:
    """The bar; ``around`` is the page's language, ``seconds`` how long the article is."""
    place = element(
        "input",
        {
            "type": "range",
            "id": "place",
            "min": "0",
            "max": str(seconds),
            "value": "0",
            "aria-label": words["place"],
        },
    )
    about = element(
        "p",
        {"class": "about"},
        element("span", {"id": "where", "lang": around, "dir": "auto"}, text("")),
        element("span", {"id": "time"}, text("")),
    )
    moving = lines(
        (
            _button(words, "sectionBack", "section-back", "section_back"),
            _button(words, "back", "back", "back"),
            _button(words, "toggle", "play", "play", {"id": "play"}, further=("pause",)),
            _button(words, "next", "next", "next"),
            _button(words, "sectionNext", "section-next", "section_next"),
        )
    )
    more = lines(
        (
            _rates(words),
            _button(words, "captions", "captions", "captions", {"id": "captions"}),
            _button(words, "settings", "settings", "settings"),
            _button(words, "help", "help", "help"),
        )
    )
    follow = {"type": "button", "id": "follow", "data-does": "follow", "hidden": ""}
    parts = (
        element("button", follow, text(words["follow"])),
        element("p", {"id": "message", "aria-hidden": "true"}, text("")),
        element("p", {"id": "caption", "lang": around, "dir": "auto", "hidden": ""}, text("")),
        place,
        element(
            "div",
            {"class": "row"},
            about,
            element("div", {"class": "moving"}, moving),
            element("div", {"class": "more"}, more),
        ),
        element("p", {"id": "status", "class": "unseen", "role": "status"}, text("")),
        element("audio", {"preload": "none"}, text("")),
        element("audio", {"preload": "none"}, text("")),
    )
    attributes = {
        "id": "player",
        "aria-label": words["player"],
        **words.attributes(around),
        "tabindex": "-1",
        "hidden": "",
    }
    return element("section", attributes, lines(parts))


def _button(
    words: Words,
    does: str,
    shape: str,
    label: str,
    added: dict[str, str] | None = None,
    *,
    further: Iterable[str] = (),
) -> Markup:
    attributes = {
        "type": "button",
        "data-does": does,
        "aria-label": words[label],
        "title": words[label],
        **(added or {}),
    }
    return element("button", attributes, *(_icon(one) for one in (shape, *further)))


def _icon(name: str) -> Markup:
    style = f"{name} mirrored" if name in _MIRRORED else name
    path = element("path", {"d": _SHAPES[name]})
    attributes = {"viewBox": "0 0 24 24", "class": style, "aria-hidden": "true"}
    return element("svg", attributes, path)


def _rates(words: Words) -> Markup:
    options = (element("option", {"value": rate}, text(f"{rate} ×")) for rate in _RATES)
    attributes = {"id": "rate", "aria-label": words["speed"], "title": words["speed"]}
    return element("select", attributes, *options)


def settings(words: Words, around: str) -> Markup:
    """How it is read and how it looks."""
    listening = (
        *(_check(words, name, key) for name, key in (
            ("follow", "scroll_along"),
            ("captions", "show_captions"),
            ("keys", "letter_keys"),
        )),
        _sleep(words),
    )  # fmt: skip
    left_out = (
        _check(words, "skipCaptions", "skip_captions"),
        _check(words, "skipNotes", "skip_notes"),
        _check(words, "skipTables", "skip_tables"),
    )
    looks = (
        _range(words, "size", "text_size", (80, 300, 10)),
        _range(words, "line", "line_spacing", (120, 260, 10)),
        _range(words, "letter", "letter_spacing", (0, 30, 2)),
        _range(words, "gap", "word_spacing", (0, 60, 4)),
    )
    reset = element("button", {"type": "button", "id": "reset"}, text(words["reset"]))
    form = lines(
        (
            _radios(words, "highlight", ("sentence", "word", "both")),
            _group(words["listening"], listening),
            _group(words["leave_out"], left_out),
            _group(words["text"], looks),
            _radios(words, "font", ("serif", "sans", "easy")),
            _radios(words, "theme", ("auto", "light", "dark", "contrast")),
            element("p", {}, reset),
        )
    )
    return _dialog(words, around, "settings", element("form", {"id": "settings-form"}, form))


def _group(legend: str, parts: Iterable[Markup]) -> Markup:
    return element("fieldset", {}, lines((element("legend", {}, text(legend)), *parts)))


def _radios(words: Words, name: str, values: Iterable[str]) -> Markup:
    """The labels of the values are the words ``name_value``."""
    return _group(
        words[name],
        (
            element(
                "label",
                {"class": f"{name}-{value}"},
                element("input", {"type": "radio", "name": name, "value": value}),
                text(f" {words[f'{name}_{value}']}"),
            )
            for value in values
        ),
    )


def _check(words: Words, name: str, label: str) -> Markup:
    box = element("input", {"type": "checkbox", "name": name})
    return element("label", {}, box, text(f" {words[label]}"))


def _range(words: Words, name: str, label: str, bounds: tuple[int, int, int]) -> Markup:
    least, most, step = map(str, bounds)
    attributes = {"type": "range", "name": name, "id": f"set-{name}"}
    slider = element("input", {**attributes, "min": least, "max": most, "step": step})
    shown = element("output", {"for": f"set-{name}"}, text(""))
    named = element("label", {"for": f"set-{name}"}, text(words[label]))
    return element("div", {"class": "slider"}, named, slider, shown)


def _sleep(words: Words) -> Markup:
    minutes = ((str(one), words["sleep_minutes"].format(minutes=one)) for one in _SLEEP_MINUTES)
    choices = (("0", words["sleep_off"]), ("section", words["sleep_section"]), *minutes)
    options = (element("option", {"value": value}, text(label)) for value, label in choices)
    select = element("select", {"id": "sleep"}, *options)
    return element("label", {"class": "choice"}, text(f"{words['sleep']} "), select)


def help_(words: Words, around: str) -> Markup:
    """What can be pressed, and what it does."""
    rows = []
    for keys, key in _KEYS:
        turned = direction(words.language) == "rtl"
        shown = " / ".join(_pressed([one.translate(_TURNED) for one in keys] if turned else keys))
        row = (element("th", {"scope": "row"}, Markup(shown)), element("td", {}, text(words[key])))
        rows.append(element("tr", {}, *row))
    head = (element("th", {"scope": "col"}, text(words[key])) for key in ("key", "does"))
    table = element(
        "table",
        {},
        element("thead", {}, element("tr", {}, *head)),
        element("tbody", {}, lines(rows)),
    )
    hints = (element("p", {}, text(words[key])) for key in ("hint_click", "hint_keys"))
    return _dialog(words, around, "help", lines((*hints, table)))


def _pressed(keys: Iterable[str]) -> Iterator[Markup]:
    for key in keys:
        yield Markup(" ".join(element("kbd", {}, text(one)) for one in key.split()))


def _dialog(words: Words, around: str, name: str, content: Markup) -> Markup:
    heading = element("h2", {"id": f"{name}-heading"}, text(words[name]))
    close = element("button", {"type": "button", "data-closes": ""}, text(words["close"]))
    attributes = {"id": name, "aria-labelledby": f"{name}-heading", **words.attributes(around)}
    head = element("header", {}, heading, close)
    return element("dialog", attributes, lines((head, content)))
