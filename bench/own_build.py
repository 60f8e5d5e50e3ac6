"""The command that builds an article in a folder of its own, with a cache of its own."""

import sys
from pathlib import Path

COMMAND = "import oped_audio.cli; oped_audio.cli.main()"


def build(article: Path, folder: Path, *options: str, output: str = "out") -> list[str | Path]:
    """Prints a report in JSON; the cache lies in the folder too."""
    where = ["-o", folder / output, "--cache", folder / "cache"]
    return [sys.executable, "-c", COMMAND, "build", article, *where, "--json", *options]
