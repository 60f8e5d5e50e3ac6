from itertools import chain, pairwise

from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.document import Block, Document, Figure, Section, Span
from oped_audio.model.lexicon import Lexicon
from oped_audio.scripting import cut, script, utterances
from oped_audio.scripting.settings import PauseSettings, SpeechSettings

PAUSES = PauseSettings(sentence_ms=1, paragraph_ms=2, heading_ms=3, figure_ms=4, section_ms=5)
FIGURE = "Storks on a roof, Jan. 5, 2026. (Photo/Xinhua)"
DOCUMENT = Document(
    title="Storks",
    standfirst="They are back.",
    byline="Ada Byron",
    language="en",
    sections=(
        Section(
            "s01",
            "introduction",
            None,
            (
                Block("s01-p01", "paragraph", (Span("One  came. "), Span("Two came."))),
                Figure(
                    "s01-p02",
                    "figure",
                    (Span(FIGURE),),
                    "Storks on a roof, Jan. 5, 2026.",
                    "Photo/Xinhua",
                ),
                Block("s01-p03", "quotation", (Span("They stay."),)),
            ),
        ),
        Section(
            "s02",
            "section",
            "What now?",
            (
                Block("s02-p01", "paragraph", (Span("* * *"),)),
                Figure("s02-p02", "figure", (Span("Photo: Ada"),), "", "Ada"),
            ),
        ),
    ),
)
WHOLE = script(DOCUMENT, PAUSES).utterances


def test_every_sentence_in_order_with_id_role_and_pause():
    told = [(u.id, u.role, u.written, u.pause_ms) for u in script(DOCUMENT, PAUSES).utterances]
    assert told == [
        ("s00-h-u1", "title", "Storks", 3),
        ("s00-p01-u1", "standfirst", "They are back.", 2),
        ("s00-p02-u1", "byline", "Ada Byron", 5),
        ("s01-p01-u1", "body", "One  came.", 1),
        ("s01-p01-u2", "body", "Two came.", 4),
        ("s01-p02-u1", "caption", "Storks on a roof, Jan. 5, 2026.", 1),
        ("s01-p02-u2", "credit", "(Photo/Xinhua)", 4),
        ("s01-p03-u1", "quotation", "They stay.", 5),
        ("s02-h-u1", "heading", "What now?", 3),
        ("s02-p01-u1", "body", "* * *", 4),
        ("s02-p02-u1", "credit", "Photo: Ada", 5),
    ]


def test_a_credit_before_the_caption_is_said_first():
    text = "(Photo by Joe Roe/AFP) The quay. It is new."
    figure = Figure(
        "s01-p01", "figure", (Span(text),), "The quay. It is new.", "Photo by Joe Roe/AFP"
    )
    document = Document("T", None, None, "en", (Section("s01", "introduction", None, (figure,)),))
    assert [(u.role, u.written) for u in script(document, PAUSES).of_section("s01")] == [
        ("credit", "(Photo by Joe Roe/AFP)"),
        ("caption", "The quay."),
        ("caption", "It is new."),
    ]


def test_a_credit_whose_caption_is_not_in_the_text_loses_nothing():
    figure = Figure("s01-p01", "figure", (Span("A quay. (Ada)"),), "Another quay.", "Ada")
    document = Document("T", None, None, "en", (Section("s01", "introduction", None, (figure,)),))
    told = [(u.role, u.written) for u in script(document, PAUSES).of_section("s01")]
    assert told == [("caption", "A quay."), ("caption", "(Ada)")]


def test_a_document_without_a_word_has_no_utterance():
    assert script(Document("", None, None, "en", ()), PAUSES).utterances == ()


def test_dashes_without_spaces_are_heard():
    document = Document("It ended—and “so what”—too soon.", None, None, "en", ())
    (utterance,) = script(document, PAUSES).utterances
    assert utterance.spoken == "It ended — and so what — too soon."


TEXT = st.text(st.sampled_from("aB .,?!—-“”()*/&5$中\u00a0\u00ad"), max_size=60)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["paragraph", "quotation", "note", "list", "table"]), TEXT),
    max_size=3,
)


@given(TEXT, BLOCKS, st.sampled_from(["en", "de", "zh"]))
def test_every_visible_character_is_in_one_utterance_and_one_token(title, blocks, language):
    section = Section(
        "s01",
        "section",
        title,
        tuple(
            Block(f"s01-p{n:02}", kind, (Span(text),)) for n, (kind, text) in enumerate(blocks, 1)
        ),
    )
    document = Document(title, None, None, language, (section,))
    told = script(document, PAUSES)
    assert told == script(document, PAUSES)
    assert len({u.id for u in told.utterances}) == len(told.utterances)
    texts = {"s00-h": title, "s01-h": title} | {block.id: block.text for block in section.blocks}
    for name, text in texts.items():
        of_block = [u for u in told.utterances if u.block == name]
        assert all(text[u.begin : u.end] == u.written for u in of_block)
        assert all(one.end <= other.begin for one, other in pairwise(of_block))
        shown = "".join(u.written[t.begin : t.end] for u in of_block for t in u.tokens)
        assert shown == "".join(text.split())


def test_written_forms_lie_where_they_say_in_their_block():
    texts = {block.id: block.text for page in DOCUMENT.pages for block in page.blocks}
    texts |= {page.heading_id: page.heading for page in DOCUMENT.pages if page.heading}
    for utterance in script(DOCUMENT, PAUSES).utterances:
        assert texts[utterance.block][utterance.begin : utterance.end] == utterance.written
        shown = [utterance.written[token.begin : token.end] for token in utterance.tokens]
        assert " ".join(shown).split() == utterance.written.split()


def test_what_is_spoken_keeps_the_spaces_of_what_is_written():
    chinese = Document("他说", None, None, "zh", ())
    (utterance,) = script(chinese, PAUSES).utterances
    assert utterance.spoken == "他说"
    assert utterance.spoken_spans == ((0, 1), (1, 2))
    assert utterance.word_id(1) == "s00-h-u1-w2"


def test_a_row_of_asterisks_is_shown_and_not_said():
    stars = script(DOCUMENT, PAUSES).of_section("s02")[1]
    assert (stars.spoken, stars.spoken_tokens) == ("", ())
    assert len(stars.tokens) == 3


def test_what_is_said_of_a_page_is_found_when_it_is_asked_for(monkeypatch):
    found = []
    tokens = utterances.tokens
    monkeypatch.setattr(utterances, "tokens", lambda *a: found.append(a[2]) or tokens(*a))
    sentences = cut(DOCUMENT.pages, "en")
    assert sentences.characters == sum(len(one.written) for one in WHOLE)
    assert sentences.roles == tuple(one.role for one in WHOLE)
    pages = sentences.utterances(PAUSES, {}, Lexicon(), SpeechSettings())
    first = next(pages)
    assert [one.written for one in first] == found == ["Storks", "They are back.", "Ada Byron"]
    assert (*first, *chain.from_iterable(pages)) == WHOLE
