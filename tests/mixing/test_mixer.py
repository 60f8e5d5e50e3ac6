"""What is encoded again, and what comes from the store."""

from dataclasses import replace
from pathlib import Path

import pytest

from oped_audio.errors import OutputError
from oped_audio.mixing.settings import AudioSettings

TAGS = {"title": "A"}


def test_a_track_is_encoded_once_and_again_when_anything_in_it_changes(mixer_for, speech, spoken):
    damaged: list[str] = []
    mixer = mixer_for(on_damage=damaged.append)
    given = spoken(speech[:2])

    def mix(mixer=mixer, given=given, tags=TAGS):
        return mixer.desk("01-introduction", given, tags).mix().encoded

    first = mix()
    written = first.stat().st_mtime_ns
    assert mix() == first
    later = [*given.utterances[:1], replace(given.utterances[1], pause_ms=900)]
    low = [replace(spec, pitch=20) for spec in given.speakers[:1]] + list(given.speakers[1:])
    less = replace(mixer.encoder, settings=AudioSettings(bitrate_kbps=48))
    another = replace(mixer.encoder, cover=replace(mixer.encoder.cover, name="other"))
    others = {
        mix(given=replace(given, keys=["k0", "other"])),
        mix(given=replace(given, utterances=later)),
        mix(given=replace(given, speakers=low)),
        mix(tags={"title": "B"}),
        mix(mixer=replace(mixer, encoder=another)),
        mix(mixer=replace(mixer, encoder=less)),
        mix(mixer=mixer_for("broadcast")),
        mix(mixer=mixer_for("off")),
    }
    assert len({first, *others}) == 9
    first.write_bytes(b"damaged")
    assert mix() == first
    assert damaged == [str(first)]
    assert first.stat().st_size > 1000
    assert first.stat().st_mtime_ns != written


def test_a_further_format_is_encoded_of_the_same_sound(mixer_for, speech, spoken, decoded):
    given = spoken(speech[:1])
    first = mixer_for().desk("01", given, TAGS).mix()
    mp3 = first.encoded.stat().st_ino
    track = mixer_for(formats=("mp3", "flac", "wav")).desk("01", given, TAGS).mix()
    assert [file.extension for file in track.files] == ["mp3", "flac", "wav"]
    assert track.encoded.stat().st_ino == mp3
    assert track.profile == first.profile
    flac, wav = (decoded(file.path, 22_050) for file in track.files[1:])
    assert (flac == wav).all()


def test_nothing_unfinished_is_left(mixer_for, speech, spoken, tmp_path):
    mixer = mixer_for(formats=("mp3", "opus"))
    mixer.desk("01", spoken(speech), TAGS).mix()
    mixer.close()
    assert not list((tmp_path / "cache").rglob("*.part"))


def test_a_profile_is_measured_once_and_comes_back_as_it_was(mixer_for, speech, spoken, tmp_path):
    profile = mixer_for("off").desk("01", spoken(speech), TAGS).mix().profile
    (stored,) = (tmp_path / "cache/profiles").rglob("*.json")
    file = stored.stat().st_ino
    assert mixer_for("off").desk("01", spoken(speech), {"title": "B"}).mix().profile == profile
    assert stored.stat().st_ino == file
    assert len(profile.peaks) == -(-10 * profile_length(spoken(speech)) // 22_050)


def profile_length(given) -> int:
    return sum(
        clip.length + utterance.pause_ms * 22_050 // 1000
        for clip, utterance in zip(given.clips, given.utterances, strict=True)
    )


def test_a_cache_that_cannot_be_written_is_told(mixer_for, speech, spoken, tmp_path):
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(OutputError, match="cache"):
        mixer_for().desk("01", spoken(speech), TAGS).mix()


def test_a_disk_that_is_full_is_told(mixer_for, speech, spoken, monkeypatch):
    opened = Path.open

    def full(path, mode="r", *rest, **options):
        if path.name.endswith(".pcm.part"):
            raise OSError(28, "No space left on device")
        return opened(path, mode, *rest, **options)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="cache"):
        mixer_for().desk("01", spoken(speech[:1]), TAGS).mix()


def test_sections_that_sound_the_same_are_worked_on_in_files_of_their_own(
    mixer_for, speech, spoken
):
    mixer, given = mixer_for(), spoken(speech[:1])
    cover, title = (mixer.desk(name, given, TAGS) for name in ("cover", "00-title"))
    assert cover._heard == title._heard
    assert {cover._pcm, cover._first}.isdisjoint({title._pcm, title._first})


def test_where_files_will_lie_is_known_before_they_are_made(mixer_for, speech, spoken):
    desk = mixer_for(formats=("mp3", "wav")).desk("01", spoken(speech[:1]), TAGS)
    assert not any(file.path.exists() for file in desk.track.files)
    made = desk.mix()
    assert all(file.path.exists() for file in desk.track.files)
    assert made == replace(desk.track, profile=made.profile)


def test_sections_are_written_over_those_before_until_all_are_mixed(mixer_for, speech, spoken):
    mixer = mixer_for(formats=("mp3", "wav"))
    for number in range(1, 4):
        long = spoken(speech[: 4 - number])
        assert mixer.desk(f"{number:02}", long, TAGS).mix().profile
        (scratch,) = mixer.cache.glob(".*.part")
        track = mixer.desk(f"{number:02}", long, TAGS).track
        assert scratch.stat().st_size == 2 * track.timeline.length
    mixer.close()
    assert not list(mixer.cache.glob(".*.part"))
