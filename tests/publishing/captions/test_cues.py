"""Cues: the written text whole and in order, within the limits, at the time of the voice."""

import re
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import TimedUtterance, TimedWord, Timeline
from oped_audio.model.script import Token, Utterance
from oped_audio.model.timecode import milliseconds
from oped_audio.publishing.captions.cues import GAP_MS, Clock, cues, layouts
from oped_audio.publishing.captions.phrases import columns
from oped_audio.publishing.settings import CaptionSettings

RATE = 1000
"""So that samples are milliseconds."""
DEFAULT = CaptionSettings()


def utterance(written, spans, spoken=lambda text: text, language="en", number=1):
    tokens = tuple(Token(begin, end, spoken(written[begin:end])) for begin, end in spans)
    name = f"s01-p01-u{number}"
    return Utterance(name, "s01", "s01-p01", "body", 0, written, tokens, 0, language)


def say(written, letter=65, *, words=r"\S+", lead=20, gap=10, pause=400, language="en"):
    """A sentence, and its times where a letter takes so many samples; dashes are silent."""
    spans = [match.span() for match in re.finditer(words, written)]
    said = utterance(written, spans, lambda text: re.sub(r"\W", "", text), language)
    at = lead
    timed = []
    for index, token in enumerate(said.tokens):
        if token.spoken:
            timed.append(TimedWord(index, at, at + letter * len(token.spoken)))
            at = timed[-1].end + gap
    return said, TimedUtterance(said.id, 0, at, at + pause, tuple(timed))


def captioned(said, entry, settings=DEFAULT):
    return shown_in([said], Timeline(RATE, (entry,)), settings)


def shown_in(said, timeline, settings, start=Fraction(0)):
    return list(cues(timeline, layouts(said, timeline, settings), settings, start))


def texts(*arguments, settings=DEFAULT, **options):
    return [cue.text.split("\n") for cue in captioned(*say(*arguments, **options), settings)]


