"""Options that several commands take, and how they become settings."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from oped_audio.errors import ExtraMissingError
from oped_audio.voices import engine as engines

STOPPED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells tell it."""

Engine = Annotated[
    str | None,
    typer.Option(
        help="What speaks: pyttsx3, hibari, piper or kokoro, or tone for beeps; or a plug-in.",
        show_default="pyttsx3",
    ),
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
VoicesDir = Annotated[
    Path | None, typer.Option(help="Where installed voices lie.", show_default="yours")
]
Device = Annotated[
    engines.Device | None, typer.Option(help="Where a neural voice runs.", show_default="auto")
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


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Where the command of this name imports what its extra brings. Raises ExtraMissingError."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package == "oped_audio":
            raise
        raise ExtraMissingError(name, package, "serve") from error
