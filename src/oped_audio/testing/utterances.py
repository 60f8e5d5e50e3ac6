"""Utterances to try an engine with. Pure."""

import re
from dataclasses import replace

from oped_audio.model.script import Pronunciation, Token, Utterance


def utterance(text: str, name: str = "s01-p01-u1", language: str = "en") -> Utterance:
    """Of a text that is said as it is written, a token between white space."""
    tokens = tuple(Token(*match.span(), match.group()) for match in re.finditer(r"\S+", text))
    section, block, _ = name.split("-")
    return Utterance(name, section, f"{section}-{block}", "body", 0, text, tokens, 300, language)


def pronounced(text: str, word: str, ipa: str, language: str = "en") -> Utterance:
    """As ``utterance``, each ``word`` in it said as the IPA, alone or as a part of a token."""
    plain = utterance(text, language=language)

    def said(token: Token) -> Token:
        found = re.finditer(re.escape(word), token.spoken)
        spans = [match.span() for match in found]
        return replace(
            token,
            pronunciations=tuple(
                Pronunciation(a, b, ipa, token.begin + a, token.begin + b, "lexicon")
                for a, b in spans
            ),
        )

    return replace(plain, tokens=tuple(map(said, plain.tokens)))


def unspoken(text: str, language: str = "en") -> Utterance:
    """As ``utterance``, with nothing in it to say."""
    plain = utterance(text, language=language)
    return replace(plain, tokens=tuple(replace(token, spoken="") for token in plain.tokens))
