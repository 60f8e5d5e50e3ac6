from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.script import Pronunciation, Token, Utterance
from oped_audio.voices.phonemes import with_phonemes


def pronounced(begin: int, end: int, ipa: str) -> Pronunciation:
    return Pronunciation(begin, end, ipa, 0, 1, "lexicon")


def bracketed(ipa: str, _: Pronunciation) -> str:
    return f"<{ipa}>"


def test_phonemes_stand_in_the_place_of_their_words(utterance):
    said = utterance("When Xi, — Taxi/Xi left.")
    first, xi, dash, taxi, left = said.tokens
    said = replace(
        said,
        tokens=(
            first,
            replace(xi, pronunciations=(pronounced(0, 2, "ʃiː"),)),
            replace(dash, spoken=""),
            replace(taxi, pronunciations=(pronounced(0, 4, "t"), pronounced(5, 7, "ʃ"))),
            left,
        ),
    )
    text, spans = with_phonemes(said, bracketed)
    assert text == "When <ʃiː>, <t>/<ʃ> left."
    assert [text[begin:end] for begin, end in spans] == ["When", "<ʃiː>,", "<t>/<ʃ>", "left."]


def test_only_the_plain_text_is_escaped(utterance):
    said = utterance("< a<b")
    last = replace(said.tokens[1], pronunciations=(pronounced(2, 3, "b"),))
    said = replace(said, tokens=(said.tokens[0], last))
    text, spans = with_phonemes(said, bracketed, lambda plain: plain.replace("<", " "))
    assert text == "  a <b>"
    assert spans == [(0, 1), (2, 7)]


def test_nothing_to_say_is_no_text(utterance):
    said = replace(utterance("*"), tokens=(Token(0, 1, ""),))
    assert with_phonemes(said, bracketed) == ("", [])


@st.composite
def spoken_utterances(draw):
    tokens, at = [], 0
    for spoken in draw(st.lists(st.text("ab ", max_size=6))):
        places = sorted(draw(st.sets(st.integers(0, len(spoken)), max_size=4)))
        pairs = zip(places[::2], places[1::2], strict=False)
        ipas = st.text("xy", max_size=3)
        tokens.append(
            Token(at, at + 1, spoken, tuple(pronounced(a, b, draw(ipas)) for a, b in pairs))
        )
        at += draw(st.integers(1, 2))
    return Utterance("u", "s", "b", "body", 0, "." * (at + 1), tuple(tokens), 0, "en")


@given(spoken_utterances())
def test_each_token_is_its_spoken_form_with_the_phonemes_in_it(said):
    text, spans = with_phonemes(said, bracketed)
    assert [text[begin:end] for begin, end in spans] == [
        _expected(said.tokens[index]) for index in said.spoken_tokens
    ]
    assert with_phonemes(replace(said, tokens=tuple(map(_plain, said.tokens))), bracketed) == (
        said.spoken,
        list(said.spoken_spans),
    )


def _expected(token: Token) -> str:
    text = token.spoken
    for one in reversed(token.pronunciations):
        text = f"{text[: one.begin]}<{one.ipa}>{text[one.end :]}"
    return text


def _plain(token: Token) -> Token:
    return replace(token, pronunciations=())
