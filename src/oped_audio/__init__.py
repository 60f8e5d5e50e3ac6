"""Turns an article into a talking book: narrated, captioned, synchronised, accessible.

    import oped_audio
    from pathlib import Path

    report = oped_audio.build([Path("input")], Path("output"))

The names below are the whole public interface; each is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oped_audio.errors import OpedAudioError
    from oped_audio.model.progress import Report
    from oped_audio.pipeline.building import build
    from oped_audio.pipeline.checking import Wanted, check, check_page, missing_checkers
    from oped_audio.pipeline.installing import install_voices
    from oped_audio.pipeline.looking import (
        lexicon,
        outline,
        phonemes,
        review,
        say,
        script,
    )
    from oped_audio.pipeline.offering import list_engines, list_voices
    from oped_audio.pipeline.retrying import retry
    from oped_audio.pipeline.shelving import shelf
    from oped_audio.settings import Settings

__all__ = [
    "OpedAudioError",
    "Report",
    "Settings",
    "Wanted",
    "build",
    "check",
    "check_page",
    "install_voices",
    "lexicon",
    "list_engines",
    "list_voices",
    "missing_checkers",
    "outline",
    "phonemes",
    "retry",
    "review",
    "say",
    "script",
    "shelf",
]

_CHECKING = "oped_audio.pipeline.checking"
_LOOKING = "oped_audio.pipeline.looking"
_OFFERING = "oped_audio.pipeline.offering"
_HOMES = {
    "OpedAudioError": "oped_audio.errors",
    "Report": "oped_audio.model.progress",
    "Settings": "oped_audio.settings",
    "build": "oped_audio.pipeline.building",
    "install_voices": "oped_audio.pipeline.installing",
    "Wanted": _CHECKING,
    "check": _CHECKING,
    "check_page": _CHECKING,
    "missing_checkers": _CHECKING,
    "lexicon": _LOOKING,
    "list_engines": _OFFERING,
    "list_voices": _OFFERING,
    "outline": _LOOKING,
    "phonemes": _LOOKING,
    "retry": "oped_audio.pipeline.retrying",
    "review": _LOOKING,
    "say": _LOOKING,
    "script": _LOOKING,
    "shelf": "oped_audio.pipeline.shelving",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
