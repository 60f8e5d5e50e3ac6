import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.pipeline.wording import words_of


def said(text: str, language: str = "en") -> str:
    return " ".join(word.text for word in words_of(Lexicon(), text, language))


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("On Jan. 9, 2025, at 8:47 p.m.", "on January 9th, 2025 at 8.47 pm"),
        ("It cost €79.", "it cost 79 euros"),
        ("It cost €79.", "It cost seventy-nine euros."),
        ("Dr. Solberg of the U.S.", "doctor Solberg of the US"),
        ("3% of them", "three percent of them"),
    ],
)
def test_what_is_written_and_what_is_heard_give_the_same_words(written, heard):
    assert said(written).replace("per cent", "percent") == said(heard)


def test_words_know_where_they_stand_and_which_are_names():
    lexicon = Lexicon((Entry("Xiaomi", respelled="shao mee"),))
    words = words_of(lexicon, "Xiaomi pays Ada $5 now. They laugh.", "en")
    assert [(word.text, word.is_name) for word in words] == [
        ("shao", True),
        ("mee", True),
        ("pays", False),
        ("ada", True),
        ("five", False),
        ("dollars", False),
        ("now", False),
        ("they", False),
        ("laugh", False),
    ]
    assert (words[4].begin, words[4].end) == (16, 18)


def test_german_nouns_are_no_names():
    assert not any(word.is_name for word in words_of(Lexicon(), "Wir fahren mit dem Zug.", "de"))


def test_chinese_is_compared_by_characters():
    assert said("他们回来了。", "zh") == "他 们 回 来 了"


@pytest.mark.parametrize("text", ["", " ", "* * *", "—"])
def test_nothing_to_say(text):
    assert words_of(Lexicon(), text, "en") == ()


@settings(deadline=None)
@given(st.text())
def test_any_text_has_words_in_lower_case_within_it(text):
    for word in words_of(Lexicon(), text, "en"):
        assert 0 <= word.begin <= word.end <= len(text)
        assert word.text == word.text.lower()
