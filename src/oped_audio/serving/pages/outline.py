"""An article opened -> the page on which its outline is heard and changed. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, Figure, Item, ItemList, Section
from oped_audio.model.reading import Decision
from oped_audio.model.script import Utterance
from oped_audio.pipeline.proofing import Proof
from oped_audio.publishing.epub.language import direction, labels
from oped_audio.reading.settings import DEEPEST
from oped_audio.serving.changing import KIND_NAMES, added_above, is_changeable, is_mergeable
from oped_audio.serving.pages.frame import Place, Told, frame, listed
from oped_audio.serving.pages.markup import Child, Html, button, field, hidden, joined, tag, words
from oped_audio.serving.pages.sentences import differences, headline, sentences, short

_KIND_OF = {
    "paragraph": "paragraphs",
    "verse": "paragraphs",
    "quotation": "quotations",
    "pullquote": "pull_quotes",
    "figure": "captions",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "byline": "byline",
}
_NAMES = {"pullquote": "pull quote", "figure": "picture", "byline": "byline"}
_FIRST = {"headings", "paragraphs", "left_out"}
"""Kinds that have a button of their own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page is made of."""

    proof: Proof
    place: Place
    stand: str
    undo: str
    """What would be undone; empty for nothing."""


def outline_page(shown: Shown, told: Told) -> Html:
    """The page."""
    document = shown.proof.reading.document
    language = document.language
    utterances = shown.proof.script.utterances
    sections = [_section(shown, number, utterances) for number in range(len(document.pages))]
    return frame(
        "Outline",
        shown.place,
        told,
        tag("h1", words(document.title, language, direction(language))),
        tag(
            "p",
            "Choose a sentence to hear it. What you change here is written to ",
            tag("code", "oped.toml"),
            " beside the article.",
            class_="quiet",
        ),
        _undo(shown),
        *sections,
        _left_out(shown),
    )


def _undo(shown: Shown) -> Html:
    label = f"Undo: {shown.undo}" if shown.undo else "Undo"
    return tag(
        "form",
        field("stand", shown.stand),
        button(label, id="undo", aria_disabled=None if shown.undo else "true"),
        method="post",
        action=shown.place.url("undo"),
        class_="tools",
    )


def _section(shown: Shown, number: int, utterances: Sequence[Utterance]) -> Html:
    document = shown.proof.reading.document
    section = document.pages[number]
    after = document.pages[number + 1] if number + 1 < len(document.pages) else None
    name = labels(document.language).of(section)
    own = [one for one in utterances if one.block == section.heading_id]
    rank = f"h{min(section.level + 1, 6)}"
    is_title = section.role == "title"
    heading = tag(rank, name, id=section.heading_id, tabindex="-1")
    if own:
        heading = headline(shown.place, rank, own, section.heading_id)
    pieces: list[Child] = [heading]
    if not section.heading or is_title:
        kind = "Title page" if is_title else "Before the first heading"
        pieces.insert(0, tag("p", kind, class_="kind", aria_hidden="true"))
    else:
        pieces.insert(0, tag("p", _section_kind(section), class_="kind", aria_hidden="true"))
    if own and not is_title:
        pieces.append(differences(own))
    if is_mergeable(section):
        pieces.append(_heading_change(shown, section, after))
    pieces += [_block(shown, section, block, utterances) for block in section.blocks]
    return tag("section", *pieces)


def _section_kind(section: Section) -> str:
    roles = {"about-author": "About the author", "notes": "Notes"}
    return roles.get(section.role, f"Heading of level {section.level}")


def _block(shown: Shown, section: Section, block: Block, utterances: Sequence[Utterance]) -> Html:
    own = [one for one in utterances if one.block == block.id or _is_in(one, block)]
    text: list[Child] = []
    if isinstance(block, ItemList):
        text.append(tag("ul", *(_item(shown, item, own) for item in block.items)))
    elif own:
        text.append(tag("p", sentences(shown.place, own)))
    else:
        text.append(tag("p", block.text or "Decoration, which is not read aloud", class_="quiet"))
    kind = _NAMES.get(block.kind, block.kind)
    if isinstance(block, Figure) and block.image is None:
        kind = "picture caption"
    changes = _block_change(shown, section, block, kind) if is_changeable(block) else None
    return tag(
        "div",
        tag("p", kind.capitalize(), class_="kind"),
        *text,
        differences(own),
        changes,
        class_=f"block {block.kind}",
        id=block.id,
        tabindex="-1",
    )


def _item(shown: Shown, item: Item, utterances: Sequence[Utterance]) -> Html:
    own = [one for one in utterances if one.block == item.id]
    return tag("li", sentences(shown.place, own) if own else item.text)


def _is_in(utterance: Utterance, block: Block) -> bool:
    return utterance.block.startswith(f"{block.id}-")


def _heading_change(shown: Shown, section: Section, after: Section | None) -> Html:
    heading = section.heading or ""
    is_added = " ".join(heading.split()) in added_above(shown.proof)
    buttons: list[Child] = []
    if not is_added:
        buttons.append(_what("Make it a paragraph", "paragraphs"))
    leaving = "" if is_added else ", and leave the heading out"
    buttons.append(_what(f"Merge with the section before{leaving}", "merge"))
    if after is not None and is_mergeable(after):
        buttons.append(_what("Merge with the section after it", "merge-next"))
    buttons += _levels(shown, section)
    form = _form(shown, section.heading_id, *buttons)
    return _changes(f"heading “{short(heading)}”", form)


def _levels(shown: Shown, section: Section) -> Iterator[Html]:
    sections = shown.proof.reading.document.sections
    before = sections[sections.index(section) - 1] if sections.index(section) else None
    if section.level > 1:
        yield _what("One level up", "level-up")
    if before is not None and before.heading and section.level <= before.level < DEEPEST:
        yield _what("One level down", "level-down")


def _block_change(shown: Shown, section: Section, block: Block, kind: str) -> Html:
    is_body = section.role != "title"
    present = _KIND_OF.get(block.kind, "")
    buttons: list[Child] = []
    if is_body and present != "headings":
        buttons.append(_what("Make it a heading", "headings"))
    if present != "paragraphs":
        buttons.append(_what("Make it a paragraph", "paragraphs"))
    buttons.append(_what("Leave it out", "left_out"))
    options = [
        tag("option", name[0].upper() + name[1:], value=value)
        for value, name in KIND_NAMES.items()
        if value not in {*_FIRST, present}
    ]
    select = f"{block.id}-what"
    other = _form(
        shown,
        block.id,
        tag("label", "Something else: ", for_=select),
        tag("select", *options, id=select, name="what"),
        " ",
        button("Make it so"),
    )
    forms: list[Child] = [_form(shown, block.id, *buttons), other]
    if is_body:
        forms.insert(1, _split(shown, block.id))
    return _changes(f"{kind} “{short(block.text)}”", *forms)


def _split(shown: Shown, block: str) -> Html:
    identity = f"{block}-heading"
    return _form(
        shown,
        block,
        tag("label", "Split here; the new section is called: ", for_=identity),
        tag("input", id=identity, name="heading", required=True, maxlength=200, autocomplete="off"),
        " ",
        button("Split", name="what", value="split"),
    )


def _what(label: str, what: str) -> Html:
    return joined((button(label, name="what", value=what), " "))


def _form(shown: Shown, block: str, *inner: Child) -> Html:
    return tag(
        "form",
        field("stand", shown.stand),
        field("block", block),
        *inner,
        method="post",
        action=shown.place.url("outline"),
    )


def _changes(of: str, *forms: Child) -> Html:
    return tag(
        "details",
        tag("summary", "Change", hidden(f" {of}")),
        tag("div", *forms, class_="forms"),
        class_="change",
    )


def _left_out(shown: Shown) -> Html | None:
    found = shown.proof.reading.left_out
    if not found:
        return None
    items = [_left(shown, number, decision) for number, decision in enumerate(found)]
    return tag("section", tag("h2", "Left out"), listed(items))


def _left(shown: Shown, number: int, decision: Decision) -> Html:
    identity = f"left-{number}"
    back = _form(
        shown,
        identity,
        button(
            "Put it back", hidden(f" “{short(decision.text)}”"), name="what", value="paragraphs"
        ),
    )
    return tag(
        "div",
        tag("p", " ".join(decision.text.split())),
        tag("p", f"{decision.place}: {decision.reason}", class_="quiet"),
        back,
        id=identity,
        tabindex="-1",
        class_="block",
    )
