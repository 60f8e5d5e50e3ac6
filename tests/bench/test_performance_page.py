"""The pure parts of what writes docs/performance.md."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
OfBench = Callable[[str], ModuleType]


@pytest.fixture
def of_bench(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Gives a module of bench/, which is no package."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    yield import_module
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "").parent == ROOT / "bench":
            del sys.modules[name]


def test_table_sets_numbers_right_and_keeps_three_figures(of_bench: OfBench) -> None:
    performance_page = of_bench("performance_page")

    rows = [("ours", 1234.5, 0.01234, "MP3"), ("theirs", 12.345, float("nan"), None)]
    assert performance_page.table(["tool", "s", "ratio", "makes"], rows).splitlines() == [
        "| tool | s | ratio | makes |",
        "| --- | ---: | ---: | --- |",
        "| ours | 1,234 | 0.0123 | MP3 |",
        "| theirs | 12.3 | — |  |",
    ]


def test_content_goes_between_its_markers_and_nowhere_else(of_bench: OfBench) -> None:
    performance_page = of_bench("performance_page")

    page = "# A\n<!-- b -->\nold\n<!-- /b -->\n<!-- c -->\nkept\n<!-- /c -->\n"
    expected = page.replace("old", "new")
    assert performance_page.inserted(page, "b", "new\n") == expected
    with pytest.raises(ValueError, match="<!-- d -->"):
        performance_page.inserted(page, "d", "new")


def test_the_page_has_a_place_for_each_benchmark(of_bench: OfBench) -> None:
    performance_page = of_bench("performance_page")

    page = performance_page.PAGE.read_text("utf-8")
    for name in ("peers", "growth"):
        performance_page.inserted(page, name, "")


def test_pictures_tell_their_figures_in_words(of_bench: OfBench) -> None:
    plots = of_bench("plots")

    bars = plots.bars("Cost", "CPU ms", {"peer": 5.914, "oped-audio": 13.2}, ["oped-audio"])
    assert 'aria-label="Cost. CPU ms: peer: 5.91; oped-audio: 13.2."' in bars
    lines = plots.lines("Cost", ("sections", "CPU s"), {"tone": [(1, 1.5), (1000, 90.0)]})
    assert "tone: 1.5 at 1, 90 at 1,000" in lines
    assert "#f9f9f9" not in bars + lines  # no background of its own: it is read in the dark too
