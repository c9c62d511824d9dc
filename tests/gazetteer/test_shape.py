import pytest
import shapely

from gazetteer.expression import parse_place
from gazetteer.meaning.shape import shape
from gazetteer.place import PlaceExpression, Relation
from geo.errors import GeometryError
from geo.geodesy import destination
from tests.zoo import ALEPPO, GOMA, HAMA, M5_HAMA_ALEPPO, PROVINCE, SAKE


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Hama", "gazetteer"),
        ("15 km from Hama", "ring"),
        ("more than 20 km from Hama", "ring"),
        ("15 km north of Hama", "sector"),
        ("north of Hama", "sector"),
        ("the northern outskirts of Hama", "outskirts"),
        ("northern rural Hama", "part"),
        ("central Hama", "part"),
        ("the eastern Hama area", "part"),
        ("near Hama", "near"),
        ("toward Hama", "toward"),
        ("at the gates of Hama", "gates"),
    ],
)
def test_every_relation_has_its_shape(text, method):
    found = shape(parse_place(text), [HAMA], name="Hama")
    assert found.method == method
    assert method == "gazetteer" or "Hama" in found.note


def test_every_relation_of_the_grammar_can_be_shaped():
    for relation in Relation:
        expression = parse_place("the Hama-Aleppo road")
        two = shape(
            type(expression)(
                text="x", heads=("Hama", "Aleppo"), relation=relation, distance_km=(1, 1)
            ),
            [HAMA, ALEPPO],
            name="Hama",
        )
        assert two.uncertainty_m > 0


def test_a_plain_name_keeps_its_footprint():
    assert shape(parse_place("the city of Hama"), [HAMA], name="Hama") is HAMA


def test_a_road_known_as_a_line_stays_a_line():
    found = shape(parse_place("along the M5 highway"), [M5_HAMA_ALEPPO], name="M5")
    assert found.geometry.equals(M5_HAMA_ALEPPO.geometry)


def test_a_road_known_by_its_ends_becomes_a_corridor():
    found = shape(parse_place("the Goma-Sake road"), [GOMA, SAKE], name="Goma-Sake road")
    assert found.geometry.contains(shapely.Point(GOMA.lon, GOMA.lat))
    assert found.method == "along"


def test_a_road_with_one_known_place_is_not_drawn_as_a_line():
    found = shape(parse_place("the route to Hama"), [HAMA], name="Hama")
    assert found.method == "near"


def test_a_direction_cuts_a_province_in_half():
    found = shape(parse_place("northern Hama province"), [PROVINCE], name="Hama province")
    assert found.lat > PROVINCE.lat


def test_a_distance_from_the_outskirts_starts_at_the_edge():
    plain = shape(parse_place("20 km from Hama"), [HAMA], name="Hama")
    edge = shape(parse_place("20 km from the outskirts of Hama"), [HAMA], name="Hama")
    inside = destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=0, distance_m=17_000)
    assert plain.geometry.contains(shapely.Point(inside))
    assert not edge.geometry.contains(shapely.Point(inside))


def test_a_sector_from_the_outskirts_starts_at_the_edge():
    found = shape(parse_place("20 km north of the outskirts of Hama"), [HAMA], name="Hama")
    inside = destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=0, distance_m=19_000)
    assert found.method == "sector"
    assert not found.geometry.contains(shapely.Point(inside))


def test_within_some_kilometres_holds_the_town_and_what_is_around_it():
    near = PlaceExpression(
        text="within five kilometres of Hama",
        heads=("Hama",),
        relation=Relation.DISTANCE,
        distance_km=(0, 5),
    )
    found = shape(near, [HAMA], name="Hama")
    assert found.geometry.contains(shapely.Point(HAMA.lon, HAMA.lat))
    assert found.uncertainty_m == pytest.approx(4_000 + 5_000 + 1_250, abs=2)


def test_a_side_of_a_town_keeps_its_countryside_as_another_reading():
    found = shape(parse_place("southern Hama"), [HAMA], name="Hama")
    (country,) = found.alternatives
    assert found.note == "south part of Hama"
    assert country.note.startswith("south countryside of Hama")
    assert found.weight > country.weight
    assert found.weight + country.weight == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("southern Hama", PROVINCE),
        ("southern rural Hama", HAMA),
        ("central Hama", HAMA),
        ("the countryside of Hama", HAMA),
    ],
)
def test_other_parts_have_one_reading(text, anchor):
    found = shape(parse_place(text), [anchor], name="Hama")
    assert (found.weight, found.alternatives) == (1, ())


def test_toward_a_side_of_a_province_heads_for_that_side():
    found = shape(parse_place("towards southern Hama province"), [PROVINCE], name="Hama")
    assert found.lat < PROVINCE.lat
    assert not found.geometry.contains(shapely.Point(found.lon, found.lat))


@pytest.mark.parametrize(
    ("text", "anchors"), [("near Hama", []), ("between Hama and Aleppo", [HAMA])]
)
def test_a_missing_anchor_is_named(text, anchors):
    with pytest.raises(GeometryError, match="Hama"):
        shape(parse_place(text), anchors, name="Hama")


@pytest.mark.parametrize("said", ["three villages", "a nearby village", "dozens of settlements"])
def test_villages_without_a_name_lie_around_the_town_that_they_are_told_by(said):
    asked = PlaceExpression(text=said, heads=("Hama",), feature_word="village")
    assert shape(asked, [HAMA], name="Hama").uncertainty_m > 25_000
    named = PlaceExpression(text="the village of Hama", heads=("Hama",), feature_word="village")
    assert shape(named, [HAMA], name="Hama") == HAMA


def test_just_south_of_a_town_is_nearer_than_south_of_it():
    near, far = (
        shape(parse_place(t), [HAMA], name="Hama") for t in ("just south of Hama", "south of Hama")
    )
    assert HAMA.lat - near.lat < (HAMA.lat - far.lat) / 1.2
    assert near.uncertainty_m < far.uncertainty_m / 2
    for words in ("just to the south of Hama", "an area just south of Hama"):
        again = shape(parse_place(words), [HAMA], name="Hama")
        assert again.uncertainty_m == near.uncertainty_m
