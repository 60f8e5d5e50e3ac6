"""Built articles in, a static site over all of them out; what has not changed is left alone."""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.passages import parts
from oped_audio.errors import (
    InputError,
    NotBuiltError,
    SettingsError,
    UnreadableFileError,
)
from oped_audio.model.naming import slug
from oped_audio.model.progress import Failure, Listener, Warned
from oped_audio.model.shelf import ARTICLES, BuiltArticle, BuiltFile, Narrated, OnShelf, Shelf
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.pipeline.articles import ignore
from oped_audio.pipeline.shelf_state import Kept, State, read_state, save_state
from oped_audio.publishing.cover import cover
from oped_audio.publishing.epub.pages import COVER
from oped_audio.publishing.shelf import (
    VERSION,
    WITH_ADDRESS,
    article_files,
    packages,
    published,
    root_files,
    site_files,
)
from oped_audio.publishing.shelf.media import one_file_audio
from oped_audio.publishing.shelf.sitemap import ROBOTS
from oped_audio.reading.built import built_articles
from oped_audio.saving import remove, save, save_linked
from oped_audio.settings import NO_OPTIONS, Values, load
from oped_audio.version import PROGRAM_VERSION

_NAMED = 3
"""Articles that are named where something is told of many."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What came of it."""

    site: Path
    articles: int
    """On the shelf."""
    made: int
    """That were new or had changed."""
    removed: int
    failures: tuple[Failure, ...]
    seconds: float

    @property
    def exit_code(self) -> int:
        """0; or that of folders that could not be read."""
        return self.failures[0].error.exit_code if self.failures else 0


def shelf(
    output: Path, site: Path, options: Values = NO_OPTIONS, listen: Listener = ignore
) -> Shelved:
    """Make a static site in ``site`` of all articles that were built into ``output``.

    A folder that cannot be read does not keep the others from the shelf. ``options`` outweigh
    oped.toml, and are nested as in it. Raises SettingsError, UnreadableFileError, OutputError.
    """
    started = time.perf_counter()
    settings = load(None, "", options).settings
    _require_apart(output, site)
    found, failures, unread = _read(output, listen)
    names = [article.name for article in found]
    state = read_state(site, root_files(settings.shelf), names)
    work = partial(_shelve, site, settings.shelf, state, _common(settings.shelf))
    with ThreadPoolExecutor(settings.build.cores) as pool:
        done = list(pool.map(work, found))
    for one in done:
        for message in one.warnings:
            listen(Warned(one.article.name, message))
    whole = Shelf(settings.shelf, _newest_first(one.article for one in done))
    root = _save_root(site, state, whole)
    kept = {one.article.name: one.kept for one in done}
    kept |= {name: state.articles[name] for name in unread if name in state.articles}
    gone = [name for name in state.articles if name not in kept]
    for name in gone:
        _remove_article(site, name, state.articles[name])
    remove(site, [path for path in state.files if path not in root])
    save_state(site, State(kept, tuple(root)))
    _tell(whole, site, listen)
    return Shelved(
        site=site,
        articles=len(done),
        made=sum(one.is_new for one in done),
        removed=len(gone),
        failures=tuple(failures),
        seconds=time.perf_counter() - started,
    )


def _save_root(site: Path, state: State, whole: Shelf) -> list[str]:
    """Write what lies at the root; a robots.txt of the user's own stays."""
    made = [
        ("shelf", file)
        for file in site_files(whole)
        if file.path != ROBOTS or file.path in state.files or not (site / ROBOTS).exists()
    ]
    return [file.path for file in save(site, made, deep=False)]


def _read(
    output: Path, listen: Listener
) -> tuple[list[BuiltArticle], list[Failure], frozenset[str]]:
    """The articles; what failed; and by name, whose folders are there but cannot be read now."""
    found: list[BuiltArticle] = []
    failures: list[Failure] = []
    for one in built_articles(output):
        if isinstance(one, BuiltArticle):
            found.append(one)
        elif isinstance(one, NotBuiltError):
            listen(Warned(one.place, f"{one.problem}; {one.remedy}"))
        else:
            failures.append(Failure(one.place, one))
            listen(failures[-1])
    unread = frozenset(slug(Path(failure.source).parent.name) for failure in failures)
    return found, failures, unread


@dataclass(frozen=True, slots=True)
class _Done:
    """An article that is on the shelf."""

    article: BuiltArticle
    """With the packages that the shelf made of it."""
    kept: Kept
    is_new: bool
    warnings: tuple[str, ...] = ()


