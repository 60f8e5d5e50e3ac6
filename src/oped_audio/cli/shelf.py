"""``oped-audio shelf``: built articles in, a web site over all of them out."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import oped_audio
from oped_audio.cli.console import Quiet, count
from oped_audio.cli.options import Json, given

if TYPE_CHECKING:
    from oped_audio.pipeline.shelving import Shelved


def shelf(
    output: Annotated[
        Path, typer.Argument(help="The folder that `oped-audio build` has written into.")
    ] = Path("output"),
    site: Annotated[
        Path, typer.Option("-o", "--output", help="The folder of the site, made if need be.")
    ] = Path("site"),
    base_url: Annotated[
        str | None,
        typer.Option(
            help="Where the site will be on the web, such as https://paper.example/listen."
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(help="What the site is called.", show_default="Articles to listen to"),
    ] = None,
    description: Annotated[
        str | None, typer.Option(help="What it is about, in a sentence.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a web site of all articles that were built: to search, to listen, to download.

    It works from a web server and from a USB stick. With --base-url it has catalogues for reading
    apps (OPDS), a podcast and a sitemap too. Run it again after a build: what has not changed is
    left alone, what is gone from the folder goes from the site, and files of your own stay.
    """
    options = given(
        {
            "shelf.title": title,
            "shelf.base_url": base_url,
            "shelf.description": description,
        }
    )
    done = oped_audio.shelf(output, site, options, Quiet())
    if as_json:
        typer.echo(json.dumps(as_dict(done), ensure_ascii=False, indent=2))
    else:
        typer.echo(
            f"{done.site}: {count(done.articles, 'article')}, {done.made:,} made, "
            f"{done.removed:,} removed, {done.seconds:.1f} s"
        )
    if done.exit_code:
        raise typer.Exit(done.exit_code)


def as_dict(done: "Shelved") -> dict[str, Any]:
    """For ``--json``."""
    return {
        "site": str(done.site),
        "articles": done.articles,
        "made": done.made,
        "removed": done.removed,
        "failures": [failure.error.as_dict() for failure in done.failures],
        "seconds": round(done.seconds, 3),
    }
