"""Captions by their credits, and prose that only looks like one."""

import pytest

from oped_audio.reading.captions import Caption, read_caption
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH

CAPTION = "Travellers board a sleeper in Vienna, Jan. 9, 2025."


@pytest.mark.parametrize(
    "credit",
    [
        "Photo/Xinhua",
        "Photo: Jane Doe/Reuters",
        "Photo by Jane Doe",
        "AP Photo/John Smith",
        "Getty Images photo by Jane Doe",
        "Associated Press Photo/Jane Doe",
        "Xinhua/Li Tao",
        "Getty Images",
        "Reuters",
        "File photo",
        "Xinhua photo",
        "File photo: Reuters",
        "Image: NASA",
        "IMAGE: NASA",
        "Photo credit: Jane Doe",
        "Image courtesy of the Museum of Sleep",
        "Courtesy of the Museum of Sleep",
        "courtesy of Jane Doe",
        "Illustration by Tomás Ibarra",
        "photo by Jane Doe",
        "Jane Doe via AP",
        "Jane Doe / Getty Images",
        "© Jane Doe",
        "Credit: J. P. Marsh",
    ],
)
@pytest.mark.parametrize("brackets", ["()", "[]", "（）"])
def test_credit_in_brackets(credit: str, brackets: str) -> None:
    text = f"{CAPTION} {brackets[0]}{credit}{brackets[1]}"
    assert read_caption(text, ENGLISH) == Caption(CAPTION, credit)


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Jane Doe",
        "Photo/Xinhua",
        "Photograph by Jane Doe",
        "Photograph: J. P. Marsh/The Meridian",
        "Credit: Jane Doe",
        "Image courtesy of Jane Doe",
        "Courtesy of Jane Doe",
        "Illustration by Tomás Ibarra",
        "AP Photo/John Smith",
        "Getty Images photo by Jane Doe",
        "Associated Press Photo/Jane Doe",
        "Xinhua/Li Tao",
        "Jane Doe/Getty Images",
        "© Jane Doe",
        "PHOTO: JANE DOE",
    ],
)
@pytest.mark.parametrize("joint", [" ", " | ", " — "])
def test_credit_as_last_sentence(credit: str, joint: str) -> None:
    expected = Caption(CAPTION, credit)
    assert read_caption(f"{CAPTION}{joint}{credit}", ENGLISH) == expected
    assert read_caption(f"{CAPTION}{joint}{credit}.", ENGLISH) == expected


def test_credit_after_a_caption_without_a_full_stop() -> None:
    text = "The station at night Photo: Jane Doe"
    assert read_caption(text, ENGLISH) == Caption("The station at night", "Photo: Jane Doe")


@pytest.mark.parametrize("credit", ["Photo by Joe Roe/AFP via Getty Images", "Photo: Joe Roe"])
def test_credit_in_brackets_before_the_caption(credit: str) -> None:
    assert read_caption(f"({credit}) {CAPTION}", ENGLISH) == Caption(CAPTION, credit)
    assert read_caption(f"({CAPTION}) {CAPTION}", ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "credit"),
    [("(Photo/Xinhua)", "Photo/Xinhua"), ("Photo: Acme Inc.", "Photo: Acme Inc.")],
)
def test_credit_alone(text: str, credit: str) -> None:
    assert read_caption(text, ENGLISH) == Caption("", credit)


@pytest.mark.parametrize(
    "text",
    [
        "He showed me the photo.",
        "The fall was reported by the Associated Press (AP).",
        "Critics disagree (see the photographs above).",
        "Sales fell by 3% (and rose again).",
        "It was over) (not.",
        "An odd end)",
        "Photograph by photograph, the story emerged.",
        "It has an image problem. Image: everything and nothing.",
        "The Big Picture",
        "The bigger picture: Europe after dark",
        "From Paris to Berlin",
        "By Jane Doe",
        "We asked for a photo. Reuters said no.",
        "She signed it. Photo: Jane. Then she left the room and never came back to us again.",
        f"{'A very long paragraph goes on. ' * 60}(Photo/Xinhua)",
        "He gave her credit: the plan was hers.",
    ],
)
def test_prose_is_no_caption(text: str) -> None:
    assert read_caption(text, ENGLISH) is None
