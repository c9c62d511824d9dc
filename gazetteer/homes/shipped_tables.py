"""Archives of one table per country that are shipped with the package."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from importlib.resources import as_file, files

from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.towns import WORLD

__all__ = ["country_lines", "table_mark"]


def country_lines(name: str, country: str) -> Iterator[tuple[str, str]]:
    """Give a country's lines with its code, or those of all for ``WORLD``; there may be none."""
    with _archive(name) as archive:
        for part in _members(archive, country):
            for line in archive.read(part).decode("utf-8").splitlines():
                yield part.filename.partition(".")[0], line


def table_mark(name: str, country: str) -> int:
    """Return what changes with a country's lines."""
    with _archive(name) as archive:
        return sum(part.CRC for part in _members(archive, country))


def _members(archive: zipfile.ZipFile, country: str) -> list[zipfile.ZipInfo]:
    name = f"{country}.tsv"
    return [part for part in archive.infolist() if country == WORLD or part.filename == name]


def _archive(name: str) -> zipfile.ZipFile:
    with as_file(files("gazetteer").joinpath("data", name)) as path:
        try:
            return zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise GazetteerDamagedError(path, "cannot be read; install frontmap again") from error
