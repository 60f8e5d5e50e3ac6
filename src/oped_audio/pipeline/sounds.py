"""Pages of an article and what is said of them -> their Tracks, narrated, mixed and encoded."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import tee

from oped_audio.mixing.encoding import Cover, Encoder
from oped_audio.mixing.formats import formats_to_make
from oped_audio.mixing.mixer import Mixer, Spoken
from oped_audio.mixing.presets import preset
from oped_audio.mixing.settings import AudioFormat
from oped_audio.mixing.tags import tags
from oped_audio.model.audio import MarksFrom, Track
from oped_audio.model.document import Section
from oped_audio.model.naming import track_name
from oped_audio.model.progress import (
    Listener,
    SectionDone,
    SectionStarted,
    SentencesNarrated,
    Warned,
)
from oped_audio.model.publication import Metadata
from oped_audio.model.script import Utterance
from oped_audio.narration.clip_store import open_store
from oped_audio.narration.handing import Team
from oped_audio.narration.narrator import Narration, Narrator
from oped_audio.narration.speakers import Speakers
from oped_audio.narration.workers import Workers
from oped_audio.narration.workload import work_s
from oped_audio.pipeline.articles import setup_of
from oped_audio.pipeline.casting import Casting
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.pages import IN_ARTICLE
from oped_audio.settings import Settings
from oped_audio.voices.engine import is_plugged_in

SpokenPage = tuple[Section, tuple[Utterance, ...]]
"""A page and what is said of it."""


_WAITING_S = 600.0
"""Of sound may wait to be encoded, so that narration goes on meanwhile; it lies in memory."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What narration and mixing made of one page."""

    track: Track
    new: int
    """Clips that were spoken now."""
    marks_from: MarksFrom


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What was spoken, and is to be encoded."""

    label: str
    """Of its page."""
    sound: Sound
    """As it will be, but for what is measured when it is encoded."""
    track: Future[Track]

    @property
    def seconds(self) -> float:
        return self.sound.track.timeline.seconds


@dataclass(frozen=True, slots=True)
class Studio:
    """Where one article becomes sound."""

    source: str
    """What the article is called in events."""
    settings: Settings
    workers: Workers
    casting: Casting
    voices: Speakers
    takes: Mapping[str, int]
    cover: Cover
    """What each file carries."""
    further_formats: Sequence[AudioFormat]
    """What is needed beside the formats that were chosen."""
    listen: Listener
    on_damage: Callable[[str], None]
    meanwhile: Callable[[Sequence[Sound]], object]
    """What is done when all is spoken, and the last encoders are at work: with all sounds as they
    will be, but for what is measured of the tracks."""

    def sounds(
        self, pages: Iterable[SpokenPage], characters: int, total: int, metadata: Metadata
    ) -> Iterator[Sound]:
        """Narrate the pages one after the other, while those that are narrated are encoded.

        Each is asked for when those before it are handed out. They have about so many characters,
        and so many of them are the article's.
        """
        jobs = self.settings.build.cores
        with ExitStack() as stack:
            work = work_s(characters, self.voices.narrator.voice)
            others = any(map(is_plugged_in, self.voices.engines))
            team = self.workers.for_work(work, setup_of(self.settings), is_apart=others)
            encoders = ThreadPoolExecutor(jobs)
            mixers = ThreadPoolExecutor(jobs + 1)  # one mixes while the others wait for encoders
            mixer: Mixer | None = None
            stack.callback(lambda: mixer.close() if mixer else None)
            stack.callback(encoders.shutdown, cancel_futures=True)
            stack.callback(mixers.shutdown, cancel_futures=True)
            narrator = self._narrator(team)
            spoken: list[Sound] = []
            waiting: deque[_Waiting] = deque()
            handed, heard = tee(self._announced(pages, metadata.language))
            narrations = narrator.narrations((page.id, said) for page, said in handed)
            pairs = zip(narrations, heard, strict=True)
            for number, (narration, (page, utterances)) in enumerate(pairs):
                label = labels(metadata.language).of(page)
                name = _name(number, page)
                place = number + 1 if page.role in IN_ARTICLE else 0
                tagged = tags(metadata, label, place, total)
                if narration.new:  # threads that share a half-loaded library would tell of nonsense
                    import_module("numpy")
                mixer = mixer or self._mixer(encoders)
                desk = mixer.desk(name, self._spoken(utterances, narration), tagged)
                spoken.append(Sound(desk.track, narration.new, narration.marks_from))
                waiting.append(_Waiting(label, spoken[-1], mixers.submit(desk.mix)))
                while waiting and (waiting[0].track.done() or _seconds(waiting) > _WAITING_S):
                    yield self._encoded(waiting.popleft())
            self.meanwhile(spoken)
            while waiting:
                yield self._encoded(waiting.popleft())

    def _announced(self, pages: Iterable[SpokenPage], language: str) -> Iterator[SpokenPage]:
        for page, utterances in pages:
            label = labels(language).of(page)
            self.listen(SectionStarted(self.source, page.id, label, len(utterances)))
            yield page, utterances

    def _encoded(self, waiting: _Waiting) -> Sound:
        track = waiting.track.result()
        done = SectionDone(self.source, track.section, waiting.label, track.timeline.seconds)
        self.listen(done)
        return replace(waiting.sound, track=track)

    def _narrator(self, team: Team) -> Narrator:
        where = self.settings.cache
        return Narrator(
            store=open_store(where.path, where.clips, self._warn),
            team=team,
            voice=self.voices.narrator.voice,
            spec_of=self.voices.spec_of,
            language=self.voices.language,
            fingerprint_of=self.casting.fingerprint,
            on_damage=self.on_damage,
            on_clips=lambda section, sentences: self.listen(
                SentencesNarrated(self.source, section, sentences)
            ),
            takes=self.takes,
        )

    def _warn(self, message: str) -> None:
        self.listen(Warned(self.source, message))

    def _mixer(self, encoders: Executor) -> Mixer:
        settings = self.settings
        chosen = settings.audio.formats if "audio" in settings.build.formats else ()
        return Mixer(
            cache=settings.cache.path,
            encoder=Encoder(settings.audio, self.cover),
            formats=formats_to_make(chosen, self.further_formats),
            preset=preset(settings.audio.mastering),
            encoders=encoders,
            on_damage=self.on_damage,
        )

    def _spoken(self, utterances: tuple[Utterance, ...], narration: Narration) -> Spoken:
        speakers = [self.voices.spec_of(one.role, one.language) for one in utterances]
        return Spoken(utterances, narration.clips, narration.keys, speakers)


def _seconds(waiting: Iterable[_Waiting]) -> float:
    return sum(one.seconds for one in waiting)


def _name(number: int, page: Section) -> str:
    if page.role not in IN_ARTICLE:
        return page.role
    roles = {"title": "title", "introduction": "introduction"}
    return track_name(number, roles.get(page.role) or page.heading or page.role)
