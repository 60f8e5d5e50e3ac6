"""Document -> Script: which sentences there are, what is said for each, and when to pause. Pure."""

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oped_audio.model.document import Document, Section
    from oped_audio.model.lexicon import Lexicon
    from oped_audio.model.script import Script
    from oped_audio.scripting.roles import Roles
    from oped_audio.scripting.settings import PauseSettings, SpeechSettings
    from oped_audio.scripting.utterances import Sentences


def script(
    document: "Document",
    pauses: "PauseSettings",
    roles: "Roles | None" = None,
    lexicon: "Lexicon | None" = None,
    speech: "SpeechSettings | None" = None,
) -> "Script":
    """All that is said: the title page and every section, a sentence an utterance.

    As ``script_pages`` does.
    """
    return script_pages(document.pages, document.language, pauses, roles, lexicon, speech)


def script_pages(
    pages: "Sequence[Section]",
    language: str,
    pauses: "PauseSettings",
    roles: "Roles | None" = None,
    lexicon: "Lexicon | None" = None,
    speech: "SpeechSettings | None" = None,
) -> "Script":
    """All that is said of these pages, whose own language is a BCP 47 tag.

    Every visible character but white space is in one utterance, and there in one token. What has
    nothing to say in it, such as a row of asterisks, is an utterance whose ``spoken`` is empty.
    """
    from oped_audio.model.lexicon import Lexicon  # noqa: PLC0415 - the settings beside load fast
    from oped_audio.model.script import Script  # noqa: PLC0415 - the same
    from oped_audio.scripting.settings import SpeechSettings  # noqa: PLC0415 - the same

    sentences = cut(pages, language)
    said = sentences.utterances(
        pauses, roles or {}, lexicon or Lexicon(), speech or SpeechSettings()
    )
    return Script(tuple(chain.from_iterable(said)))


def cut(pages: "Sequence[Section]", language: str) -> "Sentences":
    """The sentences of these pages, of which utterances are made page by page."""
    from oped_audio.scripting.utterances import cut as cut_apart  # noqa: PLC0415 - as above

    return cut_apart(pages, language)
