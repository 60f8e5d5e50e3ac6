"""Narrates the sentences on standard input as a build does: `own_engine.py ENGINE [WORKERS]`.

With a number of workers, the clips are kept in a cache too, as those of a book are.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from oped_audio.model.audio import VoiceSpec
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.handing import Handed, Order
from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import Workers, close_engines, engine_of_process
from oped_audio.narration.workload import calls
from oped_audio.settings import load
from oped_audio.testing.utterances import utterance
from oped_audio.voices.engine import Setup, choose_voice

ENOUGH_S = 1e6
"""Of work, so that as many processes share it as there may be."""


def main(engine: str, jobs: int | None) -> None:
    setup = Setup(load(None, "", {}).settings.build.voices_path)
    voice = choose_voice(engine, engine_of_process(engine, setup).voices(), "", "en-US")
    spec = VoiceSpec(engine, voice.id, 175, 1.0, 50)
    asked = [
        (str(at), (Asked(utterance(text), spec),)) for at, text in enumerate(json.load(sys.stdin))
    ]
    workers = Workers(jobs or 1)
    store = ClipStore(Path(tempfile.mkdtemp()))
    team = workers.for_work(ENOUGH_S, setup)
    orders = [
        Order(tuple(call), (((engine, voice.id), ""),), store.cache)
        for call in calls(asked, voice, team.portion)
    ]
    if jobs:
        for handed_out in [Handed(order, team, store, print) for order in orders]:
            handed_out.clips()
    else:
        for future in [team.hand_out(order) for order in orders]:
            future.result()
    workers.close()
    close_engines()
    shutil.rmtree(store.cache)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None)
