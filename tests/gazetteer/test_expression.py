"""The wording of the press, taken apart."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.expression import ExpressionError, parse_place
from gazetteer.place import PlaceExpression, Relation

NAMED = [
    ("Goma", "Goma", ""),
    ("hama", "hama", ""),
    ("the town of Suran", "Suran", "town"),
    ("the central province of Hama", "Hama", "province"),
    ("the southeastern Ukrainian city of Mariupol", "Mariupol", "city"),
    ("Chernihiv oblast", "Chernihiv", "oblast"),
    ("Idlib Governorate", "Idlib", "governorate"),
    ("Nad Ali district", "Nad Ali", "district"),
    ("Rakhine State", "Rakhine", "state"),
    ("the department of Chalatenango", "Chalatenango", "department"),
    ("the village of Bohoyavlenka", "Bohoyavlenka", "village"),
    ("the regional capital Mekelle", "Mekelle", "capital"),
    ("occupied Polohy", "Polohy", ""),
    ("rebel-held Bukavu", "Bukavu", ""),
    ("Al-Mazarib Bridge", "Al-Mazarib Bridge", "bridge"),
    ("Tripoli International Airport", "Tripoli International Airport", "airport"),
    ("al-Watiya air base", "al-Watiya air base", "air base"),
    ("Insein prison", "Insein prison", "prison"),
    ("the Zaporizhzhia nuclear power plant", "Zaporizhzhia nuclear power plant", "plant"),
    ("the University of Khartoum", "University of Khartoum", "university"),
    ("the Salween River", "Salween River", "river"),
    ("Mount Nyiragongo", "Mount Nyiragongo", "mountain"),
    ("Jabal Zeinedin", "Jabal Zeinedin", "mountain"),
    ("Hill 105", "Hill 105", "hill"),
    ("North Kivu", "North Kivu", ""),
    ("Sar-e Pol", "Sar-e Pol", ""),
    ("Deir ez-Zor", "Deir ez-Zor", ""),
    ("Ma'arrat al-Nu'man", "Ma'arrat al-Nu'man", ""),
    ("San José de las Flores", "San José de las Flores", ""),
    ("Velykyi Burluk", "Velykyi Burluk", ""),
    ("N'Djamena", "N'Djamena", ""),
    ("حماة", "حماة", ""),
    ("دير الزور", "دير الزور", ""),
    ("Харків", "Харків", ""),
    ("မြဝတီ", "မြဝတီ", ""),
]


@pytest.mark.parametrize(("text", "head", "feature"), NAMED)
def test_a_name_is_read_with_the_kind_it_is_given(text, head, feature):
    found = parse_place(text)
    assert (found.heads, found.relation, found.feature_word, found.directions) == (
        (head,),
        Relation.AT,
        feature,
        (),
    )


INF = math.inf
DISTANCES = [
    ("15 kilometers from Hama", "distance", (15, 15), ()),
    ("15 kilometres away from Hama", "distance", (15, 15), ()),
    ("15km from Hama", "distance", (15, 15), ()),
    ("a 15-kilometre distance from Hama", "distance", (15, 15), ()),
    ("20 miles from Hama", "distance", (32.187, 32.187), ()),
    ("1,500 meters from Hama", "distance", (1.5, 1.5), ()),
    ("two kilometres from Hama", "distance", (2, 2), ()),
    ("a few kilometres from Hama", "distance", (2, 5), ()),
    ("more than 20 kilometers away from Hama city", "distance", (20, INF), ()),
    ("at least 20 km from Hama", "distance", (20, INF), ()),
    ("less than 5 km from Hama", "distance", (0, 5), ()),
    ("within 5 km of Hama", "distance", (0, 5), ()),
    ("up to 10 km from Hama", "distance", (0, 10), ()),
    ("about 10 km from Hama", "distance", (9, 11), ()),
    ("nearly 10 km from Hama", "distance", (9, 10), ()),
    ("10-15 km from Hama", "distance", (10, 15), ()),
    ("10 to 15 km from Hama", "distance", (10, 15), ()),
    ("between 10 and 15 km from Hama", "distance", (10, 15), ()),
    ("10 miles outside Hama", "distance", (16.093, 16.093), ()),
    ("15 km (9 miles) north of Hama", "offset", (15, 15), ("north",)),
    ("15 km to the north of Hama", "offset", (15, 15), ("north",)),
    ("15 km NE of Hama", "offset", (15, 15), ("northeast",)),
    ("15 km north-east of Hama", "offset", (15, 15), ("northeast",)),
    ("15 km south-southwest of Hama", "offset", (15, 15), ("south-southwest",)),
    ("some 60 km northwest of Hama", "offset", (54, 66), ("northwest",)),
    ("north of Hama", "offset", None, ("north",)),
    ("just south of Hama", "offset", None, ("south",)),
]


@pytest.mark.parametrize(("text", "relation", "distance", "directions"), DISTANCES)
def test_a_distance_is_read_with_its_range_and_direction(text, relation, distance, directions):
    found = parse_place(text)
    assert (found.heads, found.relation.value, found.directions) == (
        ("Hama",),
        relation,
        directions,
    )
    assert found.distance_km == (distance if distance is None else pytest.approx(distance))


PARTS = [
    ("the outskirts of Hama", "outskirts", (), ""),
    ("the northern outskirts of Hama", "outskirts", ("north",), ""),
    ("Hama's southern suburbs", "outskirts", ("south",), ""),
    ("the northern and eastern suburbs of Hama", "outskirts", ("north", "east"), ""),
    ("the eastern edge of Hama", "outskirts", ("east",), ""),
    ("the western entrance of Hama", "outskirts", ("west",), ""),
    ("the countryside of Hama", "part", (), "countryside"),
    ("Hama countryside", "part", (), "countryside"),
    ("Hama's northern countryside", "part", ("north",), "countryside"),
    ("the northern countryside of Hama province", "part", ("north",), "province"),
    ("northern rural Hama", "part", ("north",), "countryside"),
    ("southern Hama", "part", ("south",), ""),
    ("south-eastern Hama province", "part", ("southeast",), "province"),
    ("the eastern Hama area", "part", ("east",), "area"),
    ("the north of Hama", "part", ("north",), ""),
    ("the western part of Hama", "part", ("west",), ""),
    ("the northern tip of Hama city", "part", ("north",), "city"),
    ("the western bank of Hama", "part", ("west",), ""),
    ("central Hama", "part", (), "centre"),
    ("downtown Hama", "part", (), "centre"),
    ("the city centre of Hama", "part", (), "centre"),
    ("near Hama", "near", (), ""),
    ("around Hama", "near", (), ""),
    ("in the vicinity of Hama", "near", (), ""),
    ("outside the city of Hama", "near", (), "city"),
    ("the Hama front", "near", (), "front"),
    ("toward Hama", "toward", (), ""),
    ("in the direction of Hama", "toward", (), ""),
    ("towards southern Hama", "toward", ("south",), ""),
    ("at the gates of Hama", "gates", (), ""),
    ("the gates of Hama city", "gates", (), "city"),
    ("seven villages in the countryside of Hama", "part", (), "countryside"),
    ("the front lines in northern rural Hama", "part", ("north",), "countryside"),
    ("some areas of Hama province", "at", (), "province"),
    ("the northern third of Hama", "part", ("north",), ""),
]


@pytest.mark.parametrize(("text", "relation", "directions", "feature"), PARTS)
def test_a_part_or_surroundings_are_read_with_their_side(text, relation, directions, feature):
    found = parse_place(text)
    assert (found.heads, found.relation.value, found.directions, found.feature_word) == (
        ("Hama",),
        relation,
        directions,
        feature,
    )


ROADS = [
    ("the Khanaser-Athriya road", ("Khanaser", "Athriya"), "along", "road"),
    ("the Damascus–Aleppo highway", ("Damascus", "Aleppo"), "along", "highway"),
    ("the Goma to Sake road", ("Goma", "Sake"), "along", "road"),
    ("the road from Goma to Sake", ("Goma", "Sake"), "along", "road"),
    ("the road linking Goma with Sake", ("Goma", "Sake"), "along", "road"),
    ("the highway between Kabul and Kandahar", ("Kabul", "Kandahar"), "along", "highway"),
    ("the Al-Raqqa-Deir ez-Zor highway", ("Al-Raqqa", "Deir ez-Zor"), "along", "highway"),
    ("the M5", ("M5",), "along", "road"),
    ("the M5 highway", ("M5",), "along", "highway"),
    ("along the T0504 highway", ("T0504",), "along", "highway"),
    ("Highway 60", ("Highway 60",), "along", "highway"),
    ("Castello Road", ("Castello Road",), "along", "road"),
    ("the Syrian Desert road", ("Syrian Desert road",), "along", "road"),
    ("the Lebanon-Syria border", ("Lebanon", "Syria"), "along", "border"),
    ("the border with Russia", ("Russia",), "along", "border"),
    ("between Aleppo and Hama", ("Aleppo", "Hama"), "between", ""),
    ("halfway between the towns of Mekelle and Adigrat", ("Mekelle", "Adigrat"), "between", ""),
    ("the area between Anefis and Kidal", ("Anefis", "Kidal"), "between", ""),
]


@pytest.mark.parametrize(("text", "heads", "relation", "feature"), ROADS)
def test_a_road_or_stretch_is_read_by_its_ends(text, heads, relation, feature):
    found = parse_place(text)
    assert (found.heads, found.relation.value) == (heads, relation)
    assert found.feature_word == feature


def chain(found: PlaceExpression | None) -> list[tuple[tuple[str, ...], str]]:
    return [(found.heads, found.relation.value), *chain(found.within)] if found else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the village of Al-Saan, 12 km southeast of Salamiyah in eastern Hama province",
            [(("Al-Saan",), "at"), (("Salamiyah",), "offset"), (("Hama",), "part")],
        ),
        (
            "the town of Suran, between Aleppo and Hama",
            [(("Suran",), "at"), (("Aleppo", "Hama"), "between")],
        ),
        (
            "near the Al-Mazarib Bridge in the eastern Hama area",
            [(("Al-Mazarib Bridge",), "near"), (("Hama",), "part")],
        ),
        (
            "near occupied Astrakhanka, Zaporizhzhia Oblast",
            [(("Astrakhanka",), "near"), (("Zaporizhzhia",), "at")],
        ),
        ("Kharkiv's Saltivka district", [(("Saltivka",), "at"), (("Kharkiv",), "at")]),
        ("Syria's Hama province", [(("Hama",), "at"), (("Syria",), "at")]),
    ],
)
def test_what_holds_a_place_is_kept_as_within(text, expected):
    assert chain(parse_place(text)) == expected


@pytest.mark.parametrize(
    ("text", "relation", "feature"),
    [
        ("the city", "at", "city"),
        ("the capital", "at", "capital"),
        ("nearby regions", "at", "region"),
        ("the front lines", "at", "front line"),
        ("the northern countryside of the province", "part", "province"),
        ("the province’s northern countryside", "part", "province"),
        ("a few kilometres from the city", "distance", "city"),
        ("the outskirts of the town", "outskirts", "town"),
        ("three villages", "at", "village"),
    ],
)
def test_a_phrase_that_points_back_has_no_head(text, relation, feature):
    found = parse_place(text)
    assert (found.heads, found.relation.value, found.feature_word) == ((), relation, feature)


def test_the_words_are_kept_as_they_stand():
    text = "the northern outskirts of Hama"
    assert parse_place(text).text == text


@pytest.mark.parametrize("text", ["", "  ", "—", "..."])
def test_a_text_without_a_letter_is_refused(text):
    with pytest.raises(ExpressionError, match="names no place"):
        parse_place(text)


@given(st.text(min_size=1))
def test_any_text_with_a_letter_or_digit_is_taken_apart_without_fault(text):
    if any(letter.isalnum() for letter in text):
        assert isinstance(parse_place(text), PlaceExpression)


@given(
    name=st.sampled_from(["Goma", "Deir ez-Zor", "Chasiv Yar", "N'Djamena", "Al-Safira"]),
    prefix=st.sampled_from(
        ["12 km west of ", "the outskirts of ", "near ", "toward ", "northern "]
    ),
)
def test_the_name_is_the_same_whatever_is_said_about_it(name, prefix):
    assert parse_place(prefix + name).heads == (name,)


@pytest.mark.parametrize("name", ["Ra's al-Ayn", "Ra’s Lanuf", "Sa's"])
def test_a_hamza_before_s_is_no_owner(name: str) -> None:
    assert parse_place(name).heads == (name,)


def test_letters_that_are_turned_around_are_refused() -> None:
    with pytest.raises(ExpressionError, match="turn its letters around"):
        parse_place("\u202eamaH")


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_place("?" * 200_000)
    assert len(str(caught.value)) < 200
