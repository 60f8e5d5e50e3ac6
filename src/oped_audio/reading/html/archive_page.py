"""A page saved as one file (MHTML, RFC 2557) -> the page and its parts by address."""

from email import message_from_bytes, policy
from email.message import EmailMessage

from oped_audio.errors import UnreadableFileError


def looks_like_mhtml(content: bytes) -> bool:
    """Whether mail headers of the kind stand at its start."""
    head = content[:4096].lower()
    return b"multipart/related" in head and b"mime-version" in head


def split_mhtml(
    content: bytes, name: str
) -> tuple[bytes, str | None, str | None, dict[str, bytes]]:
    """The page, its charset, its address and its parts. Raises UnreadableFileError."""
    message = message_from_bytes(content, policy=policy.default)
    page: tuple[bytes, str | None, str | None] | None = None
    parts: dict[str, bytes] = {}
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        if not isinstance(body, bytes):
            continue
        location = str(part.get("Content-Location") or "") or None
        if page is None and part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = (body, part.get_content_charset(), location)
            continue
        for key in filter(None, (location, str(part.get("Content-ID") or "").strip("<>"))):
            parts[key] = body
    if page is None:
        advice = "save the page again in your browser"
        raise UnreadableFileError(name, "a saved web page", "there is no page in it", advice)
    body, charset, location = page
    return body, charset, location, parts
