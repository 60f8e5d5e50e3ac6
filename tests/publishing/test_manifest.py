import json

from oped_audio.publishing.manifest import manifest


def test_says_what_was_made_from_what_and_how_long_it_is(publication):
    told = manifest(publication, "storks.txt", "abc", {"voice": {"pitch": 50}})
    assert json.loads(json.dumps(told)) == told
    assert told["source"] == {"name": "storks.txt", "sha256": "abc"}
    assert told["settings"] == {"voice": {"pitch": 50}}
    assert told["word_times"] == publication.marks_from
    assert [section["id"] for section in told["sections"]] == ["s00", "s01", "s02", "s03"]
    assert told["sections"][1]["audio"] == "audio/01-introduction.mp3"
    assert told["sections"][1]["heading"] is None
    length = sum(track.timeline.length for track in publication.tracks)
    assert abs(told["duration"] - length / 22_050) < 0.001
