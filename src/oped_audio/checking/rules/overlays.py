"""Overlays: that they are there, well built, and of the right documents."""

from collections.abc import Iterator

from oped_audio.checking.book import SMIL, XHTML
from oped_audio.checking.elements import is_elsewhere
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short

_CORE_AUDIO = frozenset(("audio/mpeg", "audio/mp4", "audio/ogg"))


@rule(
    "no-narration",
    "error",
    "EPUB 3.3, 9.3.5.1",
    "give it Media Overlays, or check a book that has them",
)
def no_narration(evidence: Evidence) -> Iterator[Amiss]:
    """A document of the spine has an overlay."""
    if not evidence.book.narrated:
        yield Amiss(evidence.book.name, "no document has an overlay that can be read")


@rule("file-unreadable", "error", "EPUB 3.3, 4.2", "build the book anew")
def file_unreadable(evidence: Evidence) -> Iterator[Amiss]:
    """Documents and overlays are well-formed XML without entities of their own."""
    book = evidence.book
    for item in book.items:
        if item.media_type == XHTML:
            book.document(item.name)
        elif item.media_type == SMIL:
            book.overlay(item.name)
    for name, reason in book.unreadable.items():
        yield Amiss(name, reason)


@rule(
    "overlay-association",
    "error",
    "MO-2; EPUB 3.3, 9.2.1 and 9.3.5.1",
    "let each document and its one overlay name each other",
)
def association(evidence: Evidence) -> Iterator[Amiss]:
    """A document names its overlay, of type application/smil+xml, which plays no other document."""
    book = evidence.book
    owners: dict[str, list[str]] = {}
    for item in book.items:
        if not item.overlay:
            continue
        named = book.by_id.get(item.overlay)
        place = f"{book.name}:{item.line}"
        owners.setdefault(item.overlay, []).append(item.name)
        if named is None or named.media_type != SMIL:
            yield Amiss(place, f"{item.overlay} is no overlay in the manifest")
            continue
        overlay = book.overlay(named.name)
        if overlay is not None and overlay.pars and not any(overlay.of(item.name)):
            yield Amiss(place, f"{named.name}, the overlay of {item.name}, does not play it")
    for item in book.items:
        if item.media_type != SMIL:
            continue
        if item.id not in owners:
            yield Amiss(f"{book.name}:{item.line}", f"{item.name} is the overlay of no document")
            continue
        overlay = book.overlay(item.name)
        played = {par.document for par in overlay.pars if par.document} if overlay else set()
        for name in sorted(played.difference(owners[item.id])):
            yield Amiss(item.name, f"plays {name}, and is the overlay of {owners[item.id][0]}")


@rule(
    "overlay-structure",
    "error",
    "MO-1; EPUB 3.3, 9.2.2",
    "give each seq an epub:textref, and each par one text and at most one audio",
)
def structure(evidence: Evidence) -> Iterator[Amiss]:
    """Every seq has a textref, every par one text and one sound at most."""
    for overlay in evidence.book.overlays:
        for seq in overlay.seqs:
            if not seq.href:
                yield Amiss(seq.place, "a seq without epub:textref")
        for par in overlay.pars:
            if par.texts != 1 or par.sounds > 1:
                yield Amiss(par.place, f"a par with {par.texts} text and {par.sounds} audio")


@rule(
    "overlay-target",
    "error",
    "MO-5; EPUB 3.3, 9.3.2",
    "point at an id that is in the document",
)
def target(evidence: Evidence) -> Iterator[Amiss]:
    """What an overlay points at is in the document."""
    book = evidence.book
    for overlay in book.overlays:
        pointers = [(seq.place, seq.href, seq.document, seq.fragment) for seq in overlay.seqs]
        pointers += [(par.place, par.href, par.document, par.fragment) for par in overlay.pars]
        for place, href, name, fragment in pointers:
            if not href:
                continue
            document = book.document(name) if name in book.container else None
            if document is None and name not in book.unreadable:
                yield Amiss(place, f"{href} is not in the book")
            elif document is not None and fragment and fragment not in document.ids:
                yield Amiss(place, f"{href} is not in the document")


@rule(
    "overlay-manifest-order",
    "warning",
    "MO-5",
    "list the overlays in the order of the spine",
)
def manifest_order(evidence: Evidence) -> Iterator[Amiss]:
    """The manifest lists overlays in the order of the spine."""
    book = evidence.book
    listed = [item.id for item in book.items if item.media_type == SMIL]
    wanted = list(dict.fromkeys(one.overlay for one, _ in book.spine if one.overlay in listed))
    if wanted != [name for name in listed if name in wanted]:
        yield Amiss(book.name, "the overlays are listed in another order than that of the spine")


@rule(
    "audio-missing",
    "error",
    "EPUB 3.3, 9.2.2.8",
    "build the book anew",
)
def audio_missing(evidence: Evidence) -> Iterator[Amiss]:
    """Every audio file that an overlay plays is in the manifest, and in the book or elsewhere."""
    book = evidence.book
    told = set()
    for overlay in book.overlays:
        for par in overlay.pars:
            if par.audio in told or not par.audio:
                continue
            told.add(par.audio)
            if par.audio not in book.container and not is_elsewhere(par.audio):
                yield Amiss(par.place, f"{par.audio} is not in the book")
            elif par.audio not in book.by_name:
                yield Amiss(par.place, f"{par.audio} is not in the manifest")


@rule(
    "audio-type",
    "error",
    "MO-3; EPUB 3.3, 3.2 and 9.2.2.8",
    "use MP3, AAC in MP4 or Opus in Ogg, and say so in the manifest",
)
def audio_type(evidence: Evidence) -> Iterator[Amiss]:
    """Audio is of a core media type, is what the manifest says, and is referred to as a whole."""
    book = evidence.book
    for name, sound in evidence.sounds.items():
        item = book.by_name.get(name)
        declared = item.media_type if item else ""
        if item and declared not in _CORE_AUDIO:
            yield Amiss(f"{book.name}:{item.line}", f"{name} is {declared or 'of no type'}")
        elif item and sound.media_type and sound.media_type != declared:
            yield Amiss(name, f"is {sound.media_type}, and not {declared} as the manifest says")
    for overlay in book.overlays:
        for par in overlay.pars:
            if par.audio_fragment:
                yield Amiss(par.place, f"{par.audio} is named with #{short(par.audio_fragment)}")


RULES = (
    no_narration,
    file_unreadable,
    association,
    structure,
    target,
    manifest_order,
    audio_missing,
    audio_type,
)
