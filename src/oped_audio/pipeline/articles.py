"""What a user gives -> the articles in it, read as their settings say."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from oped_audio import scripting
from oped_audio.model.document import Document
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.progress import Event, Listener, Warned
from oped_audio.model.reading import Reading
from oped_audio.model.script import Script, Utterance
from oped_audio.narration.speakers import VoicesOf
from oped_audio.narration.workers import engine_of_process
from oped_audio.publishing.description import settle
from oped_audio.reading import INPUT_SUFFIXES, STANDARD_INPUT, is_address, read
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source
from oped_audio.settings import Settings, Values, load
from oped_audio.voices.engine import Setup

if TYPE_CHECKING:
    from oped_audio.scripting.utterances import Sentences


def ignore(_: Event) -> None:
    """Hear of nothing."""


def articles(inputs: Sequence[Path | str]) -> Iterator[Path | str]:
    """What to build; a folder without an article stands for itself."""
    for given in inputs:
        if is_address(str(given)) or str(given) == STANDARD_INPUT:
            yield str(given)
            continue
        path = Path(given)
        found: list[Path] = []
        if path.is_dir():
            with suppress(PermissionError):
                found = sorted(filter(_is_article, path.iterdir()))
        yield from found or [path]


def _is_article(path: Path) -> bool:
    """Whether it is a file of the right name; a named pipe would never end."""
    named = path.suffix.lower() in INPUT_SUFFIXES and not path.name.startswith(".")
    return named and not path.is_fifo()


def settings_of(source: Source, name: str, options: Values) -> Settings:
    """What is set for an article whose folder has this name. Raises SettingsError."""
    return load(source.folder and Path(source.name), name, options).settings


def setup_of(settings: Settings) -> Setup:
    """What an engine is given that speaks in this process, alone."""
    build = settings.build
    return Setup(build.voices_path, build.cores, build.device)


def voices_with(settings: Settings) -> VoicesOf:
    """Ask engines that are set up so for their voices."""
    return lambda engine: engine_of_process(engine, setup_of(settings)).voices()


def read_article(source: Source, settings: Settings, listen: Listener) -> Reading:
    """Read it, with what the settings say about the book. Raises InputError."""

    def warn(path: str) -> None:
        listen(Warned(source.name, f"{path} was damaged and is made again"))

    wanted = ReadingSettings(settings.book.language, settings.reading)
    pictures = Pictures(settings.cache.path, warn)
    reading = read(source, wanted, pictures)
    document = settle(reading.document, settings.book)
    return replace(reading, document=document, beside=pictures.beside)


def script_of(document: Document, settings: Settings, lexicon: Lexicon) -> Script:
    """What is said of an article."""
    return scripting.script(document, settings.pauses, settings.voices, lexicon, settings.speech)


def said_of(
    sentences: "Sentences", settings: Settings, lexicon: Lexicon
) -> Iterator[tuple[Utterance, ...]]:
    """What is said of each page, made when it is asked for."""
    return sentences.utterances(settings.pauses, settings.voices, lexicon, settings.speech)
