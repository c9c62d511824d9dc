from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import GazetteerFormatError
from gazetteer.sources import ExtraMissingError
from tests.gazetteer.sources.writing import read, texts, written

osmium = pytest.importorskip("osmium", reason="the extra osm is not installed")
mutable = pytest.importorskip("osmium.osm.mutable", reason="the extra osm is not installed")

# A square of some ten kilometres, a corner to the north-east, and Hama in the middle.
SPOTS = {
    1: (36.0, 35.0), 2: (36.1, 35.0), 3: (36.1, 35.1), 4: (36.0, 35.1), 5: (36.2, 35.2),
    6: (36.05, 35.05), 7: (38.0, 36.0), 8: (38.1, 36.0),
}  # fmt: skip
HAMA = {"place": "city", "name": "Hama", "name:ar": "حماة", "capital": "4", "population": "460602"}
ADMIN = {"type": "boundary", "boundary": "administrative", "admin_level": "4"}


def extract(path: Path, *things: Any, spots: dict[int, dict[str, str]] | None = None) -> Path:
    told = spots or {}
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in SPOTS.items():
            writer.add_node(
                mutable.Node(id=number, location=place, tags=told.get(number, {}), version=1)
            )
        for thing in things:
            writer.add(thing)
    return path


def way(number: int, *nodes: int, **tags: str) -> Any:
    named = {key.replace("__", ":"): value for key, value in tags.items()}
    return mutable.Way(id=number, nodes=nodes, tags=named, version=1)


def relation(number: int, *members: tuple[str, int, str], **tags: str) -> Any:
    return mutable.Relation(id=number, members=members, tags=ADMIN | tags, version=1)


@pytest.mark.parametrize("suffix", ["osm.pbf", "osm", "bin"])
def test_a_town_is_read_from_either_form(tmp_path: Path, suffix: str) -> None:
    path = extract(tmp_path / f"a.{'osm.pbf' if suffix == 'bin' else suffix}", spots={6: HAMA})
    entries, rejected = read(path.rename(tmp_path / f"x.{suffix}"), country="SY")
    entry = entries[0]
    assert (len(entries), rejected) == (1, [])
    assert (entry.id, entry.source, entry.licence) == (
        "osm:n6", "OpenStreetMap n6", "ODbL 1.0",
    )  # fmt: skip
    assert [(name.text, name.language) for name in entry.toponyms] == [("Hama", ""), ("حماة", "ar")]
    assert (entry.feature_class, entry.feature_code, entry.country) == ("P", "PPLA", "SY")
    assert (entry.footprint.lon, entry.footprint.lat) == pytest.approx((36.05, 35.05))
    assert entry.population == 460_602


@pytest.mark.parametrize(("tags", "kind"), [
    ({"place": "village"}, "P.PPL"), ({"place": "suburb"}, "P.PPLX"),
    ({"place": "city", "capital": "yes"}, "P.PPLC"), ({"natural": "peak"}, "T.PK"),
    ({"natural": "ridge"}, "T.RDGE"), ({"man_made": "bridge"}, "S.BDG"),
    ({"aeroway": "aerodrome"}, "S.AIRP"),
    ({"aeroway": "aerodrome", "military": "airfield"}, "S.AIRB"),
    ({"military": "base"}, "L.MILB"), ({"waterway": "dam"}, "S.DAM"),
    ({"amenity": "prison"}, "S.PRN"),
    ({"amenity": "hospital"}, "S.HSP"),
    ({"amenity": "place_of_worship", "religion": "muslim"}, "S.MSQE"),
    ({"barrier": "border_control"}, "S.PSTB"), ({"railway": "station"}, "S.RSTN"),
    ({"amenity": "refugee_site"}, "S.CMPRF"), ({"highway": "motorway_junction"}, "R.RDJCT"),
    ({"power": "plant"}, "S.PS"), ({"landuse": "industrial"}, "L.INDS"),
])  # fmt: skip
def test_tags_become_class_and_code(tmp_path: Path, tags: dict[str, str], kind: str) -> None:
    path = extract(tmp_path / "a.osm.pbf", spots={6: {"name": "X"} | tags})
    entries, _ = read(path)
    assert [f"{entry.feature_class}.{entry.feature_code}" for entry in entries] == [kind]


def test_what_has_no_name_or_is_no_place_is_left_out_silently(tmp_path: Path) -> None:
    path = extract(
        tmp_path / "a.osm.pbf", way(10, 1, 2, highway="residential", name="A street"),
        way(11, 1, 2, bridge="yes", highway="residential", name="A street on a bridge"),
        spots={1: {"place": "village"}, 2: {"shop": "bakery", "name": "Bread"},
               3: {"aeroway": "aerodrome", "ref": "OS58"}},
    )  # fmt: skip
    assert read(path) == ([], [])


