from dataclasses import replace

from oped_audio.model.audio import AudioFile
from oped_audio.publishing import WRITERS, publish
from oped_audio.publishing.settings import WriterSettings


def test_gives_the_files_of_the_chosen_formats_with_their_format(publication):
    files = list(publish(publication, ["epub", "audio"], WriterSettings()))
    names = [name for name, _ in files]
    assert names == ["epub", "epub", *["audio"] * len(publication.tracks)]
    assert files[2][1].path == "audio/00-title.mp3"


def test_every_format_can_be_written_and_no_two_files_have_one_name(publication):
    audio = publication.tracks[0].encoded
    books = (
        AudioFile("m4b", "m4b", "audio/mp4", audio),
        AudioFile("mp3-book", "mp3", "audio/mpeg", audio),
    )
    bound = replace(publication, books=books)
    paths = [file.path for _, file in publish(bound, [*WRITERS], WriterSettings())]
    assert {f"{publication.slug}.m4b", f"{publication.slug}.mp3"} <= set(paths)
    assert len(paths) == len(set(paths)) > 2 * len(publication.tracks)
