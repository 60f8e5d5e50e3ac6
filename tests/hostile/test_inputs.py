"""Hostile pages, lexicons, takes and settings through the command line: told in one line each."""

import sys

import pytest

from oped_audio.cli import main

PROSE = "The storks came back to the valley in the spring, and nobody had expected them at all."
OUTSIDE = {
    "../../../../etc/passwd": "it lies outside the article's folder",
    "%2e%2e/%2e%2e/etc/passwd": "it lies outside the article's folder",
    "link.png": "it lies outside the article's folder",
    "/etc/passwd": "only files beside the article are opened",
    "file:///etc/passwd": "file: addresses are not opened",
    "\\\\server\\share\\x.png": "only files beside the article are opened",
    "C:\\x.png": "c: addresses are not opened",
    "http://127.0.0.1:9/x.png": "it lies on the web, and files fetch nothing from there",
    "//127.0.0.1:9/x.png": "it lies on the web, and files fetch nothing from there",
    "javascript:alert(1)": "javascript: addresses are not opened",
}
FILES = {
    "a lexicon of brackets": ("lexicon.toml", b"x = " + b"[" * 900_000, "nested too deeply"),
    "a lexicon of dots": ("lexicon.toml", b"a." * 900_000, "too many parts"),
    "a lexicon with a NUL": ("lexicon.toml", b'[words]\nx = "a\0b"', "is not valid TOML"),
    "a lexicon of a number": ("lexicon.toml", b"[words]\nx = " + b"9" * 5000, "is not valid TOML"),
    "a lexicon that is too large": ("lexicon.toml", b"#" * 20_000_001, "is too large"),
    "settings that are too large": ("oped.toml", b"#" * 1_000_001, "is too large"),
    "a lexicon that is elsewhere": (
        "oped.toml",
        b'[lexicon]\nfiles = ["/etc/passwd"]',
        "is not valid TOML",
    ),
    "a device as a lexicon": ("oped.toml", b'[lexicon]\nfiles = ["/dev/zero"]', "is too large"),
    "a path as an engine": (
        "oped.toml",
        b'[voice]\nengine = "../x:main"',
        "no such setting|engine",
    ),
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command where the article lies; exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def told(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["oped-audio", *arguments])
        with pytest.raises(SystemExit) as caught:
            main()
        return caught.value.code or 0, *capsys.readouterr()

    return told


def test_pictures_from_elsewhere_are_told_and_not_opened(run, tmp_path):
    (tmp_path / "link.png").symlink_to("/etc/passwd")
    pictures = "".join(f'<img src="{src}" alt="x">' for src in OUTSIDE)
    (tmp_path / "a.html").write_text(f"<title>Storks</title><body><p>{PROSE}</p>{pictures}")
    code, out, _ = run("outline", "a.html")
    assert code == 0
    lines = [line for line in out.splitlines() if "is not in the book" in line]
    assert len(lines) == len(OUTSIDE)
    for line, (src, reason) in zip(lines, OUTSIDE.items(), strict=True):
        assert f"{src}: the picture is not in the book: {reason}" in line


@pytest.mark.parametrize(("name", "content", "reason"), FILES.values(), ids=FILES)
def test_files_beside_the_article_are_refused_in_one_line(run, tmp_path, name, content, reason):
    (tmp_path / "a.txt").write_text(f"Storks\n\n{PROSE}\n")
    (tmp_path / name).write_bytes(content)
    command = ("build", "-o", "out", "--cache", "cache", "--only", "captions", "a.txt")
    code, _, err = run(*command)
    assert code in {2, 4}
    (line,) = err.strip().splitlines()
    assert len(line) < 400
    assert any(part in line for part in reason.split("|"))
    assert not (tmp_path / "out").exists()
