"""Chinese characters and numbers -> syllables with tones, in the alphabet of Kokoro's voices.

The words are those of jieba, the readings pypinyin's. Tones that change before others are left as
they are written: so the voices were taught.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from oped_audio.voices.neural.unspaced.merging import Syllable, merged
from oped_audio.voices.timing import Sound

PACKAGES = ("pypinyin", "rjieba")
_RUN = re.compile(
    r"(?P<han>[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]+)|(?P<number>\d[\d,]*(?:\.\d+)?[%％]?)"
)
_INITIALS = {
    "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ",
    "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x", "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "r": "ɻ",
    "z": "ʦ", "c": "ʦʰ", "s": "s",
}  # fmt: skip
_FINALS = {
    "a": "a_", "ai": "ai_", "an": "a_n", "ang": "a_ŋ", "ao": "au_", "e": "ɤ_", "ei": "ei_",
    "en": "ə_n", "eng": "ə_ŋ", "er": "ɚ_", "ê": "ɛ_", "i": "i_", "ia": "ja_", "ian": "jɛ_n",
    "iang": "ja_ŋ", "iao": "jau_", "ie": "je_", "in": "i_n", "ing": "i_ŋ", "io": "jɔ_",
    "iong": "jʊ_ŋ", "iou": "jou_", "o": "wo_", "ong": "ʊ_ŋ", "ou": "ou_", "u": "u_", "ua": "wa_",
    "uai": "wai_", "uan": "wa_n", "uang": "wa_ŋ", "uei": "wei_", "uen": "wə_n", "ueng": "wə_ŋ",
    "uo": "wo_", "v": "y_", "van": "ɥɛ_n", "ve": "ɥe_", "vn": "y_n", "m": "m_", "n": "n_",
}  # fmt: skip
"""The tone stands where ``_`` is: Duanmu, The Phonology of Standard Chinese, 2007, chapter 2."""
_HUMMED = ("ng", "hng")
_BUZZING = ("ꭧ", "ꭧʰ", "ʂ", "ɻ", "ʦ", "ʦʰ", "s")
"""After these ``i`` is a vowel of its own."""
_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘"}
_UNSTRESSED = {"的": "de", "地": "de", "得": "de", "了": "le", "着": "zhe"}
"""Alone, these are particles; in words they have readings of their own."""
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_MYRIADS = ("", "万", "亿", "兆")
_LONGEST_NUMBER = 16


def heard(text: str, sounds: Sequence[Sound]) -> tuple[Sound, ...]:
    """``sounds``, espeak-ng's of the text, with its characters and numbers read as they should be.

    Raises ImportError.
    """
    read: list[Syllable] = []
    for run in _RUN.finditer(text):
        if run["han"]:
            read += _syllables(run["han"], run.start())
        else:
            words = numeral(run["number"], is_year=text[run.end() : run.end() + 1] == "年")
            sounds_of_it = tuple(sign for one in _syllables(words, 0) for sign in one.sounds)
            read.append(Syllable(run.start(), run.end(), sounds_of_it))
    return merged(text, sounds, read)


def numeral(written: str, *, is_year: bool = False) -> str:
    """How a number in digits is said: ``48000`` -> 四万八千, ``12.5%`` -> 百分之十二点五.

    Years and very long numbers are said digit by digit.
    """
    if written[-1] in "%％":
        return f"百分之{numeral(written[:-1])}"
    whole, _, part = written.replace(",", "").partition(".")
    is_spelled = (is_year and len(whole) == 4) or len(whole) > _LONGEST_NUMBER
    said = _digits(whole) if is_spelled else _cardinal(whole)
    return f"{said}点{_digits(part)}" if part else said


def pinyin_sounds(pinyin: str) -> str:
    """A syllable, its tone a digit, as pypinyin gives it -> its signs: ``ma1`` -> ``ma→``."""
    base, tone = (pinyin[:-1], pinyin[-1]) if pinyin[-1].isdigit() else (pinyin, "")
    if base in _HUMMED:
        return base[:-2] + "ŋ" + _TONES.get(tone, "")
    initial = next((one for one in _INITIALS if base.startswith(one) and base != one), "")
    final = base[len(initial) :].replace("ü", "v")
    before = _INITIALS.get(initial, "")
    if final == "i" and before in _BUZZING:
        after = "ɨ_"
    else:
        after = _FINALS.get(_in_full(initial, final), "")
    if not initial and final == "o":
        after = "ɔ_"
    return before + after.replace("_", _TONES.get(tone, ""))


def _in_full(initial: str, final: str) -> str:
    """The final without the abbreviations of spelling: ``yan`` is ``ian``, ``jun`` is ``jvn``."""
    if not initial and final[:1] in ("y", "w"):
        rest = final[1:]
        if final[0] == "w":
            return {"ei": "uei", "en": "uen", "u": "u"}.get(rest, f"u{rest}")
        if rest[:1] in ("u", "v"):
            return f"v{rest[1:]}"
        return {"i": "i", "in": "in", "ing": "ing", "ou": "iou", "ong": "iong"}.get(
            rest, f"i{rest}"
        )
    if initial in ("j", "q", "x") and final[:1] == "u":
        return f"v{final[1:]}"
    return {"iu": "iou", "ui": "uei", "un": "uen"}.get(final, final)


def _syllables(han: str, begin: int) -> Iterator[Syllable]:
    import rjieba
    from pypinyin import Style, lazy_pinyin

    at = begin
    for word in rjieba.cut(han):
        if word in _UNSTRESSED:
            readings = [_UNSTRESSED[word]]
        else:
            readings = lazy_pinyin(word, Style.TONE3, _each_sign, neutral_tone_with_five=True)
        for number, reading in enumerate(readings):
            is_joined = number + 1 < len(readings)
            yield Syllable(at, at + 1, tuple(pinyin_sounds(reading)), is_joined)
            at += 1


def _each_sign(unknown: str) -> Any:
    """What pypinyin gives for signs that it does not know: an item for each."""
    return list(unknown)


def _digits(written: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in written)


def _cardinal(written: str) -> str:
    digits = written.lstrip("0")
    if not digits:
        return _DIGITS[0]
    groups = [digits[max(0, end - 4) : end] for end in range(len(digits), 0, -4)]
    said = ""
    for power, group in reversed(list(enumerate(groups))):
        if not int(group):
            continue
        is_gap = bool(said) and (len(group) < 4 or group[0] == "0" or said.endswith("零"))
        is_after_empty = bool(said) and power + 1 < len(groups) and not int(groups[power + 1])
        said += "零" if (is_gap or is_after_empty) and not said.endswith("零") else ""
        said += _thousands(group) + _MYRIADS[power]
    return said[1:] if said.startswith("一十") else said


def _thousands(group: str) -> str:
    said = ""
    for place, digit in zip(range(len(group) - 1, -1, -1), group, strict=True):
        if digit != "0":
            said += _DIGITS[int(digit)] + _PLACES[place]
        elif said and not said.endswith("零"):
            said += "零"
    return said.rstrip("零")
