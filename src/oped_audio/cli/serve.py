"""``oped-audio serve``: a page on which editors hear and correct articles."""

from pathlib import Path
from typing import Annotated

import typer

from oped_audio.cli.options import VoicesDir, extra, given


def serve(  # noqa: PLR0913 - typer makes an option of each
    source: Annotated[
        Path, typer.Argument(metavar="[INPUT]", help="The articles: a folder, or one file.")
    ] = Path("input"),
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Where a folder for each book is made.")
    ] = Path("output"),
    site: Annotated[
        Path, typer.Option(help="Where `oped-audio shelf` made a site, if it did.")
    ] = Path("site"),
    port: Annotated[
        int | None,
        typer.Option(
            min=0, max=65535, help="The port; 0 for any that is free.", show_default="8737, or any"
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option(
            help="The address of this machine to listen at. With any but this one, whoever is in "
            "your network and knows the page's address can change your articles' settings.",
        ),
    ] = "127.0.0.1",
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in your browser.")
    ] = True,
    cache: Annotated[
        Path | None, typer.Option(help="Where narrated sentences are kept.", show_default="yours")
    ] = None,
    voices_dir: VoicesDir = None,
) -> None:
    """Hear and correct articles on a page in your browser, and build them.

    See what an article was taken to consist of and change it; hear any sentence; put a word's
    pronunciation right; choose voices; build, and see what is amiss. Everything is written to
    oped.toml, lexicon.toml and takes.toml beside the article, so `oped-audio build` makes the same
    book. Works with the keyboard and a screen reader alone. Ctrl-C ends it.
    """
    with extra("serve"):
        from oped_audio.serving.server import serve as run  # noqa: PLC0415 - only this needs it

    options = given(
        {
            "cache.folder": str(cache) if cache else None,
            "build.voices_dir": str(voices_dir) if voices_dir else None,
        }
    )
    run(
        source,
        output,
        lambda url: typer.echo(f"Open {url}\nCtrl-C ends it."),
        host=host,
        port=port,
        site=site,
        open_browser=open_browser,
        options=options,
    )
