import itertools

import pytest

from oped_audio.errors import LexiconError
from oped_audio.model.lexicon import Entry
from oped_audio.reading.lexicon.pls import parse

NAMESPACE = 'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"'
XI = "<lexeme><grapheme>Xi</grapheme><phoneme>ʃiː</phoneme></lexeme>"
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
LEVELS = "abcdefghijklmnop"


def lexicon(
    *lexemes: str, attributes: str = f'{NAMESPACE} alphabet="ipa"', doctype: str = ""
) -> str:
    return f'{DECLARED}{doctype}<lexicon version="1.0" {attributes}>{"".join(lexemes)}</lexicon>'


def entries(text: str) -> tuple[Entry, ...]:
    return parse(text.encode(), "my.pls").entries


@pytest.mark.parametrize(
    "content",
    [
        lexicon(XI).encode(),
        lexicon(XI, attributes="").encode(),
        b"\xef\xbb\xbf" + lexicon(XI).encode(),
        lexicon(XI).replace("UTF-8", "UTF-16").encode("utf-16"),
        lexicon(XI.replace("<lexeme>", "<lexeme><!-- a --><?pi?>"), "<!-- b -->").encode(),
        lexicon(XI.replace("ʃ", "ʃ<!-- a --><?pi?>")).encode(),
        lexicon(XI.replace("Xi", "\n X<!-- a -->i\n")).encode(),
        lexicon(XI, "<other/>", attributes=f'{NAMESPACE} alphabet="ipa"').encode(),
        lexicon(XI, doctype='<!DOCTYPE lexicon SYSTEM "http://127.0.0.1:9/pls.dtd">').encode(),
    ],
)
def test_a_lexeme_however_it_is_wrapped(content):
    assert parse(content, "my.pls").entries == (Entry("Xi", "ʃiː"),)


def test_languages_roles_and_alphabets():
    text = lexicon(
        '<lexeme role="other:x pos:verb"><grapheme>read</grapheme><phoneme>riːd</phoneme></lexeme>',
        '<lexeme xml:lang="fr" role="x"><grapheme>Lee</grapheme>'
        '<phoneme alphabet="ipa">li</phoneme></lexeme>',
        "<lexeme><grapheme>UN</grapheme><alias>United\n Nations</alias></lexeme>",
        attributes=f'{NAMESPACE} alphabet="x-sampa" xml:lang="en-US"',
    ).replace("<phoneme>", '<phoneme alphabet="ipa">')
    assert entries(text) == (
        Entry("read", "ɹiːd", language="en-US", part_of_speech="verb"),
        Entry("Lee", "li", language="fr"),
        Entry("UN", respelled="United Nations", language="en-US"),
    )


@pytest.mark.parametrize(
    ("said", "entry"),
    [
        ("<phoneme>a</phoneme><phoneme>b</phoneme>", Entry("Xi", "a")),
        ("<alias>shee</alias><phoneme>a</phoneme>", Entry("Xi", respelled="shee")),
        ('<alias>x</alias><phoneme prefer="true">a</phoneme>', Entry("Xi", "a")),
        ('<phoneme prefer="false">a</phoneme><phoneme prefer="1">b</phoneme>', Entry("Xi", "b")),
        ("<alias>[[h@l]] there</alias>", Entry("Xi", respelled="h@l there")),
        ("<example>no</example><phoneme>a</phoneme>", Entry("Xi", "a")),
    ],
)
def test_the_preferred_and_else_the_first_pronunciation_is_meant(said, entry):
    assert entries(lexicon(f"<lexeme><grapheme>Xi</grapheme>{said}</lexeme>")) == (entry,)


def test_every_grapheme_is_an_entry():
    text = "<lexeme><grapheme>Xi</grapheme><grapheme>Hsi</grapheme><phoneme>ʃi</phoneme></lexeme>"
    assert [entry.written for entry in entries(lexicon(text))] == ["Xi", "Hsi"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not well-formed XML"),
        ("hello", "not well-formed XML"),
        (lexicon(XI).replace("</lexeme>", ""), "not well-formed XML"),
        (lexicon(XI).replace("UTF-8", "none"), "not well-formed XML"),
        (lexicon(XI.replace("X", "X\0")), "not well-formed XML"),
        ("<lexicon>" + "<a>" * 100_000, "not well-formed XML"),
        ("<html/>", "no pronunciation lexicon"),
        (lexicon(XI, attributes='alphabet="x-sampa"'), "Xi: is given in the alphabet x-sampa"),
        (lexicon("<lexeme><grapheme>Xi</grapheme></lexeme>"), "Xi: has a lexeme without a pro"),
        (lexicon("<lexeme><phoneme>a</phoneme></lexeme>"), "a: has a lexeme without a grapheme"),
        (lexicon(XI.replace("Xi", " ")), "without a grapheme"),
        (lexicon(XI.replace("ʃiː", "")), "Xi: // has no sound"),
        (lexicon(XI.replace("ʃiː", "@")), "Xi: “@” in /@/ is no sign"),
        (lexicon("<lexeme><grapheme>Xi</grapheme><alias/></lexeme>"), "Xi: says nothing"),
    ],
)
def test_errors_name_file_word_and_remedy_in_one_line(text, reason):
    with pytest.raises(LexiconError) as raised:
        entries(text)
    told = str(raised.value)
    assert told.startswith("my.pls: ")
    assert reason in told
    assert raised.value.remedy
    assert "\n" not in told


def declared(*entities: str) -> str:
    return f"<!DOCTYPE lexicon [{''.join(entities)}]>"


@pytest.mark.parametrize(
    "doctype",
    [
        declared('<!ENTITY p "shee">'),
        declared('<!ENTITY p SYSTEM "file:///etc/hostname">'),
        declared('<!ENTITY p SYSTEM "http://127.0.0.1:9/">'),
        declared(
            '<!ENTITY a "lol">',
            *(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(LEVELS)),
        ),
    ],
)
@pytest.mark.parametrize(
    "lexeme",
    [
        "<lexeme><grapheme>Xi</grapheme><alias>&p;</alias></lexeme>",
        "<lexeme><grapheme>&p;</grapheme><alias>x</alias></lexeme>",
    ],
)
def test_entities_are_neither_expanded_nor_fetched(doctype, lexeme):
    with pytest.raises(LexiconError, match=r"entities|entity"):
        entries(lexicon(lexeme, doctype=doctype))


def test_entities_that_are_not_used_harm_nothing():
    doctype = declared('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">', "%p;")
    assert entries(lexicon(XI, doctype=doctype)) == (Entry("Xi", "ʃiː"),)
