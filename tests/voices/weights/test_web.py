"""Asking servers that behave, and servers that do not."""

import socket
import threading

import pytest

from oped_audio.voices.weights import web
from oped_audio.voices.weights.web import FetchError, ask, linked


def test_what_lies_there_comes_in_chunks(site):
    site.files["/x"] = bytes(200_000)
    answer = ask(f"{site.address}/x", {})
    assert b"".join(answer.chunks()) == bytes(200_000)
    assert answer.address == f"{site.address}/x"


def test_redirects_are_followed(site):
    site.moved["/x"] = "/y"
    site.files["/y"] = b"here"
    answer = ask(f"{site.address}/x", {})
    assert (answer.address, b"".join(answer.chunks())) == (f"{site.address}/y", b"here")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/x", "redirect error"),
        ("file:///etc/passwd", "is not allow"),
        ("ftp://127.0.0.1/x", "not protected"),
    ],
)
def test_a_redirect_that_leads_nowhere(site, target, reason):
    site.moved["/x"] = target
    with pytest.raises(FetchError) as told:
        ask(f"{site.address}/x", {})
    assert reason in told.value.reason


@pytest.mark.parametrize(("status", "passing"), [(404, False), (403, False), (503, True)])
def test_a_refusal_says_whether_to_try_again(site, status, passing):
    site.status["/x"] = status
    with pytest.raises(FetchError) as told:
        ask(f"{site.address}/x", {})
    assert told.value.reason.startswith(f"the server answers {status}")
    assert (told.value.passing, told.value.status) == (passing, status)


def test_a_password_is_sent_and_not_told(site):
    site.password = "ada:ge heim"
    site.files["/x"] = b"here"
    address = site.address.replace("//", "//ada:ge%20heim@")
    answer = ask(f"{address}/x", {})
    assert b"".join(answer.chunks()) == b"here"
    assert answer.address == f"{site.address}/x"
    with pytest.raises(FetchError) as told:
        ask(f"{address}/gone", {})
    assert "heim" not in repr(told.value)


def test_a_password_does_not_follow_to_another_place(site):
    site.password = "ada:geheim"
    site.moved["/x"] = "/y"
    site.files["/y"] = b"here"
    with pytest.raises(FetchError, match="401"):
        ask(f"{site.address.replace('//', '//ada:geheim@')}/x", {})


@pytest.mark.parametrize(
    ("base", "link", "target"),
    [
        ("https://a.example/s/x/", "../../p/x.whl", "https://a.example/p/x.whl"),
        ("https://u:p@a.example/s/", "x.whl", "https://u:p@a.example/s/x.whl"),
        ("https://u:p@a.example/s/", "https://a.example/x", "https://u:p@a.example/x"),
        ("https://u:p@a.example/s/", "https://b.example/x", "https://b.example/x"),
        ("http://a.example/s/", "http://b.example/x", "http://b.example/x"),
    ],
)
def test_links(base, link, target):
    assert linked(base, link) == target


@pytest.mark.parametrize("link", ["http://a.example/x", "file:///x"])
def test_a_protected_page_leads_to_protected_places_only(link):
    with pytest.raises(FetchError, match="not protected"):
        linked("https://u:p@a.example/", link)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/x", "x"])
def test_only_the_web_is_asked(address):
    with pytest.raises(FetchError):
        ask(address, {})


def test_no_server(unused_port):
    with pytest.raises(FetchError, match="Connection refused"):
        ask(f"http://127.0.0.1:{unused_port}/x", {})
    with pytest.raises(FetchError, match=r"there is no server nowhere\.invalid"):
        ask("https://nowhere.invalid/x", {})


def test_a_certificate_that_is_not_valid(monkeypatch):
    class SSLCertVerificationError(OSError):
        pass

    told = web._unreachable("https://a.example", SSLCertVerificationError())
    assert told.reason == "its certificate is not valid"


def test_a_server_that_takes_no_calls_is_not_called_again_and_again():
    told = web._unreachable("https://a.example", TimeoutError())
    assert (told.reason, told.passing) == ("the server does not answer in time", False)


def test_a_server_that_falls_silent(monkeypatch):
    monkeypatch.setattr(web, "SILENCE_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(FetchError) as told:
        ask(f"http://127.0.0.1:{server.getsockname()[1]}/x", {})
    assert told.value.passing
    assert "silent" in told.value.reason


def test_a_connection_that_breaks_in_the_middle(site, monkeypatch):
    site.files["/x"] = b"here"
    answer = ask(f"{site.address}/x", {})

    def fail(_):
        raise ConnectionResetError

    monkeypatch.setattr(answer.response, "read1", fail)
    with pytest.raises(FetchError) as told:
        list(answer.chunks())
    assert told.value.passing
    assert "ConnectionResetError" in told.value.reason


def test_a_server_that_talks_nonsense(site):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server_port = server.getsockname()[1]

        def talk():
            with server.accept()[0] as connection:
                connection.recv(1000)
                connection.sendall(b"220 hello\r\n")

        thread = threading.Thread(target=talk)
        thread.start()
        with pytest.raises(FetchError, match="the connection broke: BadStatusLine"):
            ask(f"http://127.0.0.1:{server_port}/x", {})
        thread.join()


@pytest.fixture
def unused_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]
