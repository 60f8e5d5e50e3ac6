"""The proofing page in Chromium: what an editor does there is what the book says then."""

import hashlib
import json
import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

ARTICLE = """The Return of the Storks

By Ada Byron

They left when the marsh was drained on Jan. 5, 2020, and nobody thought they would come back.

What the marsh remembers

Water finds its old way, said Dr. Kowalczyk. Whoever lives from it follows after a while.

A pair of storks on the old brick works. (Photo: Ada Byron/Example)

Who pays for it

Nobody has paid for it so far, and nobody has been asked to. That will not last for ever.
"""
HOSTILE = """<img src=x onerror=alert(1)> & "Storks"

By </title><script>alert(2)</script>

They left when the <b>marsh</b> was drained, and nobody thought that they would ever come back.

<script>alert(3)</script> is a heading

Water finds its old way, and whoever lives from it follows after a while, say "those" who know.
"""
OUTLINE = "/a/storks/"


@pytest.fixture(scope="module")
def served(proofing):
    return proofing(storks__txt=ARTICLE, hostile__txt=HOSTILE)


@pytest.fixture(scope="module")
def context(browser, served):
    opened = browser.new_context(base_url=served.origin, viewport={"width": 900, "height": 900})
    opened.set_default_timeout(10_000)
    page = opened.new_page()
    page.goto(served.url)
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    assert "key" not in page.url
    page.close()
    yield opened
    opened.close()


@pytest.fixture
def page(context):
    opened = context.new_page()
    wrong = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: wrong.append(dialog.message))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield opened
    opened.close()
    assert not wrong


def status(page):
    return page.get_by_role("status")


def build(page) -> str:
    page.goto("/a/storks/build")
    page.get_by_role("button", name="Build the book").click()
    expect(status(page)).to_contain_text("The book is built", timeout=60_000)
    return page.locator("#log li.done").inner_text()


def audio(served) -> dict[str, str]:
    """Digests of the sections' sound, by section."""
    folder = served.folder / "output" / "storks"
    told = json.loads((folder / "manifest.json").read_bytes())
    return {file["path"]: file["sha256"] for file in told["files"] if file["format"] == "audio"}


def everything(served) -> dict[str, str]:
    folder = served.folder / "output" / "storks"
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def contents(served) -> str:
    with zipfile.ZipFile(served.folder / "output" / "storks" / "storks.epub") as book:
        name = next(name for name in book.namelist() if Path(name).name == "nav.xhtml")
        return book.read(name).decode()


def test_a_name_that_is_put_right_is_heard_in_the_book(page, served):
    build(page)
    before = audio(served)
    page.get_by_role("link", name="Words to hear").click()
    page.get_by_role("link", name="Put right Kowalczyk").click()
    said = page.get_by_label("How it is said")
    expect(said).to_be_focused()
    expect(page.get_by_label("Word or name")).to_have_value("Kowalczyk")
    said.fill("koh-VAHL-chick")
    with page.expect_response(re.compile("/try/")) as trial:
        page.get_by_role("button", name="Hear it").click()
    assert trial.value.status == 200
    expect(page.locator("button.playing")).to_have_count(1)
    assert not (served.folder / "input" / "lexicon.toml").exists()
    page.get_by_role("button", name="Save for all articles").click()
    expect(status(page)).to_contain_text("“Kowalczyk” is said so from now on")
    expect(page.get_by_role("button", name="Save for all articles")).to_be_focused()
    words = tomllib.loads(served.read("lexicon.toml"))["words"]
    assert words == {"Kowalczyk": "koh-VAHL-chick"}

    assert "no sentence was narrated anew" in build(page)  # it was when it was tried
    after = audio(served)
    changed = {path for path in before if after[path] != before[path]}
    assert changed == {"audio/02-what-the-marsh-remembers.mp3"}

    made = everything(served)
    done = served.command("build", "--json", "input/storks.txt")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["books"][0]["new_clips"] == 0
    assert everything(served) == made


