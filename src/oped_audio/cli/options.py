"""Options that several commands take, and how they become settings."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

Engine = Annotated[
    str | None,
    typer.Option(help="What speaks: pyttsx3, or tone for beeps.", show_default="pyttsx3"),
]
Voice = Annotated[
    str | None,
    typer.Option(help="The voice, as `oped-audio voices` lists it; en-us+f3 is a woman's."),
]
Rate = Annotated[
    int | None,
    typer.Option(help="How fast it speaks, in words a minute (80 to 450).", show_default="175"),
]
Volume = Annotated[
    float | None, typer.Option(help="How loud it speaks (0.0 to 1.0).", show_default="1.0")
]
Pitch = Annotated[
    int | None, typer.Option(help="How high it speaks (0 to 100).", show_default="50")
]
Language = Annotated[
    str | None,
    typer.Option(help="The article's language, such as en or en-GB.", show_default="the article's"),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]

Nested = dict[str, dict[str, Any]]


def given(options: Mapping[str, object]) -> Nested:
    """``{"voice.rate_wpm": 150, "book.language": None}`` -> ``{"voice": {"rate_wpm": 150}}``."""
    nested: Nested = {}
    for name, value in options.items():
        if value is not None:
            table, key = name.split(".")
            nested.setdefault(table, {})[key] = value
    return nested
