"""A sentence that came out wrong is narrated anew, and what was chosen lasts."""

import json
import sys
import tomllib
from dataclasses import replace
from types import ModuleType

import pytest

import oped_audio
from oped_audio.errors import NoSourceError, SettingsError
from oped_audio.voices import engine
from oped_audio.voices.engine import open_engine

ARTICLE = (
    "The return of the storks\n\n"
    "The storks came back to the valley in the spring, and nobody had expected them.\n\n"
    "A young bird leaves the nest after about two months and flies to the south.\n"
)
BROKEN = "A young bird leaves the nest after about two months and flies to the south."


class Forgetful:
    """espeak-ng, but that its first take of one sentence lacks four words."""

    def __init__(self, setup):
        self._inner = open_engine("pyttsx3", setup)
        self.close = self._inner.close

    def fingerprint(self, voice):
        return f"forgetful {self._inner.fingerprint(voice)}"

    def voices(self):
        return tuple(
            replace(voice, engine="espeak", speed=1000.0) for voice in self._inner.voices()
        )

    def speak(self, utterance, spec):
        clip = self._inner.speak(utterance, replace(spec, engine="pyttsx3", take=0))
        if utterance.written != BROKEN or spec.take:
            return clip
        begin, end = clip.marks[5].begin, clip.marks[8].end
        silence = bytes(2 * (end - begin))
        return replace(clip, pcm=clip.pcm[: 2 * begin] + silence + clip.pcm[2 * end :])


@pytest.fixture
def options(monkeypatch, tmp_path):
    module = ModuleType("forgetful_engine")
    module.Forgetful = Forgetful
    monkeypatch.setitem(sys.modules, "forgetful_engine", module)
    monkeypatch.setitem(engine.ENGINES, "espeak", "forgetful_engine:Forgetful")
    return {"voice": {"engine": "espeak", "rate_wpm": 150}, "build": {"jobs": 1}}


@pytest.fixture
def book(options, tmp_path):
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "storks.txt").write_text(ARTICLE)
    report = oped_audio.build([articles], tmp_path / "out", options)
    assert report.failures == ()
    return tmp_path / "out/storks/storks.epub"


def heard(book):
    (checked,) = oped_audio.check([book], wanted=oped_audio.Wanted(listening=True))
    return checked


def test_the_better_take_is_kept_by_every_later_build(book, options, tmp_path):
    articles = tmp_path / "articles"
    broken = heard(book)
    assert [(one.severity, one.passage.text) for one in broken.mishaps] == [("error", BROKEN)]
    done = oped_audio.retry(broken, articles)
    assert not done.checked.has_errors
    (take,) = done.takes
    assert (take.written, take.take, take.wrong_before > take.wrong) == (BROKEN, 1, True)
    assert tomllib.loads((articles / "takes.toml").read_text()) == {"storks": {BROKEN: 1}}
    mended = book.read_bytes()
    assert oped_audio.build([articles], tmp_path / "again", options).failures == ()
    assert (tmp_path / "again/storks/storks.epub").read_bytes() == mended
    assert oped_audio.retry(done.checked, articles) == replace(done, takes=())


def test_a_book_that_is_not_ours_is_told(book, tmp_path):
    broken = heard(book)
    with pytest.raises(NoSourceError, match="its article storks"):
        oped_audio.retry(broken, tmp_path)
    manifest = book.parent / "manifest.json"
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**told, "generator": "other"}))
    with pytest.raises(NoSourceError, match="is not of oped-audio"):
        oped_audio.retry(broken, tmp_path / "articles")
    for content in ("[" * 100_000, "{}", "[]", '{"source": 1}'):
        manifest.write_text(content)
        with pytest.raises(NoSourceError, match="tells its article"):
            oped_audio.retry(broken, tmp_path / "articles")


def test_a_bad_takes_file_keeps_the_book_from_being_built(book, options, tmp_path):
    (tmp_path / "articles/takes.toml").write_text("storks = 1")
    (failure,) = oped_audio.build([tmp_path / "articles"], tmp_path / "out", options).failures
    assert isinstance(failure.error, SettingsError)
    assert "takes.toml: storks: must be a table" in str(failure.error)
