from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.unspaced import is_unspaced, may_be_unspaced


def test_scripts_with_and_without_spaces():
    assert all(map(is_unspaced, "กລမក中ーァ𠀀"))
    assert not any(map(is_unspaced, "aß—“”…。！한हع😀"))
    assert not may_be_unspaced("Most texts — “in Latin script”, Nguyễn, Ελληνικά, кириллица… ₂ → ✓")


@given(st.text())
def test_a_text_with_such_a_character_may_have_one(text):
    assert is_unspaced(text) == any(map(is_unspaced, text))
    assert may_be_unspaced(text) or not is_unspaced(text)
