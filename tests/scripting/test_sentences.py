import re

import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.scripting.long_sentences import LONGEST
from oped_audio.scripting.sentences import sentences


def cut(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in sentences(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It rained.", "Nobody minded."],
        ["The U.N. met in the U.S. on Jan. 5, and Mr. Lee spoke.", "Then it closed."],
        ["J. P. Morgan and George W. Bush never met.", "Nor did Sen. Hill and Gov. Dale."],
        ["He moved to the U.S.", "The next day he left."],
        ["At 5 p.m. the vote was over.", "It had cost $3.5 million."],
        ["He said, “It is late.", "We should go.", "All of us.”", "They went."],
        ["“Really?!” she asked.", "He nodded."],
        ["“Go home.” He went."[:10], "He went."],
        ["“It is late,” Dr. Ng, of Oslo, told me.", "“We go.”"],
        ["They met Mr. “Bud” Lee vs. “Big” Ng."],
        ["They left (it was late.", "It was dark.)", "Nobody saw them."],
        ["No. 5 is here.", "See e.g. the first, i.e. the best."],
        ["One — and only one — of them stayed; the rest: gone."],
        ["Prices rose 3.5 percent, to 1,200.50."],
        ["St. Mary’s vs. St. John’s was a draw."],
        ["A word…", "And more."][:1],
        ["We saw Ms. Lee, Messrs. Ng and Govs. Hill and Dale.", "Dr. Who came.", "So did Gen. He."],
        ["About approx. 5 of vol. 2 is on p. 55.", "Also pp. 3 and 4."],
        [
            "It ends at 5 p.m. Monday.",
            "It began at 8 a.m. EST.",
            "At 5 p.m.",
            "He left.",
        ],
        ["‘It is late.", "The unions’ view won’t do.’"],
        ["‘It is late.", "It isn’t dark.’", "They went."],
        ["1. One thing.", "2. Another thing.", "iv. A third."],
        ["So would Louis XIV.; but gold topped $4,000/oz.; oil fell.", "They fell."],
        ["A driver on £15/hr.", "They wait.", "It is 3×10^8 m/s.", "Few know."][:2],
        ["The 10-yr. Treasury rose.", "It weighed 3 lbs. 6 oz. at birth, value 1s. 6d. then."],
        ["Rte. 9 is shut.", "He read pages of it, incl. Appendix B.", "He lives in Apt. 4B."],
        ["It was that Art. III courts rule.", "See fn. 12, Title IX.", "Art. He left."][:2],
        ["Joined by JJ. Lee and Ng, she read it.", "They won 3-2 a.e.t.", "In May they lost."],
    ],
    ids=lambda expected: expected[0][:24],
)
def test_english(expected):
    assert cut(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Er kam am 5. Januar.", "Dr. Weiß war z. B. nicht da."]),
        ("de", ["„Warum?“ fragte er.", "Niemand kam."]),
        ("fr", ["« Pourquoi ? » demanda-t-il.", "Rien."]),
        ("pl", ["Przyjechał 5. maja.", "Kto?"]),
        ("es", ["—¿Quién viene? —preguntó Juan.", "Nadie habló."]),
        ("el", ["Τις Κυριακές δε δούλευε κανένας.", "το κόστος ήταν £260.950,00."]),
        ("fr", ["M. Dupont est venu.", "Il a dit : « C’est tard.", " Partons. »".strip()]),
        ("es", ["¿Quién viene?", "El Sr. Pérez viene."]),
        ("de", ["Es war mein 11. Zug im 1. Halbjahr.", "Im 19. Jh. baute man.", "Es war 1946."]),
        ("de", ["Er kam am 3. Okt. 1946.", "Sie kam am 3.", "Danach ging er mit Hr. Weiß."]),
        ("de", ["Das Geld kommt aus dem Haushalt.", "40 Strecken werden saniert."]),
        ("fr", ["Publié le 3 févr. 2025 (JAMA, nov. 2023).", "Mgr. Myriel part."]),
        ("es", ["Me dijo D. Juan Romero.", "EE. UU. gastó mucho.", "Vive en la pág. 47."]),
        ("es", ["Pagó a los aytos. (p. ej., Almonte) por el agua.", "Fin."]),
        ("de", ["Der Preis stieg um ca. 3 %.", "2023 war er höher."]),
        ("fr", ["J.-C. Martin vit à St. Denis.", "Cf. p. 12 et suiv.", "Il le dit."]),
        ("es", ["El Sr. D. José Ma. Aznar habló.", "Cuesta aprox. 3 mill. de euros."]),
        ("zh-Hans", ["他说了。", "她走了！", "真的吗？"]),
        ("zh-Hans", ["他说：“好。", "我走。”", "走了。"]),
        ("ja", ["「行く。", "来る。」"]),
        ("ar", ["وصل الرئيس.", "هل غادر؟"]),
    ],
)
def test_other_languages(language, expected):
    joint = "" if language.startswith(("zh", "ja")) else " "
    assert cut(joint.join(expected), language) == expected


def test_what_has_no_word_is_joined_to_its_neighbour():
    assert cut("He stopped. . . Then he left.")[-1] == "Then he left."
    assert cut("* * *") == ["* * *"]
    assert cut("“…” he said. —") == ["“…” he said. —"]


def test_nothing_gives_nothing():
    assert cut("") == []
    assert cut(" \u00a0 ") == []


def test_a_sentence_that_never_ends_is_cut_at_phrases():
    text = ", ".join(["and so it went on from day to day"] * 100)
    parts = cut(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(",") for part in parts[:-1])
    assert " ".join(parts) == text


def test_five_megabytes_without_an_end_are_cut_and_complete():
    text = "x" * 2_500_000 + " word" * 500_000
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", "* ", "“", "“a. ", "(", "中", "Ms. ", "é", "word, "])
def test_no_sentence_is_longer_than_the_longest(unit):
    text = unit * 5_000
    parts = cut(text)
    assert max(map(len, parts)) <= LONGEST
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_longer_than_the_window_is_cut_as_a_short_one():
    paragraph = "He said, “It is late. We should go.” Ms. Lee of the U.S. nodded. They went. "
    assert cut(paragraph * 200) == cut(paragraph) * 200


def test_text_that_the_segmenter_loses_is_kept(monkeypatch):
    monkeypatch.setattr(sentencex, "segment", lambda language, text: [text[1:]])
    assert cut("One. Two.") == ["One. Two."]


TEXT = st.text(st.sampled_from("aB .,?!…“”\"'()[]«»—-\u00a012:中。Mr🎉¹"), max_size=200)


@given(TEXT | st.text(max_size=80), st.sampled_from(["en", "de", "zh", "ar", "xx"]))
def test_sentences_hold_every_character_but_white_space(text, language):
    spans = sentences(text, language)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    between = "".join(
        text[end:begin]
        for end, begin in zip([0, *edges[1::2]], [*edges[::2], len(text)], strict=True)
    )
    assert not between.strip()
    assert all(text[begin:end] == text[begin:end].strip() != "" for begin, end in spans)


@given(TEXT)
def test_only_a_lone_sentence_is_without_a_word(text):
    parts = cut(text)
    assert len(parts) < 2 or all(re.search(r"\w", part) for part in parts)
