"""Articles in, books out: all stages, one article after the other."""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

from oped_audio.content_store import ContentStore, tidy
from oped_audio.errors import (
    InternalError,
    NoArticlesError,
    OpedAudioError,
    SameNameError,
)
from oped_audio.mixing.encoding import Encoder
from oped_audio.mixing.formats import formats_to_make
from oped_audio.mixing.mixer import Mixer, Spoken
from oped_audio.mixing.one_file import Binder
from oped_audio.mixing.presets import limits, preset
from oped_audio.mixing.settings import BOOK_FORMATS, AudioFormat, BookFormat
from oped_audio.mixing.tags import book_tags, tags
from oped_audio.model.audio import AudioFile, Limits, MarksFrom, Track, VoiceSpec, least_exact
from oped_audio.model.document import Document, Section
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.naming import slug, track_name
from oped_audio.model.progress import (
    ArticleStarted,
    Book,
    Failure,
    Found,
    Listener,
    Report,
    SectionDone,
    SectionStarted,
    SentencesNarrated,
    Warned,
)
from oped_audio.model.publication import Matter, Metadata, Publication
from oped_audio.model.reading import Reading
from oped_audio.model.script import Script, Utterance
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.narrator import Narration, Narrator
from oped_audio.narration.speakers import Speakers, speakers
from oped_audio.narration.workers import Workers, close_engines, engine_of_process
from oped_audio.narration.workload import work_s
from oped_audio.pipeline.articles import (
    articles,
    ignore,
    read_article,
    script_of,
    script_of_pages,
    settings_of,
    setup_of,
    voices_with,
)
from oped_audio.publishing import publish
from oped_audio.publishing.cover import VERSION as COVER_VERSION
from oped_audio.publishing.cover import cover, thumbnail
from oped_audio.publishing.description import describe
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.matter import ROLES as MATTER_ROLES
from oped_audio.publishing.epub.matter import matter
from oped_audio.publishing.epub.pages import IN_ARTICLE
from oped_audio.publishing.manifest import manifest
from oped_audio.publishing.settings import WriterSettings
from oped_audio.reading import INPUT_SUFFIXES, open_source
from oped_audio.reading.lexicon import lexicon_for
from oped_audio.reading.source import Source
from oped_audio.reading.takes import takes_for
from oped_audio.saving import save, save_manifest
from oped_audio.settings import NO_OPTIONS, Settings, Values
from oped_audio.voices.engine import Setup

_REPORT = "report"
"""The format that is made last, since it tells of the others' files."""


def build(
    inputs: Sequence[Path | str],
    output: Path,
    options: Values = NO_OPTIONS,
    listen: Listener = ignore,
) -> Report:
    """Make a book of each input: a file, an address, ``-``, or every article in a folder.

    An article that fails does not keep the others from being built. ``options`` outweigh oped.toml
    and the environment, and are nested as in it; ``listen`` is told of everything as it happens.
    """
    books: list[Book] = []
    failures: list[Failure] = []
    caches: dict[Path, int] = {}
    claimed: dict[str, str] = {}
    pools: dict[int, Workers] = {}

    def make(given: Path | str) -> Book:
        if isinstance(given, Path) and given.is_dir():
            raise NoArticlesError(str(given), tuple(sorted(INPUT_SUFFIXES)))
        source = open_source(given)
        settings = settings_of(source, slug(source.stem), options)
        engine_of_process(settings.voice.engine, setup_of(settings))  # it gets ready meanwhile
        reading = read_article(source, settings, listen)
        name = slug(source.stem or reading.document.title)
        if name in claimed:
            raise SameNameError(source.name, claimed[name], name)
        claimed[name] = source.name
        caches[settings.cache.path] = settings.cache.cap_mb * 1_000_000
        jobs = settings.build.cores
        workers = pools.setdefault(jobs, Workers(jobs))
        return _Build(source, reading, output / name, settings, workers, listen).run()

    def close() -> None:
        close_engines()
        for workers in pools.values():
            workers.close()

    try:
        for given in articles(inputs):
            try:
                books.append(make(given))
                listen(books[-1])
            except Exception as error:  # noqa: BLE001 - the others are still to be built
                close()  # the next article gets fresh engines, whatever state these are in
                failures.append(Failure(str(given), _told(error, str(given))))
                listen(failures[-1])
    finally:
        close()
        for cache, cap_bytes in caches.items():
            tidy(cache, cap_bytes)
    return Report(tuple(books), tuple(failures))


def _told(error: Exception, source: str) -> OpedAudioError:
    if isinstance(error, OpedAudioError):
        return error
    return InternalError(source, f"{type(error).__name__}: {error}")


