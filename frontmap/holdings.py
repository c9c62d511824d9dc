"""What the gazetteers hold, as rows for a reader and for a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gazetteer.adding.sets import InstalledSet
    from gazetteer.homes.found import Holding

__all__ = ["held", "held_line", "listed"]


def listed() -> Iterator[dict[str, Any]]:
    """Give one row for each theatre, for the world's towns, and each gazetteer added or shared."""
    from claims.sides.theatre_files import load_theatre, theatre_names
    from gazetteer.adding.sets import installed
    from gazetteer.files import read_theatre_entries
    from gazetteer.homes.shared import shared_sets
    from gazetteer.homes.towns import country_rows

    for name in theatre_names():
        theatre = load_theatre(name)
        entries = read_theatre_entries(theatre.folder) if theatre.folder else ()
        towns = f"the towns of {', '.join(theatre.countries)}"
        if entries:
            yield _row(name, "curated places", len(entries), f"and {towns}")
        else:
            yield _row(name, "theatre", 0, f"with {towns}")
    countries = f"of {len(country_rows())} countries, from GeoNames and geoBoundaries (CC BY 4.0)"
    yield _row("world", "towns, provinces and districts", 0, countries)
    for one in installed():
        yield _added_row(one)
    for shared in shared_sets():
        told = f"from {shared.source} ({shared.licence})"
        yield _row(shared.name, "places shared", shared.rows, told)


def held(name: str, progress: Callable[[str, float], None] | None) -> Iterator[dict[str, Any]]:
    """Give one row for each part of a theatre or a country, and for each source added to it.

    Raises
    ------
    PlaceNotFoundError
        There is no such theatre or country.
    """
    from gazetteer.adding.sets import NotInstalledError, installed_set

    for holding in _holdings(name, progress):
        if holding.rows:
            yield _record(holding)
    try:
        added = installed_set(name.upper())
    except NotInstalledError:
        return
    yield from _added_records(added)


def held_line(row: dict[str, Any]) -> str:
    """Return a row of ``held`` for a reader."""
    if problem := row.get("problem"):
        return f"{row['name']:<10}{problem}"
    size = f", {row['size_bytes'] / 1e6:.1f} MB" if row.get("size_bytes") else ""
    told = f" of {row['dated']}" if row.get("dated") else ""
    read = f", read from {row['origin']}{told}" if row.get("origin") else ""
    rejected = f", {row['rejected']:,} rejected" if row.get("rejected") else ""
    source = f"from {row['source']} ({row['licence']})"
    return f"{row['name']:<10}{row['places']:>8,} places {source}{size}{read}{rejected}"


def _row(name: str, kind: str, places: int, countries: str) -> dict[str, Any]:
    return {"name": name, "kind": kind, "places": places, "countries": countries}


def _added_row(one: InstalledSet) -> dict[str, Any]:
    if one.problem:
        kind = "of another version" if "version" in one.problem else "damaged"
        advice = f"renew {one.name}, or else add it again"
        return _row(one.name, kind, 0, advice) | {"problem": one.problem}
    told = [f"{part.label} ({', '.join(part.licences)})" for part in one.parts]
    return _row(one.name, "places added", one.entries, f"from {'; '.join(told)}") | {
        "sources": [part.record() for part in one.parts],
        "size_bytes": one.size_bytes,
        "path": str(one.path),
    }


def _holdings(name: str, progress: Callable[[str, float], None] | None) -> tuple[Holding, ...]:
    from claims.assess import open_gazetteer
    from claims.sides.theatre_files import load_theatre, theatre_names
    from gazetteer.index import Gazetteer

    if name in theatre_names():
        return open_gazetteer(load_theatre(name), progress=progress).describe()
    code = name if name == "world" else name.upper()
    return Gazetteer(countries=[code], progress=progress).describe()


def _record(holding: Holding) -> dict[str, Any]:
    return {
        "name": holding.name,
        "places": holding.rows,
        "source": holding.source,
        "licence": holding.licence,
        "size_bytes": holding.size_bytes,
    }


def _added_records(added: InstalledSet) -> Iterator[dict[str, Any]]:
    if added.problem:
        yield {"name": added.name, "places": 0, "problem": added.problem}
    for part in added.parts:
        yield {
            "name": f"{added.name}+",
            "places": part.rows,
            "source": "; ".join(part.sources),
            "licence": "; ".join(part.licences),
            "label": part.label,
            "origin": part.origin,
            "dated": part.dated,
            "rejected": part.rejected,
            "elsewhere": part.elsewhere,
        }
