"""Starting and ending: addresses, ports, what is missing."""

import signal
import socket
import subprocess
import sys

import pytest

from oped_audio.serving.security import Address

MAIN = "from oped_audio.cli import main; main()"
WITHOUT = "import sys; sys.modules['{}'] = None; from oped_audio.cli import main; main()"


def run(*arguments: str, code: str = MAIN, cwd) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


def test_ctrl_c_ends_it_well(proofing):
    served = proofing(storks__txt="A\n\nB is what comes after an A.\n")
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=20) == 0
    assert "Traceback" not in served.process.stdout.read()


def test_a_port_that_is_taken_is_told_of_in_a_line(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", "--no-open", "--port", port, cwd=tmp_path)
    assert done.returncode == 5
    assert done.stderr.startswith(f"oped-audio: 127.0.0.1:{port}: cannot be listened at")
    assert done.stderr.endswith("choose another port with --port\n")


@pytest.mark.parametrize(
    ("command", "module"), [("serve", "starlette"), ("serve", "tomlkit"), ("watch", "watchfiles")]
)
def test_what_is_missing_is_named_with_how_to_get_it(tmp_path, command, module):
    done = run(command, code=WITHOUT.format(module), cwd=tmp_path)
    assert done.returncode == 4
    assert done.stderr == (
        f"oped-audio: {command}: needs {module}, which is not installed; "
        'run `pip install "oped-audio[serve]"`\n'
    )


@pytest.mark.parametrize(
    ("listening", "host", "own"),
    [
        ("127.0.0.1", "127.0.0.1:80", True),
        ("127.0.0.1", "192.168.1.5:80", False),
        ("192.168.1.5", "192.168.1.5:80", True),
        ("192.168.1.5", "192.168.1.5:81", False),
        ("0.0.0.0", "192.168.1.5:80", True),
        ("0.0.0.0", "evil.example:80", False),
        ("::1", "[::1]:80", True),
        ("::", "[fe80::1]:80", True),
    ],
)
def test_which_hosts_are_this_one(listening, host, own):
    assert Address(listening, 80).is_own(host) is own


def test_the_address_is_one_that_a_browser_can_open():
    assert Address("0.0.0.0", 80).url() == "http://127.0.0.1:80/"
    assert Address("::1", 80).url("/x") == "http://[::1]:80/x"
