"""A small theatre of curated entries, and the gazetteers opened with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazetteer.files import read_theatre_entries
from gazetteer.index import Gazetteer

# ruff: noqa: E501  rows of a table
PLACES = """id,name,aliases,arabic,feature_class,feature_code,lon,lat,radius_m,admin,country,population,source,licence,note
hama,Hama,Hamah|Hama city,حماة|حماه,P,PPLA,36.7578,35.1318,4000,Hama,SY,460602,GeoNames 170017,CC BY 4.0,
aleppo,Aleppo,Halab,حلب,P,PPLA,37.1518,36.2024,8000,Aleppo,SY,1834000,GeoNames 170063,CC BY 4.0,
suran,Suran,Souran|Sawran,صوران,P,PPLA3,36.7485,35.2919,2000,Hama,SY,,GeoNames 163915,CC BY 4.0,
suran-azaz,Suran (Azaz),Suran|Sawran,صوران,P,PPLA3,37.2127,36.5658,1500,Aleppo,SY,,GeoNames 163913,CC BY 4.0,
azaz,Azaz,A'zaz,أعزاز,P,PPLA2,37.0460,36.5862,2500,Aleppo,SY,66000,GeoNames 172952,CC BY 4.0,
safira,As-Safira,Al-Safira|Sfireh,السفيرة,P,PPLA2,37.3725,36.0770,3000,Aleppo,SY,106382,GeoNames 172503,CC BY 4.0,
khanasir,Khanasir,Khanaser,خناصر,P,PPLA3,37.4992,35.7816,2000,Aleppo,SY,,GeoNames 168351,CC BY 4.0,
ithriya,Ithriya,Athriya|Ithriyah,أثريا,P,PPL,37.7884,35.3651,2000,Hama,SY,,GeoNames 172378,CC BY 4.0,
salamiyah,Salamiyah,Salamiya,سلمية,P,PPLA2,37.0525,35.0118,3000,Hama,SY,94887,GeoNames 164089,CC BY 4.0,
zayn,Jabal Zayn al-Abidin,Jabal Zeinedin,جبل زين العابدين,T,MT,36.7663,35.2030,1500,Hama,SY,,frontmap,CC0,
muzayrib,Muzayrib,Mzeirib|Al-Mazarib,المزيريب,P,PPLA3,36.0271,32.7106,2000,Daraa,SY,,GeoNames 166503,CC BY 4.0,
hama-airport,Hama Military Airport,Hama airbase,مطار حماة العسكري,S,AIRB,36.7125,35.1182,2000,Hama,SY,,frontmap,CC0,
desert-road,Syrian Desert road,desert highway,طريق البادية,R,AMB,37.5500,35.3500,110000,,SY,,frontmap,CC0,not told which; candidates: khanasir-ithriya salamiyah-ithriya
"""

ROUTES = """id,name,aliases,arabic,feature_code,via,uncertainty_m,source,licence,note
khanasir-ithriya,Khanasir-Ithriya road,,,RD,"khanasir @37.61,35.6578 ithriya",2000,frontmap,CC0,
salamiyah-ithriya,Salamiyah-Ithriya road,,,RD,salamiyah ithriya,3000,frontmap,CC0,
m5,M5 highway,M5,,RD,hama|suran|aleppo,2000,frontmap,CC0,
"""

AREAS = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {
                "id": "hama-governorate",
                "name": "Hama Governorate",
                "aliases": ["Hama province"],
                "arabic": ["محافظة حماة"],
                "feature_code": "ADM1",
                "country": "SY",
                "source": "frontmap",
                "licence": "CC0",
            },
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[36.2, 34.8], [38.3, 34.8], [38.3, 35.6], [36.2, 35.6], [36.2, 34.8]]
                ],
            },
        }
    ],
}


def write_theatre(folder: Path) -> Path:
    """Write the theatre's three files and return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "routes.csv").write_text(ROUTES, encoding="utf-8")
    (folder / "areas.geojson").write_text(json.dumps(AREAS), encoding="utf-8")
    return folder


@pytest.fixture
def theatre_folder(tmp_path: Path) -> Path:
    """A theatre's folder that a test may change."""
    return write_theatre(tmp_path / "levant")


@pytest.fixture(scope="session")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The small theatre alone."""
    folder = write_theatre(tmp_path_factory.mktemp("theatres") / "levant")
    return Gazetteer(read_theatre_entries(folder))


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Gazetteer:
    """The small theatre with the towns of Syria."""
    folder = write_theatre(tmp_path_factory.mktemp("theatres") / "levant")
    return Gazetteer(read_theatre_entries(folder), countries=("SY",), home=shipped_home)


@pytest.fixture(scope="session")
def world_towns(shipped_home: Path) -> Gazetteer:
    """The larger towns of all countries, without a theatre."""
    return Gazetteer(countries=("world",), home=shipped_home)
