"""What a listener is told where a run of a role begins and ends."""

from pathlib import Path

import pytest

from oped_audio.model.document import (
    Block,
    Document,
    Figure,
    Image,
    Item,
    ItemList,
    Note,
    Section,
    Span,
    Table,
)
from oped_audio.model.script import Utterance
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings, RoleSpeech

IMAGE = Image("0" * 64, "image/png", 2, 2, Path("a.png"), "A stork.")


def block(kind, text, number=1):
    return Block(f"s01-p{number:02}", kind, (Span(text),))


def said(*blocks, language="en", role="introduction", **roles) -> tuple[Utterance, ...]:
    section = Section("s01", role, None, blocks)
    document = Document("T", None, None, language, (section,))
    names = {name.replace("_", "-"): speech for name, speech in roles.items()}
    return script(document, PauseSettings(), names).of_section("s01")


def spoken(*blocks, **more) -> list[str]:
    return [utterance.spoken for utterance in said(*blocks, **more)]


def test_a_quotation_of_one_sentence_is_announced_and_ends_with_it():
    assert spoken(block("quotation", "They stay.")) == ["Quotation: They stay."]


def test_a_longer_quotation_has_its_end_announced_too():
    blocks = block("quotation", "They came. They stay.", 1), block("quotation", "We saw", 2)
    body = block("paragraph", "So it is.", 3)
    assert spoken(*blocks, body) == [
        "Quotation: They came.",
        "They stay.",
        "We saw. End of quotation.",
        "So it is.",
    ]


def test_a_pull_quote_is_announced_as_one():
    assert spoken(block("pullquote", "They came. They stay.")) == [
        "Pull quote: They came.",
        "They stay. End of quotation.",
    ]


@pytest.mark.parametrize(
    ("language", "begin", "end"),
    [
        ("ar", "اقتباس:", "نهاية الاقتباس."),
        ("de", "Zitat:", "Ende des Zitats."),
        ("es", "Cita:", "Fin de la cita."),
        ("fr", "Citation:", "Fin de la citation."),
        ("it", "Citazione:", "Fine della citazione."),
        ("nl-BE", "Citaat:", "Einde van het citaat."),
        ("pt", "Citação:", "Fim da citação."),
        ("zh", "引文:", "引文结束."),
        ("sw", "", ""),
    ],
)
def test_quotations_are_announced_in_the_language_of_the_article(language, begin, end):
    first, last = spoken(block("quotation", "Ora qui. Anno zero."), language=language)
    assert (first, last) == (f"{begin} Ora qui.".strip(), f"Anno zero. {end}".strip())


def test_the_announcements_lie_in_the_first_and_the_last_word_that_are_said():
    first, last = said(block("quotation", "— They came. They stay —"))
    assert [t.spoken for t in first.tokens] == ["", "Quotation: They", "came."]
    assert [t.spoken for t in last.tokens] == ["They", "stay. End of quotation.", ""]
    assert (first.tokens[1].announces, first.tokens[1].announces_end) == (11, 0)
    assert (last.tokens[1].announces, last.tokens[1].announces_end) == (0, 17)
    assert [u.written for u in (first, last)] == ["— They came.", "They stay —"]


def test_a_silent_sentence_announces_nothing_and_does_not_count():
    blocks = block("quotation", "* * *", 1), block("quotation", "They stay.", 2)
    assert spoken(*blocks) == ["", "Quotation: They stay."]
    assert spoken(blocks[0]) == [""]


PHRASES = RoleSpeech(announce=" Now this. ", announce_end="That was it.")


def test_what_is_set_is_said_before_and_after_a_run_however_short():
    assert spoken(block("quotation", "They stay"), quotation=PHRASES) == [
        "Now this. They stay. That was it."
    ]
    [both] = said(block("quotation", "Stay"), quotation=PHRASES)
    assert (both.tokens[0].announces, both.tokens[0].announces_end) == (10, 12)


def test_an_empty_phrase_says_nothing():
    blocks = block("quotation", "They came. They stay.")
    silent = RoleSpeech(announce="", announce_end="")
    assert spoken(blocks, quotation=silent) == ["They came.", "They stay."]


def test_any_role_may_be_announced_before_what_is_announced_anyhow():
    items = (
        Item("s01-p01-i1", "item", (Span("Go in."),), "1."),
        Item("s01-p01-i2", "item", (Span("Look."),), "2."),
    )
    assert spoken(ItemList("s01-p01", "list", (), items), body=PHRASES) == [
        "Now this. 1: Go in.",
        "2: Look. That was it.",
    ]
    table = Table("s01-p01", "table", (Span("Europe"),), ())
    [caption] = said(table, body=RoleSpeech(announce="Text."))
    assert caption.spoken == "Text. Table: Europe"
    assert caption.tokens[0].announces == len("Text. Table: ")


def test_a_caption_has_its_phrase_and_a_text_alternative_keeps_its_own():
    spans = (Span("On a roof. (Photo/Xinhua)"),)
    figure = Figure("s01-p01", "figure", spans, "On a roof.", "Photo/Xinhua", IMAGE)
    told = spoken(figure, caption=RoleSpeech(announce="Photo caption.", announce_end="Text again."))
    assert told[:2] == ["Image: A stork.", "Photo caption. On a roof."]
    assert told[2].endswith("Xinhua. Text again.")


def test_a_pull_quote_keeps_its_own_phrase_too():
    assert spoken(block("pullquote", "They stay."), quotation=PHRASES) == [
        "Pull quote: They stay. That was it."
    ]


def test_a_phrase_for_notes_may_name_the_label():
    notes = (
        Note("s01-p01", "note", (Span("Xyz."),), "3"),
        Note("s01-p02", "note", (Span("More."),)),
        Note("s01-p03", "note", (Span("Zyx."),)),
    )
    phrase = RoleSpeech(announce="Footnote {label}.")
    assert spoken(*notes, note=phrase) == ["Footnote 3. Xyz.", "More.", "Zyx."]
    assert spoken(block("paragraph", "So."), body=phrase) == ["Footnote . So."]


def test_in_the_section_about_the_author_text_has_that_role():
    blocks = (
        block("paragraph", "Ada is a professor.", 1),
        ItemList("s01-p02", "list", (), (Item("s01-p02-i1", "item", (Span("A book."),)),)),
        block("quotation", "They stay.", 3),
    )
    told = said(*blocks, role="about-author", about_author=PHRASES)
    assert [utterance.role for utterance in told] == ["about-author", "about-author", "quotation"]
    assert [utterance.spoken for utterance in told] == [
        "Now this. Ada is a professor.",
        "A book. That was it.",
        "Quotation: They stay.",
    ]


def test_the_pauses_of_a_role_surround_its_runs():
    blocks = (
        block("paragraph", "So it is.", 1),
        block("quotation", "They came. They stay.", 2),
        block("quotation", "We saw.", 3),
        block("paragraph", "So it was.", 4),
    )
    told = said(*blocks, quotation=RoleSpeech(before_ms=2000, after_ms=3000))
    assert [utterance.pause_ms for utterance in told] == [2000, 300, 650, 3000, 1500]
