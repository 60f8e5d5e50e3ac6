"""The proofing page on a port of this machine, until it is ended with Ctrl-C."""

import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import uvicorn

from oped_audio.errors import ListeningError, reason_of
from oped_audio.pipeline.proofing import rest
from oped_audio.serving.app import application
from oped_audio.serving.building import Builds
from oped_audio.serving.desk import Desk
from oped_audio.serving.room import Room
from oped_audio.serving.security import Address, Guard
from oped_audio.settings import NO_OPTIONS, Values

PORT = 8737
_END_S = 2
_MOST_AT_ONCE = 64


class _Server(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def serve(  # noqa: PLR0913 - each is an option of the command
    given: Path,
    output: Path,
    tell: Callable[[str], None],
    *,
    host: str = "127.0.0.1",
    port: int | None = None,
    site: Path = Path("site"),
    open_browser: bool = True,
    options: Values = NO_OPTIONS,
) -> None:
    """Serve until Ctrl-C; ``tell`` is given the address, once it can be opened.

    ``port`` None is the usual one, or another if that is taken. Raises ListeningError.
    """
    listening = _listening(host, port)
    address = Address(host, listening.getsockname()[1])
    key = secrets.token_urlsafe(32)
    room = Room(Desk(given, output, options), Builds(output, options), site)
    url = address.url(f"/?key={key}")

    def ready() -> None:
        tell(url)
        if open_browser:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()  # it may wait

    config = uvicorn.Config(
        Guard(application(room), address, key),
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=_END_S,
    )
    try:
        _Server(config, ready).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        room.builds.stop()
        rest()
        listening.close()


def _listening(host: str, port: int | None) -> socket.socket:
    ports = [port] if port is not None else [PORT, 0]
    for number in ports:
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            listening = socket.create_server((host, number), family=family)
        except OSError as error:
            if number == ports[-1]:
                raise ListeningError(f"{host}:{number}", reason_of(error)) from error
        else:
            return listening
    raise AssertionError  # the last port raises
