"""A folder of articles that is watched -> builds of those that something was changed for."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Flag

import watchfiles

from oped_audio.errors import NoArticlesError, OpedAudioError
from oped_audio.model.naming import slug
from oped_audio.model.progress import Listener
from oped_audio.pipeline.articles import articles
from oped_audio.pipeline.building import build
from oped_audio.pipeline.proofing import open_proof
from oped_audio.reading import INPUT_SUFFIXES
from oped_audio.serving.desk import LEXICON, OPED
from oped_audio.settings import NO_OPTIONS, Values

_DEBOUNCE_MS = 1200
"""Within which changes are one change: programs write a file in several steps."""
_STEP_MS = 200


def watch(
    given: Path,
    output: Path,
    listen: Listener,
    tell: Callable[[str], None],
    options: Values = NO_OPTIONS,
    ended: Flag | None = None,
) -> None:
    """Build what is new, then whatever changes, until ``ended`` is set or Ctrl-C is pressed.

    ``listen`` hears of the builds, and of articles that fail; ``tell`` of what is waited for.
    Raises NoArticlesError if ``given`` is not there.
    """
    if not given.exists():
        raise NoArticlesError(str(given), tuple(sorted(INPUT_SUFFIXES)))
    watched = Watched(given, output, options)
    changes = watchfiles.watch(
        *watched.folders,
        watch_filter=lambda _, path: watched.matters(Path(path)),
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        stop_event=ended,
        yield_on_timeout=True,  # the first one is at once: the watch has begun
        rust_timeout=_STEP_MS,
        raise_interrupt=True,
        recursive=given.is_dir(),
    )
    for number, change in enumerate(changes):
        if number and not change:
            continue
        paths = [Path(path) for _, path in change]
        concerned = watched.concerned(paths if number else None)
        if concerned:
            build(concerned, output, options, listen)
        if concerned or not number:
            tell(f"Watching {given} for changes; Ctrl-C ends it.")


@dataclass(slots=True)
class Watched:
    """What is watched, and what each article was like when it was last looked at."""

    given: Path
    output: Path
    options: Values
    _seen: dict[Path, str] = field(default_factory=dict)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where something that matters may change: the articles', and the working directory."""
        folder = self.given if self.given.is_dir() else self.given.parent
        here = [Path(name) for name in (OPED, LEXICON) if Path(name).is_file()]
        return (folder, *here)

    def matters(self, path: Path) -> bool:
        """Whether a change of this file may change a book; those that are built do not."""
        is_built = path.resolve().is_relative_to(self.output.resolve())
        return not is_built and not path.name.startswith(".") and not path.name.endswith("~")

    def concerned(self, changed: Collection[Path] | None) -> list[Path]:
        """The articles whose books are to be built: None for a look at all of them."""
        found = [path for path in articles([self.given]) if isinstance(path, Path)]
        found = [path for path in found if path.is_file()]
        for gone in self._seen.keys() - set(found):
            del self._seen[gone]
        asked = set(_asked(found, changed))
        then = {path: self._state(path) for path in found if path in asked}
        different = {path for path, state in then.items() if self._seen.get(path) != state}
        self._seen.update(then)
        names = {slug(path.stem) for path in different}
        return [path for path in found if slug(path.stem) in names]  # two of one name are an error

    def _state(self, path: Path) -> str:
        """What decides how its book turns out, in a few letters; or why there can be none."""
        try:
            proof = open_proof(path, self.options)
        except OpedAudioError as error:
            state = f"{error} {path.stat().st_mtime_ns if path.exists() else ''}"
        else:
            document = proof.reading.document
            state = repr((document, proof.script, proof.settings, sorted(proof.takes.items())))
        return hashlib.sha256(state.encode("utf-8", "replace")).hexdigest()


def _asked(found: Iterable[Path], changed: Collection[Path] | None) -> Iterator[Path]:
    """Those that a change may concern: itself, or all where it is settings or a picture."""
    own = {path.resolve() for path in changed or ()}
    others = any(path.suffix.lower() not in INPUT_SUFFIXES for path in own)
    for path in found:
        if changed is None or others or path.resolve() in own:
            yield path
