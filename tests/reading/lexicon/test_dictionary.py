import pytest

from oped_audio.model.ipa import normal
from oped_audio.reading.lexicon.dictionary import ipa, pronunciations


def test_all_ways_to_say_a_word_the_usual_one_first():
    found = pronunciations({"seoul", "read", "xyzzy"})
    assert found == {"seoul": ("sˈoʊl",), "read": ("ɹˈɛd", "ɹˈiːd")}


@pytest.mark.parametrize(
    ("arpabet", "expected"),
    [("S AH1 N", "sˈʌn"), ("B AA2 B ER0", "bˌɑːbɚ"), ("CH ER1 CH IY0", "tʃˈɝtʃi")],
)
def test_arpabet_becomes_ipa(arpabet, expected):
    assert ipa(arpabet) == normal(expected) == expected
