"""Add a country's gazetteer from a file or an address: whole, or as if nothing had been tried."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from gazetteer.adding.conflate import conflate
from gazetteer.adding.mirrors import country_code, origin_name, origin_of
from gazetteer.adding.obtain import date_in, obtained
from gazetteer.adding.parts import Part, part_file, part_rows, write_rows
from gazetteer.adding.sets import NotInstalledError, about_of, changing, installed_set, keep_parts
from gazetteer.entry import GazetteerEntry
from gazetteer.homes.index_file import Progress, build_index
from gazetteer.homes.shared import share
from gazetteer.homes.towns import towns
from gazetteer.homes.world import set_path
from gazetteer.sources import Rejected, read_source
from gazetteer.web.download import Limits
from geo.errors import FrontmapError

__all__ = ["Added", "UselessSourceError", "install", "renew"]

_SHOWN_ROWS = 5
_FETCHED = "fetched"
_MOST_IN_MEMORY = 100_000


class UselessSourceError(FrontmapError, ValueError):
    """A file that can be read, but has nothing for the gazetteer that it was given for."""

    def __init__(self, origin: str, problem: str) -> None:
        self.origin = origin
        super().__init__(f"{origin}: {problem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a source did.

    Parameters
    ----------
    name, path
        The gazetteer and its index.
    part
        What was added.
    shown
        The first few rows that could not be read.
    replaced
        Rows of the same label that it took the place of.
    merged
        Rows, of all sources and of the shipped towns, that became one entry with another.
    entries
        What the gazetteer holds now.
    damage
        What was wrong with the old index, so that its other sources are gone; empty for nothing.
    """

    name: str
    path: Path
    part: Part
    shown: tuple[Rejected, ...]
    replaced: int
    merged: int
    entries: int
    damage: str = ""


@dataclass(slots=True)
class _Rejections:
    """Counts the rows that could not be read and keeps the first few."""

    count: int = 0
    shown: list[Rejected] = field(default_factory=list)

    def add(self, row: Rejected) -> None:
        self.count += 1
        if len(self.shown) < _SHOWN_ROWS:
            self.shown.append(row)


def install(
    name: str,
    origin: str | None = None,
    *,
    form: str | None = None,
    licence: str = "",
    source: str = "",
    beside: Sequence[Path] = (),
    sha256: str = "",
    home: Path | None = None,
    progress: Progress | None = None,
    waiting: Callable[[], object] | None = None,
    limits: Limits | None = None,
) -> Added:
    """Add a source to a country's gazetteer, making the gazetteer where there is none.

    Rows of other countries are left out. Rows of other sources and the shipped towns of the country
    are kept, and rows about the same place become one entry. What was added before under the same
    label is replaced. Until all is done the old gazetteer stays as it is.

    Parameters
    ----------
    name
        ISO 3166-1 alpha-2 code of the country.
    origin
        Address, file or folder; None for GeoNames' file of the country.
    form, licence, source, beside
        As for ``gazetteer.sources.read_source``. ``source`` is the label as well; without it the
        label is the file's name.
    sha256
        Digest that the file must have, empty for any.
    home
        Folder for the gazetteers; ``$FRONTMAP_HOME`` or the user's data folder where None.
    progress
        Called with what is being done and the share that is done.
    waiting
        Called once where another process is adding at the moment.
    limits
        For fetching.

    Raises
    ------
    PlaceNotFoundError
        No such country.
    OriginError, UselessSourceError, GazetteerFormatError
        An address or a file that nothing can be added from.
    SourceUnavailableError
        It cannot be fetched.
    GazetteerBusyError
        Another process is adding.
    GazetteerDamagedError
        The folder cannot be written, or its disk is full.

    Notes
    -----
    Where the user has chosen a database, the gazetteer is loaded into it as well.
    """
    code = country_code(name)
    found = origin_of(code, origin)
    telling = progress or _say_nothing
    rejections = _Rejections()
    with changing(home, waiting) as folder:
        with obtained(found, folder / _FETCHED, telling, limits, sha256) as file:
            telling(f"reading {file.name}", 0.0)
            rows = read_source(
                file, reject=rejections.add, form=form, country=code, licence=licence,
                source=source, beside=beside,
            )  # fmt: skip
            part = replace(
                _part(folder, code, rows, rejections, origin_name(found)),
                label=source or file.name,
                dated=date_in(file),
            )
            telling(f"reading {file.name}", 1.0)
        old, damage = _old_parts(code, home)
        kept = [one for one in old if one.label != part.label]
        parts = sorted([*kept, part], key=lambda one: one.label)
        rows_before, entries = _build(code, folder, parts, home, telling)
        _sweep(folder, code, parts)
    return Added(
        name=code,
        path=set_path(code, home),
        part=part,
        shown=tuple(rejections.shown),
        replaced=sum(one.rows for one in old) - sum(one.rows for one in kept),
        merged=rows_before - entries,
        entries=entries,
        damage=damage,
    )


