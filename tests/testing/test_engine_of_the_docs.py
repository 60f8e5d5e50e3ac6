"""The engine that docs/engines.md shows is real, and keeps to the rules."""

import base64
import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Token, Utterance
from oped_audio.voices.tone import ToneEngine

DOCUMENT = Path(__file__).parents[2] / "docs" / "engines.md"
KEY = "a key"


class Cloud(BaseHTTPRequestHandler):
    """A service that says each word as a beep, for those who have the key."""

    def do_POST(self):
        wish = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.headers["Authorization"] != f"Bearer {KEY}":
            self.send_error(401)
            return
        text = wish["text"]
        words = [Token(*m.span(), m[0]) for m in re.finditer(r"(?:\{[^}]*\}|\S)+", text)]
        said = Utterance("u", "s", "b", "body", 0, text, tuple(words), 0, "en")
        how = VoiceSpec("tone", "sine", wish["rate_wpm"], wish["volume"], 50 + wish["take"])
        clip = ToneEngine().speak(said, how)
        times = [[word.begin, mark.begin] for word, mark in zip(words, clip.marks, strict=True)]
        answer = json.dumps({"pcm": base64.b64encode(clip.pcm).decode(), "words": times}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture
def cloud():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Cloud)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def installed(tmp_path, cloud):
    """The environment of a process that finds the package of the document."""
    engine, conformance = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    project = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    about = tomllib.loads(project[1])["project"]
    (tmp_path / "newsroom_cloud.py").write_text(engine, "utf-8")
    (tmp_path / "test_cloud.py").write_text(conformance, "utf-8")
    info = tmp_path / f"newsroom_cloud-{about['version']}.dist-info"
    info.mkdir()
    named = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n"
    (info / "METADATA").write_text(named, "utf-8")
    lines = [
        line
        for group, entries in about["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {place}" for name, place in entries.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    return os.environ | {
        "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path]),
        "NEWSROOM_CLOUD_ADDRESS": cloud,
        "NEWSROOM_CLOUD_KEY": KEY,
    }


def run(environment, folder, *arguments):
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False
    )


def test_it_keeps_to_every_rule(installed, tmp_path):
    arguments = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", "test_cloud.py")
    done = run(installed, tmp_path, *arguments)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


SPEAK = """
from pathlib import Path
from oped_audio.errors import VoiceError
from oped_audio.model.audio import VoiceSpec
from oped_audio.testing.utterances import utterance
from oped_audio.voices.engine import Setup, open_engine
try:
    spec = VoiceSpec("cloud", "nora", 175, 1.0, 50)
    open_engine("cloud", Setup(Path())).speak(utterance("Hello."), spec)
except VoiceError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("key", "told"), [("", "set NEWSROOM_CLOUD_KEY"), ("stolen", "HTTP Error 401: Unauthorized")]
)
def test_without_the_right_key_it_says_so(installed, tmp_path, key, told):
    done = run(installed | {"NEWSROOM_CLOUD_KEY": key}, tmp_path, "-c", SPEAK)
    assert told in done.stdout, done.stderr


def test_it_has_forty_lines():
    engine = re.search(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)[1]
    docstring, *code = filter(None, map(str.strip, engine.splitlines()))
    assert docstring.startswith('"""')
    assert len(code) <= 40
