"""Real speech, listened to by the real recogniser; what is broken in it is found, and no more."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from oped_audio.checking.judging import NATURAL
from oped_audio.checking.listening import Listener, listen
from oped_audio.model.listening import Part, Passage, Word
from oped_audio.pipeline.checking import Wanted, check, look
from oped_audio.settings import load

TEXTS = (
    "The storks came back to the valley in the spring, and nobody had expected them.",
    "Some of the lists are more than two hundred years old.",
    "They were written by priests, teachers and farmers.",
    "A young bird leaves the nest after about two months and flies to the south.",
    "Nobody can tell how many of them will return from Africa next year.",
    "Every village along the river keeps a list of the nests on its roofs.",
    "It was raining.",
)


@pytest.fixture(scope="module")
def sentences(spoken):
    return spoken(TEXTS)


@pytest.fixture(scope="module")
def heard(tmp_path_factory, zipped, entries_of):
    """What is found in a book of these sentences."""
    cache = str(load(None, "", {}).settings.cache.path)

    def listen_to(sentences):
        path = zipped(tmp_path_factory.mktemp("book") / "a.epub", entries_of(sentences))
        (checked,) = check([path], {"cache": {"folder": cache}}, wanted=Wanted(listening=True))
        return checked

    return listen_to


def noise(sentence):
    samples = np.random.default_rng(1).normal(0, 3000, len(sentence.clip.pcm) // 2)
    return sentence.with_pcm(samples.clip(-32_000, 32_000).astype("<i2").tobytes())


def test_a_good_narration_has_no_errors(sentences, heard):
    checked = heard(sentences)
    assert checked.mishaps == ()
    assert about_narration(checked) == []
    assert checked.passages == len(TEXTS)
    assert checked.words == sum(len(text.split()) for text in TEXTS)
    assert checked.error_rate < 0.15


def test_every_defect_is_found_at_its_sentence_and_time(sentences, heard):
    storks, lists, priests, bird, nobody, village, rain = sentences
    broken = [
        storks,
        replace(lists, clip=village.clip),
        noise(priests),
        bird.without(5, 8),
        nobody.twice(4, 7),
        replace(village, clip=lists.clip),
        rain,
    ]
    checked = heard(broken)
    found = {mishap.passage.id: mishap for mishap in checked.mishaps}
    assert sorted(found) == ["s1", "s2", "s3", "s4", "s5"]
    assert {mishap.severity for mishap in checked.mishaps} == {"error"}
    assert found["s3"].kind == "dropped"
    assert found["s4"].kind == "repeated"
    assert found["s1"].kind == found["s5"].kind == "garbled"
    assert "village" in found["s1"].heard
    at = 0.0
    for sentence in broken:
        if sentence.id in found:
            assert found[sentence.id].passage.begin_ms == pytest.approx(at * 1000, abs=2)
        at += sentence.clip.length / sentence.clip.sample_rate + 0.4
    place = about_narration(checked)[0].place
    assert place.startswith("OPS/one.wav 0:00:0")
    assert place.endswith("(s1)")
    assert checked.has_errors


def about_narration(checked):
    return [finding for finding in checked.findings if finding.rule.startswith("narration-")]


def test_without_listening_the_book_is_audited(sentences, tmp_path, zipped, entries_of):
    entries = entries_of(sentences)

    def rules(name, entries):
        return {finding.rule for finding in look(zipped(tmp_path / name, entries)).findings}

    missing = {"audio-missing", "no-narration"}
    assert rules("a.epub", entries).isdisjoint(missing)
    bare = str(entries["OPS/book.opf"]).replace('media-overlay="o"', "")
    assert "no-narration" in rules("b.epub", {**entries, "OPS/book.opf": bare})
    del entries["OPS/one.wav"]
    assert "audio-missing" in rules("c.epub", entries)


class Fake:
    """Hears what it is told to, a text a call."""

    def __init__(self, *texts):
        self.texts = list(texts)
        self.lengths = []

    def text(self, pcm, language, *, carefully=False):
        self.lengths.append(len(pcm) // 32)
        return self.texts.pop(0)


def words_of(text, language):
    return tuple(Word(word, 0, 0) for word in text.split() if word.isalpha())


@pytest.fixture
def fake(sentences, tmp_path, entries_of):
    """Listen to passages of so many milliseconds with what a fake recogniser hears."""

    def run(passages, *texts):
        audio = tmp_path / "a.wav"
        audio.write_bytes(entries_of(sentences)["OPS/one.wav"])
        transcriber = Fake(*texts)
        with ThreadPoolExecutor(1) as executor:
            listener = Listener(transcriber, words_of, NATURAL)
            part = Part("t.xhtml", "a.wav", "en", tuple(passages))
            return listen(listener, part, audio, "a.epub", executor, 1), transcriber

    return run


def test_a_slip_of_the_recogniser_is_no_finding(fake):
    passages = [Passage("a", "one two three four five", 0, 2000), Passage("b", "six", 2000, 2500)]
    found, recogniser = fake(passages, "one five six", "one two three four five")
    assert found.mishaps == ()
    assert (found.words, found.errors, found.seconds) == (6, 3, 2.5)
    assert recogniser.lengths == [2500, 2000]


def test_more_may_be_said_in_a_note_than_is_written(fake):
    passages = [Passage("a", "six seven eight nine", 0, 2000, is_set_off=True)]
    said = "this is note one six seven eight nine"
    assert fake(passages, said, said)[0].mishaps == ()
    plain = [replace(passages[0], is_set_off=False)]
    (mishap,) = fake(plain, said, said)[0].mishaps
    assert (mishap.kind, mishap.heard) == ("added", said)


def test_windows_are_of_whole_sentences_and_begin_anew_where_time_goes_back(fake):
    bounds = [(0, 9000), (9000, 18_000), (18_000, 29_000), (0, 1000), (1000, 1000)]
    passages = [Passage(str(n), "one", *pair) for n, pair in enumerate(bounds)]
    assert fake(passages, "one one", "one", "one one")[1].lengths[:1] == [18_000]


def test_what_has_no_words_is_not_judged(fake):
    assert fake([Passage("a", "* * *", 0, 2000)], "thank you for watching")[0].mishaps == ()
