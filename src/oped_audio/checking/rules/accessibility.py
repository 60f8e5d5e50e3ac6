"""Accessibility metadata: that they are there, and true of this book."""

import re
from collections.abc import Iterator

from oped_audio.checking.book import Book
from oped_audio.checking.rules.contents import Contents
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short

_REQUIRED = ("schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard")
_RECOMMENDED = ("schema:accessModeSufficient", "schema:accessibilitySummary")
_MODES = frozenset((
    "auditory", "chartOnVisual", "chemOnVisual", "colorDependent", "diagramOnVisual",
    "mathOnVisual", "musicOnVisual", "tactile", "textOnVisual", "textual", "visual",
))  # fmt: skip
_HAZARDS = {"flashing": "FlashingHazard", "motionSimulation": "MotionSimulationHazard",
            "sound": "SoundHazard"}  # fmt: skip
_ALL_HAZARDS = frozenset((
    "none", "unknown", *_HAZARDS, *(f"no{name}" for name in _HAZARDS.values()),
    *(f"unknown{name}" for name in _HAZARDS.values()),
))  # fmt: skip
_CONFORMS = re.compile(
    r"EPUB Accessibility 1\.[12] - WCAG 2\.[0-2] Level A{1,3}"
    r"|EPUB-A11Y-1[12]_WCAG-2[0-2]-A{1,3}"
    r"|https://www\.w3\.org/TR/epub-a11y-1[12]/?#wcag-2\.[0-2]-a{1,3}"
    r"|http://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-a{1,3}"
)
_ABOUT_ACCESS = re.compile(r"a11y|accessib|wcag", re.IGNORECASE)
_FEATURE = "schema:accessibilityFeature"


@rule("narrator-missing", "warning", "EPUB 3.3, D.8", "name who reads with media:narrator")
def narrator_missing(evidence: Evidence) -> Iterator[Amiss]:
    """The book says who, or what, narrates it."""
    if evidence.book.narrated and not evidence.book.values("media:narrator"):
        yield Amiss(evidence.book.name, "no media:narrator")


@rule(
    "accessibility-missing",
    "error",
    "A-1 to A-3; EPUB Accessibility 1.1, 2.2",
    "add the metadata that are true of the book",
)
def metadata_missing(evidence: Evidence) -> Iterator[Amiss]:
    """The book says its access modes, features and hazards."""
    for name in _REQUIRED:
        if not evidence.book.values(name):
            yield Amiss(evidence.book.name, f"no {name}")


@rule(
    "accessibility-recommended",
    "warning",
    "A-1; A-3; EPUB Accessibility 1.1, 2.3",
    "add the metadata that are true of the book",
)
def metadata_recommended(evidence: Evidence) -> Iterator[Amiss]:
    """The book says which modes are enough to read it, and a summary in plain words."""
    for name in _RECOMMENDED:
        if not any(evidence.book.values(name)):
            yield Amiss(evidence.book.name, f"no {name}")


@rule(
    "accessibility-claim-false",
    "error",
    "A-1; A-2; EPUB Accessibility 1.1, 2.2",
    "take the claim back, or make it true",
)
def claim_false(evidence: Evidence) -> Iterator[Amiss]:
    """No feature or mode is claimed that the book has not."""
    book, contents = evidence.book, evidence.contents
    has = contents.features
    for claim in book.values(_FEATURE):
        if claim in has and not has[claim]:
            yield Amiss(book.name, f"claims {claim}, and {contents.lacks(claim)}")
    modes = book.values("schema:accessMode")
    for mode in modes:
        if mode not in _MODES:
            yield Amiss(book.name, f"{short(mode)} is no access mode")
    if "auditory" in modes and contents.is_narration_only:
        yield Amiss(book.name, "claims accessMode auditory, and all sound repeats the text")
    if "visual" in modes and not contents.has_visuals:
        yield Amiss(book.name, "claims accessMode visual, and has no pictures")
    yield from _false_sufficient(book, contents)


def _false_sufficient(book: Book, contents: Contents) -> Iterator[Amiss]:
    for value in book.values("schema:accessModeSufficient"):
        parts = [part.strip() for part in value.split(",")]
        if "auditory" in parts and not contents.is_narrated:
            yield Amiss(book.name, f"claims {short(value)} sufficient, and is not narrated")
        elif {"textual", "auditory"} <= set(parts) and contents.is_narration_only:
            yield Amiss(book.name, f"claims {short(value)} sufficient, where either is")
        elif value in {"textual", "auditory"} and contents.undescribed:
            yield Amiss(book.name, f"claims {value} sufficient, and a picture has no alternative")


