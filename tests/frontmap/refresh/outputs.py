"""Every form of output of a situation, and all that can be read out of each of its bytes."""

from __future__ import annotations

import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pyarrow.parquet as pq
import shapely
from pypdf import PdfReader

from claims.situation import Situation
from claims.written.files import FORMATS, format_claims, format_figures
from maps.compose import draw
from maps.export import PICTURES, REPORTS, SUFFIXES, export
from maps.land.mercator import projected
from maps.packed.pack import unpack
from maps.tables.csv_rows import CsvColumns

__all__ = ["NUMBER", "Read", "read", "written"]

NUMBER = re.compile(r"[-+]?\d+\.\d+")
Read = tuple[str, np.ndarray]
"""The text of a file, and its coordinates: rows of longitude and latitude in degrees."""


def written(situation: Situation, folder: Path, *, pictures: bool = True) -> list[Path]:
    """Write a situation in every form there is, or in those that hold no picture."""
    pages = {
        "page.html": draw(situation),
        "full.html": draw(situation, full_text=True),
        "embed.html": draw(situation, form="embed"),
    }
    made = {name: front.to_html().encode() for name, front in pages.items()}
    for suffix in SUFFIXES if pictures else set(SUFFIXES) - {*PICTURES, *REPORTS}:
        exported = export(situation, name=f"claims{suffix}", width_px=400)
        made |= {f"claims{suffix}": exported.content, **exported.beside}
    for columns in (CsvColumns.ACLED, CsvColumns.UCDP):
        made[f"{columns}.csv"] = export(situation, name="c.csv", columns=columns).content
    made |= {f"listed.{form}": format_claims(situation, form).encode() for form in FORMATS}
    made["figures.jsonl"] = format_figures(situation).encode()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in made]


def read(path: Path) -> Read:
    """Read all text and all coordinates out of a file, also what is packed in it."""
    content = path.read_bytes()
    texts, spots = [*_texts(path, content)], [np.empty((0, 2)), *_spots(path, content)]
    return "\n".join(texts), np.concatenate(spots)


def _texts(path: Path, content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", "ignore")
    # SVG and Markdown put a word on several lines, and JSON writes letters as numbers.
    yield re.sub(r"<[^>]*>|\\u[0-9a-f]{4}", "", content.decode("utf-8", "ignore"))
    match path.suffix:
        case ".html":
            head, _, texts = _packed(content)
            yield json.dumps(head, ensure_ascii=False)
            yield from texts
        case ".png":
            yield from _png(content)
        case ".pdf":
            document = PdfReader(io.BytesIO(content))
            yield from (page.extract_text() for page in document.pages)
            yield str(document.metadata)
        case ".docx":
            with zipfile.ZipFile(io.BytesIO(content)) as members:
                for name in members.namelist():
                    yield name
                    yield from _texts(Path(name), members.read(name))
        case ".gpkg":
            with closing(sqlite3.connect(path)) as database:
                yield "\n".join(map(str, database.iterdump()))
        case ".parquet":
            table = pq.read_table(path)
            yield str(table.drop_columns("geometry").to_pylist())
            yield str(table.schema.metadata)


def _packed(content: bytes) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    (packed,) = re.findall(rb'id="fm-data"[^>]*>([^<]*)</script>', content)
    return unpack(packed.decode())


def _corners(head: dict[str, Any], columns: dict[str, Any]) -> np.ndarray:
    """Return the points of all shapes on a page, which stand as steps on web Mercator's square."""
    centres = np.column_stack([columns["site.lon"], columns["site.lat"]])
    starts = np.repeat(projected(centres, head["scale"]), columns["site.paths"], axis=0)
    steps = np.column_stack([columns["path.x"], columns["path.y"]])
    firsts = np.cumsum(columns["path.points"]) - columns["path.points"]
    summed = np.cumsum(steps, axis=0)
    before = np.repeat(summed[firsts] - steps[firsts] - starts, columns["path.points"], axis=0)
    x, y = ((summed - before) / head["steps"]).T
    return np.column_stack([360 * x - 180, np.degrees(np.arctan(np.sinh((0.5 - y) * 2 * np.pi)))])


def _png(content: bytes) -> Iterator[str]:
    at = 8
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + size]
        if kind in (b"tEXt", b"iTXt", b"zTXt"):
            yield body.decode("utf-8", "ignore")
            packed = body.find(b"x\x9c")
            if packed >= 0:
                yield zlib.decompress(body[packed:]).decode("utf-8", "ignore")
        at += size + 12


def _spots(path: Path, content: bytes) -> Iterator[np.ndarray]:
    match path.suffix:
        case ".html":
            head, columns, _ = _packed(content)
            for name in ("site", "anchor", "tail"):
                spots = np.column_stack([columns[f"{name}.lon"], columns[f"{name}.lat"]])
                yield spots / head["scale"]
            yield _corners(head, columns)
            yield np.array([town["at"] for town in head["towns"]]).reshape(-1, 2) / head["scale"]
            for route in head["routes"]:
                for steps in route["paths"]:
                    yield np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / head["scale"]
        case ".gpkg":
            yield shapely.get_coordinates(gpd.read_file(path, layer="claims").geometry.dropna())
        case ".parquet":
            yield shapely.get_coordinates(gpd.read_parquet(path).geometry.dropna())
        case ".geojson" | ".jsonl" | ".json":
            text = content.decode()
            pairs = re.findall(r"\[\s*([-\d.]+),\s*([-\d.]+)\s*\]", text)
            named = re.findall(r'"lon": ([-\d.]+)[^{}]*?"lat": ([-\d.]+)', text)
            yield np.array([*pairs, *named], dtype=float).reshape(-1, 2)
            turned = re.findall(r'"lat": ([-\d.]+), "lon": ([-\d.]+)', text)
            yield np.array(turned, dtype=float).reshape(-1, 2)[:, ::-1]
        case ".kml":
            pairs = re.findall(r"([-\d.]+),([-\d.]+)(?:,[-\d.]+)?(?=[\s<])", content.decode())
            yield np.array(pairs, dtype=float).reshape(-1, 2)
