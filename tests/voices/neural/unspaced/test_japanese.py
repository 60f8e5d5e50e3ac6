import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oped_audio.voices.neural.misaki import VOCABULARY
from oped_audio.voices.neural.transcript import words
from oped_audio.voices.neural.unspaced.japanese import heard, kana_sounds, places_of
from oped_audio.voices.neural.unspaced.kana import KANA


@pytest.mark.parametrize(
    ("kana", "signs"),
    [
        ("ギンコー", "ɡʲiŋkoː"), ("ガッコー", "ɡaʔkoː"), ("シンブン", "ɕimbɯɴ"),
        ("ファイル", "ɸaiɾɯ"),
        ("ティーシャツ", "tʲiːɕaʦɨ"), ("コンニチワ", "koɲɲiʨiβa"), ("ヴァイオリン", "vaioɾʲiɴ"),
        ("キョー", "kʲoː"),
        ("アンナイ", "annai"), ("ァ", "a"), ("アァ", "aa"), ("X", ""), ("", ""),
    ],
)  # fmt: skip
def test_kana(kana, signs):
    assert kana_sounds(kana) == signs


def test_the_alphabet_has_all_kana():
    assert all(set(signs) <= set(VOCABULARY) for signs in KANA.values())


def test_the_words_of_a_number_lie_where_its_digits_are():
    words_of_it = ["二", "千", "二", "十", "四", "年", "、", "三", "千", "キロ", "と", "三", "人"]
    text = "2024年、3,000キロと三人"
    places = places_of(words_of_it, text)
    assert [text[begin:end] for begin, end in places] == [
        *["2024"] * 5, "年", "、", *["3,000"] * 2, "キロ", "と", "三", "人",
    ]  # fmt: skip


def test_wide_letters_and_what_is_not_found():
    assert places_of(["ＡＢＣ", "？", "ｘ"], "ABC　x") == [(0, 3), (0, 3), (4, 5)]


def test_a_sentence():
    text = "東京は、静かでした。"
    said = words(text, heard(text, ()), "ja")
    assert [("".join(word.sounds), word.after, word.is_joined) for word in said] == [
        ("toːkʲoː", "", False), ("βa", ",", False), ("ɕizɨka", "", False), ("deɕi", "", True),
        ("ta", ".", False),
    ]  # fmt: skip
    assert [word.position for word in said] == [0, 2, 4, 6, 8]


@settings(deadline=None)
@example("1.0")
@example("〇.1")
@given(st.text(alphabet="東京は三0123.,%〇aé。、！「」 \n[]ッーァx", max_size=20))
def test_any_text_is_read_in_order(text):
    read = heard(text, ())
    assert [one.position for one in read] == sorted(one.position for one in read)
    assert all(0 <= one.position < max(len(text), 1) for one in read)
    assert all(set(one.ipa) <= set(VOCABULARY) for one in read)
