import pytest

from oped_audio.model.audio import VoiceSpec
from oped_audio.voices.espeak.reading import EspeakReader

SPEC = VoiceSpec("pyttsx3", "en-us", 175, 1.0, 50)


@pytest.fixture(scope="module")
def reader():
    opened = EspeakReader("pyttsx3")
    yield opened
    opened.close()


def test_the_first_sentence_is_read_though_nobody_asked_for_the_introduction(utterance):
    reader = EspeakReader("pyttsx3")
    speech, spans = reader.read(utterance("Yes."), SPEC, "en-us", "en")
    assert spans == [(0, 4)]
    assert "".join(sound.ipa for sound in speech.sounds) == "jˈɛs"
    reader.close()


@pytest.mark.parametrize(
    ("voice", "file"),
    [("en-us", "en-us"), ("en-gb", "en"), ("fr-fr", "fr"), ("en-gb-x-rp", "en-gb-x-rp"),
     ("hi", "hi"), ("nobody", "nobody")],
)  # fmt: skip
def test_a_voice_is_found_by_name_or_language(reader, voice, file):
    assert reader.named(voice) == file


def test_that_a_word_is_of_another_language_is_no_sound(reader, utterance):
    speech, _ = reader.read(utterance("No car here."), SPEC, "vi", "vi")
    heard = [sound.ipa for sound in speech.sounds]
    assert "ˈɑː" in heard
    assert not any("(" in ipa for ipa in heard)


def test_what_is_given_to_espeak_is_told(reader, utterance):
    assert reader.written(utterance("a [b] c"), SPEC, "en") == (
        "a  b  c",
        [(0, 1), (2, 5), (6, 7)],
    )
