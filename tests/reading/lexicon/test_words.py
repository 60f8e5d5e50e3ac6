import pytest

from oped_audio.reading.lexicon.words import shortened, spelling, trouble


def test_a_word_is_spelled_as_articles_have_it():
    assert spelling(" Erdog\u0306an\u00ad \n\u202e X\x00i\ufeff ") == "Erdo\u011fan Xi"
    assert spelling("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Xi", "Xi"),
        ("\u202eX\x1b[31m\x00", "\\u202eX\\u001b[31m\\u0000"),
        ("x" * 101, "x" * 100 + "…"),
    ],
)
def test_a_message_shows_what_is_not_seen_and_ends(text, told):
    assert shortened(text) == told
    assert trouble("a.toml", text, "is wrong", "").word == told
