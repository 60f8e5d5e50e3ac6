import pytest

from oped_audio.errors import UnknownEngineError, UnknownVoiceError
from oped_audio.model.audio import Voice
from oped_audio.voices.engine import choose_voice, engine_names, open_engine

VOICES = (
    Voice("e", "en-gb", "English (Great Britain)", ("en-GB",), "male"),
    Voice("e", "en-us", "English (America)", ("en-US", "en"), "male"),
    Voice("e", "fr", "French", ("fr",), "female"),
)


@pytest.mark.parametrize(
    ("wanted", "language", "found"),
    [
        ("", "en", "en-us"),
        ("", "en-GB", "en-gb"),
        ("", "en-AU", "en-us"),
        ("", "fr-CA", "fr"),
        ("EN-GB", "fr", "en-gb"),
        ("french", "en", "fr"),
    ],
)
def test_by_id_name_or_language(wanted, language, found):
    assert choose_voice("e", VOICES, wanted, language).id == found


def test_an_unknown_voice_is_told_with_suggestions():
    with pytest.raises(UnknownVoiceError, match="did you mean en-us") as caught:
        choose_voice("e", VOICES, "en-uss", "en")
    assert caught.value.exit_code == 4


def test_a_language_that_nobody_speaks_is_told():
    with pytest.raises(UnknownVoiceError, match="for language tlh"):
        choose_voice("e", VOICES, "", "tlh")


def test_a_voice_of_every_language_is_taken_at_last():
    beeps = Voice("tone", "sine", "Sine", ("mul",))
    assert choose_voice("tone", (beeps,), "", "tlh") == beeps


def test_an_unknown_engine_is_told_with_those_known():
    with pytest.raises(UnknownEngineError, match="use one of pyttsx3, tone"):
        open_engine("festival")
    assert engine_names() == ("pyttsx3", "tone")
