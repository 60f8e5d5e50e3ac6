"""Overlays: every sentence once, in order, at its time, without holes."""

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from oped_audio.model.audio import TimedUtterance, TimedWord, Timeline
from oped_audio.model.document import Document, Item, ItemList, Section, Span
from oped_audio.model.timecode import milliseconds
from oped_audio.publishing.epub.overlay import overlay
from oped_audio.publishing.epub.pages import pages
from oped_audio.publishing.epub.timing import Par, duration_ms, sentences

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
TEXTREF = "{http://www.idpf.org/2007/ops}textref"
HIGHLIGHTS = ["sentence", "word"]


def ids(root):
    return [node.get("id") for node in root.iter() if node.get("id")]


def targets(root):
    return [node.get("src").split("#")[1] for node in root.iter("{*}text")]


def ms(clock):
    hours, minutes, seconds = clock.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


def clips(root):
    return [(ms(n.get("clipBegin")), ms(n.get("clipEnd"))) for n in root.iter("{*}audio")]


def retimed(page, entries, rate=22050):
    return replace(page, track=replace(page.track, timeline=Timeline(rate, tuple(entries))))


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_everything_pointed_at_is_there_and_in_the_order_of_the_text(
    publication, opened, highlight
):
    files = opened(publication, highlight)
    for page in pages(publication):
        smil = etree.fromstring(files[f"EPUB/{page.overlay_href}"])
        text = ids(etree.fromstring(files[f"EPUB/{page.text_href}"]))
        assert sorted(targets(smil), key=text.index) == targets(smil)
        for node in smil.iter("{*}seq", "{*}text"):
            file, fragment = (node.get(TEXTREF) or node.get("src")).split("#")
            assert file == f"../{page.text_href}"
            assert fragment in text
        assert {n.get("src") for n in smil.iter("{*}audio")} == {f"../{page.audio_href}"}


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_each_seq_holds_what_its_element_holds(publication, opened, highlight):
    files = opened(publication, highlight)
    for page in pages(publication):
        root = etree.fromstring(files[f"EPUB/{page.text_href}"])
        by_id = {node.get("id"): node for node in root.iter() if node.get("id")}
        smil = etree.fromstring(files[f"EPUB/{page.overlay_href}"])
        for seq in smil.iter("{*}seq"):
            holds = set(ids(by_id[seq.get(TEXTREF).split("#")[1]]))
            assert set(targets(seq)) <= holds
            refs = {s.get(TEXTREF).split("#")[1] for s in seq.iter("{*}seq")}
            assert refs <= holds


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_all_visible_text_and_every_picture_is_in_one_par(publication, opened, highlight):
    files = opened(publication, highlight)
    for page in pages(publication):
        body = etree.fromstring(files[f"EPUB/{page.text_href}"]).find("{*}body")
        for hidden in body.xpath("//*[@hidden]"):
            hidden.getparent().remove(hidden)
        heard = targets(etree.fromstring(files[f"EPUB/{page.overlay_href}"]))
        told = "".join("".join(body.xpath(f'string(//*[@id="{one}"])').split()) for one in heard)
        assert told == "".join(body.xpath("string()").split())
        assert all(picture.get("id") in heard for picture in body.iter("{*}img"))


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_clips_follow_each_other_without_holes_to_the_end_of_the_audio(publication, highlight):
    for page in pages(publication):
        times = clips(etree.fromstring(overlay(page, highlight)))
        assert all(begin < end for begin, end in times)
        assert all(end == begin for (_, end), (begin, _) in pairwise(times))
        timeline = page.track.timeline
        assert times[-1][1] == 1000 * timeline.length // timeline.sample_rate
        assert duration_ms(page) == times[-1][1] - times[0][0]


def test_sentences_are_heard_at_their_times(publication):
    for page in pages(publication):
        entries = page.track.timeline.entries
        assert [s.pars[0].begin_ms for s in sentences(page, "sentence")] == [
            milliseconds(entry.begin, 22050) for entry in entries
        ]
        assert [s.utterance.id for s in sentences(page, "sentence")] == [
            entry.utterance for entry in entries
        ]


def test_words_are_heard_at_their_times(publication):
    page = pages(publication)[1]
    entry = page.track.timeline.entries[0]
    words = sentences(page, "word")[0].pars
    assert [par.begin_ms for par in words] == [milliseconds(w.begin, 22050) for w in entry.words]
    assert words[-1].end_ms == milliseconds(entry.end, 22050)


