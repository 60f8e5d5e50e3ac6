"""What will be spoken: Script > Utterance > Token."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

UtteranceRole = Literal[
    "title",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "heading",
    "body",
    "item",
    "cell",
    "alternative",
    "caption",
    "credit",
    "quotation",
    "note",
    "about-author",
]
"""``about-author`` is what would be ``body``, ``item`` or ``cell`` in another section."""


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a part of a token is said, where neither its letters nor a rule tell."""

    begin: int
    """Characters from the start of the token's ``spoken``."""
    end: int
    ipa: str | None
    """As ``model.ipa.normal`` gives it, words apart by spaces; None for other words that are said
    in its place and that an engine is to read by itself."""
    written_begin: int
    """Characters from the start of the utterance's written form."""
    written_end: int
    origin: Literal["lexicon", "context", "letters"]
    """A word that is always said so; one that is said so here; letters that are read out."""

    def moved(self, by: int) -> "Pronunciation":
        """The same in a spoken form that has so many more characters before it."""
        return replace(self, begin=self.begin + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Token:
    """A written word and what is said for it."""

    begin: int
    """Characters from the start of the utterance's written form."""
    end: int
    spoken: str
    """Empty for a token that is shown but not said, such as a dash."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """In order, without overlap."""
    language: str | None = None
    """BCP 47 tag where it is another language than the utterance's."""
    announces: int = 0
    """Characters at the begin of ``spoken`` that announce, in the article's language."""
    announces_end: int = 0
    """Characters at the end of ``spoken`` that announce, in the article's language."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence: the unit of synthesis, of the clip store, of a caption group and of a par."""

    id: str
    """Block id (or heading id), then u and the sentence's number in it (``s03-p02-u1``)."""
    section: str
    """Id of the section it belongs to."""
    block: str
    """Id of the block (or heading) whose text ``begin`` counts in."""
    role: UtteranceRole
    begin: int
    """Characters from the start of the block's text to the first of ``written``."""
    written: str
    """The sentence as the reader sees it."""
    tokens: tuple[Token, ...]
    """In order, without overlap; they cover all of ``written`` but the white space."""
    pause_ms: int
    """Silence after the sentence."""
    language: str
    """BCP 47 tag."""

    @property
    def spoken(self) -> str:
        """What an engine is asked to say; words are apart where the written ones are."""
        return "".join(text for _, text in self._pieces())

    @property
    def spoken_tokens(self) -> tuple[int, ...]:
        """Indexes of the tokens that are said."""
        return tuple(index for index, token in enumerate(self.tokens) if token.spoken)

    @property
    def spoken_spans(self) -> tuple[tuple[int, int], ...]:
        """Where in ``spoken`` each of the ``spoken_tokens`` lies."""
        spans = []
        position = 0
        for is_token, text in self._pieces():
            if is_token:
                spans.append((position, position + len(text)))
            position += len(text)
        return tuple(spans)

    def _pieces(self) -> Iterator[tuple[bool, str]]:
        before: Token | None = None
        for token in self.tokens:
            if token.spoken:
                if before and self.written[before.end : token.begin]:
                    yield False, " "
                yield True, token.spoken
                before = token

    @property
    def end(self) -> int:
        """Characters from the start of the block's text to the end of ``written``."""
        return self.begin + len(self.written)

    def word_id(self, token: int) -> str:
        """Id of the token with this index, in XHTML, SMIL and captions."""
        return f"{self.id}-w{token + 1}"


@dataclass(frozen=True, slots=True)
class Script:
    """All that is said of one article, in order."""

    utterances: tuple[Utterance, ...]

    def of_section(self, section: str) -> tuple[Utterance, ...]:
        """The utterances of one section, in order."""
        return tuple(u for u in self.utterances if u.section == section)
