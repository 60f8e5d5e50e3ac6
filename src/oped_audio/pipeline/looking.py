"""Ways to look at an article, or to hear a voice, without making a book."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from oped_audio import scripting
from oped_audio.mixing.timeline import lay, sound
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.naming import slug
from oped_audio.model.reading import Reading
from oped_audio.model.review import Doubt
from oped_audio.model.script import Script, Token, Utterance
from oped_audio.narration.parts import Asked
from oped_audio.narration.pronouncing import pronounced
from oped_audio.narration.speakers import Speakers, speaker, speakers
from oped_audio.narration.workers import close_engines, narrate
from oped_audio.pipeline.articles import (
    ignore,
    read_article,
    script_of,
    settings_of,
    setup_of,
    voices_with,
)
from oped_audio.reading import open_source
from oped_audio.reading.lexicon import dictionary, lexicon_for, read_lexicon
from oped_audio.scripting.review import review as doubts
from oped_audio.scripting.review import words
from oped_audio.settings import NO_OPTIONS, Settings, Values, load
from oped_audio.voices.engine import Setup

_ENGLISH = "en"


def outline(given: Path | str, options: Values = NO_OPTIONS) -> Reading:
    """Read an article from a file, an address or ``-``. Raises InputError, SettingsError."""
    return _read(given, options)[0]


def script(given: Path | str, options: Values = NO_OPTIONS) -> Script:
    """Read an article and decide what is spoken.

    Raises InputError, SettingsError, LexiconError.
    """
    return _script(given, options)[1]


def phonemes(
    given: Path | str, options: Values = NO_OPTIONS
) -> Iterator[tuple[Utterance, tuple[str, ...]]]:
    """Each utterance of an article with the IPA of each of its spoken tokens.

    One that is run together with its neighbour has an empty IPA. Raises as ``script`` does, and
    VoiceError: NoPhonemesError where the engine does not tell.
    """
    reading, text, settings = _script(given, options)
    with _speakers(settings, reading.document.language) as voices:
        for utterance in text.utterances:
            yield utterance, pronounced(asked(utterance, voices), setup_of(settings))


def review(given: Path | str, options: Values = NO_OPTIONS) -> tuple[Doubt, ...]:
    """The words of an article that are likely to be said wrong, the likeliest first.

    Raises as ``phonemes`` does.
    """
    reading, text, settings = _script(given, options)
    with _speakers(settings, reading.document.language) as voices:
        return doubts_in(text, voices, setup_of(settings))


def doubts_in(text: Script, voices: Speakers, setup: Setup) -> tuple[Doubt, ...]:
    """The words of a script that are likely to be said wrong by these voices."""
    heard = {u.id: pronounced(asked(u, voices), setup) for u in text.utterances}
    found = doubts(text, heard, dictionary.pronunciations(words(text)))
    return tuple(
        doubt if doubt.ipa else replace(doubt, ipa=alone(doubt, voices, setup)) for doubt in found
    )


def lexicon(place: Path, options: Values = NO_OPTIONS) -> Lexicon:
    """All that is known of how words are said in articles of a folder; or what a lexicon says.

    Raises SettingsError, LexiconError.
    """
    if not place.is_dir():
        return read_lexicon(place)
    settings = load(place / "article", "", options).settings
    return lexicon_for(settings.lexicon, place)


def say(text: str, options: Values = NO_OPTIONS) -> tuple[bytes, int]:
    """Speak a text that is no article: PCM and its sample rate. Raises VoiceError, LexiconError."""
    settings = load(None, "", options).settings
    paragraph = Block("s01-p01", "paragraph", (Span(" ".join(text.split())),))
    section = Section("s01", "introduction", None, (paragraph,))
    document = Document("", None, None, settings.book.language or _ENGLISH, (section,))
    said = scripting.script(document, settings.pauses, lexicon=lexicon_for(settings.lexicon, None))
    utterances = said.of_section(section.id)
    try:
        spec = speaker(settings.voice, document.language, voices_with(settings)).spec
        clips = narrate([(Asked(utterance, spec),) for utterance in utterances], setup_of(settings))
    finally:
        close_engines()
    timeline = lay(utterances, clips)
    return b"".join(sound(timeline, (clip.pcm for clip in clips))), timeline.sample_rate


def _read(given: Path | str, options: Values) -> tuple[Reading, Settings, Path | None]:
    source = open_source(given)
    settings = settings_of(source, slug(source.stem), options)
    return read_article(source, settings, ignore), settings, source.folder


def _script(given: Path | str, options: Values) -> tuple[Reading, Script, Settings]:
    reading, settings, folder = _read(given, options)
    return (
        reading,
        script_of(reading.document, settings, lexicon_for(settings.lexicon, folder)),
        settings,
    )


@contextmanager
def _speakers(settings: Settings, language: str) -> Iterator[Speakers]:
    try:
        yield speakers(settings.voice, settings.voices, language, voices_with(settings))
    finally:
        close_engines()


def asked(utterance: Utterance, voices: Speakers) -> tuple[Asked, ...]:
    """What of an utterance is spoken by whom."""
    spec: VoiceSpec = voices.spec_of(utterance.role, utterance.language)
    return Asked(utterance, spec).parts(voices.spec_of, voices.language)


def alone(doubt: Doubt, voices: Speakers, setup: Setup) -> str:
    """The IPA of a word that is run together with its neighbour in its sentence."""
    token = Token(0, len(doubt.written), doubt.spoken)
    utterance = Utterance("", "", "", "body", 0, doubt.written, (token,), 0, doubt.language)
    return pronounced(asked(utterance, voices), setup)[0]
