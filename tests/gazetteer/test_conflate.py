from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from gazetteer.adding.conflate import conflate
from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from geo.footprint import Footprint
from geo.geodesy import destination

HAMA = (36.7578, 35.1318)


def row(
    entry_id: str, *names: str, east_m: float = 0.0, code: str = "P.PPL", radius_m: float = 1_500.0,
    population: int = 0, licence: str = "CC0", language: str = "",
) -> GazetteerEntry:  # fmt: skip
    """Give a row that lies so many metres east of Hama."""
    lon, lat = destination(lon=HAMA[0], lat=HAMA[1], bearing_deg=90, distance_m=east_m)
    letter, _, feature_code = code.partition(".")
    return GazetteerEntry(
        id=entry_id,
        toponyms=tuple(Toponym(text=name, language=language) for name in names),
        feature_class=FeatureClass(letter),
        feature_code=feature_code,
        footprint=Footprint(
            geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=radius_m, method="gazetteer"
        ),
        population=population,
        source=entry_id.partition(":")[0],
        licence=licence,
    )  # fmt: skip


def ids(entries: Sequence[GazetteerEntry]) -> list[list[str]]:
    """Return which rows became one."""
    return sorted(sorted({e.id, *(a.id for a in e.also)}) for e in conflate(entries))


def test_one_place_of_two_sources_keeps_both_names_ids_and_licences() -> None:
    a = row("geonames:1", "Suran", "Souran", licence="CC BY 4.0", population=29_100)
    b = row("osm:2", "Sawran", "Suran", east_m=900, licence="ODbL", language="ar")
    (one,) = conflate([b, a])
    assert one.id == "geonames:1"
    assert [(t.text, t.language) for t in one.toponyms] == [
        ("Suran", "ar"), ("Souran", ""), ("Sawran", "ar"),
    ]  # fmt: skip
    assert one.also == (Provenance(id="osm:2", source="osm", licence="ODbL"),)
    assert (one.source, one.licence, one.population) == ("geonames", "CC BY 4.0", 29_100)


@pytest.mark.parametrize(
    ("a", "b", "are_one"),
    [
        # settlements of two sources
        (row("a:1", "Hama"), row("b:1", "Hamah", east_m=2_900), True),
        (row("a:1", "Hama"), row("b:1", "Hama", east_m=3_100), False),
        (row("a:1", "Hama", radius_m=6e3), row("b:1", "Hama", east_m=5_000), True),
        (row("a:1", "Hama", radius_m=9e5), row("b:1", "Hama", east_m=31_000), False),
        (row("a:1", "Hama"), row("b:1", "Homs"), False),
        (row("a:1", "Bakhmut"), row("b:1", "Бахмут"), True),
        (row("a:1", "Kilometr 11"), row("b:1", "Kilometr 1"), False),
        (row("a:1", "Novoye II"), row("b:1", "Novoye I"), False),
        (row("a:1", "Hama"), row("b:1", "Hama", code="P.PPLX"), False),
        (row("a:1", "Hama"), row("b:1", "Hama", code="P.PPLA"), True),
        (row("a:1", "Hama"), row("b:1", "Hama", code="A.ADM1"), False),
        # doubles within a source
        (row("a:1", "Hama"), row("a:2", "Hama", east_m=900), True),
        (row("a:1", "Hama"), row("a:2", "Hama", east_m=1_100), False),
        (row("a:1", "Upper Kafr", "Kafr"), row("a:2", "Lower Kafr", "Kafr"), False),
        (row("a:1", "Hama", east_m=50_000), row("a:1", "Hamah"), True),
        # sites: closer, and of one kind
        (row("a:1", "Hama", code="S.AIRP"), row("b:1", "Hama", code="S.AIRB"), True),
        (row("a:1", "Noor", code="S.SCH"), row("b:1", "Noor", code="S.MSQE"), False),
        (row("a:1", "Noor", code="S.SCH"), row("b:1", "Noor", code="S"), True),
        (row("a:1", "Noor", code="S.SCH"), row("b:1", "Noor", code="S.SCH", east_m=1_600), False),
        (row("a:1", "Zayn", code="T.HLL"), row("b:1", "Zayn", code="T.HLL", east_m=9e3), True),
        # areas
        (row("a:1", "Hama", code="A.ADM1", radius_m=8e4),
         row("b:1", "Hama", code="A.ADM1", east_m=4e4), True),
        (row("a:1", "Hama", code="A.ADM1"), row("a:2", "Hama", code="A.ADM2"), False),
        (row("a:1", "Hama", code="A.ADM1"), row("b:2", "Hama", code="A.ADM2"), False),
    ],
)  # fmt: skip
def test_rows_are_one_only_where_name_kind_and_place_agree(
    a: GazetteerEntry, b: GazetteerEntry, are_one: bool
) -> None:
    assert len(list(conflate([a, b]))) == 2 - are_one
    assert ids([a, b]) == ids([b, a])


