"""Loudness and peaks of what a decoder makes of a mastered section, by ffmpeg's own meters."""

from dataclasses import replace

import numpy as np
import pytest

from oped_audio.mixing.mastering import Section, gains, off_by
from oped_audio.mixing.presets import preset
from oped_audio.mixing.timeline import lay
from oped_audio.model.audio import Clip, Levels, MarksFrom, SoundProfile

SILENCE = Clip(bytes(2 * 22_050), 22_050, (), MarksFrom.ENGINE)


def louder(clip, factor):
    samples = np.frombuffer(clip.pcm, "<i2") * factor
    return replace(clip, pcm=np.clip(np.rint(samples), -32768, 32767).astype("<i2").tobytes())


def other(spec, **changes):
    return replace(spec, voice="other", **changes)


@pytest.fixture
def section(speech, title, spoken):
    """A section of a kind."""

    def make(kind):
        spec = spoken([title]).speakers[0]
        quiet, loud = [louder(c, 0.02) for c in speech], [louder(c, 12) for c in speech]
        return {
            "espeak-ng": spoken(speech),
            "quiet": spoken(quiet),
            "clipped": spoken(loud),
            "two voices": spoken([speech[0], quiet[1], speech[2]], 300, [spec, other(spec), spec]),
            "title": spoken([title]),
            "title without a pause": spoken([louder(title, 0.1)], 0),
        }[kind]

    return make


KINDS = ("espeak-ng", "quiet", "clipped", "two voices", "title", "title without a pause")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "lufs"), [("podcast", -19), ("broadcast", -23)])
def test_every_section_is_as_loud_as_the_preset_says(
    mixer_for, section, measured, kind, name, lufs
):
    track = mixer_for(name).desk("01", section(kind), {}).mix()
    found = measured(track.encoded)
    assert found.lufs == pytest.approx(lufs, abs=0.5)
    assert found.true_peak <= -1.0
    assert track.profile.levels.integrated_lufs == pytest.approx(found.lufs, abs=0.2)
    assert track.profile.levels.true_peak_dbtp <= -1.0


@pytest.mark.parametrize("kind", KINDS)
def test_every_section_of_an_audiobook_is_as_acx_asks(mixer_for, section, measured, decoded, kind):
    track = mixer_for("audiobook").desk("01", section(kind), {}).mix()
    found = measured(track.encoded)
    assert -23 <= found.rms <= -18
    assert max(found.peak, found.true_peak) <= -3
    assert found.floor <= -60
    sound = np.abs(decoded(track.encoded, 22_050))
    heard = np.flatnonzero(sound > 100)
    assert 0.5 <= heard[0] / 22_050 <= 1
    assert 1 <= (sound.size - heard[-1]) / 22_050 <= 5
    first = track.timeline.entries[0]
    assert first.begin == 22_050 * 3 // 4


@pytest.mark.parametrize("name", ["podcast", "audiobook", "broadcast", "off"])
def test_silence_stays_silence(mixer_for, spoken, measured, name):
    track = mixer_for(name).desk("01", spoken([SILENCE]), {}).mix()
    assert track.profile.levels.rms_db is None
    assert measured(track.encoded).peak == -np.inf


def test_voices_become_equally_loud_but_for_the_volume_that_was_set(speech, spoken):
    spec = spoken(speech).speakers[0]
    clips = [speech[0], louder(speech[0], 0.1), louder(speech[0], 0.5)]
    low = other(spec, volume=0.5, pitch=40)
    given = spoken(clips, 300, [spec, other(spec), low])
    section = Section("01", lay(given.utterances, given.clips), given.clips, given.speakers)
    first, second, third = gains(section, preset("broadcast"), 1)
    assert second - first == pytest.approx(20, abs=0.3)
    assert third - first == pytest.approx(0, abs=0.3)


def test_a_voice_that_is_silent_leaves_the_others_alone(mixer_for, speech, spoken, measured):
    spec = spoken(speech).speakers[0]
    mute = other(spec, volume=0.0)
    given = spoken([speech[0], SILENCE, speech[1]], 300, [spec, mute, spec])
    assert measured(mixer_for().desk("01", given, {}).mix().encoded).lufs == pytest.approx(
        -19, abs=0.5
    )


def test_two_channels_are_as_loud_as_one(mixer_for, speech, spoken, measured):
    track = mixer_for(channels=2).desk("01", spoken(speech), {}).mix()
    assert measured(track.encoded).lufs == pytest.approx(-16, abs=0.5)


@pytest.mark.parametrize("name", ["podcast", "audiobook", "broadcast"])
def test_mastering_moves_no_sample(speech, spoken, name):
    given = spoken([louder(speech[0], 3), speech[1]])
    section = Section("01", lay(given.utterances, given.clips), given.clips, given.speakers)
    before = np.frombuffer(b"".join(section.sound()), "<i2").astype(float)
    found = section.mastered(gains(section, preset(name), 1), preset(name))
    after = np.frombuffer(b"".join(found), "<i2").astype(float)
    assert after.size == before.size == section.timeline.length
    for entry in section.timeline.entries:
        own = slice(entry.begin, entry.speech_end)
        size = 1 << (2 * before[own].size).bit_length()
        spectrum = np.fft.rfft(after[own], size) * np.conj(np.fft.rfft(before[own], size))
        assert np.argmax(np.fft.irfft(spectrum, size)) == 0


def test_edges_of_clips_do_not_click(mixer_for, spoken, decoded):
    """A constant would jump to its level and back."""
    flat = Clip(np.full(11_025, 8000, "<i2").tobytes(), 22_050, (), MarksFrom.ENGINE)
    for name, jumps in (("off", True), ("podcast", False)):
        track = mixer_for(name, ("wav",)).desk("01", spoken([flat, flat]), {}).mix()
        sound = decoded(track.encoded, 22_050)
        assert (np.abs(np.diff(sound)).max() > 0.2 * sound.max()) == jumps


def test_what_cannot_be_measured_is_not_off():
    nothing = SoundProfile(Levels(None, None, None, None, None), 100, (), ())
    assert off_by(nothing, preset("podcast"), 1) == 0
    assert off_by(nothing, preset("audiobook"), 1) == 0


@pytest.mark.parametrize("factors", [(0.1, 1.0), (0.0, 1.0), (1.0, 0.2)])
def test_a_voice_that_changes_after_its_sample_is_found_out(
    mixer_for, speech, spoken, measured, factors
):
    """The first 20 seconds are measured; the figures of the encoded section tell the rest."""
    first, later = factors
    clips = [louder(clip, first) for clip in speech * 2] + [louder(c, later) for c in speech * 2]
    track = mixer_for("broadcast").desk("01", spoken(clips), {}).mix()
    assert measured(track.encoded).lufs == pytest.approx(-23, abs=0.5)


def test_what_even_repeating_does_not_make_audible_stays(speech, spoken):
    """Noise of one bit is under the gate of the meter."""
    faint = replace(SILENCE, pcm=(b"\x01\x00" + bytes(198)) * 200)
    given = spoken([faint])
    section = Section("01", lay(given.utterances, given.clips), given.clips, given.speakers)
    assert gains(section, preset("podcast"), 1) == (0.0,)
