"""Sentences with their times -> Readium guided navigation, a document a section. Pure.

See https://readium.org/guided-navigation: the text and the stretch of the audio that says it.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltFile, Chapter, Narrated, OnShelf
from oped_audio.publishing.shelf.media import audio_of_sections, json_file

MEDIA_TYPE = "application/guided-navigation+json"
_ROLES = {
    "about-author": "complementary",
    "introduction": "introduction",
    "notes": "endnotes",
    "section": "chapter",
    "title": "header",
}
"""By ours; the specification has a list of its own (section 4)."""


def guided_path(chapter: Chapter) -> str:
    """Where a section's document lies."""
    return f"guided/{chapter.audio}.json"


def write(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``guided/NN-name.json`` for each section whose sentences are known."""
    told = {one.audio: one for one in item.narrated}
    known = [pair for pair in audio_of_sections(item.article) if pair[0].audio in told]
    for number, (chapter, file) in enumerate(known):
        following = known[number + 1][0] if number + 1 < len(known) else None
        content = _document(chapter, file, told[chapter.audio], following, item.article.read_along)
        yield json_file(guided_path(chapter), content)


def _document(
    chapter: Chapter,
    file: BuiltFile,
    narrated: Narrated,
    following: Chapter | None,
    page: str | None,
) -> dict[str, Any]:
    """``page`` is the one that shows the text, by the ids of the EPUB."""
    sentences = [
        {
            "audioref": f"../{quote(file.path)}#t={_times(passage.begin_ms, passage.end_ms)}",
            **({"textref": f"../{page}#{quote(passage.id)}"} if page else {}),
            "text": passage.text,
        }
        for passage in narrated.passages
    ]
    section = {"role": [_ROLES.get(chapter.role, "chapter")], "children": sentences}
    name = PurePosixPath(guided_path(chapter)).name
    links = [{"rel": "self", "href": quote(name), "type": MEDIA_TYPE}]
    if following:
        after = PurePosixPath(guided_path(following)).name
        links.append({"rel": "next", "href": quote(after), "type": MEDIA_TYPE})
    return {"links": links, "guided": [section]}


def _times(begin_ms: int, end_ms: int) -> str:
    """Media Fragments 1.0, 4.2.1: seconds."""
    return f"{begin_ms / 1000:g},{end_ms / 1000:g}"
