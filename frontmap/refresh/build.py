"""The outputs of a project, built in a folder beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims.situation import Situation
from frontmap.refresh.project import Form, Output, Project

__all__ = ["Built", "build"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A file that is ready to take its place.

    Parameters
    ----------
    name
        Where it belongs, relative to the project folder.
    staged
        Where it lies.
    """

    name: str
    staged: Path
    sha256: str
    size_bytes: int


def build(
    project: Project,
    situation: Situation,
    *,
    into: Path,
    records: Iterable[Mapping[str, Any]],
    changes: Mapping[Form, bytes],
) -> tuple[Built, ...]:
    """Write every output of a project into a folder that nobody reads.

    Parameters
    ----------
    records
        Those of all claims, for outputs in JSON Lines.
    changes
        What changed since the last publication, in each form.
    """
    from frontmap.output import write_bytes

    rows = list(records)
    built: list[Built] = []
    for output in project.outputs:
        for path, content in _files(project, output, situation, rows, changes):
            name = path.relative_to(project.folder).as_posix()
            staged = into / f"{len(built):03d}{path.suffix}"
            size = write_bytes(staged, content)
            digest = sha256(content).hexdigest()
            built.append(Built(name=name, staged=staged, sha256=digest, size_bytes=size))
    return tuple(built)


def _files(
    project: Project,
    output: Output,
    situation: Situation,
    records: list[Mapping[str, Any]],
    changes: Mapping[Form, bytes],
) -> Iterator[tuple[Path, bytes]]:
    if output.changes:
        yield output.path, changes[output.form]
    elif output.form is Form.JSONL:
        lines = (json.dumps(r, ensure_ascii=False, allow_nan=False) for r in records)
        yield output.path, "".join(f"{line}\n" for line in lines).encode()
    elif output.form is Form.HTML:
        yield output.path, _page(project, output, situation)
    else:
        yield from _exported(project, output, situation)


def _page(project: Project, output: Output, situation: Situation) -> bytes:
    from maps import draw

    front = draw(situation, title=project.title, full_text=output.full_text)
    return front.to_html().encode()


def _exported(
    project: Project, output: Output, situation: Situation
) -> Iterator[tuple[Path, bytes]]:
    from maps.export import export
    from maps.tables.csv_rows import CsvColumns

    made = export(
        situation,
        name=output.path.name,
        title=project.title,
        width_px=output.width_px,
        columns=CsvColumns(output.columns),
    )
    for name, content in made.beside.items():
        yield output.path.with_name(name), content
    yield output.path, made.content
