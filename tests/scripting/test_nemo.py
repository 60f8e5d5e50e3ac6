"""Pairs of NVIDIA/NeMo-text-processing, which lie beside the repository and not in it.

Those that do not pass are listed in ``nemo_not_passed.tsv``, with the reason, and so in the docs.
"""

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.tokens import token_spans

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "spoken-forms.md"
NEWS, LEFT_OUT = "news", "left out"
BAR = 0.9


@dataclass(frozen=True)
class Pair:
    class_: str
    written: str
    wanted: tuple[str, ...]
    """Any of them will do."""


@dataclass(frozen=True)
class Group:
    """Pairs that do not pass for one reason, as (class, written, wanted)."""

    kind: str
    reason: str
    rows: tuple[tuple[str, str, str], ...]


def not_passed() -> list[Group]:
    groups: list[Group] = []
    for line in Path(__file__).with_name("nemo_not_passed.tsv").read_text("utf-8").splitlines():
        if line.startswith((f"[{NEWS}] ", f"[{LEFT_OUT}] ")):
            kind, _, reason = line[1:].partition("] ")
            groups.append(Group(kind, reason, ()))
        elif "\t" in line:
            last = groups.pop()
            class_, written, wanted = line.split("\t")
            groups.append(Group(last.kind, last.reason, (*last.rows, (class_, written, wanted))))
    return groups


def read_pairs(folder: Path) -> list[Pair]:
    """``written~wanted`` a line; in one file ``~written``, and below it all that will do."""
    pairs = []
    for path in sorted(folder.glob("test_cases_*.txt")):
        class_ = path.stem.removeprefix("test_cases_")
        lines = path.read_text("utf-8").split("\n")
        for number, line in enumerate(lines):
            if class_ == "normalize_with_audio" and line.startswith("~"):
                below = lines[number + 1 :]
                stop = next((i for i, one in enumerate(below) if "~" in one), len(below))
                pairs.append(Pair(class_, line[1:], tuple(filter(None, below[:stop]))))
            elif "~" in line:
                written, wanted = line.split("~")[:2]
                pairs.append(Pair(class_, written, (wanted,)))
    return pairs


def said(written: str) -> str:
    forms = spoken_forms(written, token_spans(written), "en")
    return " ".join(form.spoken for form in forms if form.spoken)


def heard(text: str) -> list[str]:
    """The words but "and", without case, hyphens and punctuation."""
    words = re.sub(r"[^\w\s']|(?<!\w)'|'(?!\w)", " ", text.lower().replace("’", "'")).split()
    return [word for word in words if word != "and"]


def is_same(said: str, wanted: str) -> bool:
    """Whether both are heard as one; NeMo writes letters together that are said apart."""
    ours, theirs = heard(said), heard(wanted)
    while ours and theirs:
        word = theirs.pop(0)
        count = 1 if ours[0] == word else len(word)
        if ours[:count] not in ([word], list(word)):
            return False
        ours = ours[count:]
    return not ours and not theirs


def passes(pair: Pair) -> bool:
    return any(is_same(said(pair.written), wanted) for wanted in pair.wanted)


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    folders = (parent / "shared" / "cases" / "spoken-nemo-en" for parent in ROOT.parents)
    folder = next(filter(Path.is_dir, folders), None)
    if folder is None:
        if os.environ.get("CI"):
            pytest.fail("the pairs of NeMo are missing beside the repository")
        pytest.skip("the pairs of NeMo do not lie beside the repository")
    return read_pairs(folder)


def test_letters_may_be_written_together():
    assert is_same("one fifty-nine P M E S T", "one fifty nine PM EST")
    assert is_same("I P A", "ipa")
    assert not is_same("NATO", "N A T O")
    assert not is_same("P M", "PMs")
    assert not is_same("one", "one two")


def test_all_pairs_are_scored(pairs):
    assert len(pairs) == 567


def test_the_share_of_news_prose(pairs):
    left_out = {row[:2] for group in not_passed() if group.kind == LEFT_OUT for row in group.rows}
    news = [pair for pair in pairs if (pair.class_, pair.written) not in left_out]
    assert len(news) >= BAR * len(pairs)
    assert sum(map(passes, news)) >= BAR * len(news)


def test_those_that_do_not_pass_are_listed(pairs):
    listed = [row for group in not_passed() for row in group.rows]
    failing = [(pair.class_, pair.written, pair.wanted[0]) for pair in pairs if not passes(pair)]
    assert sorted(listed) == sorted(failing)


def test_the_docs_give_the_score(pairs):
    passed = Counter(pair.class_ for pair in pairs if passes(pair))
    rows = [
        f"| {class_.replace('_', ' ')} | {passed[class_]} | {total} |"
        for class_, total in sorted(Counter(pair.class_ for pair in pairs).items())
    ]
    rows.append(f"| **all** | **{passed.total()}** | **{len(pairs)}** |")
    assert "\n".join(rows) in DOCS.read_text("utf-8")


@pytest.mark.parametrize("group", not_passed(), ids=lambda group: group.reason[:40])
def test_the_docs_list_them(group):
    assert listed(group) in DOCS.read_text("utf-8")


def listed(group: Group) -> str:
    """Our form is only of interest where news prose could hold the text."""
    if group.kind == NEWS:
        head = ["| written | wanted | said |", "| --- | --- | --- |"]
        rows = [(*row[1:], said(row[1])) for row in group.rows]
    else:
        head = ["| written | wanted |", "| --- | --- |"]
        rows = [row[1:] for row in group.rows]
    lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
    return "\n".join([f"{group.reason}:", "", *head, *lines])


def cell(text: str) -> str:
    """Long sentences differ at their end."""
    return f"`{text}`" if len(text) <= 130 else f"`… {text[-60:]}`"


def examples() -> list[tuple[str, str]]:
    """Of the first table of the docs: rows of class, written, said."""
    row = re.compile(r"^\|[^|`]*\| `([^|]+)` \| ([^|`]+) \|$", re.MULTILINE)
    return row.findall(DOCS.read_text("utf-8"))


@pytest.mark.parametrize(("written", "spoken"), examples())
def test_the_examples_of_the_docs(written, spoken):
    assert heard(said(written)) == heard(spoken)
