from dataclasses import replace

import pytest

from oped_audio.content_store import DamagedEntryError
from oped_audio.model.audio import Clip, Mark, MarksFrom, VoiceSpec
from oped_audio.model.script import Pronunciation, Utterance
from oped_audio.narration.clip_store import ClipStore, clip_key
from oped_audio.narration.parts import Asked

SPEC = VoiceSpec("tone", "sine", 175, 1.0, 50)
CLIP = Clip(b"\x01\x00\n\x00", 22_050, (Mark(0, 0, 2),), MarksFrom.ALIGNED)


def key_of(utterance: Utterance, spec: VoiceSpec, fingerprint: str) -> str:
    return clip_key([Asked(utterance, spec)], lambda _: fingerprint)


def engine(_: VoiceSpec) -> str:
    return "engine"


def test_gives_back_the_clip_that_was_put(tmp_path):
    store = ClipStore(tmp_path)
    assert store.get("ab12") is None
    store.keep("ab12", CLIP)
    assert store.get("ab12") == CLIP


def test_a_clip_of_another_form_is_damaged(tmp_path):
    store = ClipStore(tmp_path)
    store._entries.keep("ab12", b"{}\n")
    with pytest.raises(DamagedEntryError):
        store.get("ab12")


def test_the_key_does_not_depend_on_place_or_written_form(utterance):
    said = utterance("Hello there.")
    moved = replace(said, id="s09-p09-u9", section="s09", begin=7, pause_ms=9, role="heading")
    quoted = replace(
        said,
        written="“Hello there.”",
        tokens=(replace(said.tokens[0], begin=0, end=6), replace(said.tokens[1], begin=7, end=14)),
    )
    key = key_of(said, SPEC, "engine-1")
    assert key_of(moved, SPEC, "engine-1") == key
    assert key_of(quoted, SPEC, "engine-1") == key


def test_the_key_depends_on_all_that_can_be_heard(utterance):
    said = utterance("Hello there.")
    word = said.tokens[0]
    said_so = Pronunciation(0, 5, "hɛˈloʊ", 0, 5, "lexicon")
    keys = {
        key_of(said, SPEC, "engine-1"),
        key_of(said, SPEC, "engine-2"),
        key_of(said, replace(SPEC, rate_wpm=180), "engine-1"),
        key_of(said, replace(SPEC, voice="other"), "engine-1"),
        key_of(replace(said, language="fr"), SPEC, "engine-1"),
        key_of(utterance("Hello here."), SPEC, "engine-1"),
        key_of(
            replace(said, tokens=(replace(word, pronunciations=(said_so,)), said.tokens[1])),
            SPEC,
            "engine-1",
        ),
        key_of(
            replace(said, tokens=(replace(word, end=12, spoken="Hello there."),)), SPEC, "engine-1"
        ),
    }
    assert len(keys) == 8


def test_the_key_of_parts_depends_on_each_and_on_their_order(utterance):
    one, other = Asked(utterance("One."), SPEC), Asked(utterance("Two."), SPEC)
    keys = {clip_key(parts, engine) for parts in ([one], [other], [one, other], [other, one])}
    assert len(keys) == 4


def test_the_key_of_parts_tells_whether_a_token_goes_on(utterance):
    one, other = Asked(utterance("One."), SPEC), Asked(utterance("Two."), SPEC)
    cut = [one, replace(other, goes_on=True)]
    assert clip_key([one, other], engine) != clip_key(cut, engine)


def test_the_key_tells_whose_engine_speaks_each_part(utterance):
    parts = [Asked(utterance("One."), SPEC), Asked(utterance("Two."), replace(SPEC, voice="x"))]
    assert clip_key(parts, engine) != clip_key(parts, lambda spec: f"engine {spec.voice}")
