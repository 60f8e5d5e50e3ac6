"""Narrated books, written by hand: no code of publishing is in them."""

import io
import wave
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import close_engines, narrate

RATE = 22_050
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Storks</dc:title>
<dc:language>en</dc:language><meta property="media:narrator">{narrator}</meta></metadata>
<manifest><item id="t" href="text/one.xhtml" media-type="application/xhtml+xml" media-overlay="o"/>
<item id="o" href="one.smil" media-type="application/smil+xml"/>
<item id="a" href="one.wav" media-type="audio/wav"/></manifest>
<spine><itemref idref="t"/></spine></package>"""
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="en"><body>{body}</body></html>"""
SMIL = """<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body>{body}</body></smil>"""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a book, and the samples that are heard for it."""

    id: str
    text: str
    clip: Clip

    def with_pcm(self, pcm: bytes) -> "Sentence":
        return replace(self, clip=replace(self.clip, pcm=pcm))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The bytes of the words from the first to the last."""
        return 2 * self.clip.marks[first].begin, 2 * self.clip.marks[last].end

    def without(self, first: int, last: int) -> "Sentence":
        begin, end = self.span(first, last)
        return self.with_pcm(self.clip.pcm[:begin] + self.clip.pcm[end:])

    def twice(self, first: int, last: int) -> "Sentence":
        begin, end = self.span(first, last)
        return self.with_pcm(self.clip.pcm[:end] + self.clip.pcm[begin:])


def _zipped(path: Path, entries: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        for name, content in entries.items():
            book.writestr(name, content)
    return path


def _entries_of(
    sentences: Sequence[Sentence], narrator: str = "Eddy (synthetic voice, pyttsx3)"
) -> dict[str, bytes | str]:
    """A book of one document; a pause of 0.4 s is behind each sentence."""
    body, pars, sound, at = [], [], b"", 0
    for sentence in sentences:
        pcm = sentence.clip.pcm + bytes(2 * RATE * 4 // 10)
        begin, end = at / 2 / RATE, (at + len(pcm)) / 2 / RATE
        at += len(pcm)
        sound += pcm
        body.append(f'<p id="{sentence.id}">{escape(sentence.text)}</p>')
        pars.append(
            f'<par><text src="text/one.xhtml#{sentence.id}"/>'
            f'<audio src="one.wav" clipBegin="{begin:.3f}s" clipEnd="{end:.3f}s"/></par>'
        )
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(sound)
    return {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE.format(narrator=narrator),
        "OPS/text/one.xhtml": PAGE.format(body="".join(body)),
        "OPS/one.smil": SMIL.format(body="".join(pars)),
        "OPS/one.wav": stream.getvalue(),
    }


@pytest.fixture(scope="session")
def spoken(utterance, machine) -> Callable[[Sequence[str]], list[Sentence]]:
    """Texts, spoken by espeak-ng at 150 words a minute."""

    def speak(texts: Sequence[str]) -> list[Sentence]:
        spec = VoiceSpec("pyttsx3", "en-us", 150, 1.0, 50)
        asked = [(Asked(utterance(text, f"s01-p01-u{n}"), spec),) for n, text in enumerate(texts)]
        try:
            clips = narrate(asked, machine)
        finally:
            close_engines()
        return [
            Sentence(f"s{n}", text, clip)
            for n, (text, clip) in enumerate(zip(texts, clips, strict=True))
        ]

    return speak


@pytest.fixture(scope="session")
def entries_of() -> Callable[..., dict[str, bytes | str]]:
    return _entries_of


@pytest.fixture(scope="session")
def zipped() -> Callable[[Path, dict[str, bytes | str]], Path]:
    return _zipped
