import pytest

from oped_audio.publishing.read_along.html import html


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("<p/>", "<p></p>"),
        ("<br/>\n", "<br>\n"),
        ('<p lang="fr" xml:lang="fr">x</p>', '<p lang="fr">x</p>'),
        ('<a epub:type="noteref" href="#x">1</a>', '<a href="#x">1</a>'),
        ('<img src="../images/a.png" alt="a &gt; b"/>', '<img src="images/a.png" alt="a &gt; b">'),
        ('<p>say xml:lang="fr" &lt;br/&gt;</p>', '<p>say xml:lang="fr" &lt;br/&gt;</p>'),
        ('<p title="&lt;br/&gt; a/">x</p>', '<p title="&lt;br/&gt; a/">x</p>'),
        ('<span id="a"/>', '<span id="a"></span>'),
    ],
)
def test_examples(given, wanted):
    assert html(given) == wanted


def test_images_are_told_their_size():
    sizes = {"images/a.png": {"width": "4", "height": "3"}}
    found = html('<img src="../images/a.png" alt=""/><img src="b.png"/>', sizes)
    assert found == '<img src="images/a.png" alt="" width="4" height="3"><img src="b.png">'
