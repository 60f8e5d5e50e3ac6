import pytest

from oped_audio.scripting.inflections import stems, with_ending, with_s


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("xi", []),
        ("xi's", [("xi", "'s")]),
        ("chaebols", [("chaebol", "s")]),
        ("times", [("time", "s")]),
        ("codes", [("code", "s")]),
        ("boxes", [("boxe", "s"), ("box", "es")]),
        ("churches", [("churche", "s"), ("church", "es")]),
        ("heroes", [("heroe", "s"), ("hero", "es")]),
        ("parties", [("partie", "s"), ("party", "ies")]),
        ("cries", [("crie", "s")]),
        ("movies", [("movie", "s"), ("movy", "ies")]),
        ("louies", [("louie", "s")]),
        ("boss", []),
        ("as", []),
        ("his", []),
        ("s", []),
    ],
)
def test_what_a_word_may_be_the_plural_or_possessive_of(written, found):
    assert list(stems(written)) == [(written, ""), *found]


@pytest.mark.parametrize(
    ("ipa", "said"),
    [
        ("ʃiː", "ʃiːz"),
        ("kæt", "kæts"),
        ("lɑːx", "lɑːxs"),
        ("bɒks", "bɒksɪz"),
        ("tʃɜːtʃ", "tʃɜːtʃɪz"),
        ("dʒɔːdʒ", "dʒɔːdʒɪz"),
        ("wɛsː", "wɛsːɪz"),
        ("fɔ̃", "fɔ̃z"),
        ("ˈbɒtl̩", "ˈbɒtl̩z"),
        ("njuː jɔːk", "njuː jɔːks"),
    ],
)
def test_how_an_s_is_said(ipa, said):
    assert with_s(ipa) == said


@pytest.mark.parametrize(
    ("words", "ending", "said"),
    [
        ("shee", "'s", "shee's"),
        ("shee", "", "shee"),
        ("buss", "es", "busses"),
        ("bok", "es", "boks"),
        ("par tee", "ies", "par tees"),
        ("church", "es", "churches"),
    ],
)
def test_how_a_respelling_ends(words, ending, said):
    assert with_ending(words, ending) == said
