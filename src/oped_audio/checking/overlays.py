"""A Media Overlay -> its seqs and pars, right or wrong."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from oped_audio.checking.clock import milliseconds
from oped_audio.checking.document import types
from oped_audio.checking.elements import local, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXTREF = "{http://www.idpf.org/2007/ops}textref"


@dataclass(frozen=True, slots=True)
class Par:
    """One text, played with one sound."""

    place: str
    """File and line."""
    id: str
    href: str
    """Of the text, as written."""
    document: str
    """Name in the container; empty if it has no text."""
    fragment: str
    audio: str
    """Name in the container; empty if it has no sound."""
    audio_fragment: str
    begin_ms: int
    end_ms: int | None
    """None if it is played to the end."""
    is_timed: bool
    """Whether both times can be read and the end comes after the begin."""
    times: str
    """As written."""
    types: frozenset[str]
    """Of the par, its text and all seqs around it."""
    texts: int
    sounds: int
    seq: str
    """Path of the group that it is in."""

    @property
    def is_played(self) -> bool:
        """Whether it has a sound that can be cut out."""
        return bool(self.audio) and self.is_timed


@dataclass(frozen=True, slots=True)
class Seq:
    """A group of pars."""

    place: str
    href: str
    """Its textref, as written; empty if it has none."""
    document: str
    fragment: str


class Overlay:
    """A SMIL document."""

    def __init__(self, name: str, root: "_Element") -> None:
        self.name = name
        self.root = root
        self._folder = posixpath.dirname(name)

    @cached_property
    def pars(self) -> tuple[Par, ...]:
        """All pars, in the order in which they are played."""
        return tuple(self._pars(self.root, frozenset()))

    @property
    def seqs(self) -> Iterator[Seq]:
        """All seqs, in order."""
        for node in self.root.iter("*"):
            if local(node) == "seq":
                href = node.get(_TEXTREF) or ""
                yield Seq(self._at(node), href, *resolved(self._folder, href))

    def of(self, document: str) -> Iterator[Par]:
        """The pars that play a document: an overlay may be that of several."""
        return (par for par in self.pars if par.document == document)

    def targets(self, document: str) -> frozenset[str]:
        """The ids that its pars play in a document; empty for the whole of it."""
        return frozenset(par.fragment for par in self.of(document))

    def _pars(self, node: "_Element", around: frozenset[str]) -> Iterator[Par]:
        inside = around | types(node)
        if local(node) == "par":
            yield self._par(node, inside)
            return
        for child in node:
            yield from self._pars(child, inside)

    def _par(self, node: "_Element", inside: frozenset[str]) -> Par:
        texts = [child for child in node if local(child) == "text"]
        sounds = [child for child in node if local(child) == "audio"]
        href = (texts[0].get("src") or "") if texts else ""
        document, fragment = resolved(self._folder, href)
        audio, audio_fragment, begin, end = "", "", "0", None
        if sounds:
            audio, audio_fragment = resolved(self._folder, sounds[0].get("src") or "")
            begin, end = sounds[0].get("clipBegin") or "0", sounds[0].get("clipEnd")
        begin_ms = milliseconds(begin)
        end_ms = None if end is None else milliseconds(end)
        is_timed = begin_ms is not None and (
            end is None or (end_ms is not None and end_ms > begin_ms)
        )
        return Par(
            place=self._at(node),
            id=node.get("id") or "",
            href=href,
            document=document,
            fragment=fragment,
            audio=audio,
            audio_fragment=audio_fragment,
            begin_ms=begin_ms or 0,
            end_ms=end_ms,
            is_timed=is_timed,
            times=f"{begin} to {'the end' if end is None else end}",
            types=inside.union(*map(types, texts)),
            texts=len(texts),
            sounds=len(sounds),
            seq=node.getroottree().getpath(node.getparent()),
        )

    def _at(self, node: "_Element") -> str:
        return f"{self.name}:{node.sourceline}"
