import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.scripting.lexicon import find, index
from oped_audio.scripting.spoken.rewriting import Said

XI = Entry("Xi", "ʃiː")
CHAEBOL = Entry("chaebol", "ˈdʒeɪbɒl")
LEE = Entry("Lee Jae-myung", "liː dʒeɪ mjʌŋ")


def said(sentence: str, *entries: Entry, language: str = "en", used: str = "") -> list[Said]:
    """What is found, where every word is used as the part of speech ``used``."""
    looked_up = index(Lexicon(entries), language)
    return list(find(looked_up, sentence, lambda *_: used or None))


def found(sentence: str, *entries: Entry, language: str = "en") -> list[str]:
    return [sentence[one.begin : one.end] for one in said(sentence, *entries, language=language)]


@pytest.mark.parametrize(
    ("sentence", "entry", "stretches"),
    [
        ("Xi, “Xi” ‘Xi’ (Xi) Xi-led Xi—led Photo/Xi.", XI, ["Xi"] * 7),
        ("XI xi Xis XIs XI’s 1Xi Xi1 XiXi Xi’an", XI, []),
        ("chaebol Chaebol CHAEBOL chaebols CHAEBOLS", CHAEBOL, 5),
        ("XIAOMI Xiaomi xiaomi", Entry("Xiaomi", "a"), ["XIAOMI", "Xiaomi"]),
        ("Xiaomis XIAOMIS", Entry("Xiaomi", "a"), ["Xiaomis", "XIAOMIS"]),
        ("polish Polish", Entry("polish", "a", case_sensitive=True), ["polish"]),
        ("Polish POLISH polish", Entry("Polish", "a", case_sensitive=True), ["Polish"]),
        ("iPhone IPHONE iphone iPhones", Entry("iPhone", "a"), 4),
        ("US us US’s", Entry("US", None, "United States"), ["US", "US’s"]),
        ("AID AIDS AIDs AID’s", Entry("AID", "a"), ["AID", "AIDs", "AID’s"]),
        ("The Times of Tim", Entry("Tim", "a"), ["Tim"]),
        ("his This", Entry("hi", "a"), []),
        ("G7 G7’s g7 G-7", Entry("G7", None, "G seven"), ["G7", "G7’s"]),
        ("007 1007", Entry("007", None, "double oh seven"), ["007"]),
        ("Erdogan Erdoğan ERDOGAN Erdogan’s erdogan", Entry("Erdoğan", "a"), 4),
        ("café cafés CAFÉ cafe Cafe", Entry("café", "a"), ["café", "cafés", "CAFÉ"]),
        ("Straße STRASSE straße", Entry("Straße", "a"), ["Straße", "STRASSE"]),
        ("İstanbul Istanbul istanbul", Entry("İstanbul", "a"), ["İstanbul", "Istanbul"]),
        ("O’Brien O'Brien O’Briens OBrien", Entry("O'Brien", "a"), 3),
        ("Ha'aretz Ha’aretz", Entry("Ha’aretz", "a"), 2),
    ],
)
def test_where_one_word_is_found(sentence, entry, stretches):
    expected = re.findall(r"[\w’']+", sentence)[:stretches] if stretches in range(9) else stretches
    assert found(sentence, entry) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Lee Jae-myung",
        "Lee Jae Myung",
        "Lee Jae\u2011myung",
        "Lee\u00a0Jae\nmyung",
        "LEE JAE-MYUNG",
    ],
)
def test_several_words_are_found_with_hyphens_or_spaces_and_said_one_by_one(written):
    one, two, three = said(f"({written})", LEE)
    assert [one.phonemes, two.phonemes, three.phonemes] == ["liː", "dʒeɪ", "mjʌŋ"]
    assert [one.words, two.words, three.words] == re.split(r"[^\w]", written)


@pytest.mark.parametrize(
    "sentence",
    ["Lee, Jae-myung", "Lee  Jae-myung", "lee Jae-myung", "Lee Jae-my", "Lee Jae", "Lee"],
)
def test_not_where_a_word_is_missing_or_something_is_between(sentence):
    assert found(sentence, LEE) == []


def test_words_that_hyphens_join_are_said_together_where_the_ipa_is_one_word():
    entry = Entry("Lee Jae-myung", "liː dʒeɪmjʌŋ")
    assert found("Lee Jae-myung’s", entry) == ["Lee", "Jae-myung’s"]
    assert found("Lee Jae-myung’s", replace(entry, ipa="liːdʒeɪmjʌŋ")) == ["Lee Jae-myung’s"]
    assert said("x y", Entry("x y", "ɛks waɪ z"))[0].phonemes == "ɛks waɪ z"


