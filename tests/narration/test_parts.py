from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Clip, Mark, MarksFrom, VoiceSpec
from oped_audio.model.script import Pronunciation, Utterance, UtteranceRole
from oped_audio.narration.parts import Asked, joined
from oped_audio.scripting.announcements import said_after, said_before
from oped_audio.voices.tone import ToneEngine

ENGLISH = VoiceSpec("tone", "sine", 175, 1.0, 50)
FRENCH = VoiceSpec("tone", "french", 175, 1.0, 50)


CAPTIONS = VoiceSpec("tone", "other", 120, 1.0, 50)


def spec_of(role: UtteranceRole | None, language: str) -> VoiceSpec:
    if language == "fr":
        return FRENCH
    return CAPTIONS if role == "caption" else ENGLISH


def in_languages(utterance: Utterance, languages: list[str | None]) -> Utterance:
    tokens = zip(utterance.tokens, languages, strict=True)
    return replace(utterance, tokens=tuple(replace(t, language=name) for t, name in tokens))


def told(asked: Asked) -> list[tuple[str, str, str]]:
    return [
        (part.utterance.spoken, part.utterance.language, part.spec.voice)
        for part in asked.parts(spec_of, "en")
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
    assert Asked(said, ENGLISH).parts(spec_of, "en") == (Asked(said, ENGLISH),)


def test_what_is_silent_stays_with_what_is_said_before_it(utterance):
    said = in_languages(utterance("— Oui — so"), ["fr", "fr", None, None])
    tokens = tuple(
        replace(token, spoken="") if token.spoken == "—" else token for token in said.tokens
    )
    parts = Asked(replace(said, tokens=tokens), ENGLISH).parts(spec_of, "en")
    assert [len(part.utterance.tokens) for part in parts] == [3, 1]


@given(st.lists(st.sampled_from([None, "fr"]), min_size=1, max_size=9))
def test_the_parts_together_say_all_tokens_in_order_and_marks_count_on(utterance, languages):
    said = in_languages(utterance(" ".join("word" for _ in languages)), languages)
    parts = Asked(said, ENGLISH).parts(spec_of, "en")
    tokens = [token for part in parts for token in part.utterance.tokens]
    assert tokens == list(said.tokens)
    engine = ToneEngine()
    clip = joined(parts, [engine.speak(part.utterance, ENGLISH) for part in parts])
    assert [mark.token for mark in clip.marks] == list(range(len(languages)))
    bounds = [place for mark in clip.marks for place in (mark.begin, mark.end)]
    assert bounds == sorted(bounds)
    assert bounds[-1] <= clip.length


def test_the_least_exact_part_speaks_for_all(utterance):
    parts = [Asked(utterance("word"), ENGLISH)] * 2
    exact = Clip(b"\1\0", 8000, (Mark(0, 0, 1),), MarksFrom.ENGINE)
    guessed = replace(exact, marks_from=MarksFrom.ESTIMATED)
    assert joined(parts, [exact, guessed]).marks_from is MarksFrom.ESTIMATED
    assert joined(parts, [exact, guessed]).marks[1] == Mark(1, 1, 2)


def announced(utterance: Utterance, *, role: UtteranceRole = "caption") -> Utterance:
    first, *rest = said_after(said_before(utterance.tokens, "Caption:"), "The end.")
    return replace(utterance, role=role, tokens=(first, *rest))


def test_the_narrator_announces_where_a_role_has_another_voice(utterance):
    said = announced(utterance("On a roof"))
    parts = Asked(said, CAPTIONS).parts(spec_of, "en")
    assert [(part.utterance.spoken, part.spec, part.goes_on) for part in parts] == [
        ("Caption:", ENGLISH, False),
        ("On a roof.", CAPTIONS, True),
        ("The end.", ENGLISH, True),
    ]


def test_the_narrator_announces_in_the_language_of_the_article(utterance):
    said = replace(announced(utterance("Sur un toit"), role="body"), language="fr")
    assert told(Asked(said, FRENCH)) == [
        ("Caption:", "en", "sine"),
        ("Sur un toit.", "fr", "french"),
        ("The end.", "en", "sine"),
    ]


def test_one_voice_says_announcement_and_text_in_one_go(utterance):
    said = announced(utterance("On a roof"), role="body")
    assert Asked(said, ENGLISH).parts(spec_of, "en") == (Asked(said, ENGLISH),)


def test_a_pronunciation_stays_with_its_word_where_another_voice_announces(utterance):
    said = utterance("Xi")
    told = Pronunciation(0, 2, "ʃiː", 0, 2, "lexicon")
    said = replace(said, role="caption", tokens=(replace(said.tokens[0], pronunciations=(told,)),))
    said = replace(said, tokens=said_before(said.tokens, "Caption:"))
    assert said.tokens[0].pronunciations == (told.moved(9),)
    parts = Asked(said, CAPTIONS).parts(spec_of, "en")
    assert [[t.pronunciations for t in part.utterance.tokens] for part in parts] == [
        [()],
        [(told,)],
    ]


def test_a_silent_begin_goes_with_the_announcement(utterance):
    said = utterance("— On a roof")
    tokens = (replace(said.tokens[0], spoken=""), *said.tokens[1:])
    said = replace(said, role="caption", tokens=said_before(tokens, "Caption:"))
    parts = Asked(said, CAPTIONS).parts(spec_of, "en")
    assert [len(part.utterance.tokens) for part in parts] == [2, 3]


@given(st.lists(st.sampled_from([None, "fr"]), min_size=1, max_size=5))
def test_a_token_that_is_cut_has_one_mark_with_its_announcement(utterance, languages):
    said = in_languages(utterance(" ".join("word" for _ in languages)), languages)
    parts = Asked(announced(said), CAPTIONS).parts(spec_of, "en")
    engine = ToneEngine()
    clips = [engine.speak(part.utterance, part.spec) for part in parts]
    clip = joined(parts, clips)
    assert [mark.token for mark in clip.marks] == list(range(len(languages)))
    assert clip.marks[0].begin == clips[0].marks[0].begin
    assert clip.length - clip.marks[-1].end == clips[-1].length - clips[-1].marks[-1].end
    assert clip.length == sum(c.length for c in clips) + 2 * (clip.sample_rate // 5)
    assert all(one.end <= other.begin for one, other in pairwise(clip.marks))
