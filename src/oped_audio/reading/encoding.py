"""The bytes of a text file, in whatever encoding -> its characters. Pure.

The encodings are tried from the one that says most of itself to the one that says least: a byte
order mark, UTF-8, UTF-16 known by its NULs, UTF-8 with a few foreign bytes, Windows-1252,
MacRoman, and what charset-normalizer finds. Each has to give text with few control characters.
"""

import codecs
import re
from collections.abc import Iterator

from oped_audio.errors import NotTextError
from oped_audio.reading.signatures import kind_of

_MARKS = (  # UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(code for code in (*range(32), 127) if chr(code) not in "\t\n\v\f\r")
_CONTROL = re.compile(b"[" + re.escape(_CONTROLS) + b"]")
_MOST_CONTROLS = 0.01
"""Of the characters of a text; more make it binary."""
_MOST_FOREIGN = 0.2
"""Letters beyond ASCII among all in a western text; French has 5 %, Cyrillic nearly all."""
_MOST_ODD = 0.1
"""Of the characters beyond ASCII, those that stand where no western language has them."""
_SAMPLE = 200_000
"""Bytes that are enough to guess an encoding from."""
_HIGH = re.compile(r"[^\x00-\x7f]")
_ODD = re.compile(
    r"(?<=[^\W\d_])[\xa1-\xa9\xab\xac\xae-\xb3\xb5\xb6\xb8-\xb9\xbb-\xbf‚ƒ„†‡ˆ‰‹•˜™›](?=[^\W\d_])"
    r"|(?<=[a-zà-öø-ÿ])[À-ÖØ-ÞŠŒŽŸ]|[¤¦¬¸ˆ˜]"
)


def decode(data: bytes, source: str) -> str:
    """The characters, without byte order mark. ``source`` names the file in a NotTextError."""
    kind = kind_of(data)
    if kind:
        raise NotTextError(source, f"it is {kind}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], len(mark), encoding, source)
    for text in _readings(data):
        if text is not None and _few_controls(text):
            return text
    raise NotTextError(source, _why_binary(data))


def _decode_marked(data: bytes, skipped: int, encoding: str, source: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        mixed = _mostly_utf8(data) if encoding == "utf-8" else None
        if mixed is None:
            place = skipped + error.start
            reason = f"damaged {encoding.upper()} at offset {place}"
            raise NotTextError(source, reason) from None
        text = mixed
    if not _few_controls(text):
        before = re.split(_CONTROL.pattern.decode("ascii"), text, maxsplit=1)[0]
        place = skipped + len(before.encode(encoding))
        raise NotTextError(source, _control_at(place, text[len(before)]))
    return text


def _readings(data: bytes) -> Iterator[str | None]:
    yield _strictly(data, "utf-8")
    if b"\0" in data:
        yield _utf16(data)
    yield _mostly_utf8(data)
    for encoding in ("cp1252", "mac_roman"):
        yield _western(data, encoding)
    yield _guessed(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16(data: bytes) -> str | None:
    """UTF-16 in the byte order that gives white space and letters where the other gives none."""
    readings = [_strictly(data, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    return max((text for text in readings if text), key=_familiar, default=None)


def _familiar(text: str) -> int:
    return len(text.encode("ascii", "ignore")) + sum(map(text.count, "，。、"))


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 into which a few bytes of Windows-1252 were pasted; None if it is not that."""
    text = data.decode("utf-8", "surrogateescape")
    foreign = len(re.findall("[\udc80-\udcff]", text))
    proper = len(_HIGH.findall(text)) - foreign
    if foreign >= proper:
        return None
    return re.sub("[\udc80-\udcff]", _as_cp1252, text)


def _as_cp1252(escaped: re.Match[str]) -> str:
    return bytes([ord(escaped[0]) - 0xDC00]).decode("cp1252", "replace")


def _western(data: bytes, encoding: str) -> str | None:
    """The text if it looks like a western language in this encoding."""
    text = _strictly(data, encoding)
    if text is None:
        return None
    high = len(_HIGH.findall(text))
    odd = len(_ODD.findall(text))
    return text if high <= _MOST_FOREIGN * len(text) and odd <= _MOST_ODD * high else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if not _few_controls(data.decode("latin-1")):
        return None
    sample = data[:_SAMPLE]
    if len(data) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(sample).best()
    return _strictly(data, best.encoding) if best else None


def _few_controls(text: str) -> bool:
    return sum(map(text.count, _CONTROLS.decode("ascii"))) <= _MOST_CONTROLS * len(text)


def _why_binary(data: bytes) -> str:
    first = _CONTROL.search(data)
    if first is None:
        return "its encoding is unknown"
    return _control_at(first.start(), first[0].decode("ascii"))


def _control_at(place: int, control: str) -> str:
    name = "NUL byte" if control == "\0" else f"control character 0x{ord(control):02X}"
    return f"{name} at offset {place}"
