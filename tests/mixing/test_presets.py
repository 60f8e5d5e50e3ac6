import pytest

from oped_audio.mixing.presets import limits, preset


def test_the_report_is_told_what_acx_asks_of_an_audiobook():
    told = limits(preset("audiobook"), 1)
    assert (told.integrated_lufs, told.rms_db, told.noise_floor_db) == (None, (-23.0, -18.0), -60.0)
    assert told.true_peak_dbtp == -3.0


@pytest.mark.parametrize(
    ("name", "channels", "middle"),
    [
        ("podcast", 1, -19.0),
        ("podcast", 2, -19.01),
        ("broadcast", 1, -23),
        ("broadcast", 2, -26.01),
    ],
)
def test_each_channel_of_two_is_as_much_quieter_as_both_are_louder(name, channels, middle):
    low, high = limits(preset(name), channels).integrated_lufs
    assert (low + high) / 2 == pytest.approx(middle, abs=0.01)
    assert high - low == 2.0
