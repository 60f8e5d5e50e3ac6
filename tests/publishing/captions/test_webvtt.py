"""WebVTT: every file is one by the grammar of the standard, and says what the cues say."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.publishing.captions.cues import Cue, CueWord
from oped_audio.publishing.captions.webvtt import webvtt

TIME = r"\d{2,}:[0-5]\d:[0-5]\d\.\d{3}"
TIMING = re.compile(rf"({TIME}) --> ({TIME})")
STAMP = re.compile(f"<({TIME})>")
PAYLOAD = re.compile(rf"(?:[^&<>\r\n]|&amp;|&lt;|&gt;|<{TIME}>)+")


def milliseconds(printed):
    hours, minutes, seconds = printed.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


def parsed(file):
    """Header, comment and cues by the syntax of WebVTT, section 4; asserts that all is valid."""
    assert file.endswith("\n")
    assert not file.endswith("\n\n")
    header, note, *blocks = file[:-1].split("\n\n")
    assert header == "WEBVTT"
    assert note.startswith("NOTE\n")
    assert "-->" not in note
    return note, [cue(block) for block in blocks]


def cue(block):
    name, timing, *lines = block.split("\n")
    assert name
    assert "-->" not in name
    begin, end = map(milliseconds, TIMING.fullmatch(timing).groups())
    assert begin < end
    assert lines
    assert all(PAYLOAD.fullmatch(line) for line in lines)
    stamps = [milliseconds(stamp) for line in lines for stamp in STAMP.findall(line)]
    assert all(earlier < later for earlier, later in pairwise([begin, *stamps, end]))
    text = [html.unescape(STAMP.sub("", line)) for line in lines]
    return name, begin, end, stamps, text


def one(*words, begin=1000, end=3000):
    line = tuple(CueWord(" " if place else "", text, at) for place, (text, at) in enumerate(words))
    return Cue("s01-p01-u1-c1", begin, end, (line,))


def test_a_file():
    lines = (
        (CueWord("", "Salt", 1000), CueWord(" ", "&", 1200), CueWord(" ", "bread,", 1300)),
        (CueWord("", "1", 1700), CueWord(" ", "<", 1700), CueWord(" ", "2.", 2100)),
    )
    assert webvtt([Cue("s01-p01-u1-c1", 1000, 3_723_004, lines)], "Salt & bread", "en-GB") == (
        "WEBVTT\n"
        "\n"
        "NOTE\n"
        "Title: Salt & bread\n"
        "Language: en-GB\n"
        "\n"
        "s01-p01-u1-c1\n"
        "00:00:01.000 --> 01:02:03.004\n"
        "Salt <00:00:01.200>&amp; <00:00:01.300>bread,\n"
        "<00:00:01.700>1 &lt; <00:00:02.100>2.\n"
    )


def test_no_cues():
    assert webvtt([], "Title", "en") == "WEBVTT\n\nNOTE\nTitle: Title\nLanguage: en\n"


@pytest.mark.parametrize(
    "title", ["A --> B", "Two\n\nlines", "a\n\n00:00.000 --> 00:01.000\nhacked", "-->", "--->"]
)
def test_a_title_cannot_break_out_of_the_comment(title):
    note, cues = parsed(webvtt([one(("So", 1000))], title, "en"))
    assert len(cues) == 1
    assert len(note.split("\n")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "-->",
        "00:00.000 --> 00:01.000",
        "<b>",
        "</c>",
        "&lt;",
        "&amp;amp;",
        "WEBVTT",
        "NOTE",
        "שלום",
    ],
)
def test_text_stays_text(text):
    ((*_, shown),) = parsed(webvtt([one((text, 1000), ("so", 1200))], "Title", "en"))[1]
    assert shown == [f"{text} so"]


@pytest.mark.parametrize(
    ("times", "stamps"),
    [
        ([1000, 1500, 2000], [1500, 2000]),
        ([1100, 1500], [1100, 1500]),
        ([1000, 1500, 1500], [1500]),
        ([1000, 1500, 1400], [1500]),
        ([1000, 3000], []),
        ([900, 1000, 3500], []),
    ],
)
def test_times_of_words_ascend_inside_the_cue(times, stamps):
    ((_, _, _, found, _),) = parsed(webvtt([one(*(("so", at) for at in times))], "Title", "en"))[1]
    assert found == stamps


WORD = st.builds(
    CueWord,
    st.sampled_from([" ", "", "\u3000"]),
    st.text(st.characters(exclude_categories=("Z", "C")), min_size=1) | st.just("-->"),
    st.integers(0, 10_000),
)
LINES = st.lists(st.lists(WORD, min_size=1).map(tuple), min_size=1, max_size=4).map(tuple)


@given(st.text(st.characters(exclude_categories=("C",))), st.lists(LINES), st.integers(0, 10**9))
def test_every_file_is_valid_and_complete(title, texts, begin):
    cues = [
        Cue(f"u{n}", begin + n * 5000, begin + n * 5000 + 1 + n, lines)
        for n, lines in enumerate(texts)
    ]
    found = parsed(webvtt(cues, title, "en"))[1]
    assert [(name, begin, end, "\n".join(text)) for name, begin, end, _, text in found] == [
        (cue.id, cue.begin_ms, cue.end_ms, cue.text) for cue in cues
    ]


def test_other_languages_say_so():
    cue = one(("Hélas,", 1000), ("non.", 1200))
    text = webvtt([cue], "Title", "en", {cue.utterance: "fr"})
    assert "<lang fr>Hélas, <00:00:01.200>non.</lang>" in text.replace(" <", " <")
