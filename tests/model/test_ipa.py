import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.ipa import STRESSES, is_vowel, normal, symbols

CONSONANTS = [
    *"pbtdʈɖcɟkgɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟɫʍwɥʜʢʡɕʑɺɧɓɗʄɠʛʘǀǃǂǁʧʤʦʣʨʥ",
    *("tʃ", "dʒ"),
]
VOWELS = [*"iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝᵻᵿᵊǝ"]


@pytest.mark.parametrize("sound", CONSONANTS + VOWELS)
def test_every_sound_of_the_chart_is_read(sound):
    assert normal(f"pa{sound}")
    assert "".join(symbols(normal(sound))) == normal(sound)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("/'rɪə.li/", "ˈɹɪəli"),
        ("[ˈrɪə.li]", "ˈɹɪəli"),
        ("  ˈʃiː  ˈdʒɪnpɪŋ ", "ˈʃiː ˈdʒɪnpɪŋ"),
        ("t͡ʃiː", "tʃiː"),
        ("t͜ʃi:", "tʃiː"),
        ("'kɑːnstɪ,tuːʃən", "ˈkɑːnstɪˌtuːʃən"),
        ("’a", "ˈa"),
        ("ˈˈaˑ", "ˈaː"),
        ("aˈ", "a"),
        ("ˈæ.lɪ.ɡeɪ.tə(r)", "ˈælɪɡeɪtəɹ"),
        ("(h)wɪtʃ", "hwɪtʃ"),
        ("ˈpʰɛn", "ˈpɛn"),
        ("kʷa", "kwa"),
        ("ˈbʌtn̩", "ˈbʌtn̩"),
        ("n̍ i̩", "n̩ i"),
        ("n̥ɪ̈e̞o̝ɹ̠", "nɪeoɹ"),
        ("ə˞ ɜ˞ a˞", "ɚ ɝ aɹ"),
        ("ɕǐ tɕîn.pʰǐŋ", "ɕi tɕinpiŋ"),
        ("ʃi˦.t͡ɕin˨˩", "ʃitɕin"),
        ("sɐ̃w̃ ˈpawlu", "sɐ̃w ˈpawlu"),
        ("ɑː̃", "ɑ̃ː"),
        ("ⁿdaᵐba", "ndamba"),
        ("ˈlɪt·əl‧a", "ˈlɪtəla"),
        ("lɛz‿ami", "lɛzami"),
        ("ʃ\u200bi\ufeff\u00ada", "ʃia"),
        ("tʰi-tʰi|a‖b", "ti ti a b"),
        ("fat͡ʃːo", "fatʃːo"),
        ("aːː", "aː"),
        ("ça", "ça"),
        ("әεαγφ", "əɛɑɣɸ"),
    ],
)
def test_one_spelling_for_many(written, read):
    assert normal(written) == read
    assert normal(unicodedata.normalize("NFD", written)) == read
    assert normal(unicodedata.normalize("NFC", written)) == read


@pytest.mark.parametrize(
    ("ipa", "parts"),
    [
        ("ˈtʃeɪndʒ", ["ˈ", "tʃ", "eɪ", "n", "dʒ"]),
        ("fɔ̃ː oʊ", ["f", "ɔ̃ː", " ", "oʊ"]),
        ("eɪː", ["e", "ɪː"]),
        ("aɪ̃", ["a", "ɪ̃"]),
        ("tʃːn̩ː", ["tʃː", "n̩ː"]),
    ],
)
def test_diphthongs_and_affricates_are_one_phoneme(ipa, parts):
    assert symbols(normal(ipa)) == parts


def test_what_is_the_core_of_a_syllable():
    assert [s for s in symbols(normal("ˈbʌtn̩z tʃeɪ")) if is_vowel(s)] == ["ʌ", "n̩", "eɪ"]


@pytest.mark.parametrize(
    ("ipa", "sign"),
    [
        ("Xi", "X"),
        ("ˈdeɪtə, ˈdætə", ","),
        ("a/ or /b", "/"),
        ("h@l", "@"),
        ("a~b", "~"),
        ("a1", "1"),
        ("ːa", "ː"),
        ("\u0303a", "◌\u0303"),
        ("a\u0328", "◌\u0328"),
        ("a\x00", "\x00"),
        ("", ""),
        ("//", ""),
        ("[ ]", ""),
        ("ˈˌ", ""),
        ("(.)", ""),
    ],
)
def test_what_is_no_ipa_is_named(ipa, sign):
    with pytest.raises(ValueError, match=f"^{re.escape(sign)}$"):
        normal(ipa)


SIGNS = st.sampled_from([*CONSONANTS, *VOWELS, *"ˈˌ'’,.:ː ()-\u0303\u0329\u0361\u0301˞ʰⁿ"])


@given(st.lists(SIGNS).map("".join) | st.text(max_size=5))
def test_reading_twice_reads_the_same_and_symbols_join_to_the_whole(ipa):
    try:
        read = normal(ipa)
    except ValueError:
        return
    assert normal(read) == read
    assert "".join(symbols(read)) == read
    assert read[-1] not in STRESSES
