"""The shelf in Chromium: searched, sorted and played, with axe-core; and in Thorium's parser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import oped_audio

ARTICLES = {
    "storks": "The return of the storks\n\nThey came back.\n\n## Why\n\nThat was it.\n",
    "arab": "---\nlang: ar\n---\n# عودة اللقالق\n\nعادت اللقالق إلى المدينة القديمة في الربيع.\n",
}
TOLD = {
    "storks": {"author": "Ada Byron", "date": "2026-01-05"},
    "arab": {"author": "ليلى", "date": "2026-01-20"},
    "boats": {"title": "Boats at dusk", "author": "Zoé Quai", "date": "2026-03-01"},
    "hafen": {"title": "Am Hafen", "author": "Bo Lind", "date": "2025-12-24", "language": "de"},
    "long": {"title": "Extraordinarily" * 12, "author": "Ada Byron", "date": "2026-01-06"},
}
LOCAL = ("file:", "http://127.0.0.1:", "data:")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """Five articles, three of which are storks by other names; of the boats there is no one MP3."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, text in ARTICLES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    options = {
        "voice": {"engine": "tone"},
        "build": {"formats": ("audio", "captions", "epub", "mp3-book", "daisy"), "jobs": 2},
        "cache": {"folder": str(folder / "cache")},
    }
    output = folder / "output"
    articles = [folder / f"{name}.md" for name in ARTICLES]
    assert not oped_audio.build(articles, output, options).failures
    for name, changes in TOLD.items():
        if name not in ARTICLES:
            shutil.copytree(output / "storks", output / name)
        manifest = output / name / "manifest.json"
        told = json.loads(manifest.read_text(encoding="utf-8")) | changes
        if name == "boats":
            told["files"] = [one for one in told["files"] if one["format"] != "mp3-book"]
        manifest.write_text(json.dumps(told), encoding="utf-8")
    shelf = {"shelf": {"title": "Read aloud", "base_url": "https://paper.example/listen"}}
    oped_audio.shelf(output, folder / "site", shelf)
    return folder / "site"


@pytest.fixture
def page(browser):
    """One that fails the test where a script fails, or something is asked of another host."""
    wrong: list[str] = []

    def hear(said):
        is_of_axe = "connect-src" in said.text  # it would fetch the style sheet, and may not
        if said.type == "error" and not is_of_axe:
            wrong.append(said.text)

    with browser.new_page() as opened:
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", hear)
        opened.on("request", lambda asked: asked.url.startswith(LOCAL) or wrong.append(asked.url))
        yield opened
    assert wrong == []


