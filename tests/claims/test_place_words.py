"""How much of a sentence the words of a place are: which place it is, and not where that lies."""

from __future__ import annotations

import pytest

from tests.claims.test_sentences import claims_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels cut the road to Oru, about 1,500 km from Kassa.", "the road to Oru"),
        ("Rebels cut the road to Oru, in Kassa province.", "the road to Oru"),
        ("Rebels cut the road to Oru, a town in Kassa province.", "the road to Oru"),
        ("Rebels cut the road to Oru near Kassa.", "the road to Oru near Kassa"),
        ("Rebels cut the road to Oru, 9 km from Kassa.", "the road to Oru, 9 km from Kassa"),
    ],
)
def test_the_words_of_a_road_hold_what_tells_where_on_it_alone(text: str, place: str) -> None:
    assert [claim.place and claim.place.text for claim in claims_of(text)] == [place]


def test_what_is_told_of_all_members_of_a_list_is_no_part_of_the_last() -> None:
    claims = claims_of("Rebels captured Oru and Bela, both of them in Kassa province.")
    places = [claim.place for claim in claims if claim.place]
    assert [place.text for place in places] == ["Oru", "Bela"]
    assert [place.within and place.within.heads for place in places] == [("Kassa",)] * 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels ambushed a convoy bound for Oru.", "toward: for Oru"),
        ("Rebels attacked trucks carrying food to Oru.", "toward: to Oru"),
        ("An army patrol heading for Oru came under attack on Monday.", "toward: for Oru"),
        ("Rebels carried out an attack on a column moving to Oru.", "toward: to Oru"),
        ("Rebels ambushed a convoy travelling from Oru to Bela.", "between: from Oru to Bela"),
        ("Rebels ambushed a convoy bound for Oru near Bela.", "near: near Bela"),
    ],
)
def test_who_is_met_on_the_way_to_a_place_is_not_in_it(text: str, place: str) -> None:
    (claim,) = claims_of(text)
    assert claim.place
    assert f"{claim.place.relation.value}: {claim.place.text}" == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The army advanced toward Oru and the nearby town of Bela.",
            ["toward: toward Oru", "toward: the nearby town of Bela"],
        ),
        (
            "Fighting broke out near Oru and the village of Bela on Monday.",
            ["near: near Oru", "near: the village of Bela"],
        ),
        (
            "Rebels fought near Oru and the town of Bela was shelled.",
            ["near: near Oru", "at: the town of Bela"],
        ),
        ("The army advanced toward the airport at Oru.", ["toward: toward the airport at Oru"]),
        ("The army closed in on the rebel stronghold of Oru.", ["at: the rebel stronghold of Oru"]),
        ("Rebels captured the airport near Oru.", ["at: the airport near Oru"]),
        ("Fighting broke out in the oil town of Oru.", ["at: the oil town of Oru"]),
    ],
)
def test_a_place_keeps_the_relation_that_it_is_told_by(text: str, places: list[str]) -> None:
    told = [claim.place for claim in claims_of(text) if claim.place]
    assert [f"{place.relation.value}: {place.text}" for place in told] == places


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Rebels captured Kazimbo, in Kassa province, 15 km north of Oru.", ["offset Oru"]),
        ("Rebels captured Kazimbo – 15 km north of Oru – on Monday.", ["offset Oru"]),
        ("Rebels captured the village of Kazimbo in the vicinity of Oru.", ["near Oru"]),
        ("Rebels captured Kazimbo and Mulenga, two villages near Oru.", ["near Oru"] * 2),
        ("Rebels captured the village of Kazimbo (in Oru district).", ["at Oru"]),
        ("Rebels captured the Oru district village of Kazimbo.", ["at Oru"]),
        ("Rebels attacked the Kazimbo area of Oru district.", ["at Oru"]),
        ("Rebels captured the Kazimbo bridge near Oru.", ["near Oru"]),
        ("Rebels captured Oru's largest town, Kazimbo.", ["at Oru"]),
    ],
)
def test_a_name_that_nobody_knows_lies_where_the_words_about_it_say(
    text: str, holders: list[str]
) -> None:
    told = [claim.place.within for claim in claims_of(text) if claim.place]
    assert [f"{of.relation.value} {of.heads[0]}" for of in told if of] == holders
    assert all(told)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels seized a hill overlooking Oru.", "near: overlooking Oru"),
        ("Fighting continued on a ridge overlooking Oru.", "near: overlooking Oru"),
        ("Fighting broke out in the hills above Oru.", "near: above Oru"),
        ("Rebels attacked a bridge leading to Oru.", "near: a bridge leading to Oru"),
        ("The army cut the road leading to Oru.", "along: the road leading to Oru"),
        ("The army cut the road to Gnarpa.", "along: the road to Gnarpa"),
        ("Rebels blocked the highway to Gnarpa.", "along: the highway to Gnarpa"),
    ],
)
def test_who_takes_a_hill_above_a_town_takes_no_town(text: str, place: str) -> None:
    (claim,) = claims_of(text)
    assert claim.place
    assert f"{claim.place.relation.value}: {claim.place.text}" == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels captured Kazimbo – 15 km north of Oru – on Monday.", ["Kazimbo"]),
        ("Rebels captured Oru, leading to Kassa being cut off.", ["Oru", "Kassa"]),
        ("Rebels seized a village west of Oru in a push towards Kassa.", ["west of Oru"]),
        ("Rebels captured Kassa, overlooking Oru.", ["Kassa"]),
        ("Rebels surprised the Oru garrison and seized its camp.", ["the Oru garrison"]),
        ("Soldiers guarding Oru told the mission in Kassa they were shelled.", ["Oru"]),
    ],
)
def test_a_place_beside_the_one_that_is_told_of_takes_nothing_from_it(
    text: str, places: list[str]
) -> None:
    assert [claim.place and claim.place.text for claim in claims_of(text)] == places


def test_who_takes_heights_above_two_towns_takes_neither() -> None:
    places = [c.place for c in claims_of("Rebels captured heights overlooking Oru and Kassa.")]
    assert [place and place.relation.value for place in places] == ["near", "near"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("An attack began in villages north of Oru, where rebels took a base.", "north"),
        ("An attack began in the hills west of Oru, where rebels took a base.", "west"),
        ("Fighting raged 20 km from Oru, where rebels took a base.", "Oru"),
    ],
)
def test_where_is_the_ground_off_a_town_and_no_mere_distance(text: str, place: str) -> None:
    *_, taken = claims_of(text)
    assert taken.place is not None
    assert place in taken.place.text.split()[:4]
    assert (taken.place.text == "Oru") == (place == "Oru")


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rebels seized the Zorb Factory complex north of Oru.", "north of Oru"),
        ("Rebels seized the Bela post overlooking Oru.", "near Oru"),
        ("Rebels seized the Zorb hilltop overlooking Oru.", "near Oru"),
        ("Rebels seized Mount Zorb above Oru.", "near Oru"),
        ("Rebels seized the Zorb Factory on Monday north of Oru.", ""),
    ],
)
def test_a_site_lies_by_the_town_that_its_complex_or_post_is_told_by(
    text: str, holder: str
) -> None:
    place = claims_of(text)[0].place
    assert place
    assert (place.within.text if place.within else "") == holder
