from dataclasses import replace
from pathlib import Path

import pytest

from oped_audio.cli.console import Bars, Lines, Quiet, minutes, summary
from oped_audio.errors import EmptyInputError
from oped_audio.model.progress import (
    ArticleStarted,
    BatchStarted,
    Book,
    Failure,
    SectionDone,
    SectionStarted,
    SentencesNarrated,
    Warned,
)

BOOK = Book("a.txt", Path("out/a"), "Storks", 8, 61, 1562, 588.0, 60, ("a.epub",), 1.84)
EVENTS = (
    ArticleStarted("a.txt", "Storks [bold]", 8),
    SectionStarted("a.txt", "s01", "Introduction", 5),
    SentencesNarrated("a.txt", "s01", 5),
    Warned("a.txt", "x.clip was damaged and is made again"),
    SectionDone("a.txt", "s01", "Introduction", 61.0),
    BOOK,
    Failure("b.txt", EmptyInputError("b.txt", "no text")),
)


@pytest.fixture(params=[Quiet, Lines, Bars])
def shown(request, capsys):
    with request.param() as display:
        for event in EVENTS:
            display(event)
    return request.param, capsys.readouterr()


def test_failures_and_warnings_go_to_standard_error(shown):
    _, captured = shown
    assert "oped-audio: b.txt: has nothing to narrate (no text)" in captured.err
    assert "warning: a.txt: x.clip was damaged" in captured.err


def test_only_what_is_finished_is_said_in_lines(shown):
    kind, captured = shown
    if kind is Lines:
        assert captured.out.splitlines() == [
            "a.txt: Storks [bold]",
            "  Introduction: 1:01 min",
            summary(BOOK),
        ]
    elif kind is Bars:
        assert "Storks [bold]" in captured.out
    else:
        assert captured.out == ""


def test_a_heading_that_looks_like_markup_of_a_terminal_is_shown(capsys):
    with Bars() as display:
        for heading in ("What [/b] is", "[link=file:///etc/passwd]here", "[red"):
            display(SectionStarted("a.txt", heading, heading, 1))
        display._progress.console.print(display._progress.get_renderable())
    out = capsys.readouterr().out
    assert "What [/b] is" in out
    assert "[link=file:///etc/passwd]here" in out


def test_the_summary_has_all_that_an_editor_asks_for():
    assert summary(BOOK) == (
        "  -> out/a: 8 sections, 61 sentences, 1,562 words, 9:48 min of audio, 60 new clips, "
        "1 file, 1.8 s"
    )


def test_minutes():
    assert [minutes(0.4), minutes(59.6), minutes(3600)] == ["0:00 min", "1:00 min", "60:00 min"]


FRESH = replace(BOOK, new_clips=0, seconds=0.0, is_up_to_date=True)


def test_a_book_that_is_up_to_date_is_told_so():
    assert summary(FRESH) == "a.txt: nothing has changed; out/a has 8 sections, 9:48 min of audio"


def test_of_many_articles_it_is_told_how_far_it_is(capsys):
    with Lines() as display:
        for event in (BatchStarted(3), FRESH, BOOK):
            display(event)
    fresh, made, far = capsys.readouterr().out.splitlines()
    assert (fresh, made) == (summary(FRESH), summary(BOOK))
    assert far.startswith("  2 of 3 articles, ")
    assert far.endswith(" left")


def test_on_a_terminal_what_is_up_to_date_is_counted_and_not_named(capsys):
    with Bars() as display:
        for event in (BatchStarted(2), FRESH, BOOK):
            display(event)
        (task,) = display._progress.tasks
        assert task.completed == task.total == 2
        assert task.description == "2 of 2 articles"
    out = capsys.readouterr().out
    assert "nothing has changed" not in out
    assert "60 new clips" in out
