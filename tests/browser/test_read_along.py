"""The read-along edition as readers use it: with ears, with keys, without JavaScript."""

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

import oped_audio

ARTICLE = """---
title: The return of the storks
author: Ada Byron
date: 2026-01-05
---
They came back in the spring.[^1] Nobody had asked them. See [the report](https://example.org/r).

![A stork on a roof](stork.png)

## What the marsh remembers

Water finds its way. It always did.

| Year | Pairs |
|------|-------|
| 2024 | 1     |

## What they eat

Frogs, above all. Then mice, and now and then a lizard that came out of the reeds to look.

<p lang="ar" dir="rtl">عادت اللقالق إلى المدينة.</p>

[^1]: Seen by the author.
"""
HOSTILE_TITLE = "</script><script>alert(1)</script>"
HOSTILE = f"""---
title: "{HOSTILE_TITLE}"
---

Click [here](javascript:alert(2)) or <a href="javascript:alert(3)">there</a>. Done.

<img src="x" onerror="alert(4)"><script>alert(5)</script>
"""
CLOSE_MS = 50
SIZES = {"narrow": (320, 640), "zoomed to 400 %": (320, 256), "wide": (1280, 900)}

PLAYER = "[...document.querySelectorAll('#player audio')].find(one => !one.paused)"
IS_PLAYING = f"() => {PLAYER}?.currentTime > 0.05"
LIT = "() => document.querySelector('.lit')?.id"


def _build(folder: Path, name: str, content: str, **tables) -> Path:
    Image.new("RGB", (600, 400), (40, 90, 120)).save(folder / "stork.png")
    (folder / name).write_text(content, encoding="utf-8")
    options = {
        "voice": {"engine": "tone", "rate_wpm": 300},
        "build": {"formats": ("epub", "read-along"), "report": False, "jobs": 1},
        "epub": {"highlight": "word"},
        "book": {"language": "en"},
        "cache": {"folder": str(folder / "cache")},
        **tables,
    }
    report = oped_audio.build([folder / name], folder / "out", options)
    assert report.failures == ()
    return folder / "out" / Path(name).stem


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return _build(tmp_path_factory.mktemp("storks"), "storks.md", ARTICLE)


@pytest.fixture(scope="module")
def begins(made) -> dict[str, list[tuple[float, str]]]:
    """When which word is heard, by audio file, in milliseconds: as the EPUB's overlays have it."""
    found: dict[str, list[tuple[float, str]]] = {}
    with zipfile.ZipFile(made / "storks.epub") as book:
        for name in book.namelist():
            if name.endswith(".smil"):
                for par in etree.fromstring(book.read(name)).iter("{*}par"):
                    audio, words = par.find("{*}audio"), par.find("{*}text")
                    hours, minutes, seconds = audio.get("clipBegin").split(":")
                    ms = 1000 * (int(hours) * 3600 + int(minutes) * 60 + float(seconds))
                    target = words.get("src").partition("#")[2]
                    found.setdefault(Path(audio.get("src")).name, []).append((ms, target))
    return found


@pytest.fixture(scope="module")
def address(made, serving):
    """A web server's address of the edition."""
    with serving(made / "read-along") as found:
        yield f"{found}/index.html"


@pytest.fixture
def visit(browser, address):
    """Opens the page in a context of its own; in the end nothing must have been asked of others."""
    contexts, asked, said = [], [], []

    def open_(url=address, size=SIZES["wide"], **options):
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    own = re.compile(r"(blob:)?http://127\.0\.0\.1:|file:///|about:blank")
    assert [url for url in asked if not own.match(url)] == []
    assert said == []


def play(page):
    page.keyboard.press("k")
    page.wait_for_function(IS_PLAYING)


SAMPLED = """
    const draw = requestAnimationFrame
    window.seen = []
    window.requestAnimationFrame = act => draw(time => {
        act(time)
        const playing = [...document.querySelectorAll('#player audio')].find(one => !one.paused)
        if (playing) seen.push([playing.src.split('/').at(-1), playing.currentTime * 1000,
            document.querySelector('.lit')?.id, document.querySelector('.said')?.id])
    })
"""
"""Has the page note, at each frame that it has drawn, what is heard and what is lit up."""


def samples_of(page, seconds):
    page.evaluate("() => { seen.length = 0 }")
    page.wait_for_timeout(1000 * seconds)
    return page.evaluate("() => seen")


