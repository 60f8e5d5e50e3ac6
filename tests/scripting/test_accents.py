import pytest

from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.tokens import token_spans


def said(text, language):
    return [form.spoken for form in spoken_forms(text, token_spans(text), language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Nguyen", "Thi", "Hanh's", "Škoda,", "Hamās"]),
        ("de", ["Nguyen", "Thi", "Hanh's", "Škoda,", "Hamās"]),
        ("vi", ["Nguyễn", "Thị", "Hạnh's", "Škoda,", "Ḥamās"]),
    ],
)
def test_voices_are_spared_letters_that_they_would_spell_out(language, expected):
    assert said("Nguyễn Thị Hạnh’s Škoda, Ḥamās", language) == expected
