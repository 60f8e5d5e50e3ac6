"""Narrates the sentences on standard input as a build does: `own_engine.py ENGINE [WORKERS]`.

Prints the processor seconds after the first one and after the last. With a number of workers, the
clips are kept in a cache too, as those of a book are, and the first figure is 0.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from measuring import used_s
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
        for call in (calls(asked, voice, team.portion) if jobs else ([one] for one in asked))
    ]
    loading = 0.0
    if jobs:
        for handed_out in [Handed(order, team, store, print) for order in orders]:
            handed_out.clips()
    else:
        first, *others = orders
        team.hand_out(first).result()
        loading = used_s(os.getpid())
        for order in others:
            team.hand_out(order).result()
    print(json.dumps((loading, used_s(os.getpid()))))
    workers.close()
    close_engines()
    shutil.rmtree(store.cache)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None)
