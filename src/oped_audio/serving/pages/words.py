"""Words that may be said wrong -> the page on which they are heard. Pure."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from oped_audio.model.review import Doubt
from oped_audio.serving.pages.frame import Place, Told, frame
from oped_audio.serving.pages.markup import Html, hidden, tag

_WHY = {
    "name": "name, in no dictionary",
    "unknown": "in no dictionary",
    "differs": "the dictionary says it otherwise",
    "acronym": "capitals, read as a word",
    "letters": "capitals, read letter by letter",
}


def words_page(place: Place, doubts: Sequence[Doubt], where: Mapping[str, str], told: Told) -> Html:
    """The page; ``where`` has, by word, the id of the first sentence that it is in."""
    heading = "Words to hear"
    if not doubts:
        nothing = tag("p", "Every word of this article is in a dictionary, and said as it says.")
        return frame(heading, place, told, tag("h1", heading), nothing)
    heads = ("Word", "Why", "Sounds", "In the article", "Put right")
    table = tag(
        "table",
        tag("caption", "The likeliest to be wrong first"),
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in heads))),
        tag("tbody", *(_row(place, doubt, where.get(doubt.written, "")) for doubt in doubts)),
    )
    return frame(
        heading,
        place,
        told,
        tag("h1", heading),
        tag("p", "Choose a word to hear the sentence that it stands in.", class_="quiet"),
        tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=heading),
    )


def _row(place: Place, doubt: Doubt, sentence: str) -> Html:
    word: Html = tag("span", doubt.written)
    fix: Html | str = ""
    if sentence:
        word = tag(
            "a",
            doubt.written,
            href=place.url(f"hear/{sentence}.wav"),
            class_="hear",
            data_hear=True,
            lang=doubt.language,
        )
        fix = tag(
            "a",
            "Put right",
            hidden(f" {doubt.written}"),
            href=f"{place.url(f's/{sentence}')}?of={quote(doubt.written, safe='')}#said",
        )
    times = "once" if doubt.count == 1 else f"{doubt.count} times"
    expected = f" (dictionary: /{doubt.expected}/)" if doubt.expected else ""
    return tag(
        "tr",
        tag("th", word, scope="row"),
        tag("td", _WHY[doubt.reason]),
        tag(
            "td",
            tag("span", f"/{doubt.ipa}/", class_="ipa") if doubt.ipa else doubt.spoken,
            expected,
        ),
        tag("td", f"{times}: … {doubt.context} …"),
        tag("td", fix),
    )
