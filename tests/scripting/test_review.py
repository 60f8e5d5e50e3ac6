import pytest

from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.scripting import script
from oped_audio.scripting.review import review, words
from oped_audio.scripting.settings import PauseSettings

DICTIONARY = {
    "seen": ("sˈiːn",), "walk": ("wˈɔːk",), "resist": ("ɹɪzˈɪst", "ɹizˈɪst"), "they": ("ðˈeɪ",),
    "london": ("lˈʌndən",), "record": ("ɹəkˈɔːɹd",), "the": ("ðə",),
}  # fmt: skip


def said(text, language="en", lexicon=None, spans=()):
    paragraph = Block("s01-p01", "paragraph", spans or (Span(text),))
    section = Section("s01", "introduction", None, (paragraph,))
    document = Document("", None, None, language, (section,))
    return script(document, PauseSettings(), lexicon=lexicon)


def told(text, heard=None, **more):
    found = review(said(text, **more), {"s01-p01-u1": heard} if heard else {}, DICTIONARY)
    return [(doubt.reason, doubt.written, doubt.count) for doubt in found]


def test_names_and_words_that_no_dictionary_has_and_capitals_are_in_doubt():
    text = "They seen Zorvath’s NATO and ROK flumbert, Zorvath, in London walking unresisted."
    assert told(text) == [
        ("name", "Zorvath", 2),
        ("unknown", "and", 1),
        ("unknown", "flumbert", 1),
        ("unknown", "in", 1),
        ("acronym", "NATO", 1),
        ("letters", "ROK", 1),
    ]


def test_initials_keep_their_stops_and_what_a_rule_says_otherwise_is_not_in_doubt():
    assert told("They seen the U.S.S.R. walk 5 Mr. Seen.") == [("letters", "U.S.S.R.", 1)]


@pytest.mark.parametrize(
    ("heard", "doubts"),
    [
        (["ðeɪ", "ɹᵻzˈɪst"], []),
        (["ðeɪ", "ɹᵻsˈɪst"], [("differs", "resist", 1)]),
        (["ðeɪ", "ɹˈɪzɪst"], [("differs", "resist", 1)]),
        (["ðeɪ", "ɹᵻsˈɪst#"], []),
        (["ðeɪɹᵻsˈɪst", ""], []),
        (None, []),
    ],
    ids=["as it is", "other sound", "other stress", "no IPA", "run together", "not told"],
)
def test_what_is_heard_is_held_against_the_dictionary(heard, doubts):
    assert told("They resist.", heard) == doubts


def test_a_weak_form_is_not_in_doubt():
    assert told("the record", ["ðɪs", "ɹəkˈɔːɹd"]) == []


def test_names_whose_accents_voices_are_spared_are_in_doubt_too():
    assert told("They seen Hạnh walk.") == [("name", "Hạnh", 1)]


def test_what_the_dictionary_says_is_told():
    (doubt,) = review(said("They resist."), {"s01-p01-u1": ["ðeɪ", "ɹᵻsˈɪst"]}, DICTIONARY)
    assert (doubt.ipa, doubt.expected, doubt.context) == ("ɹᵻsˈɪst", "ɹɪzˈɪst", "They resist.")


def test_what_a_lexicon_has_decided_is_not_in_doubt():
    lexicon = Lexicon((Entry("Zorvath", "zɔːt"), Entry("flumbert", respelled="flum bert")))
    assert told("They seen Zorvath-led flumbert.", lexicon=lexicon) == [("unknown", "led", 1)]


def test_other_languages_have_no_dictionary_but_names_stand_out():
    assert told("Elle a vu Zorvath.", language="fr") == [("name", "Zorvath", 1)]
    assert told("Sie sah Zorvath.", language="de") == []


def test_words_in_another_language_are_left_to_it():
    spans = (Span("They seen "), Span("Zorvath", language="de"))
    assert told("", spans=spans) == []


def test_the_dictionary_is_asked_for_words_and_what_they_may_come_from():
    asked = words(said("They’ve walked, unresisting, in “Zorvath’s” cities."))
    assert {"walked", "walk", "zorvath", "city", "they've"} <= asked
