"""What an article is taken to consist of, and what an editor makes of it -> settings. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from oped_audio.reading.segmentation.overrules import KINDS, is_meant, spaced
from oped_audio.reading.settings import ReadingChoices
from oped_audio.serving.editing.tables import Setting

_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Outline:
    """What the settings say of the pieces of an article."""

    choices: ReadingChoices
    texts: tuple[str, ...]
    """Of all its pieces."""

    @classmethod
    def of(cls, choices: ReadingChoices, texts: Sequence[str]) -> "Outline":
        """Texts are compared whatever their white space."""
        return cls(choices, tuple(spaced(text) for text in texts))

    def with_kind(self, text: str, kind: str) -> ReadingChoices:
        """The piece with this text is of a kind: the name of a setting, such as ``headings``."""
        lists = {name: list(self._without(name, text)) for name in KINDS}
        lists[kind].append(self.beginning(text))
        chosen: dict[str, Any] = {name: tuple(values) for name, values in lists.items()}
        return replace(self.choices, **chosen)

    def with_heading(self, text: str, heading: str) -> ReadingChoices:
        """The piece with this text begins a section, which is called so."""
        added = {**self._unheaded(text), self.beginning(text): spaced(heading)}
        return replace(self.choices, added_headings=added)

    def without_heading(self, text: str) -> ReadingChoices:
        """No heading is put above the piece with this text."""
        return replace(self.choices, added_headings=self._unheaded(text))

    def with_level(self, heading: str, level: int, headings: Sequence[str]) -> ReadingChoices:
        """The heading is of this level: 1 for a section, 2 for a section in one."""
        texts = tuple(map(spaced, headings))
        others = {
            begin: given
            for begin, given in self.choices.levels.items()
            if not is_meant(begin, spaced(heading), texts)
        }
        begin = replace(self, texts=texts).beginning(heading)
        return replace(self.choices, levels={**others, begin: level})

    def beginning(self, text: str) -> str:
        """As much of a text as tells it from all others; all of it where they begin alike."""
        wanted = spaced(text)
        words = wanted.split(" ")
        others = [other for other in self.texts if other != wanted]
        for count in range(_FEWEST_WORDS, len(words)):
            begin = " ".join(words[:count])
            if not any(other.startswith(begin) for other in others):
                return begin
        return wanted

    def _without(self, name: str, text: str) -> Iterator[str]:
        """The beginnings in a list that are not meant for this text; for all others they stay."""
        wanted = spaced(text)
        for begin in getattr(self.choices, name):
            meant = [one for one in self.texts if is_meant(begin, one, self.texts)]
            if wanted not in meant:
                yield begin
            else:
                yield from dict.fromkeys(self.beginning(one) for one in meant if one != wanted)

    def _unheaded(self, text: str) -> dict[str, str]:
        wanted = spaced(text)
        return {
            begin: heading
            for begin, heading in self.choices.added_headings.items()
            if not is_meant(begin, wanted, self.texts)
        }


def reading_settings(
    article: str, chosen: ReadingChoices, before: ReadingChoices, general: ReadingChoices
) -> tuple[Setting, ...]:
    """What has to be set for an article; ``general`` is what is set for all of them."""

    def setting(name: str) -> Setting:
        value = getattr(chosen, name)
        keys = ("articles", article, "reading", name)
        if value == getattr(general, name):
            return Setting(keys, None)
        return Setting(keys, dict(value) if isinstance(value, Mapping) else list(value))

    changed = (f.name for f in fields(chosen) if getattr(chosen, f.name) != getattr(before, f.name))
    return tuple(map(setting, changed))
