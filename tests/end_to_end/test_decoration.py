"""A picture that says nothing, where an introduction would be."""

import io

from PIL import Image

import oped_audio


def test_decoration_before_the_first_heading_is_shown_below_it_and_breaks_nothing(tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(picture, "PNG")
    (tmp_path / "x.png").write_bytes(picture.getvalue())
    article = tmp_path / "storks.md"
    article.write_text("# Storks\n\n![](x.png)\n\n## One\n\nThey came back.\n")
    options = {"voice": {"engine": "tone"}, "cache": {"folder": str(tmp_path / "cache")}}
    (section,) = oped_audio.outline(article, options).document.sections
    assert [block.kind for block in section.blocks] == ["figure", "paragraph"]
    report = oped_audio.build([article], tmp_path / "out", options)
    assert not report.failures
