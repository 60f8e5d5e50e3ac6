import re

import pytest

from oped_audio.errors import UnsayableError
from oped_audio.model import ipa as alphabet
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.ipa import NASAL, normal
from oped_audio.model.script import Pronunciation, Token, Utterance
from oped_audio.voices.espeak.mnemonics import UnsayableSignError, mnemonics
from oped_audio.voices.system import EspeakEngine

CLICKS = "ʘǀǃǂǁ"
CONSONANTS = [*alphabet._CONSONANTS, "tʃ", "dʒ", "tː", "n̩", "l̩", "m̩", "ɹ̩", "w̃"]
VOWELS = [
    form
    for vowel in alphabet._VOWELS
    for form in (vowel, f"{vowel}ː", f"{vowel}{NASAL}", f"{vowel}{NASAL}ː")
] + list(alphabet._DIPHTHONGS)


@pytest.fixture(scope="module")
def engine():
    opened = EspeakEngine()
    yield opened
    opened.close()


def utterance(*ipas: str) -> Utterance:
    """Words that are pronounced so; a line each, so that none runs together with the next."""
    tokens = tuple(
        Token(at, at + 2, "X,", (Pronunciation(0, 1, normal(ipa), at, at + 1, "lexicon"),))
        for at, ipa in zip(range(0, 3 * len(ipas), 3), ipas, strict=True)
    )
    return Utterance("s-p-u1", "s", "p", "body", 0, "X, " * len(ipas), tokens, 300, "en")


def spec(voice: str) -> VoiceSpec:
    return VoiceSpec("pyttsx3", voice, 175, 1.0, 50)


def heard(engine, voice: str, *ipas: str) -> tuple[str, ...]:
    return engine.phonemes(utterance(*ipas), spec(voice))


@pytest.mark.parametrize(
    "voice", ["en-us", "en-gb", "de", "fr", "es", "it", "pl", "ru", "tr", "ar", "cmn", "ja"]
)
def test_every_sound_is_heard_by_every_voice_or_named(engine, voice):
    sayable = [sound for sound in CONSONANTS if sound not in CLICKS]
    words = [f"paˈ{sound}at" for sound in sayable] + [f"ˈp{vowel}t" for vowel in VOWELS]
    [bare] = heard(engine, voice, "paˈat")
    for word, told in zip(words, heard(engine, voice, *words), strict=True):
        assert told.startswith("p"), word
        assert told[-1] == "t", word
        assert len(told.replace("ˈ", "")) >= 3, word
        assert told != bare, word
    for click in CLICKS:
        with pytest.raises(UnsayableError) as raised:
            heard(engine, voice, f"{click}a")
        assert (raised.value.sign, raised.value.written) == (click, "X")


SAME = (
    ("ɪəɹ", "ɪɹ"),
    ("ɛəɹ", "ɛɹ"),
    ("ʊəɹ", "ʊɹ"),
    ("ɜːɹ", "ɜ"),
    ("ᵊ", "ə"),
    ("əɹ", "ɚ"),
    ("ɝ", "ɜ"),
    ("ː", ""),
    ("ɾ", "t"),
    ("n̩", "ən"),
)


def american(ipa: str) -> str:
    """One spelling for what is the same to an American: length, r-colouring, flaps and stress."""
    for one, other in SAME:
        ipa = ipa.replace(one, other)
    return re.sub("[ˈˌ]", "", ipa)