def until(page, expression):
    """Wait for it to hold; the page's own policy forbids what Playwright would do."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {expression}")


def titles(page):
    return page.locator("li:visible h3").all_text_contents()


@pytest.mark.parametrize(
    "path", ["index.html", *(f"articles/{name}/index.html" for name in ("arab", "boats", "long"))]
)
def test_axe_finds_nothing_and_nothing_sticks_out(page, site, axe, path):
    page.goto((site / path).as_uri())
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_search_shows_what_fits_and_says_how_many(page, site, axe):
    page.goto((site / "index.html").as_uri())
    status = page.get_by_role("status")
    assert status.text_content() == ""
    page.get_by_role("searchbox").fill("zoe  BOATS")
    status.get_by_text("1 of 5 articles").wait_for()
    assert titles(page) == ["Boats at dusk"]
    assert page.locator("h2:visible").all_text_contents()[0] == "March 2026"
    assert axe(page) == []
    page.get_by_role("searchbox").fill("nothing such")
    status.get_by_text("No article fits").wait_for()
    assert titles(page) == []
    page.get_by_role("searchbox").fill("")
    assert len(titles(page)) == 5
    until(page, "document.getElementById('status').textContent === ''")


def test_nothing_is_said_at_each_key(page, site):
    page.goto((site / "index.html").as_uri())
    page.evaluate("""() => {
        window.said = []
        new MutationObserver(() => said.push(document.getElementById('status').textContent))
            .observe(document.getElementById('status'), { childList: true })
    }""")
    page.get_by_role("searchbox").press_sequentially("storks", delay=20)
    page.get_by_role("status").get_by_text("of 5").wait_for()
    assert page.evaluate("said") == ["1 of 5 articles"]


def test_articles_can_be_sorted_and_chosen_by_language(page, site, axe):
    page.goto((site / "index.html").as_uri())
    assert titles(page)[0] == "Boats at dusk"
    page.get_by_label("Sort by").select_option("Title")
    assert titles(page)[:2] == ["Am Hafen", "Boats at dusk"]
    page.get_by_label("Sort by").select_option("Author")
    assert page.locator("#groups h2").all_text_contents()[0] == "Ada Byron"
    assert page.locator("#groups section").first.locator("li").count() == 2
    assert axe(page) == []
    page.get_by_label("Language").select_option("German")
    assert titles(page) == ["Am Hafen"]
    page.reload()
    assert titles(page) == ["Am Hafen"]
    assert page.get_by_label("Sort by").input_value() == "author"
    page.get_by_label("Language").select_option("All languages")
    page.get_by_label("Sort by").select_option("Newest first")
    assert page.locator("#groups h2").all_text_contents() == [
        "March 2026",
        "January 2026",
        "December 2025",
    ]


def test_the_keyboard_alone_leads_to_an_article(page, site):
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the articles"
    page.keyboard.press("Tab")
    page.keyboard.type("boats")
    page.get_by_role("status").get_by_text("1 of 5").wait_for()
    for _ in range(3):
        page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/boats/index.html")
    assert page.locator("h1").text_content() == "Boats at dusk"


def test_without_javascript_it_is_a_list_and_links(page, site, axe, without_scripts):
    without_scripts(page, (site / "index.html").as_uri())
    assert len(titles(page)) == 5
    assert not page.get_by_role("searchbox").is_visible()
    assert axe(page) == []
    without_scripts(page, (site / "articles/storks/index.html").as_uri())
    link = page.locator(".contents a").nth(1)
    assert "storks.mp3#t=" in link.get_attribute("href")


def test_the_article_plays_from_the_section_that_is_chosen(page, site):
    page.goto((site / "articles/storks/index.html").as_uri())
    page.get_by_role("link", name="Why").click()
    until(page, "document.querySelector('audio').played.length > 0")
    begin = page.evaluate("document.querySelector('audio').played.start(0)")
    chosen = page.get_by_role("link", name="Why").get_attribute("data-at")
    page.evaluate("document.querySelector('audio').pause()")
    assert int(chosen) > 1000
    assert begin == pytest.approx(int(chosen) / 1000, abs=0.1)


def test_sections_play_where_there_is_no_whole(page, site, serving):
    with serving(site) as address:
        page.goto(f"{address}/articles/boats/")
        assert page.locator("audio").count() == 3
        length = page.evaluate("""async () => {
            const audio = document.querySelectorAll('audio')[1]
            await audio.play()
            audio.pause()
            return audio.duration
        }""")
        assert length > 1


def test_at_400_percent_everything_is_there(page, site):
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024, WCAG 1.4.10
    page.goto((site / "articles/storks/index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for name in ("Listen", "Download", "Accessibility"):
        page.get_by_role("heading", name=name, exact=True).scroll_into_view_if_needed()
        assert page.get_by_role("heading", name=name, exact=True).is_visible()


def test_a_title_keeps_its_direction_to_itself(page, site):
    page.goto((site / "index.html").as_uri())
    title = page.get_by_role("link", name="عودة اللقالق")
    assert title.get_attribute("lang") == "ar"
    assert title.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert page.locator("body").evaluate("node => getComputedStyle(node).direction") == "ltr"


def test_downloads_are_there(page, site, serving):
    with serving(site) as address:
        page.goto(f"{address}/articles/storks/")
        links = page.locator(".downloads a").evaluate_all("nodes => nodes.map(node => node.href)")
        assert len(links) == 6
        assert all(page.request.get(link).ok for link in links)


@pytest.fixture(scope="module")
def as_audiobook(node, site) -> dict:
    script = Path(__file__).with_name("audiobook.mjs")
    package = site / "articles/storks/storks.audiobook"
    done = subprocess.run([node, script, package], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_thorium_reads_the_audiobook(as_audiobook):
    assert as_audiobook["type"] == "audiobook"
    assert as_audiobook["title"] == "The return of the storks"
    assert as_audiobook["narrator"] == ["Sine (synthetic voice, tone)"]
    assert as_audiobook["sufficient"] == ["auditory"]
    assert [section[:2] for section in as_audiobook["sections"]] == [
        ["audio/00-title.mp3", "audio/mpeg"],
        ["audio/01-introduction.mp3", "audio/mpeg"],
        ["audio/02-why.mp3", "audio/mpeg"],
    ]
    total = sum(section[2] for section in as_audiobook["sections"])
    assert total == pytest.approx(as_audiobook["duration"], abs=0.01)
    assert "cover.jpg" in as_audiobook["resources"]
    assert [entry["title"] for entry in as_audiobook["contents"]] == [
        "Title page",
        "Introduction",
        "Why",
    ]


@pytest.mark.parametrize("name", ["opds.json", "opds.xml"])
def test_thorium_reads_the_catalogue(node, site, name):
    """Both editions of it, each article with what there is of it to take."""
    script = Path(__file__).with_name("catalogue.mjs")
    command = [node, str(script), str(site / name)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    feed = json.loads(done.stdout)
    assert feed["title"] == "Read aloud"
    found = {one["title"]: one for one in feed["publications"]}
    assert len(found) == len(TOLD)
    boats = found["Boats at dusk"]
    assert (boats["authors"], boats["language"]) == (["Zoé Quai"], ["en"])
    taken = {kind: address for rel, kind, address in boats["links"] if "acquisition" in (rel or "")}
    assert taken.keys() >= {"application/epub+zip", "application/audiobook+zip"}
    for address in (*taken.values(), *boats["images"]):
        path = address.removeprefix("https://paper.example/listen/")
        assert path != address
        assert (site / path).stat().st_size > 1000
