"""``oped-audio watch``: builds that follow what is changed."""

from pathlib import Path
from typing import Annotated

import typer

from oped_audio.cli.console import Lines
from oped_audio.cli.options import STOPPED, Engine, Voice, VoicesDir, extra, given
from oped_audio.model.progress import Book, Event, Failure


def watch(
    source: Annotated[
        Path, typer.Argument(metavar="[INPUT]", help="The articles: a folder, or one file.")
    ] = Path("input"),
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Where a folder for each book is made.")
    ] = Path("output"),
    engine: Engine = None,
    voice: Voice = None,
    cache: Annotated[
        Path | None, typer.Option(help="Where narrated sentences are kept.", show_default="yours")
    ] = None,
    voices_dir: VoicesDir = None,
) -> None:
    """Build the articles in a folder, and build each again whenever something is changed for it.

    An article, its pictures, oped.toml, lexicon.toml and takes.toml are watched; only the books
    that turn out otherwise are built. An article that fails is told of, and watched on. Ctrl-C ends
    it: with exit code 0, or 130 if a book was being built.
    """
    with extra("watch"):
        from oped_audio.serving.watching import watch as run  # noqa: PLC0415 - only this needs it

    options = given(
        {
            "voice.engine": engine,
            "voice.voice": voice,
            "cache.folder": str(cache) if cache else None,
            "build.voices_dir": str(voices_dir) if voices_dir else None,
        }
    )
    display = Lines()
    busy = False

    def listen(event: Event) -> None:
        nonlocal busy
        busy = not isinstance(event, Book | Failure)
        display(event)

    def tell(message: str) -> None:
        nonlocal display
        display = Lines()  # what it counts, it counts of one build
        typer.echo(message)

    try:
        run(source, output, listen, tell, options)
    except KeyboardInterrupt:
        if busy:
            typer.echo("oped-audio: stopped; run it again to go on from here", err=True)
            raise typer.Exit(STOPPED) from None
