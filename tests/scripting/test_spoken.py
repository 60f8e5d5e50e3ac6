import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.script import Pronunciation
from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.spoken.english import FAMILIES, abbreviations, titles
from oped_audio.scripting.spoken.rewriting import Said, claims
from oped_audio.scripting.tokens import token_spans


def said(written: str, language: str = "en") -> str:
    forms = spoken_forms(written, token_spans(written), language)
    return " ".join(form.spoken for form in forms if form.spoken)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("“Quoted,” he said.", "Quoted, he said."),
        ("the ‘best’ of ’em", "the best of em"),
        ("Lee’s and the unions’ view", "Lee's and the unions' view"),
        ("the Republic of Korea (ROK) today", "the Republic of Korea, R O K, today"),
        ("He left (in haste).", "He left, in haste."),
        ("scandals — one of many", "scandals — one of many"),
        ("scandals - one of many", "scandals — one of many"),
        ("said— and left", "said— and left"),
        ("* * *", ""),
        ("(Photo/Xinhua)", "Photo, Xinhua"),
        ("the 9/11 attacks", "the nine eleven attacks"),
        ("[[h@l'oU]] <break/>", "h at l'oU, break/"),
        ("A & B @ 5 % + 3", "A and B at five percent plus three"),
        ("one two_three", "one twothree"),
        ("Mr. Lee and Dr. Ng", "Mister Lee and Doctor Ng"),
        ("“Sen. Hill and Gov. Dale", "Senator Hill and Governor Dale"),
        ("a gen. rule", "a gen. rule"),
        ("It was Gen.", "It was Gen."),
        ("on Jan. 5, 2026.", "on January fifth, twenty twenty-six."),
        ("Sept. 22 and Dec. 1, of", "September twenty-second and December first, of"),
        ("May 3, 11 people", "May third, eleven people"),
        ("March 12 was", "March twelfth was"),
        ("March on, he said", "March on, he said"),
        ("In May 2024, we", "In May twenty twenty-four, we"),
        ("since Feb. 1999 and", "since February nineteen ninety-nine and"),
        (
            "in 2023, by 2024; 2025 people",
            "in twenty twenty-three, by twenty twenty-four; two thousand twenty-five people",
        ),
        ("in 2005", "in two thousand five"),
        ("World War II, Part IV.", "World War two, Part four."),
        ("I war I", "I war I"),
        (
            "$3.5 million, $1 and €40.",
            "three point five million dollars, one dollar and forty euros.",
        ),
        ("(US$1,200) or £2 billion", "one thousand two hundred U S dollars, or two billion pounds"),
        ("¥3,000 each", "three thousand yen each"),
        ("Photo / Xinhua", "Photo, Xinhua"),
        ("said -- and", "said — and"),
        ("■ A point • another † note*", "A point another note"),
        ("Col·legi · x", "Col·legi x"),
        ("soft\u00adhyphen zero\u200bwidth b\x07ell", "softhyphen zerowidth bell"),
        ("「好」（好）", "好好"),
        ("R&D & AT&T", "R and D and A T and T"),
        ("No. 5 vs. no. 6", "Number five versus number six"),
        ("No. Six", "No. Six"),
        ("(pp. 3 and 4)", "pages three and four"),
        ("George W. Bush and J. P. Morgan", "George W Bush and J P Morgan"),
        ("the U.S. Congress", "the U S Congress"),
        ("in the U.S. he met the U.N.", "in the U S he met the U N."),
        ("Samuel A. Alito Jr. Wrote", "Samuel A Alito Junior Wrote"),
        ("at 5 p.m. Monday", "at five P M Monday"),
        (
            "Mt. Fuji, St. Louis, Lt. Gov. “Al” Hill",
            "Mount Fuji, Saint Louis, Lieutenant Governor Al Hill",
        ),
        (
            "Elizabeth II, Louis XIV and Pius X,",
            "Elizabeth the second, Louis the fourteenth and Pius the tenth,",
        ),
        ("As William I met George V. Hill", "As William the first met George V Hill"),
        (
            "on 5 January 2026 and 1 Dec. 2030",
            "on the fifth of January twenty twenty-six and the first of December twenty thirty",
        ),
        ("10 March, 11 people", "the tenth of March, eleven people"),
    ],
)
def test_english(written, spoken):
    assert said(written) == spoken


