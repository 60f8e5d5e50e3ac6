import hashlib
import re
from base64 import b64encode

from lxml import etree, html

from oped_audio.publishing.epub.markup import text
from oped_audio.publishing.report.page import page


def test_allows_its_own_style_and_nothing_else():
    content = page("Title", text("Title"), []).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', content)[1]
    style = re.search(r"<style>(.*)</style>", content, re.DOTALL)[1]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_a_title_stays_text():
    title = "</title><script>alert(1)</script> ${body} $x &amp;"
    content = page(title, text(title), [])
    for parsed in (etree.fromstring(content), html.document_fromstring(content)):
        assert parsed.xpath("//*[local-name()='script']") == []
        (found,) = parsed.xpath("//*[local-name()='title']")
        assert found.text == f"{title} – report"
