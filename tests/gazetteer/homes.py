"""Places of every kind that a home of rows must keep, made for these tests."""

from __future__ import annotations

import random
from collections.abc import Iterator

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry, Provenance, Toponym
from geo.footprint import Footprint

__all__ = ["ABOUT", "HOMONYMS", "NAMES", "SPOTS", "made_entries", "place"]

ABOUT = {"name": "made", "source": "these tests", "licence": "CC0"}
#: More than a bucket holds, so that its cut is met.
HOMONYMS = 450
_TOWNS = (
    ("SY", 36.76, 35.13, ("Hama", "Hamah", "Ḩamāh", "حماة"), ("Hama",)),
    ("SY", 37.05, 35.01, ("Salamiyah", "سلمية"), ("Hama", "Salamiyah")),
    ("SY", 37.37, 36.08, ("As-Safira", "السفيرة"), ("Aleppo",)),
    ("SY", 36.72, 34.73, ("Homs", "حمص"), ("Homs",)),
    ("UA", 33.37, 46.75, ("Nova Kakhovka", "Нова Каховка"), ("Kherson",)),
    ("UA", 38.0, 48.59, ("Bakhmut", "Бахмут", "Artemivsk", "Артёмовск"), ("Donetsk",)),
    ("RU", 36.59, 50.6, ("Belgorod", "Белгород"), ("Belgorod", "Urban")),
    ("IL", 34.79, 31.25, ("Beersheba", "באר שבע"), ("South",)),
    ("MM", 97.75, 22.93, ("Lashio", "လားရှိုး"), ("Shan",)),
    ("TR", 36.16, 36.2, ("Antakya", "Hatay"), ("Hatay",)),
    ("FJ", 179.999995, -16.87, ("Taveuni",), ("Northern",)),
    ("FJ", -179.99, -16.8, ("Rabi",), ("Northern",)),
    ("SJ", 15.64, 78.22, ("Longyearbyen",), ()),
    ("", 0.0, 90.0, ("Pole Camp North",), ()),
    ("", -180.0, -90.0, ("Pole Camp South",), ()),
    ("CI", -4.02, 5.35, ("Abidjan 'Plateau'", 'Rue "12"', "50%s; DROP TABLE entry; --"), ("A'b",)),
    ("CD", 29.22, -1.68, ("Goma\\N", "Go\tma", "{Goma}"), ("Nord-Kivu",)),
)
#: Names to ask for: spelled so, otherwise, in other scripts, and none at all.
NAMES = (
    "Hama", "Hamma", "حماه", "حماة", "Salamia", "Al-Safirah", "Sfireh", "Homs", "Hims", "Kakhovka",
    "Нова Каховка", "Kakhovka bridge", "Bakhmut", "Bahmut", "Бахмуту", "Artemovsk", "Belgorod",
    "Beer Sheva", "באר שבע", "လားရှိုး", "Antakia", "Taveuni", "Rabi", "Longyearbyen", "Pole Camp",
    "Oleksandrivka", "Aleksandrovka", "Александровка", "Oleksandriwka bridge", "Olexandrifka",
    "Abidjan", "Abidjan 'Plateau'", 'Rue "12"', "50%s; DROP TABLE entry; --", "Goma\\N", "Go\tma",
    "%", "_", "'", "\\", "Hama\0", "\0", "", "x" * 200_000, "ﷺ" * 200, "M-14 road",
    "Kherson Oblast", "Village 17", "Vilage 171", "Суми", "Camp", "Нет", "A", "Ur", "\ud800",
)  # fmt: skip
#: Where to look around, at the seams of the Earth as well.
SPOTS = (
    (36.76, 35.13), (33.4, 46.7), (38.0, 48.6), (31.0, 49.0), (179.98, -16.87), (-180.0, -16.8),
    (180.0, 89.95), (0.0, 90.0), (-180.0, -90.0), (29.0, -1.6), (0.0, 0.0),
)  # fmt: skip


def place(
    entry_id: str, *names: str, lon: float = 31.0, lat: float = 49.0, country: str = "UA",
    population: int = 0, admin: tuple[str, ...] = (),
) -> GazetteerEntry:  # fmt: skip
    """A village at a point."""
    point = shapely.Point(lon, lat)
    return _entry(
        entry_id, names, point, kind="P PPL", country=country, population=population, admin=admin
    )


def made_entries() -> list[GazetteerEntry]:
    """Return the same some hundred entries each time, not in the order of their ids."""
    made = [*_towns(), *_villages(), *_homonyms(), *_shapes(), *_odd()]
    _dice(7).shuffle(made)
    return made


