"""Articles as DAISY books."""

from collections.abc import Callable
from pathlib import Path

import pytest

from oped_audio.model.publication import Publication
from oped_audio.publishing.daisy202 import write
from oped_audio.publishing.settings import WriterSettings

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def files() -> Callable[[Publication], Files]:
    """The files of the book by their names in it, read from where they lie."""

    def written(publication: Publication) -> Files:
        made = {}
        for file in write(publication, WriterSettings()):
            folder, _, name = file.path.partition("/")
            assert folder == "daisy"
            assert name not in made
            data = file.content
            made[name] = data.read_bytes() if isinstance(data, Path) else data
        return made

    return written


@pytest.fixture(scope="session", params=["everything", "bare"])
def made(request, narrated, files) -> tuple[Publication, Files]:
    publication = narrated(request.getfixturevalue(request.param))
    return publication, files(publication)
