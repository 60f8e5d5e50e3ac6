"""What the specification asks of a whole book, read from its files alone."""

import re
import zipfile
from collections import Counter
from importlib.resources import files as resources
from io import StringIO
from itertools import pairwise

import pytest
from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
NAME = re.compile(r"[a-z0-9]{1,8}\.(html|smil|mp3|jpg|png|gif)")
CLOCK = re.compile(r"(\d+):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?")
NPT = re.compile(r"npt=(\d+)\.(\d{3})s")
ENTITIES = ("lat1", "symbol", "special")
DTDS = "com/adobe/epubcheck/schema/20/dtd"

SMIL_DTD = """
<!ELEMENT smil (head, body)>
<!ELEMENT head (meta+, layout)>
<!ELEMENT meta EMPTY>
<!ATTLIST meta name NMTOKEN #REQUIRED content CDATA #REQUIRED>
<!ELEMENT layout (region)>
<!ELEMENT region EMPTY>
<!ATTLIST region id ID #REQUIRED>
<!ELEMENT body (seq)>
<!ELEMENT seq (par+ | audio+)>
<!ATTLIST seq dur CDATA #IMPLIED>
<!ELEMENT par (text, seq)>
<!ATTLIST par id ID #REQUIRED endsync (last) #REQUIRED
  system-required (footnote-on | sidebar-on | prodnote-on | pagenumber-on) #IMPLIED>
<!ELEMENT text EMPTY>
<!ATTLIST text id ID #REQUIRED src CDATA #REQUIRED region IDREF #REQUIRED>
<!ELEMENT audio EMPTY>
<!ATTLIST audio id ID #REQUIRED src CDATA #REQUIRED
  clip-begin CDATA #REQUIRED clip-end CDATA #REQUIRED>
"""
MASTER_DTD = SMIL_DTD.replace("body (seq)", "body (ref+)") + (
    "<!ELEMENT ref EMPTY><!ATTLIST ref id ID #REQUIRED src CDATA #REQUIRED title CDATA #REQUIRED>"
)


@pytest.fixture
def book(made):
    return made[1]


@pytest.fixture(scope="session")
def transitional(tmp_path_factory):
    """The DTD of XHTML 1.0 Transitional, which EPUBCheck brings along."""
    folder = tmp_path_factory.mktemp("dtd")
    with zipfile.ZipFile(resources("epubcheck") / "epubcheck.jar") as jar:
        for name in ("xhtml1-transitional.dtd", *(f"xhtml-{n}.dtdinc" for n in ENTITIES)):
            target = folder / name.replace(".dtdinc", ".ent")
            target.write_bytes(jar.read(f"{DTDS}/{name}"))
    return etree.DTD(str(folder / "xhtml1-transitional.dtd"))


def smils(book):
    return sorted(name for name in book if re.fullmatch(r"s\d+\.smil", name))


def metas(document):
    found = document.iter("{*}meta")
    return {meta.get("name"): meta.get("content") for meta in found if meta.get("name")}


def ms(clock):
    hours, minutes, seconds, rest = CLOCK.fullmatch(clock).groups("000")
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)


def clip(audio):
    ends = (NPT.fullmatch(audio.get(f"clip-{end}")) for end in ("begin", "end"))
    return tuple(int(end[1]) * 1000 + int(end[2]) for end in ends)


def tag(element):
    return element.tag.rpartition("}")[2]


def places(book):
    """The elements of the NCC, each with the file and the id that it leads to."""
    for item in etree.fromstring(book["ncc.html"]).find(f"{XHTML}body"):
        (link,) = item
        name, _, target = link.get("href").partition("#")
        yield item, name, target


def headings(book, name):
    """The headings of a text: rank and words."""
    for node in etree.fromstring(book[name]).iter():
        if re.fullmatch(r"h[1-6]", tag(node)):
            yield int(tag(node)[1]), " ".join(node.xpath("string()").split())


