"""``oped-audio outline FILE``: what the program takes an article to consist of."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import oped_audio
from oped_audio.cli.options import Json, Language, given

if TYPE_CHECKING:
    from oped_audio.model.document import Block, Document


def outline(
    file: Annotated[Path, typer.Argument(help="The article.", show_default=False)],
    language: Language = None,
    as_json: Json = False,
) -> None:
    """Show how an article is understood: title, sections, paragraphs, captions.

    Look here first when a heading was missed or a caption is read as prose.
    """
    document = oped_audio.outline(file, given({"book.language": language}))
    if as_json:
        typer.echo(json.dumps(_document(document), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_tree(document)))


def _document(document: "Document") -> dict[str, Any]:
    return {
        **{key: getattr(document, key) for key in ("title", "standfirst", "byline", "language")},
        "sections": [
            {
                "id": section.id,
                "role": section.role,
                "heading": section.heading,
                "blocks": [{**asdict(block), "text": block.text} for block in section.blocks],
            }
            for section in document.sections
        ],
    }


def _tree(document: "Document") -> Iterator[str]:
    yield document.title
    if document.standfirst:
        yield f"  standfirst: {_short(document.standfirst)}"
    if document.byline:
        yield f"  byline: {document.byline}"
    yield f"  language: {document.language}"
    for section in document.sections:
        yield f"{section.id} {section.role}: {section.heading or '(no heading)'}"
        for block in section.blocks:
            yield f"  {block.id} {block.kind}: {_text(block)}"


def _text(block: "Block") -> str:
    caption = getattr(block, "caption", None)
    if caption is None:
        return _short(block.text)
    credit = getattr(block, "credit", None)
    return f"{_short(caption)}" + (f" [credit: {credit}]" if credit else "")


def _short(text: str) -> str:
    return text if len(text) <= 72 else f"{text[:71].rstrip()}…"
