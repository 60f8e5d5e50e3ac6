"""Processes that are started so that Ctrl-C is for the one that starts them."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until this ends, so that no process is left half-started.

    Processes started meanwhile do not hear it before ``ignore_interrupts`` says so for good: they
    inherit what this thread holds back. Another thread may hear it all the same, and has Python
    interrupt the main one. Windows has nothing of the kind.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    came: list[int] = []
    handler = signal.getsignal(signal.SIGINT)
    is_ours = current_thread() is main_thread() and handler is not None
    if is_ours:
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if is_ours:
            signal.signal(signal.SIGINT, handler)
            if came:
                signal.raise_signal(signal.SIGINT)


def start_python(code: str, **given: Any) -> subprocess.Popen[bytes]:
    """Start the Python that runs this with code of its own, and what else ``Popen`` is given.

    Raises OSError.
    """
    with interrupts_held():
        return subprocess.Popen([sys.executable, "-P", "-c", code], **given)


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
