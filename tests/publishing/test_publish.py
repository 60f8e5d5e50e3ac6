from oped_audio.publishing import WRITERS, publish
from oped_audio.publishing.settings import WriterSettings


def test_gives_the_files_of_the_chosen_formats_with_their_format(publication):
    files = list(publish(publication, ["epub", "audio"], WriterSettings()))
    names = [name for name, _ in files]
    assert names == ["epub", "epub", *["audio"] * len(publication.tracks)]
    assert files[2][1].path == "audio/00-title.mp3"


def test_every_format_can_be_written_and_no_two_files_have_one_name(publication):
    paths = [file.path for _, file in publish(publication, [*WRITERS], WriterSettings())]
    assert len(paths) == len(set(paths)) > 2 * len(publication.tracks)
