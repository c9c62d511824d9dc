"""Archives of one table per country that are shipped with the package."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from gazetteer.homes.shipped_files import shipped_archive
from gazetteer.homes.towns import WORLD

__all__ = ["country_lines", "table_mark"]


def country_lines(name: str, country: str) -> Iterator[tuple[str, str]]:
    """Give a country's lines with its code, or those of all for ``WORLD``; there may be none."""
    archive = shipped_archive(name)
    for part in _members(archive, country):
        for line in archive.read(part).decode("utf-8").splitlines():
            yield part.filename.partition(".")[0], line


def table_mark(name: str, country: str) -> int:
    """Return what changes with a country's lines."""
    return sum(part.CRC for part in _members(shipped_archive(name), country))


def _members(archive: zipfile.ZipFile, country: str) -> list[zipfile.ZipInfo]:
    name = f"{country}.tsv"
    return [part for part in archive.infolist() if country == WORLD or part.filename == name]
