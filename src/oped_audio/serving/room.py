"""What the server works with: the desk, the builds, the voices there are, and what was told."""

import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

from oped_audio.errors import OpedAudioError
from oped_audio.model.audio import Offer, Voice
from oped_audio.model.finding import Finding
from oped_audio.model.roles import VOICE_ROLE_OF, VOICE_ROLES, VoiceRole
from oped_audio.pipeline.checking import look
from oped_audio.pipeline.offering import list_engines
from oped_audio.pipeline.proofing import Proof, hear, inherited, narrator_of
from oped_audio.serving.building import Builds
from oped_audio.serving.changing import installed
from oped_audio.serving.desk import Desk
from oped_audio.serving.pages.frame import Place, Told
from oped_audio.settings import RoleSettings

_MOST_TOLD = 200
_OFFERS_S = 60
_BEEPS = "tone"


@dataclass(slots=True)
class Room:
    """Everything; made once."""

    desk: Desk
    builds: Builds
    site: Path
    """Where a shelf may have been made."""
    _told: OrderedDict[int, Told] = field(default_factory=OrderedDict)
    _offers: tuple[float, tuple[Offer, ...]] = (0.0, ())
    _warmed: set[str] = field(default_factory=set)
    _audits: dict[str, tuple[int, tuple[Finding, ...]]] = field(default_factory=dict)

    def tell(self, told: Told) -> int:
        """Keep what is to be told on the next page; give its number."""
        number = next(reversed(self._told), 0) + 1
        self._told[number] = told
        while len(self._told) > _MOST_TOLD:
            self._told.popitem(last=False)
        return number

    def told(self, number: str) -> Told:
        """What is to be told; nothing for a number that was never given."""
        return self._told.get(int(number), Told()) if number.isdecimal() else Told()

    def place(self, name: str, page: str, title: str = "") -> Place:
        """Where a page is."""
        folder = self.desk.folder(name)
        return Place(
            name,
            title,
            page,
            has_read_along=(folder / "read-along" / "index.html").is_file(),
            has_shelf=self.has_shelf,
        )

    @property
    def has_shelf(self) -> bool:
        """Whether a site was made."""
        return (self.site / "index.html").is_file()

    def offers(self) -> tuple[Offer, ...]:
        """The engines and their voices; looked for again from time to time."""
        with self.desk.speaking:
            now = time.monotonic()
            if not self._offers[1] or now - self._offers[0] > _OFFERS_S:
                self._offers = (now, list_engines(None, self.desk.options))
            return self._offers[1]

    def warm(self, proof: Proof) -> None:
        """Have the first sentence narrated meanwhile, so that the next one is heard at once."""
        if proof.name not in self._warmed and proof.script.utterances:
            self._warmed.add(proof.name)
            Thread(target=self._warm, args=(proof,), daemon=True).start()

    def _warm(self, proof: Proof) -> None:
        with suppress(OpedAudioError), self.desk.speaking:  # who wants to hear it is told
            hear(proof, proof.script.utterances[0])

    def voices(self, proof: Proof) -> list[Voice]:
        """That are installed and speak the article's language; beeps only where they are heard."""
        beeps = proof.settings.voice.engine == _BEEPS
        found = installed(self.offers(), proof.reading.document.language)
        return [voice for voice in found if beeps or voice.engine != _BEEPS]

    def present(self, proof: Proof) -> dict[str, str]:
        """By role, ``engine/voice`` where a voice is set."""
        settings = proof.settings
        found: dict[str, str] = {
            role: self._named(own.engine or settings.voice.engine, own.voice or "")
            for role, own in settings.voices.items()
            if own.engine or own.voice
        }
        narrator = self._named(settings.voice.engine, settings.voice.voice)
        return {**found, **({"voice": narrator} if settings.voice.voice else {})}

    def _named(self, engine: str, name: str) -> str:
        """A voice that is called so, or has this id; the engine's first for none."""
        for voice in installed(self.offers()):
            known = {voice.id.casefold(), voice.name.casefold()}
            if voice.engine == engine and (not name or name.casefold() in known):
                return f"{engine}/{voice.id}"
        return f"{engine}/{name}"

    def best(self, proof: Proof) -> str:
        """Who narrates where nobody is chosen, in words. Raises VoiceError."""
        general = inherited(proof.path, self.desk.options)
        with self.desk.speaking:
            spec = narrator_of(replace(proof, settings=general))
        return f"{spec.engine}, {spec.voice}"

    def audit(self, book: Path) -> tuple[Finding, ...]:
        """What our own audit finds in a book. Raises InputError, OutputError."""
        changed = book.stat().st_mtime_ns
        known = self._audits.get(str(book))
        if known is None or known[0] != changed:
            known = (changed, look(book).findings)
            self._audits[str(book)] = known
        return known[1]


def samples(proof: Proof) -> dict[str, str]:
    """By role, the id of the first sentence that has it; ``voice`` is the narrator."""
    found: dict[str, str] = {}
    for one in proof.script.utterances:
        found.setdefault(VOICE_ROLE_OF[one.role], one.id)
    first = found.get("body") or next(iter(found.values()), "")
    return {"voice": first, **found}


def with_voice(proof: Proof, general: Any, role: str, chosen: str) -> Proof:
    """The article with a role, or the narrator (``voice``), spoken by ``engine/voice``."""
    engine, _, voice = chosen.partition("/")
    settings = proof.settings
    own: VoiceRole | None = next((one for one in VOICE_ROLES if one == role), None)
    if own is None:
        heard = replace(settings.voice, engine=engine, voice=voice) if chosen else general.voice
        return replace(proof, settings=replace(settings, voice=heard))
    before = settings.voices.get(own, RoleSettings())
    in_role = replace(before, engine=engine or None, voice=voice or None)
    return replace(proof, settings=replace(settings, voices={**settings.voices, own: in_role}))


def back(address: str, number: int, focus: str = "", query: str = "") -> str:
    """The address of a page that tells what was done."""
    more = f"&{query}" if query else ""
    return f"{address}?told={number}{more}{f'#{quote(focus)}' if focus else ''}"
