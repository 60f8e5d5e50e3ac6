"""Bytes in every encoding that an article comes in, and bytes that are no article."""

import codecs

import pytest

from oped_audio.errors import NotTextError
from oped_audio.reading.encoding import decode

ENGLISH = "The “café” opened — at last.\n\nIt’s cold, and naïve guests paid €12 for soup.\n" * 5
RUSSIAN = "Ночной поезд шёл медленно.\n\nПассажиры спали, и никто не торопился домой.\n" * 5
CHINESE = "夜车开得很慢。\n\n乘客们都睡着了，没有人着急回家。\n" * 5
POLISH = "Zażółć gęślą jaźń. Pociąg nocny jechał powoli.\n\nPasażerowie spali głęboko.\n" * 8


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CHINESE, POLISH, "Plain.", ""])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_encodings(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding), "a.txt") == text


def test_windows_1252_keeps_its_quotes() -> None:
    assert decode(b"He said \x93no\x94 \x96 it\x92s 5 \x80.\n", "a.txt") == (
        "He said “no” – it’s 5 €.\n"
    )


def test_mac_roman_quotes() -> None:
    text = "It’s the “last train”, she said, and we’re not on it.\n" * 5
    assert decode(text.encode("mac_roman"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (CHINESE, "gb18030")]
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_long_text_is_guessed_from_its_beginning() -> None:
    text = RUSSIAN * 1000
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_a_few_windows_bytes_in_utf8_are_read_as_such() -> None:
    data = "“Grüße” — “naïve”".encode() + b" it\x92s\x81."
    assert decode(data, "a.txt") == "“Grüße” — “naïve” it’s\ufffd."
    assert decode(codecs.BOM_UTF8 + data, "a.txt").endswith("it’s\ufffd.")


def test_stray_controls_are_left_to_normalising() -> None:
    data = b"A long enough line of text. " * 20 + b"\0\x07"
    assert decode(data, "a.txt").endswith(" \0\x07")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 etc", "it is a PDF"),
        (b"ab\0\1\2\3" * 50 + b"\xff\xfe\xfd", "NUL byte at offset 2"),
        (b"abc\x01\x02" * 50, "control character 0x01 at offset 3"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "damaged UTF-16-LE at offset 4"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "damaged UTF-16-LE at offset 4"),
        (codecs.BOM_UTF8 + b"abc\xffdef", "damaged UTF-8 at offset 6"),
        (codecs.BOM_UTF8 + b"abc\x01def", "control character 0x01 at offset 6"),
    ],
)
def test_binary_files_are_refused_with_kind_and_place(data: bytes, reason: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(data, "a.bin")
    assert caught.value.reason == reason
    assert caught.value.path == "a.bin"


def test_bytes_in_no_known_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes(range(0x81, 0x100)) * 3
    monkeypatch.setattr("oped_audio.reading.encoding._guessed", lambda _: None)
    with pytest.raises(NotTextError, match="its encoding is unknown"):
        decode(data, "a.bin")
