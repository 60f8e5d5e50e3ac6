import tomllib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oped_audio.errors import SettingsError
from oped_audio.publishing.takes_toml import takes_toml
from oped_audio.reading.takes import read_takes, takes_for


@pytest.fixture
def path(tmp_path):
    return tmp_path / "takes.toml"


def test_takes_are_read_for_the_article(path):
    path.write_text('[storks]\n"They came back." = 2\n[other]\n"No." = 1\n')
    assert takes_for(path.parent, "storks") == {"They came back.": 2}
    assert takes_for(path.parent, "herons") == {}


def test_there_need_be_none(path):
    assert takes_for(path.parent, "storks") == {}
    assert takes_for(None, "storks") == {}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[storks", "is not valid TOML"),
        (b"\xff\xfe", "is not valid TOML"),
        (b"x = " + b"[" * 100_000, "is not valid TOML"),
        (b"storks = 1", "storks: must be a table"),
        (b'[storks]\n"It rained." = "2"', "It rained.: must be a number from 0 to 99"),
        (b'[storks]\n"It rained." = true', "must be a number"),
        (b'[storks]\n"It rained." = 100', "must be a number"),
        (b'[storks]\n"It rained." = -1', "must be a number"),
        (b"[storks]\n" + b"x" * 300 + b" = 1.5", "…: must be a number"),
        (b"#" * 5_000_001, "is too large"),
    ],
)
def test_a_bad_file_is_told_in_one_line(path, content, told):
    path.write_bytes(content)
    with pytest.raises(SettingsError) as error:
        read_takes(path)
    assert told in str(error.value)
    assert str(path) in str(error.value)
    assert error.value.remedy


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        read_takes(tmp_path)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), max_size=20),
        st.dictionaries(
            st.text(st.characters(codec="utf-8"), max_size=9), st.integers(0, 99), max_size=3
        ),
        max_size=3,
    )
)
def test_what_is_written_is_read_again(takes):
    assert tomllib.loads(takes_toml(takes)) == takes


def test_it_is_sorted_and_says_what_it_is():
    written = takes_toml({"b": {"z": 1, "a": 2}, "a": {}})
    assert written.startswith("# Which rendition")
    assert written.endswith('\n["a"]\n\n["b"]\n"a" = 2\n"z" = 1\n')
