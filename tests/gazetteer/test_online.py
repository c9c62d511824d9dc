from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import shapely

from gazetteer.entry import FeatureClass
from gazetteer.homes.found import NameStore
from gazetteer.online import OnlineStore, open_online
from gazetteer.services.online_settings import OnlineSettingsError
from gazetteer.services.osm_features import feature_of_tag
from geo.geodesy import distance_m
from tests.gazetteer.service import HAMA, Clock, Service, answer, photon, running

CONTACT = "maps@example.org"


def opened(service: Service, home: Path, name: str = "nominatim", **more: Any) -> OnlineStore:
    clock = Clock()
    return open_online(
        name, contact=CONTACT, domain=service.domain, home=home, clock=clock, sleep=clock.sleep,
        **more,
    )  # fmt: skip


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def test_a_found_place_carries_its_names_its_place_and_its_credit(tmp_path: Path) -> None:
    with running(answer([HAMA])) as service:
        store: NameStore = opened(service, tmp_path)
        (found,) = store.matches("Hama")
        assert (found.text, found.score, found.spelling) == ("Hama", 1.0, 1.0)
        assert (found.feature_class, found.feature_code, found.country) == ("P", "PPL", "SY")
        entry = store.get(found.id)
        assert entry is not None
        assert entry.id == "nominatim:relation/1234567"
        assert [(t.text, t.script, t.language) for t in entry.toponyms] == [
            ("Hama", "Latn", "en"), ("Hamah", "Latn", ""), ("Hamath", "Latn", ""),
            ("حماة", "Arab", ""),
        ]  # fmt: skip
        assert (entry.source, entry.licence) == ("OpenStreetMap relation/1234567", "ODbL 1.0")
        assert entry.admin == ("Hama Governorate",)
        # The half-diagonal of the box, by hand: 0.12 degrees by 0.10 degrees at 35.13 N.
        half_m = distance_m(lon=36.70, lat=35.08, to_lon=36.82, to_lat=35.18) / 2
        assert entry.footprint.uncertainty_m == pytest.approx(half_m, rel=0.05)
        assert entry.footprint.uncertainty_m >= half_m
        assert found.radius_m == entry.footprint.uncertainty_m


def test_what_is_sent_says_who_asks_and_for_what(tmp_path: Path) -> None:
    with running(answer([HAMA])) as service:
        opened(service, tmp_path, countries=("SY", "TR"), language="ar").matches(" Tell \n Rifaat ")
        (request,) = service.requests
        assert request.headers["user-agent"].startswith("frontmap/0.")
        assert request.headers["user-agent"].endswith(f" ({CONTACT})")
        assert request.asked["q"] == "Tell Rifaat"
        assert request.asked["countrycodes"] == "SY,TR"
        assert request.asked["accept-language"] == "ar"


