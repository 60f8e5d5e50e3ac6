"""What a user calls voices."""

import pytest

from oped_audio.errors import AmbiguousVoiceError, UninstallableError
from oped_audio.voices.weights.wanted import entries_named, full_name


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("af_heart", "kokoro/af_heart"),
        ("AF_HEART", "kokoro/af_heart"),
        ("heart", "hibari/heart"),
        ("kokoro/heart", "kokoro/af_heart"),
        ("kokoro/af_heart", "kokoro/af_heart"),
        ("Joe", "piper/en_US-joe-medium"),
        ("bella", "kokoro/af_bella"),
    ],
)
def test_by_id_or_name_with_or_without_engine(name, found):
    assert [full_name(entry) for entry in entries_named(name)] == [found]


def test_an_engine_is_all_its_voices():
    assert len(entries_named("kokoro")) == 54


@pytest.mark.parametrize("name", ["alex", "kokoro/Alex"])
def test_a_name_of_several_is_told_with_all_of_them(name):
    with pytest.raises(AmbiguousVoiceError, match="one of kokoro/em_alex, kokoro/pm_alex"):
        entries_named(name)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("af_hart", "did you mean kokoro/af_heart"),
        ("kokorro", "did you mean kokoro"),
        ("hibari/fenrirr", "did you mean hibari/fenrir"),
        ("hibarri/fenrir", "did you mean hibari/fenrir"),
        ("qqqq", "lists them all"),
        ("pyttsx3", "of the engine pyttsx3, which has nothing to install"),
        ("pyttsx3/en", "of the engine pyttsx3, which has nothing to install"),
    ],
)
def test_what_is_nobody_is_told_with_what_is_near(name, told):
    with pytest.raises(UninstallableError, match=told):
        entries_named(name, ("pyttsx3",))
