"""The command ``oped-audio``: one file a subcommand; each parses, calls the API, prints."""

import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated

import typer

from oped_audio import __version__
from oped_audio.errors import OpedAudioError

_HELP = "Turn articles into talking books: EPUB 3 with synchronised narration, MP3s, captions."
_EXIT_CODES = """
Exit codes: 0 all is well; 1 several articles failed for different reasons, a check found errors, or
an error in oped-audio itself; 2 a wrong option, setting or lexicon; 3 an article or book that
cannot be read or has no text; 4 a voice, an engine or the recogniser; 5 a folder that cannot be
written; 6 ffmpeg; 7 a cluster or its workers; 8 too little memory; 130 stopped with Ctrl-C.
"""

_COMMANDS = (
    "build", "check", "outline", "script", "lexicon", "say", "shelf", "serve", "watch", "voices",
)  # fmt: skip

_GARBAGE = 200_000
"""Objects from which Python looks for garbage. By itself it looks a hundred times while a build
loads its code, where there is none."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"oped-audio {__version__}")
        raise typer.Exit


def _begin(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take what comes before the command."""


def app(wanted: str | None = None) -> typer.Typer:
    """The command line with the command that is wanted, or with all where that is none of them.

    To load all takes as long as to read an article.
    """
    made = typer.Typer(
        help=_HELP,
        epilog=" ".join(_EXIT_CODES.split()),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    made.callback()(_begin)
    for name in [wanted] if wanted in _COMMANDS else _COMMANDS:
        command = getattr(import_module(f"{__name__}.{name}"), name)
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command()(command)
    return made


def main() -> None:
    """Run the command line and exit with its code; what goes wrong is one line."""
    gc.set_threshold(_GARBAGE)
    for name in ("OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS"):
        os.environ.setdefault(name, "1")  # noqa: TID251 - numpy and pydantic read them
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names of files may hold what is no text
            stream.reconfigure(errors="backslashreplace")
    wanted = next((given for given in sys.argv[1:] if not given.startswith("-")), None)
    try:
        app(wanted)()
    except OpedAudioError as error:
        typer.echo(f"oped-audio: {error}", err=True)
        sys.exit(error.exit_code)
    finally:
        gc.freeze()  # or Python looks through all that was loaded, for 0.2 s, before it ends