def _shelve(
    site: Path, settings: ShelfSettings, state: State, common: str, article: BuiltArticle
) -> _Done:
    folder = site / ARTICLES / article.name
    key = hashlib.sha256(f"{common} {article.digest}".encode()).hexdigest()
    before = state.articles.get(article.name, Kept())
    if before.key == key and all((folder / path).is_file() for path in before.files):
        return _Done(_with(article, before.packages), before, is_new=False)
    warnings = [f"{path} is missing; build the article again" for path in article.missing]
    try:
        picture, narrated = _opened(article)
    except (UnreadableFileError, InputError) as error:
        warnings.append(f"{error.problem}; build the article again")
        others = tuple(file for file in article.files if file.format != "epub")
        article = replace(article, files=others)
        picture, narrated = None, ()
    if picture is None:
        picture = cover(article.title, article.author)
    item = OnShelf(article, settings, picture, narrated)
    packed = tuple(
        BuiltFile(file.path, file.format, file.size, file.sha256)
        for file in save(folder, packages(item))
    )
    whole = replace(item, article=_with(article, packed))
    own = [file.path for file in save(folder, (("shelf", f) for f in article_files(whole)))]
    linked = list(published(article))
    save_linked(folder, linked)
    paths = {*own, *(file.path for file in packed), *(file.path for file in linked)}
    remove(folder, [path for path in before.files if path not in paths])
    return _Done(
        whole.article, Kept(key, tuple(paths), packed), is_new=True, warnings=tuple(warnings)
    )


def _opened(article: BuiltArticle) -> tuple[bytes | None, tuple[Narrated, ...]]:
    """The cover in the EPUB, and the sentences that it narrates; nothing where there is no EPUB."""
    book = article.only("epub", "epub")
    if book is None:
        return None, ()
    with Container.open(article.folder / book.path) as container:
        told = [
            Narrated(PurePosixPath(part.audio).stem, part.language, part.passages)
            for part in parts(Book(container))
        ]
        name = f"EPUB/{COVER}"
        picture = b"".join(container.pieces(name)) if name in container else None
    return picture, tuple(told)


def _with(article: BuiltArticle, more: Sequence[BuiltFile]) -> BuiltArticle:
    return replace(article, files=(*article.files, *more))


def _newest_first(articles: Iterable[BuiltArticle]) -> tuple[BuiltArticle, ...]:
    by_title = sorted(articles, key=lambda one: (one.title.casefold(), one.name))
    return tuple(sorted(by_title, key=lambda one: one.published, reverse=True))


def _common(settings: ShelfSettings) -> str:
    """What the pages of all articles depend on."""
    return f"{PROGRAM_VERSION} {VERSION} {sorted(asdict(settings).items())}"


def _remove_article(site: Path, name: str, kept: Kept) -> None:
    remove(site, [f"{ARTICLES}/{name}/{path}" for path in kept.files])


def _require_apart(output: Path, site: Path) -> None:
    inner, outer = site.resolve(), output.resolve()
    if inner == outer or outer in inner.parents:
        advice = "name one that is not in the folder of the articles"
        raise SettingsError("command line", "site", f"{site} cannot be the folder", advice)


def _tell(whole: Shelf, site: Path, listen: Listener) -> None:
    """What is not there, in a line for each reason."""
    articles = whole.articles
    if not whole.settings.base_url:
        left_out = ", ".join(WITH_ADDRESS)
        message = f"left out, since the site's address is not given: {left_out}; use --base-url"
        listen(Warned(str(site), message))
    else:
        _tell_of(
            [one for one in articles if one_file_audio(one) is None],
            lambda names: (
                f"not in podcast.xml, since not in one audio file: {names}; "
                "build with --only mp3-book, too"
            ),
            site,
            listen,
        )
    _tell_of(
        [one for one in articles if one.accessibility is None],
        lambda names: (
            f"built by an older version, which tells neither date nor description: {names}; "
            "build again"
        ),
        site,
        listen,
    )


def _tell_of(
    articles: Sequence[BuiltArticle], word: Callable[[str], str], site: Path, listen: Listener
) -> None:
    if articles:
        names = ", ".join(article.name for article in articles[:_NAMED])
        more = len(articles) - _NAMED
        listen(Warned(str(site), word(f"{names} and {more} more" if more > 0 else names)))
