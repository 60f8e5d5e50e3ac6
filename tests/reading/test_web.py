"""Addresses, against a server that behaves and one that does not."""

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from oped_audio.errors import AddressError
from oped_audio.reading import open_source, read, web
from oped_audio.reading.settings import ReadingSettings

PAGE = (
    "<html><body><h1>Störche</h1><p>Sie kamen im Frühling, und die Stadt war nicht bereit.</p>"
    '<img src="/a.png" alt="Ein Storch"></body></html>'
)


HTML = {"Content-Type": "text/html; charset=latin-1"}
RAW = PAGE.encode("latin-1")
PACKED = HTML | {"Content-Encoding": "gzip"}
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/moved": (302, {"Location": "/page%C3%A9"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/away": (302, {"Location": "file:///etc/passwd"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, RAW),
    "/gzip": (200, PACKED, gzip.compress(RAW)),
    "/deflate": (200, HTML | {"Content-Encoding": "deflate"}, zlib.compress(RAW)),
    "/brotli": (200, HTML | {"Content-Encoding": "br"}, RAW),
    "/damaged": (200, PACKED, RAW),
    "/bomb": (200, PACKED, gzip.compress(bytes(40_000_000))),
    "/huge": (200, HTML, b"x" * 25_000_000),
    **{f"/status/{code}": (code, HTML, RAW) for code in (402, 403, 404, 500)},
}


class Handler(BaseHTTPRequestHandler):
    """Gives the answers above, and a page to every other question."""

    picture = b""

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (200, HTML, RAW))
        if self.path == "/a.png":
            headers, body = {"Content-Type": "image/png"}, self.picture
        elif self.path == "/agent":
            headers = {"Content-Type": "text/plain"}
            body = f"{self.headers['User-Agent']}. {self.headers['Cookie']}".encode()
        elif self.path == "/silent":
            time.sleep(1.5)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)


@pytest.fixture(scope="module")
def server(png) -> Iterator[str]:
    Handler.picture = png()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


@pytest.mark.parametrize("path", ["/", "/gzip", "/deflate", "/pageé?ä=ö#part"])
def test_a_page_and_its_pictures(server, pictures, path):
    source = open_source(server + path)
    assert (source.suffix, source.charset, source.folder) == (".html", "latin-1", None)
    document = read(source, ReadingSettings(), pictures).document
    assert document.title == "Störche"
    assert [image.alternative for image in document.images] == ["Ein Storch"]
    assert document.source.startswith(server)


def test_redirects_are_followed(server):
    assert web.fetch(f"{server}/moved").address == f"{server}/page%C3%A9"


def test_it_says_who_it_is_and_brings_nothing(server):
    content = web.fetch(f"{server}/agent").content.decode()
    assert content.startswith("oped-audio/")
    assert content.endswith("None")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "leads on and on"),
        ("/away", "leads away from the web"),
        ("/status/404", "404 Not Found"),
        ("/status/403", "403 Forbidden"),
        ("/status/500", "500 Internal"),
        ("/pdf", "application/pdf"),
        ("/brotli", "sent as br"),
        ("/damaged", "damaged"),
        ("/bomb", "more than 20,000,000 bytes"),
        ("/huge", "more than 20,000,000 bytes"),
    ],
)
def test_what_gives_no_article(server, path, reason):
    with pytest.raises(AddressError, match=reason) as caught:
        web.fetch(server + path)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_page_behind_a_wall_is_to_be_saved(server):
    with pytest.raises(AddressError, match=r"login or subscription.*save the page"):
        web.fetch(f"{server}/status/402")


def test_a_silent_server(server, monkeypatch):
    monkeypatch.setattr(web, "_SILENCE_S", 0.2)
    with pytest.raises(AddressError, match="in time"):
        web.fetch(f"{server}/silent")


def test_a_slow_server(server, monkeypatch):
    monkeypatch.setattr(web, "_WHOLE_S", -1)
    with pytest.raises(AddressError, match="takes more than"):
        web.fetch(f"{server}/")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:1/", "cannot be reached"),
        ("http://no-such-host.invalid/", "there is no server no-such-host.invalid"),
        ("http://user:secret@127.0.0.1/", "name or password"),
        ("http://[::1", "not an address"),
        ("http://", "not an address of the web"),
        ("http://127.0.0.1:99999999/", "not an address"),
    ],
)
def test_addresses_that_lead_nowhere(address, reason):
    with pytest.raises(AddressError, match=reason):
        web.fetch(address)


def test_names_beyond_ascii_are_sent_as_they_must_be():
    assert web.encoded("https://bücher.example/ä b?q=ü") == (
        "https://xn--bcher-kva.example/%C3%A4%20b?q=%C3%BC"
    )


def test_pictures_come_from_the_page_s_own_host_or_from_outside(server):
    fetch = web.fetch(f"{server}/").fetch
    assert fetch(f"{server}/a.png") == Handler.picture
    port = server.rpartition(":")[2]
    with pytest.raises(AddressError, match="private network"):
        fetch(f"http://localhost:{port}/a.png")


def test_a_page_has_so_many_pictures_and_no_more(server):
    fetch = web.fetch(f"{server}/").fetch
    for _ in range(60):
        fetch(f"{server}/a.png")
    with pytest.raises(AddressError, match="more than 60 pictures"):
        fetch(f"{server}/a.png")
