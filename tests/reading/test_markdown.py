from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.errors import OpedAudioError, UnreadableFileError

ARTICLE = """---
title: "Storks are back"
subtitle: They came in spring.
author: [Ada Byron, {name: J. P. Marsh}]
date: 2026-01-05
lang: en_GB
license: CC BY
canonical: https://paper.example/storks
tags: [birds, towns]
---

The first pair came *in March*, and **no one** looked.[^1] See [the report](https://x.example/r).

## What they need

- Meadows
- Frogs
  1. green
  2. brown

> We love them.
>
> All of them.

| Year | Pairs |
|------|------:|
| 2024 | 1     |

![A stork](stork.png)

Leave the reeds.\\
Leave the frogs.[^note]

***

<figure><img src="stork.png" alt="Again"><figcaption>Twice.</figcaption></figure>

[^1]: Seen by the author.
[^note]: In print.

    And again.
"""


@pytest.fixture
def found(reading, png, tmp_path):
    (tmp_path / "stork.png").write_bytes(png())
    return reading(ARTICLE, "storks.md", tmp_path)


def test_front_matter_says_what_the_article_is(found):
    document = found.document
    assert (document.title, document.standfirst) == ("Storks are back", "They came in spring.")
    assert (document.byline, document.date) == ("Ada Byron and J. P. Marsh", "2026-01-05")
    assert (document.language, document.rights) == ("en-GB", "CC BY")
    assert document.source == "https://paper.example/storks"


def test_structure(found):
    first, second, notes = found.document.sections
    assert [block.kind for block in first.blocks] == ["paragraph"]
    assert [block.kind for block in second.blocks] == [
        *("list", "quotation", "quotation", "table", "figure", "paragraph", "figure")
    ]
    assert [item.depth for item in second.blocks[0].items] == [0, 0, 1, 1]
    assert second.blocks[5].text == "Leave the reeds.\nLeave the frogs.[2]"
    assert [(note.text, note.label) for note in notes.blocks] == [
        *(("Seen by the author.", "1"), ("In print.", "2"), ("And again.", ""))
    ]
    assert [span.note for span in first.blocks[0].spans if span.note] == [notes.blocks[0].id]
    assert not found.findings


def test_places_are_lines_of_the_file(found):
    places = {decision.text: decision.place for decision in found.decisions}
    assert places["What they need"] == "line 14"
    assert places["We love them."] == "line 21"


def test_toml_front_matter_and_a_heading_as_title(reading):
    document = reading("+++\nauthor = 'Ada Byron'\n+++\n# Storks\n\nThey came.\n", "a.md").document
    assert (document.title, document.byline) == ("Storks", "Ada Byron")


def test_a_rule_at_the_top_is_no_front_matter(reading):
    document = reading("---\nThey came in spring. So it was.\n---\n\nAnd left.\n", "a.md").document
    assert "And left." in document.sections[0].blocks[-1].text


def test_subscripts(reading):
    read = reading("# Water\n\nSome ~20x of H~2~O is ~~gone~~ lost.", "water.md")
    assert read.document.sections[0].blocks[0].text == "Some ~20x of H2O is gone lost."


@pytest.mark.parametrize(
    ("matter", "problem"),
    [
        ("---\ntitle: [a\nb: c\n---\nText.", "line 3"),
        ("---\na: &x 1\nb: *x\n---\nText.", "aliases"),
        ("---\na:b\n---\nText.", "names and values"),
        ("+++\ntitle: a\n+++\nText.", "no TOML"),
    ],
)
def test_bad_front_matter(reading, matter, problem):
    with pytest.raises(UnreadableFileError, match=problem):
        reading(matter, "a.md")


def test_deep_nesting_is_an_error_or_a_document(reading):
    for deep in ("> " * 5000 + "x", "- " * 3000 + "x", "*" * 20000 + "x", "[" * 20000 + "x"):
        with suppress(OpedAudioError):
            reading(f"# T\n\nA paragraph of prose.\n\n{deep}\n", "deep.md")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("#*_[]()!>-+|`~^:<a \n\t.1\\&;é中"), max_size=80))
def test_any_text(reading, text):
    with suppress(OpedAudioError):
        reading(f"Some prose stands here first.\n\n{text}", "any.md")


def test_the_lines_of_a_poem_in_a_quotation_need_no_marks(reading):
    poem = (
        "> The world is *charged* with the grandeur of God.\n>   It will flame out, like shining;\n"
        "> It gathers to a greatness, like the ooze of oil\n> Crushed. Why do men not reck his rod?"
    )
    prose = (
        "> The ferry was late again on Tuesday, and nobody who\n> stood on the quay was surprised "
        "to hear it, for the\n> Ferry has been late on most days since the\n> engine was mended."
    )
    wrapped = "It was late on the quay again, and nobody who stood\nthere had a word for it."
    for text, lines in (
        (f"{poem}\n\nIt was.", [3]),
        (f"{prose}\n\n{wrapped}", [0]),
    ):
        document = reading(f"# A Poem\n\nIt was late.\n\n{text}", "poem.md").document
        blocks = [block for section in document.sections for block in section.blocks]
        quotations = [block for block in blocks if block.kind == "quotation"]
        texts = ["".join(span.text for span in block.spans) for block in quotations]
        assert [text.count("\n") for text in texts] == lines