@pytest.mark.parametrize(
    "contact", ["", " ", "me", "me@home\r\nX: y", "mé@example.org", "a (b)@c.d"]
)
def test_without_a_contact_nothing_is_opened(tmp_path: Path, contact: str) -> None:
    with pytest.raises(OnlineSettingsError, match="e-mail or web address") as caught:
        open_online("nominatim", contact=contact, home=tmp_path)
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("google", {}, "nominatim"),
        ("geonames", {}, "user name"),
        ("pelias", {}, "host of a Pelias"),
        ("photon", {"domain": "ftp://photon.example"}, "give a host"),
        ("photon", {"domain": "user:pass@photon.example"}, "give a host"),
        ("photon", {"domain": "photon.example:port"}, "give a host"),
        ("photon", {"countries": ["Syria"]}, "ISO 3166-1"),
        ("photon", {"language": "en&x=y"}, "ISO 639"),
        ("nominatim", {"interval_s": 0.5}, "at least 1 s"),
        ("nominatim", {"interval_s": float("nan")}, "at least 1 s"),
        ("nominatim", {"attempts": 0}, "above 0"),
        ("nominatim", {"keep_s": -1.0}, "0 or more"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said(
    tmp_path: Path, name: str, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(OnlineSettingsError, match=said):
        open_online(name, contact=CONTACT, home=tmp_path, **more)


@pytest.mark.parametrize("name", ["", " ", "-", "15", "Hаma", "a" * 201, "Ha\ud800ma", "“”"])
def test_what_is_no_name_or_mixes_scripts_is_never_sent(tmp_path: Path, name: str) -> None:
    with running(answer([HAMA])) as service:
        assert opened(service, tmp_path).matches(name) == ()
        assert service.requests == []


def test_running_text_is_never_sent(tmp_path: Path) -> None:
    with running(answer([HAMA])) as service:
        assert opened(service, tmp_path).known(["Hama", "hama"]) == set()
        assert service.requests == []


@pytest.mark.parametrize(
    ("asked", "known", "least", "most"),
    [
        ("Hama", "Hama", 1.0, 1.0),
        ("Hamah", "Hama", 1.0, 1.0),  # the same name but for its dress
        ("Al-Safira", "As-Safirah", 0.96, 1.0),
        ("Jabal Zeinedin", "Zeinedin", 0.9, 0.9),  # a feature word is left out
        ("Al-Mazarib", "Muzayrib", 0.6, 0.9),  # a service's fuzzy hit
    ],
)
def test_the_spelling_says_how_well_a_hit_fits(
    tmp_path: Path, asked: str, known: str, least: float, most: float
) -> None:
    with running(answer(collection(photon(known)))) as service:
        (found,) = opened(service, tmp_path, "photon").matches(asked)
        assert least <= found.score <= most


def test_a_hit_with_another_name_is_none(tmp_path: Path) -> None:
    with running(answer(collection(photon("Idlib")))) as service:
        assert opened(service, tmp_path, "photon").matches("Kupiansk") == ()


def test_the_best_spelling_comes_first_then_the_nearest(tmp_path: Path) -> None:
    far = photon("Suran", osm_id=1)
    rows = [photon("Souran", osm_id=2), far, photon("Suran", osm_id=3)]
    far["geometry"] = {"type": "Point", "coordinates": [37.21, 36.57]}

    def order(near: Sequence[tuple[float, float]]) -> list[str]:
        return [found.id[-1] for found in store.matches("Suran", near)]

    with running(answer(collection(*rows))) as service:
        store = opened(service, tmp_path, "photon")
        assert order(()) == ["1", "3", "2"]
        assert order([(36.75, 35.29)]) == ["3", "1", "2"]


@pytest.mark.parametrize(
    ("fault", "value"),
    [
        ("lat", "nan"), ("lat", "inf"), ("lat", "90.1"), ("lon", "-181"), ("lon", True),
        ("lat", None), ("lat", "1" * 400), ("osm_id", None), ("osm_type", "postcode"),
        ("osm_id", float("nan")),
    ],
)  # fmt: skip
def test_a_row_without_a_place_or_an_id_is_passed_over(
    tmp_path: Path, fault: str, value: Any
) -> None:
    rows = [{**HAMA, fault: value}, {**HAMA, "osm_id": 2}]
    with running(answer(rows)) as service:
        assert [f.id for f in opened(service, tmp_path).matches("Hama")] == ["nominatim:relation/2"]


def test_odd_fields_do_no_harm(tmp_path: Path) -> None:
    odd = {
        "osm_type": "way", "osm_id": "5", "lat": 35, "lon": 36, "class": ["x"], "type": None,
        "name": "Ha\u0000ma\ud800\n", "boundingbox": ["1", "x", None, []], "address": [],
        "namedetails": {"name:" + "x" * 900: "Hama", "name": 7, "alt_name": ";" * 9},
    }  # fmt: skip
    with running(answer([odd])) as service:
        store = opened(service, tmp_path)
        (found,) = store.matches("Hama")
        entry = store.get(found.id)
        assert entry is not None
        assert [t.text for t in entry.toponyms] == ["Hama"]
        assert (entry.feature_class, entry.feature_code) == (FeatureClass.AREA, "LCTY")


@pytest.mark.parametrize("name", ["geonames", "pelias", "photon"])
def test_a_row_that_lacks_nearly_everything_does_no_harm(tmp_path: Path, name: str) -> None:
    bare = {"lat": 35, "lng": 36, "geometry": {"coordinates": [36, 35, 200]}, "properties": 7}
    rows = {"geonames": [bare], "features": [bare]}
    with running(answer(rows)) as service:
        assert opened(service, tmp_path, name, key="me").matches("Hama") == ()


def test_photon(tmp_path: Path) -> None:
    rows = [
        photon("Hama", countrycode="SY", county="Hama", state="Hama Governorate"),
        photon("Hama", osm_id=8, osm_type="W", osm_key="natural", osm_value="peak",
               extent=[36.70, 35.18, 36.82, 35.08]),
        photon("Hama", osm_id=9, countrycode="JP"),
    ]  # fmt: skip
    with running(answer(collection(*rows))) as service:
        store = opened(service, tmp_path, "photon", countries=("SY",), language="ar")
        town, peak = (store.get(found.id) for found in store.matches("Hama"))
        assert service.requests[0].asked["lang"] == "default"
        assert town is not None
        assert (town.id, town.country, town.admin) == ("photon:node/7", "SY", ("Hama Governorate",))
        assert town.footprint.uncertainty_m == 1_500
        assert peak is not None
        assert (peak.id, peak.feature_code, peak.licence) == ("photon:way/8", "PK", "ODbL 1.0")
        assert 7_000 < peak.footprint.uncertainty_m < 13_000


def test_geonames(tmp_path: Path) -> None:
    hama = {
        "geonameId": 170017, "lat": "35.13179", "lng": "36.75783", "name": "Hama",
        "toponymName": "Ḩamāh", "fcl": "P", "fcode": "PPLA", "countryCode": "SY",
        "population": 460602, "adminName1": "Hama",
        "alternateNames": [{"name": "Epiphania", "lang": "la"},
                           {"name": "https://x", "lang": "link"}, None],
    }  # fmt: skip
    with running(
        answer({"totalResultsCount": 1, "geonames": [hama, {**hama, "fcl": "?"}]})
    ) as service:
        store = opened(service, tmp_path, "geonames", key="me", countries=("SY",))
        (found,) = store.matches("Epiphania")
        assert service.requests[0].asked["username"] == "me"
        assert service.requests[0].asked["style"] == "FULL"
        assert service.requests[0].asked["maxRows"] == "10"
        entry = store.get("geonames:170017")
        assert entry is not None
        assert (found.text, found.feature_code, entry.population) == ("Epiphania", "PPLA", 460602)
        assert (entry.source, entry.licence) == ("GeoNames 170017", "CC BY 4.0")
        assert [t.text for t in entry.toponyms] == ["Ḩamāh", "Hama", "Epiphania"]
        assert entry.footprint.uncertainty_m == pytest.approx(4_281, abs=1)


def test_pelias(tmp_path: Path) -> None:
    feature = {
        "geometry": {"type": "Point", "coordinates": [36.7, 35.1]},
        "bbox": [36.0, 34.8, 38.2, 35.6],
        "properties": {"gid": "whosonfirst:region:85", "layer": "region", "name": "Hama",
                       "country_code": "SY", "region": "Hama"},
    }  # fmt: skip
    code = {**feature, "properties": {**feature["properties"], "layer": "postalcode"}}
    about = {"attribution": "https://pelias.example/attribution"}
    with running(answer(collection(feature, code, geocoding=about))) as service:
        store = opened(service, tmp_path, "pelias", key="secret")
        (found,) = store.matches("Hama")
        assert service.requests[0].path.startswith("/v1/search?")
        assert service.requests[0].asked["api_key"] == "secret"
        entry = store.get(found.id)
        assert entry is not None
        assert entry.id == "pelias:whosonfirst:region:85"
        assert (entry.feature_class, entry.feature_code) == (FeatureClass.ADMIN, "ADM1")
        assert entry.licence == "https://pelias.example/attribution"
        # An area is the box, with its middle for a point; a point cannot hold a village.
        assert entry.footprint.geometry.equals(shapely.box(36.0, 34.8, 38.2, 35.6))
        assert (entry.footprint.lon, entry.footprint.lat) == (37.1, 35.2)
        assert store.holding().rows == 1


def test_pelias_without_a_word_of_its_licence(tmp_path: Path) -> None:
    feature = {
        "geometry": {"type": "Point", "coordinates": [36.7, 35.1]},
        "properties": {"gid": "osm:venue:1", "layer": "venue", "name": "Hama"},
    }
    with running(answer(collection(feature))) as service:
        store = opened(service, tmp_path, "pelias")
        store.matches("Hama")
        entry = store.get("pelias:osm:venue:1")
        assert entry is not None
        assert entry.licence == "see service"


@pytest.mark.parametrize(
    ("key", "value", "stands_for", "kind"),
    [
        ("place", "village", "", "P PPL"),
        ("place", "suburb", "", "P PPLX"),
        ("boundary", "administrative", "state", "A ADMD"),
        ("boundary", "administrative", "town", "P PPL"),
        ("boundary", "administrative", "country", "A PCLI"),
        ("highway", "trunk", "road", "R RD"),
        ("man_made", "bridge", "", "S BDG"),
        ("military", "airfield", "", "S AIRB"),
        ("amenity", "something new", "", "S "),
        ("something", "new", "", "L LCTY"),
    ],
)
def test_tags_become_classes_of_geonames(key: str, value: str, stands_for: str, kind: str) -> None:
    letter, code = feature_of_tag(key, value, stands_for)
    assert f"{letter} {code}" == kind


def test_a_box_across_the_antimeridian_is_measured_and_not_drawn(tmp_path: Path) -> None:
    chukotka = {
        **HAMA, "lat": "66.5", "lon": "179.9", "addresstype": "state", "name": "Chukotka",
        "boundingbox": ["66.0", "67.0", "179.0", "-179.0"], "namedetails": {},
    }  # fmt: skip
    with running(answer([chukotka])) as service:
        (found,) = opened(service, tmp_path).matches("Chukotka")
        assert (found.lon, found.lat) == (179.9, 66.5)
        assert 60_000 < found.radius_m < 90_000
