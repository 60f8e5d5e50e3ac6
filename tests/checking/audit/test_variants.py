"""Books that are right in other ways than ours: nothing is found in them."""

import re
import subprocess

import imageio_ffmpeg
import pytest

SMIL, TEXT, OPF, CSS = "marsh-remembers.smil", "marsh-remembers.xhtml", "content.opf", "book.css"
MP3 = "audio/02-what-the-marsh-remembers.mp3"


def changed(name, pattern, new, count=0):
    def change(entries):
        found = next(one for one in sorted(entries) if one.endswith(name))
        text, times = re.subn(pattern, new, entries[found].decode(), count=count, flags=re.DOTALL)
        assert times
        entries[found] = text.encode()

    return change


def in_another_format(folder, suffix, media_type, *options):
    """The sound of a section in another core media type."""

    def change(entries):
        name = next(one for one in entries if one.endswith(MP3))
        target = folder / f"sound.{suffix}"
        (folder / "sound.mp3").write_bytes(entries.pop(name))
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(folder / "sound.mp3")]
        subprocess.run([*command, "-map", "0:a", *options, str(target)], check=True)
        entries[f"{name[:-3]}{suffix}"] = target.read_bytes()
        opf = entries["EPUB/content.opf"].decode()
        opf = re.sub(rf'({MP3[:-3]})mp3("[^>]*)audio/mpeg', rf"\1{suffix}\2{media_type}", opf)
        entries["EPUB/content.opf"] = opf.encode()
        smil = next(one for one in entries if one.endswith(SMIL))
        entries[smil] = entries[smil].replace(b".mp3", f".{suffix}".encode())

    return change


def in_seconds(found):
    return f'{found[1]}="{float(found[2]):.3f}s"'


def in_thousandths(found):
    return f'{found[1]}="{float(found[2]) * 1000:.0f}ms"'


CLOCK = r'(clip\w+)="0:00:([\d.]+)"'
VARIANTS = {
    "times in seconds": changed(SMIL, CLOCK, in_seconds),
    "times in thousandths": changed(SMIL, CLOCK, in_thousandths),
    "times without hours": changed(SMIL, 'clip(Begin|End)="0:', r'clip\1="'),
    "a first clip without begin": changed(SMIL, ' clipBegin="0:00:00.000"', ""),
    "a last clip without end": changed(SMIL, r' clipEnd="0:00:13.7\d\d"', ""),
    "decoration": changed(TEXT, r"</section>", '<img src="../images/cover.jpg" alt=""/></section>'),
    "hidden text": changed(TEXT, r"</section>", "<p hidden=''>Not shown.</p></section>"),
    "a row of signs": changed(TEXT, r"</section>", "<p>* * *</p></section>"),
    "colours as numbers": changed(CSS, "color: #1a1a1a;", "color: rgb(26 26 26);"),
    "colours by name": changed(CSS, "background-color: #ffe58a;", "background: yellow;"),
    "a style for light colours": changed(
        CSS, r"$", "\n@media (prefers-color-scheme: light) { p { color: #333; } }\n"
    ),
    "a document's own style": changed(
        TEXT, "</head>", "<style>.note { color: red; }</style></head>"
    ),
    "conformance by address": changed(
        OPF,
        "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
        "https://www.w3.org/TR/epub-a11y-11#wcag-2.2-aa",
    ),
    "hazards one by one": changed(
        OPF,
        '(<meta property="schema:accessibilityHazard">)none',
        r"\1noFlashingHazard</meta>\1noSoundHazard</meta>\1noMotionSimulationHazard",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_what_is_right_in_another_way_is_right(name, damaged, audited):
    assert audited(damaged(VARIANTS[name])) == []


@pytest.mark.parametrize(
    ("suffix", "media_type", "options"),
    [
        ("m4a", "audio/mp4", ("-c:a", "aac", "-b:a", "96k")),
        ("opus", "audio/ogg", ("-c:a", "libopus", "-b:a", "48k")),
    ],
)
def test_other_core_media_types(suffix, media_type, options, damaged, audited, tmp_path):
    book = damaged(in_another_format(tmp_path, suffix, media_type, *options))
    assert [finding.rule for finding in audited(book)] == []


def test_a_par_without_sound_is_left_to_the_reading_system(damaged, audited):
    change = changed(SMIL, r'(#s02-p05-a"/>)<audio[^>]*>', r"\1")
    rules = {finding.rule for finding in audited(damaged(change))}
    assert rules == {"speech-not-played", "duration-overlay"}
