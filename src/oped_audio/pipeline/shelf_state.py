"""What a site holds that the shelf has made: read before, written when claimed and when done."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from oped_audio.errors import OutputError
from oped_audio.model.publication import OutputFile, SavedFile
from oped_audio.model.shelf import ARTICLES, BuiltFile
from oped_audio.publishing.shelf import ROOT_FILES
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


def read_state(site: Path, wanted: Iterable[str]) -> State:
    """What lies there. Raises OutputError where what is to be made is there and not the shelf's."""
    state = _read(site / STATE)
    if state is None:
        _require_free(site, (*sorted(ROOT_FILES), ARTICLES))
        return State()
    new = [f"{ARTICLES}/{name}" for name in wanted if name not in state.articles]
    _require_free(site, new)
    return state


def claim(site: Path, state: State, wanted: Iterable[str]) -> None:
    """Note which folders will be the shelf's, so that it knows them if it is stopped."""
    articles = {**{name: Kept() for name in wanted}, **state.articles}
    save_state(site, State(articles, tuple({*ROOT_FILES, *state.files})))


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
