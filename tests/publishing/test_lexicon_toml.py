from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.publishing.lexicon_toml import lexicon_toml
from oped_audio.reading.lexicon.toml import parse

LETTERS = st.text("ab\"\\#=.'é字💡", max_size=8)
WORDS = st.lists(LETTERS.map(lambda word: f"{word}a"), min_size=1, max_size=3).map(" ".join)
KINDS = st.sampled_from([{"ipa": "ˈʃaʊmi"}, {"respelled": "show me"}, {"respelled": '"\\ é a'}])
LANGUAGES = st.sampled_from([None, "en", "fr-CA"])
PARTS = st.sampled_from([None, "verb", "past"])
ENTRIES = st.builds(
    lambda written, kind, language, case, part: Entry(
        written, language=language, case_sensitive=case, part_of_speech=part, **kind
    ),
    WORDS.map(lambda words: " ".join(words.split())),
    KINDS,
    LANGUAGES,
    st.booleans(),
    PARTS,
)


@given(st.lists(ENTRIES, max_size=6))
def test_what_is_written_is_read_again(entries):
    read = parse(lexicon_toml(Lexicon(tuple(entries))).encode(), "lexicon.toml").entries
    assert sorted(read, key=repr) == sorted(entries, key=repr)


def test_a_plain_word_has_a_plain_line():
    entries = (Entry("Xiaomi", "ˈʃaʊmi"), Entry("U.N.", respelled="you en"))
    assert lexicon_toml(Lexicon(entries)) == ('[words]\nXiaomi = "/ˈʃaʊmi/"\n"U.N." = "you en"\n')
