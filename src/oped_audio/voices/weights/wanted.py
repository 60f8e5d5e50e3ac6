"""What a user calls voices -> the voices of the catalogue."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from oped_audio.errors import AmbiguousVoiceError, UninstallableError
from oped_audio.voices.weights.catalogue import Entry, catalogue


def entries_named(name: str, other_engines: Iterable[str] = ()) -> tuple[Entry, ...]:
    """The voices of an engine; or the one of this id, of this name, or of this ENGINE/ID or NAME.

    ``other_engines`` are those that are not in the catalogue. Raises UninstallableError,
    AmbiguousVoiceError.
    """
    engine, slash, voice = name.rpartition("/")
    shelves = catalogue()
    if not slash and name in shelves:
        return shelves[name].entries
    if name in other_engines or (slash and engine in other_engines):
        raise UninstallableError(engine or name, name, ())
    offered = [
        entry
        for shelf, found in shelves.items()
        if not slash or shelf == engine
        for entry in found.entries
    ]
    return (_one(name, voice.casefold(), offered),)


def _one(name: str, wanted: str, offered: list[Entry]) -> Entry:
    ways: tuple[Callable[[Entry], str], ...] = (lambda e: e.voice.id, lambda e: e.voice.name)
    for way in ways:
        found = [entry for entry in offered if way(entry).casefold() == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousVoiceError("", name, tuple(map(full_name, found)))
    called: dict[str, str] = {}
    for entry in offered or [e for shelf in catalogue().values() for e in shelf.entries]:
        for way in ways:
            called.setdefault(way(entry).casefold(), full_name(entry))
    called |= {engine: engine for engine in catalogue() if wanted == name.casefold()}
    close = get_close_matches(wanted, called, 3)
    raise UninstallableError("", name, tuple(dict.fromkeys(called[match] for match in close)))


def full_name(entry: Entry) -> str:
    """``kokoro/af_heart``"""
    return f"{entry.voice.engine}/{entry.voice.id}"
