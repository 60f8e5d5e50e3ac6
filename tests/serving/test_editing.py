"""What an editor makes of an article -> settings."""

import tomllib

import pytest

from oped_audio.reading.settings import ReadingChoices
from oped_audio.serving.editing.outline import Outline, reading_settings
from oped_audio.serving.editing.tables import Setting, UnchangeableError
from oped_audio.serving.editing.voices import voice_settings
from oped_audio.serving.editing.words import word_alone, word_setting

TEXTS = (
    "The price",
    "The price of a bed is what a night in a town would cost, and no more than that.",
    "The price of a bed is what nobody asks for.",
    "Somewhere else",
)


def outline(**choices: list[str]) -> Outline:
    return Outline.of(ReadingChoices(**{k: tuple(v) for k, v in choices.items()}), TEXTS)


def test_a_beginning_is_as_short_as_tells_it_apart():
    assert outline().beginning(TEXTS[1]) == "The price of a bed is what a"
    assert outline().beginning(TEXTS[3]) == "Somewhere else"
    assert outline().beginning(TEXTS[0]) == "The price"  # all of it means it alone


def test_a_piece_is_in_one_list_only():
    chosen = outline(headings=["The price"]).with_kind("The price", "paragraphs")
    assert (chosen.headings, chosen.paragraphs) == ((), ("The price",))


def test_others_that_a_beginning_meant_stay_what_they_were():
    chosen = outline(left_out=["The price of"]).with_kind(TEXTS[1], "quotations")
    assert chosen.left_out == ("The price of a bed is what nobody",)
    assert chosen.quotations == ("The price of a bed is what a",)


def test_a_heading_is_put_above_once():
    chosen = outline().with_heading("Somewhere  else", "Where?")
    again = Outline.of(chosen, TEXTS).with_heading("Somewhere else", "Where  to?")
    assert again.added_headings == {"Somewhere else": "Where to?"}
    assert Outline.of(again, TEXTS).without_heading("Somewhere else").added_headings == {}


def test_what_is_set_for_all_is_not_set_for_one():
    general = ReadingChoices(left_out=("Subscribe",))
    chosen = ReadingChoices(left_out=("Subscribe",), headings=("A",))
    before = ReadingChoices(left_out=("Subscribe", "Nothing"))
    assert reading_settings("storks", chosen, before, general) == (
        Setting(("articles", "storks", "reading", "headings"), ["A"]),
        Setting(("articles", "storks", "reading", "left_out"), None),
    )


@pytest.mark.parametrize(
    ("said", "is_ipa", "line"),
    [("she", False, "she"), ("ʃiː", True, "/ʃiː/"), (" /ʃiː/ ", True, "/ʃiː/")],
)
def test_a_word_has_one_line(said, is_ipa, line):
    setting = word_setting("[words]\nXi = 'ksi'\n", "Xi", said, is_ipa=is_ipa)
    assert setting == Setting(("words", "Xi"), line)
    assert tomllib.loads(word_alone("Xi", said, is_ipa=is_ipa)) == {"words": {"Xi": line}}


def test_what_else_is_said_of_a_word_stays():
    text = '[words]\nRok = {respelled = "rock", case_sensitive = true}\n'
    setting = word_setting(text, "Rok", "rɒk", is_ipa=True)
    assert setting.value == {"case_sensitive": True, "ipa": "/rɒk/"}


@pytest.mark.parametrize(
    "said", ['[{ipa = "riːd"}, {ipa = "rɛd"}]', '{ipa = "riːd", language = "en"}']
)
def test_a_word_that_is_said_in_several_ways_is_left_alone(said):
    with pytest.raises(UnchangeableError, match="several ways"):
        word_setting(f"[words]\nread = {said}\n", "read", "red", is_ipa=False)


def test_a_voice_is_an_engine_and_a_voice_or_neither():
    assert voice_settings("storks", "caption", "piper", "joe") == (
        Setting(("articles", "storks", "voices", "caption", "engine"), "piper"),
        Setting(("articles", "storks", "voices", "caption", "voice"), "joe"),
    )
    assert [setting.value for setting in voice_settings("storks", None, "", "")] == [None, None]
