"""Books of one file against the tracks that they are made of."""

from pathlib import Path

import numpy as np
import pytest
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4

from oped_audio.errors import EncodingError
from oped_audio.mixing.one_file import Binder, _joined
from oped_audio.model.timecode import milliseconds

TAGS = {"title": "Storks", "artist": "Ada", "composer": "Sine", "description": "Birds; again"}
TITLES = ("Title page", "What the marsh = remembers")


@pytest.fixture
def tracks(mixer_for, speech, title, spoken):
    mixer = mixer_for(formats=("mp3", "flac"))
    made = [
        mixer.desk("00", spoken([title]), TAGS).mix(),
        mixer.desk("01", spoken(speech), TAGS).mix(),
    ]
    return tuple(made)


@pytest.fixture
def bind(mixer_for, tracks):
    mixer = mixer_for()

    def make(name, titles=TITLES, tags=TAGS) -> Path:
        binder = Binder(mixer.cache, mixer.encoder, print)
        book = binder.bind(name, tracks, titles, tags)
        assert (book.format, book.encoder_delay) == (name, 0)
        return book.path

    return make


@pytest.mark.parametrize("name", ["m4b", "mp3-book"])
def test_the_book_sounds_as_its_tracks_one_after_the_other(bind, tracks, decoded, name):
    sound = decoded(bind(name), 22_050)
    source = np.concatenate([decoded(track.files[1].path, 22_050) for track in tracks])
    assert source.size == sum(track.timeline.length for track in tracks)
    assert 0 <= sound.size - source.size < 0.1 * 22_050
    size = 1 << (2 * sound.size).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(source, size))
    assert np.argmax(np.fft.irfft(spectrum, size)) in {0, 1}


def test_an_m4b_is_an_audiobook_with_chapters_of_both_kinds(bind, tracks):
    path = bind("m4b")
    content = path.read_bytes()
    assert content[4:12] == b"ftypM4B "
    book = MP4(path)
    assert book.tags["stik"] == [2]
    assert (book.tags["©nam"], book.tags["©wrt"]) == (["Storks"], ["Sine"])
    assert book.tags["desc"] == ["Birds; again"]
    assert bytes(book.tags["covr"][0]).startswith(b"\xff\xd8")
    begin = tracks[0].timeline.length / 22_050
    assert [chapter.title for chapter in book.chapters] == list(TITLES)
    assert [chapter.start for chapter in book.chapters] == pytest.approx([0, begin], abs=1e-6)
    assert content.count(b"chpl") == 1  # Nero's, which VLC reads
    assert content.count(b"tref") == content.count(b"chap") == 1  # QuickTime's, for Apple Books
    assert content.index(b"moov") < content.index(b"mdat")


def test_an_mp3_has_chapters_in_id3(bind, tracks):
    tags = MP3(bind("mp3-book")).tags
    assert tags.version == (2, 3, 0)
    (contents,) = tags.getall("CTOC")
    chapters = tags.getall("CHAP")
    assert contents.child_element_ids == [chapter.element_id for chapter in chapters]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in chapters] == list(TITLES)
    first, both = (
        milliseconds(samples, 22_050)
        for samples in (tracks[0].timeline.length, sum(t.timeline.length for t in tracks))
    )
    times = [(chapter.start_time, chapter.end_time) for chapter in chapters]
    assert times == [(0, first), (first, both)]


def test_a_book_is_encoded_once_and_again_when_anything_in_it_changes(bind):
    first = bind("m4b")
    written = first.stat().st_ino
    content = first.read_bytes()
    assert bind("m4b") == first
    others = {bind("m4b", ("A", "B")), bind("m4b", TITLES, {"title": "C"}), bind("mp3-book")}
    assert len({first, *others}) == 4
    assert first.stat().st_ino == written
    first.unlink()
    assert bind("m4b").read_bytes() == content


def test_a_section_ends_where_its_track_does_whatever_a_resampler_rounds(tracks):
    path = tracks[0].files[1].path
    length = tracks[0].timeline.length
    for end in (length - 100, length + 40_000):
        pcm = b"".join(_joined([path], [end], 22_050, "m4b"))
        assert len(pcm) == 2 * end
    assert not any(pcm[2 * length :])


def test_a_damaged_section_is_told(tmp_path):
    (tmp_path / "a.flac").write_bytes(b"nothing")
    with pytest.raises(EncodingError, match=r"^m4b: could not be encoded \(a\.flac"):
        list(_joined([tmp_path / "a.flac"], [100], 22_050, "m4b"))