def test_initials_keep_their_dots():
    assert found("J. D. Vance’s", Entry("J. D. Vance", "dʒeɪ diː væns")) == ["J.", "D.", "Vance’s"]


@pytest.mark.parametrize(
    ("sentence", "entry", "words", "ipa"),
    [
        ("Xi’s", XI, "Xi’s", "ʃiːz"),
        ("Xi's", XI, "Xi's", "ʃiːz"),
        ("boxes", Entry("box", "bɒks"), "boxes", "bɒksɪz"),
        ("parties", Entry("party", "pɑːti"), "parties", "pɑːtiz"),
        ("James’s", Entry("James", "dʒeɪmz"), "James’s", "dʒeɪmzɪz"),
        ("New York’s", Entry("New York", "njuːjɔːk"), "New York’s", "njuːjɔːks"),
        ("buses", Entry("bus", None, "buss"), "busses", None),
        ("Xi’s", Entry("Xi", None, "shee"), "shee's", None),
        ("U.N.’s", Entry("U.N.", "juː ɛn"), "U.N.’s", "juː ɛnz"),
        ("C++’s", Entry("C++", None, "see plus"), "see plus's", None),
    ],
)
def test_possessives_and_plurals_are_said_with_their_ending(sentence, entry, words, ipa):
    [one] = said(f"“{sentence}”", entry)
    assert (one.begin, one.end) == (1, 1 + len(sentence))
    assert (one.words, one.phonemes) == (words, ipa)


def test_the_endings_are_those_of_english():
    assert found("chaebols chaebol U.N.’s", CHAEBOL, Entry("U.N.", "y"), language="fr") == [
        "chaebol",
        "U.N.",
    ]


@pytest.mark.parametrize(
    ("sentence", "written", "stretches"),
    [
        ("(U.N.) U.N.-led XU.N. U.N.X u.n. U.N.", "U.N.", ["U.N."] * 3),
        ("C++ c++ C++11 AC++ C++, C++", "C++", ["C++"] * 3),
        ("AT&T at&t AT&Ts", "AT&T", ["AT&T"]),
        ("Yahoo! YAHOO! Yahoo", "Yahoo!", ["Yahoo!", "YAHOO!"]),
        ("p.m. P.M.", "p.m.", ["p.m.", "P.M."]),
        (
            "No. 10 No.\u00a010 No.\n10 no. 10 No. 100",
            "No. 10",
            ["No. 10", "No.\u00a010", "No.\n10"],
        ),
        ("Guns N’ Roses Guns\u00a0N' Roses", "Guns N’ Roses", 2),
        ("’tis 'tis", "’tis", ["’tis", "'tis"]),
        (".NET X.NET .NETs", ".NET", [".NET"]),
        ("[[x]] [[y]]", "[[x]]", ["[[x]]"]),
        ("<break/>", "<break/>", ["<break/>"]),
        ("习近平说，习近平", "习近平", ["习近平"] * 2),
        ("सिंह सिंह", "सिंह", ["सिंह"] * 2),
    ],
)
def test_entries_with_signs_and_of_scripts_without_spaces(sentence, written, stretches):
    expected = re.split(r" (?=G)", sentence) if stretches == 2 else stretches
    assert found(sentence, Entry(written, "a")) == expected


def test_an_entry_with_signs_may_be_case_sensitive():
    assert found("Yahoo! YAHOO!", Entry("Yahoo!", "a", case_sensitive=True)) == ["Yahoo!"]


def test_the_longest_is_meant():
    york, city = Entry("New York", "a b"), Entry("New York City", "a b s")
    assert found("New York City, New York", city, york) == ["New", "York", "City", "New", "York"]
    assert [one.phonemes for one in said("New York City", york, city)] == ["a", "b", "s"]
    builder, plus = Entry("C++ Builder", "a"), Entry("C++", "b")
    assert found("C++ Builder or C++", plus, builder) == ["C++ Builder", "C++"]
    assert found("U.N. Xi", XI, Entry("U.N.", "a")) == ["U.N.", "Xi"]
    assert found("Kim Jong Kim Jong Un", Entry("Kim Jong Un", "k d u"), Entry("Kim", "k")) == [
        *["Kim"],
        *["Kim", "Jong", "Un"],
    ]


