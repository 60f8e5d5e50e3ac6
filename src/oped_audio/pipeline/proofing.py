"""One article, opened to be proofed: what it is, what is said of it, and how any of it sounds.

What is heard here is stored as a build stores it, so that the build that follows does not narrate
it again. Engines stay open until ``rest``; only one thread at a time may ask for anything of them.
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from oped_audio.errors import NoPhonemesError
from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.naming import slug
from oped_audio.model.publication import OutputFile
from oped_audio.model.reading import Reading
from oped_audio.model.review import Doubt
from oped_audio.model.script import Script, Utterance
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.narrator import Narrator
from oped_audio.narration.pronouncing import pronounced
from oped_audio.narration.speakers import Speakers, speakers
from oped_audio.narration.workers import Home, SerialExecutor, close_engines, engine_of_process
from oped_audio.pipeline.articles import (
    ignore,
    read_article,
    script_of,
    settings_of,
    setup_of,
    voices_with,
)
from oped_audio.pipeline.looking import asked, doubts_in
from oped_audio.reading import open_source
from oped_audio.reading.lexicon import lexicon_for, toml
from oped_audio.reading.takes import takes_for
from oped_audio.saving import save
from oped_audio.settings import NO_OPTIONS, Settings, Values


@dataclass(frozen=True, slots=True)
class Proof:
    """An article with everything that decides how it sounds."""

    path: Path
    name: str
    """Of the folder of its book."""
    reading: Reading
    script: Script
    settings: Settings
    lexicon: Lexicon
    takes: dict[str, int]
    """By sentence, where it is not the first."""

    def utterance(self, wanted: str) -> Utterance | None:
        """That with this id, if there is one."""
        return next((one for one in self.script.utterances if one.id == wanted), None)


def open_proof(path: Path, options: Values = NO_OPTIONS) -> Proof:
    """Read an article and decide what is spoken.

    Raises InputError, SettingsError, LexiconError.
    """
    source = open_source(path)
    name = slug(source.stem)
    settings = settings_of(source, name, options)
    reading = read_article(source, settings, ignore)
    lexicon = lexicon_for(settings.lexicon, source.folder)
    text = script_of(reading.document, settings, lexicon)
    takes = dict(takes_for(source.folder, name))
    return Proof(path, name, reading, text, settings, lexicon, takes)


def inherited(path: Path, options: Values = NO_OPTIONS) -> Settings:
    """What is set for the articles of a folder in general. Raises SettingsError."""
    return settings_of(open_source(path), "", options)


def with_words(proof: Proof, words: str) -> Proof:
    """The same with more entries, as a lexicon.toml has them. Raises LexiconError."""
    more = toml.parse(words.encode(), toml_name(proof))
    lexicon = Lexicon.merged([proof.lexicon, more])
    text = script_of(proof.reading.document, proof.settings, lexicon)
    return replace(proof, lexicon=lexicon, script=text)


def toml_name(proof: Proof) -> str:
    """Of the lexicon beside the article, as errors are to name it."""
    return str(proof.path.parent / "lexicon.toml")


def with_take(proof: Proof, sentence: str, take: int) -> Proof:
    """The same with another take of a sentence."""
    return replace(proof, takes={**proof.takes, sentence: take})


def hear(proof: Proof, utterance: Utterance) -> Clip:
    """Speak an utterance as a build does, or take it from the store. Raises VoiceError."""
    voices = _speakers(proof)
    narrator = Narrator(
        store=ClipStore(proof.settings.cache.path),
        team=Home(SerialExecutor(), setup_of(proof.settings), 0),
        voice=voices.narrator.voice,
        spec_of=voices.spec_of,
        language=voices.language,
        fingerprint_of=cache(lambda spec: _fingerprint(spec, proof.settings)),
        on_damage=lambda _: None,
        on_clips=lambda _section, _sentences: None,
        takes=proof.takes,
    )
    (narration,) = narrator.narrations([(utterance.section, [utterance])])
    return narration.clips[0]


def sounds(proof: Proof, utterance: Utterance) -> tuple[str, ...]:
    """The IPA of each of its spoken tokens; empty where the engine does not tell.

    Raises VoiceError.
    """
    try:
        return pronounced(asked(utterance, _speakers(proof)), setup_of(proof.settings))
    except NoPhonemesError:
        return ()


def doubtful(proof: Proof) -> tuple[Doubt, ...]:
    """The words that are likely to be said wrong, the likeliest first. Raises VoiceError."""
    return doubts_in(proof.script, _speakers(proof), setup_of(proof.settings))


def narrator_of(proof: Proof) -> VoiceSpec:
    """Who speaks what nobody else does. Raises VoiceError."""
    return _speakers(proof).narrator.spec


def rest() -> None:
    """Close the engines."""
    close_engines()


def keep_beside(path: Path, name: str, content: str) -> None:
    """Write a file of settings beside an article, whole or not at all. Raises OutputError."""
    target = (path.parent / name).resolve()  # a link stays one
    save(target.parent, [("settings", OutputFile(target.name, content.encode()))])


def _speakers(proof: Proof) -> Speakers:
    settings = proof.settings
    language = proof.reading.document.language
    return speakers(settings.voice, settings.voices, language, voices_with(settings))


def _fingerprint(spec: VoiceSpec, settings: Settings) -> str:
    return engine_of_process(spec.engine, setup_of(settings)).fingerprint(spec.voice)
