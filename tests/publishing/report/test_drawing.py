import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from oped_audio.publishing.report.drawing import Picture, draw

SVG = "{http://www.w3.org/2000/svg}"


def picture(**given):
    told = {
        "seconds": 10.0,
        "amplitudes": [(at / 2, 0.5) for at in range(20)],
        "loudness": [(at / 2, None if at < 4 else -20.0) for at in range(20)],
        "boundaries": [0.0, 4.0],
        "target": (-21.0, -17.0),
        "alternative": "Waveform <of> “A & B”",
    }
    return Picture(**{**told, **given})


def drawn(**given):
    return etree.fromstring(draw(picture(**given)))


def curve(svg, name):
    (path,) = svg.findall(f".//{SVG}g[@class='{name}']/{SVG}path")
    return [float(n) for n in re.findall(r"-?[\d.]+", path.get("d"))]


def test_is_an_image_with_a_text_alternative():
    svg = drawn()
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == "Waveform <of> “A & B”"


def test_shows_each_curve_as_one_path_in_its_order():
    names = [g.get("class") for g in drawn().iter(f"{SVG}g")]
    named = ["target", "boundaries", "waveform", "loudness"]
    assert [name for name in names if name in named] == named
    assert len(curve(drawn(), "waveform")) == 2 * 2 * 20


def test_the_waveform_lies_above_the_loudness_and_the_curve_in_its_band():
    svg = drawn()
    heights = {name: curve(svg, name)[1::2] for name in ("waveform", "loudness", "target")}
    assert max(heights["waveform"]) < min(heights["loudness"])
    assert min(heights["target"]) < heights["loudness"][0] < max(heights["target"])


def test_a_silent_section_without_limits_has_the_waveform_alone():
    svg = drawn(loudness=[(1.0, None)], target=None, boundaries=[])
    names = {g.get("class") for g in svg.iter(f"{SVG}g")}
    assert "waveform" in names
    assert names.isdisjoint({"loudness", "target", "boundaries"})


def test_carries_nothing_but_the_drawing():
    text = draw(picture())
    looks = ("style", "script", "href", "fill=", "stroke=", "font", "url(", "<!--", "Unnamed")
    assert [look for look in looks if look in text] == []
    assert {element.tag for element in drawn().iter()} == {
        f"{SVG}{name}" for name in ("svg", "g", "path", "line", "text")
    }


def test_is_the_same_each_time():
    assert draw(picture()) == draw(picture())


@pytest.mark.parametrize(
    ("seconds", "labels"),
    [
        (0.4, ["0:00"]),
        (61, ["0:00", "0:15", "0:30", "0:45", "1:00"]),
        (100 * 3600, ["0:00", "17:00:00", "34:00:00", "51:00:00", "68:00:00", "85:00:00"]),
    ],
)
def test_a_handful_of_times_stands_beneath(seconds, labels):
    texts = [text.text for text in drawn(seconds=seconds).iter(f"{SVG}text")]
    assert {text for text in texts if ":" in text} == set(labels)
    assert {text for text in texts if ":" not in text} == {"−40", "−30", "−20", "−10"}


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.floats(0, 11), st.floats(0, 1)), min_size=1, max_size=20),
    st.lists(st.tuples(st.floats(0, 10), st.none() | st.floats(-90, 5)), max_size=20),
)
def test_no_curve_leaves_the_picture(amplitudes, loudness):
    svg = drawn(amplitudes=amplitudes, loudness=loudness)
    for path in svg.iter(f"{SVG}path"):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.get("d"))]
        assert all(-1 <= x <= 640 for x in numbers[::2])
        assert all(-1 <= y <= 200 for y in numbers[1::2])
