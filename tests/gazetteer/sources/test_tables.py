from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.sources import UnreadableSourceError
from tests.gazetteer.sources.writing import read, texts, written, zipped

TOLD = {"source": "field notes", "licence": "CC0"}
HEADER = (
    "id,name,aliases,lon,lat,feature_class,feature_code,radius_m,admin,country,population,"
    "source,licence,note\n"
)
FULL = (
    "hama,Hama,Hamah|حماة,36.7578,35.1318,P,PPLA,4000,Hama|Hama district,SY,460602,GeoNames 170017,"
    "CC BY 4.0,the city\n"
)


def table(folder: Path, text: str | bytes) -> Path:
    return written(folder / "My places.csv", text)


def test_a_full_row_becomes_an_entry(tmp_path: Path) -> None:
    entries, rejected = read(table(tmp_path, HEADER + FULL))
    entry = entries[0]
    assert rejected == []
    assert (entry.id, texts(entry)) == ("my-places:hama", ["Hama", "Hamah", "حماة"])
    assert [name.script for name in entry.toponyms] == ["Latn", "Latn", "Arab"]
    assert (entry.feature_class, entry.feature_code, entry.country) == ("P", "PPLA", "SY")
    assert (entry.footprint.lon, entry.footprint.lat) == (36.7578, 35.1318)
    assert (entry.footprint.uncertainty_m, entry.population) == (4_000, 460_602)
    assert entry.admin == ("Hama", "Hama district")
    assert (entry.source, entry.licence, entry.note) == (
        "GeoNames 170017", "CC BY 4.0", "the city",
    )  # fmt: skip


@pytest.mark.parametrize("text", [
    "name,lon,lat\nHama,36.75,35.13\n",
    "name;lon;lat\r\nHama;36,75;35,13\r\n",
    "LAT\tLongitude\tname\n35.13\t36.75\tHama\n",
    '\ufeff"name","lon","lat","what else"\n"Hama","36.75","35.13","a, b"\n',
    "\n\nname,lon,lat\n\nHama,+36.75,35.13\n",
])  # fmt: skip
def test_three_columns_are_enough(tmp_path: Path, text: str) -> None:
    entries, rejected = read(table(tmp_path, text), **TOLD)
    assert rejected == []
    assert (entries[0].name, entries[0].footprint.lon) == ("Hama", 36.75)
    assert (entries[0].source, entries[0].licence) == ("field notes", "CC0")


def test_a_row_without_an_id_keeps_the_one_made_for_it(tmp_path: Path) -> None:
    alone, _ = read(table(tmp_path, "name,lon,lat\nHama,36.75,35.13\n"), **TOLD)
    second, _ = read(table(tmp_path, "name,lon,lat\nHoms,36.7,34.7\nHama,36.75,35.13\n"), **TOLD)
    assert alone[0].id == second[1].id != second[0].id


def test_an_id_that_names_its_source_stays(tmp_path: Path) -> None:
    text = "id,name,lon,lat\nsyria:hama,Hama,36.75,35.13\n"
    assert read(table(tmp_path, text), **TOLD)[0][0].id == "syria:hama"


@pytest.mark.parametrize(("columns", "cells", "kind"), [
    ("kind", "bridge", ("S", "BDG")),
    ("kind", "Refugee_camp", ("S", "CMPRF")),
    ("feature_code", "ppla2", ("P", "PPLA2")),
    ("feature_code", "AIRB", ("S", "AIRB")),
    ("population", "500", ("P", "PPL")),
    ("note", "", ("L", "LCTY")),
])  # fmt: skip
def test_a_kind_is_found_from_what_a_row_says(
    tmp_path: Path, columns: str, cells: str, kind: tuple[str, str]
) -> None:
    text = f"name,lon,lat,{columns}\nHama,36.75,35.13,{cells}\n"
    entry = read(table(tmp_path, text), **TOLD)[0][0]
    assert (entry.feature_class, entry.feature_code) == kind


@pytest.mark.parametrize(("row", "problem"), [
    ("Hama,36.75", "2 cells for 4 columns"),
    ("Hama,36,75,35,13,", "cells for 4 columns"),
    ("Hama,181,35,", "not on the Earth"),
    ("Hama,nan,35,", "no longitude or latitude"),
    ("Hama,1_0,35,", "no longitude or latitude"),
    ('Hama,"36,75",35,', "no longitude or latitude"),
    ("Hama,,35,", "no longitude or latitude"),
    (",36,35,", "no readable name"),
    ("\u200b\u202e,36,35,", "no readable name"),
    ("Ha\0ma,36,35,", "NUL"),
    ("Hama,36,35,volcanic castle", "kind"),
    ('"Ha"ma,36,35,', "expected"),
    ('"Hama,36,35,', "never closed"),
    ("Hama\ud800,36,35,", "UTF-8"),
])  # fmt: skip
def test_a_broken_row_is_told_and_the_next_is_read(tmp_path: Path, row: str, problem: str) -> None:
    text = f"name,lon,lat,kind\nSuran,36.7,35.3,town\n{row}\nHoms,36.7,34.7,city\n"
    path = table(tmp_path, text.encode(errors="surrogatepass"))
    entries, rejected = read(path, **TOLD)
    assert [entry.name for entry in entries] == ["Suran", "Homs"]
    assert [told.line_or_item for told in rejected] == [3]
    assert problem in rejected[0].problem


def test_a_row_without_source_or_licence_is_told(tmp_path: Path) -> None:
    path = table(tmp_path, "name,lon,lat\nHama,36.75,35.13\n")
    assert "has no source" in read(path)[1][0].problem
    assert "has no licence" in read(path, source="notes")[1][0].problem


@pytest.mark.parametrize("radius", ["0", "-5", "3e6", "2000001", "far"])
def test_a_radius_is_a_length(tmp_path: Path, radius: str) -> None:
    path = table(tmp_path, f"name,lon,lat,radius_m\nHama,36.75,35.13,{radius}\n")
    assert "radius_m" in read(path, **TOLD)[1][0].problem


def test_a_cell_may_hold_a_line_break(tmp_path: Path) -> None:
    text = 'name,lon,lat,note\nHama,36.75,35.13,"first\nsecond"\nHoms,36.7,34.7,\n'
    entries, rejected = read(table(tmp_path, text), **TOLD)
    assert [entry.note for entry in entries] == ["first second", ""]
    assert rejected == []


def test_unseen_characters_leave_a_name(tmp_path: Path) -> None:
    text = "name,lon,lat\n\u202eHa\u200bma\u2066  city\x07\u00ad,36.75,35.13\n"
    assert texts(read(table(tmp_path, text), **TOLD)[0][0]) == ["Hama city"]


def test_a_table_named_as_such_needs_its_columns(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="lacks name, lon or lat"):
        read(table(tmp_path, "place,x,y\nHama,36,35\n"), form="csv", **TOLD)


def test_rejects_name_the_file_where_a_zip_holds_several(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", {
        "a.csv": "name,lon,lat\nHama,36.75,35.13\n", "b.csv": "name,lon,lat\nHama,36.75,95\n",
    })  # fmt: skip
    entries, rejected = read(path, **TOLD)
    assert len(entries) == 1
    assert rejected[0].problem.startswith("b.csv: ")
