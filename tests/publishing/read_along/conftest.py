"""Articles as pages to read along with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from oped_audio.publishing.read_along import write
from oped_audio.publishing.settings import WriterSettings

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def files() -> Callable[..., Files]:
    """The files of the edition by their names in its folder, read from where they lie."""

    def written(publication, highlight="sentence") -> Files:
        made = {}
        for file in write(publication, WriterSettings(highlight)):
            folder, _, name = file.path.partition("/")
            assert folder == "read-along"
            assert name not in made
            data = file.content
            made[name] = data.read_bytes() if isinstance(data, Path) else data
        return made

    return written


@pytest.fixture(scope="session", params=["everything", "bare"])
def made(request, narrated, files):
    """A publication and its files."""
    publication = narrated(request.getfixturevalue(request.param))
    return publication, files(publication)


@pytest.fixture(scope="session")
def full(narrated, files, everything) -> Files:
    return files(narrated(everything))


@pytest.fixture(scope="session")
def page() -> Callable[[Files], html.HtmlElement]:
    """The page as a browser has it."""
    return lambda files: html.document_fromstring(files["index.html"].decode())


@pytest.fixture(scope="session")
def data(page) -> Callable[[Files], dict]:
    """What the script is told."""

    def read(files: Files) -> dict:
        (found,) = page(files).xpath("//script[@type='application/json']")
        return json.loads(found.text)

    return read
