from num2words.lang_EN import Num2Word_EN

from oped_audio.scripting.spoken.english.numbers import cardinal, number, ordinal, plural, value


def test_what_is_too_long_for_a_name_is_read_digit_by_digit():
    assert cardinal(10**66) == " ".join(["one", *["zero"] * 66])
    assert ordinal(10**66) == " ".join(["one", *["zero"] * 66])


def test_numbers_as_they_are_written():
    assert number("1,200.50") == "one thousand two hundred point five zero"
    assert number(".5") == "point five"
    assert value("1,200.5") == 1200.5
    assert ordinal(1001) == "one thousand first"


def test_plurals():
    assert plural("nineteen ninety") == "nineteen nineties"
    assert plural("six") == "sixes"
    assert plural("…") == "…"


def test_what_is_put_together_here_is_what_num2words_says():
    known = Num2Word_EN()
    for one in range(10_001):
        assert cardinal(one) == _plain(known.to_cardinal(one))
        assert ordinal(one) == _plain(known.to_ordinal(one))


def _plain(words: str) -> str:
    return words.replace(",", "").replace(" and ", " ")
