"""Large files, from servers that break off, send something else, or know no ranges."""

import hashlib
import random

import pytest

from oped_audio.voices.weights import downloading
from oped_audio.voices.weights.downloading import TRIES, download
from oped_audio.voices.weights.web import FetchError

CONTENT = random.Random(1).randbytes(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(downloading, "_PAUSE_S", 0)


@pytest.fixture
def fetch(site, tmp_path):
    site.files["/x"] = CONTENT
    heard = []

    def run():
        download(f"{site.address}/x", tmp_path / "x", len(CONTENT), SHA256, heard.append)
        assert (tmp_path / "x").read_bytes() == CONTENT
        return heard

    return run


def test_a_whole_file(fetch, site):
    heard = fetch()
    assert heard[0] == 0
    assert heard[-1] == len(CONTENT)
    assert heard == sorted(heard)
    assert site.asked == [("/x", "")]


def test_what_is_there_is_not_asked_for_again(fetch, site, tmp_path):
    (tmp_path / "x").write_bytes(CONTENT)
    fetch()
    assert site.asked == []


def test_it_goes_on_from_what_is_there(fetch, site, tmp_path):
    (tmp_path / "x").write_bytes(CONTENT[:1234])
    fetch()
    assert site.asked == [("/x", "bytes=1234-")]


def test_it_goes_on_when_the_connection_breaks(fetch, site):
    site.breaks["/x"] = [100_000, 0, 50_000]
    fetch()
    assert [wanted for _, wanted in site.asked] == ["", *["bytes=100000-"] * 2, "bytes=150000-"]


def test_the_last_try_may_be_the_one(fetch, site):
    site.breaks["/x"] = [1000] * (TRIES - 1)
    fetch()


def test_it_gives_up_and_keeps_what_came(fetch, site, tmp_path):
    site.breaks["/x"] = [1000] * TRIES
    with pytest.raises(FetchError, match="broke after 5,000 of 300,000 bytes"):
        fetch()
    assert (tmp_path / "x").read_bytes() == CONTENT[:5000]
    fetch()


def test_a_server_without_ranges_begins_anew(fetch, site, tmp_path):
    site.without_ranges = True
    (tmp_path / "x").write_bytes(CONTENT[:1234])
    fetch()
    assert len(site.asked) == 1


@pytest.mark.parametrize("length", [1234, 300_000, 300_001])
def test_what_is_there_of_something_else_is_dropped(fetch, tmp_path, length):
    (tmp_path / "x").write_bytes(bytes(length))
    fetch()


def test_something_else_is_not_taken(fetch, site, tmp_path):
    site.files["/x"] = bytes(len(CONTENT))
    with pytest.raises(FetchError, match="not the file that was published"):
        fetch()
    assert not (tmp_path / "x").exists()


def test_more_than_there_should_be_is_not_taken(fetch, site, tmp_path):
    site.files["/x"] = CONTENT + b"x"
    with pytest.raises(FetchError, match="more than 300,000 bytes"):
        fetch()


def test_a_shorter_file_on_the_server_is_begun_anew(fetch, site, tmp_path):
    (tmp_path / "x").write_bytes(CONTENT[:200_000])
    site.files["/x"] = CONTENT[:1000]
    with pytest.raises(FetchError, match=r"broke after 1,000 of|416"):
        fetch()
    site.files["/x"] = CONTENT
    fetch()


@pytest.mark.parametrize(("status", "asked"), [(404, 1), (503, TRIES)])
def test_only_what_may_pass_is_tried_again(fetch, site, status, asked):
    site.status["/x"] = status
    with pytest.raises(FetchError, match=str(status)):
        fetch()
    assert len(site.asked) == asked
