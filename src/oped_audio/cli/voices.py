"""``oped-audio voices``: which voices there are."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

import oped_audio
from oped_audio.cli.options import Json


def voices(
    engine: Annotated[str, typer.Option(help="Whose voices.")] = "pyttsx3",
    language: Annotated[
        str | None,
        typer.Option(help="Only voices of this language, such as en; with all their variants."),
    ] = None,
    as_json: Json = False,
) -> None:
    """List the voices that can be used, with language and gender.

    With --language, women's and men's variants of each voice are listed too.
    """
    found = [
        voice
        for voice in oped_audio.list_voices(engine)
        if (language is None and "+" not in voice.id)
        or (language is not None and _speaks(voice.languages, language))
    ]
    if as_json:
        typer.echo(json.dumps([asdict(voice) for voice in found], ensure_ascii=False, indent=2))
        return
    width = max((len(voice.id) for voice in found), default=0)
    for voice in found:
        languages = ", ".join(voice.languages)
        typer.echo(f"{voice.id:{width}}  {languages:12}  {voice.gender or '-':7}  {voice.name}")
    if not found:
        typer.echo("No voice speaks this language.", err=True)


def _speaks(languages: tuple[str, ...], wanted: str) -> bool:
    wanted = wanted.casefold()
    return any(f"{tag.casefold()}-".startswith(f"{wanted}-") for tag in languages)
