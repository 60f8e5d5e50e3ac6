from lxml import etree

from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.publishing.pls import pls
from oped_audio.reading.lexicon.pls import parse

PLS = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
LEXICON = Lexicon(
    (
        Entry("Xi", "ʃiː", language="en"),
        Entry("Xi’s <&>", "ʃiː", language="en"),
        Entry("Takaichi", respelled="tah-kah-ee-chee", language="en"),
        Entry("polish", "ˈpɒlɪʃ", language="en", part_of_speech="verb"),
    )
)


def test_what_is_written_is_read_again():
    assert parse(pls(LEXICON, "en"), "en.pls") == LEXICON


def test_entries_that_are_said_alike_share_a_lexeme():
    root = etree.fromstring(pls(LEXICON, "en"))
    assert [len(lexeme) for lexeme in root] == [3, 2, 2]
    assert root.get("alphabet") == "ipa"
    assert root.find(f"{PLS}lexeme[3]").get("role") == "pos:verb"
    assert "pos" in root.nsmap


def test_a_lexicon_without_parts_of_speech_names_no_vocabulary_for_them():
    root = etree.fromstring(pls(Lexicon(LEXICON.entries[:1]), "en"))
    assert "pos" not in root.nsmap