@pytest.mark.parametrize(
    "word",
    re.findall(
        r"\S+",
        """pɪt bɪt tɪp dɪp kɪt ɡɪft fɪt vɪm θɪn ðɪs sɪt zɪp ʃɪp ˈvɪʒən hɪt mɪt nɪt sɪŋ lɪt ɹɪp jɛt
        wɪt tʃɪp dʒɪn lɑx ˈʔʌˌʔoʊ hwɪtʃ bit bɪt beɪt bɛt bæt bɑt bɔt boʊt bʊt but bʌt bɝd əˈbaʊt
        ˈbɛtɚ baɪt baʊt bɔɪt ˈsoʊfə nɪɹ nɪəɹ skwɛɹ skwɛəɹ stɑɹt stɑːɹt nɔɹθ nɔːɹθ kjʊɹ kjʊəɹ nɝs
        nɜːɹs ˈlɛtəɹ ˈmɪɹəɹ ˈmɛɹi ˈstɔɹi ˈstɑɹi əˈɡoʊ ˈbʌtn̩ ˈbʌtᵊn stɹɛŋθs ˈtʃɛɹi ˈʃaʊmi
        ˌtɑːkɑːˈiːtʃi ˈdʒeɪbɑl ʃiː ˈdʒɪnpɪŋ""",
    ),
)
def test_an_american_voice_says_what_was_asked_for(engine, word):
    [told] = heard(engine, "en-us", word)
    assert american(told) == american(normal(word))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("nɪə(ɹ)", "nˈiə"),
        ("ˈmɛɹi", "mˈɛɹiː"),
        ("stɑːɹt", "stˈɑːt"),
        ("ˈlɛtəɹ", "lˈɛtə"),
        ("ˈfjʊəɹi", "fjˈʊəɹiː"),
        ("ˈfaɪəɹ", "fˈaɪə"),
        ("faɪɹ", "fˈaɪə"),
        ("ɡoʊt", "ɡˈəʊt"),
        ("lɒt", "lˈɒt"),
        ("ˈvɪktəɹi", "vˈɪktəɹiː"),
    ],
)
def test_a_british_voice_says_an_r_before_vowels_only(engine, word, told):
    assert heard(engine, "en-gb", word) == (told,)


@pytest.mark.parametrize("voice", ["en-us", "en-gb", "it", "es"])
@pytest.mark.parametrize("word", ["ˈtato", "taˈto", "ˌtataˈto", "taˈtato"])
def test_stress_survives(engine, voice, word):
    [ipa] = heard(engine, voice, word)
    vowels = re.findall(r"([ˈˌ]?)[aæeoɐəɑʊ]+", ipa)
    assert vowels.count("ˈ") == 1
    assert vowels.index("ˈ") == re.findall(r"([ˈˌ]?)t[ao]", word).index("ˈ")


def test_stress_stands_before_its_vowel_and_sounds_apart():
    assert mnemonics("ˈʃiː ˌstɹɛŋθs", "en") == "S|'i: s|t|r|,E|N|T|s"
    assert mnemonics("ˈbɹ̩noʊ", "en") == "b|'3|n|oU"


@pytest.mark.parametrize(
    ("ipa", "language", "names"),
    [
        ("ɔ̃", "en", "'O:|n"),
        ("œ̃ː", "en", "'V|n"),
        ("ĩ", "pt", "'i|n"),
        ("ɔ̃", "fr", "'O~"),
        ("ɛ̃", "de", "'E|n"),
        ("aɪ", "it", "'a|i"),
        ("yː", "de", "'y:"),
        ("øː", "de", "'Y:"),
        ("faɪɹɪŋ", "en", "f|aI|r|I|N"),
        ("ˌpa", "it", "p|,a"),
        ("ʒ", "ar", "Z;"),
        ("ɲ", "es", "n^"),
        ("ɲ", "en", "n|j"),
        ("ɪɹ", "de", "'I|r"),
        ("ɹɪɹ", "en", "r|'i@3"),
        ("faɪɹ", "en", "f|'aI|3"),
        ("æɹ", "en", "'a|r"),
    ],
)
def test_each_language_has_its_names(ipa, language, names):
    assert mnemonics(normal(ipa), language) == names


def test_a_sound_that_no_voice_has_is_named():
    with pytest.raises(UnsayableSignError, match=r"^ǃ$"):
        mnemonics("ǃoʊ", "en")