@pytest.mark.parametrize("name", ["ncc.html", "content.html"])
def test_text_is_valid_xhtml_1(transitional, book, name):
    root = etree.fromstring(book[name])
    assert transitional.validate(root), transitional.error_log
    assert root.getroottree().docinfo.public_id == "-//W3C//DTD XHTML 1.0 Transitional//EN"
    assert root.getroottree().docinfo.encoding == "utf-8"


def test_times_are_valid_smil_1(book):
    for name, grammar in [(n, SMIL_DTD) for n in smils(book)] + [("master.smil", MASTER_DTD)]:
        root = etree.fromstring(book[name])
        dtd = etree.DTD(StringIO(grammar))
        assert dtd.validate(root), (name, dtd.error_log)
        assert root.getroottree().docinfo.public_id == "-//W3C//DTD SMIL 1.0//EN"


def test_names_are_short_and_plain(book):
    assert all(NAME.fullmatch(name) for name in book)
    assert next(iter(book)) == "ncc.html"


def test_every_place_of_the_ncc_leads_through_a_par_to_the_text(book):
    text = etree.fromstring(book["content.html"])
    order = [node.get("id") for node in text.iter() if node.get("id")]
    found = []
    for _, name, target in places(book):
        pars = list(etree.fromstring(book[name]).iter("par"))
        (index,) = (i for i, par in enumerate(pars) if par.get("id") == target)
        assert pars[index].find("text").get("src") == f"content.html#{target}"
        assert target in order
        found.append((name, index))
    assert found == sorted(found)


def test_every_chapter_is_opened_by_one_heading_of_the_ncc(book):
    opened = [(name, target) for item, name, target in places(book) if tag(item) != "span"]
    first = [(n, etree.fromstring(book[n]).find(".//par").get("id")) for n in smils(book)]
    assert opened == first
    assert [ref.get("src") for ref in etree.fromstring(book["master.smil"]).iter("ref")] == smils(
        book
    )


def test_every_heading_of_the_text_is_in_the_ncc_at_the_same_rank(book):
    listed = Counter(headings(book, "ncc.html"))
    assert not Counter(headings(book, "content.html")) - listed


@pytest.mark.parametrize("name", ["ncc.html", "content.html"])
def test_headings_begin_with_the_title_and_leave_no_rank_out(book, name):
    ranks = [rank for rank, _ in headings(book, name)]
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    body = etree.fromstring(book[name])
    (title,) = (n for n in body.iter() if n.get("class") == "title" and tag(n) == "h1")
    first = next(n for n in body.iter() if re.fullmatch(r"h[1-6]", tag(n)))
    assert title is first


def test_all_text_is_heard_once_and_in_order(made, book):
    publication = made[0]
    text = etree.fromstring(book["content.html"])
    order = [node.get("id") for node in text.iter() if node.get("id")]
    assert len(order) == len(set(order))
    heard = [
        node.get("src").partition("#")[2]
        for name in smils(book)
        for node in etree.fromstring(book[name]).iter("text")
    ]
    assert heard == sorted(heard, key=order.index)
    by_id = {node.get("id"): node for node in text.iter()}
    for utterance in publication.script.utterances:
        if utterance.block.endswith("-a"):
            assert utterance.block in heard
        else:
            assert by_id[utterance.id].xpath("string()") == utterance.written
            assert utterance.id in heard
    assert len(heard) == len(set(heard))


def test_clips_meet_and_ascend_and_end_within_the_audio(made, book):
    tracks = [track for track in made[0].tracks if track.timeline.entries]
    for name, track in zip(smils(book), tracks, strict=True):
        audios = list(etree.fromstring(book[name]).iter("audio"))
        assert {audio.get("src") for audio in audios} == {name.replace(".smil", ".mp3")}
        clips = [clip(audio) for audio in audios]
        assert all(begin < end for begin, end in clips)
        assert all(one[1] == other[0] for one, other in pairwise(clips))
        assert clips[0][0] == 0
        assert clips[-1][1] * track.timeline.sample_rate <= track.timeline.length * 1000


