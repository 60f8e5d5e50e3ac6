"""The words that an article's parts are known by, by language.

Another language joins with one more module of data and a line in ``_MODULES``; a language without
one is read with the English words.
"""

from functools import cache
from importlib import import_module

from oped_audio.model.language import primary
from oped_audio.reading.vocabulary.words import Vocabulary

__all__ = ["Vocabulary", "vocabulary"]

_MODULES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "zh": "chinese",
}


def vocabulary(language: str) -> Vocabulary:
    """The words for a BCP 47 tag."""
    return _load(_MODULES.get(primary(language), "english"))


@cache
def _load(name: str) -> Vocabulary:
    found: Vocabulary = import_module(f"{__name__}.{name}").WORDS
    return found
