"""Captions: two files for each track, and two for the article in which the tracks follow on."""

import re
from dataclasses import replace

import pytest

from oped_audio.model.timecode import milliseconds
from oped_audio.publishing.captions import write
from oped_audio.publishing.settings import CaptionSettings, WriterSettings

TIMING = re.compile(r"(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})")


DEFAULT = WriterSettings()


def files(publication, settings=DEFAULT):
    return {file.path: file.content.decode() for file in write(publication, settings)}


def intervals(vtt):
    found = []
    for numbers in TIMING.findall(vtt):
        ms = [
            ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(rest)
            for h, m, s, rest in (numbers[:4], numbers[4:])
        ]
        found.append(tuple(ms))
    return found


def test_names(publication):
    names = [
        "00-title",
        "01-introduction",
        "02-what-lasts",
        "03-about-the-author",
        "harbours-tides",
    ]
    expected = [f"captions/{name}.{kind}" for name in names for kind in ("vtt", "srt")]
    assert [file.path for file in write(publication, WriterSettings())] == expected


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("00-title", "00-title-article"),
        ("01-INTRODUCTION", "01-INTRODUCTION-article"),
        ("article", "article"),
    ],
)
def test_the_article_does_not_overwrite_a_track(publication, slug, name):
    paths = [file.path for file in write(replace(publication, slug=slug), WriterSettings())]
    assert paths[-2:] == [f"captions/{name}.vtt", f"captions/{name}.srt"]
    assert len({path.casefold() for path in paths}) == len(paths)


def test_captions_of_a_track(publication):
    assert files(publication)["captions/01-introduction.srt"] == (
        "1\n"
        "00:00:00,025 --> 00:00:04,175\n"
        "Every morning, long before the market\n"
        "opens, the boats leave the harbour one\n"
        "\n"
        "2\n"
        "00:00:04,185 --> 00:00:07,414\n"
        "after another, and nobody\n"
        "in the town is awake to count them.\n"
        "\n"
        "3\n"
        "00:00:07,849 --> 00:00:10,049\n"
        "On Jan. 5 — a Monday —\n"
        "only three came back.\n"
        "\n"
        "4\n"
        "00:00:10,314 --> 00:00:12,054\n"
        "Fishing boats wait for the tide.\n"
        "\n"
        "5\n"
        "00:00:12,489 --> 00:00:13,334\n"
        "(Photo/Example)\n"
    )


def test_the_title_and_the_language_are_named(publication):
    note = "NOTE\nTitle: Harbours & tides\nLanguage: en\n"
    assert all(note in text for path, text in files(publication).items() if path.endswith("vtt"))


def test_the_article_shows_all_tracks_one_after_the_other(publication):
    shown = files(publication)
    whole = intervals(shown.pop("captions/harbours-tides.vtt"))
    start = 0
    expected = []
    for track in publication.tracks:
        shift = milliseconds(start, track.timeline.sample_rate)
        alone = intervals(shown[f"captions/{track.name}.vtt"])
        expected += [(begin + shift, end + shift) for begin, end in alone]
        start += track.timeline.length
    assert len(whole) == len(expected)
    for found, near in zip(whole, expected, strict=True):
        assert found == pytest.approx(near, abs=1)


def test_tracks_may_differ_in_sample_rate(publication):
    first, second, *_ = publication.tracks
    faster = replace(first, timeline=replace(first.timeline, sample_rate=44100))
    whole = files(replace(publication, tracks=(faster, second)))["captions/harbours-tides.vtt"]
    last = intervals(whole)[-1]
    alone = intervals(files(publication)["captions/01-introduction.vtt"])[-1]
    shift = milliseconds(first.timeline.length, 44100)
    assert last == pytest.approx([time + shift for time in alone], abs=1)


def test_what_a_decoder_plays_first_delays_a_track_but_not_the_article(publication):
    track = publication.tracks[0]
    delayed = replace(
        track, files=(replace(track.files[0], encoder_delay=track.timeline.sample_rate),)
    )
    before = files(replace(publication, tracks=(track,)))
    after = files(replace(publication, tracks=(delayed,)))
    expected = [(a + 1000, b + 1000) for a, b in intervals(before["captions/00-title.vtt"])]
    assert intervals(after["captions/00-title.vtt"]) == expected
    assert after["captions/harbours-tides.vtt"] == before["captions/harbours-tides.vtt"]


def test_settings_reach_the_cues(publication):
    settings = WriterSettings(captions=CaptionSettings(line_length=20, lines=1))
    texts = files(publication, settings)["captions/01-introduction.srt"].split("\n\n")
    assert all(len(text.strip().split("\n")) == 3 for text in texts)
    assert all(len(text.strip().split("\n")[2]) <= 20 for text in texts)


def test_equal_publications_give_equal_bytes(publication):
    assert files(publication) == files(publication)