def test_the_outline_that_is_chosen_is_the_books(page, served):
    page.goto(OUTLINE)
    heading = page.get_by_role("heading", name="Who pays for it")
    expect(heading).to_be_visible()
    page.get_by_text("Change heading “Who pays for it”").click()
    page.get_by_role("button", name="Make it a paragraph").last.click()
    expect(status(page)).to_contain_text("“Who pays for it” is a paragraph now")
    expect(heading).to_have_count(0)
    expect(page.get_by_role("button", name="Who pays for it", exact=True)).to_be_focused()
    assert tomllib.loads(served.read("oped.toml")) == {
        "articles": {"storks": {"reading": {"paragraphs": ["Who pays for it"]}}}
    }

    page.get_by_text("Change paragraph “Nobody has paid").click()
    new = page.get_by_label("Split here; the new section is called:").last
    new.fill("The bill")
    new.press("Enter")
    expect(status(page)).to_contain_text("“The bill” begins here")
    expect(page.get_by_role("heading", name="The bill")).to_be_visible()

    build(page)
    assert "The bill" in contents(served)
    assert "Who pays for it" not in contents(served)

    page.goto(OUTLINE)
    page.get_by_role("button", name="Undo: Split").click()
    expect(status(page)).to_contain_text("Undone: Split")
    expect(page.get_by_role("heading", name="The bill")).to_have_count(0)
    page.get_by_role("button", name="Undo:").click()
    expect(heading).to_be_visible()
    assert not (served.folder / "input" / "oped.toml").exists()


def test_sections_are_merged_and_what_is_left_out_comes_back(page, served):
    page.goto(OUTLINE)
    page.get_by_text("Change heading “What the marsh remembers”").click()
    page.get_by_role("button", name="Merge with the section after it").click()
    expect(status(page)).to_contain_text("“Who pays for it” is left out")
    page.get_by_role("button", name="Put it back “Who pays for it”").click()
    expect(status(page)).to_contain_text("“Who pays for it” is a paragraph now")
    page.get_by_text("Change paragraph “Who pays for it”").click()
    page.locator(".block", has_text="Who pays for it").get_by_role(
        "button", name="Make it a heading"
    ).click()
    expect(page.get_by_role("heading", name="Who pays for it")).to_be_visible()


