"""Villages for tests of names that several places bear, and how a text is placed beside others."""

from __future__ import annotations

from shapely.geometry import Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.expression import parse_place
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve_all
from geo.footprint import Footprint


def village(
    number: int,
    names: str,
    lon: float,
    lat: float,
    *,
    country: str = "UA",
    population: int = 0,
    letter: str = "P",
    code: str = "PPL",
    admin: tuple[str, ...] = (),
) -> GazetteerEntry:
    """Return a made-up row of GeoNames; names are apart by ``|``."""
    return GazetteerEntry(
        id=f"geonames:{number}",
        toponyms=tuple(Toponym(text=name) for name in names.split("|")),
        feature_class=FeatureClass(letter),
        feature_code=code,
        footprint=Footprint(
            geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=1_500, method="gazetteer"
        ),
        country=country,
        admin=admin,
        population=population,
        source=f"GeoNames {number}",
        licence="CC BY 4.0",
    )


def resolved(gazetteer: Gazetteer, text: str, *around: str) -> Resolution:
    """Place a text that stands among others, or fail with the reason why it is not placed."""
    answer = resolve_all([parse_place(words) for words in (text, *around)], gazetteer)[0]
    assert isinstance(answer, Resolution), answer
    return answer
