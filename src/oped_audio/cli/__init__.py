"""The command ``oped-audio``: one file a subcommand; each parses, calls the API, prints."""

import gc
import os
import sys
from importlib.metadata import version as version_of
from io import TextIOWrapper
from typing import Annotated

import typer

from oped_audio.cli.build import build
from oped_audio.cli.check import check
from oped_audio.cli.lexicon import lexicon
from oped_audio.cli.outline import outline
from oped_audio.cli.say import say
from oped_audio.cli.script import script
from oped_audio.cli.serve import serve
from oped_audio.cli.shelf import shelf
from oped_audio.cli.voices import voices_app
from oped_audio.cli.watch import watch
from oped_audio.errors import OpedAudioError

_EXIT_CODES = """
Exit codes: 0 all is well; 1 several articles failed for different reasons, a check found errors, or
an error in oped-audio itself; 2 a wrong option, setting or lexicon; 3 an article or book that
cannot be read or has no text; 4 a voice, an engine or the recogniser; 5 a folder that cannot be
written; 6 ffmpeg; 7 a cluster or its workers; 8 too little memory; 130 stopped with Ctrl-C.
"""

_GARBAGE = 200_000
"""Objects from which Python looks for garbage. By itself it looks a hundred times while a build
loads its code, where there is none."""

app = typer.Typer(
    help="Turn articles into talking books: EPUB 3 with synchronised narration, MP3s, captions.",
    epilog=" ".join(_EXIT_CODES.split()),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (build, check, outline, script, lexicon, say, shelf, serve, watch):
    app.command()(command)
app.add_typer(voices_app, name="voices")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"oped-audio {version_of('oped-audio')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take what comes before the command."""


def main() -> None:
    """Run the command line and exit with its code; what goes wrong is one line."""
    gc.set_threshold(_GARBAGE)
    for name in ("OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS"):
        os.environ.setdefault(name, "1")  # noqa: TID251 - numpy and pydantic read them
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names of files may hold what is no text
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except OpedAudioError as error:
        typer.echo(f"oped-audio: {error}", err=True)
        sys.exit(error.exit_code)
    finally:
        gc.freeze()  # or Python looks through all that was loaded, for 0.2 s, before it ends
