"""The server, asked over HTTP by those who may not ask."""

import http.client
from urllib.parse import urlencode

import pytest

PAGE = "/a/storks/"


@pytest.fixture(scope="module")
def served(proofing, tmp_path_factory):
    running = proofing(storks__txt=_article())
    (running.folder / "secret.txt").write_text("secret")
    book = running.folder / "output" / "storks"
    book.mkdir(parents=True)
    (book / "report.html").write_text("<p>fine</p>")
    (book / "way-out").symlink_to(running.folder / "secret.txt")
    (running.folder / "output" / "secret.txt").write_text("secret")
    return running


def _article() -> str:
    return "The Storks\n\nThey left when the marsh was drained, and nobody thought of them again.\n"


@pytest.fixture(scope="module")
def ask(served):
    host = served.origin.removeprefix("http://")
    port = int(host.rpartition(":")[2])

    def asking(
        method: str = "GET",
        path: str = PAGE,
        body: bytes | str | None = None,
        **headers: str | None,
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        usual = {
            "Host": host,
            "Cookie": f"oped_audio_{port}={served.key}",
            "Origin": served.origin if method == "POST" else None,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        wanted = {name: value for name, value in {**usual, **given}.items() if value is not None}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in wanted.items():
            connection.putheader(name, value)
        if body is not None and "Transfer-Encoding" not in wanted:
            connection.putheader("Content-Length", wanted.get("Content-Length", str(len(body))))
        content = body.encode() if isinstance(body, str) else body
        connection.endheaders(content)
        answer = connection.getresponse()
        told = answer.read()
        connection.close()
        return answer, told

    return asking


def test_who_brings_the_key_is_let_in_and_the_key_leaves_the_address(ask, served):
    answer, page = ask(path=f"/?key={served.key}", Cookie=None)
    assert answer.status == 200
    cookie = answer.headers["set-cookie"]
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert served.key.encode() not in page
    assert ask(Cookie=cookie.partition(";")[0])[0].status == 200


@pytest.mark.parametrize(
    "path", ["/", PAGE, "/static/proof.js", "/a/storks/book/report.html", "/x"]
)
@pytest.mark.parametrize("cookie", [None, "oped_audio_1=x", "{", "x" * 5000])
def test_nothing_is_told_to_who_has_no_key(ask, path, cookie):
    answer, told = ask(path=path, Cookie=cookie)
    assert (answer.status, b"storks" in told.lower()) == (403, False)


def test_a_wrong_key_is_none(ask, served):
    assert ask(path=f"/?key={served.key[:-1]}", Cookie=None)[0].status == 403
    assert ask(path="/?key=", Cookie=None)[0].status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example:{port}", ""]
)
def test_a_name_that_is_made_to_lead_here_leads_nowhere(ask, served, host):
    port = served.origin.rpartition(":")[2]
    assert ask(Host=host.format(port=port))[0].status == 403
    assert ask(path=f"/?key={served.key}", Host=host.format(port=port))[0].status == 403


def test_the_names_of_this_machine_lead_here(ask, served):
    port = served.origin.rpartition(":")[2]
    for host in ("localhost", "LOCALHOST", "127.0.0.1"):
        assert ask(Host=f"{host}:{port}")[0].status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_what_another_page_sends_changes_nothing(ask, served, headers):
    form = urlencode({"block": "s01-p01", "what": "left_out"})
    answer, _ = ask("POST", "/a/storks/outline", form, **headers)
    assert answer.status == 403
    assert not (served.folder / "input" / "oped.toml").exists()


def test_another_page_may_not_even_hear(ask):
    assert ask(path="/a/storks/hear/s01-p01-u1.wav", Sec_Fetch_Site="cross-site")[0].status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/a/storks/book/../secret.txt",
        "/a/storks/book/..%2fsecret.txt",
        "/a/storks/book/%2e%2e/secret.txt",
        "/a/storks/book/..%5csecret.txt",
        "/a/storks/book//etc/passwd",
        "/a/storks/book/%2fetc%2fpasswd",
        "/a/storks/book/way-out",
        "/a/storks/book/%00",
        "/a/storks/book/",
        "/a/..%2f..%2fsecret/book/x",
        "/a/../book/secret.txt",
        "/static/../server.py",
        "/static/..%2fserver.py",
        "/shelf/..%2f..%2fsecret.txt",
    ],
)
def test_no_path_leads_out(ask, path):
    answer, told = ask(path=path)
    assert answer.status == 404
    assert b"secret" not in told
    assert b"root:" not in told


def test_what_is_built_is_shown(ask):
    answer, told = ask(path="/a/storks/book/report.html")
    assert (answer.status, told) == (200, b"<p>fine</p>")
    assert "script-src" not in answer.headers["content-security-policy"]
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_what_was_made_for_readers_is_linked_to_and_nothing_else(ask, served):
    read_along = served.folder / "output" / "storks" / "read-along"
    assert b"Read along" not in ask()[1]
    assert b"Shelf" not in ask()[1]
    for folder in (read_along, served.folder / "site"):
        folder.mkdir()
        (folder / "index.html").write_text("<p>made</p>")
    assert b'href="/a/storks/book/read-along/index.html"' in ask()[1]
    assert b'href="/shelf/"' in ask()[1]
    assert ask(path="/shelf/")[1] == b"<p>made</p>"
    assert ask(path="/a/storks/book/read-along/")[1] == b"<p>made</p>"


def test_too_much_is_refused(ask):
    assert ask("POST", "/a/storks/outline", b"x" * 70_000)[0].status == 413
    chunks = b"".join(b"4000\r\n" + b"x" * 0x4000 + b"\r\n" for _ in range(5)) + b"0\r\n\r\n"
    answer, _ = ask("POST", "/a/storks/outline", chunks, Transfer_Encoding="chunked")
    assert answer.status == 413
    assert ask(path=f"/?{'x' * 9000}")[0].status == 414
    assert ask("POST", "/a/storks/outline", "&".join(["a=1"] * 50))[0].status == 422
    assert ask("POST", "/a/storks/outline", b"\xff\xfe")[0].status == 422


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_else_can_be_asked(ask, method):
    answer, _ = ask(method, Origin=None)
    assert answer.status == 405
    assert "access-control-allow-origin" not in answer.headers


def test_reading_changes_nothing(ask):
    for action in ("outline", "undo", "word", "take", "stop"):
        assert ask(path=f"/a/storks/{action}")[0].status == 405


@pytest.mark.parametrize("path", ["/", "/x", "/a/storks/", "/static/proof.css"])
def test_every_answer_is_guarded(ask, path):
    headers = ask(path=path)[0].headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/a/nothing/",
        "/a/storks/s/s99-p01-u1",
        "/a/storks/hear/s99-p01-u1.wav",
        "/a/storks/events",
        "/a/storks/nothing",
    ],
)
def test_what_is_not_there_is_said_to_be_missing(ask, path):
    assert ask(path=path)[0].status == 404


def test_a_form_without_its_fields_is_an_answer_not_a_crash(ask):
    for action in ("outline", "word", "take", "voices", "undo", "stop"):
        answer, _ = ask("POST", f"/a/storks/{action}", "")
        assert answer.status in {303, 404, 422}, action
