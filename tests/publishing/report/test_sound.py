from lxml import etree

from oped_audio.model.audio import Limits
from oped_audio.publishing.report.sections import parts
from oped_audio.publishing.report.sound import sound, told


def cells(page):
    return [["".join(cell.itertext()) for cell in row] for row in page.find(".//tbody")]


def test_every_figure_stands_beside_the_limits(failing):
    page = etree.fromstring(sound(parts(failing), failing.limits))
    rows = cells(page)
    assert rows[0] == [
        "Title page",
        "−19.0 LUFS",
        "−3.5 dBTP",
        "−21.0 dB",
        "−66.0 dB",
        "✓ Pass",
    ]
    assert (rows[1][1], rows[1][-1]) == ("✗ −12.0 LUFS", "✗ Fail")


def test_the_limits_are_told_in_words(failing):
    assert told(failing.limits) == (
        "Limits of audiobook: loudness −21.0 to −17.0 LUFS; true peak at most −3.0 dBTP; "
        "RMS −23.0 to −18.0 dB; noise floor at most −60.0 dB."
    )
    assert told(Limits("wild")) == "Limits of wild: none."
    assert told(None) == "No limits are set: the sound was not mastered."


def test_without_limits_nothing_is_judged(failing):
    rows = cells(etree.fromstring(sound(parts(failing), None)))
    assert {row[-1] for row in rows} == {"– Not judged"}


def test_says_so_where_nothing_was_measured(publication):
    page = etree.fromstring(sound(parts(publication), None))
    assert page.findtext("p") == "No section's sound was measured."
