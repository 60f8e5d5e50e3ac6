"""A W3C Pronunciation Lexicon Specification 1.0 file -> a Lexicon."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, get_args

from oped_audio.model.lexicon import Entry, Lexicon, PartOfSpeech
from oped_audio.reading.lexicon.words import normal_ipa, respelling, shortened, spelling, trouble

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ADVICE = 'export it again as PLS 1.0 with alphabet="ipa"'


def parse(content: bytes, name: str) -> Lexicon:
    """The entries of the file called ``name``: for each grapheme its first pronunciation.

    ``prefer`` outweighs the order (PLS 1.0, 4.7). Entities are not expanded, nothing is fetched.
    Raises LexiconError.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise trouble(name, "", f"is not well-formed XML: {error.msg}", _ADVICE) from error
    if any(True for _ in root.iter(etree.Entity)):
        raise trouble(name, "", "uses entities", "write the characters themselves")
    if etree.QName(root).localname != "lexicon":
        raise trouble(name, "", "is no pronunciation lexicon (PLS)", _ADVICE)
    language = root.get(_XML_LANG)
    alphabet = root.get("alphabet", "ipa")
    return Lexicon(
        tuple(
            entry
            for lexeme in _children(root, "lexeme")
            for entry in _entries(lexeme, lexeme.get(_XML_LANG, language), alphabet, name)
        )
    )


def _entries(lexeme: "_Element", language: str | None, alphabet: str, name: str) -> Iterator[Entry]:
    graphemes = [_text(child) for child in _children(lexeme, "grapheme")]
    said = [child for child in lexeme if _name(child) in {"phoneme", "alias"}]
    said.sort(key=lambda child: child.get("prefer") not in {"true", "1"})
    if not graphemes or not all(graphemes):
        told = _text(lexeme)
        raise trouble(name, told, "has a lexeme without a grapheme", _ADVICE)
    if not said:
        told = graphemes[0]
        raise trouble(name, told, "has a lexeme without a pronunciation", _ADVICE)
    is_alias = _name(said[0]) == "alias"
    own = said[0].get("alphabet", alphabet)
    if not is_alias and own != "ipa":
        reason = f"is given in the alphabet {shortened(own)}, which is not read here"
        raise trouble(name, graphemes[0], reason, _ADVICE)
    for written in graphemes:
        yield Entry(
            written,
            None if is_alias else normal_ipa(_text(said[0]), written, name),
            respelling(_text(said[0]), written, name) if is_alias else None,
            language,
            part_of_speech=_part_of_speech(lexeme.get("role", "")),
        )


def _part_of_speech(role: str) -> PartOfSpeech | None:
    """From a list of QNames, whose prefixes are the writer's own: ``pos:verb``."""
    said = {one.rpartition(":")[2] for one in role.split()}
    return next((part for part in get_args(PartOfSpeech) if part in said), None)


def _children(element: "_Element", name: str) -> Iterator["_Element"]:
    return (child for child in element if _name(child) == name)


def _name(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: "_Element") -> str:
    return spelling("".join(element.itertext()))
