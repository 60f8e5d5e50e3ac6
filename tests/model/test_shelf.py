import pytest

from oped_audio.model.shelf import Shelf
from oped_audio.model.shelf_settings import ShelfSettings


@pytest.mark.parametrize(
    "base_url", ["https://paper.example/listen", "https://paper.example/listen/"]
)
def test_addresses_are_those_of_the_site(base_url):
    settings = ShelfSettings(base_url=base_url)
    assert settings.url() == "https://paper.example/listen/"
    assert settings.url("articles/über/a b.mp3") == (
        "https://paper.example/listen/articles/%C3%BCber/a%20b.mp3"
    )
    assert ShelfSettings().url("a/b c") == "a/b%20c"


@pytest.mark.parametrize(
    "wrong", [{"base_url": "paper.example"}, {"base_url": "https://a.example/?x"}, {"title": " "}]
)
def test_settings_that_cannot_be_are_refused(wrong):
    with pytest.raises(ValueError, match=r"base_url|title"):
        ShelfSettings(**wrong)


def test_what_is_not_said_of_a_shelf_is_made_of_its_title():
    shelf = Shelf(ShelfSettings(title="Listen"), ())
    assert (shelf.publisher, shelf.description, shelf.language) == (
        "Listen",
        "Listen, read aloud.",
        "en",
    )
    assert list(shelf.pages(10)) == [()]
