"""What a person should mend in the article. Pure."""

from collections.abc import Sequence

from oped_audio.model.finding import Finding, Severity
from oped_audio.publishing.epub.markup import Markup, text
from oped_audio.publishing.report.pieces import Column, paragraph, region, table, written

MOST = 100

_WORDS: dict[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Remark"}
_COLUMNS = (Column("What"), Column("How bad"), Column("Where"), Column("What to do"))


def findings(found: Sequence[Finding], language: str) -> Markup:
    """A row for each, the worst first; ``language`` is the article's, whose words may be quoted."""
    if not found:
        return region("findings", "Findings", paragraph("Nothing in the article is to be mended."))
    severities = list(_WORDS)
    ordered = sorted(found, key=lambda finding: severities.index(finding.severity))
    rows = [
        (
            text(finding.message),
            text(_WORDS[finding.severity]),
            written(finding.place, language),
            text(finding.remedy),
        )
        for finding in ordered[:MOST]
    ]
    caption = "What was found when the article was read"
    rest = len(ordered) - len(rows)
    return region("findings", "Findings", table("findings", caption, _COLUMNS, rows, rest))
