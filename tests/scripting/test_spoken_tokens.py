from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.document import Block, Document, Item, ItemList, Section, Span
from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.model.script import Utterance
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings
from oped_audio.scripting.spoken_tokens import language_of

LEXICON = Lexicon(
    (
        Entry("Xi", "ʃiː", language="en"),
        Entry("Lee Jae-myung", "liː dʒeɪ mjʌŋ"),
        Entry("U.N.", "juː ɛn"),
        Entry("ant", None, "aunt"),
        Entry("Paris", "paʁi", language="fr"),
        Entry("raison d’être", "ʁɛzɔ̃ dɛtʁ"),
        Entry("evil", None, "[[h@l'oU]]"),
        Entry("lakh", "lɑːk"),
    )
)


def utterances(*spans: Span, language: str = "en") -> tuple[Utterance, ...]:
    return from_block(Block("s01-p01", "paragraph", spans), language=language)


def from_block(*blocks: Block, language: str = "en") -> tuple[Utterance, ...]:
    section = Section("s01", "introduction", None, blocks)
    document = Document("T", None, None, language, (section,))
    return script(document, PauseSettings(), lexicon=LEXICON).of_section("s01")


def reference(text: str) -> Span:
    return Span(text, note="s02-p01")


def told(said: Utterance) -> list[tuple[str, str, str]]:
    """Of each pronunciation: what is written, what is spoken, how."""
    return [
        (
            said.written[one.written_begin : one.written_end],
            token.spoken[one.begin : one.end],
            one.ipa,
        )
        for token in said.tokens
        for one in token.pronunciations
    ]


def test_pronunciations_are_where_their_words_are():
    [said] = utterances(Span("“Xi’s $5 for Lee Jae-myung,” the (U.N.) told Xi."))
    assert told(said) == [
        ("Xi’s", "Xi's", "ʃiːz"),
        ("Lee", "Lee", "liː"),
        ("Jae", "Jae", "dʒeɪ"),
        ("myung", "myung", "mjʌŋ"),
        ("U.N.", "U.N.", "juː ɛn"),
        ("Xi", "Xi", "ʃiː"),
    ]


def test_the_same_letters_before_the_word_are_not_taken_for_it():
    [said] = utterances(Span("A Taxi/Xi and Xinhua-Xi"))
    assert [(t.spoken, [p.begin for p in t.pronunciations]) for t in said.tokens] == [
        ("A", []),
        ("Taxi, Xi", [6]),
        ("and", []),
        ("Xinhua-Xi", [7]),
    ]


def test_a_respelling_is_said_and_never_obeyed():
    [said] = utterances(Span("An ant is evil, [[h@l'oU]]."))
    assert said.spoken.startswith("An aunt is h@l'oU")
    assert not set(said.spoken) & set("[]")


def test_references_are_not_heard_and_do_not_move_what_is_said():
    [said] = utterances(
        Span("As Xi"), reference("[12]"), Span(", Lee Jae-"), reference("3"), Span("myung and Xi. ")
    )
    assert told(said) == [
        ("Xi", "Xi", "ʃiː"),
        ("Lee", "Lee", "liː"),
        ("Jae", "Jae", "dʒeɪ"),
        ("myung", "myung", "mjʌŋ"),
        ("Xi", "Xi", "ʃiː"),
    ]
    assert "12" not in said.spoken


def test_announcements_come_before_and_move_the_pronunciations_with_the_words():
    item = Item("s01-p01-i1", "item", (Span("“Xi, and Xi."),), "1.")
    [said] = from_block(ItemList("s01-p01", "list", (), (item,)))
    assert said.spoken == "1: Xi, and Xi."
    assert told(said) == [("Xi", "Xi", "ʃiː")] * 2
    assert said.tokens[0].pronunciations[0].begin == 3


def test_each_sentence_is_looked_up_in_its_language():
    english, french = utterances(
        Span("Xi is in Paris. "), Span("Xi est à Paris.", language="fr-CA")
    )
    assert told(english) == [("Xi", "Xi", "ʃiː")]
    assert told(french) == [("Paris", "Paris", "paʁi")]
    assert french.language == "fr-CA"


def test_words_in_another_language_have_it_and_their_pronunciation():
    [said] = utterances(Span("The "), Span("raison d’être", language="fr"), Span(" of Xi."))
    assert [token.language for token in said.tokens] == [None, "fr", "fr", None, None]
    assert [ipa for *_, ipa in told(said)] == ["ʁɛzɔ̃", "dɛtʁ", "ʃiː"]


def test_the_language_of_a_stretch_is_that_of_all_its_letters():
    spans = (Span("a "), Span("b ", language="fr"), Span("12"))
    assert language_of(spans, 0, 2, "en") == "en"
    assert language_of(spans, 2, 6, "en") == "fr"
    assert language_of(spans, 0, 6, "en") == "en"
    assert language_of(spans, 4, 6, "en") == "en"


PARTS = st.sampled_from(
    [
        "Xi",
        "Xi’s",
        "XI",
        "Lee Jae-myung",
        "Lee",
        "U.N.",
        "ant",
        "$5",
        "5-10",
        "Photo/Xi",
        "x@Xi.com",
        *" .,-–—()“”’\n中",
        "[[Xi]]",
        "习近平",
    ]
)


@given(st.lists(st.tuples(st.lists(PARTS, max_size=6).map("".join), st.booleans()), max_size=6))
def test_tokens_cover_the_sentence_and_pronunciations_are_of_their_words(drawn):
    spans = tuple(reference(text) if noted else Span(text) for text, noted in drawn)
    text = "".join(span.text for span in spans)
    noted = [is_noted for part, is_noted in drawn for _ in part]
    all_said = utterances(*spans)
    assert "".join(u.written[t.begin : t.end] for u in all_said for t in u.tokens) == "".join(
        text.split()
    )
    for said in all_said:
        at = 0
        for token in said.tokens:
            end = 0
            for one in token.pronunciations:
                assert end <= one.begin < one.end <= len(token.spoken)
                assert at <= one.written_begin < one.written_end <= len(said.written)
                written = range(said.begin + one.written_begin, said.begin + one.written_end)
                heard = "".join(text[place] for place in written if not noted[place])
                expected = heard.replace("’", "'") if one.ipa else "aunt"
                assert token.spoken[one.begin : one.end] == expected
                end, at = one.end, one.written_end


def test_a_word_with_a_pronunciation_stands_in_an_amount():
    (said,) = utterances(Span("It costs Rs 1.5 lakh, or ₹20 lakh a year."))
    assert said.spoken == "It costs one point five lakh rupees, or twenty lakh rupees a year."
    assert [(written, ipa) for written, _, ipa in told(said)] == [("lakh", "lɑːk")] * 2
