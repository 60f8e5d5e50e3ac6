import pytest

from oped_audio.errors import LexiconError
from oped_audio.model.lexicon import Lexicon
from oped_audio.reading import lexicon as reading
from oped_audio.reading.lexicon import bundled, lexicon_for, read_lexicon
from oped_audio.reading.settings import LexiconSettings

PLS = "<lexicon><lexeme><grapheme>Xi</grapheme><phoneme>a</phoneme></lexeme></lexicon>"


def said(lexicon: Lexicon) -> list[str | None]:
    """What each entry for Xi says, the weightiest last."""
    return [entry.respelled or entry.ipa for entry in lexicon.entries if entry.written == "Xi"]


def toml(word: str) -> str:
    return f"[words]\nXi = '{word}'"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    here, beside = tmp_path / "here", tmp_path / "beside"
    here.mkdir()
    beside.mkdir()
    monkeypatch.chdir(here)
    return beside


def test_the_bundled_entries_are_there_unless_they_are_not_wanted(folder):
    assert lexicon_for(LexiconSettings(), folder) == bundled()
    assert {"Xi", "Takaichi", "chaebol"} <= {entry.written for entry in bundled().entries}
    assert lexicon_for(LexiconSettings(bundled=False), folder) == Lexicon()


def test_what_lies_nearer_to_the_article_weighs_more(folder, tmp_path):
    (tmp_path / "here/lexicon.toml").write_text(toml("here"))
    (folder / "lexicon.toml").write_text(toml("beside"))
    (folder / "own.toml").write_text(toml("named"))
    (tmp_path / "here/more.pls").write_text(PLS)
    settings = LexiconSettings(files=("more.pls", "own.toml"))
    assert said(lexicon_for(settings, folder)) == ["ˈʃiː", "a", "named", "here", "beside"]
    assert said(lexicon_for(LexiconSettings(), None)) == ["ˈʃiː", "here"]


def test_a_lexicon_is_read_once_where_the_article_is_in_the_working_directory(folder, tmp_path):
    (tmp_path / "here/lexicon.toml").write_text(toml("here"))
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "here")
    assert said(lexicon_for(LexiconSettings(bundled=False), link)) == ["here"]


def test_files_are_found_by_the_article_by_the_working_directory_and_at_home(
    folder, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "home.XML").write_text(PLS)
    (folder / "a.toml").write_text(toml("beside"))
    (tmp_path / "here/a.toml").write_text(toml("here"))
    settings = LexiconSettings(False, ("a.toml", "~/home.XML", str(tmp_path / "home.XML")))
    assert said(lexicon_for(settings, folder)) == ["beside", "a", "a"]
    assert said(lexicon_for(settings, None)) == ["here", "a", "a"]


@pytest.mark.parametrize("name", ["none.toml", "~no-such-user/x.toml", "a\0b", ".", "none.pls"])
def test_a_file_that_cannot_be_read_is_named(folder, name):
    with pytest.raises(LexiconError) as raised:
        lexicon_for(LexiconSettings(files=(name,)), folder)
    assert "cannot be read" in str(raised.value)
    assert "oped.toml" in raised.value.remedy


def test_a_folder_called_lexicon_is_none(folder):
    (folder / "lexicon.toml").mkdir()
    assert lexicon_for(LexiconSettings(), folder) == bundled()


def test_no_more_is_read_than_a_lexicon_can_have(folder, monkeypatch):
    monkeypatch.setattr(reading, "_LARGEST", 10)
    (folder / "large.toml").write_text("#" * 11)
    with pytest.raises(LexiconError, match=r"large\.toml: is too large; split it"):
        read_lexicon(folder / "large.toml")
    (folder / "large.toml").write_text("#" * 10)
    assert read_lexicon(folder / "large.toml") == Lexicon()
