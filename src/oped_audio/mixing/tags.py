"""Metadata -> the tags of one audio file, by ffmpeg's names. Pure."""

from oped_audio.model.language import primary
from oped_audio.model.publication import Metadata

_ISO_639_2 = {
    "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan",
    "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "eu": "eus", "fa": "fas",
    "fi": "fin", "fr": "fra", "ga": "gle", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun",
    "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ko": "kor", "lt": "lit", "lv": "lav",
    "nl": "nld", "no": "nor", "nb": "nob", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
    "sk": "slk", "sl": "slv", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "th": "tha",
    "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


def tags(metadata: Metadata, label: str, number: int, total: int) -> dict[str, str]:
    """Of the file of one section; ``number`` counts from 1, 0 is for what is not of the article."""
    place = {"track": f"{number}/{total}"} if number else {}
    return {"title": label, **_common(metadata), **place}


def book_tags(metadata: Metadata, description: str | None) -> dict[str, str]:
    """Of a file that holds the whole article; ``description`` is its standfirst, if any."""
    said = description or ", ".join(filter(None, (metadata.title, metadata.author)))
    return {
        "title": metadata.title,
        **_common(metadata),
        "genre": "Audiobook",
        "description": said,
        "comment": said,
    }


def _common(metadata: Metadata) -> dict[str, str]:
    """Language is ISO 639-2 (ID3v2.3, 4.2.1 TLAN); the narrator is TCOM, as players expect."""
    narrator = f"{metadata.narrator.name} (synthetic voice)"
    language = primary(metadata.language)
    found = {
        "album": metadata.title,
        "artist": metadata.author,
        "album_artist": metadata.author,
        "composer": narrator,
        "narrator": narrator,
        "language": _ISO_639_2.get(language, language if len(language) == 3 else "und"),
        "genre": "Speech",
        "date": metadata.date,
        "publisher": metadata.publisher,
        "copyright": metadata.rights,
    }
    return {name: value for name, value in found.items() if value}
