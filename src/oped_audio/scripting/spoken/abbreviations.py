"""Abbreviations that engines stop after or spell: ``No. 5`` -> ``Number 5``, ``&`` -> ``and``."""

from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import opened

_ANYWHERE = {"&": "and", "vs.": "versus"}
_BEFORE_A_NUMBER = {
    "No.": "Number", "no.": "number", "Nos.": "Numbers", "nos.": "numbers", "Fig.": "Figure",
    "Figs.": "Figures", "Vol.": "Volume", "vol.": "volume", "p.": "page", "pp.": "pages",
    "approx.": "approximately", "ca.": "circa",
}  # fmt: skip


def abbreviations(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say it in full."""
    token = opened(tokens[index])
    if token in _ANYWHERE:
        return (_ANYWHERE[token],)
    if token in _BEFORE_A_NUMBER and index + 1 < len(tokens) and tokens[index + 1][0].isdigit():
        return (_BEFORE_A_NUMBER[token],)
    return ()
