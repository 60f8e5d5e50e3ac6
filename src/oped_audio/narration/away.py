"""What a worker of a cluster does with an Order. Runs there."""

from contextlib import suppress
from dataclasses import replace
from functools import cache

from oped_audio.errors import (
    ClusterError,
    EngineUnavailableError,
    OutputError,
    UnknownEngineError,
    UnknownVoiceError,
    VoiceNotInstalledError,
)
from oped_audio.narration.clip_format import packed
from oped_audio.narration.engines import fingerprint_here
from oped_audio.narration.handing import Order
from oped_audio.narration.speaking import speak_apart
from oped_audio.version import PROGRAM_VERSION
from oped_audio.voices.engine import Setup, own_voices_dir


def narrate_away(order: Order, setup: Setup, built_by: str) -> list[bytes | None]:
    """Speak what is not among the shared clips yet, and put it there, or else send it back, packed.

    ``built_by`` is the version of oped-audio that the build runs. Raises VoiceError, and
    ClusterError if what this worker would make is not what the build has asked for.
    """
    address, threads = _worker()
    if built_by != PROGRAM_VERSION:
        reason = f"this worker has oped-audio {PROGRAM_VERSION}, the build {built_by}"
        raise ClusterError(address, reason, "install the same version on both")
    if not setup.voices_dir.is_dir():
        setup = replace(setup, voices_dir=own_voices_dir())
    setup = replace(setup, threads=threads)
    _check_voices(order, setup, address)
    answer: list[bytes | None] = []
    shared = order.shared if order.shared and order.shared.is_here() else None
    for key, parts in order.asked:
        if shared and shared.has(key):
            answer.append(None)
            continue
        clip = packed(speak_apart(parts, setup))
        answer.append(clip)
        if shared:
            try:
                shared.write(key, clip)
                answer[-1] = None
            except OutputError:  # full, or gone
                shared = None
    return answer


def _check_voices(order: Order, setup: Setup, address: str) -> None:
    """A clip is named by the engine that the build has: another one's must not get that name."""
    try:
        for (engine, voice), fingerprint in order.fingerprints:
            here = fingerprint_here(engine, voice, setup)
            if here != fingerprint:
                reason = f"this worker's {engine} is {here}, the build's {fingerprint}"
                raise ClusterError(address, reason, "install the same engine and voices on both")
    except (
        EngineUnavailableError,
        UnknownEngineError,
        UnknownVoiceError,
        VoiceNotInstalledError,
    ) as error:
        reason = f"this worker cannot speak: {error.place}: {error.problem}"
        advice = "install the engine and its voices there, or take the worker out of the cluster"
        raise ClusterError(address, reason, advice) from None


@cache
def _worker() -> tuple[str, int]:
    """Address of this worker, and how many processor cores it may use."""
    with suppress(ImportError, ValueError):  # ValueError: this process is none
        import distributed

        worker = distributed.get_worker()
        return str(worker.address), int(worker.state.nthreads)
    return "here", 1
