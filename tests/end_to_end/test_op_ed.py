"""What a listener hears of the names, initials and dates of a real op-ed, as the docs tell it.

The op-ed lies beside the repository and not in it.
"""

import os
import re
from pathlib import Path

import pytest

import oped_audio

ROOT = Path(__file__).parents[2]
OP_ED = ROOT.parent / "shared" / "cases" / "winter-sunshine.txt"
HEADING = "## A real op-ed"
EDGES = re.compile(r"^\W+|\W+$")


def rows() -> list[tuple[str, str, str]]:
    """What is written, what is said, and how, of the table in the docs."""
    section = (ROOT / "docs" / "pronunciation.md").read_text("utf-8").partition(HEADING)[2]
    table = section.partition("\n## ")[0]
    found = re.findall(r"^\| (.+?) \| (.+?) \| /(.+?)/ \|$", table, re.MULTILINE)
    return [(written, spoken, heard) for written, spoken, heard in found]


@pytest.fixture(scope="module")
def heard(tmp_path_factory):
    """Each token as it is written, said and heard, marks at its edges left out."""
    if not OP_ED.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"{OP_ED} is missing")
        pytest.skip("the op-ed does not lie beside the repository")
    tokens = []
    for utterance, phonemes in oped_audio.phonemes(OP_ED):
        told = iter(phonemes)
        for token in utterance.tokens:
            if token.spoken:
                written = utterance.written[token.begin : token.end]
                said = re.sub(r"^Caption: ", "", token.spoken)
                tokens.append((EDGES.sub("", written), EDGES.sub("", said), next(told)))
    return tokens


def test_the_docs_list_what_there_is_to_list():
    assert len(rows()) >= 40


@pytest.mark.parametrize(("written", "spoken", "phonemes"), rows(), ids=lambda text: text[:20])
def test_is_said_as_the_docs_tell(heard, written, spoken, phonemes):
    words = written.split()
    places = [
        at
        for at in range(len(heard))
        if [token[0] for token in heard[at : at + len(words)]] == [EDGES.sub("", w) for w in words]
    ]
    assert places, f"{written} is not in the op-ed"
    for at in places:
        told = heard[at : at + len(words)]
        assert " ".join(token[1] for token in told) == spoken
        assert " ".join(filter(None, (token[2] for token in told))) == phonemes
