"""Whether this machine holds what frontmap needs."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from frontmap.doctor.finding import Finding, note, ok, wrong

__all__ = ["EXTRAS", "check_installation", "lacking", "problem_of_folder"]

EXTRAS = {
    "dask": "many reports read on a cluster",
    "export": "pictures, written reports and GeoParquet",
    "model": "claims read by a language model",
    "osm": "places from OpenStreetMap extracts",
    "postgres": "places shared in PostgreSQL",
    "refresh": "feeds and pages on the net",
}
"""What each extra gives."""

_OLDEST = (3, 11)
_REQUIREMENT = re.compile(
    r"""(?P<name>[\w.-]+)(?:\[[^\]]*\])?\s*(?:>=(?P<least>[\d.]+))?"""
    r"""(?:[^;]*;.*?extra\s*==\s*['"](?P<extra>[\w-]+)['"])?"""
)


def check_installation() -> Iterator[Finding]:
    """Check Python, the libraries, the extras, the user's folder and the added gazetteers."""
    yield _python()
    yield _libraries()
    for extra, gives in EXTRAS.items():
        missing = lacking(extra)
        if missing:
            way = f"for {gives}, run: pip install 'frontmap[{extra}]'"
            yield note(f"extra {extra}", f"lacks {', '.join(missing)}; {way}")
        else:
            yield ok(f"extra {extra}", f"gives {gives}")
    yield _home()
    yield from _gazetteers()


def lacking(extra: str = "") -> list[str]:
    """Return what an extra, or frontmap without extras, needs and has not, or has too old."""
    missing = []
    for line in requires("frontmap") or ():
        told = _REQUIREMENT.match(line)
        if told is None or (told["extra"] or "") != extra:
            continue
        try:
            has = version(told["name"])
        except PackageNotFoundError:
            missing.append(told["name"])
            continue
        if _numbers(has) < _numbers(told["least"] or ""):
            missing.append(f"{told['name']} {told['least']} (has {has})")
    return missing


def problem_of_folder(folder: Path) -> str:
    """Return why a folder, which need not be there yet, cannot be written; empty where it can."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        with tempfile.TemporaryFile(dir=place):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _python() -> Finding:
    import sqlite3

    from frontmap import __version__

    has = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST:
        return wrong("python", f"is {has}; frontmap needs {'.'.join(map(str, _OLDEST))} or newer")
    return ok("python", f"{has}, with frontmap {__version__} and SQLite {sqlite3.sqlite_version}")


def _libraries() -> Finding:
    try:
        missing = lacking()
    except PackageNotFoundError:
        return wrong("libraries", "frontmap is not installed; run: pip install frontmap")
    if missing:
        way = "run: pip install --upgrade frontmap"
        return wrong("libraries", f"lacks {', '.join(missing)}; {way}")
    return ok("libraries", "all there")


def _home() -> Finding:
    from gazetteer.homes.world import user_folder

    folder = user_folder().parent
    problem = problem_of_folder(folder)
    if problem:
        way = "open it, or set FRONTMAP_HOME to another"
        return wrong("home", f"{folder} cannot be written ({problem}); {way}")
    return ok("home", f"{folder} can be written")


def _gazetteers() -> Iterator[Finding]:
    from gazetteer.adding.sets import installed

    added = installed()
    if not added:
        told = "only the shipped towns; add a country's villages with: frontmap gazetteer add UA"
        yield note("gazetteers", told)
    for one in added:
        if one.problem:
            yield wrong(f"gazetteer {one.name}", one.problem)
        else:
            yield ok(f"gazetteer {one.name}", f"{one.entries:,} places")


def _numbers(told: str) -> tuple[int, ...]:
    head = re.match(r"\d+(?:\.\d+)*", told)
    return tuple(map(int, head[0].split("."))) if head else ()