def test_encoder_delay_comes_before_everything(publication):
    page = pages(publication)[2]
    late = replace(
        page, track=replace(page.track, files=(replace(page.track.files[0], encoder_delay=22050),))
    )
    for early, delayed in zip(sentences(page, "word"), sentences(late, "word"), strict=True):
        assert [(p.begin_ms + 1000, p.end_ms + 1000) for p in early.pars] == [
            (p.begin_ms, p.end_ms) for p in delayed.pars
        ]
    assert duration_ms(late) == duration_ms(page)


def test_the_audio_may_begin_before_the_first_sentence(publication):
    page = pages(publication)[1]
    first, *rest = page.track.timeline.entries
    page = retimed(page, [replace(first, begin=2205), *rest])
    assert sentences(page, "sentence")[0].pars[0].begin_ms == 100


def title_alone(publication, length, words):
    """The title page cut down to its heading of four words, heard at 1000 Hz."""
    page = pages(publication)[1]
    page = replace(page, utterances=page.utterances[:1])
    timed = tuple(TimedWord(token, begin, begin) for token, begin in enumerate(words))
    entry = TimedUtterance(page.utterances[0].id, 0, length, length, timed)
    return retimed(page, [entry], rate=1000)


def test_words_at_one_moment_are_moved_apart(publication):
    (sentence,) = sentences(title_alone(publication, 50, (0, 0, 0, 50)), "word")
    assert [(par.begin_ms, par.end_ms) for par in sentence.pars] == [
        *((0, 1), (1, 2), (2, 49), (49, 50))
    ]


@pytest.mark.parametrize(("length", "words"), [(3, (0, 1, 2, 3)), (50, (0, 10))])
def test_words_that_cannot_be_told_apart_light_up_together(publication, length, words):
    page = title_alone(publication, length, words)
    (sentence,) = sentences(page, "word")
    assert sentence.pars == (Par("s00-h-u1", 0, length),)
    assert targets(etree.fromstring(overlay(page, "word"))) == ["s00-h-u1"]


def test_audio_too_short_for_its_sentences_is_refused(publication):
    with pytest.raises(ValueError, match="1 sentences in 0 ms"):
        sentences(title_alone(publication, 0, ()), "sentence")


def test_listeners_can_escape_figures_lists_notes_and_tables(publication):
    smils = [etree.fromstring(overlay(page, "sentence")) for page in pages(publication)[:5]]
    found = [(n.get("id"), n.get(EPUB_TYPE)) for smil in smils for n in smil.iter("{*}seq")]
    assert found == [
        ("cover", "cover"),
        ("s00", "titlepage"),
        ("s01", "introduction"),
        ("s01-p02", "figure"),
        ("s01-p02-c", None),
        ("s02", "chapter"),
        ("s02-p02", "list"),
        ("s02-p02-i1-n", "list-item"),
        ("s02-p02-i1-l", "list"),
        ("s02-p02-i2-n", "list-item"),
        ("s02-p03-q", None),
        ("s02-p04-n", "footnote"),
        ("s02-p05", "table"),
        ("s02-p05-c", None),
        ("s02-p05-r1", "table-row"),
        ("s02-p05-r1c1", "table-cell"),
        ("s02-p05-r2", "table-row"),
        ("s02-p05-r2c1", "table-cell"),
        ("s03", "contributors"),
    ]


def test_words_of_a_sentence_are_in_a_seq_of_its_own(publication):
    smil = etree.fromstring(overlay(pages(publication)[1], "word"))
    seq = smil.xpath("//*[@id='s00-h-u1']")[0]
    assert [par.get("id") for par in seq] == [f"s00-h-u1-w{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_a_label_that_no_marker_shows_lights_up_with_its_item(narrated, opened, highlight):
    items = (
        Item("s01-p01-i1", "item", (Span("First this."),), "1.1"),
        Item("s01-p01-i2", "item", (Span("Then that."),), "1.2"),
    )
    section = Section("s01", "section", "Rules", (ItemList("s01-p01", "list", (), items),))
    book = narrated(Document("T", None, None, "en", (section,)))
    files = opened(book, highlight)
    root = etree.fromstring(files["EPUB/text/01-section.xhtml"])
    first = targets(etree.fromstring(files["EPUB/overlays/01-section.smil"]))[1]
    (lit,) = root.xpath(f"//*[@id='{first}']")
    expected = {"sentence": "1.1 First this.", "word": "1.1 First"}[highlight]
    assert lit.xpath("string()") == expected
