from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.checking.alignment import align

WORDS = st.lists(
    st.sampled_from(["the", "a", "night", "train", "kilometre", "kilometer", "taxi", "queue"])
)


def pairs(expected: str, heard: str) -> list[tuple[str | None, str | None]]:
    words, said = expected.split(), heard.split()
    return [
        (
            None if pair.expected is None else words[pair.expected],
            None if pair.heard is None else said[pair.heard],
        )
        for pair in align(words, said)
    ]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_every_word_is_in_one_pair_in_order(expected, heard):
    found = align(expected, heard)
    assert [p.expected for p in found if p.expected is not None] == list(range(len(expected)))
    assert [p.heard for p in found if p.heard is not None] == list(range(len(heard)))
    assert all(p.expected is not None or p.heard is not None for p in found)


@settings(deadline=None)
@given(WORDS)
def test_a_text_is_the_same_as_itself(words):
    assert all(pair.is_same for pair in align(words, words))
    assert len(align(words, words)) == len(words)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_words_that_are_left_out_are_found_without_others(before, gone, after):
    expected = [*before, *gone, *after]
    found = align(expected, [*before, *after])
    assert sum(not pair.is_same for pair in found) == len(gone)


def test_what_is_left_out_together_is_found_together():
    found = pairs("once the taxi the queue and the tray are counted", "once the tray are counted")
    gap = [number for number, (_, heard) in enumerate(found) if heard is None]
    assert gap == list(range(gap[0], gap[0] + 5))


def test_a_word_stands_for_the_one_that_it_sounds_like():
    assert pairs("a berth is sold", "a birth day sold")[1] == ("berth", "birth")
    assert pairs("one kilometre of track", "kilometer of track")[:2] == [
        ("one", None),
        ("kilometre", "kilometer"),
    ]


def test_nothing_against_something():
    assert pairs("", "a b") == [(None, "a"), (None, "b")]
    assert pairs("a b", "") == [("a", None), ("b", None)]
    assert pairs("", "") == []
