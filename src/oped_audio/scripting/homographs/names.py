"""Homographs that a capital letter tells apart: Polish, Nice, Reading, Job. Pure."""

from collections.abc import Callable, Mapping

from oped_audio.scripting.homographs.context import Context

_AT_PLACE = frozenset("in to from at near of between outside and for via".split())
_OF_PLACE = frozenset(
    "attack attacks fc university council gaol festival station airport beat lost drew"
    " won striker manager borough terror truck and".split()
)
_OF_JOB = frozenset("book patience trials story sufferings afflictions like".split())


def _polish(context: Context) -> str:
    is_order = context.at == 0 and context.kind(1) in ("article", "possessive", "this", "these")
    return "ˈpoʊlɪʃ" if context.word.is_capital and not is_order else "ˈpɒlɪʃ"


def _nice(context: Context) -> str:
    return "ˈniːs" if _is_place(context) else "ˈnaɪs"


def _reading(context: Context) -> str:
    return "ˈɹɛdɪŋ" if _is_place(context) else "ˈɹiːdɪŋ"


def _job(context: Context) -> str:
    is_name = context.word.is_capital and not _OF_JOB.isdisjoint(context.before()[:2])
    return "ˈdʒoʊb" if is_name else "ˈdʒɒb"


def _is_place(context: Context) -> bool:
    if not context.word.is_capital:
        return False
    return context.text(1) in _OF_PLACE or context.text(-1) in _AT_PLACE


NAMES: Mapping[str, Callable[[Context], str]] = {
    "polish": _polish,
    "nice": _nice,
    "reading": _reading,
    "job": _job,
}
"""The IPA for a word in lower case."""
