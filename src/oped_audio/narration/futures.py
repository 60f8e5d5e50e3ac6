"""What comes of one future, handed on to another."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def pass_on(
    inner: Future[T], outer: Future[T], told: Callable[[BaseException], BaseException]
) -> None:
    """Give ``outer`` what came of ``inner``, which is done; an error as it is to be told."""
    if inner.cancelled():
        outer.cancel()
        outer.set_running_or_notify_cancel()
    elif error := inner.exception():
        outer.set_exception(told(error))
    else:
        outer.set_result(inner.result())
