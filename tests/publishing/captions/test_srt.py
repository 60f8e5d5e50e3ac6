"""SubRip: numbered blocks, plain text."""

import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.mixing.ffmpeg import executable
from oped_audio.publishing.captions.cues import Cue, CueWord
from oped_audio.publishing.captions.srt import srt

BLOCK = re.compile(
    r"(\d+)\n(\d{2,}:[0-5]\d:[0-5]\d,\d{3}) --> (\d{2,}:[0-5]\d:[0-5]\d,\d{3})\n((?:.+\n)+)"
)


def test_a_file():
    cues = [
        Cue("a", 0, 999, ((CueWord("", "1", 0), CueWord(" ", "<", 300), CueWord(" ", "2", 600)),)),
        Cue("b", 1000, 3_723_004, ((CueWord("", "R&D", 1000),), (CueWord("", "pays.", 2000),))),
    ]
    assert srt(cues) == (
        "1\n00:00:00,000 --> 00:00:00,999\n1 < 2\n\n2\n00:00:01,000 --> 01:02:03,004\nR&D\npays.\n"
    )


def test_no_cues():
    assert srt([]) == ""


WORD = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1)
LINES = st.lists(WORD, min_size=1, max_size=4).map(
    lambda texts: tuple((CueWord("", text, 0),) for text in texts)
)


@given(st.lists(LINES, min_size=1))
def test_every_file_has_all_cues_numbered_from_one(texts):
    cues = [Cue(f"u{n}", n * 1000, n * 1000 + 900, lines) for n, lines in enumerate(texts)]
    blocks = [BLOCK.fullmatch(f"{block}\n") for block in srt(cues)[:-1].split("\n\n")]
    assert [int(block[1]) for block in blocks] == list(range(1, len(cues) + 1))
    shown = [block[4].replace("\u2060", "") for block in blocks]
    assert shown == [f"{cue.text}\n".replace("\u2060", "") for cue in cues]


def test_references_to_characters_stay_as_they_are_written():
    file = srt([Cue("a", 0, 999, ((CueWord("", "R&D &amp; &#x41; &lt", 0),),))])
    assert "R&D &\u2060amp; &\u2060#x41; &lt\n" in file


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <font color=red>red</font> <i",
        r"{\an8}top {\b1}bold {Y:i}slanted",
        "00:00:01,000 --> 00:00:02,000 X1:1",
        r"one\Ntwo\nthree\hfour",
        "a < b > c {d} e -- > f \\ g",
    ],
)
def test_a_player_shows_what_it_could_take_for_commands(tmp_path, text):
    (tmp_path / "a.srt").write_text(srt([Cue("a", 0, 999, ((CueWord("", text, 0),),))]), "utf-8")
    command = [executable(), "-loglevel", "error", "-i", tmp_path / "a.srt", "-f", "ass", "pipe:1"]
    done = subprocess.run([*map(str, command)], capture_output=True, check=True, encoding="utf-8")
    _, _, shown = done.stdout.rpartition("[Events]")
    (line,) = (line for line in shown.splitlines() if line.startswith("Dialogue:"))
    assert line.split(",", 9)[9].replace("\u2060", "") == text
    commands = r"\\[Nnh]|\{\\"
    assert not re.search(commands, line)
