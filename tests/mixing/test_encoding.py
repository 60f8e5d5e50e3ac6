"""The real encoder, and what decoders and other programs make of its files."""

import io
import sys
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import mutagen
import numpy as np
import pytest
from mutagen.flac import Picture
from PIL import Image

from oped_audio.errors import EncodingError, OutputError
from oped_audio.mixing import ffmpeg as ffmpegs
from oped_audio.mixing.encoding import Cover, Encoder, Sound
from oped_audio.mixing.ffmetadata import ffmetadata
from oped_audio.mixing.formats import FORMATS, formats_to_make, lame_scale
from oped_audio.mixing.settings import AudioSettings
from oped_audio.publishing.cover import cover

TAGS = {
    "title": "A; title = #1 \\ “quoted” -y",
    "album": "Storks",
    "artist": "Ada",
    "composer": "Sine",
    "narrator": "Sine",
    "track": "2/8",
    "language": "eng",
    "date": "2026",
}
RATE = 22_050


@pytest.fixture
def encoder(tmp_path):
    picture = tmp_path / "cover.jpg"
    picture.write_bytes(cover("Title", "Author"))
    return Encoder(AudioSettings(), Cover("cover", lambda: picture))


@pytest.fixture
def sound(speech, tmp_path):
    path = tmp_path / "a.pcm"
    path.write_bytes(b"".join(clip.pcm for clip in speech))
    return Sound("01", path, RATE)


def shift(decoded: np.ndarray, source: np.ndarray) -> int:
    """By how many samples what was decoded comes late, by cross-correlation."""
    size = 1 << (decoded.size + source.size).bit_length()
    spectrum = np.fft.rfft(decoded, size) * np.conj(np.fft.rfft(source, size))
    at = int(np.argmax(np.fft.irfft(spectrum, size)))
    return at if at < size // 2 else at - size


@pytest.mark.parametrize("settings", [{}, {"sample_rate": 44_100}, {"channels": 2}])
@pytest.mark.parametrize("name", FORMATS)
def test_the_decoded_sound_lies_where_the_source_did(
    encoder, sound, decoded, tmp_path, name, settings
):
    path = tmp_path / f"a.{name}"
    replace(encoder, settings=AudioSettings(**settings)).encode(FORMATS[name], sound, path, TAGS)
    source, found = np.frombuffer(sound.pcm.read_bytes(), "<i2").astype(float), decoded(path, RATE)
    assert abs(shift(found, source)) <= 3  # a seventh of a millisecond
    assert -2 <= found.size - source.size <= 0.05 * RATE
    end = source[-RATE:]
    heard = found[source.size - RATE : source.size]
    assert abs(shift(heard, end[: heard.size])) <= 3
    assert np.corrcoef(heard, end[: heard.size])[0, 1] > (0.85 if name == "opus" else 0.97)
    assert heard.std() == pytest.approx(end.std(), rel=0.08)


@pytest.mark.parametrize("name", ["flac", "wav"])
def test_what_is_lossless_is_the_source(encoder, sound, ffmpeg, tmp_path, name):
    path = tmp_path / f"a.{name}"
    encoder.encode(FORMATS[name], sound, path, TAGS)
    assert ffmpeg("-i", path, "-map", "0:a", "-f", "s16le", "-") == sound.pcm.read_bytes()


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("mp3", ("TIT2", "TALB", "TPE1", "TCOM", "TXXX:narrator", "TRCK", "TLAN")),
        ("m4a", ("©nam", "©alb", "©ART", "©wrt", None, "trkn", None)),
        ("opus", ("title", "album", "artist", "composer", "narrator", "tracknumber", "language")),
        ("flac", ("title", "album", "artist", "composer", "narrator", "tracknumber", "language")),
        ("wav", ("TIT2", "TALB", "TPE1", "TCOM", "TXXX:narrator", "TRCK", "TLAN")),
    ],
)
def test_every_container_has_tags_and_cover(encoder, sound, tmp_path, name, keys):
    path = tmp_path / f"a.{name}"
    encoder.encode(FORMATS[name], sound, path, TAGS)
    file = mutagen.File(path)
    wanted = ("title", "album", "artist", "composer", "narrator", "track", "language")
    for key, tag in zip(keys, wanted, strict=True):
        if key == "trkn":
            assert file.tags[key] == [(2, 8)]
        elif key:
            found = file.tags[key]
            assert str(found[0] if isinstance(found, list) else found) == TAGS[tag]
    assert picture(file) == encoder.cover.drawn().read_bytes()


