"""Cues -> WebVTT, with a time before each word (W3C WebVTT, Candidate Recommendation). Pure."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from oped_audio.model.timecode import webvtt_time
from oped_audio.publishing.captions.cues import Cue

_NO_OTHERS: Mapping[str, str] = MappingProxyType({})
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def webvtt(
    cues: Iterable[Cue], title: str, language: str, languages: Mapping[str, str] = _NO_OTHERS
) -> str:
    """A WebVTT file (section 4.1): title and language in a comment, then a block for each cue.

    ``languages`` are BCP 47 tags by utterance id, of those in another than the article's.
    """
    blocks = ["WEBVTT", f"NOTE\nTitle: {_comment(title)}\nLanguage: {language}"]
    blocks += [_block(cue, languages.get(cue.utterance)) for cue in cues]
    return "\n\n".join(blocks) + "\n"


def _comment(text: str) -> str:
    """On one line and without an arrow, which would begin a cue (section 4.1)."""
    return " ".join(text.split()).replace("-->", "→")


def _block(cue: Cue, language: str | None) -> str:
    """Words in another language are in a language span (section 4.2.2)."""
    times = f"{webvtt_time(cue.begin_ms)} --> {webvtt_time(cue.end_ms)}"
    payload = _payload(cue)
    if language:
        payload = f"<lang {language}>{payload}</lang>"
    return f"{cue.id}\n{times}\n{payload}"


def _payload(cue: Cue) -> str:
    """Cue text with timestamps, each later than the one before and within the cue (section 4.2.2).

    A word that begins with the one before it has none.
    """
    latest = cue.begin_ms
    lines = []
    for line in cue.lines:
        text = ""
        for word in line:
            text += word.space
            if latest < word.begin_ms < cue.end_ms:
                text += f"<{webvtt_time(word.begin_ms)}>"
                latest = word.begin_ms
            text += word.text.translate(_ESCAPES)
        lines.append(text)
    return "\n".join(lines)
