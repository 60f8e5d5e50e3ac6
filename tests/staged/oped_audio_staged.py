"""An engine that beeps, and goes wrong as it is told; installed by the fixture ``staged``.

It writes down what it speaks before it does, a line a sentence, so that tests can count.
"""

import json
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from oped_audio.voices.tone import ToneEngine

STAGE = "OPED_AUDIO_STAGE"
"""The variable that names the folder where it is told, and writes down."""


class StagedEngine(ToneEngine):
    """What it is told is read anew for each sentence."""

    def voices(self):
        return tuple(replace(voice, engine="staged", speed=2.0) for voice in super().voices())

    def fingerprint(self, voice):
        return f"staged {os.environ.get('OPED_AUDIO_STAGED_VERSION', '1')}"

    def speak(self, utterance, spec):
        stage = Path(os.environ[STAGE])
        told = json.loads((stage / "told.json").read_text())
        with (stage / "spoken.log").open("a") as log:
            log.write(f"{os.getpid()} {utterance.spoken}\n")
        time.sleep(told.get("sleep_s", 0))
        if self._is_time(stage, told, utterance.spoken):
            _misbehave(told["how"])
        clip = super().speak(utterance, spec)
        if told.get("how") == "short" and told["at"] in utterance.spoken:
            return replace(clip, pcm=clip.pcm[: len(clip.pcm) // 4 * 2])
        if told.get("how") == "silent" and told["at"] in utterance.spoken:
            return replace(clip, pcm=b"", marks=())
        return clip

    def _is_time(self, stage, told, text):
        """Whether the sentence is the one, and there are times left that it goes wrong."""
        if "at" not in told or told["at"] not in text:
            return False
        with (stage / "wrong.log").open("a+") as log:
            log.write("x")
            return log.tell() <= told.get("times", 1000)


def _misbehave(how):
    if how == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif how == "crash":
        os.abort()
    elif how == "hang":
        time.sleep(600)
    elif how == "memory":
        bytearray(1 << 46)
    elif how == "raise":
        raise RuntimeError("the engine is out of tune")
