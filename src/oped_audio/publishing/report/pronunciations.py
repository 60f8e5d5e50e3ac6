"""What is said otherwise than its letters tell, and why. Pure."""

from collections import Counter
from collections.abc import Iterator

from oped_audio.model.script import Script
from oped_audio.publishing.epub.markup import Markup, element, text
from oped_audio.publishing.report.pieces import Column, paragraph, region, table, written

MOST = 200

_ORIGINS = {
    "lexicon": "lexicon",
    "context": "what stands around it",
    "letters": "letters, read out",
}
_COLUMNS = (
    Column("Written"),
    Column("Said"),
    Column("Told by"),
    Column("Times", is_number=True),
)
_Used = tuple[str, str, str | None, str, str]
"""Written, language, IPA, words said instead, origin."""


def pronunciations(script: Script) -> Markup:
    """A row for each word and pronunciation, the most frequent first."""
    used = Counter(_used(script))
    if not used:
        words = "Every word is said as the voice reads it by itself."
        return region("pronunciations", "Pronunciations", paragraph(words))
    ordered = sorted(used.items(), key=lambda one: (-one[1], *map(str, one[0])))
    rows = [_row(word, times) for word, times in ordered[:MOST]]
    caption = "Words with a pronunciation of their own"
    rest = len(ordered) - len(rows)
    listed = table("pronunciations", caption, _COLUMNS, rows, rest)
    return region("pronunciations", "Pronunciations", listed)


def _used(script: Script) -> Iterator[_Used]:
    for utterance in script.utterances:
        for token in utterance.tokens:
            language = token.language or utterance.language
            for one in token.pronunciations:
                word = utterance.written[one.written_begin : one.written_end]
                instead = token.spoken[one.begin : one.end]
                yield word, language, one.ipa, instead, one.origin


def _row(word: _Used, times: int) -> tuple[Markup, ...]:
    shown, language, ipa, instead, origin = word
    said = written(instead, language)
    if ipa is not None:
        said = element("span", {"class": "ipa", "dir": "ltr"}, text(f"/{ipa}/"))
    return written(shown, language), said, text(_ORIGINS[origin]), text(f"{times:,}")
