"""Ace by DAISY, where Node, Ace and a Chromium are found -> what it says of a book."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oped_audio.errors import CheckerUnavailableError, InternalError
from oped_audio.model.finding import Finding, Severity

_SCRIPT = Path("node_modules/@daisy/ace-cli/bin/ace.js")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_GET_ACE = (
    "PUPPETEER_SKIP_DOWNLOAD=1 npm install --ignore-scripts "
    "@daisy/ace-cli @daisy/ace-axe-runner-puppeteer"
)
_SEVERITIES: dict[str, Severity] = {
    "critical": "error",
    "serious": "error",
    "moderate": "warning",
    "minor": "warning",
}
_LONGEST_S = 600


@dataclass(frozen=True, slots=True)
class Ace:
    """An Ace that can be run."""

    node: str
    script: Path
    chromium: str

    @classmethod
    def find(cls, folders: tuple[Path, ...]) -> "Ace":
        """The one in ``node_modules`` of the first folder that has it.

        Raises CheckerUnavailableError, which says what is missing and how to get it.
        """
        node = shutil.which("node")
        if not node:
            raise CheckerUnavailableError("Ace", "Node is not found", "install Node 20 or newer")
        script = next((path for one in folders if (path := one / _SCRIPT).is_file()), None)
        if script is None:
            raise CheckerUnavailableError("Ace", "it is not found here", _GET_ACE)
        chromium = next(filter(None, map(shutil.which, _BROWSERS)), None)
        if not chromium:
            raise CheckerUnavailableError("Ace", "no Chromium is found", "install Chromium")
        return cls(node, script.absolute(), chromium)

    def check(self, book: Path) -> list[Finding]:
        """All violations, and metadata that are missing. Raises InternalError: it does not run."""
        with tempfile.TemporaryDirectory() as folder:
            command = [self.node, str(self.script), "-f", "-s", "-o", folder, str(book.absolute())]
            try:
                subprocess.run(
                    command,
                    capture_output=True,
                    check=True,
                    timeout=_LONGEST_S,
                    env=_environment(self.chromium, folder),
                )
                report = json.loads(Path(folder, "report.json").read_bytes())
            except (OSError, ValueError, subprocess.SubprocessError) as error:
                raise InternalError(str(book), f"Ace does not run: {error}") from error
        return list(_findings(report, str(book)))


def _environment(chromium: str, home: str) -> dict[str, str]:
    """What Puppeteer is told; Ace keeps its settings in the home folder."""
    told = {"PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": "60000", "HOME": home}
    return {**os.environ, **told}


def _findings(report: dict[str, Any], book: str) -> Iterator[Finding]:
    for document in report.get("assertions", ()):
        name = str(document.get("earl:testSubject", {}).get("url", "book"))
        for found in document.get("assertions", ()):
            test = found["earl:test"]
            result = found.get("earl:result", {})
            pointer = result.get("earl:pointer", {}).get("cfi") or [""]
            yield Finding(
                rule=f"ace-{test['dct:title']}",
                severity=_SEVERITIES.get(str(test.get("earl:impact")), "warning"),
                place=f"{name} {pointer[0]}".strip(),
                message=" ".join(str(result.get("dct:description", "")).split()),
                remedy=str(test.get("help", {}).get("url", "")) or "see Ace's knowledge base",
                source=book,
                standard=", ".join(map(str, test.get("rulesetTags", ()))) or "Ace",
            )
