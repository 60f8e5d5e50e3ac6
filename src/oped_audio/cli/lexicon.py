"""``oped-audio lexicon``: how words are said, as a file for people or for other programs."""

from pathlib import Path
from typing import Annotated

import typer

import oped_audio
from oped_audio.errors import OutputError, reason_of
from oped_audio.model.lexicon import Lexicon


def lexicon(
    source: Annotated[
        Path,
        typer.Argument(
            help="A folder of articles, for all that is known of words there; or a lexicon, TOML"
            " or W3C PLS, to turn it into the other.",
        ),
    ] = Path("input"),
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Write this file, a .toml or a .pls, instead of printing TOML."
        ),
    ] = None,
    language: Annotated[
        str, typer.Option(help="What a .pls is to say its words are, such as en-GB.")
    ] = "en",
) -> None:
    """Show or export the pronunciations of words: yours, and those that come with the program.

    Write your own into lexicon.toml, beside the articles or in the folder in which you run
    oped-audio: a line a word, as in Xiaomi = "/ˈʃaʊmi/" or Takaichi = "tah-kah-ee-chee".
    """
    found = oped_audio.lexicon(source)
    if output is None:
        typer.echo(_toml(found), nl=False)
        return
    content = _pls(found, language) if output.suffix.lower() == ".pls" else _toml(found).encode()
    try:
        output.write_bytes(content)
    except OSError as error:
        raise OutputError(str(output), reason_of(error), "choose another file") from error
    typer.echo(f"{output}: {len(found.entries)} entries")


def _toml(found: Lexicon) -> str:
    from oped_audio.publishing.lexicon_toml import lexicon_toml  # noqa: PLC0415 - one of the two

    return lexicon_toml(found)


def _pls(found: Lexicon, language: str) -> bytes:
    from oped_audio.publishing.pls import pls  # noqa: PLC0415 - one of the two

    return pls(found, language)
