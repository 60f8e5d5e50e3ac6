"""The names in the news that come with the program, held against what they were checked against."""

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from oped_audio.model.ipa import STRESSES, is_vowel, symbols
from oped_audio.reading.lexicon import bundled
from oped_audio.reading.lexicon.dictionary import pronunciations
from oped_audio.voices.espeak.mnemonics import mnemonics

SOURCES = [
    line.split("\t")
    for line in Path(__file__).with_name("news_sources.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ENTRIES = bundled().entries
CMUDICT = {row[0] for row in SOURCES if row[1] == "cmudict" and re.fullmatch(r"[A-Za-z]+", row[0])}

# What dictionaries of American English write in more than one way for the same sound.
SAME = str.maketrans("ɝɚɜʌɔɒiu", "əəəəɑɑɪʊ")
GLIDES = str.maketrans("", "", "jwɹː")


def test_there_are_enough_and_most_were_checked_against_a_source():
    checked = Counter(row[1] != "unchecked" for row in SOURCES)
    assert len(ENTRIES) >= 1000
    assert checked[True] >= 900
    assert all(row[2] for row in SOURCES if row[1] == "unchecked")


def test_each_entry_has_its_source_and_is_there_once():
    assert [entry.written for entry in ENTRIES] == [row[0] for row in SOURCES]
    assert len({entry.written for entry in ENTRIES}) == len(ENTRIES)
    assert {entry.language for entry in ENTRIES} == {"en"}


def test_each_is_spelled_as_it_is_kept_so_that_it_is_read_fast():
    written = files("oped_audio.reading.lexicon").joinpath("news_en.toml").read_text("utf-8")
    assert re.findall(r'"/(.*)/"', written) == [entry.ipa for entry in ENTRIES]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pl", "zh"])
def test_each_entry_can_be_said_by_every_voice(language):
    assert all(mnemonics(entry.ipa, language) for entry in ENTRIES)


def test_those_checked_against_the_carnegie_mellon_dictionary_agree_with_it():
    known = pronunciations({written.lower() for written in CMUDICT})
    assert len(CMUDICT) > 350
    differ = {
        entry.written: (entry.ipa, known[entry.written.lower()])
        for entry in ENTRIES
        if entry.written in CMUDICT
        and not any(alike(entry.ipa, said) for said in known[entry.written.lower()])
    }
    assert differ == {}


def test_another_sound_or_stress_would_be_noticed():
    assert alike("ˈbɪtkɔɪn", "bˈɪtkˌɔɪn")
    assert not alike("ˈbɪdkɔɪn", "bˈɪtkˌɔɪn")
    assert not alike("bɪtˈkɔɪn", "bˈɪtkˌɔɪn")
    assert not alike("ˈbætkɔɪn", "bˈɪtkˌɔɪn")


def alike(one: str, other: str) -> bool:
    """Whether the consonants are the same, and the vowel with the main stress where one is told."""
    (consonants, stressed), (others, other_stressed) = skeleton(one), skeleton(other)
    return consonants == others and (stressed == other_stressed or not other_stressed)


def skeleton(ipa: str) -> tuple[str, str]:
    consonants, stressed, is_next = "", "", False
    vowels = []
    for symbol in symbols(ipa.replace(" ", "")):
        if symbol in STRESSES:
            is_next = symbol == "ˈ"
        elif is_vowel(symbol):
            vowels.append(symbol.translate(SAME).translate(GLIDES))
            stressed, is_next = (vowels[-1], False) if is_next else (stressed, False)
        else:
            consonants += symbol.translate(GLIDES)
    return re.sub(r"(.)\1+", r"\1", consonants), stressed or (vowels[0] if len(vowels) == 1 else "")
