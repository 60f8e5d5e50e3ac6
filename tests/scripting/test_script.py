from oped_audio.model.document import Block, Document, Figure, Section, Span
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings

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
