"""Rarer defects, each found by the rule that is about it."""

import re

import pytest

OPF, SMIL, TEXT, CSS = "content.opf", "marsh-remembers.smil", "marsh-remembers.xhtml", "book.css"
FEATURE = '<meta property="schema:accessibilityFeature">'
HAZARD = '<meta property="schema:accessibilityHazard">'
SUFFICIENT = '<meta property="schema:accessModeSufficient">'
DEFECTS = [
    (OPF, '(accessMode">)visual', r"\1seeing", "accessibility-claim-false"),
    (OPF, f"{SUFFICIENT}auditory", f"{SUFFICIENT}auditory,textual", "accessibility-claim-false"),
    (OPF, '(accessMode">)textual', r"\1visual", "accessibility-claim-missed"),
    (OPF, f"{HAZARD}none", f"{HAZARD}boredom", "accessibility-hazard"),
    (OPF, f"{HAZARD}none", f"{HAZARD}sound</meta>{HAZARD}noSoundHazard", "accessibility-hazard"),
    (TEXT, "</section>", '<video src="../audio/cover.mp3"></video></section>',
     "accessibility-hazard"),
    (TEXT, r' alt="A stork on a roof"', ' alt="A stork on a roof" xml:lang="eng"',
     "language-invalid"),
    (TEXT, r'alt="A stork on a roof"', 'alt="Image without a description"',
     "accessibility-claim-false"),
    (TEXT, r"</section>", '<a href="#gone">There</a></section>', "link-broken"),
    (TEXT, r"</section>", '<p id="x" style="color: red">Not said.</p></section>',
     "text-not-narrated"),
    (SMIL, r'src="../text/[^"]*u1"', 'src="../text/gone.xhtml#u1"', "overlay-target"),
    (SMIL, r'(src="../audio/[^"]*)"', r'\1#t=1"', "audio-type"),
    (OPF, r'<item href="audio/02[^>]*>', "", "audio-missing"),
    (OPF, r'(<item href="audio/02[^>]*)audio/mpeg', r"\1audio/wav", "audio-type"),
    (OPF, r'media-overlay="overlay-s02"', 'media-overlay="gone"', "overlay-association"),
    (OPF, r'(refines="#overlay-s02">)[^<]*', r"\1soon", "duration-overlay"),
    (OPF, r'(media:duration">)[^<]*', r"\1soon", "duration-total"),
    (OPF, r' properties="nav"', "", "toc-missing"),
    (CSS, r"$", "p.-epub-media-overlay-active { color: #eee; }", "highlight-contrast"),
]  # fmt: skip


def changed(name, pattern, new):
    def change(entries):
        found = next(one for one in sorted(entries) if one.endswith(name))
        text, times = re.subn(pattern, new, entries[found].decode(), count=1, flags=re.DOTALL)
        assert times, pattern
        entries[found] = text.encode()

    return change


@pytest.mark.parametrize(("name", "pattern", "new", "rule"), DEFECTS)
def test_a_rarer_defect_is_found(name, pattern, new, rule, damaged, audited):
    assert rule in {one.rule for one in audited(damaged(changed(name, pattern, new)))}


def test_styles_that_are_imported_count(damaged, audited):
    def change(entries):
        style = next(one for one in entries if one.endswith(CSS))
        entries["EPUB/styles/real.css"] = entries[style]
        entries[style] = b'@import url("real.css"); @import "real.css"; @import "gone.css";'
        item = '<item href="styles/real.css" id="real" media-type="text/css"/></manifest>'
        entries["EPUB/content.opf"] = entries["EPUB/content.opf"].replace(
            b"</manifest>", item.encode()
        )

    assert audited(damaged(change)) == []


def test_captions_that_are_no_text_are_told(good, tmp_path, audited):
    (tmp_path / "captions").mkdir()
    (tmp_path / "captions" / "a.vtt").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "book.epub").write_bytes(good.read_bytes())
    (finding,) = audited(tmp_path / "book.epub")
    assert (finding.rule, finding.place) == ("caption-syntax", "captions/a.vtt:1")


def test_an_audio_file_that_cannot_be_unpacked_is_damaged(good, tmp_path, audited):
    content = bytearray(good.read_bytes())
    at = content.index(b"02-what-the-marsh-remembers.mp3") + 2000
    content[at : at + 400] = bytes(400)
    path = tmp_path / "book.epub"
    path.write_bytes(content)
    (finding, *_) = [one for one in audited(path) if one.rule == "audio-damaged"]
    assert "damaged" in finding.message
