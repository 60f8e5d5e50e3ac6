"""What a browser asks to see or hear -> pages and sounds."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from oped_audio.errors import OpedAudioError, VoiceError
from oped_audio.model.script import Utterance
from oped_audio.pipeline.proofing import Proof, doubtful, hear, inherited, sounds
from oped_audio.saving import MANIFEST
from oped_audio.serving.changing import with_word
from oped_audio.serving.desk import LEXICON, OPED, TAKES
from oped_audio.serving.errors import NotHereError
from oped_audio.serving.pages.build import build_page
from oped_audio.serving.pages.findings import findings_page
from oped_audio.serving.pages.frame import Told
from oped_audio.serving.pages.index import Listed, index_page
from oped_audio.serving.pages.markup import Html
from oped_audio.serving.pages.outline import Shown, outline_page
from oped_audio.serving.pages.sentence import Sentence, sentence_page, word_at
from oped_audio.serving.pages.voices import Chosen, voices_page
from oped_audio.serving.pages.words import words_page
from oped_audio.serving.placing import placed
from oped_audio.serving.room import Room, samples, with_voice
from oped_audio.serving.speaking import wav

Query = Mapping[str, str]


def index(room: Room, query: Query) -> Html:
    """All articles."""
    desk = room.desk
    listed = [_listed(room, name, path) for name, path in desk.articles().items()]
    told = room.told(query.get("told", ""))
    return index_page(str(desk.given), listed, told, has_shelf=room.has_shelf)


def _listed(room: Room, name: str, path: Path) -> Listed:
    folder = room.desk.output / name
    title = _title(room, name, path)
    try:
        built = (folder / MANIFEST).stat().st_mtime
    except OSError:
        return Listed(name, path.name, title, "no book yet")
    beside = (path, *(path.parent / file for file in (OPED, LEXICON, TAKES)))
    changed = max((one.stat().st_mtime for one in beside if one.is_file()), default=0.0)
    when = datetime.fromtimestamp(built, UTC).astimezone().strftime("%d %B %Y, %H:%M")
    later = "; something was changed since" if changed > built else ""
    return Listed(name, path.name, title, f"book built {when}{later}")


def _title(room: Room, name: str, path: Path) -> str:
    """As it was last opened or built; else what its file is called."""
    if (known := room.desk.known(name)) is not None:
        return known.reading.document.title
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads((room.desk.output / name / MANIFEST).read_bytes())
        return str(told["title"])
    return " ".join(re.findall(r"[^\W_]+", path.stem)).capitalize()


def outline(room: Room, name: str, query: Query) -> Html:
    """An article's outline."""
    proof = room.desk.proof(name)
    room.warm(proof)
    last = room.desk.last(name)
    place = room.place(name, "", proof.reading.document.title)
    shown = Shown(proof, place, room.desk.stand(name), last.what if last else "")
    return outline_page(shown, room.told(query.get("told", "")))


def sentence(room: Room, name: str, wanted: str, query: Query) -> Html:
    """How a sentence is said."""
    proof = room.desk.proof(name)
    one = utterance_of(proof, wanted)
    all_of_them = proof.script.utterances
    number = all_of_them.index(one)
    with room.desk.speaking:
        told_sounds = _sounds(proof, one)
    word = query.get("of", "")
    if (given := query.get("word", "")).isdecimal():
        word = word_at(one, int(given))
    told = room.told(query.get("told", ""))
    if word and not told.message:
        told = replace(told, focus="said")
    last = room.desk.last(name)
    shown = Sentence(
        utterance=one,
        sounds=told_sounds,
        place=room.place(name, "s", proof.reading.document.title),
        stand=room.desk.stand(name),
        undo=last.what if last else "",
        before=all_of_them[number - 1].id if number else "",
        after=all_of_them[number + 1].id if number + 1 < len(all_of_them) else "",
        word=word[:200],
        said=query.get("said", "")[:200],
        is_ipa=bool(query.get("ipa")),
        take=proof.takes.get(one.written, 0),
    )
    return sentence_page(shown, told)


