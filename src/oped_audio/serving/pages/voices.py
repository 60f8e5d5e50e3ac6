"""Who speaks what -> the page on which that is chosen. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from oped_audio.model.audio import Voice
from oped_audio.serving.pages.frame import Place, Told, frame
from oped_audio.serving.pages.markup import Child, Html, button, field, hidden, tag

ROLE_NAMES = {
    "voice": "Narrator",
    "title": "Title page",
    "heading": "Headings",
    "body": "Paragraphs and lists",
    "quotation": "Quotations",
    "caption": "Pictures and their captions",
    "note": "Notes",
    "about-author": "Note about the author",
}


_UNHEARD = " Nothing in this article is spoken by it."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page is made of."""

    place: Place
    stand: str
    voices: Sequence[Voice]
    """That are installed and speak the article's language."""
    present: Mapping[str, str]
    """By role, ``engine/voice`` where one is set."""
    samples: Mapping[str, str]
    """By role, the id of a sentence that has it."""
    best: str
    """The narrator's voice, where none is set: in words."""


def voices_page(chosen: Chosen, told: Told) -> Html:
    """The page."""
    forms = [_form(chosen, role) for role in ROLE_NAMES]
    return frame(
        "Voices",
        chosen.place,
        told,
        tag("h1", "Voices"),
        tag(
            "p",
            "Only voices that are installed are listed; ",
            tag("code", "oped-audio voices"),
            " in a terminal tells of more. What you choose is written to ",
            tag("code", "oped.toml"),
            ", for this article.",
            class_="quiet",
        ),
        *forms,
    )


def _form(chosen: Chosen, role: str) -> Html:
    identity = f"voice-{role}"
    usual = f"The best for the language ({chosen.best})" if role == "voice" else "As the narrator"
    present = chosen.present.get(role, "")
    options: list[Child] = [tag("option", usual, value="", selected=not present)]
    known = {f"{voice.engine}/{voice.id}" for voice in chosen.voices}
    if present and present not in known:
        options.append(tag("option", present, value=present, selected=True))
    for engine, voices in groupby(chosen.voices, lambda voice: voice.engine):
        group = [_option(voice, present) for voice in voices]
        options.append(tag("optgroup", *group, label=engine))
    sample = chosen.samples.get(role, "")
    hear = None
    if sample:
        hear = button(
            "Hear it",
            hidden(f" ({ROLE_NAMES[role]})"),
            formmethod="get",
            formaction=chosen.place.url(f"sample/{sample}.wav"),
            data_try=True,
        )
    save = button("Save", hidden(f" ({ROLE_NAMES[role]})"), id=f"save-{role}")
    return tag(
        "form",
        tag("h2", ROLE_NAMES[role]),
        field("stand", chosen.stand),
        field("role", role),
        tag("label", "Voice", hidden(f" ({ROLE_NAMES[role]})"), for_=identity),
        tag("select", *options, name="voice", id=identity),
        tag("p", hear, " " if hear else None, save, None if hear else _UNHEARD),
        method="post",
        action=chosen.place.url("voices"),
    )


def _option(voice: Voice, present: str) -> Html:
    value = f"{voice.engine}/{voice.id}"
    about = [voice.name] + [word for word in (voice.gender, voice.languages[0]) if word]
    return tag("option", ", ".join(about), value=value, selected=value == present)
