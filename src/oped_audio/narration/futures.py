"""What comes of one future, handed on to another."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def pass_on(
    inner: Future[T],
    outer: Future[U],
    told: Callable[[BaseException], BaseException],
    read: Callable[[T], U],
) -> None:
    """Give ``outer`` what is read of ``inner``, which is done; an error as it is to be told."""
    if inner.cancelled():
        outer.cancel()
        outer.set_running_or_notify_cancel()
    elif error := inner.exception():
        outer.set_exception(told(error))
    else:
        try:
            outer.set_result(read(inner.result()))
        except ValueError as unreadable:
            outer.set_exception(unreadable)
