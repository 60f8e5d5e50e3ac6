"""A file -> the Document in it.

To read a new format: write one module with a function like ``plaintext.read``, which takes a path
and ReadingSettings, returns a Document and raises InputError, and add a line to ``_READERS``.
"""

from importlib import import_module
from pathlib import Path
from typing import cast

from oped_audio.model.document import Document
from oped_audio.reading.settings import ReadingSettings

_PLAIN_TEXT = "oped_audio.reading.plaintext"
_READERS = {".txt": _PLAIN_TEXT}

INPUT_SUFFIXES = frozenset(_READERS)
"""Lower-case suffixes of the files in a folder that are articles."""


def read(path: Path, settings: ReadingSettings) -> Document:
    """The article in a file; one with an unknown suffix is taken for plain text.

    Raises InputError: the file is missing, not text, too large, or has nothing to narrate.
    """
    reader = import_module(_READERS.get(path.suffix.lower(), _PLAIN_TEXT))
    return cast("Document", reader.read(path, settings))
