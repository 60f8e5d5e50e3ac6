import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.checking.sounds import alike, is_same, joined_key, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kilometre", "kilometer"),
        ("colour", "color"),
        ("travellers", "travelers"),
        ("realise", "realize"),
        ("centre", "center"),
        ("knight", "night"),
        ("programme", "program"),
        ("café", "cafe"),
    ],
)
def test_spellings_of_a_word_are_the_same(one, other):
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("bed", "bird"), ("not", "at"), ("taxi", "queue"), ("a", "the")]
)
def test_other_words_are_not(one, other):
    assert not is_same(one, other)


def test_words_run_together_sound_like_the_words():
    assert joined_key(["night", "train"]) == joined_key(["nighttrain"])
    assert joined_key(["a", "i"]) == "a"
    assert joined_key([]) == ""


def test_likeness_is_a_share():
    assert alike("ntrn", "ntrn") == 1
    assert alike("ntrn", "ntr") == 0.75
    assert alike("nt", "kl") == 0
    assert alike("", "kl") == 0


@given(st.text(), st.text())
def test_any_text_has_a_key_and_likeness_has_no_direction(one, other):
    assert 0 <= alike(key(one), key(other)) <= 1
    assert alike(key(one), key(other)) == pytest.approx(alike(key(other), key(one)))
    assert is_same(one, one)
