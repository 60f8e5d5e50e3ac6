"""The bytes of an HTML file -> its tree, whatever their encoding."""

import re
from typing import TYPE_CHECKING

from oped_audio.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 150
"""Elements within elements; pages that people make have at most fifty."""
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_KIND = "a web page"
_IN_HEAD = frozenset(
    (
        "base",
        "link",
        "meta",
        "noscript",
        "script",
        "style",
        "template",
        "title",
        "basefont",
        "bgsound",
    )
)


def parse(content: bytes, name: str, charset: str | None = None) -> "_Element":
    """The ``html`` element. Raises UnreadableFileError: there is none, or it is too deep."""
    return parse_text(decoded(content, charset), name)


def parse_text(text: str, name: str) -> "_Element":
    """The ``html`` element of characters. Raises UnreadableFileError."""
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=False,
        recover=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFileError(name, _KIND, "it holds no element", _ADVICE) from error
    if root is None:
        raise UnreadableFileError(name, _KIND, "it holds no element", _ADVICE)
    _end_head(root)
    check_depth(root, name, cut=any("depth" in entry.message.lower() for entry in parser.error_log))
    return root


def _end_head(root: "_Element") -> None:
    """Put into the body what no head holds, of which the parser knows ``p``, but not ``article``.

    A page may leave out the tags of both (HTML Standard, 13.1.2.4 and 13.2.6.4.4).
    """
    from lxml import etree

    head, body = root.find("head"), root.find("body")
    children = list(head) if head is not None else []
    first = next((at for at, node in enumerate(children) if node.tag not in _IN_HEAD), None)
    if first is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    for at, node in enumerate(children[first:]):
        body.insert(at, node)


_ADVICE = "save the page again in your browser, or paste its text into a .txt file"


def check_depth(root: "_Element", name: str, *, cut: bool = False) -> None:
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > _DEEPEST:
            break
    if cut or deepest > _DEEPEST:
        reason = f"its elements are nested more than {_DEEPEST} deep"
        raise UnreadableFileError(name, _KIND, reason, _ADVICE)


def decoded(content: bytes, charset: str | None) -> str:
    """By its mark, by what the server says, by what it says itself, or as most pages are."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    said = _CHARSET.search(content[:4096])
    declared = [charset, said[1].decode("ascii") if said else None, "utf-8"]
    for encoding in filter(None, declared):
        known = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030"}
        try:
            return content.decode(known.get(encoding.lower(), encoding))
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")
