from dataclasses import replace

import pytest
from lxml import etree

from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.model.script import Pronunciation, Script, Token, Utterance
from oped_audio.publishing.epub.pronunciation import pronunciations

HTML = "{http://www.w3.org/1999/xhtml}"
SSML = "{http://www.w3.org/2001/10/synthesis}"
TEXT = "He read Xi’s book. Rok is Rok."


def said(begin, written, ipa, origin, spoken=None):
    inner = Pronunciation(0, len(written), ipa, begin, begin + len(written), origin)
    return Token(begin, begin + len(written), spoken or written, (inner,))


def utterance(number, begin, tokens, language="en"):
    written = TEXT[:18] if begin == 0 else TEXT[19:]
    name = f"s01-p01-u{number}"
    return Utterance(name, "s01", "s01-p01", "body", begin, written, tokens, 100, language)


FIRST = utterance(
    1, 0, (Token(0, 2, "He"), said(3, "read", "ɹɛd", "context"), said(8, "Xi’s", "ʃiːz", "lexicon"),
           Token(13, 18, "book."))
)  # fmt: skip
SECOND = utterance(
    2, 19, (said(0, "Rok", "ɹɒk", "lexicon"), Token(4, 6, "is"), said(7, "Rok", "ɹoʊk", "lexicon"))
)  # fmt: skip


def test_the_lexicon_holds_what_is_always_said_so_and_the_text_the_rest():
    told = pronunciations(Script((FIRST, SECOND)))
    assert told.lexicons == {"en": Lexicon((Entry("Rok", "ɹɒk"), Entry("Xi’s", "ʃiːz")))}
    assert told.in_text == {"s01-p01": [(3, 7, "ɹɛd"), (26, 29, "ɹoʊk")]}
    assert told.hrefs == {"en": "lexicons/en.pls"}


def test_a_respelling_is_told_in_the_lexicon():
    second = utterance(2, 19, (said(0, "Rok", None, "lexicon", "rock"),))
    told = pronunciations(Script((second,)))
    assert told.lexicons["en"].entries == (Entry("Rok", respelled="roc"),)
    assert told.in_text == {}


def test_each_language_has_a_lexicon_of_its_own():
    told = pronunciations(Script((FIRST, replace(SECOND, language="fr-CA"))))
    assert list(told.lexicons) == ["en", "fr"]


def test_letters_and_words_in_another_language_are_left_to_the_engine():
    letters = utterance(2, 19, (said(0, "Rok", "ɑːɹ", "letters"),))
    foreign = utterance(2, 19, (replace(said(0, "Rok", "ɹɒk", "lexicon"), language="fr"),))
    assert pronunciations(Script((letters, foreign))).lexicons == {}


@pytest.fixture(scope="module")
def publication(narrated):
    spans = (Span("He "), Span("read Xi", emphasis="emphasis"), Span(TEXT[10:]))
    block = Block("s01-p01", "paragraph", spans)
    document = Document("Rok", None, "Ada", "en", (Section("s01", "section", "One", (block,)),))
    plain = narrated(document)
    headings = tuple(u for u in plain.script.utterances if u.block != "s01-p01")
    return replace(plain, script=Script((*headings, FIRST, SECOND)))


@pytest.mark.parametrize("highlight", ["sentence", "word"])
def test_the_book_says_how_its_words_are_said(publication, opened, highlight):
    book = opened(publication, highlight)
    (name,) = (name for name in book if "text/01" in name)
    page = etree.fromstring(book[name])
    marked = page.findall(f".//{HTML}span[@{SSML}ph]")
    assert [("".join(span.itertext()), span.get(f"{SSML}ph")) for span in marked] == [
        ("read", "ɹɛd"),
        ("Rok", "ɹoʊk"),
    ]
    assert "".join(page.find(f".//{HTML}p").itertext()) == TEXT
    assert page.get(f"{SSML}alphabet") == "ipa"
    linked = page.find(f".//{HTML}link[@rel='pronunciation']")
    assert (linked.get("type"), linked.get("hreflang"), linked.get("href")) == (
        "application/pls+xml",
        "en",
        "../lexicons/en.pls",
    )
    assert b"<grapheme>Rok</grapheme>" in book["EPUB/lexicons/en.pls"]
    assert b'<link rel="pronunciation"' in book["EPUB/nav.xhtml"]
    (package,) = (book[name] for name in book if name.endswith(".opf"))
    assert b">ttsMarkup<" in package


def test_a_book_without_pronunciations_does_not_claim_any(narrated, document, opened):
    book = opened(narrated(document("en")), "sentence")
    assert not any("lexicons/" in name for name in book)
    assert not any(b"ttsMarkup" in content for content in book.values())


def test_epubcheck_has_nothing_to_say(publication, poured, tmp_path, epubcheck):
    paths = [tmp_path / "sentence.epub", tmp_path / "word.epub"]
    for path in paths:
        path.write_bytes(poured(publication, path.stem))
    assert epubcheck(paths) == [[], []]