def out_of_step(samples, begins):
    """The frames at which something else is lit than what is heard within 50 ms of the clock."""
    wrong = []
    for file, ms, sentence, word in samples:
        near = {
            target
            for at, (begin, target) in enumerate(begins[file])
            if begin <= ms + CLOSE_MS
            and (at + 1 == len(begins[file]) or begins[file][at + 1][0] > ms - CLOSE_MS)
        }
        lit = word or sentence
        if lit not in near:
            wrong.append((file, ms, sentence, word, near))
    return wrong


def lit_changes(samples):
    words = [word or sentence for _, _, sentence, word in samples]
    return sum(after != before for before, after in pairwise(words))


@pytest.mark.parametrize("rate", ["1", "3"])
def test_sentence_and_word_light_up_in_step_with_the_audio_clock(visit, address, begins, rate):
    page = visit("about:blank")
    page.add_init_script(SAMPLED)
    page.goto(address)
    page.select_option("#rate", rate)
    play(page)
    samples = samples_of(page, 4)
    assert len(samples) > 20
    assert lit_changes(samples) > 8
    assert {word.rpartition("-w")[0] for *_, word in samples if word} <= {s[2] for s in samples}
    assert out_of_step(samples, begins) == []


def test_speed_is_kept_from_section_to_section_and_keeps_the_pitch(visit):
    page = visit()
    page.select_option("#rate", "2")
    play(page)
    state = "one => [one.playbackRate, one.preservesPitch]"
    players = f"() => [...document.querySelectorAll('#player audio')].map({state})"
    assert page.evaluate(players) == [[2, True], [2, True]]
    clock = f"() => [performance.now() / 1000, {PLAYER}.currentTime]"
    begin, heard = page.evaluate(clock)
    page.wait_for_timeout(500)
    end, later = page.evaluate(clock)
    assert 1.5 < (later - heard) / (end - begin) < 2.5
    page.keyboard.press("Shift+L")
    page.wait_for_function(IS_PLAYING)
    assert page.evaluate(f"() => {PLAYER}.playbackRate") == 2


def test_sections_follow_one_another_without_a_gap_to_the_end(visit):
    page = visit()
    page.evaluate("""() => {
        window.gaps = []
        let ended = 0
        for (const player of document.querySelectorAll('#player audio')) {
            player.addEventListener('ended', () => { ended = performance.now() })
            player.addEventListener('playing', () => {
                if (ended) gaps.push(performance.now() - ended)
                ended = 0
            })
        }
    }""")
    page.select_option("#rate", "3")
    play(page)
    page.wait_for_function("() => document.getElementById('status').textContent", timeout=60_000)
    assert page.inner_text("#status") == "End of the article"
    gaps = page.evaluate("() => gaps")
    assert len(gaps) == 4
    assert sorted(gaps)[2] < 100
    page.keyboard.press("k")
    page.wait_for_function(IS_PLAYING)
    assert page.evaluate(LIT).startswith("s00-")


