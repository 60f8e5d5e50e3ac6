"""Lexicon files and the lexicon that comes with the program -> a Lexicon."""

from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from oped_audio.errors import LexiconError, reason_of
from oped_audio.model.lexicon import Lexicon
from oped_audio.reading.lexicon import pls, toml
from oped_audio.reading.settings import LexiconSettings

FILE_NAME = "lexicon.toml"
"""Read where it lies: in the working directory and beside the article."""
BUNDLED = ("news_en.toml",)
_LARGEST = 20_000_000
"""Bytes."""


def read_lexicon(path: Path) -> Lexicon:
    """The entries of a lexicon.toml or of a W3C PLS file (``.pls``). Raises LexiconError."""
    try:
        content = head(path)
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        advice = "check its name in oped.toml"
        raise LexiconError(str(path), "", f"cannot be read ({reason})", advice) from error
    if len(content) > _LARGEST:
        raise LexiconError(str(path), "", "is too large", "split it into several files")
    parse = pls.parse if path.suffix.lower() in {".pls", ".xml"} else toml.parse
    return parse(content, str(path))


def head(path: Path) -> bytes:
    """As much of a file as a lexicon may have and a byte more; devices have no end.

    Raises OSError, ValueError.
    """
    with path.open("rb") as file:
        return file.read(_LARGEST + 1)


def lexicon_for(settings: LexiconSettings, folder: Path | None) -> Lexicon:
    """All entries for an article in this folder (None: it is in none), the weightiest last.

    The bundled ones, and those of ``lexicon_files``. Raises LexiconError.
    """
    lexicons = map(read_lexicon, lexicon_files(settings, folder))
    return Lexicon.merged([bundled(), *lexicons] if settings.bundled else lexicons)


def lexicon_files(settings: LexiconSettings, folder: Path | None) -> tuple[Path, ...]:
    """Those of the settings, whether or not they are there, the lexicon.toml of the working
    directory, and the one beside the article."""
    folders = [Path()]
    if folder is not None and folder.resolve() != Path.cwd():
        folders.append(folder)
    own = [place / FILE_NAME for place in folders if (place / FILE_NAME).is_file()]
    return (*(_found(name, folders) for name in settings.files), *own)


def _found(name: str, folders: Sequence[Path]) -> Path:
    path = Path(name)
    with suppress(RuntimeError):  # the home of a user that there is not
        path = path.expanduser()
    paths = [folder / path for folder in reversed(folders)]
    return next((path for path in paths if path.exists()), paths[-1])


@cache
def bundled() -> Lexicon:
    """Names in the news, as they are said in English."""
    folder = files(__name__)
    return Lexicon.merged(toml.parse((folder / name).read_bytes(), name) for name in BUNDLED)
