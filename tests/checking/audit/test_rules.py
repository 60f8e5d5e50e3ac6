"""Rules, and the table of them in docs/checking.md."""

import re
from collections import Counter
from pathlib import Path

from oped_audio.checking.rules import RULES

TEXT = (Path(__file__).parents[3] / "docs" / "checking.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \| (.+?) \| (.+?) \|$", TEXT, re.MULTILINE)


def test_every_rule_is_documented_as_it_is():
    told = [(one.id, one.severity, " ".join(one.about.split()), one.standard) for one in RULES]
    assert told == ROWS


def test_rules_have_names_of_their_own_a_remedy_and_a_source():
    assert max(Counter(one.id for one in RULES).values()) == 1
    assert all(one.remedy and one.standard and one.about for one in RULES)