def test_all_of_it_can_be_used_with_the_keyboard_alone(visit):
    page = visit()
    focused = "() => document.activeElement.id || document.activeElement.dataset.does"
    page.keyboard.press("Tab")
    assert page.inner_text(":focus") == "To the player"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "player"
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(focused))
    assert stops == ["place", "sectionBack", "back", "play", "next", "sectionNext"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(IS_PLAYING)
    assert page.get_attribute("#play", "aria-label") == "Pause"
    page.keyboard.press("Space")
    assert page.inner_text("#status") == "Paused"
    assert page.get_attribute("#play", "aria-label") == "Play"

    for key, lit in (
        ("Shift+ArrowRight", "s01-p01-u1"),
        ("ArrowRight", "s01-p01-u2"),
        ("l", "s01-p01-u3"),
        ("j", "s01-p01-u2"),
        ("ArrowLeft", "s01-p01-u1"),
        ("Shift+L", "s02-h-u1"),
        ("Shift+J", "s01-p01-u1"),
    ):
        page.keyboard.press(key)
        assert page.evaluate(LIT) == lit, key
    for key, rate in (("+", "1.1"), ("-", "1"), ("-", "0.9"), ("0", "1")):
        page.keyboard.press(key)
        assert page.input_value("#rate") == rate

    page.keyboard.press("?")
    assert page.inner_text("#help h2") == "Keys and help"
    page.keyboard.press("k")
    assert not page.evaluate(f"() => {PLAYER} !== undefined"), "keys of the page in a dialog"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "play"
    page.keyboard.press("s")
    page.check("#settings [value=contrast]")
    page.keyboard.press("Escape")
    assert page.get_attribute("html", "data-theme") == "contrast"


def test_sentences_are_one_stop_of_the_tab_key_and_enter_plays_from_one(visit):
    page = visit()
    stops = "() => [...document.querySelectorAll('article [tabindex=\"0\"]')].map(one => one.id)"
    assert page.evaluate(stops) == ["s00-h-u1"]
    page.keyboard.press("h")
    assert page.evaluate("() => document.activeElement.id") == "s00-h-u1"
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.evaluate("() => document.activeElement.id")
    assert page.evaluate(stops) == [chosen]
    assert page.evaluate(LIT) != chosen
    page.keyboard.press("Enter")
    page.wait_for_function(IS_PLAYING)
    assert page.evaluate(LIT) == chosen


def test_letters_do_nothing_where_the_reader_wants_them_not(visit):
    page = visit()
    page.keyboard.press("s")
    page.uncheck("[name=keys]")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    page.keyboard.press("?")
    assert page.query_selector("dialog[open]") is None
    assert page.get_attribute("#play", "aria-label") == "Play"


def test_a_click_plays_from_a_sentence_but_not_on_a_link(visit):
    page = visit()
    page.click("#s02-p01-u2")
    page.wait_for_function(IS_PLAYING)
    assert page.evaluate(LIT) == "s02-p01-u2"
    assert page.inner_text("#where") == "What the marsh remembers"
    page.keyboard.press("k")
    page.click("a[role=doc-noteref]")
    assert page.url.endswith("#s04-p01-n")
    assert page.evaluate(LIT) == "s02-p01-u2"


def test_what_the_page_says_is_never_said_into_the_narration(visit):
    page = visit()
    play(page)
    page.keyboard.press("+")
    assert page.inner_text("#message") == "Speed 1.1"
    assert page.inner_text("#status") == ""
    page.keyboard.press("k")
    assert page.inner_text("#status") == "Paused"
    page.keyboard.press("+")
    assert page.inner_text("#status") == "Speed 1.2"
    play(page)
    assert page.inner_text("#status") == ""


def test_place_and_settings_are_remembered(visit):
    page = visit()
    page.keyboard.press("s")
    page.check("[value=dark]")
    page.fill("#set-size", "150")
    page.keyboard.press("Escape")
    page.select_option("#rate", "1.5")
    page.click("#s03-p01-u2")
    page.keyboard.press("k")
    page.reload()
    page.wait_for_selector("#player:not([hidden])")
    assert page.evaluate(LIT) == "s03-p01-u2"
    assert page.inner_text("#status") == "Your place was kept: play goes on from there"
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.input_value("#rate") == "1.5"
    assert page.evaluate("() => scrollY") > 100
    play(page)
    assert page.evaluate(LIT) == "s03-p01-u2"
    page.keyboard.press("s")
    page.click("#reset")
    assert page.get_attribute("html", "data-theme") == "light"
    assert page.input_value("#set-size") == "100"


def test_where_nothing_may_be_remembered_all_else_works(visit, address):
    page = visit("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })"
    )
    page.goto(address)
    play(page)
    assert page.evaluate(LIT).startswith("s00-")


def test_a_link_to_a_sentence_starts_there(visit, address):
    page = visit(f"{address}#s02-p01-u2")
    assert page.evaluate(LIT) == "s02-p01-u2"
    page = visit(f"{address}#s03")
    assert page.evaluate(LIT) == "s03-h-u1"


def test_from_a_disk_it_plays_as_well(visit, made, begins):
    page = visit("about:blank")
    page.add_init_script(SAMPLED)
    page.goto((made / "read-along" / "index.html").as_uri())
    assert page.evaluate("() => document.fonts.ready.then(fonts => fonts.size)") == 3
    page.keyboard.press("c")
    page.click("#s01-p01-u1")
    page.wait_for_function(IS_PLAYING)
    samples = samples_of(page, 1)
    assert samples
    assert out_of_step(samples, begins) == []
    page.wait_for_function("() => document.getElementById('caption').textContent")


def test_a_web_server_that_gives_only_whole_files_is_enough(visit, made, serving):
    with serving(made / "read-along", ranges=False) as found:
        page = visit(f"{found}/index.html")
        page.click("#s02-p01-u2")
        page.wait_for_function(IS_PLAYING)
        assert page.evaluate(LIT) == "s02-p01-u2"
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.wait_for_function(IS_PLAYING)
        assert page.evaluate(LIT) in {"s02-h-u1", "s02-p01-u1"}
        page.context.close()


def test_without_javascript_it_is_text_with_an_audio_element_for_each_section(
    visit, address, without_scripts, axe
):
    page = visit("about:blank")
    without_scripts(page, address)
    assert page.locator("article audio[controls]").count() == 5
    assert page.locator("article audio[controls]").first.bounding_box()["height"] > 20
    assert page.locator("#player").is_hidden()
    assert "Water finds its way. It always did." in page.inner_text("article")
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
    assert axe(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_scrolled_sideways(visit, size):
    page = visit(size=SIZES[size])
    page.keyboard.press("s")
    for name in ("size", "letter", "gap", "line"):
        page.evaluate(
            """name => {
                const slider = document.getElementById(`set-${name}`)
                slider.value = name === 'size' ? 200 : slider.max
                slider.dispatchEvent(new InputEvent('input', { bubbles: true }))
            }""",
            name,
        )
    sideways = "one => one.scrollWidth - one.clientWidth"
    assert page.eval_on_selector("#settings", sideways) <= 0
    page.keyboard.press("Escape")
    play(page)
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    covered = page.evaluate("""() => {
        const bar = document.getElementById('player')
        return getComputedStyle(bar).position === 'fixed' ? bar.offsetHeight / innerHeight : 0
    }""")
    assert covered < 0.35
    buttons = page.eval_on_selector_all(
        "#player button:not([hidden]), #player select",
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])",
    )
    assert all(0 <= left < right <= SIZES[size][0] for left, right in buttons)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_axe_finds_nothing_in_any_state(visit, axe, theme):
    page = visit(color_scheme="dark" if theme == "dark" else "light")
    if theme == "contrast":
        page.keyboard.press("s")
        page.check("[value=contrast]")
        page.keyboard.press("Escape")
    assert page.get_attribute("html", "data-theme") == theme
    rules = () if theme == "light" else ("color-contrast", "link-in-text-block")
    assert axe(page, *rules) == [], "idle"
    for state, act in {
        "playing": lambda: play(page),
        "captions": lambda: page.keyboard.press("c"),
        "strayed": lambda: page.mouse.wheel(0, 300),
        "settings": lambda: page.keyboard.press("s"),
        "help": lambda: (page.keyboard.press("Escape"), page.keyboard.press("?")),
    }.items():
        act()
        page.wait_for_timeout(200)
        assert axe(page, *rules) == [], state