def test_of_two_for_the_same_the_later_is_meant():
    assert said("Xi", XI, replace(XI, ipa="saɪ"))[0].phonemes == "saɪ"
    assert said("C++", Entry("C++", "a"), Entry("C++", "b"))[0].phonemes == "b"
    assert said("Erdogan", Entry("Erdogan", "a"), Entry("Erdoğan", "b"))[0].phonemes == "b"


@pytest.mark.parametrize("written", ["read", "r.d"])
def test_what_is_for_a_use_is_said_where_it_is_used_so(written):
    always, past = Entry(written, "riːd"), Entry(written, "rɛd", part_of_speech="past")
    for entries in ((always, past), (past, always)):
        assert [(s.phonemes, s.origin) for s in said(written, *entries)] == [("riːd", "lexicon")]
        assert [(s.phonemes, s.origin) for s in said(written, *entries, used="past")] == [
            ("rɛd", "context")
        ]
    assert said(written, past, used="noun") == []


def test_the_part_of_speech_is_asked_for_with_the_place():
    asked = []

    def part_of_speech(*place):
        asked.append(place)
        return "verb"

    looked_up = index(Lexicon((Entry("polish", None, "x", part_of_speech="verb"),)), "en")
    [one] = find(looked_up, "They polish it.", part_of_speech)
    assert asked == [("They polish it.", 5, 11)]
    assert one.origin == "context"


@pytest.mark.parametrize(
    ("own", "language", "is_found"),
    [(None, "fr", True), ("fr", "fr-CA", True), ("fr-CA", "fr", True), ("fr", "en", False)],
)
def test_an_entry_is_for_its_language(own, language, is_found):
    assert bool(found("Xi", replace(XI, language=own), language=language)) is is_found


@pytest.mark.parametrize(
    "sentence",
    ["xi.com", "Xi.com", "www.Xi", "@Xi", "#Xi", "a@Xi.com", "http://Xi/Xi", "(see Xi.co.uk/Xi)"],
)
def test_addresses_handles_and_hashtags_are_left_alone(sentence):
    assert found(sentence, XI, Entry("c++", "a")) == []
    assert found(f"{sentence} Xi", XI) == ["Xi"]


def test_an_entry_may_be_an_address_itself():
    amazon, metoo = Entry("Amazon.com", "a"), Entry("#MeToo", None, "me too")
    assert found("Amazon.com’s, Amazon.com/x, Amazon.com.", amazon) == [
        "Amazon.com’s",
        "Amazon.com",
    ]
    assert found("#MeToo #MeTooNow x@#MeToo", metoo) == ["#MeToo"]
    assert found("https://x.com/C++ C++", Entry("C++", "a")) == ["C++"]


def test_no_entries_find_nothing():
    assert said("Xi said C++.") == []


WRITTEN = st.sampled_from(
    [
        "Xi",
        "XI",
        "xi",
        "chaebol",
        "Lee Jae-myung",
        "Jae",
        "U.N.",
        "C++",
        "C++ Xi",
        "AT&T",
        "No. 10",
        "’tis",
        "Erdoğan",
        "Erdogan",
        "ǆ",
        "ßßs",
        "ﬃes",
        "İs",
        "习近平",
        "近",
        "#Xi",
        "x.com",
        "[[x]]",
        "s",
    ]
)
ENTRIES = st.builds(
    Entry,
    WRITTEN | st.text("aßs'İﬃ. 中", min_size=1, max_size=4).filter(lambda text: text.split()),
    st.sampled_from(["a", "a b", "a b s"]),
    case_sensitive=st.booleans(),
)
PIECES = WRITTEN | st.sampled_from([*" .,’'s-–—/@#\n\u00a0&“”", "es", "ies", "www.", "http://"])


@given(
    st.lists(ENTRIES, max_size=8),
    st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join),
    st.sampled_from(["en", "de", "zh"]),
)
def test_what_is_found_lies_in_the_sentence_in_order_and_as_it_is_written(
    entries, sentence, language
):
    at = 0
    for one in said(sentence, *entries, language=language):
        assert at <= one.begin < one.end <= len(sentence)
        assert one.words == sentence[one.begin : one.end]
        assert one.phonemes
        at = one.end


@pytest.mark.parametrize(
    "chunk", ["a-", "a.", "a'", "a.a-", "a@", "#a", "www.", "中", "a b-", "’s"]
)
def test_hostile_sentences_take_no_more_time_than_long_ones(chunk):
    looked_up = index(Lexicon((XI, Entry("C++", "a"), Entry("a b", "a"))), "en")
    begin = time.process_time()
    list(find(looked_up, chunk * 20_000, lambda *_: None))
    assert time.process_time() - begin < 2
