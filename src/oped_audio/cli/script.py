"""``oped-audio script FILE``: what will be said, sentence by sentence."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

import oped_audio
from oped_audio.cli.options import Engine, Json, Language, Voice, VoicesDir, given
from oped_audio.model.review import Doubt, Reason
from oped_audio.model.script import Token, Utterance
from oped_audio.publishing.lexicon_toml import key, text

_EDGE = re.compile(r"^\W+|\W+$")
_WITHIN = re.compile(r"\w(?:.*\w)?")
_REASONS: dict[Reason, str] = {
    "differs": "a dictionary says /{expected}/",
    "unknown": "in no dictionary",
    "name": "a name in no dictionary",
    "acronym": "capitals, read as a word",
    "letters": "capitals, read as {spoken}",
}


def script(  # noqa: PLR0913 - typer makes an option of each
    file: Annotated[
        str, typer.Argument(help="The article: a file, a web address, or -.", show_default=False)
    ],
    phonemes: Annotated[
        bool, typer.Option("--phonemes", help="Show how the voice will pronounce every sentence.")
    ] = False,
    review: Annotated[
        bool,
        typer.Option(
            "--review",
            help="Show only the words that are most likely to be said wrong, as lexicon.toml"
            " takes them: names, capitals, and words that no dictionary has.",
        ),
    ] = False,
    language: Language = None,
    engine: Engine = None,
    voice: Voice = None,
    voices_dir: VoicesDir = None,
    as_json: Json = False,
) -> None:
    """Show every sentence as it is written and, where it differs, as it is spoken.

    Words that are said otherwise than they are written stand in brackets, and pronunciations from a
    lexicon between slashes.
    """
    options = given(
        {
            "book.language": language,
            "voice.engine": engine,
            "voice.voice": voice,
            "build.voices_dir": str(voices_dir) if voices_dir else None,
        }
    )
    if review:
        _print_review(oped_audio.review(file, options), as_json=as_json)
    elif phonemes:
        _print(oped_audio.phonemes(file, options), as_json=as_json)
    else:
        script = oped_audio.script(file, options)
        _print(((utterance, ()) for utterance in script.utterances), as_json=as_json)


def _print(told: Iterable[tuple[Utterance, Sequence[str]]], *, as_json: bool) -> None:
    if as_json:
        rows = [_row(utterance, heard) for utterance, heard in told]
        typer.echo(json.dumps({"utterances": rows}, ensure_ascii=False, indent=2))
        return
    for utterance, heard in told:
        typer.echo(f"{utterance.id} [{utterance.role}] {utterance.written}")
        said = " ".join(_said(utterance))
        if utterance.spoken != utterance.written or "/" in said:
            typer.echo(f"    spoken: {said or '(nothing)'}")
        if heard:
            typer.echo(f"    heard:  {' '.join(filter(None, heard))}")


def _said(utterance: Utterance) -> Iterator[str]:
    """Each spoken token, marked if it is not said as it is written."""
    for index in utterance.spoken_tokens:
        token = utterance.tokens[index]
        changed = is_changed(utterance, token)
        said = _WITHIN.sub(r"[\g<0>]", token.spoken) if changed else token.spoken
        ipa = " ".join(
            one.ipa for one in token.pronunciations if one.ipa and one.origin != "letters"
        )
        yield f"{said} /{ipa}/" if ipa else said


def is_changed(utterance: Utterance, token: Token) -> bool:
    """Whether other words are said than are written; punctuation apart."""
    written = utterance.written[token.begin : token.end].replace("’", "'")
    return _EDGE.sub("", written) != _EDGE.sub("", token.spoken)


def _row(utterance: Utterance, heard: Sequence[str]) -> dict[str, object]:
    names = ("id", "section", "role", "written", "spoken", "pause_ms", "language")
    phonemes = iter(heard)
    tokens = [
        {
            "begin": token.begin,
            "end": token.end,
            "spoken": token.spoken,
            "changed": bool(token.spoken) and is_changed(utterance, token),
            "pronunciations": [asdict(one) for one in token.pronunciations],
            **({"heard": next(phonemes)} if heard and token.spoken else {}),
        }
        for token in utterance.tokens
    ]
    return {**{name: getattr(utterance, name) for name in names}, "tokens": tokens}


def _print_review(doubts: Sequence[Doubt], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps([asdict(doubt) for doubt in doubts], ensure_ascii=False, indent=2))
        return
    if not doubts:
        typer.echo("No word is in doubt.", err=True)
        return
    typer.echo("# As they are said now. Put those that are wrong, put right, into lexicon.toml.")
    typer.echo("[words]")
    lines = [f"{key(doubt.written)} = {text(f'/{doubt.ipa}/')}" for doubt in doubts]
    width = max(map(len, lines))
    for doubt, line in zip(doubts, lines, strict=True):
        times = "once" if doubt.count == 1 else f"{doubt.count} times"
        why = _REASONS[doubt.reason].format(expected=doubt.expected, spoken=doubt.spoken)
        typer.echo(f"{line:{width}}  # {times}, {why}: … {doubt.context} …")
