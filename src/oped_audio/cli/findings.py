"""How what was found in a book is shown: a table on a terminal, plain lines elsewhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from oped_audio.model.finding import Finding

_STYLES = {"error": "bold red", "warning": "yellow", "info": "dim"}


def show_findings(findings: "Sequence[Finding]", *, is_plain: bool) -> None:
    """Print them; nothing is printed for none."""
    if is_plain or not findings:
        for finding in findings:
            told = f"  {finding.severity}: {finding.place}: {finding.message}"
            typer.echo(f"{told} [{_rule(finding)}]; {finding.remedy}")
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("", "where", "what", "what to do", "rule")
    for finding in findings:
        cells = (finding.place, finding.message, finding.remedy, _rule(finding))
        severity = Text(finding.severity, style=_STYLES[finding.severity])
        table.add_row(severity, *map(Text, cells))
    Console().print(table)


def _rule(finding: "Finding") -> str:
    return f"{finding.rule}: {finding.standard}" if finding.standard else finding.rule
