"""How words are pronounced."""

from typing import Literal

PartOfSpeech = Literal["noun", "verb", "past", "adjective", "adverb", "name"]
"""``past`` is a verb's past tense or participle: the *read* of "she has read"."""
