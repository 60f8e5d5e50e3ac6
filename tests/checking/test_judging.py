"""What is told of words that are heard otherwise; no sound is needed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.checking.judging import NATURAL, ROBOTIC, hearings
from oped_audio.checking.verdicts import (
    best,
    is_other,
    is_suspect,
    verdict,
    without_announcements,
)
from oped_audio.model.listening import Word

SENTENCE = "people ask me how long the trip takes said the woman who has run sleeping cars"


def words(text: str, names: str = "") -> list[Word]:
    return [Word(word, 0, 0, word in names.split()) for word in text.split()]


def heard(text: str, said: str, names: str = ""):
    return hearings([words(text, names)], said.split(), NATURAL)[0]


def told(text: str, said: str, names: str = ""):
    found = verdict(heard(text, said, names), NATURAL)
    return found and (found.kind, found.severity, found.wrong)


def test_the_same_is_good():
    assert told(SENTENCE, SENTENCE) is None
    assert heard(SENTENCE, SENTENCE).errors == 0


@pytest.mark.parametrize(
    "said",
    [
        SENTENCE.replace("ask", "asked"),
        SENTENCE.replace("sleeping cars", "sleepingcars"),
        SENTENCE.replace("the trip", "trip"),
        SENTENCE.replace("how long", "howl on"),
    ],
)
def test_slips_of_the_recogniser_are_forgiven_and_counted(said):
    assert told(SENTENCE, said) is None
    assert 0 < heard(SENTENCE, said).errors < 4


def test_three_missing_words_are_an_error():
    assert told(SENTENCE, SENTENCE.replace("long the trip ", "")) == ("dropped", "error", 3)


def test_a_phrase_said_twice_is_an_error():
    said = SENTENCE.replace("how long the trip", "how long the trip how long the trip")
    assert told(SENTENCE, said) == ("repeated", "error", 4)


def test_words_that_are_in_no_text_are_an_error():
    said = SENTENCE.replace("said the", "please buy our new book said the")
    assert told(SENTENCE, said) == ("added", "error", 5)


def test_mostly_other_words_are_an_error():
    said = "people ask me nothing ever of their bookkeeping fuel breakfast and cold harbours"
    kind, severity, _ = told(SENTENCE, said)
    assert (kind, severity) == ("garbled", "error")


def test_a_third_of_other_words_is_a_warning():
    said = SENTENCE.replace("me how long the trip", "obey fuel breakfast cold harbour")
    assert told(SENTENCE, said) == ("garbled", "warning", 5)


def test_what_is_said_or_left_out_beside_a_misspelt_name_is_told():
    names = "martha kowalczyk"
    text = "said martha kowalczyk to the conductor"
    added = "said martyr koval chick and so it went on for years and years to the conductor"
    assert told(text, added, names) == ("added", "error", 11)
    many = "olga piet sven juan mehmet aino"
    said = told(f"said {many} to the conductor", "said olgar to the conductor", many)
    assert said == ("dropped", "error", 5)


def test_misspelt_names_are_no_finding():
    text = "said martha kowalczyk to the conductor"
    assert told(text, "said martyr koval chick to the conductor", "martha kowalczyk") is None


def test_names_that_are_not_said_are_missing():
    text = "said martha maria kowalczyk to the conductor"
    said = "said to the conductor"
    assert told(text, said, "martha maria kowalczyk") == ("dropped", "error", 3)


def test_nothing_heard_at_all():
    assert told("you see", "") == ("dropped", "error", 2)
    assert hearings([], ["a"], NATURAL) == []
    assert heard("", "a b c").words == 0


def test_each_difference_belongs_to_its_sentence():
    first, second = "the storks came back in spring", "nobody had expected them this year"
    found = hearings([words(first), words(second)], f"the spring {second}".split(), NATURAL)
    assert [one.differences != () for one in found] == [True, False]


def test_words_between_two_sentences_make_both_suspect():
    first, second, third = "it was late", "the storks came back", "nobody knew"
    said = f"{first} and then it rained for days {second} {third}"
    found = hearings([words(first), words(second), words(third)], said.split(), NATURAL)
    assert [is_suspect(one) for one in found] == [True, True, False]


def test_the_hearing_that_agrees_best_counts():
    good, bad = heard(SENTENCE, SENTENCE), heard(SENTENCE, "people ask me")
    assert best([bad, good]) == 1
    assert is_other(heard(SENTENCE, "a car that holds eighty commuters"))
    assert not is_other(heard("you see", "a car"))


def test_announcements_are_not_held_against_a_note():
    hearing = heard("the storks came back", "note one of the page the storks came back")
    assert verdict(hearing, NATURAL)
    assert verdict(without_announcements(hearing), NATURAL) is None


def test_a_robotic_voice_is_forgiven_more():
    said = SENTENCE.replace("me how long the trip", "obey fuel breakfast cold harbour")
    assert verdict(hearings([words(SENTENCE)], said.split(), ROBOTIC)[0], ROBOTIC) is None


@settings(deadline=None)
@given(st.lists(st.sampled_from([*SENTENCE.split(), "x", "ß"])), st.integers(0, 3))
def test_any_hearing_can_be_judged(said, cut):
    passages = [words(SENTENCE)[:cut], words(SENTENCE)[cut:]]
    for hearing in hearings(passages, said, NATURAL):
        assert 0 <= hearing.share <= 1
        verdict(hearing, NATURAL)


@settings(deadline=None)
@given(st.integers(0, 12), st.integers(3, 6))
def test_a_dropped_run_is_always_found(at, count):
    said = SENTENCE.split()
    gone = said[:at] + said[at + count :]
    found = verdict(heard(SENTENCE, " ".join(gone)), NATURAL)
    assert found
    assert found.kind == "dropped"
