"""A family's sign is in all that its rules find; otherwise they would not be asked."""

from itertools import pairwise
from pathlib import Path

import pytest

from oped_audio.scripting.spoken.english import FAMILIES

LINES = [
    line.split("\t")[0]
    for line in Path(__file__).with_name("spoken_forms.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
SENTENCES = [*LINES, *(f"{one} {other}" for one, other in pairwise(LINES))]
ALL = [member for family in FAMILIES for member in (family, *family.members)]


@pytest.mark.parametrize("family", ALL, ids=lambda family: family.sign.pattern[:30])
def test_the_sign_is_in_whatever_a_rule_finds(family):
    missed = [
        (sentence, match[0])
        for sentence in SENTENCES
        for rule in family.rules()
        for match in rule.pattern.finditer(sentence)
        if not family.sign.search(sentence) and any(rule.say(match))
    ]
    assert missed == []
