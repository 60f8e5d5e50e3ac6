"""Documents: the author's text, character for character, with the ids that overlays point at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.model.script import Token, Utterance
from oped_audio.publishing.epub.content import content_document, cover_page
from oped_audio.publishing.epub.language import direction, labels
from oped_audio.publishing.epub.links import links
from oped_audio.publishing.epub.markup import element, text
from oped_audio.publishing.epub.pages import IN_ARTICLE, Page, pages
from oped_audio.publishing.epub.pronunciation import Pronunciations
from oped_audio.publishing.epub.targets import word_targets

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HIGHLIGHTS = ["sentence", "word"]
NOTHING = Pronunciations({}, {})

LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
PIECES = st.sampled_from(
    ["]]>", "<script>alert(1)</script>", "&amp;", "&#0;", "<!--", "-->", "<?x?>", '"', "'", "\r\n"]
)
HOSTILE = st.lists(PIECES | st.text(LETTERS | st.sampled_from("\t\n\r"), max_size=20), min_size=1)


def parsed(page: Page, highlight="sentence", language="en"):
    return etree.fromstring(content_document(page, language, highlight, links([page]), NOTHING))


def article(publication):
    """The pages that are read from begin to end."""
    return [page for page in pages(publication) if page.section.role in IN_ARTICLE]


def by_id(root, identity):
    (found,) = root.xpath(f'//*[@id="{identity}"]')
    return found


def text_of(node):
    return "".join(node.itertext())


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_every_block_keeps_its_text(publication, highlight):
    for page in article(publication):
        root = parsed(page, highlight)
        for block in page.section.blocks:
            for leaf in block.leaves:
                assert text_of(by_id(root, leaf.id)) == leaf.text
        if page.section.heading:
            assert text_of(by_id(root, page.section.heading_id)) == page.section.heading


@pytest.mark.parametrize("highlight", HIGHLIGHTS)
def test_every_utterance_is_an_element_with_its_text(publication, highlight):
    for page in article(publication):
        root = parsed(page, highlight)
        for utterance in page.utterances:
            assert text_of(by_id(root, utterance.id)) == utterance.written


def test_words_are_elements_only_where_words_light_up(publication):
    page = article(publication)[2]
    assert not parsed(page, "sentence").xpath("//*[contains(@id, '-w')]")
    root = parsed(page, "word")
    for utterance in page.utterances:
        for word in word_targets(utterance):
            assert text_of(by_id(root, word.id)) == utterance.written[word.begin : word.end]


def test_silent_tokens_go_with_a_spoken_neighbour():
    tokens = (Token(0, 1, ""), Token(2, 3, "a"), Token(4, 5, ""), Token(6, 7, "b"), Token(7, 8, ""))
    utterance = Utterance("s01-p01-u1", "s01", "s01-p01", "body", 0, "— a – b.", tokens, 0, "en")
    assert [(t.id, t.token, t.begin, t.end) for t in word_targets(utterance)] == [
        ("s01-p01-u1-w2", 1, 0, 5),
        ("s01-p01-u1-w4", 3, 6, 8),
    ]


@given(HOSTILE, st.sampled_from(HIGHLIGHTS))
def test_any_text_is_well_formed_and_unchanged(narrated, pieces, highlight):
    spans = tuple(
        Span(piece, language="fr" if number % 3 == 1 else None, emphasis=emphasis)
        for number, (piece, emphasis) in enumerate(
            zip(pieces, ["none", "emphasis", "strong", "none"] * len(pieces), strict=False)
        )
    )
    block = Block("s01-p01", "paragraph", spans)
    section = Section("s01", "section", f"H{block.text}", (block,))
    page = article(narrated(Document("T", None, None, "en", (section,))))[1]
    root = parsed(page, highlight)
    assert text_of(by_id(root, "s01-p01")) == block.text
    assert text_of(by_id(root, "s01-h")) == section.heading


def test_what_xml_forbids_is_replaced_one_for_one():
    forbidden = "a\0b\x0bc\ud800d\uffffe\x85"
    assert text(forbidden) == "a\ufffdb\ufffdc\ufffdd\ufffde\x85"
    assert etree.fromstring(element("x", {"y": forbidden + '"\n', "z": None})).attrib == {
        "y": 'a\ufffdb\ufffdc\ufffdd\ufffde\x85"\n'
    }


def test_styles_and_languages_are_cut_at_sentences_and_words(publication):
    root = parsed(article(publication)[2], "word")
    word = by_id(root, "s02-p01-u1-w3")
    assert (word[0].tag.split("}")[1], text_of(word[0])) == ("em", "raison")
    assert word[0].attrib == {"lang": "fr", XML_LANG: "fr"}
    assert [text_of(strong) for strong in root.iter("{*}strong")] == ["stays.", "So"]
    assert [text_of(part) for part in root.xpath("//*[@lang='he']")] == ["שלום", "עולם"]
    assert not root.xpath("//*[@lang='he']/@dir")


def test_kinds_of_block(publication):
    _, introduction, body, _ = (parsed(page) for page in article(publication))
    figure = by_id(introduction, "s01-p02")
    assert [node.tag.split("}")[1] for node in figure.iter()] == [
        *("figure", "figcaption", "span", "span")
    ]
    assert by_id(introduction, "s01-p02-u2").get("class") == "credit"
    assert by_id(body, "s02-p03").getparent().tag.endswith("}blockquote")
    assert by_id(body, "s02-p04-n").get("role") == "note"
    assert by_id(body, "s02-p06-u1").text == "— —"


def test_sections_say_what_they_are(publication):
    roots = [parsed(page) for page in article(publication)]
    sections = [root.find(".//{*}section") for root in roots]
    assert [root.findtext(".//{*}title") for root in roots] == [
        *("Small things, well made", "Introduction", "What lasts", "About the author")
    ]
    assert [(s.get(EPUB_TYPE), s.get("role")) for s in sections] == [
        ("titlepage", None),
        ("introduction", "doc-introduction"),
        ("chapter", "doc-chapter"),
        ("contributors", None),
    ]
    assert [s.get("aria-labelledby") for s in sections] == ["s00-h", None, "s02-h", "s03-h"]
    assert sections[1].get("aria-label") == "Introduction"
    assert [root.find("{*}body").get(EPUB_TYPE) for root in roots] == [
        *("frontmatter", "bodymatter", "bodymatter", "backmatter")
    ]


def test_documents_name_their_language_and_direction(publication):
    root = parsed(article(publication)[1], language="ar")
    assert (root.get("lang"), root.get(XML_LANG), root.get("dir")) == ("ar", "ar", "rtl")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en-GB", "ltr"), ("he", "rtl"), ("fa-IR", "rtl"), ("az-Arab", "rtl"), ("ks-Deva-IN", "ltr")],
)
def test_direction(language, expected):
    assert direction(language) == expected


def test_labels_of_sections_without_a_heading():
    german = labels("de-AT")
    assert german.language == "de-AT"
    assert german.of(Section("s01", "introduction", None, ())) == "Einleitung"
    assert german.of(Section("s01", "section", "Eins", ())) == "Eins"
    assert labels("zu").language == "en"


def test_the_cover_page_says_what_the_cover_shows(publication):
    root = etree.fromstring(cover_page(pages(publication)[0], "en"))
    assert root.find(".//{*}img").get("alt") == "Small things, well made, Ada Byron"
    assert root.find(".//{*}section").get("lang") is None
    swahili = etree.fromstring(cover_page(pages(publication)[0], "sw"))
    assert swahili.find(".//{*}section").get(XML_LANG) == "en"
