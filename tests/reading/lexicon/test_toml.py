import pytest

from oped_audio.errors import LexiconError
from oped_audio.model.lexicon import Entry
from oped_audio.reading.lexicon.toml import parse


def entries(text: str) -> tuple[Entry, ...]:
    return parse(text.encode(), "my.toml").entries


def test_every_form_of_an_entry():
    text = """
language = "en"

[words]
Xiaomi = "/ˈʃaʊmi/"
Xi = "[ʃiː]"
Takaichi = "tah-kah-EE-chee"
"Erdog\u0306an" = " airdo  wan "
polish = { ipa = "ˈpɒlɪʃ", part_of_speech = "verb", case_sensitive = true, language = "pl" }
read = [{ ipa = "riːd" }, "red", { respelled = "red", part_of_speech = "past" }]
"""
    assert entries(text) == (
        Entry("Xiaomi", "ˈʃaʊmi", language="en"),
        Entry("Xi", "ʃiː", language="en"),
        Entry("Takaichi", respelled="tah-kah-ee-chee", language="en"),
        Entry("Erdo\u011fan", respelled="airdo wan", language="en"),
        Entry("polish", "ˈpɒlɪʃ", None, "pl", True, "verb"),
        Entry("read", "ɹiːd", language="en"),
        Entry("read", respelled="red", language="en"),
        Entry("read", respelled="red", language="en", part_of_speech="past"),
    )


@pytest.mark.parametrize("text", ["", "\ufeff", "[words]", 'language = "en"', "# nothing"])
def test_a_file_may_be_empty(text):
    assert entries(text) == ()


def test_a_byte_order_mark_is_no_part_of_it():
    assert entries("\ufeff[words]\nXi = '/a/'") == (Entry("Xi", "a"),)


@pytest.mark.parametrize(
    ("said", "respelled"),
    [
        ("AH-bra", "ah-bra"),
        ("NATO", "NATO"),
        ("U-N", "U-N"),
        ("say [[h@l'oU]]", "say h@l'oU"),
        ("<break/> a", "break/ a"),
        ("a\tb\u202e\u00adc", "a bc"),
    ],
)
def test_respellings(said, respelled):
    assert entries(f'[words]\nXi = {{ respelled = """{said}""" }}') == (
        Entry("Xi", respelled=respelled),
    )


@pytest.mark.parametrize("key", ["[[x]]", "<break/>", "x" * 4096, "習近平", "C++", "AT&T"])
def test_a_word_may_be_anything_with_a_letter(key):
    assert entries(f"[words]\n'{key}' = 'said'") == (Entry(key, respelled="said"),)


def test_what_is_not_seen_is_no_part_of_a_word():
    text = '[words]\n"\\u202eX\\u0000i\\u00ad\\u200b  a" = "said"'
    assert entries(text) == (Entry("Xi a", respelled="said"),)


@pytest.mark.parametrize(
    ("text", "word", "reason", "remedy"),
    [
        ("Xi = 'a'", "Xi", "not in the table", "below the line [words]"),
        ("words = 3", "words", "must be a table", "[words]"),
        ("language = 3", "language", "must be a tag", 'language = "en"'),
        ("[words]\nXi", "", "not valid TOML", "a line a word"),
        ("[words]\nErdoğan = 'a'", "", "line 2", '"Erdoğan"'),
        ("[words]\nXi = 'a'\nXi = 'b'", "", "not valid TOML", "a line a word"),
        ("[words]\nXi = " + "[" * 5000, "", "not valid TOML", "a line a word"),
        ("[words]\nXi = " + "{a=" * 5000, "", "not valid TOML", "a line a word"),
        ("[words]\nXi = " + "1" * 5000, "", "not valid TOML", "a line a word"),
        ("[words]\nX\x00i = 'a'", "", "not valid TOML", "a line a word"),
        ("[words]\n'' = 'a'", '""', "no letter", "as it is in the text"),
        ("[words]\n' ' = 'a'", '" "', "no letter", "as it is in the text"),
        ("[words]\n'...' = 'a'", "...", "no letter", "as it is in the text"),
        ("[words]\nXi = []", "Xi", "says nothing", "how the word is said"),
        ("[words]\nXi = ''", "Xi", "says nothing", "how the word is said"),
        ("[words]\nXi = '...'", "Xi", "says nothing", "how the word is said"),
        ("[words]\nXi = 3", "Xi", "must be a text or a table", "/…/"),
        ("[words]\nXi = 2026-01-05", "Xi", "must be a text or a table", "/…/"),
        ("[words]\nXi = [['a']]", "Xi", "must be a text or a table", "/…/"),
        ("[words]\nXi = '//'", "Xi", "no sound", "between the slashes"),
        ("[words]\nXi = '[]'", "Xi", "no sound", "between the slashes"),
        ("[words]\nXi = '/ʃ@/'", "Xi", "“@” in /ʃ@/", "between the slashes"),
        ("[words]\nXi = '/a/ or /b/'", "Xi", "“/”", "between the slashes"),
        ("[words]\nXi = '[[h@l]]'", "Xi", "“@”", "between the slashes"),
        ("[words]\nXi = {}", "Xi", "either ipa or respelled", "one of the two"),
        ("[words]\nXi = {ipa='a', respelled='b'}", "Xi", "either ipa", "one of the two"),
        ("[words]\nXi = {ipa=3}", "Xi.ipa", "must be a text", "quotes"),
        ("[words]\nXi = {ipaa='a'}", "Xi.ipaa", "no such key", "did you mean ipa?"),
        ("[words]\nJ.D = 'a'", "J.D", "no such key", "dot in it goes between quotes"),
        ("[words]\nXi = {ipa='a', case_sensitive='y'}", "Xi.case_sensitive", "true or", "true"),
        ("[words]\nXi = {ipa='a', language=1}", "Xi.language", "must be a text", "quotes"),
        ("[words]\nXi = {ipa='a', part_of_speech='vb'}", "Xi.part_of_speech", "'vb'", "verb"),
    ],
)
def test_errors_name_file_word_and_remedy_in_one_short_line(text, word, reason, remedy):
    with pytest.raises(LexiconError) as raised:
        entries(text)
    told = str(raised.value)
    assert raised.value.word == word
    assert told.startswith(f"my.toml: {word}: " if word.strip('" ') else "my.toml: ")
    assert reason in told
    assert remedy in raised.value.remedy
    assert "\n" not in told
    assert len(told) < 300


@pytest.mark.parametrize(
    "content", ["[words]".encode("utf-16"), b"[words]\n'Erd\xf6' = 'a'", b"\xff"]
)
def test_what_is_not_utf_8_is_refused(content):
    with pytest.raises(LexiconError, match=r"my\.toml: is not UTF-8 .byte [0-9]+.; save it"):
        parse(content, "my.toml")


@pytest.mark.parametrize(
    "entry",
    [
        f"'{'x' * 9999}' = '/@/'",
        f"'{'x' * 9999}' = 3",
        f"Xi = '/{'a' * 100_000}@/'",
        f"Xi = {{ {'b' * 9999} = 3 }}",
        f"Xi = {{ part_of_speech = '{'b' * 9999}' }}",
        r'"\u202eX\u001b[31mi" = "/@/"',
        r'Xi = "/\u202e\u001b[31m@/"',
    ],
    ids=range(7),
)
def test_huge_and_hostile_values_make_a_short_message(entry):
    with pytest.raises(LexiconError) as raised:
        entries(f"[words]\n{entry}")
    assert len(str(raised.value)) < 500
    assert str(raised.value).isprintable()
