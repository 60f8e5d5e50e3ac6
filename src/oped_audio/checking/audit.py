"""A finished book -> Findings: what neither EPUBCheck nor Ace sees, and most of what they do."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.cues import CaptionFile, read_captions
from oped_audio.checking.levels import Sound, measure
from oped_audio.checking.rules import RULES
from oped_audio.checking.rules.rule import Evidence, Limits, Rule
from oped_audio.errors import OutputError, UnreadableFileError, reason_of
from oped_audio.model.finding import Finding

_MOST = 100
"""Findings of one rule that are told, of one book."""
_CAPTIONS = (".srt", ".vtt")


def audit(book: Book, path: Path, limits: Limits, jobs: int) -> list[Finding]:
    """All that is amiss, rule by rule; captions are those in ``captions`` beside the book.

    Raises UnreadableFileError: its documents are too large together; OutputError: no room for its
    audio.
    """
    evidence = Evidence(book, _sounds(book, jobs), tuple(_captions(path)), limits)
    return [finding for rule in RULES for finding in _findings(rule, evidence, str(path))]


def _findings(rule: Rule, evidence: Evidence, source: str) -> Iterator[Finding]:
    found = list(islice(rule.look(evidence), _MOST + 1))
    for number, amiss in enumerate(found):
        message = amiss.message
        if number == _MOST - 1 < len(found) - 1:
            message += "; there are more, which are not told"
        if number < _MOST:
            yield Finding(
                rule.id, rule.severity, amiss.place, message, rule.remedy, source, rule.standard
            )


def _sounds(book: Book, jobs: int) -> dict[str, Sound]:
    """What is known of each audio file that an overlay plays."""
    played = dict.fromkeys(
        par.audio for overlay in book.overlays for par in overlay.pars if par.audio
    )
    names = [name for name in played if name in book.container]
    with ThreadPoolExecutor(jobs) as pool, tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, str(number)) for number in range(len(names))]
        measured = pool.map(_measured, [book.container] * len(names), names, paths)
        return dict(zip(names, measured, strict=True))


def _measured(container: Container, name: str, path: Path) -> Sound:
    """Unpack a file, measure it and remove it again, so that few of them lie there at a time."""
    try:
        with path.open("wb") as file:
            file.writelines(container.pieces(name))
        return measure(path)
    except UnreadableFileError as error:
        return Sound.none(error.reason)
    except OSError as error:
        raise OutputError(str(path.parent), reason_of(error), "free some space") from error
    finally:
        path.unlink(missing_ok=True)


def _captions(path: Path) -> Iterator[CaptionFile]:
    folder = path.parent / "captions"
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix in _CAPTIONS:
            try:
                yield read_captions(file)
            except UnreadableFileError as error:
                yield CaptionFile(file, (), ((1, error.reason),))
