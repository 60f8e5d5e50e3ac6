"""What lies on an editor's desk: the articles, opened when they are asked for, and all changes."""

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from oped_audio.errors import InputMissingError, reason_of
from oped_audio.model.naming import slug
from oped_audio.pipeline.articles import articles
from oped_audio.pipeline.proofing import Proof, keep_beside, open_proof
from oped_audio.serving.editing.tables import Setting, UnchangeableError, changed
from oped_audio.serving.errors import ConflictError, NotHereError, RefusedError
from oped_audio.settings import NO_OPTIONS, Values

OPED, LEXICON, TAKES = "oped.toml", "lexicon.toml", "takes.toml"
_MOST_UNDONE = 100


@dataclass(frozen=True, slots=True)
class Step:
    """A change that can be taken back."""

    what: str
    """In words, such as ``“Storks” made a heading``."""
    file: str
    before: str | None
    """The file's text; None if there was no file."""
    after: str


class Desk:
    """Opens articles and changes the files beside them; used by one thread at a time each."""

    def __init__(self, given: Path, output: Path, options: Values = NO_OPTIONS) -> None:
        self.given = given
        self.output = output
        self.options = options
        self.lock = RLock()
        """Held by whoever opens or changes an article."""
        self.speaking = RLock()
        """Held by whoever asks an engine for anything; never taken by one who holds ``lock``."""
        self._open: dict[str, tuple[str, Proof]] = {}
        self._steps: dict[str, list[Step]] = {}

    def articles(self) -> dict[str, Path]:
        """By the name of the book's folder; of two with one name, the first."""
        found: dict[str, Path] = {}
        for path in articles([self.given]):
            if isinstance(path, Path) and path.is_file():
                found.setdefault(slug(path.stem), path)
        return found

    def path(self, name: str) -> Path:
        """The article's file. Raises NotHereError."""
        with suppress(KeyError):
            return self.articles()[name]
        raise NotHereError(name)

    def folder(self, name: str) -> Path:
        """Where its book lies, if there is one. Raises NotHereError."""
        self.path(name)
        return self.output / name

    def proof(self, name: str) -> Proof:
        """The article as its files are now.

        Raises NotHereError, InputError, SettingsError, LexiconError.
        """
        path = self.path(name)
        with self.lock:
            stand = stand_of(path)
            known = self._open.get(name)
            if known is None or known[0] != stand:
                known = (stand, open_proof(path, self.options))
                self._open[name] = known
            return known[1]

    def known(self, name: str) -> Proof | None:
        """The article as it was when it was last opened, if it ever was."""
        known = self._open.get(name)
        return known[1] if known else None

    def stand(self, name: str) -> str:
        """What the article and the files beside it are like now, in a few letters."""
        return stand_of(self.path(name))

    def last(self, name: str) -> Step | None:
        """The change that would be taken back."""
        steps = self._steps.get(name)
        return steps[-1] if steps else None

    def change(
        self,
        name: str,
        stand: str,
        file: str,
        plan: Callable[[Proof, str], tuple[str, Sequence[Setting]]],
    ) -> str:
        """Change a file beside an article, if all is as it was at ``stand``; say what was done.

        ``plan`` is given the article and the file's text, and says in words what is done, and what
        has to be set for it. Raises RefusedError, OpedAudioError.
        """
        with self.lock:
            path = self.path(name)
            if stand_of(path) != stand:
                raise ConflictError(
                    "The article or a file beside it was changed meanwhile. You see it as it is "
                    "now; your change was not made. Make it again if it is still wanted."
                )
            before = _text(path.parent / file)
            try:
                what, settings = plan(self.proof(name), before or "")
                after = changed(before or "", settings)
            except UnchangeableError as error:
                raise RefusedError(f"{file} was not changed: {error}.") from error
            if after != before:
                keep_beside(path, file, after)
                steps = self._steps.setdefault(name, [])
                steps.append(Step(what, file, before, after))
                del steps[:-_MOST_UNDONE]
            return what

    def undo(self, name: str) -> str:
        """Take the last change back; say which. Raises RefusedError, OutputError."""
        with self.lock:
            path = self.path(name)
            steps = self._steps.get(name)
            if not steps:
                raise RefusedError("There is nothing to undo.")
            step = steps.pop()
            target = path.parent / step.file
            if _text(target) != step.after:
                steps.clear()
                raise ConflictError(
                    f"{step.file} was changed meanwhile by someone else, so nothing was undone."
                )
            if step.before is None:
                target.unlink(missing_ok=True)
            else:
                keep_beside(path, step.file, step.before)
            return step.what


def stand_of(path: Path) -> str:
    """Of an article and what lies beside it and in the working directory."""
    beside = (path.parent / name for name in (OPED, LEXICON, TAKES))
    here = (Path(name) for name in (OPED, LEXICON))
    seen = [_seen(one) for one in (path, *beside, *here)]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def _seen(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _text(path: Path) -> str | None:
    """As it is, line ends too; None if there is no file. Raises OpedAudioError."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path} is not UTF-8: save it as plain text in UTF-8.") from error
    except OSError as error:
        raise InputMissingError(str(path), reason_of(error)) from error
