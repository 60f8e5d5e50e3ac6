"""The command line that ``main`` runs: all subcommands, or the one that is wanted."""

from importlib import import_module
from typing import Annotated

import typer

from oped_audio.version import PROGRAM_VERSION

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


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"oped-audio {PROGRAM_VERSION}")
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
        command = getattr(import_module(f"oped_audio.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            made.add_typer(command, name=name)
        else:
            made.command()(command)
    return made
