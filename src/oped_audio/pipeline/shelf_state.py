"""What a site holds that the shelf has made: read and claimed before, written when it is done."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from oped_audio.errors import OutputError
from oped_audio.model.publication import OutputFile, SavedFile
from oped_audio.model.shelf import ARTICLES, BuiltFile
from oped_audio.saving import save

STATE = ".oped-audio-shelf.json"
_FORMAT = 1
_ADVICE = "choose an empty folder, or move it away"


@dataclass(frozen=True, slots=True)
class Kept:
    """An article's folder in the site."""

    key: str = ""
    """Of what it was made from; empty where it is claimed and not finished."""
    files: tuple[str, ...] = ()
    """Relative to it."""
    packages: tuple[BuiltFile, ...] = ()
    """Those of the files that lists tell the size of."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the shelf has made in a site; the rest is the user's own."""

    articles: Mapping[str, Kept] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    """At the root."""


def read_state(site: Path, root: Iterable[str], names: Iterable[str]) -> State:
    """What lies there, and from now on what will: files at the ``root``, articles by their names.

    So a shelf that is stopped knows later what is its own. Raises OutputError where something is
    in its place that is not the shelf's.
    """
    known = _read(site / STATE)
    state = known or State()
    new_files = [path for path in root if path not in state.files]
    new_names = [name for name in names if name not in state.articles]
    _require_free(site, [*new_files, *(f"{ARTICLES}/{name}" for name in new_names)])
    if known is None:
        _require_free(site, [ARTICLES])
    if new_files or new_names:
        articles = {**state.articles, **dict.fromkeys(new_names, Kept())}
        save_state(site, State(articles, (*state.files, *new_files)))
    return state


def save_state(site: Path, state: State) -> SavedFile:
    """Write it. Raises OutputError."""
    told = {
        "format": _FORMAT,
        "files": sorted(state.files),
        "articles": {
            name: {
                "key": kept.key,
                "files": sorted(kept.files),
                "packages": [asdict(package) for package in kept.packages],
            }
            for name, kept in sorted(state.articles.items())
        },
    }
    content = f"{json.dumps(told, ensure_ascii=False)}\n".encode()
    return save(site, [("state", OutputFile(STATE, content))], deep=False)[0]


def _read(path: Path) -> State | None:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        told = json.loads(path.read_bytes())
        if told["format"] != _FORMAT:
            return None
        articles = {
            str(name): Kept(
                str(kept["key"]),
                tuple(map(str, kept["files"])),
                tuple(BuiltFile(**package) for package in kept["packages"]),
            )
            for name, kept in told["articles"].items()
        }
        return State(articles, tuple(map(str, told["files"])))
    return None


def _require_free(site: Path, paths: Iterable[str]) -> None:
    for path in paths:
        if (site / path).exists():
            reason = "it is there already, and is not the shelf's"
            raise OutputError(str(site / path), reason, _ADVICE)
