"""A finding -> the sentence that it is about. Pure."""

import re

from oped_audio.model.finding import Finding
from oped_audio.model.script import Utterance
from oped_audio.pipeline.proofing import Proof
from oped_audio.serving.changing import place_of
from oped_audio.serving.pages.findings import Placed

_ID = re.compile(r"\bs\d{2,}-(?:h|p\d{2,})[\w-]*")


def placed(proof: Proof, finding: Finding) -> Placed:
    """With the first sentence of the place, if it has one."""
    one = _by_id(proof, f"{finding.place} {finding.message}") or _by_place(proof, finding.place)
    return Placed(finding, one.id, one.written) if one else Placed(finding)


def _by_id(proof: Proof, told: str) -> Utterance | None:
    found = _ID.search(told)
    return _first(proof, found[0]) if found else None


def _by_place(proof: Proof, place: str) -> Utterance | None:
    """By where the piece stands in the article's file, such as ``line 12``."""
    for decision in proof.reading.decisions:
        if decision.place and (place == decision.place or place.startswith(f"{decision.place},")):
            return _first(proof, place_of(proof, decision.text, "none"))
    return None


def _first(proof: Proof, wanted: str) -> Utterance | None:
    return next(
        (
            one
            for one in proof.script.utterances
            if wanted in {one.id, one.block}
            or f"{wanted}-".startswith(f"{one.id}-")
            or one.block.startswith(f"{wanted}-")
        ),
        None,
    )
