from pathlib import Path

import pytest

from oped_audio.cli.console import Bars, Lines, Quiet, minutes, summary
from oped_audio.errors import EmptyInputError
from oped_audio.model.progress import (
    ArticleStarted,
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
