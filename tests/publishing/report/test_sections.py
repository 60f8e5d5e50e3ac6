from dataclasses import replace

import pytest

from oped_audio.model.script import Token
from oped_audio.publishing.report.sections import parts, words_a_minute, words_said


def test_each_page_has_its_utterances_track_and_label(measured, told):
    assert [part.section.id for part in told] == ["s00", "s01", "s02", "s03"]
    assert [part.label for part in told][1:3] == ["Introduction", "What lasts"]
    assert [len(part.utterances) for part in told] == [3, 4, 2, 2]
    assert told[1].words == 41
    assert told[1].seconds == measured.tracks[1].timeline.seconds
    assert told[1].pace == pytest.approx(60 * 41 / told[1].seconds)


def test_labels_are_in_the_article_s_language_or_in_english(renamed):
    german = parts(renamed("Hafen", "de"))
    assert [part.language for part in german] == ["de"] * 4
    assert german[1].label == "Einleitung"
    welsh = parts(renamed("Harbwr", "cy"))
    assert [part.language for part in welsh] == ["en", "en", "cy", "cy"]


def test_headings_are_numbered_as_they_are_nested(outlined):
    numbers = [part.number for part in parts(outlined(1, 1, 2, 2, 3, 1, 3, 2))]
    assert numbers == ["", "1", "2", "2.1", "2.2", "2.2.1", "3", "3.1", "3.2"]


def test_words_are_counted_as_they_are_said(utterance):
    year = replace(
        utterance("in 2024"), tokens=(Token(0, 2, "in"), Token(3, 7, "twenty twenty four"))
    )
    assert words_said(year) == 4


def test_where_no_spaces_are_written_tokens_count(utterance):
    chinese = replace(utterance("港口"), tokens=(Token(0, 1, "港"), Token(1, 2, "口")))
    assert words_said(chinese) == 2


def test_nothing_has_no_pace():
    assert words_a_minute(5, 0) is None


def test_times_are_those_of_the_file(told):
    track = told[0].track
    delayed = (replace(track.files[0], encoder_delay=2205), *track.files[1:])
    late = replace(told[0], track=replace(track, files=delayed))
    assert late.at(22_050) == pytest.approx(1.1)
