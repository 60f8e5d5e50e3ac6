import pytest

from oped_audio.errors import UnsayableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Pronunciation, Token, Utterance
from oped_audio.testing.utterances import pronounced, utterance
from oped_audio.voices.neural.hibari_reading import Reader

SPEC = VoiceSpec("hibari", "heart", 175, 1.0, 50)


@pytest.fixture(scope="module")
def american():
    reader = Reader(british=False)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def british():
    reader = Reader(british=True)
    yield reader
    reader.close()


def heard(reader: Reader, said) -> str:
    return "".join(sign for _, sign in reader.read(said, SPEC))


def test_each_letter_knows_its_word(american):
    letters = american.read(utterance("The cat, asleep."), SPEC)
    assert "".join(sign for _, sign in letters) == "ðə kˈæt, əslˈip."
    assert [position for position, sign in letters if sign == "k"] == [4]
    assert [position for position, sign in letters if sign == ","] == [7]
    assert [position for position, sign in letters if sign == "p"] == [9]


def test_american_and_british_differ(american, british):
    assert heard(american, utterance("A bird can last.")) == "ɐ bˈɜɹd kæn lˈæst."
    assert heard(british, utterance("A bird can last.")) == "ɐ bˈɜːd kan lˈɑːst."


def test_numbers_and_names_of_letters_are_not_normalised_again(american):
    assert heard(american, utterance("At two P M")) == "ˌæt tˈu pˈi ˈɛm"


def test_a_pronunciation_is_heard_in_place_of_the_word_or_a_part_of_it(american, british):
    said = pronounced("The Xi-led talks of Xi.", "Xi", "ʃiː")
    assert heard(american, said) == "ðə ʃˈilˈɛd tˈɔks ʌv ʃˈi."
    assert heard(british, said) == "ðə ʃˈiːlˈɛd tˈɔːks ɒv ʃˈiː."


def test_a_pronunciation_may_be_of_several_words_or_of_a_piece_of_one(american):
    several = Pronunciation(0, 7, "ˈiː ˈaɪ", 0, 7, "lexicon")
    tokens = (Token(0, 8, "Xi Ming,", (several,)), Token(9, 13, "left"))
    said = Utterance("u", "s", "b", "body", 0, "Xi Ming, left", tokens, 0, "en")
    assert heard(american, said) == "ˈi ˈI, lˈɛft"
    assert heard(american, pronounced("preXiing", "Xi", "ʃiː")) == "pɹˈiʃˈiˈɪŋ"


def test_words_before_a_pronunciation_hear_its_first_sound(american):
    assert heard(american, pronounced("the Xi", "Xi", "ˈɑːʃ")).startswith("ði ")
    assert heard(american, pronounced("the Xi", "Xi", "ʃiː")).startswith("ðə ")


def test_a_sound_that_english_lacks_is_said_as_its_nearest_or_refused(american):
    assert heard(american, pronounced("Xi", "Xi", "xyː")) == "kˈu"
    with pytest.raises(UnsayableError, match="“ǁ” in /ǁoːsa/"):
        american.read(pronounced("Xi", "Xi", "ǁoːsa"), SPEC)


def test_markup_is_read_as_text(american):
    assert "həlˈO" not in heard(american, utterance("[a](/həlˈO/)"))


@pytest.mark.parametrize(
    "word", ["他", "Жизнь", "Nguyễn", "½", "Donaudampfschifffahrtsgesellschaft"]
)
def test_what_hibari_cannot_read_is_read_all_the_same(american, word):
    said = heard(american, utterance(f"so {word} go"))
    assert len(said.split()) >= 3


def test_signs_alone_are_silent(american):
    assert heard(american, utterance("☃ 😀")).strip() == ""


def test_words_that_meet_without_a_space_have_letters_of_their_own(american):
    tokens = (Token(0, 5, "word—"), Token(5, 9, "next"))
    said = Utterance("s01-p01-u1", "s01", "s01-p01", "body", 0, "word—next", tokens, 0, "en")
    positions = {position for position, sign in american.read(said, SPEC) if sign == "n"}
    assert positions == {5}
