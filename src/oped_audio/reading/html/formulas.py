"""MathML -> the formula on one line, as people type it: ``E = 1/8 ρgH²``. Pure."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from oped_audio.reading.html.tree import name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLAIN = "0123456789+−-"
_ABOVE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"
_BELOW = "₀₁₂₃₄₅₆₇₈₉₊₋₋"
_RAISED = str.maketrans(_PLAIN, _ABOVE)
_LOWERED = str.maketrans(_PLAIN, _BELOW)
_UNSEEN = re.compile("[\u2061-\u2064]")
_SPACED = re.compile(r"[=<>≤≥≠≈≡∼→⇒⇔↔±×·÷∈∉⊂⊆∪∩∧∨]|[+−-]")
_TEX = re.compile(r"[\\{}$]")
_SKIPPED = frozenset(("annotation", "annotation-xml", "mphantom", "none", "mprescripts"))


def formula(element: "_Element") -> str:
    """What a ``math`` element shows; its text alternative, where that is words and not TeX."""
    said = str(element.get("alttext") or "")
    if said and not _TEX.search(said):
        return said
    line = re.sub(r"\s+", " ", _line(element)).strip()
    return line or said or text_of(element)


def _line(element: "_Element") -> str:
    name = name_of(element)
    if name in _SKIPPED:
        return ""
    parts = [_line(child) for child in element if name_of(child) not in {"", *_SKIPPED}]
    if not parts:
        return _sign(element) if name == "mo" else " " if name == "mspace" else _text(element)
    needed, written = _WRITTEN.get(name, (0, None))
    if written and len(parts) >= needed:
        return written(*parts[:needed])
    inner = _SEPARATED.get(name, "").join(filter(None, parts))
    if name == "mfenced":
        return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"
    return f"√{_held(inner)}" if name == "msqrt" else inner


def _text(element: "_Element") -> str:
    return _UNSEEN.sub("", " ".join((element.text or "").split()))


def _sign(element: "_Element") -> str:
    """Between two things a sign stands apart from both."""
    text = _text(element)
    if element.getprevious() is None or element.getnext() is None:
        return text
    return f" {text} " if _SPACED.fullmatch(text) else f"{text} " if text in {",", ";"} else text


def _held(part: str) -> str:
    """In brackets, unless it is one number, name or pair of brackets."""
    return part if re.fullmatch(r"\w*|\([^()]*\)|-?[\d.,]+", part) else f"({part.strip()})"


def _fraction(above: str, below: str) -> str:
    return f"{_held(above)}/{_held(below)} "


def _power(base: str, exponent: str) -> str:
    raised = exponent.replace(" ", "").translate(_RAISED)
    is_raised = set(raised) <= set(_ABOVE)
    return f"{base}{raised}" if is_raised else f"{base}^{_held(exponent)}"


def _index(base: str, index: str) -> str:
    lowered = index.replace(" ", "").translate(_LOWERED)
    is_lowered = set(lowered) <= set(_BELOW)
    return f"{base}{lowered}" if is_lowered else f"{base}_{_held(index)}"


def _over(base: str, above: str) -> str:
    """A bar, an arrow or a hat is no limit."""
    return f"{base}^{_held(above)}" if any(map(str.isalnum, above)) else f"{base}{above}"


_WRITTEN: dict[str, tuple[int, Callable[..., str]]] = {
    "mfrac": (2, _fraction),
    "msup": (2, _power),
    "msub": (2, _index),
    "munder": (2, _index),
    "mover": (2, _over),
    "msubsup": (3, lambda base, index, exponent: _power(_index(base, index), exponent)),
    "munderover": (3, lambda base, below, above: f"{_index(base, below)}^{_held(above)} "),
    "mroot": (2, lambda base, degree: f"{degree.translate(_RAISED)}√{_held(base)}"),
    "semantics": (1, lambda first: first),
}
_SEPARATED = {"mtr": ", ", "mlabeledtr": ", ", "mtable": "; ", "mfenced": ", "}