def without_space(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("The rope held.", [["The rope held."]], id="one line"),
        pytest.param(
            "Nobody ever goes out to look for the boats that the storm took.",
            [["Nobody ever goes out to look", "for the boats that the storm took."]],
            id="not after an article",
        ),
        pytest.param(
            "The quay of the harbour is old and worn; the ropes are new.",
            [["The quay of the harbour is old and worn;", "the ropes are new."]],
            id="after a semicolon",
        ),
        pytest.param(
            "The boats came back at noon, but the men were gone.",
            [["The boats came back at noon,", "but the men were gone."]],
            id="after a comma",
        ),
        pytest.param(
            "The boats came back from the sea because a storm was near.",
            [["The boats came back from the sea", "because a storm was near."]],
            id="before a conjunction",
        ),
        pytest.param(
            "Only three of all the boats came home on Jan. 5 this year.",
            [["Only three of all the boats came home", "on Jan. 5 this year."]],
            id="not inside a date",
        ),
        pytest.param(
            "He said it plainly: “Every boat that leaves must come back,” and went.",
            [["He said it plainly: “Every boat", "that leaves must come back,” and went."]],
            id="quotation",
        ),
        pytest.param(
            "Every morning, long before the market opens, the boats leave the harbour one after "
            "another, and nobody in the town is awake to count them.",
            [
                ["Every morning, long before the market", "opens, the boats leave the harbour one"],
                ["after another, and nobody", "in the town is awake to count them."],
            ],
            id="two cues",
        ),
        pytest.param(
            "See https://example.org/a/very/long/path/that/does/not/end now.",
            [
                ["See", "https://example.org/a/very/long/path/that/"],
                ["does/not/end now."],
            ],
            id="address longer than a line",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_breaks(written, shown):
    assert texts(written) == shown


def test_chinese_is_joined_without_spaces_and_a_character_takes_two_columns():
    written = "许多专家认为，未来十年全球化仍将继续，而且开放也会成为主要趋势。"
    assert texts(written, 200, words=r"[^，。][，。]?", gap=0, language="zh") == [
        ["许多专家认为，未来十年全球化仍将继续，", "而且开放也会成为主要趋势。"]
    ]


def test_a_slow_voice_gets_more_cues():
    written = "The slow voice says that these words take long."
    assert len(texts(written)) == 1
    slow = captioned(*say(written, 400))
    assert len(slow) > 1
    assert all(cue.end_ms - cue.begin_ms <= 7000 for cue in slow)


def test_a_word_may_take_longer_than_a_cue_should():
    shown = captioned(*say("So sloooooooow — yes.", 800))
    assert [cue.text for cue in shown] == ["So", "sloooooooow —", "yes."]
    assert shown[1].end_ms - shown[1].begin_ms == 8800


def test_settings_limit_lines_and_characters():
    settings = CaptionSettings(line_length=20, lines=3)
    written = "The quay is very old, and worn, but the ropes are new; so it goes on."
    assert texts(written, settings=settings) == [
        ["The quay", "is very old,", "and worn,"],
        ["but the ropes", "are new;", "so it goes on."],
    ]


def test_white_space_that_breaks_lines_is_shown_as_a_space():
    assert texts("First\n\nthis,\u2028then\u00a0that.") == [["First this, then\u00a0that."]]
    assert texts("Two  spaces\tstay.") == [["Two  spaces\tstay."]]


def test_a_token_may_hold_white_space():
    written = "It costs 10 000\neuros today."
    said = utterance(written, [(0, 2), (3, 8), (9, 21), (22, 28)])
    words = tuple(TimedWord(index, 100 * index, 100 * index + 100) for index in range(4))
    (cue,) = captioned(said, TimedUtterance(said.id, 0, 400, 1000, words))
    assert cue.text == "It costs 10 000 euros today."
    assert [(word.text, word.begin_ms) for word in cue.lines[0]][2:] == [
        ("10", 200),
        ("000", 225),
        ("euros", 258),
        ("today.", 300),
    ]


def test_a_silent_token_has_the_time_of_the_word_before():
    (cue,) = captioned(*say("— So — it goes.", 100))
    assert [(word.text, word.begin_ms) for word in cue.lines[0]] == [
        ("—", 20),
        ("So", 20),
        ("—", 20),
        ("it", 230),
        ("goes.", 440),
    ]


def test_a_sentence_without_a_voice_is_shown_while_it_lasts():
    (cue,) = captioned(*say("— — —", pause=1000))
    assert (cue.begin_ms, cue.end_ms, cue.text) == (0, 833, "— — —")


def test_a_cue_of_silent_tokens_follows_the_words_before():
    settings = CaptionSettings(line_length=10, lines=1)
    shown = captioned(*say(f"Now {'— ' * 12}then.", 100), settings)
    assert any(set(cue.text) <= set("— ") for cue in shown)
    assert [cue.begin_ms for cue in shown] == sorted({cue.begin_ms for cue in shown})


@pytest.mark.parametrize(
    ("pause", "end"),
    [
        pytest.param(0, 300, id="no room"),
        pytest.param(200, 320 + 200 - GAP_MS, id="some room"),
        pytest.param(2000, 833, id="enough room"),
    ],
)
def test_a_short_cue_stays_into_the_pause(pause, end):
    (cue,) = captioned(*say("Yes.", 100, lead=0, gap=20, pause=pause))
    assert (cue.begin_ms, cue.end_ms) == (0, end)


def test_a_fast_cue_stays_until_it_can_be_read():
    (cue,) = captioned(*say("It went by far too fast to read.", 10, lead=0, pause=5000))
    assert cue.end_ms == 1600
    assert 1000 * len(cue.text) / 1600 == 20


def test_a_cue_is_not_prolonged_beyond_the_longest():
    settings = CaptionSettings(longest_ms=1000)
    (cue,) = captioned(*say("It went by far too fast to read.", 10, lead=0, pause=9000), settings)
    assert cue.end_ms == 1000


def test_cues_have_ids_by_utterance_and_number():
    shown = captioned(*say("One of many words, " * 12))
    assert [cue.id for cue in shown] == [f"s01-p01-u1-c{n}" for n in range(1, len(shown) + 1)]


def test_a_sentence_without_time_has_no_cue():
    said, _ = say("Gone.")
    assert captioned(said, TimedUtterance(said.id, 5, 5, 5, ())) == []


def test_a_sentence_of_a_millisecond_is_one_cue():
    said, _ = say("One of many words, " * 12)
    (cue,) = captioned(said, TimedUtterance(said.id, 5, 6, 6, ()))
    assert (cue.begin_ms, cue.end_ms) == (5, 6)
    assert cue.text.replace("\n", " ") == said.written.strip()


def test_words_and_utterances_must_match():
    said, entry = say("One.")
    with pytest.raises(ValueError, match="shorter"):
        layouts([said, said], Timeline(RATE, (entry,)), DEFAULT)


@given(st.integers(0, 10**9), st.fractions(0, 10**6), st.sampled_from([8000, 22050, 44100]))
def test_the_clock_rounds_once(samples, start, rate):
    exact = (start + Fraction(samples, rate)) * 1000
    assert Fraction(-1, 2) < Clock(rate, start).ms(samples) - exact <= Fraction(1, 2)


WORDS = st.one_of(
    st.sampled_from(
        [
            "the",
            "of",
            "and",
            "—",
            "a,",
            "b;",
            "“quoted,”",
            "Mr.",
            "5",
            "(so)",
            "-->",
            "国",
            "国，",
            "é́",
        ]
    ),
    st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=60),
    st.integers(1, 400).map(lambda length: "x" * length),
)
SPACES = st.sampled_from([" ", " ", " ", "", "  ", "\n", "\u00a0", "\u2028"])
RATES = st.sampled_from([1000, 8000, 22050, 24000, 44100])
SETTINGS = st.builds(
    CaptionSettings,
    line_length=st.integers(10, 60),
    lines=st.integers(1, 4),
    longest_ms=st.integers(1000, 9000),
    shortest_ms=st.integers(0, 1000),
)


@st.composite
def sentences(draw, number, rate, begin):
    written, spans = "", []
    for space, word in draw(st.lists(st.tuples(SPACES, WORDS), max_size=25)):
        written += space if written else ""
        spans.append((len(written), len(written) + len(word)))
        written += word
    silent = draw(st.sets(st.integers(0, 25), max_size=6))
    said = utterance(written, spans, number=number)
    longest = draw(st.sampled_from([0, rate // 1000, rate // 5, rate, 9 * rate]))
    lengths = st.integers(0, longest)
    at = begin + draw(lengths)
    timed = []
    for index in range(len(spans)):
        if index not in silent:
            timed.append(TimedWord(index, at, at + draw(lengths)))
            at = timed[-1].end + draw(st.sampled_from([0, 0, longest // 9]))
    speech_end = at + draw(lengths)
    entry = TimedUtterance(said.id, begin, speech_end, speech_end + draw(lengths), tuple(timed))
    return said, entry


@st.composite
def tracks(draw):
    rate = draw(RATES)
    said, entries, begin = [], [], 0
    for number in range(draw(st.integers(1, 3))):
        one, entry = draw(sentences(number, rate, begin))
        said.append(one)
        entries.append(entry)
        begin = entry.end
    return said, Timeline(rate, tuple(entries))


def by_utterance(shown, said):
    return [[cue for cue in shown if cue.id.startswith(f"{one.id}-c")] for one in said]


@given(tracks(), SETTINGS, st.fractions(0, 10**5))
def test_text_is_the_written_text(track, settings, start):
    said, timeline = track
    clock = Clock(timeline.sample_rate, start)
    shown = shown_in(said, timeline, settings, start)
    for one, entry, group in zip(said, timeline.entries, by_utterance(shown, said), strict=True):
        written = one.written if clock.ms(entry.begin) < clock.ms(entry.end) else ""
        assert without_space("".join(cue.text for cue in group)) == without_space(written)
        for line in (line for cue in group for line in cue.lines):
            text = "".join(word.space + word.text for word in line)
            assert text == text.strip(" \n\t") != ""
            assert len(text.splitlines()) == 1
            assert re.sub(r"[\n\u2028]", " ", text) in re.sub(r"[\n\u2028]", " ", one.written)


@given(tracks(), SETTINGS, st.fractions(0, 10**5))
def test_times_ascend_within_the_track(track, settings, start):
    said, timeline = track
    clock = Clock(timeline.sample_rate, start)
    shown = shown_in(said, timeline, settings, start)
    for cue, following in pairwise(shown):
        assert cue.end_ms <= following.begin_ms
    for cue in shown:
        times = [word.begin_ms for line in cue.lines for word in line]
        assert cue.begin_ms < cue.end_ms
        assert [cue.begin_ms, *times, cue.end_ms] == sorted([cue.begin_ms, *times, cue.end_ms])
    for entry, group in zip(timeline.entries, by_utterance(shown, said), strict=True):
        if group:
            assert clock.ms(entry.begin) <= group[0].begin_ms
            assert group[-1].end_ms <= clock.ms(entry.end)


@given(tracks(), SETTINGS)
def test_limits(track, settings):
    said, timeline = track
    shown = shown_in(said, timeline, settings)
    for entry, group in zip(timeline.entries, by_utterance(shown, said), strict=True):
        room = milliseconds(entry.end, timeline.sample_rate) - milliseconds(
            entry.begin, timeline.sample_rate
        )
        if len(group) == room:
            continue  # a cue a millisecond: the last holds the rest
        for cue in group:
            lines = cue.text.split("\n")
            spoken = {word.begin_ms for line in cue.lines for word in line}
            assert len(lines) <= settings.lines
            assert all(columns(line) <= settings.line_length for line in lines)
            assert len(spoken) == 1 or cue.end_ms - cue.begin_ms <= settings.longest_ms + 1


@given(tracks(), SETTINGS, st.fractions(0, 10**5))
def test_the_layout_does_not_depend_on_the_place_in_the_article(track, settings, start):
    said, timeline = track
    if all(entry.end - entry.begin > timeline.sample_rate for entry in timeline.entries):
        here = [cue.text for cue in shown_in(said, timeline, settings)]
        there = [cue.text for cue in shown_in(said, timeline, settings, start)]
        assert here == there
