"""Lexicon -> a file of the W3C's Pronunciation Lexicon Specification 1.0. Pure."""

from itertools import groupby

from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.publishing.epub.markup import PLS, Markup, element, file, lines, text

_PARTS_OF_SPEECH = "urn:oped-audio:part-of-speech"


def pls(lexicon: Lexicon, language: str) -> bytes:
    """The file; ``language`` is that of the text it is for (PLS 1.0, 4.1).

    Entries next to each other that are said alike share a lexeme.
    """
    lexemes = [_lexeme(list(alike)) for _, alike in groupby(lexicon.entries, _said)]
    has_parts = any(entry.part_of_speech for entry in lexicon.entries)
    attributes = {
        "xmlns": PLS,
        "xmlns:pos": _PARTS_OF_SPEECH if has_parts else None,
        "version": "1.0",
        "alphabet": "ipa",
        "xml:lang": language,
    }
    return file(element("lexicon", attributes, lines(lexemes)))


def _said(entry: Entry) -> tuple[str | None, ...]:
    return entry.ipa, entry.respelled, entry.part_of_speech


def _lexeme(entries: list[Entry]) -> Markup:
    first = entries[0]
    role = f"pos:{first.part_of_speech}" if first.part_of_speech else None
    graphemes = [element("grapheme", {}, text(entry.written)) for entry in entries]
    said = (
        element("alias", {}, text(first.respelled or ""))
        if first.ipa is None
        else element("phoneme", {}, text(first.ipa))
    )
    return element("lexeme", {"role": role}, *graphemes, said)
