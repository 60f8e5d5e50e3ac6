"""Changes are made on what the editor saw, and can be taken back."""

import pytest

from oped_audio.model.audio import Offer, Voice
from oped_audio.serving.changing import outline_plan, take_plan, voice_plan, word_plan
from oped_audio.serving.desk import LEXICON, OPED, TAKES
from oped_audio.serving.errors import ConflictError, NotHereError, RefusedError


def change(desk, block: str, what: str, heading: str = "") -> str:
    stand = desk.stand("storks")
    return desk.change(
        "storks",
        stand,
        OPED,
        lambda proof, _: outline_plan(proof, desk.options, block, what, heading),
    )


def headings(desk) -> list[str | None]:
    return [section.heading for section in desk.proof("storks").reading.document.sections]


def test_a_change_shows_at_once_and_is_taken_back(desk, folder):
    before = headings(desk)
    assert change(desk, "s02-h", "paragraphs") == "“What the marsh remembers” is a paragraph now"
    assert headings(desk) == [None, "Who pays for it"]
    assert desk.undo("storks") == "“What the marsh remembers” is a paragraph now"
    assert headings(desk) == before
    assert not (folder / OPED).exists()
    with pytest.raises(RefusedError, match="nothing to undo"):
        desk.undo("storks")


def test_a_heading_that_was_added_goes_without_a_trace(desk, folder):
    change(desk, "s02-p01", "split", "The other side")
    assert headings(desk) == [None, "What the marsh remembers", "The other side", "Who pays for it"]
    assert change(desk, "s03-h", "merge") == "Merged: the heading “The other side” is gone"
    assert (folder / OPED).read_text().strip() == ""


def test_what_somebody_else_wrote_is_not_overwritten(desk, folder):
    stand = desk.stand("storks")
    (folder / OPED).write_text("[voice]\nrate_wpm = 150\n")
    with pytest.raises(ConflictError, match="changed meanwhile"):
        desk.change("storks", stand, OPED, lambda *_: ("done", []))
    change(desk, "s02-h", "paragraphs")
    (folder / OPED).write_text("[voice]\nrate_wpm = 140\n")
    with pytest.raises(ConflictError, match="nothing was undone"):
        desk.undo("storks")
    assert (folder / OPED).read_text() == "[voice]\nrate_wpm = 140\n"


def test_a_heading_moves_down_and_up(desk, folder):
    assert change(desk, "s03-h", "level-down") == "“Who pays for it” is of level 2 now"
    levels = [section.level for section in desk.proof("storks").reading.document.sections]
    assert levels == [1, 1, 2]
    change(desk, "s03-h", "level-up")
    assert 'levels = {"Who pays for it" = 1}' in (folder / OPED).read_text()


@pytest.mark.parametrize("voice", ["tone/nobody", "kokoro/af_heart", "x"])
def test_a_voice_that_is_not_installed_is_refused(desk, voice):
    offers = [Offer("tone", (Voice("tone", "tone", "Beeps", ("mul",)),))]
    with pytest.raises(RefusedError, match="not installed"):
        voice_plan(desk.proof("storks"), offers, "caption", voice)
    with pytest.raises(RefusedError, match="no such role"):
        voice_plan(desk.proof("storks"), offers, "cover", "tone/tone")


def test_a_link_to_shared_settings_stays_a_link(desk, folder, tmp_path):
    shared = tmp_path / "shared.toml"
    shared.write_text("# shared\n")
    (folder / OPED).symlink_to(shared)
    change(desk, "s02-h", "paragraphs")
    assert (folder / OPED).is_symlink()
    assert shared.read_text().startswith("# shared\n")


@pytest.mark.parametrize("block", ["s09-h", "left-0", "../../etc", "s01-p09", ""])
def test_what_is_not_there_is_not_changed(desk, block):
    with pytest.raises(NotHereError):
        change(desk, block, "headings")


@pytest.mark.parametrize(("what", "heading"), [("split", " "), ("nonsense", ""), ("notes", "")])
def test_what_makes_no_sense_is_refused(desk, what, heading):
    with pytest.raises(RefusedError, match="Nothing was"):
        change(desk, "s02-p01", what, heading)


def test_what_the_file_itself_says_is_not_overruled(desk, folder):
    (folder / "storks.txt").unlink()
    page = "<html><body><article><h1>Storks</h1><p>They came back last year, as ever.</p>"
    figure = "<figure><figcaption>A stork on a roof in spring</figcaption></figure>"
    (folder / "storks.html").write_text(f"{page}{figure}</article></body></html>")
    blocks = [b for s in desk.proof("storks").reading.document.sections for b in s.blocks]
    caption = next(block for block in blocks if block.kind == "figure")
    with pytest.raises(RefusedError, match="the article's file says so"):
        change(desk, caption.id, "paragraphs")
    assert not (folder / OPED).exists()


def test_settings_that_are_no_toml_are_not_touched(desk, folder):
    proof = desk.proof("storks")
    (folder / LEXICON).write_text("[words\n")
    desk._open["storks"] = (desk.stand("storks"), proof)
    with pytest.raises(RefusedError, match=r"lexicon.toml was not changed"):
        desk.change(
            "storks",
            desk.stand("storks"),
            LEXICON,
            lambda proof, text: word_plan(proof, text, "marsh", "moor", is_ipa=False),
        )
    assert (folder / LEXICON).read_text() == "[words\n"


def test_a_voice_that_says_it_in_one_way_only_says_so(desk, folder):
    def plan(proof, _):
        return take_plan(proof, proof.script.utterances[-1])

    with pytest.raises(RefusedError, match="one way only"):
        desk.change("storks", desk.stand("storks"), TAKES, plan)
    assert not (folder / TAKES).exists()