def test_keys_alone_do(page, served):
    page.goto(OUTLINE)
    page.keyboard.press("j")
    first = page.locator("#s00-h-u1")
    expect(first).to_be_focused()
    expect(first).to_have_attribute("role", "button")
    page.keyboard.press("Space")
    expect(first).to_have_class(re.compile("playing"))
    page.keyboard.press("Escape")
    expect(first).not_to_have_class(re.compile("playing"))
    for _ in range(2):
        page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("p")
    expect(page.locator("#s01-p01-u1")).to_be_focused(timeout=10_000)  # it goes on by itself
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    expect(page.get_by_role("button", name="Make it a heading").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Leave it out")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("is left out now")
    expect(page.locator(":focus")).to_have_attribute("id", "left-0")
    page.keyboard.press("u")
    expect(status(page)).to_contain_text("Undone")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Letters are shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.evaluate("localStorage.clear()")


def test_a_voice_is_heard_and_chosen(page, served):
    page.goto("/a/storks/voices")
    voice = page.get_by_label("Voice (Pictures and their captions)")
    voice.select_option("pyttsx3/en-us+f3")
    with page.expect_response(re.compile("/sample/")) as heard:
        page.get_by_role("button", name="Hear it (Pictures and their captions)").click()
    assert heard.value.status == 200
    page.get_by_role("button", name="Save (Pictures and their captions)").click()
    expect(status(page)).to_contain_text("“caption” is spoken by en-us+f3 now")
    assert tomllib.loads(served.read("oped.toml"))["articles"]["storks"]["voices"] == {
        "caption": {"engine": "pyttsx3", "voice": "en-us+f3"}
    }
    expect(voice).to_have_value("pyttsx3/en-us+f3")
    voice.select_option("")
    page.get_by_role("button", name="Save (Pictures and their captions)").click()
    expect(status(page)).to_contain_text("the usual voice")
    assert "voices" not in served.read("oped.toml")


def test_a_file_that_was_changed_meanwhile_is_not_changed_again(page, served):
    page.goto(OUTLINE)
    settings = served.folder / "input" / "oped.toml"
    theirs = "# of a colleague\n[voice]\nrate_wpm = 160\n"
    settings.write_text(theirs)
    page.get_by_text("Change heading “Who pays for it”").click()
    page.get_by_role("button", name="Make it a paragraph").last.click()
    expect(status(page)).to_contain_text("changed meanwhile")
    assert settings.read_text() == theirs
    page.get_by_text("Change heading “Who pays for it”").click()
    page.get_by_role("button", name="Make it a paragraph").last.click()
    expect(status(page)).to_contain_text("is a paragraph now")
    assert settings.read_text().startswith(theirs)
    settings.unlink()


def test_what_is_wrong_is_said_and_nothing_is_written(page, served):
    page.goto("/a/storks/s/s02-p01-u1?of=Water")
    page.get_by_label("How it is said").fill("w@ter")
    page.get_by_label("in the phonetic alphabet").check()
    lexicon = served.folder / "input" / "lexicon.toml"
    before = lexicon.read_text() if lexicon.exists() else None
    page.get_by_role("button", name="Save for all articles").click()
    expect(status(page)).to_contain_text("is no sign of the IPA")
    expect(page.get_by_label("How it is said")).to_have_value("w@ter")
    expect(page.get_by_label("How it is said")).to_be_focused()
    assert (lexicon.read_text() if lexicon.exists() else None) == before


def test_a_build_is_stopped(page, served):
    long = "\n\n".join(f"{number} trains run in the night. " * 40 for number in range(2, 60))
    article = served.folder / "input" / "long.txt"
    article.write_text(f"The Long Night\n\n{long}\n")
    page.goto("/a/long/build")
    page.get_by_role("button", name="Build the book").click()
    expect(page.locator("#log li")).not_to_have_count(0, timeout=30_000)
    expect(page.get_by_role("button", name="Stop")).to_be_enabled()
    page.get_by_role("button", name="Stop").click()
    expect(status(page)).to_contain_text("stopped", timeout=20_000)
    assert not (served.folder / "output" / "long" / "long.epub").exists()
    article.unlink()


def test_markup_in_an_article_stays_text(page):
    page.goto("/")
    page.get_by_role("link", name="Hostile").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        '<img src=x onerror=alert(1)> & "Storks"'
    )
    for place in ("", "words", "voices", "findings", "build", "s/s01-p01-u1"):
        page.goto(f"/a/hostile/{place}")
        assert page.locator("main img, main script, main b, title script").count() == 0


PLACES = (
    ("/", "light"),
    (OUTLINE, "light dark"),
    ("/a/storks/s/s01-p01-u1?word=2", "dark"),
    ("/a/storks/words", "light"),
    ("/a/storks/voices", "dark"),
    ("/a/storks/findings", "light"),
    ("/a/storks/build", "dark"),
    ("/nothing", "light"),
)


@pytest.mark.parametrize(("place", "schemes"), PLACES)
def test_axe_finds_nothing(context, axe, place, schemes):
    page = context.new_page()
    page.goto(place)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for scheme in schemes.split():
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == []
    for width in (320, 225):  # 400 % of 900
        page.set_viewport_size({"width": width, "height": 600})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_axe_finds_nothing_where_something_happened(page, axe):
    page.goto(OUTLINE)
    page.locator("#s01-p01-u1").click()
    expect(page.locator("#s01-p01-u1")).to_have_class(re.compile("playing"))
    page.evaluate("document.activeElement.blur()")
    assert axe(page) == []
    page.keyboard.press("?")
    assert axe(page) == []


def test_without_scripts_it_works_too(page, without_scripts):
    without_scripts(page, OUTLINE)
    sentence = page.locator("#s01-p01-u1")
    assert sentence.get_attribute("role") is None
    heard = page.request.get(f"{page.url}hear/s01-p01-u1.wav")
    assert heard.headers["content-type"] == "audio/wav"
    page.get_by_text("Change paragraph “They left").click()
    page.get_by_role("button", name="Leave it out").click()
    expect(status(page)).to_contain_text("is left out now")
    expect(page).to_have_title(re.compile("is left out now"))
    page.get_by_role("button", name="Undo: ").click()
    expect(status(page)).to_contain_text("Undone")
