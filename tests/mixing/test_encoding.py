"""The real encoder, and what a decoder makes of its files."""

import subprocess
from dataclasses import replace

import imageio_ffmpeg
import numpy as np
import pytest

from oped_audio.content_store import ContentStore
from oped_audio.errors import EncodingError
from oped_audio.mixing.encoding import Encoder
from oped_audio.mixing.mixer import Mixer
from oped_audio.mixing.profiles import ProfileStore
from oped_audio.mixing.settings import AudioSettings
from oped_audio.model.audio import VoiceSpec
from oped_audio.publishing.cover import cover
from oped_audio.voices.tone import SAMPLE_RATE, ToneEngine

SPEC = VoiceSpec("tone", "sine", 175, 1.0, 50)
TAGS = {"title": "A; title = #1 \\ “quoted” -y", "language": "eng", "narrator": "Sine"}


@pytest.fixture
def encoder(tmp_path):
    picture = tmp_path / "cover.jpg"
    picture.write_bytes(cover("Title", "Author"))
    return Encoder(AudioSettings(), picture, tmp_path)


@pytest.fixture
def pcm(utterance):
    return ToneEngine().speak(utterance("One two three four five six seven."), SPEC).pcm


def ffmpeg(*arguments: object) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def decode(path) -> np.ndarray:
    return np.frombuffer(ffmpeg("-i", path, "-map", "0:a", "-f", "s16le", "-"), "<i2").astype(float)


def test_the_decoded_sound_lies_where_the_source_did(encoder, pcm, tmp_path):
    encoder.encode(pcm, SAMPLE_RATE, tmp_path / "a.mp3", TAGS)
    source, decoded = np.frombuffer(pcm, "<i2").astype(float), decode(tmp_path / "a.mp3")
    shift = np.argmax(np.correlate(decoded, source, "full")) - (source.size - 1)
    assert abs(shift) <= 1
    assert decoded.size >= source.size


def test_it_is_mono_with_constant_bit_rate_a_header_tags_and_cover(encoder, pcm, tmp_path):
    path = tmp_path / "a.mp3"
    encoder.encode(pcm, SAMPLE_RATE, path, TAGS)
    assert b"Info" in path.read_bytes()  # LAME's name for the Xing header of a constant bit rate
    told = ffmpeg("-i", path, "-f", "ffmetadata", "-").decode()
    assert "title=A\\; title \\= \\#1 \\\\ “quoted” -y" in told
    assert "language=eng" in told
    assert "narrator=Sine" in told
    pictures = ffmpeg("-i", path, "-map", "0:v", "-c", "copy", "-f", "mjpeg", "-")
    assert pictures == encoder.cover.read_bytes()


def test_the_same_sound_gives_the_same_bytes_and_no_scratch(encoder, pcm, tmp_path):
    for name in ("a.mp3", "b.mp3"):
        encoder.encode(pcm, SAMPLE_RATE, tmp_path / name, TAGS)
    assert (tmp_path / "a.mp3").read_bytes() == (tmp_path / "b.mp3").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {"a.mp3", "b.mp3", "cover.jpg"}


def test_what_ffmpeg_refuses_is_told(encoder, pcm, tmp_path):
    broken = replace(encoder, cover=tmp_path / "missing.jpg")
    with pytest.raises(EncodingError, match=r"01\.mp3: could not be encoded"):
        broken.encode(pcm, SAMPLE_RATE, tmp_path / "01.mp3", TAGS)


def test_a_track_is_encoded_once_and_again_when_anything_in_it_changes(
    encoder, utterance, tmp_path
):
    damaged: list[str] = []
    tracks = ContentStore(tmp_path / "tracks", ".mp3")
    profiles = ProfileStore(tmp_path, damaged.append)
    mixer = Mixer(tracks, profiles, encoder, "digest", damaged.append)
    said = [utterance("One."), utterance("Two.")]
    clips = [ToneEngine().speak(one, SPEC) for one in said]

    def mix(mixer=mixer, said=said, keys=("k1", "k2"), tags=TAGS):
        return mixer.mix("01-introduction", said, clips, keys, tags).encoded

    first = mix()
    written = first.stat().st_ctime_ns
    assert mix() == first
    others = {
        mix(keys=("k1", "k3")),
        mix(tags={"title": "B"}),
        mix(said=[said[0], replace(said[1], pause_ms=900)]),
        mix(mixer=replace(mixer, cover_digest="other")),
        mix(mixer=replace(mixer, encoder=replace(encoder, settings=AudioSettings(48)))),
    }
    assert len({first, *others}) == 6
    first.write_bytes(b"damaged")
    assert mix() == first
    assert damaged == [str(first)]
    assert first.stat().st_size > 1000
    assert first.stat().st_ctime_ns > written
