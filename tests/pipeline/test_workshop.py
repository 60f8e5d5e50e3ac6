"""What kept an article from becoming a book, told to people."""

import errno

import pytest

from oped_audio.errors import InternalError, MemoryShortError, OutputError
from oped_audio.pipeline.workshop import failure


def import_error(cause: BaseException | None) -> ImportError:
    error = ImportError("numpy could not be imported")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
        ImportError("libopenblas.so: failed to map segment from shared object"),
        import_error(MemoryError()),
    ],
)
def test_want_of_memory_is_no_error_of_ours(error):
    assert isinstance(failure("a.txt", error).error, MemoryShortError)


@pytest.mark.parametrize(
    "error", [ValueError("no"), OSError(errno.EIO, "no"), RuntimeError("no"), import_error(None)]
)
def test_what_should_not_happen_is_an_error_of_ours(error):
    assert isinstance(failure("a.txt", error).error, InternalError)


def test_what_is_known_is_told_as_it_is():
    known = OutputError("out", "no space left")
    assert failure("a.txt", known).error is known
