"""Sentences -> links that play them, and what is said where it is not as written. Pure."""

from collections.abc import Iterator, Sequence

from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.language import direction
from oped_audio.serving.pages.frame import Place
from oped_audio.serving.pages.markup import Child, Html, hidden, joined, tag

_SHORT = 40


def sentences(place: Place, utterances: Sequence[Utterance]) -> Html:
    """Each is played by a click, and followed by a link to how it is said."""
    return joined([joined((_play(place, one), _GLUE, _how(place, one))) for one in utterances], " ")


def headline(place: Place, rank: str, utterances: Sequence[Utterance], identity: str) -> Html:
    """The same as a heading, which is called as it is written and no more."""
    plays = joined([_play(place, one) for one in utterances], " ")
    hows = [_how(place, one) for one in utterances]
    heading = tag(rank, plays, id=identity, tabindex="-1")
    return tag("div", heading, *hows, class_="headline")


_GLUE = Html("&#8288;")


def _play(place: Place, utterance: Utterance) -> Html:
    language = utterance.language
    return tag(
        "a",
        " ".join(utterance.written.split()),
        id=utterance.id,
        href=place.url(f"hear/{utterance.id}.wav"),
        class_="hear",
        data_hear=True,
        lang=language,
        dir=direction(language),
    )


def _how(place: Place, utterance: Utterance) -> Html:
    return tag(
        "a",
        tag("span", "✎", aria_hidden="true"),
        hidden(f"How it is said: {short(utterance.written)}"),
        href=place.url(f"s/{utterance.id}"),
        class_="how",
    )


def differences(utterances: Sequence[Utterance]) -> Html | None:
    """What is said otherwise than it is written; None where nothing is."""
    found = list(dict.fromkeys(pair for one in utterances for pair in _differing(one)))
    if not found:
        return None
    items: list[Child] = [
        tag("li", tag("span", written), hidden(" is said"), _ARROW, said) for written, said in found
    ]
    return tag("ul", *items, class_="said", aria_label="Said otherwise than written")


_ARROW = tag("span", " → ", aria_hidden="true")


def _differing(utterance: Utterance) -> Iterator[tuple[str, str]]:
    """Neighbouring words that are said otherwise, together."""
    run: list[tuple[str, str]] = []
    for token in utterance.tokens:
        written = utterance.written[token.begin : token.end]
        spoken = token.spoken[token.announces : len(token.spoken) - token.announces_end]
        if spoken and _bare(spoken) != _bare(written):
            run.append((written, spoken.strip()))
            continue
        if run and token.spoken:
            yield _whole(run)
            run = []
    if run:
        yield _whole(run)


def _whole(run: Sequence[tuple[str, str]]) -> tuple[str, str]:
    written = " ".join(one[0] for one in run).strip(",;:")
    if "." not in written[:-1].split(" ")[-1]:
        written = written.rstrip(".")
    return written, " ".join(one[1] for one in run).strip(",.;:")


def _bare(text: str) -> str:
    return "".join(char for char in text.replace("’", "'") if char.isalnum() or char == "'")


def short(text: str) -> str:
    """The begin of a text, enough to tell it from others."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1].rstrip()}…"
