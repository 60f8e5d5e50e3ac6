"""Narrates sections with the bare tools, one after the other: espeak-ng to WAV, ffmpeg to MP3.

Run as ``python bench/bare_tools.py FOLDER`` with one text file a section in the folder. The
program espeak-ng is used where there is one, otherwise its library from the wheel.
"""

import ctypes
import shutil
import subprocess
import sys
import wave
from pathlib import Path

import espeakng_loader
import imageio_ffmpeg

RATE_WPM = 175


def main(folder: Path) -> None:
    speak = _program if shutil.which("espeak-ng") else _library()
    for text in sorted(folder.glob("*.txt")):
        wav = text.with_suffix(".wav")
        speak(text, wav)
        encode = ["-y", "-loglevel", "error", "-i", str(wav), "-b:a", "64k"]
        ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), *encode, str(text.with_suffix(".mp3"))]
        subprocess.run(ffmpeg, check=True)


def _program(text: Path, wav: Path) -> None:
    command = ["espeak-ng", "-v", "en-us", "-s", str(RATE_WPM), "-f", str(text), "-w", str(wav)]
    subprocess.run(command, check=True)


def _library():
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(Path(espeakng_loader.get_data_path()).parent).encode()
    sample_rate = library.espeak_Initialize(2, 1000, data, 0)
    chunks: list[bytes] = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    def collect(samples, count, _events):
        if count > 0:
            chunks.append(ctypes.string_at(samples, 2 * count))
        return 0

    library.espeak_SetSynthCallback(collect)
    library.espeak_SetVoiceByName(b"en-us")
    library.espeak_SetParameter(1, RATE_WPM, 0)

    def speak(text: Path, wav: Path) -> None:
        chunks.clear()
        content = text.read_bytes()
        library.espeak_Synth(content, len(content) + 1, 0, 1, 0, 1, None, None)
        with wave.open(str(wav), "wb") as file:
            file.setparams((1, 2, sample_rate, 0, "NONE", ""))
            file.writeframes(b"".join(chunks))

    speak.collect = collect  # the callback must outlive the calls
    return speak


if __name__ == "__main__":
    main(Path(sys.argv[1]))
