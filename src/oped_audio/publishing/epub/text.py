"""The spans of a leaf -> its text, with sentences, words, links, languages and styles. Pure.

The text content is the leaf's text, character for character.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from oped_audio.model.document import Block, Span
from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.links import Links, anchors
from oped_audio.publishing.epub.markup import Markup, element, text
from oped_audio.publishing.epub.pages import Highlight
from oped_audio.publishing.epub.pronunciation import Stretch
from oped_audio.publishing.epub.targets import word_targets
from oped_audio.publishing.epub.xhtml import language_attributes

_STYLE_TAGS = {"none": "span", "emphasis": "em", "strong": "strong"}
_RAISED = "superscript"


@dataclass(frozen=True, slots=True)
class Reference:
    """A run of text that refers to a note."""

    id: str | None
    href: str
    """Where the note is."""
    is_raised: bool
    """Whether it is a bare number or letter, which without brackets would run into the text."""


def reference_element(reference: Reference, content: Markup) -> Markup:
    """A link to a note as EPUB has it."""
    attributes = {
        "id": reference.id,
        "href": reference.href,
        "class": _RAISED if reference.is_raised else None,
        "epub:type": "noteref",
        "role": "doc-noteref",
    }
    return element("a", attributes, content)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the text of a page is set with."""

    sentences: Mapping[str, Sequence[Utterance]]
    """By the leaf they are in."""
    highlight: Highlight
    links: Links
    language: str
    """BCP 47 tag of the element around the text."""
    phonemes: Mapping[str, Sequence[Stretch]]
    """By the leaf they are in: what is said so here and not always."""
    refer: Callable[[Reference, Markup], Markup] = reference_element
    """Makes the element of a reference to a note."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A leaf whose spans are found by place."""

    id: str
    spans: Sequence[Span]
    starts: Sequence[int]

    def between(self, begin: int, end: int) -> Iterator[tuple[int, Span]]:
        """The spans that have characters there, each with its own start."""
        for index in range(max(bisect_right(self.starts, begin) - 1, 0), len(self.spans)):
            if self.starts[index] >= end:
                return
            yield self.starts[index], self.spans[index]


def shared_language(leaves: Sequence[Block]) -> str | None:
    """The language that all letters of the leaves are in, if it is said; otherwise None."""
    found = {
        span.language for leaf in leaves for span in leaf.spans if any(map(str.isalpha, span.text))
    }
    return found.pop() if len(found) == 1 else None


def within(setting: Setting, language: str | None) -> Setting:
    """The setting inside an element of this language; None changes nothing."""
    return replace(setting, language=language) if language else setting


def leaf_text(leaf: Block, setting: Setting, label: Markup | None = None) -> Markup:
    """All text of the leaf, each sentence in an element of its own.

    ``label`` is heard with the first word: it stands in the first sentence, before it.
    """
    starts = list(accumulate((len(span.text) for span in leaf.spans), initial=0))
    found = _Leaf(leaf.id, leaf.spans, starts[:-1])
    pieces = []
    at = 0
    for sentence in setting.sentences.get(leaf.id, ()):
        style = "credit" if sentence.role == "credit" else None
        pieces.append(_run(found, at, sentence.begin, setting))
        content = _sentence(found, sentence, setting, label or Markup(""))
        label = None
        pieces.append(element("span", {"id": sentence.id, "class": style}, content))
        at = sentence.end
    pieces.append(_run(found, at, starts[-1], setting))
    return Markup((label or "") + "".join(pieces))


def _sentence(leaf: _Leaf, sentence: Utterance, setting: Setting, label: Markup) -> Markup:
    """The sentence; a word that goes on outside its link is marked where it begins."""
    words = list(_words(sentence)) if setting.highlight == "word" else []
    spans = list(leaf.between(sentence.begin, sentence.end))
    offset = spans[0][0] if spans else 0
    labels = [label]
    pieces = [] if words else [labels.pop()]
    for begin, end, span in anchors(
        [span for _, span in spans], sentence.begin - offset, sentence.end - offset
    ):
        stretch = (begin + offset, end + offset)
        content = _marked(leaf, stretch, words, setting, labels)
        pieces.append(_anchored(leaf, stretch, span, content, setting))
    return Markup("".join(pieces))


def _words(sentence: Utterance) -> Iterator[tuple[int, int, str]]:
    """Where the words that light up lie in the leaf, and their ids."""
    for word in word_targets(sentence):
        yield sentence.begin + word.begin, sentence.begin + word.end, word.id


def _marked(
    leaf: _Leaf,
    stretch: tuple[int, int],
    words: list[tuple[int, int, str]],
    setting: Setting,
    labels: list[Markup],
) -> Markup:
    """The stretch with the words that begin in it, which are taken from the list, and the label."""
    at, stop = stretch
    pieces = []
    while words and words[0][0] < stop:
        begin, end, name = words.pop(0)
        begin, end = max(begin, at), min(end, stop)
        pieces.append(_run(leaf, at, begin, setting))
        label = labels.pop() if labels else Markup("")
        pieces.append(element("span", {"id": name}, label, _run(leaf, begin, end, setting)))
        at = end
    pieces.append(_run(leaf, at, stop, setting))
    return Markup("".join(pieces))


def _anchored(
    leaf: _Leaf, stretch: tuple[int, int], span: Span, content: Markup, setting: Setting
) -> Markup:
    if span.note and span.note in setting.links.notes:
        shown = "".join(part.text for _, part in leaf.between(*stretch))
        reference = Reference(
            setting.links.references.get((leaf.id, stretch[0])),
            setting.links.notes[span.note],
            shown.isascii() and shown.isalnum(),
        )
        return setting.refer(reference, content)
    return element("a", {"href": span.link}, content) if span.link else content


def _run(leaf: _Leaf, begin: int, end: int, setting: Setting) -> Markup:
    """The characters from ``begin`` to ``end``, with the phonemes of what is all in them."""
    pieces = []
    for first, last, ipa in setting.phonemes.get(leaf.id, ()):
        if begin <= first and last <= end:
            pieces.append(_text(leaf, begin, first, setting))
            said = _text(leaf, first, last, setting)
            pieces.append(element("span", {"ssml:ph": ipa}, said))
            begin = last
    pieces.append(_text(leaf, begin, end, setting))
    return Markup("".join(pieces))


def _text(leaf: _Leaf, begin: int, end: int, setting: Setting) -> Markup:
    """The characters from ``begin`` to ``end``, in their spans' languages and styles."""
    pieces = []
    for start, span in leaf.between(begin, end) if begin < end else ():
        piece = span.text[max(begin - start, 0) : end - start]
        if piece:
            pieces.append(_styled(piece, span, setting))
    return Markup("".join(pieces))


def _styled(piece: str, span: Span, setting: Setting) -> Markup:
    content = _with_breaks(piece)
    language = span.language if span.language != setting.language else None
    if piece.isspace() or (language is None and span.emphasis == "none"):
        return content
    return element(_STYLE_TAGS[span.emphasis], language_attributes(language), content)


def _with_breaks(piece: str) -> Markup:
    if "\n" not in piece:
        return text(piece)
    return Markup(f"{element('br', {})}\n".join(text(line) for line in piece.split("\n")))
