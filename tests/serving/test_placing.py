"""A finding leads to the sentence that it is about."""

import pytest

from oped_audio.model.finding import Finding
from oped_audio.serving.placing import placed

ARTICLE = """# The Return of the Storks

They left when the marsh was drained, and nobody thought that they would ever come back.

![ ](gone.png)

*A pair of storks on the old brick works.*

## What the marsh remembers

Water finds its old way. Whoever lives from it follows after a while, as storks have always done.
"""


@pytest.fixture
def proof(desk, folder):
    (folder / "storks.txt").unlink()
    (folder / "storks.md").write_text(ARTICLE)
    return desk.proof("storks")


def found(place: str, message: str = "") -> Finding:
    return Finding("rule", "warning", place, message, "", "storks.md")


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("EPUB/audio/02-what.mp3 0:00:21.340 (s02-p01-u2)", "s02-p01-u2"),
        ("EPUB/02-what.xhtml#s02-p01", "s02-p01-u1"),
        ("EPUB/02-what.xhtml#s02-p01-u2-w4", "s02-p01-u2"),
        ("EPUB/02-what.xhtml#s02-h", "s02-h-u1"),
        ("EPUB/content.opf", ""),
        ("s99-p01", ""),
    ],
)
def test_an_id_is_the_place(proof, place, sentence):
    assert placed(proof, found(place)).sentence == sentence


def test_a_line_of_the_article_is_the_place(proof):
    decision = next(one for one in proof.reading.decisions if one.text.startswith("Water"))
    placed_there = placed(proof, found(decision.place))
    assert placed_there.sentence == "s02-p01-u1"
    assert placed_there.written == "Water finds its old way."
    assert placed(proof, found(f"{decision.place}0")).sentence == ""


def test_a_picture_that_is_not_there_is_told_of_with_its_place(proof):
    (finding,) = proof.reading.findings
    assert placed(proof, finding).finding is finding
