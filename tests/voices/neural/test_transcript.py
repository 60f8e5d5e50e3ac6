import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.voices.neural.transcript import Word, words
from oped_audio.voices.timing import Sound

PAUSE = ("", "")


def sounds(*parts: tuple[int, str]) -> list[Sound]:
    """A word's sounds apart by spaces; a pause behind it where they end with ``|``."""
    found = []
    for position, said in parts:
        names = said.rstrip("|").split()
        found += [Sound(position, 0, name) for name in (*names, *(PAUSE if "|" in said else ()))]
    return found


def signs(text: str, *parts: tuple[int, str]) -> list[tuple[str, str]]:
    return [(word.before, word.after) for word in words(text, sounds(*parts), "en")]


def test_each_word_has_its_sounds_and_place():
    assert words("Of the night", sounds((0, "ʌ v ð ə"), (7, "n ˈaɪ t|")), "en") == [
        Word(0, ("ʌ", "v", "ð", "ə")),
        Word(7, ("n", "ˈaɪ", "t"), "", "."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", [("", ""), ("", ".")]),
        ("a, b?", [("", ","), ("", "?")]),
        ("“a,” b.", [("“", ",”"), ("", ".")]),
        ('"a," b.', [("“", ",”"), ("", ".")]),
        ('a "b"', [("", ""), ("“", ".”")]),
        ("a — b", [("", "—"), ("", ".")]),
        ("a—b", [("", "—"), ("", ".")]),
        ("a - b", [("", "—"), ("", ".")]),
        ("a-b", [("", ""), ("", ".")]),
        ("a -- b", [("", "—"), ("", ".")]),
        ("a (b)", [("", ""), ("(", ".)")]),
        ("a... b…", [("", "…"), ("", "…")]),
        ("a; b!?", [("", ";"), ("", "!")]),
        ("a: “b”", [("", ":"), ("“", ".”")]),
        ("a’s b,", [("", ""), ("", ".")]),
        ("a, — b", [("", ","), ("", ".")]),
        ("a,! b", [("", "!"), ("", ".")]),
        ("«a» b！", [("“", "”"), ("", "!")]),
    ],
)
def test_punctuation_is_found_between_the_words(text, expected):
    first, second = text.index("a"), text.index("b")
    assert signs(text, (first, "ɐ|"), (second, "b|")) == expected


def test_a_full_stop_counts_only_where_espeak_pauses():
    assert signs("Dr. Bo", (0, "d"), (4, "b|"))[0] == ("", "")
    assert signs("Dr. Bo", (0, "d|"), (4, "b|"))[0] == ("", ".")
    assert signs("Dr., Bo", (0, "d"), (5, "b|"))[0] == ("", ",")


def test_phonemes_in_brackets_are_no_punctuation():
    assert signs("[[S|'i:]], b", (2, "ʃ iː|"), (11, "b|")) == [("", ","), ("", ".")]
    assert signs("b [[S|'i:]]", (0, "b"), (4, "ʃ iː|")) == [("", ""), ("", ".")]


@pytest.mark.parametrize(
    ("language", "position", "heard", "glides"),
    [("en", 4, ("", "ˈiː"), True), ("en", 0, ("", "ɪ"), True), ("es", 4, ("", "ˈiː"), False),
     ("en", 4, ("", "b"), False), ("en", 4, ("", "", "ˈiː"), False), ("en", 4, ("ˈiː",), False)],
)  # fmt: skip
def test_english_glides_from_a_close_vowel_to_the_next(language, position, heard, glides):
    silent = [Sound(0, 0, name) for name in heard[:-1]]
    said = [Sound(0, 0, "ˈiː"), *silent, Sound(position, 0, heard[-1])]
    assert ("ˈiːʲ" in words("the eve", said, language)[0].sounds) == glides


def test_nothing_heard_is_no_word():
    assert words("…", [Sound(0, 0, ""), Sound(0, 0, "")], "en") == []


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(-1, 50), st.sampled_from(["a", "", "b"])))
)
def test_any_text_and_sounds_give_words_with_known_signs(text, heard):
    said = [Sound(position, 0, name) for position, name in heard]
    found = words(text, said, "en")
    assert [s.strip("ʲ") for word in found for s in word.sounds] == [n for _, n in heard if n]
    assert all(set(word.before) <= set("“(") for word in found)
    assert all(set(word.after) <= set(".,;:!?…—)”") for word in found)
    assert not found or set(found[-1].after) & set(".!?…")
