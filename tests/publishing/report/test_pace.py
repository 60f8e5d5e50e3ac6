from dataclasses import replace

import pytest

from oped_audio.publishing.report.pace import SHORT, paces
from oped_audio.publishing.report.sections import words_said


def stretched(part, at, factor):
    """The part with the words of one sentence spread over more, or less, time."""
    entries = list(part.track.timeline.entries)
    entry = entries[at]
    words = [
        replace(
            word,
            begin=entry.begin + int((word.begin - entry.begin) * factor),
            end=entry.begin + int((word.end - entry.begin) * factor),
        )
        for word in entry.words
    ]
    entries[at] = replace(entry, words=tuple(words))
    timeline = replace(part.track.timeline, entries=tuple(entries))
    return replace(part, track=replace(part.track, timeline=timeline))


def test_the_slowest_and_the_fastest_come_first(told):
    found = paces(told, 3)
    slow = [pace.words_a_minute for pace in found.slowest]
    fast = [pace.words_a_minute for pace in found.fastest]
    assert slow == sorted(slow)
    assert fast == sorted(fast, reverse=True)
    assert slow[0] < fast[0]
    assert len(slow) == len(fast) == 3
    assert all(words_said(pace.utterance) >= SHORT for pace in found.slowest)


def test_a_pause_lasts_from_the_last_word_to_the_next(told):
    pause = paces(told, 1).longest_pauses[0]
    entries = pause.part.track.timeline.entries
    at = [entry.utterance for entry in entries].index(pause.after.id)
    end, begin = entries[at].words[-1].end, entries[at + 1].words[0].begin
    assert pause.seconds == pytest.approx((begin - end) / 22_050)
    assert pause.begin == pytest.approx(end / 22_050)


def test_without_words_the_clip_counts(told):
    entries = tuple(replace(e, words=()) for e in told[1].track.timeline.entries)
    timeline = replace(told[1].track.timeline, entries=entries)
    wordless = replace(told[1], track=replace(told[1].track, timeline=timeline))
    found = paces([wordless], 9)
    assert found.longest_pauses[0].seconds == pytest.approx(0.4)
    assert found.slowest


def test_nothing_is_odd_or_silent_in_a_good_book(told):
    found = paces(told, 5)
    assert (found.odd, found.silent) == (0, 0)


@pytest.mark.parametrize("factor", [0.2, 5])
def test_a_sentence_far_too_fast_or_slow_is_counted(told, factor):
    assert paces([told[0], stretched(told[1], 0, factor), *told[2:]], 5).odd == 1


def test_a_sentence_without_sound_is_counted(told):
    part = told[1]
    first, *others = part.track.timeline.entries
    empty = replace(first, speech_end=first.begin, words=())
    timeline = replace(part.track.timeline, entries=(empty, *others))
    assert paces([replace(part, track=replace(part.track, timeline=timeline))], 5).silent == 1
    timeline = replace(timeline, entries=tuple(others))
    assert paces([replace(part, track=replace(part.track, timeline=timeline))], 5).silent == 1


def test_a_line_of_stars_need_not_be_heard(told):
    part = told[1]
    first, *others = part.utterances
    stars = replace(first, written="* * *", tokens=(replace(first.tokens[0], spoken=""),))
    entries = part.track.timeline.entries[1:]
    track = replace(part.track, timeline=replace(part.track.timeline, entries=entries))
    assert paces([replace(part, utterances=(stars, *others), track=track)], 5).silent == 0


def test_a_book_of_nothing_has_no_paces():
    found = paces([], 5)
    assert (found.slowest, found.fastest, found.longest_pauses, found.odd) == ((), (), (), 0)
