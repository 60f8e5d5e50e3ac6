"""A folder and a path from the web -> the file, if it is in the folder."""

from pathlib import Path

from oped_audio.serving.errors import NotHereError

STATIC = Path(__file__).parent / "static"
MEDIA_TYPES = {
    ".epub": "application/epub+zip",
    ".js": "text/javascript",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".mjs": "text/javascript",
    ".opus": "audio/ogg",
    ".vtt": "text/vtt",
    ".xhtml": "application/xhtml+xml",
}
"""Where systems disagree."""
BOOK_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
"""Of what is built; those pages have stricter ones of their own."""


def file_in(folder: Path, path: str) -> Path:
    """The file, or the index.html of the folder, that a path leads to. Raises NotHereError."""
    root = folder.resolve()
    try:
        found = (root / path).resolve()
        if found.is_dir():
            found = (found / "index.html").resolve()
        if found.is_relative_to(root) and found.is_file():
            return found
    except (OSError, ValueError, RuntimeError) as error:  # a NUL, a circle of links
        raise NotHereError(path) from error
    raise NotHereError(path)
