"""A key of a TOML file changes, and nothing else does."""

import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oped_audio.serving.editing.tables import Setting, UnchangeableError, changed

KEY = ("articles", "storks", "reading", "headings")


def with_headings(text: str, *headings: str) -> str:
    return changed(text, [Setting(KEY, list(headings) or None)])


def test_comments_order_and_line_ends_stay():
    before = (
        "# ours\r\n[voice]\r\nvoice = 'en-gb'  # Jane likes it\r\n\r\n[book]\r\ndate='2026'\r\n"
    )
    after = with_headings(before, "Really?")
    assert after.startswith(before)
    assert tomllib.loads(after)["articles"]["storks"]["reading"] == {"headings": ["Really?"]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[articles.storks.book]\nauthor = 'J'\n\n[voice]\nrate_wpm = 160\n",
        "[articles]\nstorks.book.author = 'J'\n",
        "articles = {storks = {book = {author = 'J'}}}\n",
        "[articles.storks]\nreading = {notes = 'end'}\n",
        "[articles.storks.reading]\nheadings = [\n  'A',  # why\n]\n[book]\ndate='1'\n",
        "articles.storks.reading.headings = ['A']\n",
    ],
)
def test_it_is_found_however_it_is_written(text):
    after = with_headings(text, "A", "B")
    wanted = tomllib.loads(text)
    reading = wanted.setdefault("articles", {}).setdefault("storks", {}).setdefault("reading", {})
    reading["headings"] = ["A", "B"]
    assert tomllib.loads(after) == wanted
    with_headings(after)


def test_comments_within_what_is_changed_stay_too():
    text = "[articles.storks.reading]\nheadings = [\n  'A',  # why\n  'B',\n]\n"
    after = with_headings(text, "A", "C")
    assert "# why" in after
    assert tomllib.loads(after)["articles"]["storks"]["reading"]["headings"] == ["A", "C"]
    text = "[articles.storks.reading.added_headings]\n'A' = 'B'  # why\n'C' = 'D'\n\n[voice]\n"
    keys = ("articles", "storks", "reading", "added_headings")
    after = changed(text, [Setting(keys, {"A": "B", "E": "F"})])
    assert "# why" in after
    assert tomllib.loads(after)["articles"]["storks"]["reading"]["added_headings"] == {
        "A": "B",
        "E": "F",
    }


def test_tables_that_become_empty_go():
    assert with_headings("[articles.storks.reading]\nheadings = ['A']\n").strip() == ""
    kept = with_headings("[articles.storks.reading]\nheadings = ['A']\nnotes = 'end'\n")
    assert tomllib.loads(kept) == {"articles": {"storks": {"reading": {"notes": "end"}}}}


@pytest.mark.parametrize("text", ["[voice\n", "articles = 1\n", "[[articles]]\nx = 1\n"])
def test_what_cannot_be_changed_is_left_alone(text):
    with pytest.raises(UnchangeableError):
        with_headings(text, "A")


TEXT = st.text(min_size=1, max_size=9).filter(lambda text: text.isprintable() or "\n" in text)
TABLES = st.dictionaries(TEXT, st.dictionaries(TEXT, TEXT, max_size=2), max_size=2)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TABLES, TEXT, TEXT, TEXT)
def test_any_text_comes_back_as_it_is(tables, table, key, value):
    text = "".join(
        changed("", [Setting((name, inner), said) for inner, said in entries.items()])
        for name, entries in tables.items()
    )
    after = changed(text, [Setting((table, key), value)])
    wanted = tomllib.loads(text)
    wanted.setdefault(table, {})[key] = value
    assert tomllib.loads(after) == wanted