def renew(
    name: str,
    *,
    home: Path | None = None,
    progress: Progress | None = None,
    waiting: Callable[[], object] | None = None,
) -> int:
    """Make a gazetteer's index again from the rows that are kept beside it; return its entries.

    For an index that is damaged, or that another version of frontmap made. Nothing is fetched.

    Raises
    ------
    NotInstalledError
        Nothing was added under this name, or its rows are gone; others as for :func:`install`.
    """
    code = country_code(name)
    with changing(home, waiting) as folder:
        kept = installed_set(code, home).parts
        if not kept:
            raise NotInstalledError(code)
        return _build(code, folder, kept, home, progress or _say_nothing)[1]


def _say_nothing(_what: str, _share: float) -> None:
    pass


def _part(
    folder: Path, code: str, rows: Iterator[GazetteerEntry], rejections: _Rejections, origin: str
) -> Part:
    elsewhere: Counter[str] = Counter()
    written = write_rows(folder, code, _inside(code, rows, elsewhere))
    if not written.rows:
        part_file(folder, code, written.digest).unlink()
        raise UselessSourceError(origin, _why_useless(code, rejections, elsewhere))
    return Part(
        label="",
        origin=origin,
        sources=written.sources,
        licences=written.licences,
        rows=written.rows,
        rejected=rejections.count,
        elsewhere=elsewhere.total(),
        digest=written.digest,
    )


def _inside(
    code: str, rows: Iterator[GazetteerEntry], elsewhere: Counter[str]
) -> Iterator[GazetteerEntry]:
    """Give the rows of the country and count those of others."""
    for row in rows:
        if row.country == code:
            yield row
        else:
            elsewhere[row.country] += 1


def _why_useless(code: str, rejections: _Rejections, elsewhere: Counter[str]) -> str:
    if elsewhere:
        most = ", ".join(country for country, _ in elsewhere.most_common(3))
        return f"holds no place of {code}; its rows say {most}, so add them there"
    if rejections.shown:
        first = rejections.shown[0]
        return (
            f"none of its {rejections.count} rows can be read; "
            f"row {first.line_or_item} {first.problem}"
        )
    return "holds no rows; check the file"


def _old_parts(code: str, home: Path | None) -> tuple[tuple[Part, ...], str]:
    """Return the parts that the gazetteer has so far, and why there are none if there were."""
    try:
        old = installed_set(code, home)
    except NotInstalledError:
        return (), ""
    return old.parts, "" if old.parts else old.problem


def _build(
    code: str, folder: Path, parts: Sequence[Part], home: Path | None, progress: Progress
) -> tuple[int, int]:
    """Make the index and put it in the place of the old one; return rows and entries."""
    rows = _Rows(
        [part_file(folder, code, part.digest) for part in parts],
        tuple(towns(code)),
    )
    made = folder / f".{code}.part"
    about, most = about_of(code, tuple(parts)), sum(part.rows for part in parts) + len(rows.towns)
    # Rows in memory need not be unpacked twice; those of a continent do not fit.
    walked = tuple(rows) if most <= _MOST_IN_MEMORY else rows
    try:
        entries = build_index(made, conflate(walked), about=about, progress=progress, expected=most)
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        # First, for where the database refuses nothing is to have changed.
        share(code, conflate(walked), about=about, progress=progress, expected=most)
        keep_parts(folder, code, tuple(parts))
        made.replace(set_path(code, home))
    finally:
        made.unlink(missing_ok=True)
    return most, entries


class _Rows:
    """The rows of all parts and the shipped towns, to be walked more than once."""

    def __init__(self, files: Sequence[Path], towns: tuple[GazetteerEntry, ...]) -> None:
        self._files, self.towns = files, towns

    def __iter__(self) -> Iterator[GazetteerEntry]:
        yield from chain.from_iterable(part_rows(file) for file in self._files)
        yield from self.towns


def _sweep(folder: Path, code: str, parts: Sequence[Part]) -> None:
    """Remove rows of this gazetteer that no part of it names any longer."""
    used = {part_file(folder, code, part.digest) for part in parts}
    for rows in folder.glob(part_file(folder, code, "*").name):
        if rows not in used:
            rows.unlink()
