"""Whatever a file holds, reading it gives entries and rejects, or one error that says so."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.errors import GazetteerFormatError
from gazetteer.spellings.spelling import MAX_NAME_CHARS
from tests.gazetteer.sources.writing import SURAN, geonames_row, read, written, zipped

cell = st.text(max_size=20) | st.sampled_from(["0", "36.5", "-91", "nan", "1e999", "P", "SY", '"'])
value = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["Point", "Polygon", "LineString", "Feature", "Hama", 36.5, 10**30]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)  # fmt: skip


def read_bytes(content: bytes, name: str, **told: Any) -> None:
    with TemporaryDirectory() as folder:
        try:
            entries, rejected = read(written(Path(folder) / name, content), **told)
        except GazetteerFormatError:
            return
    assert all(row.line_or_item > 0 and row.problem for row in rejected)
    for entry in entries:
        for toponym in entry.toponyms:
            assert 0 < len(toponym.text) <= MAX_NAME_CHARS
            assert not {unicodedata.category(char) for char in toponym.text} & {"Cc", "Cf", "Cs"}


@given(changes=st.dictionaries(st.sampled_from(sorted(SURAN)), cell, max_size=6))
@example(changes={"lat": "9" * 400})
@example(changes={"id": "²"})
@example(changes={"code": "\u202e"})
def test_any_cells_of_a_dump(changes: dict[str, str]) -> None:
    row = geonames_row(**changes).encode(errors="surrogatepass")
    read_bytes(b"\n".join([geonames_row().encode(), row]), "SY.txt", form="geonames")


@given(rows=st.lists(st.lists(cell, max_size=6), max_size=4), delimiter=st.sampled_from(",;\t"))
def test_any_cells_of_a_table(rows: list[list[str]], delimiter: str) -> None:
    header = delimiter.join(("name", "lon", "lat", "radius_m", "population", "country"))
    text = "\n".join([header, *(delimiter.join(row) for row in rows)])
    read_bytes(text.encode(errors="surrogatepass"), "a.csv", source="s", licence="l")


@given(properties=st.dictionaries(
    st.sampled_from(["name", "id", "kind", "population", "radius_m", "admin", "aliases", "source"]),
    value, max_size=4,
), geometry=value, coordinates=value)  # fmt: skip
def test_any_feature(properties: dict[str, Any], geometry: Any, coordinates: Any) -> None:
    shapes = [geometry] + [
        {"type": kind, "coordinates": coordinates}
        for kind in ("Point", "LineString", "Polygon", "MultiPolygon", "MultiPoint")
    ]
    features = [{"properties": {"name": "x"} | properties, "geometry": one} for one in shapes]
    text = json.dumps({"features": features})
    read_bytes(text.encode(), "a.geojson", source="s", licence="l")


@given(changes=st.dictionaries(
    st.sampled_from([
        "wof:id", "wof:name", "wof:placetype", "iso:country", "geom:latitude", "geom:longitude",
        "mz:is_current", "wof:concordances", "wof:hierarchy", "name:eng_x_preferred",
        "edtf:deprecated", "gn:feature_class", "gn:feature_code", "wof:population", "src:geom",
    ]), value, max_size=5,
), geometry=value)  # fmt: skip
def test_any_place_of_whos_on_first(changes: dict[str, Any], geometry: Any) -> None:
    told = {"wof:id": 7, "wof:name": "Hama", "wof:placetype": "locality"} | changes
    feature = {"type": "Feature", "properties": told, "geometry": geometry}
    read_bytes(json.dumps(feature).encode(), "7.geojson")


@given(content=st.binary(max_size=300), form=st.none() | st.sampled_from(
    ["geonames", "csv", "geojson", "whosonfirst", "osm"]
))  # fmt: skip
def test_any_bytes(content: bytes, form: str | None) -> None:
    read_bytes(content, "a.bin", form=form, source="s", licence="l")


@given(at=st.integers(0, 400), byte=st.integers(0, 255), cut=st.integers(0, 400))
@example(at=392, byte=0, cut=0)
def test_any_damage_to_a_zip(at: int, byte: int, cut: int) -> None:
    with TemporaryDirectory() as folder:
        whole = bytearray(zipped(Path(folder) / "a.zip", {"SY.txt": geonames_row()}).read_bytes())
    whole[at % len(whole)] = byte
    read_bytes(bytes(whole), "SY.zip")
    read_bytes(bytes(whole[: cut % len(whole)]), "SY.zip")
