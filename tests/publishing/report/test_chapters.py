from dataclasses import replace

from lxml import etree

from oped_audio.publishing.report.chapters import MOST_BOUNDARIES, MOST_PICTURES, chapters
from oped_audio.publishing.report.sections import parts

SVG = "{http://www.w3.org/2000/svg}svg"


def shown(publication):
    return etree.fromstring(chapters(parts(publication), publication.limits))


def test_each_section_has_a_picture_and_its_figures_in_words(measured):
    page = shown(measured)
    sections = list(page.iter("article"))
    assert [section.get("id") for section in sections] == ["s00", "s01", "s02", "s03"]
    words = sections[1].findtext("figure/figcaption")
    assert words == (
        "Loudness −19.0 LUFS, pass; True peak −3.5 dBTP, pass; RMS −21.0 dB, pass; "
        "Noise floor −66.0 dB, pass. Loudest −19.0 LUFS at 0:00.0, "
        "quietest −21.0 LUFS at 0:00.2."
    )
    alternative = sections[1].find(f"figure/{SVG}").get("aria-label")
    assert alternative.startswith("Waveform and loudness of “Introduction”, 14 seconds, 4 sent")
    assert alternative.endswith(words)
    assert sections[1].findtext("p").startswith("0:14, 4 sentences, 41 words, ")


def test_what_fails_is_told_with_its_limit(failing):
    words = shown(failing).findall("article")[1].findtext("figure/figcaption")
    assert words.startswith("Loudness −12.0 LUFS, fails: −21.0 to −17.0 LUFS; True peak")


def test_without_limits_there_is_no_band_and_no_judgement(measured):
    page = shown(replace(measured, limits=None))
    assert "band" not in page.findtext("p")
    assert "pass" not in page.find("article").findtext("figure/figcaption")


def test_a_section_that_was_not_measured_has_its_counts_alone(publication):
    page = shown(publication)
    assert page.find("p") is None
    assert page.find(f".//{SVG}") is None
    assert len(page.findall("article/p")) == 4


def test_a_section_of_no_length_has_no_picture(measured):
    track = measured.tracks[1]
    empty = replace(
        track,
        timeline=replace(track.timeline, entries=()),
        profile=replace(track.profile, peaks=(), loudness_lufs=()),
    )
    page = shown(replace(measured, tracks=(measured.tracks[0], empty, *measured.tracks[2:])))
    pictures = [a.find(f"figure/{SVG}") is not None for a in page.iter("article")]
    assert pictures == [True, False, True, True]


def test_silence_has_no_loudest_moment(measured):
    tracks = tuple(
        replace(t, profile=replace(t.profile, loudness_lufs=())) for t in measured.tracks
    )
    assert "oudest" not in shown(replace(measured, tracks=tracks)).xpath("string()")


def test_of_a_long_book_those_that_fail_and_the_first_have_pictures(long_book):
    last = long_book.tracks[-1]
    loud = replace(last.profile, levels=replace(last.profile.levels, true_peak_dbtp=0.5))
    tracks = (*long_book.tracks[:-1], replace(last, profile=loud))
    page = shown(replace(long_book, tracks=tracks))
    drawn = [a.get("id") for a in page.iter("article") if a.find(f"figure/{SVG}") is not None]
    assert len(drawn) == MOST_PICTURES
    assert drawn[:2] == ["s00", "s01"]
    assert drawn[-1] == "s500"
    assert page.findall("p")[1].text == (
        f"{MOST_PICTURES} of 501 sections have a picture: those that fail, then the first."
    )
    assert all("LUFS" in article.xpath("string()") for article in page.findall("article"))


def test_too_many_boundaries_are_left_out(measured):
    track = measured.tracks[1]
    entries = track.timeline.entries * 13
    assert len(entries) > MOST_BOUNDARIES
    crowded = replace(track, timeline=replace(track.timeline, entries=entries))
    page = shown(replace(measured, tracks=(measured.tracks[0], crowded, *measured.tracks[2:])))
    pictures = page.findall(f".//{SVG}")
    has_lines = [any(g.get("class") == "boundaries" for g in p.iter()) for p in pictures]
    assert has_lines == [True, False, True, True]