def test_a_closed_way_is_an_area(tmp_path: Path) -> None:
    prison = way(12, 1, 2, 3, 4, 1, amenity="prison", name="Central prison")
    entries, _ = read(extract(tmp_path / "a.osm.pbf", prison))
    assert [entry.id for entry in entries] == ["osm:w12"]
    assert entries[0].footprint.geometry.area == pytest.approx(0.01)


def test_a_boundary_is_built_of_its_ways(tmp_path: Path) -> None:
    path = extract(
        tmp_path / "a.osm.pbf", way(13, 1, 2, 3), way(14, 3, 4, 1),
        relation(20, ("w", 13, "outer"), ("w", 14, "outer"), name="Hama Governorate"),
    )  # fmt: skip
    entries, rejected = read(path)
    assert ([entry.id for entry in entries], rejected) == (["osm:r20"], [])
    assert (entries[0].feature_code, entries[0].footprint.geometry.area) == (
        "ADM1", pytest.approx(0.01),
    )  # fmt: skip


def test_a_boundary_cut_off_by_the_extract_is_at_its_centre_or_told(tmp_path: Path) -> None:
    path = extract(
        tmp_path / "a.osm.pbf",
        relation(21, ("w", 77, "outer"), ("n", 6, "admin_centre"), name="Half", admin_level="6"),
        relation(22, ("w", 77, "outer"), name="Lost"),
    )  # fmt: skip
    entries, rejected = read(path)
    assert [(entry.id, entry.feature_code) for entry in entries] == [("osm:r21", "ADM2")]
    assert entries[0].footprint.geometry.coords[0] == pytest.approx((36.05, 35.05))
    assert [row.problem for row in rejected] == [
        "r22: is not whole in the extract and has no centre"
    ]


def test_the_ways_of_a_road_become_one_line(tmp_path: Path) -> None:
    path = extract(
        tmp_path / "a.osm.pbf", way(10, 1, 2, highway="motorway", ref="M5"),
        way(11, 2, 3, highway="motorway", ref="M5;M4", name="A street"),
        way(12, 3, 5, highway="trunk", ref="M5"), way(13, 1, 4, highway="motorway", ref="M5"),
    )  # fmt: skip
    entries, rejected = read(path)
    assert rejected == []
    road, other = entries
    assert (road.id, texts(road), road.note) == ("osm:w10", ["M5"], "joined from 4 ways")
    assert road.footprint.geometry.geom_type == "LineString"
    assert (other.id, texts(other)[0]) == ("osm:w11", "M4")


def test_ids_differ_where_two_roads_share_their_first_way(tmp_path: Path) -> None:
    path = extract(tmp_path / "a.osm.pbf", way(10, 1, 2, highway="motorway", ref="M5;M4"))
    assert [entry.id for entry in read(path)[0]] == ["osm:w10", "osm:w10#M4"]


def test_rivers_of_one_name_far_apart_are_two(tmp_path: Path) -> None:
    path = extract(
        tmp_path / "a.osm.pbf", way(10, 1, 2, waterway="river", name="Nahr", name__en="River"),
        way(11, 7, 8, waterway="river", name="Nahr"),
    )  # fmt: skip
    entries, _ = read(path)
    assert [(entry.id, texts(entry)) for entry in entries] == [
        ("osm:w10", ["Nahr", "River"]), ("osm:w11", ["Nahr"]),
    ]  # fmt: skip


def test_a_way_without_its_nodes_is_told(tmp_path: Path) -> None:
    path = extract(tmp_path / "a.osm.pbf", way(10, 1, 99, waterway="river", name="Nahr"))
    entries, rejected = read(path)
    assert (entries, [row.problem for row in rejected]) == (
        [], ["w10: has nodes that are not in the extract"],
    )  # fmt: skip


def test_a_bridge_has_the_name_of_its_own_key(tmp_path: Path) -> None:
    bridge = way(
        10, 1, 2, highway="primary", name="Route 1", bridge="yes", bridge__name="Old Bridge"
    )
    entry = read(extract(tmp_path / "a.osm.pbf", bridge))[0][0]
    assert (texts(entry), entry.feature_code) == (["Old Bridge"], "BDG")


@pytest.mark.parametrize("suffix", ["osm.pbf", "osm"])
def test_an_extract_that_was_cut_off_is_refused(tmp_path: Path, suffix: str) -> None:
    path = extract(tmp_path / f"a.{suffix}", spots={6: HAMA})
    written(path, path.read_bytes()[:-60])
    with pytest.raises(GazetteerFormatError, match="damaged OpenStreetMap extract"):
        read(path)


def test_without_the_extra_one_line_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = extract(tmp_path / "a.osm.pbf", spots={6: HAMA})
    monkeypatch.setitem(sys.modules, "osmium", None)
    with pytest.raises(ExtraMissingError, match=r'run pip install "frontmap\[osm\]"'):
        read(path)
