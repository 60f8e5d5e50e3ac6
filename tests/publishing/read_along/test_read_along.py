"""What the page says, and that it is whole."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oped_audio.model.audio import AudioFile
from oped_audio.model.document import Block, Document, Note, Section, Span
from oped_audio.model.timecode import milliseconds


def text(element):
    return element.text_content()


def ids(page):
    return [element.get("id") for element in page.iter() if element.get("id")]


def test_the_folder_has_all_that_the_page_asks_for_and_nothing_else(made, page):
    _, files = made
    document = page(files)
    asked = [
        *document.xpath("//@src"),
        *document.xpath("//link/@href"),
        *re.findall(r'url\("([^"]+)"\)', files["read-along.css"].decode()),
    ]
    assert {*asked, "index.html", "fonts/LICENSE.txt"} == files.keys()
    assert files["fonts/LICENSE.txt"].startswith(b"Copyright")


def test_only_sections_that_are_heard_have_audio(narrated, files, bare, page):
    made = files(narrated(bare))
    assert [name for name in made if name.startswith("audio/")] == [
        "audio/00-title.mp3",
        "audio/01-introduction.mp3",
    ]
    assert page(made).xpath("//section[@id='s02']//audio") == []


def test_the_first_audio_file_that_was_made_is_the_one_that_is_played(narrated, files, bare, data):
    publication = narrated(bare)
    track = publication.tracks[0]
    opus = AudioFile("opus", "opus", "audio/ogg", track.encoded)
    tracks = tuple(replace(one, files=(opus,)) for one in publication.tracks)
    made = files(replace(publication, tracks=tracks))
    assert [one["audio"] for one in data(made)["sections"]] == [
        "audio/00-title.opus",
        "audio/01-introduction.opus",
    ]
    assert "audio/00-title.opus" in made


def test_every_sentence_and_every_leaf_is_there_as_written(made, page):
    publication, files = made
    document = page(files)
    by_id = {element.get("id"): element for element in document.iter() if element.get("id")}
    for utterance in publication.script.utterances:
        if utterance.role == "alternative":
            shown = by_id[utterance.block].get("alt")
            assert utterance.written in shown
        else:
            shown = text(by_id[utterance.id])
            assert shown.endswith(utterance.written)
            assert len(shown) - len(utterance.written) <= len("(c) ")


def test_no_id_is_there_twice_and_every_link_within_the_page_leads_somewhere(made, page):
    _, files = made
    document = page(files)
    found = ids(document)
    assert len(found) == len(set(found))
    links = document.xpath("//a/@href")
    within = [link[1:] for link in links if link.startswith("#")]
    assert within
    assert set(within) <= set(found)
    assert all(link.startswith("https://example.org/") for link in links if link[0] != "#")


def test_one_heading_is_the_title_and_none_skips_a_rank(full, page):
    headings = page(full).xpath("//article//*[starts-with(name(), 'h') and @id][not(self::header)]")
    found = [(one.tag, text(one)) for one in headings if re.fullmatch("h[1-6]", one.tag)]
    assert found == [
        ("h1", "Everything in one, <b>& more"),
        ("h2", "Contents"),
        ("h2", "Level one"),
        ("h3", "عنوان"),
        ("h3", "Deep"),
        ("h2", "Notes"),
    ]


def test_notes_lists_tables_pictures_and_languages_are_what_they_are_in_the_epub(full, page):
    document = page(full)
    (reference,) = document.xpath("//a[@id='s05-p01-r1']")
    assert (reference.get("href"), reference.get("role")) == ("#s05-p01-n", "doc-noteref")
    (back,) = document.xpath("//*[@id='s05-p01-n']//a[@class='label']")
    assert back.get("href") == "#s05-p01-r1"
    assert document.xpath("//section[@id='s05']/@role") == ["doc-endnotes"]
    assert document.xpath("//table[@id='s02-p02']//th/@scope") == ["colgroup", "row"]
    assert text(document.xpath("//table[@id='s02-p02']/caption")[0]) == "Who lives where"
    assert document.xpath("//ol[@id='s02-p01-l1']/@start") == ["3"]
    (stork,) = document.xpath("//img[@id='s01-p01-a']")
    assert stork.get("alt") == "A stork on a roof. It sleeps."
    assert (stork.get("width"), stork.get("height"), stork.get("loading")) == ("40", "30", "lazy")
    arabic = document.xpath("//section[@id='s03']")[0]
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert document.xpath("//*[@id='s01-p10' and name()='aside']/@role") == ["doc-pullquote"]


def test_sections_without_a_heading_or_a_voice_are_called_what_they_are(narrated, files, page):
    def section(number, role, text):
        name = f"s{number:02}"
        blocks = (Note(f"{name}-p01", "note", (Span(text),), "1"),) if text else ()
        return Section(name, role, None, blocks)

    parts = (section(1, "introduction", "So."), section(2, "section", ""), section(3, "notes", "x"))
    document = page(files(narrated(Document("Title", None, None, "en", parts))))
    (notes,) = document.xpath("//section[@role='doc-endnotes']")
    assert (notes.get("aria-label"), notes.get("aria-labelledby")) == ("Notes", None)
    listed = [text(one).split() for one in document.xpath("//nav//li")]
    assert [one[0] for one in listed] == ["Introduction", "Section", "Notes"]
    assert [len(one) for one in listed] == [2, 1, 2]


def test_nothing_of_xml_is_left(made):
    _, files = made
    page = files["index.html"].decode()
    assert "xml:lang" not in page
    assert "epub:" not in page
    tags = re.findall(r"<[^<>]+>", page.partition("<script type")[0])
    assert not [tag for tag in tags if tag.endswith("/>")]


def test_times_are_those_of_the_timeline_and_name_what_is_on_the_page(made, data, page):
    publication, files = made
    found = data(files)
    known = set(ids(page(files)))
    heard = [track for track in publication.tracks if track.timeline.entries]
    for told, track in zip(found["sections"], heard, strict=True):
        rate = track.timeline.sample_rate
        begins = {e.utterance: milliseconds(e.begin, rate) for e in track.timeline.entries}
        assert 0 <= milliseconds(track.timeline.length, rate) - told["length"] <= 1
        assert told["audio"] == f"audio/{track.file_name}"
        times = [sentence["at"] for sentence in told["sentences"]]
        assert times == sorted(set(times))
        for sentence in told["sentences"]:
            assert sentence["id"] in known
            if sentence["id"] in begins:
                assert sentence["at"] == begins[sentence["id"]]
            words = sentence.get("words", [])
            assert {f"{sentence['id']}-w{number}" for number in words[::2]} <= known
            assert words[1::2] == sorted(set(words[1::2]))
            assert not words or words[1] == sentence["at"]
    told = [sentence for section in found["sections"] for sentence in section["sentences"]]
    assert sum("words" in sentence for sentence in told) > len(told) / 2


def test_a_text_alternative_of_two_sentences_lights_up_its_picture_once(full, data):
    sentences = data(full)["sections"][1]["sentences"]
    assert [one["id"] for one in sentences[:3]] == ["s01-p01-a", "s01-p02-u1", "s01-p03-a"]
    assert "words" not in sentences[0]


def test_what_may_be_left_out_says_what_it_is(full, data):
    kinds = {}
    for section in data(full)["sections"]:
        for sentence in section["sentences"]:
            if "skip" in sentence:
                kinds.setdefault(sentence["skip"], set()).add(sentence["id"].partition("-u")[0])
    assert kinds == {
        "caption": {
            "s01-p01-a", "s01-p02", "s01-p03-a", "s01-p03", "s01-p04-a", "s01-p05",
        },
        "note": {"s01-p07", "s01-p08", "s05-p01", "s05-p02"},
        "table": {"s02-p02-c", "s02-p02-r1c2", "s02-p02-r2c1", "s02-p02-r2c2", "s02-p02-r2c3"},
    }  # fmt: skip


def test_captions_are_the_same_in_the_data_and_as_files(full, data):
    for section in data(full)["sections"]:
        file = full[f"captions/{section['audio'][6:-4]}.vtt"].decode()
        shown = re.sub(r"<[^>]*>", "", file)
        assert file.count(" --> ") == len(section["cues"])
        for begin, end, words in section["cues"]:
            assert 0 <= begin < end <= section["length"] + 1
            assert words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in shown


@pytest.mark.parametrize(("asked", "told"), [("sentence", "sentence"), ("word", "both")])
def test_what_lights_up_at_first_is_what_the_settings_say(narrated, files, bare, data, asked, told):
    assert data(files(narrated(bare), asked))["highlight"] == told


def test_without_javascript_each_section_has_its_player(full, page, data):
    document = page(full)
    players = document.xpath("//article//section/audio[@controls]")
    assert [one.get("src") for one in players] == [one["audio"] for one in data(full)["sections"]]
    assert {one.get("preload") for one in players} == {"none"}
    assert players[0].get("aria-label") == "Listen: Title page"
    assert [one.get("kind") for one in document.xpath("//article//track")] == ["captions"] * 6
    hidden = document.xpath("//*[@id='player' and @hidden]")
    assert len(hidden) == 1
    assert document.xpath("//dialog[@open]") == []


def test_the_page_tells_of_the_edition(full, page):
    (footer,) = page(full).xpath("//footer")
    told = dict(zip(map(text, footer.iter("dt")), map(text, footer.iter("dd")), strict=True))
    summary = told.pop("Accessibility")
    assert summary.startswith("The whole text is read aloud by Beep (synthetic voice, tone)")
    assert told == {
        "Author": "Ada Byron",
        "Date": "2026-01-05",
        "Publisher": "Example Press",
        "Source": "https://example.org/op-ed",
        "Rights": "© 2026 Ada Byron",
        "Read by": "Beep (synthetic voice, tone)",
    }


def test_a_source_that_is_no_address_is_no_link(narrated, files, everything, page):
    source = "javascript:alert(1)"
    made = files(narrated(replace(everything, source=source)))
    assert source in text(page(made).xpath("//footer")[0])
    assert not [link for link in page(made).xpath("//a/@href") if link.startswith("javascript")]


def test_nothing_from_elsewhere_may_be_loaded_and_nothing_inline_runs(full, page):
    document = page(full)
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; script-src 'self' file:; style-src 'self' file:")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert document.xpath("//style | //*[@style] | //@*[starts-with(name(), 'on')]") == []
    scripts = document.xpath("//script")
    assert [one.get("src") for one in scripts] == ["read-along.js", None]
    assert "://" not in full["read-along.js"].decode() + full["read-along.css"].decode()


def test_the_script_is_no_module_and_leaves_no_names(full):
    script = full["read-along.js"].decode()
    assert script.startswith("'use strict'\n{\n")
    assert script.endswith("\n}\n")
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)


@pytest.mark.parametrize(
    ("language", "own", "label"),
    [
        ("en-GB", None, "Play"),
        ("de", None, "Abspielen"),
        ("ar", None, "تشغيل"),
        ("fi", ("en", "ltr"), "Play"),
        ("he", ("en", "ltr"), "Play"),
    ],
)
def test_the_buttons_are_in_the_language_of_the_article_or_say_in_which(
    narrated, files, page, language, own, label
):
    document = Document("Otsikko", None, None, language, ())
    made = page(files(narrated(document)))
    (player,) = made.xpath("//section[@id='player']")
    assert (player.get("lang"), player.get("dir")) == (own or (None, None))
    assert made.xpath("//button[@id='play']/@aria-label") == [label]
    assert made.get("lang") == language
    assert made.get("dir") == ("rtl" if language in {"ar", "he"} else "ltr")


def test_arrow_keys_are_told_as_they_work_from_right_to_left(narrated, files, page):
    def pressed(language):
        rows = page(files(narrated(Document("x", None, None, language, ())))).xpath("//tr")
        return [text(row.find("th")) for row in rows][2:4]

    assert pressed("en") == ["← / J", "→ / L"]
    assert pressed("ar") == ["→ / J", "← / L"]


def test_the_same_publication_gives_the_same_bytes(narrated, files, everything):
    publication = narrated(everything)
    assert files(publication) == files(publication)


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;<!--"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1) | st.just(HOSTILE), st.text(min_size=1) | st.just(HOSTILE))
def test_whatever_the_article_says_stays_text(narrated, files, page, data, title, words):
    paragraph = Block("s01-p01", "paragraph", (Span(words),))
    sections = (Section("s01", "section", title, (paragraph,)),)
    made = files(narrated(Document(title, None, words, "en", sections)))
    document = page(made)
    assert len(document.xpath("//script")) == 2
    assert len(document.xpath("//img")) == 1
    assert document.xpath("//@onerror") == []
    assert isinstance(data(made)["title"], str)
    body = made["index.html"].decode().partition('<script type="application/json"')
    assert body[2].count("</script") == 1
    assert "<!--" not in body[2]
    if title == HOSTILE:
        assert text(document.xpath("//h1")[0]) == HOSTILE
        assert document.xpath("//title")[0].text == HOSTILE
        assert data(made)["title"] == HOSTILE
