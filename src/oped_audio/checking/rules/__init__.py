"""All rules of the audit, one function each; docs/checking.md lists them."""

from oped_audio.checking.rules import (
    accessibility,
    captions,
    clips,
    highlight,
    overlays,
    sound,
    structure,
    texts,
)
from oped_audio.checking.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *overlays.RULES,
    *texts.RULES,
    *clips.RULES,
    *sound.RULES,
    *highlight.RULES,
    *structure.RULES,
    *accessibility.RULES,
    *captions.RULES,
)
