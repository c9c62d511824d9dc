"""Write small sources as their publishers write them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.sources import Rejected, read_source

SURAN = {
    "id": "163915", "name": "Şūrān", "ascii": "Suran", "names": "Souran,صوران,Suran,Сӯран",
    "lat": "35.29190", "lon": "36.74850", "class": "P", "code": "PPLA3", "country": "SY",
    "admin1": "05", "admin2": "0503", "population": "29100",
}  # fmt: skip
ORDER = (
    "id", "name", "ascii", "names", "lat", "lon", "class", "code", "country", "cc2", "admin1",
    "admin2", "admin3", "admin4", "population", "elevation", "dem", "zone", "date",
)  # fmt: skip


def geonames_row(**changes: str) -> str:
    cells = SURAN | changes
    return "\t".join(cells.get(column, "") for column in ORDER)


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path, **told: Any) -> tuple[list[GazetteerEntry], list[Rejected]]:
    rejected: list[Rejected] = []
    return list(read_source(path, reject=rejected.append, **told)), rejected


def texts(entry: GazetteerEntry) -> list[str]:
    return [toponym.text for toponym in entry.toponyms]
