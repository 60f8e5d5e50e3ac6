"""Texts of any book -> the words that are said for them, by the rules that articles are read by."""

import re
import unicodedata
from functools import lru_cache

from oped_audio import scripting
from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.language import primary
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.listening import Word
from oped_audio.model.script import Token, Utterance
from oped_audio.model.unspaced import is_unspaced
from oped_audio.scripting.settings import PauseSettings

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOUNS_WITH_CAPITALS = frozenset(("de", "lb"))


def words_of(lexicon: Lexicon, text: str, language: str) -> tuple[Word, ...]:
    """The words, each with the place in the text of what it is said for.

    ``$5m`` is *five million dollars*; letters that are said one by one stay together: *us* for
    ``U.S.`` A name is what the lexicon has, or what is written with a capital within a sentence.
    """
    if not text.strip():
        return ()
    block = Block("s01-p01", "paragraph", (Span(text),))
    section = Section("s01", "introduction", None, (block,))
    document = Document("", None, None, language, (section,))
    said = scripting.script(document, PauseSettings(), None, lexicon)
    return tuple(
        word
        for utterance in said.of_section(section.id)
        for number, token in enumerate(utterance.tokens)
        for word in _words(utterance, token, is_first=number == 0)
    )


def _words(utterance: Utterance, token: Token, *, is_first: bool) -> list[Word]:
    begin, end = utterance.begin + token.begin, utterance.begin + token.end
    is_name = _is_name(utterance, token, is_first=is_first)
    return [Word(text, begin, end, is_name) for text in compared(token.spoken)]


def _is_name(utterance: Utterance, token: Token, *, is_first: bool) -> bool:
    if any(one.origin == "lexicon" for one in token.pronunciations):
        return True
    written = utterance.written[token.begin : token.end]
    letters = [char for char in written if char.isalpha()]
    capital = bool(letters) and letters[0].isupper() and not written[0].isdigit()
    return capital and not is_first and primary(utterance.language) not in _NOUNS_WITH_CAPITALS


@lru_cache(1 << 14)
def compared(spoken: str) -> tuple[str, ...]:
    """Words in lower case without punctuation; text without spaces a character each."""
    plain = unicodedata.normalize("NFKC", spoken).lower()
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain)
    found = []
    for word in _WORD.findall(plain):
        bare = re.sub(r"['’]", "", word)
        found += list(bare) if is_unspaced(bare) else [bare]
    return tuple(found)
