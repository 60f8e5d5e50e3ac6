from dataclasses import replace

import pytest

from oped_audio.errors import UnknownVoiceError
from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.narration.settings import RoleVoice, VoiceSettings
from oped_audio.narration.speakers import speakers

AMERICAN = Voice("x", "en-us", "American", ("en-US", "en"))
WOMAN = Voice("x", "en-us+f3", "American, f3", ("en-US", "en"), "female")
FRENCH = Voice("x", "fr", "French", ("fr",))
VOICES = (AMERICAN, WOMAN, FRENCH)
OTHER = Voice("y", "heart", "Heart", ("en-US",))


def voices_of(engine: str) -> tuple[Voice, ...]:
    return {"x": VOICES, "y": (OTHER, replace(FRENCH, engine="y", installed=False))}[engine]


WANTED = VoiceSettings("x", "", 150, 0.9, 40)
PLAIN = VoiceSpec("x", "en-us", 150, 0.9, 40)
OTHERS = {"caption": RoleVoice(voice="en-us+f3", rate_wpm=120), "note": RoleVoice(pitch=60)}


@pytest.mark.parametrize(
    ("role", "language", "spec"),
    [
        (None, "en", PLAIN),
        ("body", "en-GB", PLAIN),
        ("caption", "en", replace(PLAIN, voice="en-us+f3", rate_wpm=120)),
        ("credit", "en", replace(PLAIN, voice="en-us+f3", rate_wpm=120)),
        ("note", "en", replace(PLAIN, pitch=60)),
        ("quotation", "fr-CA", replace(PLAIN, voice="fr")),
        ("caption", "fr", replace(PLAIN, voice="fr", rate_wpm=120)),
        ("caption", "tlh", replace(PLAIN, voice="en-us+f3", rate_wpm=120)),
        (None, "tlh", PLAIN),
    ],
)
def test_who_speaks_a_role_in_a_language(role, language, spec):
    assert speakers(WANTED, OTHERS, "en", voices_of).spec_of(role, language) == spec


def test_voices_are_known_by_role():
    found = speakers(WANTED, OTHERS, "en", voices_of)
    assert found.narrator.voice == AMERICAN
    assert [found.of(role).voice for role in ("alternative", "note", "heading")] == [
        *(WOMAN, AMERICAN, AMERICAN)
    ]


def test_an_empty_voice_is_the_best_for_the_language_whatever_the_narrators_is():
    own = replace(WANTED, voice="en-us+f3")
    found = speakers(
        own, {"note": RoleVoice(voice=""), "title": RoleVoice(pitch=1)}, "en", voices_of
    )
    assert found.of("note").voice == AMERICAN
    assert found.of("title").voice == WOMAN


def test_a_voice_of_a_role_that_there_is_not_is_told_at_once():
    with pytest.raises(UnknownVoiceError, match="nobody"):
        speakers(WANTED, {"caption": RoleVoice(voice="nobody")}, "en", voices_of)


def test_a_role_can_have_another_engine_which_has_voices_of_its_own():
    own = replace(WANTED, voice="en-us+f3")
    found = speakers(own, {"quotation": RoleVoice(engine="y", rate_wpm=99)}, "en", voices_of)
    spec = VoiceSpec("y", "heart", 99, 0.9, 40)
    assert found.spec_of("quotation", "en") == spec
    assert found.spec_of("quotation", "fr") == spec
    assert found.spec_of("body", "en").voice == "en-us+f3"