@rule(
    "accessibility-claim-missed",
    "warning",
    "A-1; A-2; EPUB Accessibility 1.1, 2.2",
    "say it: readers search for it",
)
def claim_missed(evidence: Evidence) -> Iterator[Amiss]:
    """What the book has is claimed."""
    book, contents = evidence.book, evidence.contents
    claimed = set(book.values(_FEATURE))
    for feature, is_there in contents.features.items():
        if is_there and claimed and feature not in claimed and feature in contents.worth_claiming:
            yield Amiss(book.name, f"does not claim {feature}")
    modes = book.values("schema:accessMode")
    if modes and "textual" not in modes and contents.has_text:
        yield Amiss(book.name, "does not claim accessMode textual")
    if modes and "visual" not in modes and contents.meaningful_pictures:
        yield Amiss(book.name, "does not claim accessMode visual")


@rule(
    "accessibility-hazard",
    "error",
    "A-3; EPUB Accessibility 1.1, 2.2",
    "say none only where that is certain",
)
def hazard(evidence: Evidence) -> Iterator[Amiss]:
    """Hazards are known names that do not contradict each other."""
    book = evidence.book
    said = set(book.values("schema:accessibilityHazard"))
    for value in sorted(said - _ALL_HAZARDS):
        yield Amiss(book.name, f"{short(value)} is no hazard")
    if len(said) > 1 and said & {"none", "unknown"}:
        yield Amiss(book.name, f"contradicts itself: {', '.join(sorted(said))}")
    for name, known in _HAZARDS.items():
        if {name, f"no{known}"} <= said:
            yield Amiss(book.name, f"contradicts itself: {name}, no{known}")
    if "none" in said and evidence.contents.has_video:
        yield Amiss(book.name, "claims no hazard, and has video or scripts")


@rule(
    "conformance-wording",
    "error",
    "A-4; EPUB Accessibility 1.1, 4.1",
    "write EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
)
def conformance_wording(evidence: Evidence) -> Iterator[Amiss]:
    """Conformance is claimed in the words of the standard."""
    for meta in evidence.book.metas:
        is_about = meta.name == "dcterms:conformsTo" and _ABOUT_ACCESS.search(meta.value)
        if is_about and not _CONFORMS.fullmatch(meta.value):
            yield Amiss(f"{evidence.book.name}:{meta.line}", short(meta.value))


@rule(
    "conformance-false",
    "error",
    "A-4; EPUB Accessibility 1.1, 4.1; WCAG 2.2, 1.1.1",
    "give each picture an alternative, or take the claim back",
)
def conformance_false(evidence: Evidence) -> Iterator[Amiss]:
    """Conformance is not claimed for a book with pictures without alternative."""
    book = evidence.book
    claims = [value for value in book.values("dcterms:conformsTo") if _ABOUT_ACCESS.search(value)]
    if claims and evidence.contents.undescribed:
        yield Amiss(book.name, f"claims {claims[0]}, and a picture has no alternative")


@rule(
    "certifier-missing",
    "warning",
    "A-4; EPUB Accessibility 1.1, 4.2",
    "name who evaluated the book with a11y:certifiedBy ([book] certified_by)",
)
def certifier_missing(evidence: Evidence) -> Iterator[Amiss]:
    """A credential says whose it is."""
    book = evidence.book
    if not book.values("a11y:certifiedBy") and book.values("a11y:certifierCredential"):
        yield Amiss(book.name, "names a credential, and nobody who has it")


@rule("image-without-alternative", "error", "A-6; WCAG 2.2, 1.1.1", "write an alt, empty for decor")
def image_without_alternative(evidence: Evidence) -> Iterator[Amiss]:
    """Every picture has a text alternative, or says that it needs none."""
    for document in evidence.book.documents:
        for node in document.pictures:
            if node.get("alt") is None and not node.get("aria-label"):
                yield Amiss(document.at(node), f"{short(node.get('src') or '')} has no alt")


RULES = (
    narrator_missing,
    metadata_missing,
    metadata_recommended,
    claim_false,
    claim_missed,
    hazard,
    conformance_wording,
    conformance_false,
    certifier_missing,
    image_without_alternative,
)