def test_languages_without_rules_are_left_to_the_engine():
    assert said("„Jan. 5“ kosztuje $3 — tak", "pl") == "Jan. 5 kosztuje $3 — tak"


def test_other_languages_have_rules_of_their_own():
    assert said("„Jan. 5“ kostet $3 — ja", "de-AT") == "Januar fünf kostet drei Dollar — ja"


def test_punctuation_that_stands_alone_is_heard_after_the_word_before_it():
    assert said("« C’est tard », dit-il. Est-ce vrai ? Oui !", "fr") == (
        "C'est tard, dit-il. Est-ce vrai? Oui!"
    )
    assert said("well , “ yes ” .") == "well, yes."


def test_punctuation_within_a_number_of_several_tokens_is_not_heard():
    assert said("1 234,5 ans, oui", "fr") == "mille deux cent trente-quatre virgule cinq ans, oui"
    assert said("1 234, oui", "fr") == "mille deux cent trente-quatre, oui"


def test_what_is_said_first_is_said_instead_of_what_a_rule_would_say():
    lexicon = [Said(4, 9, "sheen 5", "ʃiːn", "lexicon")]
    (_, form) = spoken_forms("the $5-10", [(0, 3), (4, 9)], "en", lexicon)
    assert form.spoken == "sheen 5"
    assert form.pronunciations == (Pronunciation(0, 7, "ʃiːn", 4, 9, "lexicon"),)


def test_what_is_said_last_is_said_only_where_no_rule_says_anything():
    context = [Said(0, 4, "Lead", "lɛd", "context"), Said(5, 7, "10", "tɛn", "context")]
    (lead, number) = spoken_forms("Lead 10", [(0, 4), (5, 7)], "en", last=context)
    assert [one.ipa for one in lead.pronunciations] == ["lɛd"]
    assert (number.spoken, number.pronunciations) == ("ten", ())


def test_a_part_of_a_token_is_pronounced_at_its_place_in_it():
    sentence = "“Xi, (Photo/Xinhua), Xi-led"
    said = [Said(1, 3, "Xi", "ʃiː"), Said(12, 18, "Xinhua", "ʃɪn"), Said(21, 23, "Xi", "ʃiː")]
    forms = spoken_forms(sentence, token_spans(sentence), "en", said)
    assert [form.spoken for form in forms] == ["Xi,", "Photo, Xinhua,", "Xi-led"]
    told = [
        (form.spoken[one.begin : one.end], sentence[one.written_begin : one.written_end])
        for form in forms
        for one in form.pronunciations
    ]
    assert told == [("Xi", "Xi"), ("Xinhua", "Xinhua"), ("Xi", "Xi")]


def test_words_that_leave_nothing_to_say_have_no_pronunciation():
    (form,) = spoken_forms("“”x", [(0, 3)], "en", [Said(0, 2, "“”", "a")])
    assert (form.spoken, form.pronunciations) == ("x", ())


@pytest.mark.parametrize(
    ("sentence", "place"),
    [("anti-ant", 5), ("ant-ant", 4), ("Ant/ant", 5), ("(ant)(ant)", 3), ("$5-ant", 12)],
)
def test_the_letters_of_a_word_are_not_taken_for_it_where_they_come_earlier(sentence, place):
    begin = sentence.rindex("ant")
    said = [Said(begin, begin + 3, "ant", "ænt")]
    (form,) = spoken_forms(sentence, [(0, len(sentence))], "en", said)
    assert [one.begin for one in form.pronunciations] == [place]


