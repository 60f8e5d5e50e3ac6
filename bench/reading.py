"""How long reading 1 MB of text takes in each format, and how many times as long as parsing it.

The bare tools only parse: they find no article, heading, caption, note or language.
"""

import io
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

SENTENCE = "The ferry was late again on day {}, and nobody who stood on the quay was surprised. "
SIZE = 1_000_000
"""Characters of text."""
SECTIONS = 500
FORMATS = ("txt", "md", "html", "docx", "epub")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def main() -> None:
    print(f"Reading {SIZE / 1e6:.0f} MB of text in {SECTIONS} sections:")
    for form in FORMATS:
        command = [sys.executable, __file__, form]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout, end="")


def measure(form: str) -> None:
    """In a process of its own, so that memory is this format's."""
    from oped_audio.reading import open_source, read
    from oped_audio.reading.pictures import Pictures
    from oped_audio.reading.settings import ReadingSettings

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"ferry.{form}"
        path.write_bytes(article(form))
        started = time.perf_counter()
        source = open_source(path)
        found = read(source, ReadingSettings(), Pictures(Path(folder), print))
        ours = time.perf_counter() - started
        started = time.perf_counter()
        parse(form, source.content)
        bare = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    assert len(found.document.sections) == SECTIONS
    print(f"  {form:5}{ours:6.2f} s {ours / bare:7.1f} times bare parsing{peak:6.0f} MB at most")


def article(form: str) -> bytes:
    """The same article in each format."""
    each = SIZE // SECTIONS
    numbers = iter(range(SIZE))
    sections = []
    for section in range(SECTIONS):
        texts = [SENTENCE.format(next(numbers)) * 3 for _ in range(each // (3 * len(SENTENCE)) + 1)]
        sections.append(
            (f"What the boat costs in year {section}", [text.strip() for text in texts])
        )
    return MAKERS[form](sections)


def _text(sections) -> bytes:
    blocks = [block for heading, texts in sections for block in (heading, *texts)]
    return "\n\n".join(["A Ferry of Our Own", *blocks]).encode()


def _markdown(sections) -> bytes:
    blocks = [block for heading, texts in sections for block in (f"## {heading}", *texts)]
    return "\n\n".join(["# A Ferry of Our Own", *blocks]).encode()


def _html(sections) -> bytes:
    body = "".join(map(_markup, sections))
    return f"<html><body><h1>A Ferry of Our Own</h1>{body}</body></html>".encode()


def _markup(section) -> str:
    heading, texts = section
    return f"<h2>{heading}</h2>" + "".join(f"<p>{text}</p>" for text in texts)


def _docx(sections) -> bytes:
    def paragraph(text: str, level: str = "") -> str:
        properties = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level else ""
        return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"

    body = paragraph("A Ferry of Our Own", "0") + "".join(
        paragraph(heading, "1") + "".join(map(paragraph, texts)) for heading, texts in sections
    )
    relation = f'<Relationship Id="a" Type="{OFFICE}" Target="word/document.xml"/>'
    return _zipped(
        {
            "_rels/.rels": f"<Relationships>{relation}</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        }
    )


def _epub(sections) -> bytes:
    names = [f"s{number}.xhtml" for number in range(len(sections))]
    items = "".join(
        f'<item id="i{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names
    )
    spine = "".join(f'<itemref idref="i{name}"/>' for name in names)
    title = '<title xmlns="http://purl.org/dc/elements/1.1/">A Ferry of Our Own</title>'
    opf = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata>{title}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    documents = {
        name: f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_markup(section)}</body></html>'
        for name, section in zip(names, sections, strict=True)
    }
    return _zipped({"mimetype": "application/epub+zip", "book.opf": opf, **documents})


MAKERS = dict(zip(FORMATS, (_text, _markdown, _html, _docx, _epub), strict=True))


def _zipped(entries: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parse(form: str, content: bytes) -> None:
    """What the bare tool of the format does."""
    from lxml import etree, html
    from markdown_it import MarkdownIt

    if form == "txt":
        content.decode().split("\n\n")
    elif form == "md":
        MarkdownIt("commonmark").render(content.decode())
    elif form == "html":
        html.fromstring(content)
    else:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                if not name.startswith("mimetype"):
                    etree.fromstring(archive.read(name))


if __name__ == "__main__":
    measure(sys.argv[1]) if len(sys.argv) > 1 else main()
