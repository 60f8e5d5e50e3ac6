import re
import tomllib
from importlib.resources import files
from string import Formatter

import pytest

from oped_audio.publishing.read_along.times import SAID
from oped_audio.publishing.read_along.words import words

FOLDER = files("oped_audio.publishing") / "templates" / "read_along"
TABLES = tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))


def fields(words):
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name)


@pytest.mark.parametrize("language", TABLES)
def test_every_language_has_all_words_with_the_same_facts_in_them(language):
    known = {key: fields(value) for key, value in TABLES["en"].items()}
    assert {key: fields(value) for key, value in TABLES[language].items()} == known
    assert all(TABLES[language].values())


def test_the_script_uses_words_that_there_are():
    scripts = [path.read_text("utf-8") for path in FOLDER.iterdir() if path.name.endswith(".js")]
    used = {
        key for script in scripts for key in re.findall(r"say\('(\w+)'|data\.words\.(\w+)", script)
    }
    keys = {one or other for one, other in used}
    assert keys == set(SAID) <= TABLES["en"].keys()


def test_where_a_language_is_not_known_the_words_are_english_and_say_so():
    assert words("de-AT")["play"] == "Abspielen"
    assert words("de-AT").attributes("de-AT") == {}
    assert words("fi")["play"] == "Play"
    assert words("ar").attributes("fi") == {"lang": "ar", "dir": "rtl"}