def _sounds(proof: Proof, one: Utterance) -> tuple[str, ...]:
    with suppress(VoiceError):  # the sentence is told of without them
        return sounds(proof, one)
    return ()


def words(room: Room, name: str, query: Query) -> Html:
    """The words that may be said wrong."""
    proof = room.desk.proof(name)
    place = room.place(name, "words", proof.reading.document.title)
    told = room.told(query.get("told", ""))
    try:
        with room.desk.speaking:
            doubts = doubtful(proof)
    except VoiceError as error:
        return words_page(place, (), {}, Told(str(error), is_error=True))
    where = {
        doubt.written: next(
            (one.id for one in proof.script.utterances if doubt.written in one.written), ""
        )
        for doubt in doubts
    }
    return words_page(place, doubts, where, told)


def voices(room: Room, name: str, query: Query) -> Html:
    """Who speaks what."""
    proof = room.desk.proof(name)
    chosen = Chosen(
        place=room.place(name, "voices", proof.reading.document.title),
        stand=room.desk.stand(name),
        voices=room.voices(proof),
        present=room.present(proof),
        samples=samples(proof),
        best=room.best(proof),
    )
    return voices_page(chosen, room.told(query.get("told", "")))


def findings(room: Room, name: str, query: Query) -> Html:
    """What is amiss in the article, and in its book."""
    proof = room.desk.proof(name)
    place = room.place(name, "findings", proof.reading.document.title)
    told = room.told(query.get("told", ""))
    article = [placed(proof, one) for one in proof.reading.findings]
    book = room.desk.folder(name) / f"{name}.epub"
    if not book.is_file():
        return findings_page(place, article, None, told)
    try:
        found = [placed(proof, one) for one in room.audit(book)]
    except OpedAudioError as error:
        return findings_page(place, article, None, Told(str(error), is_error=True))
    return findings_page(place, article, found, told)


def build(room: Room, name: str, query: Query) -> Html:
    """The build, if there is one, and the book."""
    place = room.place(name, "build", _title(room, name, room.desk.path(name)))
    job = room.builds.of(name)
    folder = room.desk.folder(name)
    files = sorted(path.name for path in folder.glob("*.*")) if folder.is_dir() else []
    told = room.told(query.get("told", ""))
    news = list(job.news) if job else []
    return build_page(place, job.state if job else None, news, files, told)


def heard(room: Room, name: str, wanted: str) -> bytes:
    """A sentence, as a WAV file."""
    proof = room.desk.proof(name)
    return _wav(room, proof, utterance_of(proof, wanted))


def tried(room: Room, name: str, wanted: str, query: Query) -> bytes:
    """A sentence with a word said in another way, as a WAV file; nothing is changed."""
    proof = room.desk.proof(name)
    is_ipa = bool(query.get("ipa"))
    trial = with_word(proof, query.get("word", ""), query.get("said", ""), is_ipa=is_ipa)
    return _wav(room, trial, utterance_of(trial, wanted))


def sampled(room: Room, name: str, wanted: str, query: Query) -> bytes:
    """A sentence in another voice, as a WAV file; nothing is changed."""
    proof = room.desk.proof(name)
    general = inherited(proof.path, room.desk.options)
    trial = with_voice(proof, general, query.get("role", ""), query.get("voice", ""))
    return _wav(room, trial, utterance_of(trial, wanted))


def _wav(room: Room, proof: Proof, utterance: Utterance) -> bytes:
    with room.desk.speaking:
        return wav(hear(proof, utterance))


def utterance_of(proof: Proof, wanted: str) -> Utterance:
    """The sentence with this id. Raises NotHereError."""
    found = proof.utterance(wanted)
    if found is None:
        raise NotHereError(wanted)
    return found
