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


def test_the_file_is_named_by_its_kind(publication):
    track = replace(publication.tracks[0], extension="m4a")
    (file,) = write(replace(publication, tracks=(track,)), WriterSettings())
    assert file.path == "audio/00-title.m4a"
