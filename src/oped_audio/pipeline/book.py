"""One article, read -> its book: all stages after reading, in their order."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from oped_audio.mixing.encoding import Cover, Encoder
from oped_audio.mixing.ffmpeg import version
from oped_audio.mixing.one_file import Binder
from oped_audio.mixing.presets import limits, preset
from oped_audio.mixing.settings import BOOK_FORMATS, AudioFormat, BookFormat
from oped_audio.mixing.tags import book_tags
from oped_audio.model.audio import AudioFile, Limits, least_exact
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.progress import ArticleStarted, Book, Found, Listener, Warned
from oped_audio.model.publication import Matter, Metadata, OutputFile, Publication, SavedFile
from oped_audio.model.reading import Reading
from oped_audio.model.script import Script
from oped_audio.narration.speakers import Speakers, speakers
from oped_audio.narration.workers import Workers
from oped_audio.pipeline.articles import said_of
from oped_audio.pipeline.casting import Casting
from oped_audio.pipeline.covers import covers
from oped_audio.pipeline.sounds import Sound, SpokenPage, Studio
from oped_audio.publishing import OF_TIMES, publish, writer
from oped_audio.publishing.description import describe
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.matter import ADDED, matter
from oped_audio.publishing.epub.matter import ROLES as MATTER_ROLES
from oped_audio.publishing.manifest import manifest
from oped_audio.publishing.settings import WriterSettings
from oped_audio.reading.lexicon import lexicon_for
from oped_audio.reading.source import Source
from oped_audio.reading.takes import takes_for
from oped_audio.saving import save, save_manifest
from oped_audio.scripting import cut
from oped_audio.settings import Settings

if TYPE_CHECKING:
    from oped_audio.scripting.utterances import Sentences

_REPORT = "report"
"""The format that is made last, since it tells of the others' files."""
_LONG_S = 3600.0
"""Of sound, from which memory is worth more than the second that is saved by writing early, and by
keeping who speaks for the next article."""

Written = dict[str, list[tuple[str, OutputFile]]]
"""Files, each with the name of its format, by that name."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What is said in a book, by whom, and what is said about it."""

    lexicon: Lexicon
    sentences: "Sentences"
    """Of the article."""
    voices: Speakers
    metadata: Metadata
    pages: list[SpokenPage] = field(default_factory=list)
    """Those of the article whose words are found."""
    added: list[SpokenPage] = field(default_factory=list)
    """Those that the EPUB adds."""

    @property
    def script(self) -> Script:
        """Of the pages of the article."""
        return Script(tuple(chain.from_iterable(said for _, said in self.pages)))


