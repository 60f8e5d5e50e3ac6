"""Article -> what catalogues say of its accessibility, of the EPUB or of the sound alone. Pure."""

from collections.abc import Sequence
from typing import Any

from oped_audio.model.shelf import Accessibility, BuiltArticle

_SOUND = Accessibility(
    modes=("auditory",),
    sufficient=("auditory",),
    features=("readingOrder", "structuralNavigation", "tableOfContents"),
    hazards=("none",),
    conforms_to=None,
    summary="Every section is read aloud and can be reached by itself.",
    summary_language="en",
)
_READIUM_NAMES = (
    ("accessMode", "modes"),
    ("feature", "features"),
    ("hazard", "hazards"),
)
_CONFORMS_TO = {
    "EPUB Accessibility 1.1 - WCAG 2.2 Level AA": "https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa"
}
"""As the registry of Readium's profiles writes it."""


def of_audiobook() -> Accessibility:
    """What is true of the sound without the text."""
    return _SOUND


def readium(claimed: Accessibility) -> dict[str, Any]:
    """The accessibility object of a Readium Web Publication Manifest, and so of OPDS 2.0."""
    told: dict[str, Any] = {}
    if claimed.conforms_to in _CONFORMS_TO:
        told["conformsTo"] = [_CONFORMS_TO[claimed.conforms_to]]
    if claimed.certified_by:
        told["certification"] = {
            name: value
            for name, value in (
                ("certifiedBy", claimed.certified_by),
                ("credential", claimed.certifier_credential),
                ("report", claimed.certifier_report),
            )
            if value
        }
    told["summary"] = claimed.summary
    for name, field in _READIUM_NAMES:
        told[name] = list(getattr(claimed, field))
    told["accessModeSufficient"] = [
        alternatives[0] if len(alternatives) == 1 else alternatives
        for alternatives in sufficient(claimed)
    ]
    return told


def schema_org(claimed: Accessibility) -> dict[str, Any]:
    """The same in schema.org's properties, as W3C Audiobooks and JSON-LD have them."""
    return {
        "accessMode": list(claimed.modes),
        "accessModeSufficient": [
            {"type": "ItemList", "itemListElement": alternatives}
            for alternatives in sufficient(claimed)
        ],
        "accessibilityFeature": list(claimed.features),
        "accessibilityHazard": list(claimed.hazards),
        "accessibilitySummary": claimed.summary,
    }


def sufficient(claimed: Accessibility) -> list[list[str]]:
    """``("textual", "auditory,visual")`` -> ``[["textual"], ["auditory", "visual"]]``."""
    return [_split(modes) for modes in claimed.sufficient]


def of_article(article: BuiltArticle) -> Accessibility:
    """What is claimed of the EPUB if there is one, otherwise what is true of the sound."""
    if article.accessibility and article.only("epub", "epub"):
        return article.accessibility
    return _SOUND


def _split(modes: str) -> list[str]:
    parts: Sequence[str] = modes.split(",")
    return [part.strip() for part in parts]
