"""Notes about authors, and closing paragraphs that are none."""

import pytest

from oped_audio.reading.biography import Biography, find_biography
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH

BODY = [
    "The night train has come back, and President Ann Lee rode it to New York with Bob Hill.",
    "Nobody expected that the young would like it as much as the old once did.",
]


def find(*texts: str, byline: str | None = None) -> Biography | None:
    return find_biography([*BODY, *texts], byline, ENGLISH)


@pytest.mark.parametrize(
    ("note", "author"),
    [
        ("Josef Gregory Mahoney is a professor of politics.", "Josef Gregory Mahoney"),
        ("Jane Doe teaches law at Northmoor.", "Jane Doe"),
        ("Jane Doe writes about railways.", "Jane Doe"),
        ("Jane Doe is a beekeeper in Kent.", "Jane Doe"),
        ("Jane Doe was U.S. ambassador to Norway from 2009 to 2013.", "Jane Doe"),
        ("Jane Doe, a former minister, is a partner at Acme.", "Jane Doe"),
        ("Jane Doe, a poet, critic and judge, is at Ely.", "Jane Doe"),
        ("Jane Doe, PhD, is currently a fellow at Ely.", "Jane Doe, PhD"),
        ("Jane Doe currently chairs the Sleeper Society.", "Jane Doe"),
        ("(Jane Doe is the director of the Ely Institute.)", "Jane Doe"),
        ("*Jane Doe is the director of the Ely Institute.*", "Jane Doe"),
        ("— Jane Doe is the author of “We Are Late.”", "Jane Doe"),
        ("About the author: Jane Doe is a professor of law.", "Jane Doe"),
        ("Jane Doe and J. P. Marsh are economists at Ely.", "Jane Doe and J. P. Marsh"),
        ("Mark Young is an economist at Ely.", "Mark Young"),
        ("Jane Doe (@doe@example.org) writes about railways.", "Jane Doe"),
        ("The author is a professor of law at Ely.", None),
        ("(The writer teaches law at Ely.)", None),
    ],
)
def test_notes_about_authors(note: str, author: str | None) -> None:
    assert find(note) == Biography(2, None, author)


@pytest.mark.parametrize(
    "text",
    [
        "It was the best of times.",
        "Ann Lee is a president who keeps her word.",
        "New York is a city that never sleeps.",
        "Winston Churchill is said to have slept on trains.",
        "Winston Churchill was right.",
        "Jane Doe, for one, agrees with all of it.",
        "Jane Doe once slept here.",
        "Jane Doe is a professor, but are we to believe her?",
        "Jane Doe is a professor; our trains are no business of hers.",
        "The author of the plan lost.",
        "France is a country.",
        "Jane Doe is",
        f"Jane Doe is a professor. {'She has written many books. ' * 60}",
    ],
)
def test_closing_paragraphs(text: str) -> None:
    assert find(text) is None


def test_name_in_the_article_may_be_the_byline() -> None:
    assert find("Bob Hill is a conductor.", byline="Bob Hill") == Biography(2, None, "Bob Hill")


def test_two_notes_about_two_authors() -> None:
    found = find("Jane Doe is a poet.", "John Roe is a critic.")
    assert found == Biography(2, None, "Jane Doe and John Roe")


def test_publishers_notes_go_with_it() -> None:
    found = find("Jane Doe is a poet.", "Copyright: Meridian, 2026.", "Follow her on the radio.")
    assert found == Biography(2, None, "Jane Doe")


def test_publishers_notes_alone_are_none() -> None:
    assert find("Copyright: Meridian, 2026.") is None


def test_its_own_heading_is_kept() -> None:
    found = find("About the Author", "Jane likes trains.")
    assert found == Biography(3, "About the Author", None)
    assert find("About the author", "Jane Doe likes trains.") == (
        Biography(3, "About the author", "Jane Doe")
    )


def test_an_article_cannot_be_a_note_alone() -> None:
    assert find_biography(["Jane Doe is a professor of law."], None, ENGLISH) is None


@pytest.mark.parametrize(
    "note",
    [
        "Dr. Doe practices medicine in Ely.",
        "Ms. Doe lives in Kent.",
        "Cdr. Doe commanded HMS Ely.",
        "Jane Doe played for Ely (1988-91, 47 apps).",
        "Jane Doe’s The Unsaid is out on 1 Feb.",
    ],
)
def test_notes_that_are_known_by_the_byline(note: str) -> None:
    found = find(note, byline="Jane Doe, MD")
    assert found is not None
    assert found.begin == 2
    assert find(note.replace("Doe", "Lee"), byline="Jane Doe, MD") is None


def test_somebody_of_the_same_surname_is_not_the_author() -> None:
    assert find("Mr. Lee has no answer.", byline="Jane Lee") is None
    assert find("Mr. Hill’s night trains have no answer.", byline="Bob Hill") is None