def picture(file) -> bytes:
    if "covr" in file.tags:
        return bytes(file.tags["covr"][0])
    if "metadata_block_picture" in file.tags:
        found = Picture(b64decode(file.tags["metadata_block_picture"][0]))
        assert (found.type, found.mime, found.width, found.height) == (3, "image/jpeg", 1600, 2560)
        return found.data
    if getattr(file, "pictures", None):
        return file.pictures[0].data
    (found,) = (frame for key, frame in file.tags.items() if key.startswith("APIC"))
    assert found.type == 3
    assert Image.open(io.BytesIO(found.data)).size == (1600, 2560)
    return found.data


def test_ffmpeg_reads_the_tags_back(encoder, sound, ffmpeg, tmp_path):
    for name in ("mp3", "m4a", "opus", "flac", "wav"):
        path = tmp_path / f"a.{name}"
        encoder.encode(FORMATS[name], sound, path, TAGS)
        of_stream = ("-map_metadata", "0:s:a") if name == "opus" else ()
        told = ffmpeg("-i", path, *of_stream, "-f", "ffmetadata", "-").decode()
        assert "title=A\\; title \\= \\#1 \\\\ “quoted” -y" in told, name
    pictures = ffmpeg("-i", tmp_path / "a.mp3", "-map", "0:v", "-c", "copy", "-f", "mjpeg", "-")
    assert pictures == encoder.cover.drawn().read_bytes()
    assert b"Info" in (tmp_path / "a.mp3").read_bytes()  # LAME's name for the Xing header of CBR


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_sound_gives_the_same_bytes_and_no_scratch(encoder, sound, tmp_path, name):
    before = {path.name for path in tmp_path.iterdir()}
    for path in ("a.part", "b.part"):
        encoder.encode(FORMATS[name], sound, tmp_path / path, TAGS)
    assert (tmp_path / "a.part").read_bytes() == (tmp_path / "b.part").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == before | {"a.part", "b.part"}


def test_an_mp3_has_one_bit_rate_throughout_and_a_header_that_tells_decoders(
    encoder, sound, tmp_path
):
    """MPEG-2 layer III at 64 kbit/s, 22,050 Hz: every frame begins FF F3 8x, 208 bytes or 209."""
    encoder.encode(FORMATS["mp3"], sound, tmp_path / "a.part", TAGS)
    content = (tmp_path / "a.part").read_bytes()
    assert b"Info" in content  # LAME's name for the Xing header of a constant bit rate
    frames = content[content.index(b"\xff\xf3", content.index(b"Info") - 64) :]
    at = count = 0
    while at + 4 <= len(frames):
        assert frames[at : at + 2] == b"\xff\xf3"
        assert frames[at + 2] & 0xFC == 0x80
        at += 208 + (frames[at + 2] >> 1 & 1)
        count += 1
    assert count > 40


def test_what_ffmpeg_refuses_is_told(encoder, sound, tmp_path):
    broken = replace(encoder, cover=Cover("missing", lambda: tmp_path / "missing.jpg"))
    with pytest.raises(EncodingError, match=r"^01: could not be encoded"):
        broken.encode(FORMATS["mp3"], sound, tmp_path / "01.mp3", TAGS)


@pytest.mark.parametrize(("rate", "bitrate"), [(0, 32), (0, 160), (44_100, 192), (44_100, 256)])
def test_lame_makes_nothing_quieter(encoder, sound, decoded, tmp_path, rate, bitrate):
    settings = AudioSettings(bitrate_kbps=bitrate, sample_rate=rate)
    replace(encoder, settings=settings).encode(FORMATS["mp3"], sound, tmp_path / "a.mp3", {})
    source = np.frombuffer(sound.pcm.read_bytes(), "<i2").astype(float)
    found = decoded(tmp_path / "a.mp3", RATE)
    assert found[: source.size].std() == pytest.approx(source.std(), rel=0.02)
    assert 0.9 < lame_scale(settings) <= 1


def test_metadata_for_ffmpeg_is_escaped():
    assert ffmetadata({"a": "1;2\n#\\="}) == ";FFMETADATA1\na=1\\;2\\\n\\#\\\\\\=\n"


