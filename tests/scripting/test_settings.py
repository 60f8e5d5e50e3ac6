from dataclasses import fields

import pytest

from oped_audio.scripting.settings import PauseSettings, RoleSpeech


@pytest.mark.parametrize("name", [field.name for field in fields(PauseSettings)])
@pytest.mark.parametrize("value", [-1, 10_001])
def test_a_pause_out_of_range_is_refused(name, value):
    with pytest.raises(ValueError, match=name):
        PauseSettings(**{name: value})


@pytest.mark.parametrize("value", [0, 10_000])
def test_both_ends_of_the_range_are_allowed(value):
    assert PauseSettings(section_ms=value).section_ms == value


@pytest.mark.parametrize("name", ["before_ms", "after_ms"])
@pytest.mark.parametrize("value", [-1, 10_001])
def test_a_pause_of_a_role_out_of_range_is_refused(name, value):
    with pytest.raises(ValueError, match=name):
        RoleSpeech(**{name: value})
