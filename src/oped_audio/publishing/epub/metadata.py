"""Publication -> the metadata of the package document, as data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.publication import Metadata, Publication
from oped_audio.model.timecode import clock_value
from oped_audio.publishing.epub.claims import claims
from oped_audio.publishing.epub.pages import Highlight
from oped_audio.publishing.epub.pronunciation import pronunciations
from oped_audio.publishing.epub.statement import Wording, wording

IDENTIFIER_ID = "publication-id"
ACTIVE_CLASS = "-epub-media-overlay-active"


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


@dataclass(frozen=True, slots=True)
class Link:
    """A ``link`` element to what lies elsewhere."""

    relation: str
    address: str


Entry = DublinCore | Property | Link


def entries(
    publication: Publication, durations_ms: Mapping[str, int], highlight: Highlight
) -> tuple[Entry, ...]:
    """All metadata but ``dcterms:modified``; durations by the overlay's id in the manifest."""
    metadata = publication.metadata
    own = wording(metadata.language)
    narrators = own.narrators(metadata)
    return (
        *_bibliographic(metadata, narrators),
        *_overlays(durations_ms, narrators),
        *_accessibility(publication, own, highlight),
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


def _accessibility(publication: Publication, own: Wording, highlight: Highlight) -> Iterator[Entry]:
    """EPUB Accessibility 1.1, 2 and 3.5."""
    claimed = claims(publication.document, pronunciations(publication.script))
    for name, values in (
        ("accessMode", claimed.modes),
        ("accessModeSufficient", claimed.sufficient),
        ("accessibilityFeature", claimed.features),
        ("accessibilityHazard", claimed.hazards),
    ):
        for value in values:
            yield Property(f"schema:{name}", value)
    summary = own.summary(publication.document, publication.metadata, highlight)
    yield Property("schema:accessibilitySummary", summary, language=own.language)
    if claimed.conforms_to:
        yield Property("dcterms:conformsTo", claimed.conforms_to)


def _certification(metadata: Metadata) -> Iterator[Entry]:
    """EPUB Accessibility 1.1, 4.3: only what someone has certified."""
    for name, value in (
        ("certifiedBy", metadata.certified_by),
        ("certifierCredential", metadata.certifier_credential),
    ):
        if value:
            yield Property(f"a11y:{name}", value)
    if metadata.certifier_report:
        yield Link("a11y:certifierReport", metadata.certifier_report)
