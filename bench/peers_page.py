"""What peers.py measured -> docs/performance/peers.* and its tables in docs/performance.md."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import performance_page
import plots
from measuring import Use
from sync import Error

_NOWHERE = {"epub_to_audiobook": "neither PyPI nor npm nor Debian has it under that name"}
_GROUPS = ("espeak-ng", "piper", "kokoro", "aligning")
"""What their names begin with."""


@dataclass(frozen=True, slots=True)
class Row:
    """A tool, and what it used and made."""

    group: str
    """What speaks, for what: only tools of one group are to be compared."""
    tool: str
    makes: str
    audio_s: float
    """Seconds of speech that it made, or was given."""
    output_mb: float
    use: Use
    sync: Error | None
    against: str
    """What its times were compared with."""


def publish(group: str, tool: str, row: Row | str) -> None:
    """Put a row in the place of the one that was measured before; a text says why it is missing."""
    figures = performance_page.figures("peers")
    rows: dict[str, dict[str, object]] = figures.get("rows", {})
    not_here: dict[str, str] = figures.get("not_here", dict(_NOWHERE))
    if isinstance(row, Row):
        rows[f"{group}: {tool}"] = asdict(row) | performance_page.circumstances()
        not_here.pop(tool, None)
    else:
        not_here[tool] = row
    rows = dict(sorted(rows.items(), key=lambda item: _place(item[1])))
    measured = [_row(one) for one in rows.values()]
    content = "\n\n".join(
        [
            performance_page.told_circumstances(list(rows.values())),
            costs(measured),
            "How far the times are off, in milliseconds:",
            errors(measured),
            *(f"Not here: {tool}, {why}." for tool, why in not_here.items()),
        ]
    )
    performance_page.publish(
        "peers", content, {"rows": rows, "not_here": not_here}, _picture(measured)
    )


def _place(told: Mapping[str, Any]) -> tuple[int, bool]:
    """Groups in our order, and in each the peers first."""
    return _GROUPS.index(told["group"].split()[0]), told["tool"].startswith("oped-audio")


def _row(told: Mapping[str, Any]) -> Row:
    values = {field.name: told[field.name] for field in fields(Row)}
    values |= {"use": Use(**told["use"]), "sync": told["sync"] and Error(**told["sync"])}
    return Row(**values)


def _picture(rows: Sequence[Row]) -> str:
    values = {f"{row.group.split(' (')[0]}: {row.tool}": 1000 * _cost(row) for row in rows}
    ours = [name for name in values if "oped-audio" in name]
    return plots.bars("What a second of speech costs", "CPU milliseconds", values, ours)


def _cost(row: Row) -> float:
    """CPU seconds a second of speech."""
    return row.use.cpu_s / row.audio_s


def costs(rows: Sequence[Row]) -> str:
    """The table of what each used; the ratio is of CPU seconds, to the group's first."""
    firsts: dict[str, float] = {}
    lines = []
    for row in rows:
        first = firsts.setdefault(row.group, row.use.cpu_s)
        lines.append(
            (
                row.group,
                row.tool,
                row.makes,
                row.audio_s,
                row.use.cpu_s,
                row.use.cpu_s / first,
                1000 * _cost(row),
                row.use.wall_s,
                row.use.peak_mb,
                row.output_mb,
            )
        )
    head = [
        "what speaks",
        "tool",
        "what it makes",
        "speech, s",
        "CPU s",
    ]
    more = ["ratio", "CPU ms a second of speech", "wall s", "peak MB", "output MB"]
    return performance_page.table([*head, *more], lines)


def errors(rows: Sequence[Row]) -> str:
    """The table of sync errors."""
    head = ["what speaks", "tool", "times", "offset", "median", "95 of 100 less than", "against"]
    return performance_page.table(
        head,
        [
            (
                row.group,
                row.tool,
                row.sync.times,
                row.sync.offset_ms,
                row.sync.median_ms,
                row.sync.most_ms,
                row.against,
            )
            for row in rows
            if row.sync
        ],
    )
