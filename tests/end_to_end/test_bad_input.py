"""Whatever is put in: one clear line and its exit code, or a sensible book."""

import json
import resource

import pytest

PROSE = (
    "The storks came back to the valley in the spring of 2024, and nobody had expected them.\n\n"
    "They built their nests on the chimneys of the old brick works, which had been empty a while."
)
TITLED = f"The return of the storks\n\n{PROSE}\n"


@pytest.fixture
def build(oped_audio_run, tmp_path):
    def run(content: bytes, *options: object, name: str = "storks.txt", **more: object):
        path = tmp_path / name
        path.write_bytes(content)
        cache = ("--cache", tmp_path / "cache", "--engine", "tone")
        return oped_audio_run("build", path, "-o", tmp_path / "out", *cache, *options, **more)

    return run


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing to narrate"),
        (b" \n\xc2\xa0\n\n", "nothing to narrate"),
        (b"One heading\n\nAnother heading\n\nA third heading\n", "nothing to narrate"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01", "not plain text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "not plain text"),
        (bytes(range(256)) * 40, "not plain text"),
    ],
    ids=["empty", "blank", "headings only", "PDF", "PNG", "bytes"],
)
def test_what_is_no_article_is_refused_in_one_line(build, content, told):
    done = build(content)
    assert done.code == 3
    (line,) = done.err.strip().splitlines()
    assert "storks.txt" in line
    assert told in line
    assert ";" in line, "no remedy"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"]
)
def test_every_usual_encoding_is_read(build, oped_audio_run, tmp_path, encoding):
    text = TITLED.replace("nobody", "“nobody” — Zoë’s friends said —")
    assert build(text.encode(encoding)).code == 0
    outline = json.loads(oped_audio_run("outline", tmp_path / "storks.txt", "--json").out)
    assert outline["title"] == "The return of the storks"
    assert "“nobody” — Zoë’s friends" in json.dumps(outline, ensure_ascii=False)


def test_an_article_without_a_title_is_named_after_its_file(build, tmp_path):
    assert build(PROSE.encode(), name="the-storks.txt").code == 0
    manifest = json.loads((tmp_path / "out/the-storks/manifest.json").read_text())
    assert manifest["title"] == "The storks"


def test_nuls_and_control_characters_do_no_harm(build, epubcheck, tmp_path):
    text = (
        TITLED.replace("valley", "val\x07ley").replace("nests", "nes\x00ts").replace(". ", ".\x0c ")
    )
    assert build(text.encode()).code == 0
    assert epubcheck([tmp_path / "out/storks/storks.epub"]) == [[]]


def test_markup_and_engine_commands_stay_text(build, epubcheck, tmp_path):
    hostile = (
        "The <b>return</b> & the [[h@l'oU]] of ]]> storks\n\n"
        "<script>alert(1)</script> said “--> 00:00:01.000” and <break time='9s'/> &amp; left.\n\n"
        "-y -i /etc/passwd; title=$(rm -rf ~) was the second paragraph of it all, they said.\n"
    )
    assert build(hostile.encode()).code == 0
    assert epubcheck([tmp_path / "out/storks/storks.epub"]) == [[]]


def test_a_line_of_five_megabytes_is_refused(build):
    done = build(b"word and another word, " * (5_000_000 // 23))
    assert done.code == 3
    assert "characters in one paragraph, the limit is 100,000; put blank lines" in done.err


def test_a_paragraph_without_a_full_stop_is_cut_at_phrases(oped_audio_run, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("A title\n\n" + "word and another word, " * 4000)
    done = oped_audio_run("script", path, "--json")
    assert done.code == 0
    utterances = json.loads(done.out)["utterances"]
    assert len(utterances) > 100
    assert max(len(utterance["written"]) for utterance in utterances) <= 600


def test_an_unknown_voice_is_told_with_a_suggestion(build):
    done = build(TITLED.encode(), "--engine", "pyttsx3", "--voice", "en-uss")
    assert done.code == 4
    assert "did you mean en-us" in done.err


def test_an_unknown_engine_is_told(build):
    done = build(TITLED.encode(), "--engine", "festival")
    assert done.code == 4
    assert "use one of hibari, kokoro, piper, pyttsx3, tone" in done.err


def test_a_misspelt_setting_is_told(build, tmp_path):
    (tmp_path / "oped.toml").write_text("[voice]\nrat = 150\n")
    done = build(TITLED.encode())
    assert done.code == 2
    assert "did you mean voice.rate_wpm?" in done.err


def test_an_output_folder_that_cannot_be_made_is_told(build, oped_audio_run, tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "a.txt").write_text(TITLED)
    cache = ("--cache", tmp_path / "cache", "--engine", "tone")
    done = oped_audio_run("build", tmp_path / "a.txt", "-o", tmp_path / "file", *cache)
    assert done.code == 5
    assert "cannot be written" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_full_disk_is_told_and_leaves_no_half_file(build, unmeasured, tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = build(TITLED.encode(), preexec_fn=limit, env=unmeasured)
    assert done.code == 5
    assert "cannot be written" in done.err
    assert not list((tmp_path / "out").rglob("*.epub"))
    assert build(TITLED.encode()).code == 0
    assert not list(tmp_path.rglob("*.part"))
    assert not list(tmp_path.rglob("*.unfinished"))


def test_a_missing_file_is_told(oped_audio_run, tmp_path):
    done = oped_audio_run("build", tmp_path / "nowhere.txt", "-o", tmp_path)
    assert done.code == 3
    assert "nowhere.txt: cannot be read" in done.err


def test_an_empty_folder_is_told(oped_audio_run, tmp_path):
    done = oped_audio_run("build", tmp_path, "-o", tmp_path / "out")
    assert done.code == 3
    assert "no article" in done.err


def test_the_rest_of_a_batch_is_built_and_what_failed_is_told_at_the_end(oped_audio_run, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a-good.txt").write_text(TITLED)
    (folder / "b-empty.txt").write_text("")
    (folder / "c-good.txt").write_text(TITLED)
    (folder / "c good.txt").write_text(TITLED)
    cache = ("--cache", tmp_path / "cache", "--engine", "tone")
    done = oped_audio_run("build", folder, "-o", tmp_path / "out", *cache)
    assert done.code == 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a-good", "c-good"]
    *_, count, first, second = done.out.strip().splitlines()
    assert count == "2 books made, 2 articles failed"
    assert "b-empty.txt" in first + second
    assert "would overwrite the book of" in first + second


def test_a_damaged_clip_is_narrated_again_with_a_warning(build, tmp_path):
    assert build(TITLED.encode()).code == 0
    victim = next((tmp_path / "cache").rglob("*.clip"))
    victim.write_bytes(victim.read_bytes()[:-8])
    done = build(TITLED.encode(), "--force")
    assert done.code == 0
    assert "was damaged and is made again" in done.err
    assert " 1 new clip," in done.out
