"""Findings -> one HTML page that needs no other file and no script. Pure."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template

from oped_audio.model.finding import Finding, Severity

_ORDER: tuple[Severity, ...] = ("error", "warning", "info")
_NAMES = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}
_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-$digest'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>$title</title>
<style>$style</style>
</head>
<body>
<header>
<p class="kicker">Check of talking books</p>
<h1>$title</h1>
</header>
<main>
$body
</main>
</body>
</html>
""")  # fmt: skip # noqa: E501 - the policy is one line


@dataclass(frozen=True, slots=True)
class Outcome:
    """A book with what was found in it."""

    book: str
    title: str
    findings: Sequence[Finding]
    checkers: Sequence[str]
    """Who looked: ``oped-audio``, ``EPUBCheck``, ``Ace``."""


def page(outcomes: Sequence[Outcome]) -> str:
    """The page, with the worst first in each book."""
    style = files("oped_audio.checking").joinpath("page.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    everything = [finding for outcome in outcomes for finding in outcome.findings]
    what = outcomes[0].title if len(outcomes) == 1 else f"{len(outcomes)} books"
    body = "\n".join(_book(number, outcome) for number, outcome in enumerate(outcomes, 1))
    verdict = f'<p class="verdict">{escape(counted(everything))}</p>\n' if len(outcomes) > 1 else ""
    title = escape(f"{what}: {counted(everything)}")
    return _PAGE.substitute(digest=digest, style=style, title=title, body=f"{verdict}{body}")


def counted(findings: Sequence[Finding]) -> str:
    """``1 error, 2 warnings``; notes are named only if there are any."""
    told = []
    for severity in _ORDER:
        number = sum(finding.severity == severity for finding in findings)
        if number or severity != "info":
            told.append(f"{number} {_NAMES[severity][number != 1]}")
    return ", ".join(told)


def _book(number: int, outcome: Outcome) -> str:
    heading = f'<h2 id="book-{number}">{escape(outcome.title)}</h2>'
    told = f"<p>{escape(outcome.book)}: {escape(counted(outcome.findings))}. Checked by "
    told += f"{escape(', '.join(outcome.checkers))}.</p>"
    rows = "\n".join(_rows(outcome.findings))
    if not rows:
        return f"<section>\n{heading}\n{told}\n<p>Nothing is amiss.</p>\n</section>"
    table = (
        f'<div class="scroll" role="region" aria-labelledby="book-{number}" tabindex="0">\n'
        f"<table>\n<caption>What is amiss, errors first</caption>\n<thead><tr>"
        '<th scope="col">Severity</th><th scope="col">Where</th><th scope="col">What</th>'
        '<th scope="col">What to do</th><th scope="col">Rule</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )
    return f"<section>\n{heading}\n{told}\n{table}\n</section>"


def _rows(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in sorted(findings, key=lambda one: _ORDER.index(one.severity)):
        name = _NAMES[finding.severity][0]
        rule = f"<code>{escape(finding.rule)}</code>"
        asked = f"<br>{escape(finding.standard)}" if finding.standard else ""
        yield (
            f'<tr><th scope="row" class="{finding.severity}">{name}</th>'
            f"<td>{escape(finding.place)}</td><td>{escape(finding.message)}</td>"
            f"<td>{escape(finding.remedy)}</td><td>{rule}{asked}</td></tr>"
        )
