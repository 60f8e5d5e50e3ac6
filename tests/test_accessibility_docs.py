"""docs/accessibility.md names every requirement, and tests that there are."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TEXT = (TESTS.parent / "docs" / "accessibility.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([A-Z]+-\d+) \| (.+?) \| (.+?) \| (.+?) \|$", TEXT, re.MULTILINE)
NAMED = re.findall(r"`([\w/]+\.py)::(\w+)`", TEXT)
REQUIRED = {
    *(f"MO-{number}" for number in range(1, 12)),
    *(f"A-{number}" for number in range(1, 8)),
    *("C-1", "T-1"),
}


def test_every_requirement_is_listed_once():
    assert sorted(row[0] for row in ROWS) == sorted(REQUIRED)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_requirement_is_held_by_a_test(row):
    assert re.fullmatch(r"`[\w/.]+::\w+`(, `[\w/.]+::\w+`)*", row[3])


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED)))
def test_every_test_that_is_named_exists(file, name):
    assert name in functions(TESTS / file)


@cache
def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
