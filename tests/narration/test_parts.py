from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Clip, Mark, MarksFrom, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.parts import Asked, joined
from oped_audio.voices.tone import ToneEngine

ENGLISH = VoiceSpec("tone", "sine", 175, 1.0, 50)
FRENCH = VoiceSpec("tone", "french", 175, 1.0, 50)


def spec_of(language: str) -> VoiceSpec:
    return FRENCH if language == "fr" else ENGLISH


def in_languages(utterance: Utterance, languages: list[str | None]) -> Utterance:
    tokens = zip(utterance.tokens, languages, strict=True)
    return replace(utterance, tokens=tuple(replace(t, language=name) for t, name in tokens))


def told(asked: Asked) -> list[tuple[str, str, str]]:
    return [
        (part.utterance.spoken, part.utterance.language, part.spec.voice)
        for part in asked.parts(spec_of)
    ]


def test_words_in_another_language_are_parts_of_their_own(utterance):
    said = in_languages(utterance("The raison d’être of it"), [None, "fr", "fr", None, None])
    assert told(Asked(said, ENGLISH)) == [
        ("The", "en", "sine"),
        ("raison d’être", "fr", "french"),
        ("of it", "en", "sine"),
    ]


def test_languages_of_one_voice_are_not_parted(utterance):
    said = in_languages(utterance("So ist es."), [None, "de", "de"])
    assert Asked(said, ENGLISH).parts(spec_of) == (Asked(said, ENGLISH),)


def test_what_is_silent_stays_with_what_is_said_before_it(utterance):
    said = in_languages(utterance("— Oui — so"), ["fr", "fr", None, None])
    tokens = tuple(
        replace(token, spoken="") if token.spoken == "—" else token for token in said.tokens
    )
    parts = Asked(replace(said, tokens=tokens), ENGLISH).parts(spec_of)
    assert [len(part.utterance.tokens) for part in parts] == [3, 1]


@given(st.lists(st.sampled_from([None, "fr"]), min_size=1, max_size=9))
def test_the_parts_together_say_all_tokens_in_order_and_marks_count_on(utterance, languages):
    said = in_languages(utterance(" ".join("word" for _ in languages)), languages)
    parts = Asked(said, ENGLISH).parts(spec_of)
    tokens = [token for part in parts for token in part.utterance.tokens]
    assert tokens == list(said.tokens)
    engine = ToneEngine()
    clip = joined([engine.speak(part.utterance, ENGLISH) for part in parts])
    assert [mark.token for mark in clip.marks] == list(range(len(languages)))
    bounds = [place for mark in clip.marks for place in (mark.begin, mark.end)]
    assert bounds == sorted(bounds)
    assert bounds[-1] <= clip.length


def test_the_least_exact_part_speaks_for_all():
    exact = Clip(b"\1\0", 8000, (Mark(0, 0, 1),), MarksFrom.ENGINE)
    guessed = replace(exact, marks_from=MarksFrom.ESTIMATED)
    assert joined([exact, guessed]).marks_from is MarksFrom.ESTIMATED
    assert joined([exact, guessed]).marks[1] == Mark(1, 1, 2)
