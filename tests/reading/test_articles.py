"""Op-eds in five languages, pasted as plain text, against what a person sees in them."""

import json
from pathlib import Path

import pytest

from oped_audio.model.document import Figure
from oped_audio.reading import open_source, read
from oped_audio.reading.detection import detect
from oped_audio.reading.settings import ReadingSettings

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_understood_as_a_person_would(path, pictures):
    gold = json.loads(path.with_suffix(".outline.json").read_text(encoding="utf-8"))
    found = read(open_source(path), ReadingSettings(), pictures)
    document = found.document
    figures = [
        {"caption": block.caption, "credit": block.credit}
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Figure)
    ]
    assert {
        "language": document.language,
        "title": document.title,
        "kicker": document.kicker,
        "standfirst": document.standfirst,
        "byline": document.byline,
        "date": document.date,
        "headings": [section.heading for section in document.sections],
        "figures": figures,
        "left_out": [decision.text for decision in found.left_out],
    } == gold
    assert document.sections[-1].role == "about-author"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_word_is_shown_or_left_out(path, pictures):
    text = path.read_text(encoding="utf-8")
    found = read(open_source(path), ReadingSettings(), pictures)
    told = " ".join(decision.text for decision in found.decisions)
    assert sorted(told.split()) == sorted(text.split())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_language_of_a_few_sentences_is_known(path):
    language = path.stem.split("-")[0]
    chunks = path.read_text(encoding="utf-8").split("\n\n")
    long = [chunk for chunk in chunks if len(chunk) > (45 if language == "zh" else 120)]
    assert long
    assert [detect(chunk) for chunk in long] == [language] * len(long)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("今日は天気がとても良いので、友達と一緒に公園へ行きました。桜がきれいでした。", "ja"),
        (
            "오늘은 날씨가 아주 좋아서 친구들과 함께 공원에 갔습니다. 벚꽃이 정말 아름다웠습니다. "
            * 2,
            "ko",
        ),
        (
            "Η πόλη ξύπνησε αργά το πρωί και κανείς δεν περίμενε το πλοίο της γραμμής στο λιμάνι.",
            "el",
        ),
        ("Too short.", None),
        ("12 345 67 89 " * 20, None),
    ],
)
def test_other_languages(text, language):
    assert detect(text) == language
