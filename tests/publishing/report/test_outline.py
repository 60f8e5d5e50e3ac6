from dataclasses import replace

from lxml import etree

from oped_audio.publishing.report.outline import outline, pace
from oped_audio.publishing.report.sections import parts


def rows(told):
    page = etree.fromstring(outline(told))
    return [["".join(cell.itertext()) for cell in row] for row in page.find(".//tbody")]


def test_each_section_leads_to_what_is_told_of_it(told):
    page = etree.fromstring(outline(told))
    assert [a.get("href") for a in page.iter("a")] == ["#s00", "#s01", "#s02", "#s03"]
    assert rows(told)[1][:4] == ["1 Introduction", "0:14", "4", "41"]


def test_depth_is_told_by_numbers_and_shown(outlined):
    page = etree.fromstring(outline(parts(outlined(1, 2, 3))))
    depths = [span.get("class") for span in page.iter("span")]
    assert depths == ["depth-0", "depth-0", "depth-1", "depth-2"]
    assert rows(parts(outlined(1, 2)))[2][0] == "1.1 Heading 2"


def test_the_pace_is_a_whole_number_or_a_dash(told):
    empty = replace(told[0].track, timeline=replace(told[0].track.timeline, entries=()))
    assert pace(replace(told[0], track=empty)) == "–"
    assert pace(told[1]).isdigit()
