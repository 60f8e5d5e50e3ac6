import pytest

from oped_audio.mixing.settings import AudioSettings


@pytest.mark.parametrize(
    "wrong",
    [
        {"formats": ()},
        {"sample_rate": 11_000},
        {"bitrate_kbps": 192},
        {"bitrate_kbps": 144, "sample_rate": 44_100},
        {"opus_kbps": 5},
        {"aac_kbps": 300},
    ],
)
def test_what_no_encoder_takes_is_refused(wrong):
    (name,) = [key for key in wrong if key != "sample_rate"] or ["sample_rate"]
    with pytest.raises(ValueError, match=name):
        AudioSettings(**wrong)


def test_what_acx_asks_for_can_be_set():
    assert AudioSettings(bitrate_kbps=192, sample_rate=44_100).bitrate_kbps == 192
