"""The golden rules of pragmatic_segmenter, and what news prose has beyond them."""

from pathlib import Path

import pytest

from oped_audio.scripting.sentences import sentences

NOT_MET = {
    39: "a list with letters for numbers and no full stops, run into a line, is not prose",
    42: "a line that is an item of a list is a block of its own before sentences are cut",
}
"""Number of a rule -> why it does not hold here."""


def lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("# ")]


def cut(marked: str) -> tuple[list[str], list[str]]:
    """The sentences as they are marked and as they are found."""
    text = marked.replace(" | ", " ").replace("|", "")
    return (
        [sentence.strip() for sentence in marked.split("|")],
        [text[begin:end] for begin, end in sentences(text, "en")],
    )


RULES = {
    int(number): marked.replace("\\n", "\n")
    for number, _, marked in (line.split("\t") for line in lines("golden_rules.tsv"))
}
NEWS = lines("news_sentences.txt")


@pytest.mark.parametrize("number", sorted(RULES.keys() - NOT_MET.keys()))
def test_golden_rule(number):
    expected, found = cut(RULES[number])
    assert found == expected


@pytest.mark.parametrize("number", NOT_MET)
def test_rules_are_listed_as_not_met_only_while_they_are_not(number):
    expected, found = cut(RULES[number])
    assert found != expected


def test_every_golden_rule_is_there():
    assert list(RULES) == list(range(1, 53))


@pytest.mark.parametrize("marked", NEWS)
def test_news(marked):
    expected, found = cut(marked)
    assert found == expected


def test_there_is_enough_news():
    assert len(NEWS) >= 350
