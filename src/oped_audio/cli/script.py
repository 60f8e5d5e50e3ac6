"""``oped-audio script FILE``: what will be said, sentence by sentence."""

import json
from typing import Annotated

import typer

import oped_audio
from oped_audio.cli.options import Json, Language, given


def script(
    file: Annotated[
        str, typer.Argument(help="The article: a file, a web address, or -.", show_default=False)
    ],
    language: Language = None,
    as_json: Json = False,
) -> None:
    """Show every sentence as it is written and, where it differs, as it is spoken."""
    utterances = oped_audio.script(file, given({"book.language": language})).utterances
    if as_json:
        names = ("id", "section", "role", "written", "spoken", "pause_ms", "language")
        rows = [{name: getattr(utterance, name) for name in names} for utterance in utterances]
        typer.echo(json.dumps({"utterances": rows}, ensure_ascii=False, indent=2))
        return
    for utterance in utterances:
        typer.echo(f"{utterance.id} [{utterance.role}] {utterance.written}")
        if utterance.spoken != utterance.written:
            typer.echo(f"    spoken: {utterance.spoken or '(nothing)'}")
