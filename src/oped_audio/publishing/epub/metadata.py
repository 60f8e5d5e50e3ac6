"""Publication -> the metadata of the package document, as data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.audio import Voice
from oped_audio.model.document import Document
from oped_audio.model.publication import Metadata, Publication
from oped_audio.model.timecode import clock_value
from oped_audio.publishing.epub.pages import Highlight
from oped_audio.publishing.epub.pronunciation import pronunciations

IDENTIFIER_ID = "publication-id"
ACTIVE_CLASS = "-epub-media-overlay-active"
CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

_FEATURES = (
    "synchronizedAudioText",
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "displayTransformability",
)
_HAZARDS = ("none",)


@dataclass(frozen=True, slots=True)
class DublinCore:
    """A ``dc:`` element."""

    name: str
    """Without the prefix."""
    value: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """A ``meta`` element."""

    name: str
    value: str
    refines: str | None = None
    """Id of the element that it is about; None for the whole book."""
    scheme: str | None = None
    language: str | None = None
    """BCP 47 tag."""


Entry = DublinCore | Property


def entries(
    publication: Publication, durations_ms: Mapping[str, int], highlight: Highlight
) -> tuple[Entry, ...]:
    """All metadata but ``dcterms:modified``; durations by the overlay's id in the manifest."""
    metadata = publication.metadata
    narrators = [_narrator(voice) for voice in (metadata.narrator, *metadata.further_narrators)]
    return (
        *_bibliographic(metadata, narrators),
        *_overlays(durations_ms, narrators),
        *_accessibility(publication, _summary(publication, narrators, highlight)),
        *_certification(publication.metadata),
    )


def _bibliographic(metadata: Metadata, narrators: Sequence[str]) -> Iterator[Entry]:
    """EPUB 3.3, 5.5.3; roles are MARC relators."""
    yield DublinCore("identifier", metadata.identifier, IDENTIFIER_ID)
    yield DublinCore("title", metadata.title)
    yield DublinCore("language", metadata.language)
    if metadata.author:
        yield DublinCore("creator", metadata.author, "author")
        yield Property("role", "aut", refines="author", scheme="marc:relators")
    for number, narrator in enumerate(narrators, 1):
        name = "narrator" if number == 1 else f"narrator-{number}"
        yield DublinCore("contributor", narrator, name)
        yield Property("role", "nrt", refines=name, scheme="marc:relators")
    for name, value in (
        ("date", metadata.date),
        ("source", metadata.source),
        ("rights", metadata.rights),
        ("publisher", metadata.publisher),
    ):
        if value:
            yield DublinCore(name, value)


def _overlays(durations_ms: Mapping[str, int], narrators: Sequence[str]) -> Iterator[Entry]:
    """EPUB 3.3, 9.3.5.2 and 9.3.4."""
    for overlay, duration in durations_ms.items():
        yield Property("media:duration", clock_value(duration), refines=overlay)
    yield Property("media:duration", clock_value(sum(durations_ms.values())))
    for narrator in narrators:
        yield Property("media:narrator", narrator)
    yield Property("media:active-class", ACTIVE_CLASS)


def _accessibility(publication: Publication, summary: str) -> Iterator[Entry]:
    """EPUB Accessibility 1.1, 2, as the W3C's authoring guide applies it to text with audio.

    Text alternatives are narrated, so that where every picture has one, either mode is enough.
    """
    images = publication.document.images
    seen = any(image.alternative for image in images)
    described = all(image.is_described for image in images)
    enough = ("textual", "auditory") if described else ("textual,visual", "auditory,visual")
    alternatives = ("alternativeText",) if seen and described else ()
    told = pronunciations(publication.script)
    spoken = ("ttsMarkup",) if told.lexicons or told.in_text else ()
    for name, values in (
        ("accessMode", ("textual", "visual") if seen else ("textual",)),
        ("accessModeSufficient", enough),
        ("accessibilityFeature", (*_FEATURES, *alternatives, *spoken)),
        ("accessibilityHazard", _HAZARDS),
    ):
        for value in values:
            yield Property(f"schema:{name}", value)
    yield Property("schema:accessibilitySummary", summary, language="en")
    yield Property("dcterms:conformsTo", CONFORMS_TO)


def _certification(metadata: Metadata) -> Iterator[Entry]:
    """EPUB Accessibility 1.1, 4.3: only what someone has certified."""
    for name, value in (
        ("certifiedBy", metadata.certified_by),
        ("certifierCredential", metadata.certifier_credential),
    ):
        if value:
            yield Property(f"a11y:{name}", value)


def _narrator(voice: Voice) -> str:
    return f"{voice.name} (synthetic voice, {voice.engine})"


def _summary(publication: Publication, narrators: Sequence[str], highlight: Highlight) -> str:
    who = " and ".join(narrators)
    unit = {"sentence": "sentence by sentence", "word": "word by word"}[highlight]
    sentences = (
        f"The whole text is read aloud by {who} and highlighted {unit} as it is heard.",
        "Every section can be reached from the table of contents and by its heading.",
        "Text size, font, spacing and colours can be changed.",
        _about_pictures(publication.document),
    )
    return " ".join(sentences)


def _about_pictures(document: Document) -> str:
    images = document.images
    if images and all(image.is_described for image in images):
        return "Every picture has a text alternative, which is read aloud too."
    if images:
        missing = sum(not image.is_described for image in images)
        return f"{missing} of the {len(images)} pictures came without a text alternative."
    blocks = (block for section in document.sections for block in section.blocks)
    if any(block.kind == "figure" for block in blocks):
        return "Captions of pictures are kept; the pictures themselves are not in the book."
    return "There are no pictures apart from the cover, which shows title and author."
