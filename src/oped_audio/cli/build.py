"""``oped-audio build``: articles in, talking books out."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

import oped_audio
from oped_audio.cli.check import HAS_ERRORS, as_dict, show
from oped_audio.cli.console import Bars, Display, Lines, Quiet, count
from oped_audio.cli.options import (
    STOPPED,
    Device,
    Engine,
    Json,
    Language,
    Nested,
    Pitch,
    Rate,
    Voice,
    VoicesDir,
    Volume,
    given,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oped_audio.model.progress import Report
    from oped_audio.pipeline.checking import Checked


class Part(StrEnum):
    """What ``--only`` takes."""

    AUDIO = "audio"
    CAPTIONS = "captions"
    DAISY = "daisy"
    EPUB = "epub"
    M4B = "m4b"
    MP3_BOOK = "mp3-book"
    READ_ALONG = "read-along"


def build(  # noqa: PLR0913 - typer makes an option of each
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            help="Articles: files, folders of files, web addresses, or - for standard input.",
            show_default="input",
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Where a folder for each book is made.")
    ] = Path("output"),
    only: Annotated[
        list[Part] | None,
        typer.Option(
            help="Make only this; repeat for more. m4b and mp3-book are the whole article in one "
            "file with chapters, daisy is for hardware players, read-along is for web browsers. "
            "[default: audio, captions, epub, read-along]",
            show_default=False,
        ),
    ] = None,
    audio: Annotated[
        str | None,
        typer.Option(
            help="Kinds of audio files, with commas between: mp3, opus, m4a, flac, wav.",
            show_default="mp3",
        ),
    ] = None,
    mastering: Annotated[
        Literal["podcast", "audiobook", "broadcast", "off"] | None,
        typer.Option(
            help="How loud it is: podcast for phones and computers, audiobook as shops (ACX) ask, "
            "broadcast for radio (EBU R128), off to leave the voice as it is.",
            show_default="podcast",
        ),
    ] = None,
    highlight: Annotated[
        Literal["sentence", "word"] | None,
        typer.Option(help="What lights up as it is heard.", show_default="sentence"),
    ] = None,
    report: Annotated[
        bool | None,
        typer.Option(
            "--report/--no-report",
            help="Make report.html, a page about the book for its editor.",
            show_default="--report",
        ),
    ] = None,
    engine: Engine = None,
    voice: Voice = None,
    rate: Rate = None,
    volume: Volume = None,
    pitch: Pitch = None,
    language: Language = None,
    voices_dir: VoicesDir = None,
    device: Device = None,
    title: Annotated[str | None, typer.Option(help="The title, where the file's is wrong.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote the article.")] = None,
    jobs: Annotated[
        int | None, typer.Option(help="How many things to do at a time.", show_default="all cores")
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            help="Narrate on a Dask cluster: its scheduler's address, such as tcp://host:8786, or "
            "local for one on this machine.",
            show_default="none",
        ),
    ] = None,
    cache: Annotated[
        str | None,
        typer.Option(
            help="Where narrated sentences are kept: a folder, or an address that several machines "
            "share, such as s3://bucket/clips.",
            show_default="yours",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Check the EPUBs when they are made, as `check` does.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Build again what is up to date; what was narrated stays."),
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Turn articles into talking books.

    Each article becomes a folder with an EPUB 3, a page to read along with in a browser, an MP3 and
    captions for each section, and a report for its editor. What is up to date is left alone, and
    what was narrated before is not narrated again: a run that was stopped goes on where it was. An
    article that fails does not keep the others from being built; it is named at the end. Options
    can be kept in oped.toml beside the articles.
    """
    options = {
        "build.formats": tuple(part.value for part in only) if only else None,
        "build.jobs": jobs,
        "build.report": report,
        "audio.formats": tuple(audio.replace(" ", "").split(",")) if audio else None,
        "audio.mastering": mastering,
        "epub.highlight": highlight,
        "voice.engine": engine,
        "voice.voice": voice,
        "voice.rate_wpm": rate,
        "voice.volume": volume,
        "voice.pitch": pitch,
        "book.language": language,
        "build.voices_dir": str(voices_dir) if voices_dir else None,
        "build.device": device,
        "book.title": title,
        "book.author": author,
        "build.cluster": cluster,
        "cache.clips" if cache and "://" in cache else "cache.folder": cache or None,
    }
    display: Display = Quiet() if as_json else Bars() if sys.stdout.isatty() else Lines()
    try:
        with display:
            outcome = oped_audio.build(
                inputs or ["input"],
                output,
                given(options),
                display,
                force=force,
                fail_fast=fail_fast,
            )
    except KeyboardInterrupt:
        typer.echo("oped-audio: stopped; run it again to go on from here", err=True)
        raise typer.Exit(STOPPED) from None
    checked = list(_checked(outcome, given(options))) if check else []
    if as_json:
        told = _report(outcome)
        if check:
            told["checks"] = [as_dict(one) for one in checked]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif len(outcome.books) + len(outcome.failures) > 1:
        _close(outcome)
    if not as_json:
        for one in checked:
            show(one, None, is_plain=not sys.stdout.isatty())
    if outcome.exit_code or any(one.has_errors for one in checked):
        raise typer.Exit(outcome.exit_code or HAS_ERRORS)


def _checked(report: "Report", options: Nested) -> "Iterator[Checked]":
    """What a check finds in the EPUBs of a build."""
    made = [(book.folder / name) for book in report.books for name in book.files]
    epubs = [path for path in made if path.suffix == ".epub"]
    if epubs:
        yield from oped_audio.check(epubs, options, wanted=oped_audio.Wanted(epubcheck=True))


def _close(report: "Report") -> None:
    up_to_date = sum(book.is_up_to_date for book in report.books)
    made = count(len(report.books) - up_to_date, "book")
    failed = count(len(report.failures), "article")
    others = f", {up_to_date:,} up to date" if up_to_date else ""
    typer.echo(f"{made} made{others}, {failed} failed")
    for failure in report.failures:
        typer.echo(f"  failed: {failure.error}")


def _report(report: "Report") -> dict[str, Any]:
    return {
        "books": [{**asdict(book), "folder": str(book.folder)} for book in report.books],
        "failures": [
            {"source": failure.source, **failure.error.as_dict()} for failure in report.failures
        ],
    }