_Spoken = tuple[Section, tuple[Utterance, ...]]
"""A page and what is said of it."""


@dataclass(frozen=True, slots=True)
class _Sound:
    """What narration and mixing made of one section."""

    track: Track
    new: int
    """Clips that were spoken now."""
    marks_from: MarksFrom


@dataclass(frozen=True, slots=True)
class _Build:
    """One article's way through the stages."""

    source: Source
    reading: Reading
    folder: Path
    settings: Settings
    workers: Workers
    listen: Listener

    def run(self) -> Book:
        started = time.perf_counter()
        document = self.reading.document
        for finding in self.reading.findings:
            self.listen(Found(self.source.name, finding))
        lexicon = lexicon_for(self.settings.lexicon, self.source.folder)
        text = script_of(document, self.settings, lexicon)
        voices = self._speakers(document.language)
        heard = [voices.of(utterance.role).voice for utterance in text.utterances]
        is_book = "epub" in self.settings.build.formats
        heard += [voices.in_role(role).voice for role in MATTER_ROLES] if is_book else []
        metadata = describe(document, self.settings.book, voices.narrator.voice, heard)
        added = self._matter(document, metadata, text, lexicon) if is_book else []
        pages = [(page, text.of_section(page.id)) for page in document.pages]
        self.listen(ArticleStarted(self.source.name, document.title, len(pages) + len(added)))
        picture, small = self._pictures(metadata)
        sounds = list(self._sounds([*pages, *added], voices, metadata, small))
        tracks = tuple(done.track for done in sounds)
        publication = Publication(
            slug=self.folder.name,
            metadata=metadata,
            document=document,
            script=text,
            tracks=tracks[: len(pages)],
            cover=picture.read_bytes(),
            marks_from=least_exact(done.marks_from for done in sounds),
            findings=self.reading.findings,
            limits=self._limits(),
            matter=tuple(
                Matter(page, utterances, track)
                for (page, utterances), track in zip(added, tracks[len(pages) :], strict=True)
            ),
            books=self._books(document, tracks[: len(pages)], metadata, picture),
        )
        files = self._save(publication)
        return Book(
            source=self.source.name,
            folder=self.folder,
            title=document.title,
            sections=len(document.pages),
            sentences=len(text.utterances),
            words=sum(len(utterance.spoken_tokens) for utterance in text.utterances),
            audio_seconds=sum(track.timeline.seconds for track in publication.tracks),
            new_clips=sum(done.new for done in sounds),
            files=files,
            seconds=time.perf_counter() - started,
        )

    def _matter(
        self, document: Document, metadata: Metadata, text: Script, lexicon: Lexicon
    ) -> list[_Spoken]:
        """The pages that the EPUB adds, with what is said of them."""
        added = matter(document, metadata, self.settings.epub.highlight, text)
        said = script_of_pages(added, document.language, self.settings, lexicon)
        return [(page, said.of_section(page.id)) for page in added]

    def _sounds(
        self, pages: Sequence[_Spoken], voices: Speakers, metadata: Metadata, picture: Path
    ) -> Iterator[_Sound]:
        """Narrate the pages one after the other, while those that are narrated are encoded."""
        jobs = self.settings.build.cores
        size = sum(len(one.written) for _, utterances in pages for one in utterances)
        with ExitStack() as stack:
            work = work_s(size, voices.narrator.voice)
            executor, setup = self.workers.for_work(work, setup_of(self.settings))
            mixers, encoders = ThreadPoolExecutor(jobs), ThreadPoolExecutor(jobs)
            stack.callback(encoders.shutdown, cancel_futures=True)
            stack.callback(mixers.shutdown, cancel_futures=True)
            takes = takes_for(self.source.folder, self.folder.name)
            narrator = self._narrator(voices, executor, setup, jobs, takes)
            mixer = self._mixer(picture, encoders)
            waiting: deque[tuple[str, Narration, Future[Track]]] = deque()
            narrations = narrator.narrations(self._announced(pages, metadata.language))
            total = sum(page.role in IN_ARTICLE for page, _ in pages)
            for number, narration in enumerate(narrations):
                page, utterances = pages[number]
                label = labels(metadata.language).of(page)
                name = _name(number, page)
                tagged = tags(metadata, label, number + 1 if number < total else 0, total)
                future = mixers.submit(
                    mixer.mix, name, _spoken(utterances, narration, voices), tagged
                )
                waiting.append((label, narration, future))
                if len(waiting) > jobs:
                    yield self._encoded(*waiting.popleft())
            while waiting:
                yield self._encoded(*waiting.popleft())

    def _announced(
        self, pages: Sequence[_Spoken], language: str
    ) -> Iterator[tuple[str, tuple[Utterance, ...]]]:
        for page, utterances in pages:
            label = labels(language).of(page)
            self.listen(SectionStarted(self.source.name, page.id, label, len(utterances)))
            yield page.id, utterances

    def _encoded(self, label: str, narration: Narration, future: Future[Track]) -> _Sound:
        track = future.result()
        self.listen(SectionDone(self.source.name, track.section, label, track.timeline.seconds))
        return _Sound(track, narration.new, narration.marks_from)

    def _narrator(
        self,
        voices: Speakers,
        executor: Executor,
        setup: Setup,
        jobs: int,
        takes: Mapping[str, int],
    ) -> Narrator:
        return Narrator(
            store=ClipStore(self.settings.cache.path),
            executor=executor,
            setup=setup,
            voice=voices.narrator.voice,
            spec_of=voices.spec_of,
            language=voices.language,
            fingerprint_of=cache(self._fingerprint_of),  # it may hash the voice's weights
            ahead=jobs,
            on_damage=self._warn_damage,
            on_clips=lambda section, sentences: self.listen(
                SentencesNarrated(self.source.name, section, sentences)
            ),
            takes=takes,
        )

    def _fingerprint_of(self, spec: VoiceSpec) -> str:
        return engine_of_process(spec.engine, setup_of(self.settings)).fingerprint(spec.voice)

    def _speakers(self, language: str) -> Speakers:
        settings = self.settings
        return speakers(settings.voice, settings.voices, language, voices_with(settings))

    def _limits(self) -> Limits | None:
        audio = self.settings.audio
        asked = preset(audio.mastering)
        return limits(asked, audio.channels) if asked else None

    def _mixer(self, picture: Path, encoders: Executor) -> Mixer:
        settings = self.settings
        chosen = settings.audio.formats if "audio" in settings.build.formats else ()
        return Mixer(
            cache=settings.cache.path,
            encoder=Encoder(settings.audio, picture),
            formats=formats_to_make(chosen, self._needed_formats),
            preset=preset(settings.audio.mastering),
            cover_digest=hashlib.sha256(picture.read_bytes()).hexdigest(),
            encoders=encoders,
            on_damage=self._warn_damage,
        )

    def _books(
        self, document: Document, tracks: Sequence[Track], metadata: Metadata, picture: Path
    ) -> tuple[AudioFile, ...]:
        """The one-file books, made at the same time."""
        names = self._book_formats
        if not names:
            return ()
        settings = self.settings
        binder = Binder(
            cache=settings.cache.path,
            encoder=Encoder(settings.audio, picture),
            cover_digest=hashlib.sha256(picture.read_bytes()).hexdigest(),
            on_damage=self._warn_damage,
        )
        titles = [labels(document.language).of(page) for page in document.pages]
        tagged = book_tags(metadata, document.standfirst)
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

    def _pictures(self, metadata: Metadata) -> tuple[Path, Path]:
        """The cover and its thumbnail, drawn now or when this title was last seen."""
        asked = f"{COVER_VERSION} {metadata.title} {metadata.author}"
        picture = self._picture(asked, lambda: cover(metadata.title, metadata.author))
        return picture, self._picture(f"thumbnail {asked}", lambda: thumbnail(picture.read_bytes()))

    def _picture(self, asked: str, draw: Callable[[], bytes]) -> Path:
        store = ContentStore(self.settings.cache.path / "covers", ".jpg")
        key = hashlib.sha256(asked.encode()).hexdigest()
        return store.obtain(key, lambda path: path.write_bytes(draw()), self._warn_damage)

    def _save(self, publication: Publication) -> tuple[str, ...]:
        settings = self.settings
        writing = WriterSettings(settings.epub.highlight, settings.captions, settings.audio.formats)
        saved = save(self.folder, publish(publication, settings.build.formats, writing))
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
        return tuple(file.path for file in (*saved, last))

    def _warn_damage(self, path: str) -> None:
        self.listen(Warned(self.source.name, f"{path} was damaged and is made again"))


def _file_name(source: Source) -> str:
    return Path(source.name).name if source.folder else source.name


def _spoken(utterances: tuple[Utterance, ...], narration: Narration, voices: Speakers) -> Spoken:
    speakers = [voices.spec_of(utterance.role, utterance.language) for utterance in utterances]
    return Spoken(utterances, narration.clips, narration.keys, speakers)


def _name(number: int, page: Section) -> str:
    if page.role not in IN_ARTICLE:
        return page.role
    roles = {"title": "title", "introduction": "introduction"}
    return track_name(number, roles.get(page.role) or page.heading or page.role)
