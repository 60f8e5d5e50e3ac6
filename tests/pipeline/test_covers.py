"""Covers: drawn once, by a process of their own or here, and the same either way."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from oped_audio.mixing.encoding import Cover
from oped_audio.pipeline import covers as module
from oped_audio.pipeline.covers import covers
from oped_audio.publishing import cover
from oped_audio.publishing.cover import cover_and_thumbnail


@pytest.fixture
def covers_of(tmp_path):
    damaged: list[str] = []
    with ThreadPoolExecutor(1) as aside:

        def make(title="Störche", author="Ada Byron", *, is_apart=True) -> tuple[Cover, Cover]:
            return covers(title, author, tmp_path, damaged.append, aside, is_apart=is_apart)

        make.damaged = damaged
        yield make


def content(made: tuple[Cover, Cover]) -> tuple[bytes, ...]:
    return tuple(picture.drawn().read_bytes() for picture in made)


@pytest.mark.parametrize("author", ["Ada Byron", None])
def test_a_process_draws_what_would_be_drawn_here(covers_of, monkeypatch, author):
    expected = cover_and_thumbnail("Störche", author)
    monkeypatch.setattr(cover, "cover_and_thumbnail", pytest.fail)
    assert content(covers_of(author=author)) == expected


@pytest.mark.parametrize("program", ["false", "/nowhere/python"])
def test_they_are_drawn_here_where_no_process_draws_them(covers_of, monkeypatch, program):
    monkeypatch.setattr("sys.executable", program)
    assert content(covers_of()) == cover_and_thumbnail("Störche", "Ada Byron")


def test_they_are_drawn_here_where_one_core_does_all(covers_of, monkeypatch):
    monkeypatch.setattr("subprocess.Popen", pytest.fail)
    assert content(covers_of(is_apart=False)) == cover_and_thumbnail("Störche", "Ada Byron")


def test_what_was_drawn_before_is_not_drawn_again_unless_it_is_damaged(covers_of, monkeypatch):
    before = content(covers_of())
    with monkeypatch.context() as patched:
        patched.setattr(module, "_drawn_apart", pytest.fail)
        patched.setattr(cover, "cover_and_thumbnail", pytest.fail)
        assert content(covers_of()) == before
    small = covers_of()[1].drawn()
    small.write_bytes(b"damaged")
    assert content(covers_of()) == before
    assert covers_of.damaged == [str(small)]


def test_other_pictures_have_other_names(covers_of):
    made = [covers_of(), covers_of("Cranes"), covers_of(author=None)]
    assert len({picture.name for one in made for picture in one}) == 6