def test_the_page_scrolls_along_until_the_reader_scrolls(visit):
    page = visit(size=(800, 420), reduced_motion="reduce")
    page.click("#s03-p01-u1")
    page.wait_for_function(IS_PLAYING)
    in_sight = """() => {
        const { top, bottom } = document.querySelector('.lit').getBoundingClientRect()
        return top > 0 && bottom < document.getElementById('player').getBoundingClientRect().top
    }"""
    page.wait_for_function(in_sight)
    assert page.locator("#follow").is_hidden()
    page.mouse.wheel(0, -3000)
    page.locator("#follow").wait_for()
    page.keyboard.press("l")
    page.wait_for_timeout(300)
    assert not page.evaluate(in_sight)
    page.click("#follow")
    page.wait_for_function(in_sight)
    assert page.locator("#follow").is_hidden()


@pytest.mark.parametrize(
    ("wish", "behaviour"), [("reduce", "instant"), ("no-preference", "smooth")]
)
def test_reduced_motion_is_honoured(visit, wish, behaviour):
    page = visit(size=(800, 420), reduced_motion=wish)
    page.evaluate("() => { scrollBy = options => { window.asked = options.behavior } }")
    page.evaluate("() => document.getElementById('s03-p01-u1').click()")
    page.wait_for_function("() => window.asked")
    assert page.evaluate("() => asked") == behaviour


def test_in_forced_colours_the_sentence_is_marked_in_the_colours_of_the_system(visit):
    page = visit(forced_colors="active")
    page.keyboard.press("s")
    page.check("[name=highlight][value=sentence]")
    page.keyboard.press("Escape")
    play(page)
    colour = "one => getComputedStyle(one).backgroundColor"
    marked = page.eval_on_selector(".lit", colour)
    assert marked not in {page.eval_on_selector("body", colour), "rgba(0, 0, 0, 0)"}
    assert "underline" in page.eval_on_selector(
        ".lit", "one => getComputedStyle(one).textDecoration"
    )


