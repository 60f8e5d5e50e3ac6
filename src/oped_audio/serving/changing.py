"""What an editor asks for -> which file is changed, and how. Nothing is written here."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from oped_audio.model.audio import Offer, Voice
from oped_audio.model.document import Block, Figure, Section
from oped_audio.model.language import primary
from oped_audio.model.roles import VOICE_ROLES, VoiceRole
from oped_audio.model.script import Utterance
from oped_audio.pipeline.proofing import Proof, hear, inherited, open_proof, with_take, with_words
from oped_audio.reading.segmentation.overrules import ADDED, KINDS, spaced
from oped_audio.reading.settings import DEEPEST, ReadingChoices
from oped_audio.serving.editing.outline import Outline, reading_settings
from oped_audio.serving.editing.tables import Setting
from oped_audio.serving.editing.voices import voice_settings
from oped_audio.serving.editing.words import word_alone, word_setting
from oped_audio.serving.errors import NotHereError, RefusedError
from oped_audio.settings import Values

KIND_NAMES = {
    "headings": "heading",
    "paragraphs": "paragraph",
    "quotations": "quotation",
    "pull_quotes": "pull quote",
    "captions": "picture caption",
    "title": "title",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "byline": "byline",
    "about_author": "note about the author",
    "left_out": "left out",
}
"""By setting, what a piece becomes, in words."""
_CHANGEABLE = frozenset(
    {"paragraph", "verse", "quotation", "pullquote", "kicker", "standfirst", "byline", "dateline"}
)
_LEVELS = {"level-up": -1, "level-down": 1}
_MOST_TAKES = 9
_LEFT = re.compile(r"left-(\d{1,6})")

Plan = tuple[str, Sequence[Setting]]


def is_changeable(block: Block) -> bool:
    """Whether it can be something else; pictures, lists, tables and notes stay what they are."""
    if isinstance(block, Figure):
        return block.image is None
    return block.kind in _CHANGEABLE


def is_mergeable(section: Section) -> bool:
    """Whether it can be joined to the section before it."""
    return section.role == "section" and bool(section.heading)


def added_above(proof: Proof) -> dict[str, str]:
    """By heading that the settings put there, the text of the piece that it stands above."""
    decisions = proof.reading.decisions
    return {
        spaced(one.text): spaced(after.text)
        for one, after in itertools.pairwise(decisions)
        if one.reason == ADDED
    }


def outline_plan(proof: Proof, options: Values, block: str, what: str, heading: str) -> Plan:
    """Make another kind of a block, a heading or what was left out; or split, or merge there.

    Raises NotHereError, RefusedError.
    """
    outline = Outline.of(proof.settings.reading, _texts(proof))
    if what == "merge-next":
        block = _next_heading(proof, block)
        what = "merge"
    text = text_of(proof, block)
    above = added_above(proof)
    if what == "split":
        if not spaced(heading):
            raise RefusedError("Nothing was split: write how the new section is called.")
        chosen = outline.with_heading(text, heading)
        done = f"Split: the section “{_short(spaced(heading))}” begins here"
    elif what in _LEVELS:
        level = _level_of(proof, block) + _LEVELS[what]
        headings = [one.heading or "" for one in proof.reading.document.sections]
        chosen = outline.with_level(text, min(max(level, 1), DEEPEST), headings)
        done = f"“{_short(text)}” is of level {level} now"
    elif spaced(text) in above and block.endswith("-h"):
        chosen = outline.without_heading(above[spaced(text)])
        done = f"Merged: the heading “{_short(text)}” is gone"
    elif what == "merge":
        chosen = outline.with_kind(text, "left_out")
        done = f"Merged: the heading “{_short(text)}” is left out"
    elif what in KINDS:
        chosen = outline.with_kind(text, what)
        as_what = "left out" if what == "left_out" else f"a {KIND_NAMES[what]}"
        done = f"“{_short(text)}” is {as_what} now"
    else:
        raise RefusedError("Nothing was changed: there is no such change.")
    _try(proof, options, chosen)
    general = inherited(proof.path, options).reading
    return done, reading_settings(proof.name, chosen, proof.settings.reading, general)


def _try(proof: Proof, options: Values, chosen: ReadingChoices) -> None:
    """See what becomes of the article. Raises RefusedError, InputError."""
    told: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(chosen).items()
    }
    then = open_proof(proof.path, {**options, "reading": told})
    missed = {one.message for one in then.reading.findings if one.rule == "setting-without-match"}
    before = {one.message for one in proof.reading.findings}
    if missed - before:
        raise RefusedError(
            "Nothing was changed: this stays what it is, because the article's file says so. "
            "Change it there."
        )


def _texts(proof: Proof) -> list[str]:
    return [one.text for one in proof.reading.decisions if one.reason != ADDED]


def text_of(proof: Proof, block: str) -> str:
    """The text of the block, heading or piece left out with this id. Raises NotHereError."""
    if (found := _LEFT.fullmatch(block)) and int(found[1]) < len(proof.reading.left_out):
        return proof.reading.left_out[int(found[1])].text
    for section in proof.reading.document.pages:
        if section.heading and block == section.heading_id:
            return section.heading
        for one in section.blocks:
            if one.id == block and is_changeable(one):
                return one.text
    raise NotHereError(block)


def _next_heading(proof: Proof, block: str) -> str:
    sections = proof.reading.document.sections
    for one, after in itertools.pairwise(sections):
        if one.heading_id == block and is_mergeable(after):
            return after.heading_id
    raise NotHereError(block)


def _level_of(proof: Proof, block: str) -> int:
    sections = proof.reading.document.sections
    level = next((one.level for one in sections if one.heading_id == block), None)
    if level is None:
        raise NotHereError(block)
    return level


def place_of(proof: Proof, text: str, otherwise: str) -> str:
    """Id of what holds this text; of what stood before it if nothing does."""
    wanted = spaced(text)
    for section in proof.reading.document.pages:
        if section.heading and spaced(section.heading) == wanted:
            return section.heading_id
        for block in section.blocks:
            if spaced(block.text) == wanted:
                return block.id
    for number, decision in enumerate(proof.reading.left_out):
        if spaced(decision.text) == wanted:
            return f"left-{number}"
    return otherwise


def word_plan(proof: Proof, text: str, word: str, said: str, *, is_ipa: bool) -> Plan:
    """Have a word said so in all articles of the folder. Raises RefusedError, LexiconError."""
    with_word(proof, word, said, is_ipa=is_ipa)
    setting = word_setting(text, word, said, is_ipa=is_ipa)
    return f"“{_short(word)}” is said so from now on", [setting]


def with_word(proof: Proof, word: str, said: str, *, is_ipa: bool) -> Proof:
    """The article with a word said so. Raises RefusedError, LexiconError."""
    if not spaced(word) or not spaced(said):
        raise RefusedError("Write the word, and how it is said.")
    return with_words(proof, word_alone(word, said, is_ipa=is_ipa))


def voice_plan(proof: Proof, offers: Sequence[Offer], role: str, chosen: str) -> Plan:
    """Have a role, or the narrator (``voice``), spoken by ``engine/voice``; empty for as usual.

    Raises RefusedError.
    """
    if role != "voice" and role not in VOICE_ROLES:
        raise RefusedError("Nothing was changed: there is no such role.")
    engine, _, voice = chosen.partition("/")
    if chosen and chosen not in {f"{one.engine}/{one.id}" for one in installed(offers)}:
        raise RefusedError("Nothing was changed: this voice is not installed.")
    own: VoiceRole | None = next((one for one in VOICE_ROLES if one == role), None)
    who = f"“{role}”" if own else "The narrator"
    done = f"{who} is spoken by {voice or 'the usual voice'} now"
    return done, voice_settings(proof.name, own, engine, voice)


def installed(offers: Sequence[Offer], language: str = "") -> list[Voice]:
    """The voices that can speak now; of a language, or several, if one is given."""
    voices = [voice for offer in offers if not offer.problem for voice in offer.voices]
    known = {primary(language), "mul"}
    return [
        voice
        for voice in voices
        if voice.installed
        and (not language or known & {primary(spoken) for spoken in voice.languages})
    ]


def take_plan(proof: Proof, utterance: Utterance) -> Plan:
    """Have a sentence said a little differently. Raises RefusedError, VoiceError."""
    present = proof.takes.get(utterance.written, 0)
    now = hear(proof, utterance)
    take = (present + 1) % (_MOST_TAKES + 1)
    if hear(with_take(proof, utterance.written, take), utterance).pcm == now.pcm:
        raise RefusedError(
            "Nothing was changed: this voice says a sentence in one way only. "
            "Fix a word's pronunciation, or choose another voice."
        )
    setting = Setting((proof.name, utterance.written), take or None)
    return f"The sentence is said differently now (take {take + 1})", [setting]


def _short(text: str) -> str:
    line = spaced(text)
    return line if len(line) <= 50 else f"{line[:49].rstrip()}…"
