"""What is heard for the numbers of other languages than English."""

import subprocess
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.scripting.spoken import spoken_forms
from oped_audio.scripting.spoken.languages import families
from oped_audio.scripting.spoken.languages.numerals import NUMERALS
from oped_audio.scripting.spoken.languages.words import cardinal, ordinal, year
from oped_audio.scripting.spoken.rewriting import claims
from oped_audio.scripting.tokens import token_spans

PAIRS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("spoken_languages.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
LANGUAGES = st.sampled_from(sorted(NUMERALS))


@pytest.mark.parametrize(("language", "written", "spoken"), PAIRS)
def test_pair(language, written, spoken):
    forms = spoken_forms(written, token_spans(written), language)
    assert " ".join(form.spoken for form in forms if form.spoken) == spoken


def test_there_are_enough_of_each():
    found = Counter(language for language, *_ in PAIRS)
    assert all(found[language] >= 12 for language in ("de", "fr", "es", "it", "pt", "nl"))
    found["no"] += found.pop("nb") + found.pop("nn")
    assert all(found[language] >= 4 for language in NUMERALS.keys() - {"nb", "nn"})


@pytest.mark.parametrize("language", ["pl", "cs", "ru", "fi", "tr", "ar", "zh", "ja", "xx"])
def test_what_has_no_table_is_left_to_the_engine(language):
    assert families(language) == ()


@pytest.mark.parametrize("language", sorted(NUMERALS))
def test_num2words_says_every_number_that_it_is_asked_for(language):
    numerals = NUMERALS[language]
    for value in chain(range(2100), range(2100, 1_000_000, 997)):
        if value <= numerals.highest and not numerals.wrong.fullmatch(str(value)):
            said = cardinal(value, numerals)
            assert said
            assert not any(map(str.isdigit, said))
            assert said == said.strip()
    assert all(year(value, numerals).strip() for value in range(1100, 2100))
    ordinals = {ordinal(value, numerals) for value in range(1, numerals.highest_ordinal + 1)}
    assert len(ordinals) == numerals.highest_ordinal


_WRITTEN = (
    "€|$|5|1|21|1.234|1 234|2026|,5|-|–| - |/|.|:| |%| %|er|e|º|ª| Mai| maj| Mio.| millions|am |a|’"
    "|\u00a0|007|5 €|3,50|€ |5.|bis"
)
PIECES = st.sampled_from(_WRITTEN.split("|"))


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30), LANGUAGES)
def test_one_form_a_token_and_no_digit_is_lost(sentence, language):
    spans = token_spans(sentence)
    forms = spoken_forms(sentence, spans, language)
    assert len(forms) == len(spans)
    left = set(range(len(sentence)))
    for said in claims(sentence, families(language)):
        stretch = sentence[said.begin : said.end]
        assert any(map(str.isalpha, said.words)) or not any(map(str.isdecimal, stretch))
        assert not any(map(str.isdecimal, said.words))
        left -= set(range(said.begin, said.end))
    unsaid = [sentence[place] for place in sorted(left) if sentence[place].isdecimal()]
    spoken = [char for form in forms for char in form.spoken if char.isdecimal()]
    assert spoken == unsaid


def test_english_loads_no_other_language():
    code = (
        "import sys; from oped_audio.scripting.spoken import spoken_forms;"
        "spoken_forms('5 men', [(0, 1), (2, 5)], 'en');"
        "sys.exit('oped_audio.scripting.spoken.languages' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
