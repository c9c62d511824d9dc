"""The outputs of a project, built in a folder beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.editions.changes import Changes
from claims.situation import Situation
from frontmap.refresh.project import Form, Output, Project

if TYPE_CHECKING:
    from maps.looks.theme import Theme

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
    changes: Changes,
    still: Callable[[str], bool],
    told: bool,
    moment: datetime,
    tell: Callable[[str], None],
) -> tuple[Built, ...]:
    """Write every output of a project into a folder that nobody reads.

    Parameters
    ----------
    records
        Those of all claims, for outputs in JSON Lines.
    changes
        What changed since the last publication.
    still
        Tells of the words of an earlier entry of a feed whether they may be told still.
    told
        Whether maps tell it as well; a first map does not say that all of it is new.
    moment
        When it is published, aware.
    tell
        Called with one line for everything a person should know.
    """
    from frontmap.output import write_bytes

    make = _Making(
        project, situation, list(records), changes, still, told, moment, tell, _theme(project)
    )
    built: list[Built] = []
    for output in project.outputs:
        for path, content in make.files(output):
            name = path.relative_to(project.folder).as_posix()
            staged = into / f"{len(built):03d}{path.suffix}"
            size = write_bytes(staged, content)
            digest = sha256(content).hexdigest()
            built.append(Built(name=name, staged=staged, sha256=digest, size_bytes=size))
    return tuple(built)


def _theme(project: Project) -> Theme:
    from maps.looks.theme import Theme
    from maps.wording.language import language

    return Theme(tongue=language(project.language))


@dataclass(frozen=True, slots=True)
class _Making:
    """What the outputs of one publication are made of."""

    project: Project
    situation: Situation
    records: list[Mapping[str, Any]]
    changes: Changes
    still: Callable[[str], bool]
    told: bool
    moment: datetime
    tell: Callable[[str], None]
    theme: Theme

    def files(self, output: Output) -> Iterator[tuple[Path, bytes]]:
        """Yield the files of one output: what belongs beside it first."""
        if output.changes:
            yield output.path, self._changes(output)
        elif output.form is Form.JSONL:
            lines = (json.dumps(r, ensure_ascii=False, allow_nan=False) for r in self.records)
            yield output.path, "".join(f"{line}\n" for line in lines).encode()
        elif output.form is Form.HTML:
            yield output.path, self._page(output)
        else:
            yield from self._exported(output)

    def _changes(self, output: Output) -> bytes:
        from frontmap.refresh.changed import changes_file

        return changes_file(
            self.project,
            output,
            self.changes,
            theme=self.theme,
            moment=self.moment,
            still=self.still,
            tell=self.tell,
        )

    def _page(self, output: Output) -> bytes:
        from maps import draw

        front = draw(
            self.situation,
            title=self.project.title,
            full_text=output.full_text,
            form="embed" if output.embed else "page",
            theme=self.theme,
            changes=self.changes if self.told else None,
        )
        return front.to_html().encode()

    def _exported(self, output: Output) -> Iterator[tuple[Path, bytes]]:
        from maps.export import export
        from maps.tables.csv_rows import CsvColumns

        made = export(
            self.situation,
            name=output.path.name,
            title=self.project.title,
            width_px=output.width_px,
            columns=CsvColumns(output.columns),
            theme=self.theme,
        )
        for name, content in made.beside.items():
            yield output.path.with_name(name), content
        yield output.path, made.content
