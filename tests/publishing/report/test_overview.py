from dataclasses import replace

from lxml import etree

from oped_audio.model.audio import MarksFrom, Voice
from oped_audio.model.finding import Finding
from oped_audio.model.script import Script, Token
from oped_audio.publishing.report.overview import checks, facts, glance
from oped_audio.publishing.report.pace import paces
from oped_audio.publishing.report.sections import parts


def checked(publication):
    found = parts(publication)
    return {check.name: check for check in checks(publication, found, paces(found, 5))}


def verdict(publication):
    page = etree.fromstring(glance(tuple(checked(publication).values())))
    return "".join(page.find("p").itertext())


def finding(severity):
    return Finding("rule", severity, "line 1", "amiss", "mend it", "x.txt")


def test_a_good_book_is_called_good(measured):
    found = checked(measured)
    assert {check.outcome for check in found.values()} == {"pass"}
    assert found["Sound"].told == "All 4 sections measured within the limits of audiobook."
    assert found["Text"].told == "All 11 sentences can be heard."
    assert verdict(measured) == "✓ The book is good: it passes all 5 checks."


def test_what_wants_a_look_is_counted_and_linked_to(failing):
    found = checked(failing)
    assert found["Sound"].told == "1 section of 4 outside audiobook."
    assert found["Article"].told == "1 warning to mend."
    assert verdict(failing) == "✗ 2 of 5 checks want a look."
    page = etree.fromstring(glance(tuple(found.values())))
    assert [a.get("href") for a in page.iter("a")] == ["#sound", "#pace", "#findings"]


def test_what_is_not_known_is_not_called_good(measured, publication):
    unlimited = replace(measured, limits=None)
    assert checked(unlimited)["Sound"].told == "No limits are set."
    assert checked(publication)["Sound"].told == "No section's sound was measured."
    assert verdict(unlimited) == "– Good as far as it can be told: 4 of 5 checks pass."


def test_estimated_word_times_want_a_look(measured):
    outcomes = {
        marks: checked(replace(measured, marks_from=marks))["Word times"].outcome
        for marks in MarksFrom
    }
    assert list(outcomes.values()) == ["pass", "pass", "fail"]


def test_remarks_alone_do_not_make_a_book_bad(measured):
    remarked = checked(replace(measured, findings=(finding("info"), finding("info"))))["Article"]
    assert (remarked.outcome, remarked.told) == ("pass", "2 remarks.")
    worse = replace(measured, findings=(finding("info"), finding("error")))
    assert checked(worse)["Article"].told == "1 error, 1 remark to mend."


def test_a_sentence_that_cannot_be_heard_fails_the_text(measured):
    first, *others = measured.tracks
    entries = first.timeline.entries[1:]
    lacking = replace(first, timeline=replace(first.timeline, entries=entries))
    found = checked(replace(measured, tracks=(lacking, *others)))["Text"]
    assert (found.outcome, found.told) == ("fail", "1 sentence of 11 cannot be heard.")


def test_an_odd_pace_wants_a_look(measured):
    first, second, *others = measured.tracks
    entry, *rest = second.timeline.entries
    word = replace(entry.words[-1], end=entry.begin + 10)
    hasty = replace(entry, words=(replace(entry.words[0], begin=entry.begin), word))
    timeline = replace(second.timeline, entries=(hasty, *rest))
    hurried = replace(measured, tracks=(first, replace(second, timeline=timeline), *others))
    assert checked(hurried)["Pace"].told == "1 sentence more than twice as fast or slow as usual."


def read(publication):
    page = etree.fromstring(facts(publication, parts(publication)))
    return [("".join(e[0].itertext()), "".join(e[1].itertext())) for e in page.iter("div")]


def test_tells_who_speaks_how_long_and_how_fast(measured):
    told = dict(read(measured))
    assert told["Author"] == "Ada Byron"
    assert told["Voice"] == "Beep (tone, beep)"
    assert told["Languages"] == "en"
    assert told["Length"] == "0:24 (24 seconds)"
    assert (told["Sections"], told["Sentences"]) == ("4", "11")
    assert told["Mastered for"] == "audiobook"
    assert told["Pace"].endswith(" words a minute")


def test_names_every_voice_and_language(measured):
    other = Voice("tone", "low", "Low beep", ("en",))
    metadata = replace(measured.metadata, author=None, further_narrators=(other,))
    first, *others = measured.script.utterances
    french = replace(first, tokens=(Token(0, 8, "harbours", language="fr"),))
    script = Script((french, *others))
    told = read(replace(measured, metadata=metadata, script=script, limits=None))
    assert told[:3] == [
        ("Voice", "Beep (tone, beep)"),
        ("Another voice", "Low beep (tone, low)"),
        ("Languages", "en, fr"),
    ]
    assert told[-1] == ("Mastered for", "nothing")


def test_a_book_without_sound_has_no_pace(measured):
    tracks = tuple(
        replace(track, timeline=replace(track.timeline, entries=())) for track in measured.tracks
    )
    assert dict(read(replace(measured, tracks=tracks)))["Pace"] == "–"