def test_durations_add_up(book):
    elapsed = 0
    for name in smils(book):
        root = etree.fromstring(book[name])
        told = metas(root)
        clips = [clip(audio) for audio in root.iter("audio")]
        duration = sum(end - begin for begin, end in clips)
        assert ms(told["ncc:totalElapsedTime"]) == elapsed
        assert ms(told["ncc:timeInThisSmil"]) == duration
        assert root.find("body/seq").get("dur") == f"{duration // 1000}.{duration % 1000:03}s"
        elapsed += duration
    assert ms(metas(etree.fromstring(book["master.smil"]))["ncc:timeInThisSmil"]) == elapsed
    assert abs(ms(metas(etree.fromstring(book["ncc.html"]))["ncc:totalTime"]) - elapsed) <= 500


def test_the_ncc_counts_what_is_there(book):
    told = metas(etree.fromstring(book["ncc.html"]))
    styles = Counter(item.get("class") for item, _, _ in places(book))
    assert int(told["ncc:tocItems"]) == sum(styles.values())
    assert int(told["ncc:footnotes"]) == styles["noteref"]
    assert int(told["ncc:sidebars"]) == styles["sidebar"]
    assert int(told["ncc:prodNotes"]) == styles["optional-prodnote"]
    assert int(told["ncc:depth"]) == max(rank for rank, _ in headings(book, "ncc.html"))
    assert int(told["ncc:files"]) == len(book)
    assert int(told["ncc:kByteSize"]) == -(-sum(map(len, book.values())) // 1024)
    assert {told[f"ncc:page{kind}"] for kind in ("Front", "Normal", "Special")} == {"0"}


def test_metadata_is_complete(book):
    required = ["title", "identifier", "format", "creator", "publisher", "date", "language"]
    counted = ["charset", "multimediaType", "totalTime", "generator", "narrator", "setInfo"]
    told = metas(etree.fromstring(book["ncc.html"]))
    names = [*(f"dc:{name}" for name in required), *(f"ncc:{name}" for name in counted)]
    assert [name for name in names if not told.get(name)] == []
    assert told["dc:format"] == "Daisy 2.02"
    assert told["ncc:multimediaType"] == "audioFullText"
    assert told["ncc:charset"] == "utf-8"
    assert told["ncc:narrator"] == "Beep (synthetic voice, tone)"
    for name, data in book.items():
        if name.endswith(("html", "smil")):
            shared = metas(etree.fromstring(data))
            same = ("dc:title", "dc:identifier", "dc:format", "ncc:generator")
            assert all(shared[key] == told[key] for key in same)


def test_links_within_the_text_and_pictures_lead_somewhere(book):
    text = etree.fromstring(book["content.html"])
    ids = {node.get("id") for node in text.iter()}
    for link in text.iter(f"{XHTML}a"):
        href = link.get("href")
        assert href.startswith("https://") or href.removeprefix("#") in ids
    assert {image.get("src") for image in text.iter(f"{XHTML}img")} == {
        name for name in book if name.startswith("i")
    }


def test_what_can_be_passed_over_is_marked(book):
    kinds = {"footnote": set(), "sidebar": set(), "prodnote": set()}
    for name in smils(book):
        for par in etree.fromstring(book[name]).iter("par"):
            if required := par.get("system-required"):
                kinds[required.removesuffix("-on")].add(par.get("id"))
    text = etree.fromstring(book["content.html"])
    shown = {
        kind: {
            node.get("id")
            for outer in text.iter()
            if outer.get("class") == style
            for node in outer.iter()
        }
        for kind, style in (
            ("footnote", "notebody"),
            ("sidebar", "sidebar"),
            ("prodnote", "optional-prodnote"),
        )
    }
    assert all(kinds[kind] <= shown[kind] for kind in kinds)
    assert bool(kinds["footnote"]) == bool(shown["footnote"])
