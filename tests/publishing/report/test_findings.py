from lxml import etree

from oped_audio.model.finding import Finding
from oped_audio.publishing.report.findings import MOST, findings


def finding(severity, message="The picture has no alternative"):
    return Finding("rule", severity, "line 3", message, "Describe it.", "x.md")


def test_the_worst_comes_first_with_what_to_do():
    page = etree.fromstring(findings([finding("info"), finding("error"), finding("warning")], "en"))
    rows = [["".join(cell.itertext()) for cell in row] for row in page.iterfind(".//tbody/tr")]
    assert [row[1] for row in rows] == ["Error", "Warning", "Remark"]
    assert rows[0] == ["The picture has no alternative", "Error", "line 3", "Describe it."]


def test_says_so_where_there_are_none():
    page = etree.fromstring(findings([], "en"))
    assert page.findtext("p") == "Nothing in the article is to be mended."


def test_no_more_than_fit_are_listed():
    page = findings([finding("info")] * (MOST + 1), "en")
    assert "… and 1 more row." in page