PIECES = st.sampled_from(
    [
        "$",
        "5",
        "1,200",
        "-",
        "–",
        "/",
        ".",
        ":",
        " ",
        "%",
        "Jan",
        "pm",
        "St.",
        "U.S.",
        "bn",
        "II",
        "@",
        "#",
        "°",
        "C",
        "é",
        "“",
        ")",
        "NATO",
        "s",
        "’",
        "th",
        "a",
        "😀",
        "½",
        "x",
        "+1",
        "2026",
        "😀🏽",
        "\u200d",
        "Q1",
        "H1 ",
        "Mon.",
        " to ",
        " and ",
        "ft ",
        "in",
        "x",
        "100",
        "VII",
        "USD",
        "(a)",
        "v.",
        "kg",
        "=",
        "&",
        "10",
        "^",
        "A",
        "John ",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from(["en", "de", "fr", "es", "zh"]))
def test_one_form_a_token(sentence, language):
    spans = token_spans(sentence)
    forms = spoken_forms(sentence, spans, language)
    assert len(forms) == len(spans)
    assert forms == spoken_forms(sentence, spans, language)
    assert not any("  " in form.spoken for form in forms)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_stretches_lie_in_the_sentence_and_never_overlap(sentence):
    said = claims(sentence, FAMILIES)
    ends = [0, *(one.end for one in said)]
    assert all(end <= one.begin < one.end for end, one in zip(ends, said, strict=False))
    assert ends[-1] <= len(sentence)


@pytest.mark.parametrize("short", abbreviations.SHORT)
def test_every_abbreviation_is_looked_for(short):
    assert abbreviations.SIGN.search(f"see {short}")
    assert abbreviations.SIGN.search(f"see {short} now")


@pytest.mark.parametrize("short", titles.SHORT)
def test_every_title_is_looked_for(short):
    assert abbreviations.SIGN.search(f"see {short}. Lee now")


@given(st.text(max_size=40))
def test_nothing_is_said_without_a_written_source(sentence):
    spans = token_spans(sentence)
    for (begin, end), form in zip(spans, spoken_forms(sentence, spans, "en"), strict=True):
        assert bool(form.spoken) <= bool(sentence[begin:end].strip())


@pytest.mark.parametrize(
    ("written", "spoken", "phonemes"),
    [
        ("at 9 a.m. today", "A M", "eɪ ɛm"),
        ("an NBA’s", "N B A's", "ɛn biː eɪz"),
        ("on NASAs GPAs", "G P As", "dʒiː piː eɪz"),
        ("the AAPX’s", "A A P X's", "eɪ eɪ piː ɛksɪz"),
        ("the U.S.A.'s", "U S A's", "juː ɛs eɪz"),
        ("340 A.D. and", "A D", "eɪ diː"),
        ("a.k.a. Jack", "A K A", "eɪ keɪ eɪ"),
        ("at 9:30am today", "nine thirty A M", "eɪ ɛm"),
        ("an A321neo", "A three twenty-one neo", "eɪ"),
        ("AT&T's", "A T and T's", "eɪ tiː"),
        ("the EU", "E U", None),
    ],
)
def test_the_letter_a_is_not_the_article(written, spoken, phonemes):
    forms = spoken_forms(written, token_spans(written), "en")
    found = [one.ipa for form in forms if form.spoken == spoken for one in form.pronunciations]
    assert found == ([phonemes] if phonemes else [])


def test_a_bracket_within_a_word_is_no_pause():
    assert (
        said("a 401(k) plan, the word(s) and (so) on")
        == "a four oh one K plan, the words and, so, on"
    )


def test_the_letter_a_is_joined_to_a_number_after_it():
    assert said("at example.ai/a and A🇦🇺") == "at example dot A-I slash a and A flag A-U"


@pytest.mark.parametrize("chunk", ["A1", "A1 ", "1.", "1/", "A*", "BBB-", "10⁻", "$1 ", "(Dr. "])
def test_hostile_sentences_take_no_more_time_than_long_ones(chunk):
    begin = time.process_time()
    said(chunk * 1_500)
    assert time.process_time() - begin < 2
