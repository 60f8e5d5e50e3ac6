"""Tables of the sentences and pauses that stand out. Pure."""

from collections.abc import Mapping, Sequence

from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.markup import Markup, text
from oped_audio.publishing.report.figures import moment, number
from oped_audio.publishing.report.pace import SHORT, Pace, Paces, Pause
from oped_audio.publishing.report.pieces import Column, link, paragraph, region, table, written
from oped_audio.publishing.report.sections import Part

MOST = 10
_SHOWN = 120
"""Characters of a sentence."""

_WHERE = (Column("Section"), Column("Heard at", is_number=True))
_SENTENCES = (Column("Sentence"), Column("Words a minute", is_number=True), *_WHERE)
_PAUSES = (Column("After"), Column("Seconds", is_number=True), *_WHERE)


def sentences(paces: Paces, audio: Mapping[str, str]) -> Markup:
    """``audio`` are the paths of the sections' files, by section; times lead into them."""
    tables = [
        _table("slowest", "The slowest sentences", paces.slowest, audio),
        _table("fastest", "The fastest sentences", paces.fastest, audio),
    ]
    if paces.longest_pauses:
        rows = [_pause(pause, audio) for pause in paces.longest_pauses]
        caption = "The longest pauses between sentences, from the last word to the next"
        tables.append(table("pauses", caption, _PAUSES, rows))
    shown = [one for one in tables if one]
    note = f"Sentences of fewer than {SHORT} words are not listed; pauses do not count."
    return region("pace", "Pace", paragraph(note), *shown)


def _table(name: str, caption: str, paces: Sequence[Pace], audio: Mapping[str, str]) -> Markup:
    if not paces:
        return Markup("")
    rows = [
        (
            _shown(pace.utterance),
            text(number(pace.words_a_minute, 0)),
            *_where(pace.part, pace.begin, audio),
        )
        for pace in paces
    ]
    return table(name, caption, _SENTENCES, rows)


def _pause(pause: Pause, audio: Mapping[str, str]) -> tuple[Markup, ...]:
    where = _where(pause.part, pause.begin, audio)
    return (_shown(pause.after), text(number(pause.seconds, 2)), *where)


def _where(part: Part, begin: float, audio: Mapping[str, str]) -> tuple[Markup, Markup]:
    section = link(f"#{part.section.id}", written(part.label, part.language))
    at = text(moment(begin))
    path = audio.get(part.section.id)
    return section, link(f"{path}#t={begin:.1f}", at) if path else at


def _shown(utterance: Utterance) -> Markup:
    words = utterance.written
    if len(words) > _SHOWN:
        words = (words[:_SHOWN].rpartition(" ")[0] or words[:_SHOWN]) + " …"
    return written(words, utterance.language)
