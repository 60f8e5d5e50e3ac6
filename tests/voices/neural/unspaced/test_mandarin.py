import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from oped_audio.voices.neural.misaki import VOCABULARY
from oped_audio.voices.neural.transcript import words
from oped_audio.voices.neural.unspaced.mandarin import heard, numeral, pinyin_sounds
from oped_audio.voices.timing import Sound


@pytest.mark.parametrize(
    ("pinyin", "signs"),
    [
        ("ma1", "ma→"), ("zhong1", "ꭧʊ→ŋ"), ("guo2", "kwo↗"), ("shi4", "ʂɨ↘"), ("si4", "sɨ↘"),
        ("ni3", "ni↓"), ("de5", "tɤ"), ("xue2", "ɕɥe↗"), ("yuan2", "ɥɛ↗n"), ("yi1", "i→"),
        ("wu3", "u↓"), ("er4", "ɚ↘"), ("lü4", "ly↘"), ("jun1", "ʨy→n"), ("liu2", "ljou↗"),
        ("gui4", "kwei↘"), ("lun2", "lwə↗n"), ("yong4", "jʊ↘ŋ"), ("you3", "jou↓"), ("o2", "ɔ↗"),
        ("ng2", "ŋ↗"), ("weng1", "wə→ŋ"), ("yin1", "i→n"), ("bo1", "pwo→"), ("〇", ""),
    ],
)  # fmt: skip
def test_a_syllable(pinyin, signs):
    assert pinyin_sounds(pinyin) == signs


def test_every_syllable_of_pypinyin_is_in_the_alphabet():
    read = pinyin("".join(map(chr, range(0x4E00, 0x9FA6))), Style.TONE3, heteronym=True)
    syllables = {one for readings in read for one in readings if one.isascii() or "ü" in one}
    assert len(syllables) > 1300
    for one in syllables - {"hng", "m2", "m4", "n2", "n3", "n4", "wong4"}:
        signs = pinyin_sounds(one)
        assert signs, one
        assert set(signs) <= set(VOCABULARY), one
        assert (one[-1].isdigit()) == bool(set(signs) & set("→↗↓↘")), one


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("0", "零"), ("10", "十"), ("15", "十五"), ("20", "二十"), ("105", "一百零五"),
        ("110", "一百一十"),
        ("1005", "一千零五"), ("10010", "一万零一十"), ("48000", "四万八千"),
        ("3,500,000", "三百五十万"),
        ("100000005", "一亿零五"), ("12.5%", "百分之十二点五"), ("007", "七"), ("3.05", "三点零五"),
        ("1" * 17, "一" * 17),
    ],
)  # fmt: skip
def test_a_number(digits, said):
    assert numeral(digits) == said


def test_a_year_is_said_digit_by_digit():
    assert numeral("2024", is_year=True) == "二零二四"
    assert numeral("800", is_year=True) == "八百"
    by_itself, before_year = (heard(text, ()) for text in ("2024", "2024年"))
    assert "".join(one.ipa for one in before_year).startswith("ɚ↘li↗ŋɚ↘sɨ↘")
    assert not "".join(one.ipa for one in by_itself).startswith("ɚ↘li↗ŋ")


@given(st.integers(0, 10**16 - 1))
def test_a_number_is_what_is_said_of_it(number):
    places = {"零": 0} | {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
    units = {"十": 10, "百": 100, "千": 1000}
    total = section = digit = 0
    for sign in numeral(str(number)):
        if sign in places:
            digit = places[sign]
        elif sign in units:
            section += (digit or 1) * units[sign]
            digit = 0
        else:
            total += (section + digit) * {"万": 10**4, "亿": 10**8, "兆": 10**12}[sign]
            section = digit = 0
    assert total + section + digit == number


def test_words_are_apart_and_their_syllables_are_not():
    said = words("你好，北京的银行。", heard("你好，北京的银行。", ()), "zh")
    assert [(word.position, word.is_joined, word.after) for word in said] == [
        (0, True, ""), (1, False, ","), (3, True, ""), (4, False, ""), (5, False, ""),
        (6, True, ""), (7, False, "."),
    ]  # fmt: skip
    assert "".join(said[-1].sounds) == "xa↗ŋ"


def test_what_is_no_chinese_is_left_to_espeak():
    sounds = (Sound(0, 9, "x"), Sound(2, 9, "n"), Sound(2, 9, "ˈeɪ"), Sound(6, 9, ""))
    read = heard("去NATO吧", (*sounds, Sound(1, 9, "ˈe"), Sound(5, 9, "p")))
    assert [(one.position, one.ipa) for one in read if one.position in (1, 2)] == [
        (1, "ˈe"), (1, ""), (2, "n"), (2, "ˈeɪ"), (2, ""),
    ]  # fmt: skip
    assert [one.ipa for one in read if one.position == 0] == ["ʨ", "ʰ", "y", "↘", ""]


@given(st.text(alphabet="中国的0123.,%％〇𠀀aé。，！“” \n[]", max_size=20))
def test_any_text_is_read_in_order(text):
    read = heard(text, ())
    assert [one.position for one in read] == sorted(one.position for one in read)
    assert all(0 <= one.position < len(text) for one in read)
    assert all(set(one.ipa) <= set(VOCABULARY) for one in read)
