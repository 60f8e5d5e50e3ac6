"""``oped-audio outline FILE``: what the program takes an article to consist of."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

import oped_audio
from oped_audio.cli.options import Json, Language, given

if TYPE_CHECKING:
    from oped_audio.model.document import Block, Document
    from oped_audio.model.reading import Reading

_FACTS = (
    "title", "kicker", "standfirst", "byline", "dateline", "date", "language", "publisher",
    "rights", "source",
)  # fmt: skip


def outline(
    file: Annotated[
        str, typer.Argument(help="The article: a file, a web address, or -.", show_default=False)
    ],
    language: Language = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every piece why it was taken for what it is.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show how an article is understood: title, sections, captions, and what is left out.

    Look here first when a heading was missed or a caption is read as prose. What is wrong can be
    put right in oped.toml, in its table named reading.
    """
    reading = oped_audio.outline(file, given({"book.language": language}))
    if as_json:
        typer.echo(json.dumps(_as_dict(reading, explain=explain), ensure_ascii=False, indent=2))
        return
    typer.echo("\n".join(_tree(reading.document)))
    if explain:
        typer.echo("\n".join(["", "why:", *_reasons(reading)]))
    elif reading.left_out:
        typer.echo("\n".join(["left out:", *_left_out(reading)]))
    for finding in reading.findings:
        typer.echo(f"{finding.severity}: {finding.place}: {finding.message}; {finding.remedy}")


def _as_dict(reading: "Reading", *, explain: bool) -> dict[str, Any]:
    document = reading.document
    return {
        **{name: getattr(document, name) for name in _FACTS},
        "sections": [
            {
                "id": section.id,
                "role": section.role,
                "heading": section.heading,
                "level": section.level,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in document.sections
        ],
        "left_out": [asdict(decision) for decision in reading.left_out],
        "findings": [asdict(finding) for finding in reading.findings],
        **({"decisions": [asdict(decision) for decision in reading.decisions]} if explain else {}),
    }


def _block(block: "Block") -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(asdict(block), default=str))
    return {**told, "text": block.text}


def _tree(document: "Document") -> Iterator[str]:
    yield document.title
    for name in _FACTS[1:]:
        if value := getattr(document, name):
            yield f"  {name}: {_short(value)}"
    for section in document.sections:
        indent = "  " * (section.level - 1)
        yield f"{indent}{section.id} {section.role}: {section.heading or '(no heading)'}"
        for block in section.blocks:
            yield f"{indent}  {block.id} {block.kind}: {_text(block)}"


def _reasons(reading: "Reading") -> Iterator[str]:
    for decision in reading.decisions:
        yield f"  {decision.place} {decision.kind}: {_short(decision.text)}"
        if decision.reason:
            yield f"      {decision.reason}"


def _left_out(reading: "Reading") -> Iterator[str]:
    for decision in reading.left_out:
        yield f"  {decision.place}: {_short(decision.text)} ({decision.reason})"


def _text(block: "Block") -> str:
    image = getattr(block, "image", None)
    pictured = f" [picture: {_short(image.alternative or 'no description')}]" if image else ""
    caption = getattr(block, "caption", None)
    if caption is None:
        return f"{_short(block.text)}{pictured}"
    credit = getattr(block, "credit", None)
    return f"{_short(caption)}{f' [credit: {credit}]' if credit else ''}{pictured}"


def _short(text: str) -> str:
    line = " / ".join(text.split("\n"))
    return line if len(line) <= 72 else f"{line[:71].rstrip()}…"
