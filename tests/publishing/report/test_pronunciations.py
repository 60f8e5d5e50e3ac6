from dataclasses import replace

from lxml import etree

from oped_audio.model.script import Script
from oped_audio.publishing.report.pronunciations import MOST, pronunciations


def rows(script):
    page = etree.fromstring(pronunciations(script))
    return [["".join(cell.itertext()) for cell in row] for row in page.iterfind(".//tbody/tr")]


def test_each_is_told_with_where_it_is_from_the_most_frequent_first(utterance, pronounce):
    said = utterance("Xi reads U.N. news")
    script = Script(
        (
            pronounce(said, 0, None, "lexicon", "shee"),
            pronounce(said, 0, None, "lexicon", "shee"),
            pronounce(said, 1, "ˈriːdz", "context"),
            pronounce(said, 2, "juː ɛn", "letters"),
        )
    )
    assert rows(script) == [
        ["Xi", "shee", "lexicon", "2"],
        ["U.N.", "/juː ɛn/", "letters, read out", "1"],
        ["reads", "/ˈriːdz/", "what stands around it", "1"],
    ]


def test_says_so_where_there_are_none(utterance):
    page = etree.fromstring(pronunciations(Script((utterance("Plain words"),))))
    assert page.findtext("p") == "Every word is said as the voice reads it by itself."


def test_no_more_than_fit_are_listed(utterance, pronounce):
    script = Script(
        tuple(pronounce(utterance(f"W{at}"), 0, "wɜːd", "lexicon") for at in range(MOST + 3))
    )
    assert len(rows(script)) == MOST
    assert "… and 3 more rows." in pronunciations(script)


def test_the_language_of_a_word_is_that_of_its_token(utterance, pronounce):
    said = pronounce(utterance("Wagner"), 0, "ˈvaːɡnɐ", "lexicon")
    german = replace(said, tokens=(replace(said.tokens[0], language="de"),))
    page = etree.fromstring(pronunciations(Script((german,))))
    assert page.find(".//tbody//bdi").get("lang") == "de"
