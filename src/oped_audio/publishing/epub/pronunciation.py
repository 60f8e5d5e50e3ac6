"""Script -> what a reader's own speech engine is told: a lexicon, and phonemes in the text. Pure.

A lexicon says what is always said so. What is said so in one place only stands there, as
``ssml:ph`` (EPUB 3 Text-to-Speech Enhancements 1.0, 2 and 3).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.language import primary
from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.model.script import Pronunciation, Script, Utterance

LEXICON_TYPE = "application/pls+xml"

Stretch = tuple[int, int, str]
"""Begin and end in a leaf's text, and IPA."""


@dataclass(frozen=True, slots=True)
class Pronunciations:
    """All that a book says of how its words are said."""

    lexicons: Mapping[str, Lexicon]
    """By primary language, in alphabetical order."""
    in_text: Mapping[str, Sequence[Stretch]]
    """By leaf, in order, without overlap."""

    @property
    def hrefs(self) -> Mapping[str, str]:
        """Where each language's lexicon lies, counted from the package."""
        return {language: f"lexicons/{language}.pls" for language in self.lexicons}


def pronunciations(script: Script) -> Pronunciations:
    """What is told of the words of this script."""
    told: defaultdict[str, Counter[Entry]] = defaultdict(Counter)
    for utterance, one, entry in _all(script):
        if one.origin == "lexicon":
            told[primary(utterance.language)][entry] += 1
    usual = {language: _usual(counts) for language, counts in sorted(told.items())}
    in_text: defaultdict[str, list[Stretch]] = defaultdict(list)
    for utterance, one, entry in _all(script):
        known = usual.get(primary(utterance.language), {})
        if one.ipa and known.get(entry.written) != entry:
            begin = utterance.begin + one.written_begin
            in_text[utterance.block].append((begin, utterance.begin + one.written_end, one.ipa))
    lexicons = {
        language: Lexicon(tuple(known[word] for word in sorted(known)))
        for language, known in usual.items()
    }
    return Pronunciations(lexicons, dict(in_text))


def _all(script: Script) -> Iterator[tuple[Utterance, Pronunciation, Entry]]:
    """Those of words in the utterance's own language; engines know the names of letters."""
    for utterance in script.utterances:
        for token in utterance.tokens:
            for one in token.pronunciations if token.language is None else ():
                if one.origin != "letters":
                    written = utterance.written[one.written_begin : one.written_end]
                    respelled = token.spoken[one.begin : one.end] if one.ipa is None else None
                    yield utterance, one, Entry(" ".join(written.split()), one.ipa, respelled)


def _usual(counts: Counter[Entry]) -> dict[str, Entry]:
    """The most frequent way to say each word; of equals, the first."""
    return {entry.written: entry for entry, _ in reversed(counts.most_common())}