def _dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  the same each time is what is wanted


def _towns() -> Iterator[GazetteerEntry]:
    for number, (country, lon, lat, names, admin) in enumerate(_TOWNS):
        yield place(
            f"geonames:{number}", *names, lon=lon, lat=lat, country=country, admin=admin,
            population=number * 40_000,
        )  # fmt: skip


def _villages() -> Iterator[GazetteerEntry]:
    dice = _dice(3)
    stems = ("Nova", "Stara", "Velyka", "Mala", "Верхня", "تل", "خربة", "Qal'at", "Ust")
    ends = ("Village", "Sumy", "Гора", "Balka", "حمام", "زيتون", "Krasne", "Camp")
    for number in range(320):
        country = ("SY", "UA", "RU", "")[number % 4]
        name = f"{dice.choice(stems)} {dice.choice(ends)}"
        lon, lat = dice.uniform(30.5, 31.5), dice.uniform(48.5, 49.5)
        yield place(
            f"osm:n{number}", name, f"Village {number}", lon=lon, lat=lat, country=country,
            population=dice.choice((0, 90, 4_000)), admin=(f"Area {number % 7}", "Part"),
        )  # fmt: skip
        if number % 9 == 0:
            bridge = shapely.LineString([(lon, lat), (lon + 0.003, lat + 0.001)])
            yield _entry(
                f"osm:w{number}", (f"{name} bridge",), bridge, kind="S BDG", country=country
            )


def _homonyms() -> Iterator[GazetteerEntry]:
    dice = _dice(11)
    names = (("Oleksandrivka", "Олександрівка"), ("Aleksandrovka", "Александровка"))
    for number in range(HOMONYMS):
        yield place(
            f"wof:{number:03}", *names[number % 2], lon=dice.uniform(22, 40),
            lat=dice.uniform(45, 52), country=("UA", "RU")[number % 3 == 0],
            population=dice.choice((0, 0, 0, 300, 12_000)), admin=("Kherson",),
        )  # fmt: skip


def _shapes() -> Iterator[GazetteerEntry]:
    road = shapely.LineString([(33.1, 46.6, 5.0), (33.9, 46.9, 7.5), (35.2, 47.1, 6.0)])
    yield _entry("made:road", ("M-14 road", "М-14"), road, kind="R RD")
    ring = shapely.box(32.0, 46.0, 34.5, 47.5).difference(shapely.box(33.0, 46.5, 33.1, 46.6))
    yield _entry("made:oblast", ("Kherson Oblast", "Херсонська область"), ring, kind="A ADM1")
    parts = shapely.MultiPolygon(
        [shapely.box(179.5, -17, 180, -16), shapely.box(-180, -17, -179, -16)]
    )
    yield _entry(
        "made:cakaudrove", ("Cakaudrove",), parts, kind="A ADM2", country="FJ", population=50_000,
        admin=("Northern",),
    )  # fmt: skip


def _odd() -> Iterator[GazetteerEntry]:
    yield place("made:long", "Long", "x" * 200_000, "ﷺ" * 200)
    dice = _dice(5)
    for number in range(4):
        signs = "".join(chr(dice.randrange(0x4E00, 0x9FFF)) for _ in range(200))
        yield place(f"made:signs-{number}", signs, country="")
    # Each of these signs stands for a word of several letters, so that keys fill pages.
    squares = "".join(chr(dice.randrange(0x3300, 0x3357)) for _ in range(200))
    yield place("made:squares", "Squares", squares, country="")
    yield place('it\'s "odd"; --', "O'Hara \\ 100%", country="ZZ", admin=("x" * 5_000, "y"))


def _entry(
    entry_id: str, names: tuple[str, ...], geometry: shapely.Geometry, *, kind: str,
    country: str = "UA", population: int = 0, admin: tuple[str, ...] = (),
) -> GazetteerEntry:  # fmt: skip
    inside = geometry.representative_point()
    return GazetteerEntry(
        id=entry_id,
        toponyms=tuple(Toponym(text=name, language="en" * name.isascii()) for name in names),
        feature_class=FeatureClass(kind[0]),
        feature_code=kind[2:],
        footprint=Footprint(
            geometry=geometry, lon=inside.x, lat=inside.y, uncertainty_m=1_234.5678901234567,
            method="gazetteer", note="made \"so\"\n'here'",
        ),
        country=country,
        admin=admin,
        population=population,
        source="these tests",
        licence="CC0",
        note="a note, \\N",
        also=(Provenance(id="other:1", source="elsewhere", licence="CC0"),),
    )  # fmt: skip
