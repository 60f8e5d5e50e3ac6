"""A book in the voice of each engine: valid, with words lit up too, and heard as it is written."""

import json

import pytest

ARTICLE = """The return of the storks

By Ada Byron

On Jan. 5, 2026, two storks came back to the valley. Nobody had expected them, and the mayor of
Xiaomi Road said that “the nest cost $3.5 million to move.”

What the marsh remembers

The water had gone long before. It may come back, if it is let.
"""
ENGINES = ("pyttsx3", "hibari", "piper", "kokoro")


@pytest.fixture(scope="module", params=ENGINES)
def books(request, tmp_path_factory, oped_audio_run):
    """The folder of the book with sentences lit up, and that with words."""
    folder = tmp_path_factory.mktemp(request.param)
    article = folder / "storks.txt"
    article.write_text(ARTICLE)
    made = []
    for highlight in ("sentence", "word"):
        options = (
            "--engine",
            request.param,
            "--rate",
            220,
            "--cache",
            folder / "cache",
            "--highlight",
            highlight,
        )
        done = oped_audio_run("build", article, "-o", folder / highlight, *options, "--jobs", 1)
        assert done.code == 0, done.err
        made.append(folder / highlight / "storks")
    return made


def test_both_books_are_valid_and_have_times_from_the_engine(books, epubcheck):
    assert epubcheck([folder / "storks.epub" for folder in books]) == [[], []]
    for folder in books:
        assert json.loads((folder / "manifest.json").read_bytes())["word_times"] == "engine"


def test_what_is_heard_is_what_is_written(books, oped_audio_run):
    done = oped_audio_run("check", "--listen", "--json", books[0])
    assert done.code == 0, done.out
    (book,) = json.loads(done.out)
    assert book["word_error_rate"] < 0.2
