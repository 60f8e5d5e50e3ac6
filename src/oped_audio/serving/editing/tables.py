"""The text of a TOML file and a value for a key -> the text with it; the rest stays as it is."""

from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, InlineTable

from oped_audio.model.toml import toml

Value = str | int | float | bool | Sequence[str] | Mapping[str, str | int] | None


class UnchangeableError(ValueError):
    """A file that is no TOML, or so written that it cannot be changed without harm."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A key, by the tables that it is in, and what it is to be: None for nothing."""

    keys: tuple[str, ...]
    value: Value


def changed(text: str, settings: Sequence[Setting]) -> str:
    """The text with these settings. Comments and order stay. Raises UnchangeableError."""
    try:
        wanted = toml(text)
        for setting in settings:
            _put(wanted, setting.keys, setting.value)
    except (ValueError, TypeError) as error:
        raise UnchangeableError(str(error)) from error
    for inline in (False, True):
        with suppress(TOMLKitError, ValueError, TypeError, KeyError, AttributeError):
            document = tomlkit.parse(text)
            for setting in settings:
                _write(document, setting.keys, setting.value, inline=inline)
            result = tomlkit.dumps(document)
            if toml(result) == wanted:
                return result
    raise UnchangeableError("it is written in a way that cannot be changed safely")


def _put(table: dict[str, Any], keys: Sequence[str], value: Value) -> None:
    first, *rest = keys
    if not rest:
        if value is None:
            table.pop(first, None)
        else:
            table[first] = _plain(value)
        return
    if first not in table and value is None:
        return
    inner = table.setdefault(first, {})
    if not isinstance(inner, dict):
        raise TypeError(f"{first} is no table")
    _put(inner, rest, value)
    if not inner and value is None:
        del table[first]


def _write(
    table: MutableMapping[str, Any], keys: Sequence[str], value: Value, *, inline: bool
) -> None:
    """As ``_put``, in the document; new tables are ``inline``, or have lines of their own."""
    first, *rest = keys
    if not rest:
        if value is None:
            table.pop(first, None)
        elif not _grown(table.get(first), value):
            table[first] = _item(value)
        return
    if first not in table:
        if value is None:
            return
        new = inline or isinstance(table, InlineTable)
        table[first] = tomlkit.inline_table() if new else tomlkit.table(len(rest) > 1)
    _write(table[first], rest, value, inline=inline)
    if not table[first] and value is None:
        del table[first]


def _grown(present: Any, value: Value) -> bool:
    """Whether a table or list that is there could be made the value, comments in it staying."""
    if isinstance(present, MutableMapping) and isinstance(value, Mapping):
        for key in [key for key in present if key not in value]:
            del present[key]
        for key, own in value.items():
            if present.get(key) != own:
                present[key] = own
        return bool(value)
    if isinstance(present, Array) and isinstance(value, Sequence) and not isinstance(value, str):
        for index in reversed(range(len(present))):
            if present[index] not in value:
                del present[index]
        for own in value:
            if own not in present:
                present.append(own)
        return bool(value) and list(present) == list(value)
    return False


def _item(value: Value) -> Any:
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    if isinstance(value, Sequence) and not isinstance(value, str):
        array = tomlkit.array()
        array.extend(value)
        return array.multiline(len(value) > 1)
    return tomlkit.item(value)


def _plain(value: Value) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return value
