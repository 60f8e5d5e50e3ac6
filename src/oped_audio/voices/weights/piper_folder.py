"""Voices that somebody put into piper's folder: a model and, beside it, its JSON."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from oped_audio.model.audio import Voice
from oped_audio.voices.weights.files import WeightsFile


def voices(folder: Path) -> Iterator[tuple[Voice, tuple[WeightsFile, ...]]]:
    """Each voice with its two files, by id; a model without a JSON that can be read is none."""
    for model in sorted(folder.glob("*.onnx")):
        described = model.with_name(f"{model.name}.json")
        facts: Any = None
        with suppress(OSError, ValueError):
            facts = json.loads(described.read_bytes())
        if isinstance(facts, dict):
            voice = Voice(
                "piper", model.stem, _name(facts, model.stem), _languages(facts), None, "good"
            )
            yield voice, tuple(WeightsFile(path.name, 0, "") for path in (model, described))


def _name(facts: dict[str, Any], stem: str) -> str:
    name = facts.get("dataset")
    return name.replace("_", " ").title() if isinstance(name, str) and name else stem


def _languages(facts: dict[str, Any]) -> tuple[str, ...]:
    """``en_US`` of the voice's own language, else ``en-us`` of espeak-ng's voice -> ``en-US``."""
    for table, key in (("language", "code"), ("espeak", "voice")):
        within = facts.get(table)
        told = within.get(key) if isinstance(within, dict) else None
        if isinstance(told, str) and told:
            language, _, region = told.replace("_", "-").partition("-")
            region = region.upper() if len(region) == 2 else region
            return ("-".join(filter(None, (language.lower(), region))),)
    return ()
