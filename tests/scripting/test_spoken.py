import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.scripting.spoken import spoken_forms


def said(written: str, language: str = "en") -> str:
    return " ".join(form for form in spoken_forms(written.split(), language) if form)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("“Quoted,” he said.", "Quoted, he said."),
        ("the ‘best’ of ’em", "the best of em"),
        ("Lee’s and the unions’ view", "Lee's and the unions' view"),
        ("the Republic of Korea (ROK) today", "the Republic of Korea, ROK, today"),
        ("He left (in haste).", "He left, in haste."),
        ("scandals — one of many", "scandals — one of many"),
        ("scandals - one of many", "scandals — one of many"),
        ("said— and left", "said— and left"),
        ("* * *", ""),
        ("(Photo/Xinhua)", "Photo, Xinhua"),
        ("the 9/11 attacks", "the 9/11 attacks"),
        ("[[h@l'oU]] <break/>", "h@l'oU, break/"),
        ("A & B @ 5 % + 3", "A and B @ 5 % + 3"),
        ("one two_three", "one twothree"),
        ("Mr. Lee and Dr. Ng", "Mister Lee and Doctor Ng"),
        ("“Sen. Hill and Gov. Dale", "Senator Hill and Governor Dale"),
        ("a gen. rule", "a gen. rule"),
        ("It was Gen.", "It was Gen."),
        ("on Jan. 5, 2026.", "on January 5th, 20 26."),
        ("Sept. 22 and Dec. 1, of", "September 22nd and December 1st, of"),
        ("May 3, 11 people", "May 3rd, 11 people"),
        ("March 12 was", "March 12th was"),
        ("March on, he said", "March on, he said"),
        ("In May 2024, we", "In May 20 24, we"),
        ("since Feb. 1999 and", "since February 1999 and"),
        ("in 2023, by 2024; 2025 people", "in 20 23, by 20 24; 2025 people"),
        ("in 2005", "in 2005"),
        ("World War II, Part IV.", "World War 2, Part 4."),
        ("I war I", "I war I"),
        ("$3.5 million, $1 and €40.", "3.5 million dollars, 1 dollar and 40 euros."),
        ("(US$1,200) or £2 billion", "1,200 U.S. dollars, or 2 billion pounds"),
        ("¥3,000 each", "3,000 yen each"),
        ("Photo / Xinhua", "Photo, Xinhua"),
        ("said -- and", "said — and"),
        ("■ A point • another † note*", "A point another note"),
        ("Col·legi · x", "Col·legi x"),
        ("soft\u00adhyphen zero\u200bwidth b\x07ell", "softhyphen zerowidth bell"),
        ("「好」（好）", "好好"),
        ("R&D & AT&T", "R&D and AT&T"),
        ("No. 5 vs. no. 6", "Number 5 versus number 6"),
        ("No. Six", "No. Six"),
        ("(pp. 3 and 4)", "pages 3 and 4"),
        ("George W. Bush and J. P. Morgan", "George W Bush and J P Morgan"),
        ("the U.S. Congress", "the U.S Congress"),
        ("in the U.S. he met the U.N.", "in the U.S. he met the U.N."),
        ("Samuel A. Alito Jr. Wrote", "Samuel A. Alito Jr Wrote"),
        ("at 5 p.m. Monday", "at 5 p.m Monday"),
        (
            "Mt. Fuji, St. Louis, Lt. Gov. “Al” Hill",
            "Mount Fuji, Saint Louis, Lieutenant Governor Al Hill",
        ),
        (
            "Elizabeth II, Louis XIV and Pius X,",
            "Elizabeth the 2nd, Louis the 14th and Pius the 10th,",
        ),
        ("As William I met George V. Hill", "As William I met George V Hill"),
        ("on 5 January 2026 and 1 Dec. 2030", "on 5th January 20 26 and 1st December 20 30"),
        ("10 March, 11 people", "10 March, 11 people"),
    ],
)
def test_english(written, spoken):
    assert said(written) == spoken


def test_other_languages_are_left_to_the_engine():
    assert said("„Jan. 5“ kostet $3 — ja", "de") == "Jan. 5 kostet $3 — ja"


def test_punctuation_that_stands_alone_is_heard_after_the_word_before_it():
    assert said("« C’est tard », dit-il. Est-ce vrai ? Oui !", "fr") == (
        "C'est tard, dit-il. Est-ce vrai? Oui!"
    )
    assert said("well , “ yes ” .") == "well, yes"


@given(st.lists(st.text(min_size=1, max_size=12)), st.sampled_from(["en", "de", "zh"]))
def test_one_form_a_token(tokens, language):
    forms = spoken_forms(tokens, language)
    assert len(forms) == len(tokens)
    assert forms == spoken_forms(tokens, language)
