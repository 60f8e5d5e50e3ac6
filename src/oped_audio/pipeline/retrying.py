"""A checked book with errors -> its article's takes.toml, and the book, built anew with it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oped_audio.checking.listening import LONGEST_MS, Listener
from oped_audio.checking.sound import BYTES_A_MS, SAMPLE_RATE
from oped_audio.errors import NoSourceError
from oped_audio.model.listening import Mishap
from oped_audio.model.naming import slug
from oped_audio.model.publication import OutputFile
from oped_audio.model.script import Script, Utterance
from oped_audio.narration.parts import Asked
from oped_audio.narration.resampling import resampled
from oped_audio.narration.speakers import Speakers, in_take, speakers
from oped_audio.narration.workers import close_engines, narrate
from oped_audio.pipeline.articles import (
    articles,
    ignore,
    read_article,
    script_of,
    settings_of,
    setup_of,
    voices_with,
)
from oped_audio.pipeline.building import build
from oped_audio.pipeline.checking import Checked, Checker, Wanted, check, tolerance_for
from oped_audio.publishing.takes_toml import takes_toml
from oped_audio.reading import open_source
from oped_audio.reading.lexicon import lexicon_for
from oped_audio.reading.takes import FILE_NAME, read_takes
from oped_audio.saving import MANIFEST, save
from oped_audio.settings import NO_OPTIONS, Settings, Values, load

_TAKES = range(4)
_WORD = re.compile(r"-w\d+$")
_GENERATOR = "oped-audio "


@dataclass(frozen=True, slots=True)
class Take:
    """A sentence that is narrated in another take from now on."""

    written: str
    take: int
    wrong_before: int
    """Words that were not heard as they are written."""
    wrong: int


@dataclass(frozen=True, slots=True)
class Retaken:
    """What came of narrating anew."""

    checked: Checked
    """The book, checked again if it was built anew."""
    takes: tuple[Take, ...]
    """Those that are better than what was there."""


def retry(checked: Checked, folder: Path, options: Values = NO_OPTIONS) -> Retaken:
    """Narrate each sentence that has an error in other takes, and build the book with the best.

    ``folder`` holds the article. The choice is written into takes.toml beside it, which every later
    build reads. Raises NoSourceError, and what ``check`` and ``build`` raise.
    """
    amiss = [mishap for mishap in checked.mishaps if mishap.severity == "error"]
    if not amiss:
        return Retaken(checked, ())
    path, told = _source(checked.book, folder)
    merged = _merged(told, options)
    chosen = read_takes(path.parent / FILE_NAME) if (path.parent / FILE_NAME).is_file() else {}
    name = checked.book.parent.name
    takes = tuple(_takes(path, merged, amiss, chosen.get(name, {}), options))
    if not takes:
        return Retaken(checked, ())
    own = {**chosen.get(name, {}), **{take.written: take.take for take in takes}}
    content = takes_toml({**chosen, name: own}).encode()
    save(path.parent, [("takes", OutputFile(FILE_NAME, content))])
    for failure in build([path], checked.book.parent.parent, merged).failures:
        raise failure.error
    (again,) = check([checked.book], options, wanted=Wanted(listening=True))
    return Retaken(again, takes)


def _source(book: Path, folder: Path) -> tuple[Path, Mapping[str, object]]:
    """The article of a book, and the settings that it was built with."""
    try:
        told = json.loads((book.parent / MANIFEST).read_bytes())
        name, settings = Path(str(told["source"]["name"])).name, told["settings"]
        is_ours = str(told["generator"]).startswith(_GENERATOR) and isinstance(settings, dict)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"no {MANIFEST} beside it tells its article"
        raise NoSourceError(str(book), reason) from error
    if not is_ours:
        raise NoSourceError(str(book), f"the {MANIFEST} beside it is not of oped-audio")
    for path in (folder / name, *articles([folder])):
        if isinstance(path, Path) and path.is_file() and slug(path.stem) == book.parent.name:
            return path, settings
    raise NoSourceError(str(book), f"its article {name} is not in {folder}")


def _merged(told: Mapping[str, object], options: Values) -> Values:
    """The settings of the book, with what the command line says of the machine.

    What is empty, or None, is as if it were not said.
    """
    merged: dict[str, dict[str, object]] = {}
    for table, values in told.items():
        if isinstance(values, dict):
            kept = {key: _without_none(value) for key, value in values.items() if value is not None}
            merged[table] = kept
    for table, values in options.items():
        merged[table] = {**merged.get(table, {}), **values}
    return merged


def _without_none(value: object) -> object:
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if one is not None}
    return value


def _takes(
    path: Path,
    merged: Values,
    amiss: Sequence[Mishap],
    chosen: Mapping[str, int],
    options: Values,
) -> Iterator[Take]:
    source = open_source(path)
    settings = settings_of(source, slug(source.stem), merged)
    reading = read_article(source, settings, ignore)
    text = script_of(reading.document, settings, lexicon_for(settings.lexicon, source.folder))
    checker = Checker.ready(load(None, "", options).settings)
    try:
        language = reading.document.language
        voices = speakers(settings.voice, settings.voices, language, voices_with(settings))
        listener = checker.listener(tolerance_for([f"(synthetic voice, {settings.voice.engine})"]))
        studio = _Studio(settings, voices, listener, language)
        for mishap in amiss:
            utterance = _utterance(text, mishap)
            if utterance is not None:
                yield from studio.better(utterance, mishap, chosen.get(utterance.written, 0))
    finally:
        close_engines()


def _utterance(text: Script, mishap: Mishap) -> Utterance | None:
    """What a passage was narrated from; None if the article has changed since."""
    wanted = _WORD.sub("", mishap.passage.id)
    written = "".join(mishap.passage.text.split())
    for utterance in text.utterances:
        same = "".join(utterance.written.split()) == written
        if utterance.id == wanted or (same and utterance.block == wanted):
            return utterance
    return None


@dataclass(frozen=True, slots=True)
class _Studio:
    """Where sentences are narrated anew and listened to."""

    settings: Settings
    voices: Speakers
    listener: Listener
    language: str

    def better(self, utterance: Utterance, mishap: Mishap, present: int) -> Iterator[Take]:
        """The best of the other takes, if it is better than what is in the book."""
        best: Take | None = None
        for take in _TAKES:
            if take == present:
                continue
            wrong = self._wrong(utterance, take)
            if wrong < (best.wrong if best else mishap.wrong):
                best = Take(utterance.written, take, mishap.wrong, wrong)
            if wrong == 0:
                break
        if best:
            yield best

    def _wrong(self, utterance: Utterance, take: int) -> int:
        spec_of = in_take(self.voices.spec_of, take)
        asked = Asked(utterance, spec_of(utterance.role, utterance.language))
        parts = asked.parts(spec_of, self.voices.language)
        (clip,) = narrate([parts], setup_of(self.settings))
        words = self.listener.words_of(utterance.written, self.language)
        pcm = resampled(clip, SAMPLE_RATE).pcm[: LONGEST_MS * BYTES_A_MS]
        return self.listener.hearing(pcm, words, self.language)[1].wrong
