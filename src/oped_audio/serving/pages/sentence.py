"""A sentence and its sounds -> the page on which its words are put right. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.language import direction
from oped_audio.serving.pages.frame import Place, Told, frame
from oped_audio.serving.pages.markup import Child, Html, button, field, hidden, tag

_EDGES = re.compile(r"^[\W_]+|(?:['’]s?)?[\W_]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the page is made of."""

    utterance: Utterance
    sounds: tuple[str, ...]
    """IPA of each spoken token; empty where the engine does not tell."""
    place: Place
    stand: str
    undo: str
    before: str
    """Id of the sentence before it; empty for none."""
    after: str
    word: str
    """That is to be put right."""
    said: str = ""
    """As it was tried."""
    is_ipa: bool = False
    take: int = 0


def sentence_page(shown: Sentence, told: Told) -> Html:
    """The page."""
    one = shown.utterance
    text = tag(
        "a",
        " ".join(one.written.split()),
        id=one.id,
        href=shown.place.url(f"hear/{one.id}.wav"),
        class_="hear large",
        data_hear=True,
        lang=one.language,
        dir=direction(one.language),
    )
    return frame(
        "Sentence",
        shown.place,
        told,
        tag("h1", "How this sentence is said"),
        tag("p", text),
        _ways(shown),
        _fix(shown),
        _take(shown),
        _words(shown),
    )


def _ways(shown: Sentence) -> Html:
    links: list[Child] = [
        tag("a", "Back to the outline", href=f"{shown.place.url()}#{shown.utterance.id}")
    ]
    if shown.before:
        links.append(tag("a", "Sentence before", href=shown.place.url(f"s/{shown.before}")))
    if shown.after:
        links.append(tag("a", "Next sentence", href=shown.place.url(f"s/{shown.after}")))
    items = [tag("li", link) for link in links]
    return tag("nav", tag("ul", *items), aria_label="Sentences", class_="ways")


def _words(shown: Sentence) -> Html:
    one = shown.utterance
    sounds = shown.sounds or [""] * len(one.spoken_tokens)
    rows = [
        _row(shown, index, number, sound)
        for number, (index, sound) in enumerate(zip(one.spoken_tokens, sounds, strict=True))
    ]
    heads = ("Written", "Said", "Sounds", "Put right")
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    table = tag(
        "table",
        tag("caption", "Word by word"),
        tag("thead", head),
        tag("tbody", *rows),
    )
    return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label="Words")


def _row(shown: Sentence, index: int, number: int, sound: str) -> Html:
    one = shown.utterance
    token = one.tokens[index]
    written = one.written[token.begin : token.end]
    word = bare(written)
    origin = {pronunciation.origin for pronunciation in token.pronunciations}
    mark = " (lexicon)" if "lexicon" in origin else ""
    link = tag(
        "a",
        "Put right",
        hidden(f" {word}"),
        href=f"{shown.place.url(f's/{one.id}')}?word={number}#said",
    )
    return tag(
        "tr",
        tag("th", written, scope="row"),
        tag("td", token.spoken),
        tag("td", tag("span", f"/{sound}/", class_="ipa") if sound else "", mark),
        tag("td", link if word else ""),
    )


def bare(written: str) -> str:
    """A word without the marks around it, and without its possessive."""
    return _EDGES.sub("", written)


def _fix(shown: Sentence) -> Html:
    one = shown.utterance
    by_ear = tag(
        "input", type="radio", name="ipa", value="", id="as-words", checked=not shown.is_ipa
    )
    by_ipa = tag("input", type="radio", name="ipa", value="yes", id="as-ipa", checked=shown.is_ipa)
    choice = tag(
        "fieldset",
        tag("legend", "It is written"),
        tag("p", by_ear, tag("label", " as it sounds, as in tah-kah-ee-chee", for_="as-words")),
        tag(
            "p",
            by_ipa,
            tag("label", " in the phonetic alphabet (IPA), as in ˈʃaʊmi", for_="as-ipa"),
        ),
    )
    return tag(
        "form",
        tag("h2", "Put a word right"),
        field("stand", shown.stand),
        field("sentence", one.id),
        tag(
            "p",
            tag("label", "Word or name", for_="word"),
            tag(
                "input",
                id="word",
                name="word",
                value=shown.word,
                required=True,
                maxlength=200,
                autocomplete="off",
                lang=one.language,
            ),
        ),
        tag(
            "p",
            tag("label", "How it is said", for_="said"),
            tag(
                "input",
                id="said",
                name="said",
                value=shown.said,
                required=True,
                maxlength=200,
                autocomplete="off",
                spellcheck="false",
            ),
        ),
        choice,
        tag(
            "p",
            button(
                "Hear it",
                formmethod="get",
                formaction=shown.place.url(f"try/{one.id}.wav"),
                data_try=True,
            ),
            " ",
            button("Save for all articles", id="save"),
        ),
        tag(
            "p",
            "It is written to ",
            tag("code", "lexicon.toml"),
            " beside the articles.",
            class_="quiet",
        ),
        method="post",
        action=shown.place.url("word"),
    )


def _take(shown: Sentence) -> Html:
    label = f" It is take {shown.take + 1} now." if shown.take else ""
    return tag(
        "form",
        tag("h2", "The whole sentence"),
        field("stand", shown.stand),
        field("sentence", shown.utterance.id),
        button("Say it differently", id="differently", data_then_hear=True),
        tag(
            "p",
            f"Natural voices say a sentence a little differently each time.{label}",
            class_="quiet",
        ),
        method="post",
        action=shown.place.url("take"),
    )


def word_at(utterance: Utterance, number: int) -> str:
    """The word with this number among those that are said; empty for none."""
    spoken: Sequence[int] = utterance.spoken_tokens
    if not 0 <= number < len(spoken):
        return ""
    token = utterance.tokens[spoken[number]]
    return bare(utterance.written[token.begin : token.end])
