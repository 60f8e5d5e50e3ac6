"""Audio: each track is shipped as it lies, under its name."""

from dataclasses import replace

from oped_audio.publishing.audio_files import write
from oped_audio.publishing.settings import WriterSettings


def test_one_file_for_each_track(publication):
    files = list(write(publication, WriterSettings()))
    assert [file.path for file in files] == [
        "audio/00-title.mp3",
        "audio/01-introduction.mp3",
        "audio/02-what-lasts.mp3",
        "audio/03-about-the-author.mp3",
    ]
    assert [file.content for file in files] == [track.encoded for track in publication.tracks]


def test_the_formats_that_were_asked_for_are_shipped_each_by_its_kind(publication):
    mp3 = publication.tracks[0].files[0]
    others = [replace(mp3, format=kind, extension=kind) for kind in ("m4a", "flac")]
    track = replace(publication.tracks[0], files=(mp3, *others))
    one = replace(publication, tracks=(track,))
    assert [file.path for file in write(one, WriterSettings(audio=("m4a", "mp3")))] == [
        "audio/00-title.mp3",
        "audio/00-title.m4a",
    ]
