"""Article -> what may be claimed of its accessibility, in schema.org's terms. Pure."""

from dataclasses import dataclass

from oped_audio.model.document import Document
from oped_audio.publishing.epub.pronunciation import Pronunciations

CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

_ALWAYS = (
    "synchronizedAudioText",
    "tableOfContents",
    "readingOrder",
    "structuralNavigation",
    "displayTransformability",
)


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata say, and the statement in words."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    conforms_to: str | None
    """None where something is known to be missing."""

    @property
    def readable_without_sight(self) -> bool:
        """Whether the text is enough, without seeing a picture."""
        return "textual" in self.sufficient


def claims(document: Document, told: Pronunciations) -> Claims:
    """EPUB Accessibility 1.1, 2, as the W3C's authoring guide applies it to text with audio.

    Text alternatives are narrated, so that where every picture has one, either mode is enough.
    Where one is missing, WCAG 1.1.1 is not met. No pages are claimed: articles come without.
    """
    images = document.images
    seen = any(image.alternative for image in images)
    described = all(image.is_described for image in images)
    alternatives = ("alternativeText",) if seen and described else ()
    hints = ("ttsMarkup",) if told.lexicons or told.in_text else ()
    return Claims(
        modes=("textual", "visual") if seen else ("textual",),
        sufficient=("textual", "auditory") if described else ("textual,visual", "auditory,visual"),
        features=(*_ALWAYS, *alternatives, *hints),
        hazards=("none",),
        conforms_to=CONFORMS_TO if described else None,
    )
