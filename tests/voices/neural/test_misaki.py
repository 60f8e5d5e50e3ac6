import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.ipa import normal
from oped_audio.voices.neural.misaki import VOCABULARY, from_ipa, spell, to_ipa

SOUNDS = (
    "p b t d k ɡ tʃ dʒ ʃ ʒ θ ð ɹ l iː ɪ eɪ ɛ æ ɑː ɔː oʊ ʊ uː ʌ ə ɚ ɝ aɪ aʊ ɔɪ əʊ ɒ ɛ\u0303 n\u0329"
)


@pytest.mark.parametrize(
    ("ipa", "american", "british"),
    [
        ("ˈʃaʊmi", "ʃˈWmi", "ʃˈWmi"),
        ("ʃiː", "ʃˈi", "ʃˈiː"),
        ("ˈtʃɛbəl", "ʧˈɛbəl", "ʧˈɛbəl"),
        ("tɑːˈkaɪtʃi", "tɑkˈIʧi", "tɑːkˈIʧi"),
        ("ˈbɜːɹd", "bˈɜɹd", "bˈɜːd"),
        ("ˈbɝd", "bˈɜɹd", "bˈɜːd"),
        ("ˈwɔːtɚ", "wˈɔtəɹ", "wˈɔːtə"),
        ("ʒɑ\u0303", "ʒˈɑn", "ʒˈɑːn"),
        ("bʌtn\u0329", "bʌtᵊn", "bʌtᵊn"),
        ("ˈvɛɹi", "vˈɛɹi", "vˈɛɹi"),
        ("ˈfɑːɹ əˈweɪ", "fˈɑɹ əwˈA", "fˈɑː əwˈA"),
        ("ˈjoːzə", "jˈOzə", "jˈQzə"),
    ],
)
def test_pronunciations_are_written_for_english_voices(ipa, american, british):
    assert from_ipa(ipa) == american
    assert from_ipa(ipa, british=True) == british


@given(st.lists(st.sampled_from([*SOUNDS.split(), "ˈ", " "]), min_size=1).map("".join))
def test_whatever_can_be_normal_is_written_in_the_vocabulary(written):
    try:
        ipa = normal(written)
    except ValueError:
        return
    for british in (False, True):
        assert set(from_ipa(ipa, british=british)) <= set(VOCABULARY)
        assert len(from_ipa(ipa, british=british).split()) == len(ipa.split())


@pytest.mark.parametrize(
    ("sounds", "language", "written"),
    [
        (["m", "ˈɑːɹ", "ɾ", "ə"], "en-US", "mˈɑɹTə"),
        (["p", "ˈiː", "p", "əl"], "en", "pˈipᵊl"),
        (["h", "ə", "l", "ˈoʊ"], "en-US", "həlˈO"),
        (["b", "ˈɜː", "d"], "en-US", "bˈɜɹd"),
        (["b", "ˈɜː", "d"], "en-GB", "bˈɜːd"),
        (["n", "ˈəʊ"], "en-GB", "nˈQ"),
        (["t", "ˈaɪɚ", "d"], "en-US", "tˈIəɹd"),
        (["f", "ɚ", "ɹ", "ˈɛ"], "en-US", "fəɹˈɛ"),
        (["b", "ˈʌ", "ʔ", "n\u0329"], "en-US", "bˈʌtᵊn"),
        (["b", "ɔ\u0303"], "fr-FR", "bɔ\u0303"),
        (["ts", "ɾ", "ˈeɪ"], "es", "ʦɾˈA"),
        (["☃", "ǃ"], "en-US", ""),
    ],
)
def test_what_espeak_hears_is_written_for_the_language(sounds, language, written):
    assert spell(sounds, language) == written


def test_what_is_written_is_told_in_ipa():
    assert to_ipa("“ʃˈWmi,  nˈQ ʤˈʌmᵊl…”") == "ʃˈaʊmi nˈəʊ dʒˈʌməl"


def test_symbols_have_numbers_of_their_own():
    assert len(VOCABULARY) == len(set(VOCABULARY.values())) == 114