def test_an_epub_gets_what_it_may_carry():
    assert formats_to_make(()) == ("mp3",)
    assert formats_to_make(("flac", "opus")) == ("opus", "flac")
    assert formats_to_make(("wav",)) == ("mp3", "wav")
    assert formats_to_make(("opus", "m4a", "opus")) == ("m4a", "opus")
    assert formats_to_make(("mp3",), ("flac",)) == ("mp3", "flac")
    assert formats_to_make(("opus",), ("mp3",)) == ("opus", "mp3")


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Have a program of these lines of Python run in place of ffmpeg."""

    def make(*lines: str) -> None:
        program = tmp_path / "ffmpeg"
        text = "\n".join((f"#!{sys.executable} -SE", "import os, sys, time", *lines))
        program.write_text(text)
        program.chmod(0o755)
        monkeypatch.setattr(ffmpegs, "executable", lambda: str(program))

    return make


def test_an_ffmpeg_that_hangs_is_ended(encoder, sound, fake, tmp_path, monkeypatch):
    fake("time.sleep(60)")
    monkeypatch.setattr(ffmpegs, "_PATIENCE_S", 0.2)
    with pytest.raises(EncodingError, match=r"ffmpeg did nothing for \d s"):
        encoder.encode(FORMATS["mp3"], Sound("01", [bytes(9)], RATE), tmp_path / "a.mp3", TAGS)
    with pytest.raises(EncodingError, match="could not be decoded"):
        list(ffmpegs.decode(tmp_path / "none", 22_050, "book"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("os.kill(os.getpid(), 11)", "ffmpeg was ended by signal 11"),
        ("sys.exit('Conversion failed!')", "Conversion failed!"),
        ("sys.exit(3)", "status 3"),
        ("open(sys.argv[-1], 'wb').close()", r"ffmpeg wrote 0\.0 of"),
    ],
)
def test_an_ffmpeg_that_goes_wrong_is_told(encoder, sound, fake, tmp_path, line, told):
    fake(line)
    with pytest.raises(EncodingError, match=told):
        encoder.encode(FORMATS["mp3"], sound, tmp_path / "a.mp3", TAGS)


def test_a_full_disk_is_told_as_one(encoder, sound, fake, tmp_path):
    fake("sys.exit('a.mp3: No space left on device\\nConversion failed!')")
    with pytest.raises(OutputError, match=r"no space left.*--cache"):
        encoder.encode(FORMATS["mp3"], sound, tmp_path / "a.mp3", TAGS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_is_shorter_than_its_sound_is_told(
    encoder, sound, fake, tmp_path, monkeypatch, name
):
    real = ffmpegs.executable()
    fake(f"os.execv({real!r}, [{real!r}, *sys.argv[1:-1], '-t', '0.4', sys.argv[-1]])")
    style = FORMATS[name]
    with pytest.raises(EncodingError, match=r"ffmpeg wrote 0\.\d of"):
        encoder.encode(style, sound, tmp_path / f"a.{style.extension}", TAGS)


def test_a_file_that_is_not_as_large_as_ffmpeg_says_is_told(encoder, sound, fake, tmp_path):
    real = ffmpegs.executable()
    cut = "os.truncate(sys.argv[-1], os.path.getsize(sys.argv[-1]) - 2048)"
    fake("import subprocess", f"subprocess.run([{real!r}, *sys.argv[1:]], check=True)", cut)
    with pytest.raises(EncodingError, match=r"ffmpeg wrote 0\.0 of"):
        encoder.encode(FORMATS["mp3"], sound, tmp_path / "a.mp3", TAGS)


@pytest.mark.parametrize("folder", ["a 'b': c", "[d],e;f", "g\\h%i", "=j:k=l", "ä ö"])
def test_sound_is_read_whatever_its_folder_is_called(encoder, sound, ffmpeg, tmp_path, folder):
    path = tmp_path / folder / "it's; [a] 'sound'.pcm"
    path.parent.mkdir()
    path.write_bytes(sound.pcm.read_bytes())
    target = path.with_suffix(".flac")
    encoder.encode(FORMATS["flac"], replace(sound, pcm=path), target, TAGS)
    assert ffmpeg("-i", target, "-map", "0:a", "-f", "s16le", "-") == path.read_bytes()


@pytest.mark.parametrize("folder", ["http:", "-y"])
@pytest.mark.parametrize("name", ["m4a", "flac"])
def test_a_folder_is_no_address_and_no_option(encoder, sound, tmp_path, monkeypatch, folder, name):
    monkeypatch.chdir(tmp_path)
    place = Path(folder)
    place.mkdir()
    for source in ("a.pcm", "cover.jpg"):
        (place / source).write_bytes(Path(source).read_bytes())
    there = replace(encoder, cover=Cover("cover", lambda: place / "cover.jpg"))
    for number, pcm in enumerate((place / "a.pcm", [Path("a.pcm").read_bytes()])):
        there.encode(FORMATS[name], replace(sound, pcm=pcm), place / f"{number}.{name}", TAGS)
    heard = b"".join(ffmpegs.decode(place / f"0.{name}", RATE, "01"))
    assert len(heard) == pytest.approx(len(sound.pcm.read_bytes()), rel=0.02)