@dataclass(frozen=True, slots=True)
class BookMaker:
    """Makes the book of one article."""

    source: Source
    reading: Reading
    folder: Path
    settings: Settings
    workers: Workers
    casting: Casting
    listen: Listener

    def make(self) -> tuple[Book, tuple[SavedFile, ...]]:
        """The book, and the files that were saved. Raises OpedAudioError."""
        started = time.perf_counter()
        for finding in self.reading.findings:
            self.listen(Found(self.source.name, finding))
        with ThreadPoolExecutor(2) as aside:  # what need not wait for the words
            aside.submit(version)  # that of ffmpeg, on which the names of files depend
            cover, thumbnail = self._covers(aside)
            told = self._told()
            title, number = self.reading.document.title, len(self.reading.document.pages)
            count = number + (ADDED if self._is_book else 0)
            self.listen(ArticleStarted(self.source.name, title, count))
            written: Written = {}

            def meanwhile(sounds: Sequence[Sound]) -> None:
                self._load_writers()
                publication = self._publication(told, sounds, cover.drawn())
                if publication.seconds > _LONG_S:
                    self.workers.close()
                else:
                    written.update(self._written_early(publication))

            studio = self._studio(told.voices, thumbnail, meanwhile)
            pages, size = self._pages(told), told.sentences.characters
            sounds = list(studio.sounds(pages, size, number, told.metadata))
        publication = self._publication(told, sounds, cover.drawn())
        books = self._books(publication, cover)
        saved = self._save(replace(publication, books=books), written)
        book = Book(
            source=self.source.name,
            folder=self.folder,
            title=publication.document.title,
            sections=number,
            sentences=len(publication.script.utterances),
            words=sum(len(said.spoken_tokens) for said in publication.script.utterances),
            audio_seconds=publication.seconds,
            new_clips=sum(done.new for done in sounds),
            files=tuple(file.path for file in saved),
            seconds=time.perf_counter() - started,
        )
        return book, saved

    def _told(self) -> _Told:
        document = self.reading.document
        lexicon = lexicon_for(self.settings.lexicon, self.source.folder)
        sentences = cut(document.pages, document.language)
        wanted = self.settings.voice, self.settings.voices
        voices = speakers(*wanted, document.language, self.casting.voices)
        heard = [voices.of(role).voice for role in sentences.roles]
        heard += [voices.in_role(role).voice for role in MATTER_ROLES] if self._is_book else []
        metadata = describe(document, self.settings.book, voices.narrator.voice, heard)
        return _Told(lexicon, sentences, voices, metadata)

    @property
    def _is_book(self) -> bool:
        return "epub" in self.settings.build.formats

    def _pages(self, told: _Told) -> Iterator[SpokenPage]:
        """All pages, with what is said of each, which is found while those before are narrated."""
        document = self.reading.document
        said = said_of(told.sentences, self.settings, told.lexicon)
        for page in zip(document.pages, said, strict=True):
            told.pages.append(page)
            yield page
        if self._is_book:
            highlight = self.settings.epub.highlight
            added = matter(document, told.metadata, highlight, told.script)
            said = said_of(cut(added, document.language), self.settings, told.lexicon)
            for page in zip(added, said, strict=True):
                told.added.append(page)
                yield page

    def _studio(
        self,
        voices: Speakers,
        thumbnail: Cover,
        meanwhile: Callable[[Sequence[Sound]], object],
    ) -> Studio:
        return Studio(
            source=self.source.name,
            settings=self.settings,
            workers=self.workers,
            casting=self.casting,
            voices=voices,
            takes=takes_for(self.source.folder, self.folder.name),
            cover=thumbnail,
            further_formats=self._needed_formats,
            listen=self.listen,
            on_damage=self._warn_damage,
            meanwhile=meanwhile,
        )

    def _publication(self, told: _Told, sounds: Sequence[Sound], picture: Path) -> Publication:
        tracks = tuple(done.track for done in sounds)
        number = len(told.pages)
        return Publication(
            slug=self.folder.name,
            metadata=told.metadata,
            document=self.reading.document,
            script=told.script,
            tracks=tracks[:number],
            cover=picture.read_bytes(),
            marks_from=least_exact(done.marks_from for done in sounds),
            findings=self.reading.findings,
            limits=self._limits(),
            matter=tuple(
                Matter(page, utterances, track)
                for (page, utterances), track in zip(told.added, tracks[number:], strict=True)
            ),
        )

    def _limits(self) -> Limits | None:
        audio = self.settings.audio
        asked = preset(audio.mastering)
        return limits(asked, audio.channels) if asked else None

    def _books(self, publication: Publication, cover: Cover) -> tuple[AudioFile, ...]:
        """The one-file books, made at the same time."""
        names = self._book_formats
        if not names:
            return ()
        settings = self.settings
        binder = Binder(
            cache=settings.cache.path,
            encoder=Encoder(settings.audio, cover),
            on_damage=self._warn_damage,
        )
        document, tracks = publication.document, publication.tracks
        titles = [labels(document.language).of(page) for page in document.pages]
        tagged = book_tags(publication.metadata, document.standfirst)
        with ThreadPoolExecutor(len(names)) as pool:
            return tuple(pool.map(lambda name: binder.bind(name, tracks, titles, tagged), names))

    @property
    def _needed_formats(self) -> tuple[AudioFormat, ...]:
        """One-file books are made of FLACs, and hardware players take MP3s."""
        of_daisy: tuple[AudioFormat, ...] = (
            ("mp3",) if "daisy" in self.settings.build.formats else ()
        )
        return (*of_daisy, "flac") if self._book_formats else of_daisy

    @property
    def _book_formats(self) -> tuple[BookFormat, ...]:
        return tuple(name for name in BOOK_FORMATS if name in self.settings.build.formats)

    def _covers(self, aside: Executor) -> tuple[Cover, Cover]:
        document, settings = self.reading.document, self.settings
        told = document.title, document.byline, settings.cache.path, self._warn_damage
        return covers(*told, aside, is_apart=settings.build.cores > 1)

    def _load_writers(self) -> None:
        build = self.settings.build
        for name in (*build.formats, *([_REPORT] if build.report else [])):
            writer(name)

    def _written_early(self, publication: Publication) -> Written:
        """What can be written before all is encoded."""
        early = [name for name in self.settings.build.formats if name in OF_TIMES]
        return {name: list(publish(publication, [name], self._writing)) for name in early}

    @property
    def _writing(self) -> WriterSettings:
        settings = self.settings
        return WriterSettings(settings.epub.highlight, settings.captions, settings.audio.formats)

    def _save(self, publication: Publication, written: Written) -> tuple[SavedFile, ...]:
        settings, writing = self.settings, self._writing
        saved = save(
            self.folder,
            chain.from_iterable(
                written.get(name) or publish(publication, [name], writing)
                for name in settings.build.formats
            ),
        )
        if settings.build.report:
            told_of = replace(publication, files=tuple(saved))
            saved += save(self.folder, publish(told_of, [_REPORT], writing))
        content = hashlib.sha256(self.source.content).hexdigest()
        told = asdict(settings)
        for not_of_the_book in ("cache", "build", "shelf"):
            del told[not_of_the_book]
        about = manifest(publication, _file_name(self.source), content, told)
        durations = {track.name: track.timeline.seconds for track in publication.tracks}
        durations[publication.slug] = sum(durations.values())
        made_anew = (*settings.build.formats, _REPORT)
        last = save_manifest(self.folder, about, saved, made_anew, durations)
        return (*saved, last)

    def _warn_damage(self, path: str) -> None:
        self.listen(Warned(self.source.name, f"{path} was damaged and is made again"))


def _file_name(source: Source) -> str:
    return Path(source.name).name if source.folder else source.name
