"""``oped-audio say TEXT``: a quick listen."""

import shutil
import subprocess
import tempfile
import wave
from pathlib import Path
from typing import Annotated

import typer

import oped_audio
from oped_audio.cli.options import (
    Device,
    Engine,
    Language,
    Pitch,
    Rate,
    Voice,
    VoicesDir,
    Volume,
    given,
)
from oped_audio.errors import OutputError, reason_of

_PLAYERS = (
    ("afplay",),
    ("paplay",),
    ("aplay", "-q"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
)


def say(  # noqa: PLR0913 - typer makes an option of each
    text: Annotated[str, typer.Argument(help="What to say.", show_default=False)],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write this WAV file, instead of playing.")
    ] = None,
    engine: Engine = None,
    voice: Voice = None,
    rate: Rate = None,
    volume: Volume = None,
    pitch: Pitch = None,
    language: Language = None,
    voices_dir: VoicesDir = None,
    device: Device = None,
) -> None:
    """Say a text, to hear a voice or how a name comes out."""
    options = {
        "voice.engine": engine,
        "voice.voice": voice,
        "voice.rate_wpm": rate,
        "voice.volume": volume,
        "voice.pitch": pitch,
        "book.language": language,
        "build.voices_dir": str(voices_dir) if voices_dir else None,
        "build.device": device,
    }
    pcm, sample_rate = oped_audio.say(text, given(options))
    if output is None:
        _play(pcm, sample_rate)
        return
    _write(output, pcm, sample_rate)
    typer.echo(f"{output}: {len(pcm) / 2 / sample_rate:.1f} s")


def _write(path: Path, pcm: bytes, sample_rate: int) -> None:
    try:
        with path.open("wb") as stream, wave.open(stream, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(sample_rate)
            file.writeframes(pcm)
    except OSError as error:
        raise OutputError(str(path), reason_of(error), "choose another file") from error


def _play(pcm: bytes, sample_rate: int) -> None:
    player = next((command for command in _PLAYERS if shutil.which(command[0])), None)
    if player is None:
        advice = "use -o speech.wav and open that file"
        raise OutputError("loudspeaker", "no player was found", advice)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "speech.wav")
        _write(path, pcm, sample_rate)
        subprocess.run([*player, str(path)], check=False)
