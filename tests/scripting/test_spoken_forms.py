"""What is heard for what news prose writes, pair by pair."""

import re
from pathlib import Path

import pytest

from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.tokens import token_spans

PAIRS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("spoken_forms.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize(("written", "spoken"), PAIRS)
def test_pair(written, spoken):
    forms = spoken_forms(written, token_spans(written), "en")
    assert heard(" ".join(form.spoken for form in forms if form.spoken)) == heard(spoken)


def heard(text: str) -> str:
    """Without what makes no difference to the ear: case, hyphens, punctuation and "and"."""
    words = re.sub(r"[^\w\s']|(?<!\w)'|'(?!\w)", " ", text.lower().replace("’", "'")).split()
    return " ".join(word for word in words if word != "and")


def test_there_are_enough():
    assert len(PAIRS) >= 400
