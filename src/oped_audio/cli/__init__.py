"""The command ``oped-audio``: one file a subcommand; each parses, calls the API, prints."""

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from io import TextIOWrapper

_GARBAGE = 200_000
"""Objects from which Python looks for garbage. By itself it looks a hundred times while a build
loads its code, where there is none."""


def program() -> None:
    """``main``, and the end at once: Python takes 15 ms to put away what was loaded."""
    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _end(end.code or 0)
        raise


def _end(status: int) -> None:
    """End this process, unless somebody waits for what it has not yet said or done."""
    others = set(threading.enumerate()) - {threading.current_thread()}
    if not all(thread.daemon for thread in others):
        return
    with suppress(OSError):  # nobody reads what was said: Python tells of it
        for stream in filter(None, (sys.stdout, sys.stderr)):  # none where they are closed
            stream.flush()
        atexit._run_exitfuncs()  # noqa: SLF001 - its only name
        os._exit(status)


def main() -> None:
    """Run the command line and exit with its code; what goes wrong is one line."""
    gc.set_threshold(_GARBAGE)
    from oped_audio.cli.app import app  # noqa: PLC0415 - is loaded without looking for garbage
    from oped_audio.errors import OpedAudioError  # noqa: PLC0415 - the same

    for name in ("OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS"):
        os.environ.setdefault(name, "1")  # noqa: TID251 - numpy and pydantic read them
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # names of files may hold what is no text
            stream.reconfigure(errors="backslashreplace")
    wanted = next((given for given in sys.argv[1:] if not given.startswith("-")), None)
    try:
        app(wanted)()
    except OpedAudioError as error:
        sys.stderr.write(f"oped-audio: {error}\n")
        sys.exit(error.exit_code)
    finally:
        gc.freeze()  # or Python looks through all that was loaded, for 0.2 s, before it ends
