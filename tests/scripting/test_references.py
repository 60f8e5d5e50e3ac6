from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.script import Utterance
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings, SpeechSettings


def utterances(*spans: Span) -> tuple[Utterance, ...]:
    section = Section("s01", "introduction", None, (Block("s01-p01", "paragraph", spans),))
    document = Document("T", None, None, "en", (section,))
    return script(document, PauseSettings()).of_section("s01")


def reference(text: str) -> Span:
    return Span(text, note="s02-p01")


def test_a_reference_is_seen_and_not_said():
    [said] = utterances(Span("The word"), reference("1"), Span(", he said, is old."))
    assert said.spoken == "The word, he said, is old."
    assert said.written == "The word1, he said, is old."


def test_a_sentence_ends_behind_its_reference():
    told = utterances(Span("He said so."), reference("[1]"), Span(" The next is "), reference("²"))
    assert [u.written for u in told] == ["He said so.[1]", "The next is ²"]
    assert [u.spoken for u in told] == ["He said so.", "The next is"]


def test_a_sentence_may_begin_with_one_or_be_nothing_else():
    [said] = utterances(reference("*"), Span(" Not said before."))
    assert (said.written, said.spoken) == ("* Not said before.", "Not said before.")
    [alone] = utterances(reference("[1]"))
    assert (alone.written, alone.spoken) == ("[1]", "")


def test_a_reference_is_said_where_that_is_set():
    spans = (Span("He said so."), reference("[1]"), Span(" Never"), reference("2"), Span(" again."))
    section = Section("s01", "introduction", None, (Block("s01-p01", "paragraph", spans),))
    speaking = SpeechSettings(note_references=True)

    def said(language):
        document = Document("T", None, None, language, (section,))
        told = script(document, PauseSettings(), speech=speaking).of_section("s01")
        return [utterance.spoken for utterance in told]

    assert said("en") == ["He said so. Note 1", "Never Note 2 again."]
    assert said("de")[0] == "He said so. Anmerkung 1"
    assert said("fi")[0] == "He said so. 1"


def test_a_reference_that_begins_a_sentence_or_has_no_label_is_said():
    spans = (reference("*"), Span(" Not said before."))
    section = Section("s01", "introduction", None, (Block("s01-p01", "paragraph", spans),))
    document = Document("T", None, None, "en", (section,))
    speaking = SpeechSettings(note_references=True)
    [one] = script(document, PauseSettings(), speech=speaking).of_section("s01")
    assert one.spoken == "Note Not said before."


SPANS = st.lists(
    st.tuples(st.text(st.sampled_from("aB .!,1中\n"), min_size=1, max_size=12), st.booleans()),
    max_size=6,
)


@given(SPANS)
def test_every_visible_character_is_in_one_token_and_no_reference_is_said(drawn):
    spans = tuple(reference(text) if noted else Span(text) for text, noted in drawn)
    text = "".join(span.text for span in spans)
    silent = [noted for part, noted in drawn for _ in part]
    told = utterances(*spans)
    shown = "".join(u.written[t.begin : t.end] for u in told for t in u.tokens)
    assert shown == "".join(text.split())
    for said in told:
        for token in said.tokens:
            if all(silent[said.begin + token.begin : said.begin + token.end]):
                assert token.spoken == ""


def test_tokens_know_when_they_are_in_another_language():
    [said] = utterances(Span("The "), Span("raison d’être", language="fr"), Span(" of en-GB."))
    assert [token.language for token in said.tokens] == [None, "fr", "fr", None, None]
    assert said.language == "en"
    [whole] = utterances(Span("C’est tout.", language="fr"))
    assert (whole.language, {token.language for token in whole.tokens}) == ("fr", {None})
