"""What the page begins with: what the book is, and whether it is good. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.audio import MarksFrom, Voice
from oped_audio.model.finding import Finding, Severity
from oped_audio.model.publication import Publication
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.report.figures import NOTHING, clock, count, number, said
from oped_audio.publishing.report.limits import Outcome, levels, outcome
from oped_audio.publishing.report.pace import Paces
from oped_audio.publishing.report.pieces import judged, region, written
from oped_audio.publishing.report.sections import Part, words_a_minute

_MARKS = {
    MarksFrom.ENGINE: "The times of all words were told by the engine that spoke them.",
    MarksFrom.ALIGNED: "The times of words were found by aligning the sound with the text.",
    MarksFrom.ESTIMATED: "The times of some words are estimated from their length.",
}
_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that makes a book good or not."""

    name: str
    outcome: Outcome
    told: str
    place: str | None = None
    """Id of what tells more."""


def checks(publication: Publication, parts: Sequence[Part], paces: Paces) -> tuple[Check, ...]:
    """What is looked at, in the order in which it matters."""
    return (
        _text(publication, paces),
        _sound(publication, parts),
        _speed(paces),
        _article(publication.findings),
        Check(
            "Word times",
            "fail" if publication.marks_from is MarksFrom.ESTIMATED else "pass",
            _MARKS[publication.marks_from],
        ),
    )


def glance(found: Sequence[Check]) -> Markup:
    """All checks as a list under one sentence that sums them up."""
    failed = [check for check in found if check.outcome == "fail"]
    unknown = [check for check in found if check.outcome == "open"]
    if failed:
        verdict = f"{len(failed)} of {len(found)} checks want a look."
    elif unknown:
        passed = len(found) - len(unknown)
        verdict = f"Good as far as it can be told: {passed} of {len(found)} checks pass."
    else:
        verdict = f"The book is good: it passes all {len(found)} checks."
    whole: Outcome = "fail" if failed else "open" if unknown else "pass"
    items = [_item(check) for check in found]
    summary = element("p", {"class": "verdict"}, judged(whole, verdict))
    return region("glance", "At a glance", summary, element("ul", {"class": "checks"}, *items))


def facts(publication: Publication, parts: Sequence[Part]) -> Markup:
    """Who speaks what, how long and how fast."""
    metadata = publication.metadata
    seconds = sum(part.seconds for part in parts)
    words = sum(part.words for part in parts)
    rate = words_a_minute(words, seconds)
    rows = [
        ("Voice", text(_voice(metadata.narrator))),
        *(("Another voice", text(_voice(voice))) for voice in metadata.further_narrators),
        ("Languages", text(_languages(publication))),
        ("Length", text(f"{clock(seconds)} ({said(seconds)})")),
        ("Sections", text(f"{len(parts):,}")),
        ("Sentences", text(f"{len(publication.script.utterances):,}")),
        ("Words, as they are said", text(f"{words:,}")),
        ("Pace", text(NOTHING if rate is None else f"{number(rate, 0)} words a minute")),
        ("Mastered for", text(publication.limits.preset if publication.limits else "nothing")),
    ]
    if metadata.author:
        rows.insert(0, ("Author", written(metadata.author, metadata.language)))
    entries = [
        element("div", {}, element("dt", {}, text(name)), element("dd", {}, value))
        for name, value in rows
    ]
    return region("book", "The book", element("dl", {}, lines(entries)))


def _item(check: Check) -> Markup:
    words = {"pass": "Pass", "fail": "Look at it", "open": "Not known"}[check.outcome]
    name = text(check.name)
    if check.place:
        name = element("a", {"href": f"#{check.place}"}, name)
    told = text(f". {check.told}")
    return element("li", {}, judged(check.outcome, words), text(": "), name, told)


def _text(publication: Publication, paces: Paces) -> Check:
    sentences = len(publication.script.utterances)
    if paces.silent:
        told = f"{count(paces.silent, 'sentence')} of {sentences:,} cannot be heard."
        return Check("Text", "fail", told)
    return Check("Text", "pass", f"All {count(sentences, 'sentence')} can be heard.")


def _sound(publication: Publication, parts: Sequence[Part]) -> Check:
    measured = [part.track.profile for part in parts if part.track.profile]
    limits = publication.limits
    if not measured or limits is None:
        told = "No section's sound was measured." if not measured else "No limits are set."
        return Check("Sound", "open", told, "sound")
    failed = sum(outcome(levels(profile.levels, limits)) == "fail" for profile in measured)
    if failed:
        told = f"{count(failed, 'section')} of {len(parts):,} outside {limits.preset}."
        return Check("Sound", "fail", told, "sound")
    told = f"All {count(len(measured), 'section')} measured within the limits of {limits.preset}."
    return Check("Sound", "pass", told, "sound")


def _speed(paces: Paces) -> Check:
    if paces.odd:
        told = f"{count(paces.odd, 'sentence')} more than twice as fast or slow as usual."
        return Check("Pace", "fail", told, "pace")
    return Check("Pace", "pass", "No sentence is twice as fast or slow as usual.", "pace")


def _article(findings: Sequence[Finding]) -> Check:
    found = Counter(finding.severity for finding in findings)
    told = ", ".join(count(found[one], noun) for one, noun in _NOUNS.items() if found[one])
    bad = found["error"] + found["warning"]
    return Check(
        "Article",
        "fail" if bad else "pass",
        f"{told or 'Nothing'} to mend." if bad or not told else f"{told}.",
        "findings",
    )


def _voice(voice: Voice) -> str:
    return f"{voice.name} ({voice.engine}, {voice.id})"


def _languages(publication: Publication) -> str:
    own = publication.metadata.language
    others = {
        language
        for utterance in publication.script.utterances
        for language in (utterance.language, *(token.language for token in utterance.tokens))
        if language
    }
    return ", ".join([own, *sorted(others - {own})])
