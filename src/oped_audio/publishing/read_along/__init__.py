"""Publication -> an edition for web browsers: one folder, in which text and narration go together.

It asks for nothing that is not in the folder, and works from a web server and by ``file://``.
"""

from collections.abc import Iterator

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.captions import vtt_file
from oped_audio.publishing.epub.pages import image_href
from oped_audio.publishing.read_along.edition import COVER, edition
from oped_audio.publishing.read_along.page import page
from oped_audio.publishing.read_along.parts import fonts, script, style
from oped_audio.publishing.settings import WriterSettings

FOLDER = "read-along"


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield the files, all in ``read-along/``; ``index.html`` is the page."""
    made = edition(publication, settings)
    files = {
        "index.html": page(made),
        "read-along.css": style(),
        "read-along.js": script(),
        COVER: publication.cover,
        **{chapter.audio: chapter.page.track.encoded for chapter in made.heard},
        **{chapter.captions: vtt_file(chapter.cues, publication) for chapter in made.heard},
        **{image_href(image): image.path for image in publication.document.images},
        **fonts(),
    }
    for name, content in files.items():
        yield OutputFile(f"{FOLDER}/{name}", content)
