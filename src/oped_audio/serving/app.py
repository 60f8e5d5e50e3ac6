"""Addresses -> views, actions and files. What goes wrong is a page that says so."""

import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import BaseRoute, Route

from oped_audio.errors import InternalError, OpedAudioError
from oped_audio.serving import actions, views
from oped_audio.serving.building import Job
from oped_audio.serving.errors import NotHereError, RefusedError
from oped_audio.serving.files import BOOK_POLICY, MEDIA_TYPES, STATIC, file_in
from oped_audio.serving.pages.frame import Place, Told, frame
from oped_audio.serving.pages.markup import Html, tag
from oped_audio.serving.room import Room

_MOST_FIELDS = 20
_BEAT_S = 0.5
"""How long a stream of events is silent at most, so that one that nobody hears is noticed."""
_PAGES: Mapping[str, Callable[[Room, str, views.Query], Html]] = {
    "": views.outline,
    "words": views.words,
    "voices": views.voices,
    "findings": views.findings,
    "build": views.build,
}
_ACTIONS: Mapping[str, Callable[[Room, str, actions.Form], str]] = {
    "outline": actions.outline,
    "undo": actions.undo,
    "word": actions.word,
    "take": actions.take,
    "voices": actions.voices,
    "build": actions.build,
    "stop": actions.stop,
}
_SOUNDS: Mapping[str, Callable[[Room, str, str, views.Query], bytes]] = {
    "hear": lambda room, name, wanted, _: views.heard(room, name, wanted),
    "try": views.tried,
    "sample": views.sampled,
}


def application(room: Room) -> Starlette:
    """All that can be asked for, without its guard."""
    return Starlette(
        routes=[
            Route("/", lambda request: HTMLResponse(views.index(room, request.query_params))),
            Route("/static/{path}", lambda request: _file(STATIC, request)),
            Route("/shelf/{path:path}", lambda request: _built(room.site, request)),
            *(_page(room, page, view) for page, view in _PAGES.items()),
            *(_sound(room, kind, view) for kind, view in _SOUNDS.items()),
            *(_action(room, path, action) for path, action in _ACTIONS.items()),
            Route("/a/{name}/s/{sentence}", lambda request: _sentence(room, request)),
            Route("/a/{name}/events", lambda request: _events(room, request)),
            Route("/a/{name}/book/{path:path}", lambda request: _book(room, request)),
        ],
        exception_handlers={
            404: lambda _request, _error: _trouble(404, "There is nothing at this address."),
            405: lambda _request, _error: _trouble(405, "There is nothing of the kind here."),
            500: lambda _request, error: _trouble(500, _internal(error)),
            NotHereError: lambda _request, _error: _trouble(404, "This is not here any more."),
            OpedAudioError: lambda _request, error: _trouble(422, str(error)),
            RefusedError: lambda _request, error: _trouble(422, str(error)),
        },
    )


def _page(room: Room, page: str, view: Callable[[Room, str, views.Query], Html]) -> BaseRoute:
    def show(request: Request) -> Response:
        return HTMLResponse(view(room, request.path_params["name"], request.query_params))

    return Route(f"/a/{{name}}/{page}", show)


def _sound(
    room: Room, kind: str, view: Callable[[Room, str, str, views.Query], bytes]
) -> BaseRoute:
    def speak(request: Request) -> Response:
        name, sentence = request.path_params["name"], request.path_params["sentence"]
        return Response(view(room, name, sentence, request.query_params), media_type="audio/wav")

    return Route(f"/a/{{name}}/{kind}/{{sentence}}.wav", speak)


def _action(room: Room, path: str, action: Callable[[Room, str, actions.Form], str]) -> BaseRoute:
    async def act(request: Request) -> Response:
        form = _form(await request.body())
        address = await run_in_threadpool(action, room, request.path_params["name"], form)
        return RedirectResponse(address, status_code=303)

    return Route(f"/a/{{name}}/{path}", act, methods=["POST"])


def _form(body: bytes) -> dict[str, str]:
    """The fields of a form. Raises RefusedError."""
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise RefusedError("Nothing was changed: the form cannot be read.") from error
    return dict(pairs)


def _sentence(room: Room, request: Request) -> Response:
    name, wanted = request.path_params["name"], request.path_params["sentence"]
    return HTMLResponse(views.sentence(room, name, wanted, request.query_params))


def _events(room: Room, request: Request) -> Response:
    job = room.builds.of(request.path_params["name"])
    if job is None:
        raise NotHereError("events")
    last = request.headers.get("last-event-id", "")
    begin = int(last) if last.isdecimal() else 0
    return StreamingResponse(_stream(job, begin), media_type="text/event-stream")


async def _stream(job: Job, number: int) -> AsyncIterator[str]:
    """What a build tells, until it ends (HTML, 9.2: server-sent events)."""
    while True:
        news = await run_in_threadpool(job.after, number, _BEAT_S)
        for one in news:
            number += 1
            yield f"id: {number}\ndata: {json.dumps(asdict(one))}\n\n"
            if one.state != "running":
                return
        if not news:
            yield ": still building\n\n"


def _book(room: Room, request: Request) -> Response:
    return _built(room.desk.folder(request.path_params["name"]), request)


def _built(folder: Path, request: Request) -> Response:
    answer = _file(folder, request)
    answer.headers["Content-Security-Policy"] = BOOK_POLICY
    return answer


def _file(folder: Path, request: Request) -> Response:
    path = file_in(folder, request.path_params["path"])
    return FileResponse(path, media_type=MEDIA_TYPES.get(path.suffix.lower()))


def _internal(error: Exception) -> str:
    return str(InternalError("the proofing page", f"{type(error).__name__}: {error}"))


def _trouble(status: int, message: str) -> Response:
    heading = "That did not work"
    told = Told()
    page = frame(heading, Place(), told, tag("h1", heading), tag("p", message, class_="wrong"))
    return HTMLResponse(page, status_code=status)