def test_two_rows_of_a_source_do_not_become_one_through_a_third() -> None:
    rows = [
        row("a:1", "Hama"), row("b:1", "Hama", east_m=1_400), row("a:2", "Hama", east_m=2_600),
    ]  # fmt: skip
    assert ids(rows) == [["a:1"], ["a:2", "b:1"]]  # the nearer one


def test_a_source_that_names_the_id_of_another_is_believed() -> None:
    told = replace(
        row("wof:9", "Gamah", east_m=20_000),
        also=(Provenance(id="geonames:1", source="GeoNames 1", licence="CC BY 4.0"),),
    )
    near = row("geonames:2", "Gamah", east_m=20_000)
    assert ids([told, near, row("geonames:1", "Hama")]) == [
        ["geonames:1", "wof:9"], ["geonames:2"],
    ]  # fmt: skip


def test_the_more_populous_and_the_capital_stand_first_and_a_shape_is_kept() -> None:
    area = box(36.7, 35.1, 36.8, 35.2)
    drawn = row("b:1", "Hamah", code="P.PPLA")
    drawn = replace(drawn, footprint=replace(drawn.footprint, geometry=area), note="an outline")
    (one,) = conflate([drawn, row("a:1", "Hama", population=460_602)])
    assert (one.id, one.name, one.population) == ("a:1", "Hama", 460_602)
    assert (one.feature_code, one.note, one.footprint.geometry) == ("PPLA", "an outline", area)


def test_a_row_that_comes_twice_says_nothing_of_itself() -> None:
    (one,) = conflate([row("a:1", "Hama"), row("a:1", "Hama", "Hamath")])
    assert one.also == ()
    assert [t.text for t in one.toponyms] == ["Hama", "Hamath"]
    (one,) = conflate([row("a:1", "Hama"), row("a:1", "Hama", licence="ODbL")])
    assert [a.licence for a in one.also] == ["ODbL"]


def test_what_is_alone_is_not_changed_and_nothing_gives_nothing() -> None:
    alone = row("a:1", "Hama")
    assert list(conflate([alone])) == [alone]
    assert list(conflate([])) == []


def test_thousands_of_rows_of_one_name_at_one_place_come_to_an_end() -> None:
    rows = [row(f"a:{n}", "Unnamed", east_m=n % 50) for n in range(3_000)]
    assert len(list(conflate(rows))) == 1


NAMES = ("Hama", "Hamah", "Suran", "Sawran", "Taybat", "Taybat al-Imam", "طيبة")
CODES = ("P.PPL", "P.PPLX", "P.PPLA", "S.AIRB", "S.AIRP", "S", "A.ADM1")
rows = st.builds(
    lambda source, number, names, east_m, code, radius_m, population: row(
        f"{source}:{number}", *names, east_m=east_m, code=code, radius_m=radius_m,
        population=population,
    ),
    source=st.sampled_from("abc"),
    number=st.integers(1, 6),
    names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
    east_m=st.integers(0, 60).map(lambda step: step * 150.0),
    code=st.sampled_from(CODES),
    radius_m=st.sampled_from((500.0, 1_500.0, 5_000.0)),
    population=st.sampled_from((0, 0, 1_000)),
)  # fmt: skip
CHAIN = [
    row("a:1", "Hama", "Suran"), row("b:1", "Suran", "Taybat", east_m=600),
    row("c:1", "Taybat", "Hama", east_m=1_200), row("a:2", "Taybat", east_m=900),
]  # fmt: skip


@given(entries=st.lists(rows, max_size=14), order=st.randoms(use_true_random=False))
@example(entries=CHAIN, order=None)
def test_what_becomes_one_depends_on_no_order_and_happens_once(
    entries: list[GazetteerEntry], order: object
) -> None:
    once = list(conflate(entries))
    assert list(conflate(once)) == once
    mixed = entries[::-1]
    if order is not None:
        order.shuffle(mixed)
    assert sorted(conflate(mixed), key=repr) == sorted(once, key=repr)


@given(entries=st.lists(rows, max_size=14))
def test_no_name_id_licence_or_inhabitant_is_lost(entries: list[GazetteerEntry]) -> None:
    once = list(conflate(entries))
    assert {t.text for e in once for t in e.toponyms} == {
        t.text for e in entries for t in e.toponyms
    }
    kept = {(e.id, e.licence) for e in once} | {(a.id, a.licence) for e in once for a in e.also}
    assert kept == {(e.id, e.licence) for e in entries}
    assert max((e.population for e in once), default=0) == max(
        (e.population for e in entries), default=0
    )
