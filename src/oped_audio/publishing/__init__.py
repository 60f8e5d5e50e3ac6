"""Publication -> OutputFiles: one module a format, one line for each in the table below."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # whoever only draws a cover needs none of it
    from oped_audio.model.publication import OutputFile, Publication
    from oped_audio.publishing.settings import WriterSettings

Writer: TypeAlias = "Callable[[Publication, WriterSettings], Iterable[OutputFile]]"
"""A format: a pure function. To add one, write a module with such a function and enter it here."""

WRITERS = {
    "audio": "oped_audio.publishing.audio_files:write",
    "captions": "oped_audio.publishing.captions:write",
    "daisy": "oped_audio.publishing.daisy202:write",
    "epub": "oped_audio.publishing.epub.book:write",
    "read-along": "oped_audio.publishing.read_along:write",
    "report": "oped_audio.publishing.report:write",
    "m4b": "oped_audio.publishing.one_file:write_m4b",
    "mp3-book": "oped_audio.publishing.one_file:write_mp3",
}


OF_TIMES = frozenset(("captions", "epub", "read-along"))
"""Formats whose writers ask when something is heard and where, but not how it sounds: what they
give can be asked for before there is any audio, if not what is in it."""


def publish(
    publication: "Publication", formats: Sequence[str], settings: "WriterSettings"
) -> "Iterator[tuple[str, OutputFile]]":
    """Yield each file of the chosen formats with the name of its format."""
    for name in formats:
        for file in writer(name)(publication, settings):
            yield name, file


def writer(format_name: str) -> Writer:
    """The writer of a format, which is loaded when it is first asked for."""
    module, function = WRITERS[format_name].split(":")
    write: Writer = getattr(import_module(module), function)
    return write
