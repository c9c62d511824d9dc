"""A map for other pages: its file, its picture, and the element to paste on standard output."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from frontmap.output import check_writable, is_stdout, write_bytes, write_text

if TYPE_CHECKING:
    from claims.situation import Situation
    from maps.compose import Form, FrontMap
    from maps.embed import Picture

__all__ = ["form_of", "write_embedded"]


def form_of(out: Path, *, embed: bool, still: bool, no_time: bool) -> Form:
    """Return the form that the options ask for, before any long work.

    Raises
    ------
    typer.BadParameter
        For options that need ``--embed``, and a picture that has no place to stand.
    ExtraMissingError
        Where the library that draws the picture is not installed.
    OutputError
        Where the picture could not be written.
    """
    if not embed:
        for name in [name for name, given in (("--still", still), ("--no-time", no_time)) if given]:
            raise typer.BadParameter(f"{name} is for embedded maps; give --embed too")
        return "page"
    if still:
        from maps.export import require

        if is_stdout(out):
            raise typer.BadParameter("--still writes a file beside the map; name one with -o")
        require(_picture_of(out).name)
        check_writable(_picture_of(out))
    return "embed-untimed" if no_time else "embed"


def _picture_of(out: Path) -> Path:
    return out.with_name(f"{out.name}.png")  # no name that a picture of its own could have


def write_embedded(front: FrontMap, situation: Situation, out: Path, *, still: bool) -> int:
    """Write a map and its picture, print the element to paste, and return the map's size in bytes.

    With ``-`` nothing is written and the whole map stands in the element.
    """
    from maps.embed import element

    if is_stdout(out):
        return write_text(out, element(front, src=None))
    picture = _write_picture(front, situation, out) if still else None
    size = write_text(out, front.to_html())
    typer.echo(element(front, src=out.name, still=picture), nl=False)
    return size


def _write_picture(front: FrontMap, situation: Situation, out: Path) -> Picture:
    from maps.embed import Picture, alt_text
    from maps.export import export

    path = _picture_of(out)
    content = export(situation, name=path.name, title=front.title, theme=front.theme).content
    write_bytes(path, content)
    width_px, height_px = struct.unpack(">II", content[16:24])  # the first chunk of every PNG
    return Picture(
        name=path.name,
        alt=alt_text(situation, title=front.title, tongue=front.theme.tongue),
        width_px=width_px,
        height_px=height_px,
    )