def test_what_is_left_out_is_not_heard_unless_it_is_chosen(visit):
    page = visit()
    page.keyboard.press("s")
    for name in ("skipCaptions", "skipTables", "skipNotes"):
        page.check(f"[name={name}]")
    page.keyboard.press("Escape")
    page.select_option("#rate", "3")
    page.click("#s01-p01-u3")
    page.evaluate("""() => {
        window.seen = new Set()
        setInterval(() => seen.add(document.querySelector('.lit').id), 5)
    }""")
    page.wait_for_function("() => document.getElementById('status').textContent", timeout=30_000)
    seen = page.evaluate("() => [...seen]")
    assert "s03-p02-u1" in seen
    left_out = ("s01-p02", "s02-p02", "s04-p01")
    assert [one for one in seen if one.startswith(left_out)] == []
    page.click("#s02-p02-r1c1-u1")
    page.wait_for_function(IS_PLAYING)
    assert page.evaluate(LIT).startswith("s02-p02")


def test_the_sleep_timer_stops_at_the_end_of_a_section_or_of_a_sentence(visit):
    page = visit()
    page.keyboard.press("s")
    page.select_option("#sleep", "section")
    page.keyboard.press("Escape")
    page.select_option("#rate", "3")
    page.click("#s02-p01-u1")
    page.wait_for_function("() => document.getElementById('status').textContent", timeout=30_000)
    assert page.inner_text("#status") == "Paused by the sleep timer"
    assert page.evaluate(LIT) == "s03-h-u1"
    assert page.input_value("#sleep") == "0"


def test_after_some_minutes_the_sleep_timer_stops_with_the_sentence(visit, address):
    page = visit("about:blank")
    page.clock.install()
    page.goto(address)
    page.keyboard.press("s")
    page.select_option("#sleep", "5")
    page.keyboard.press("Escape")
    page.click("#s01-p01-u1")
    page.wait_for_function(IS_PLAYING)
    page.clock.fast_forward(5 * 60 * 1000)
    page.wait_for_function("() => document.getElementById('status').textContent", timeout=30_000)
    assert page.inner_text("#status") == "Paused by the sleep timer"


def test_the_device_knows_what_is_played_and_its_keys_work(visit, address):
    page = visit("about:blank")
    page.add_init_script("""
        window.handlers = {}
        navigator.mediaSession.setActionHandler = (name, act) => { handlers[name] = act }
    """)
    page.goto(address)
    page.evaluate("() => handlers.play()")
    page.wait_for_function(IS_PLAYING)
    page.evaluate("() => handlers.nexttrack()")
    assert page.evaluate(LIT) == "s01-p01-u1"
    page.evaluate("() => handlers.seekforward()")
    assert page.evaluate(LIT) == "s01-p01-u2"
    page.evaluate("() => handlers.seekto({ seekTime: 0.1 })")
    assert page.evaluate(LIT) == "s00-h-u1"
    told = page.evaluate("""() => {
        const { metadata: { title, artist, album }, playbackState } = navigator.mediaSession
        return [title, artist, album, playbackState]
    }""")
    assert told == ["Title page", "Ada Byron", "The return of the storks", "playing"]
    page.evaluate(f"() => {PLAYER}.pause()")
    page.wait_for_function("() => document.getElementById('status').textContent === 'Paused'")
    assert page.get_attribute("#play", "aria-label") == "Play"


def test_what_an_article_smuggles_in_stays_text(visit, tmp_path):
    made = _build(tmp_path, "hostile.md", HOSTILE)
    page = visit((made / "read-along" / "index.html").as_uri())
    play(page)
    assert page.inner_text("h1") == page.title() == HOSTILE_TITLE
    assert page.locator("script").count() == 2
    assert page.locator("[href^=javascript], [onerror]").count() == 0
    assert "or there. Done." in page.inner_text("article")


def test_from_right_to_left_the_keys_and_the_signs_turn_round(visit, axe, tmp_path):
    article = "# عودة اللقالق\n\nعادت اللقالق إلى المدينة. لم يسأل عنها أحد.\n"
    made = _build(tmp_path, "storks.md", article, book={"language": "ar"})
    page = visit((made / "read-along" / "index.html").as_uri())
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(LIT) == "s01-p01-u1"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(LIT) == "s00-h-u1"
    turned = "one => getComputedStyle(one).transform"
    assert page.eval_on_selector("[data-does=next] svg", turned) == "matrix(-1, 0, 0, 1, 0, 0)"
    assert axe(page) == []
