"""Which part of a front, or which province, the places of a sentence lie on."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims_of


def _grounds(text: str) -> dict[str, str]:
    """Return the ground of each place that a text claims something of; empty where it has none."""
    return {
        place.heads[0]: getattr(place.within or place.ground, "text", "")
        for place in (claim.place for claim in claims_of(text))
        if place and place.heads
    }


@pytest.mark.parametrize(
    "text",
    [
        "In the Oru sector, rebel fighters attacked near Bela and Tamra.",
        "Rebel fighters attacked near Bela and Tamra in the Oru sector.",
        "On the Oru front, fighting went on. Rebel fighters attacked near Bela and Tamra.",
        "Oru direction: rebel fighters attacked near Bela and Tamra.",
    ],
)
def test_a_sector_holds_the_places_of_its_paragraph(text: str) -> None:
    found = _grounds(text)
    assert "Oru" in found["Bela"]
    assert found["Bela"] == found["Tamra"]


def test_a_town_that_villages_are_told_by_holds_them() -> None:
    found = _grounds(
        "Rebel fighters attacked southeast of Oru near Bela and Tamra. They shelled Dorba."
    )
    assert found == {"Bela": "southeast of Oru", "Tamra": "southeast of Oru", "Dorba": ""}


def test_each_place_of_a_list_is_told_by_its_own_town() -> None:
    found = _grounds(
        "Rebel fighters attacked northeast of Oru near Bela and Tamra; northwest of Kasa near"
        " Dorba."
    )
    oru, kasa = "northeast of Oru", "northwest of Kasa"
    assert found == {"Bela": oru, "Tamra": oru, "Dorba": kasa}


def test_the_next_sector_and_the_next_paragraph_end_it() -> None:
    found = _grounds(
        "In the Oru sector, rebel fighters attacked near Bela, and in the Kasa sector they attacked"
        " near Tamra.\n\nRebel fighters captured the village of Dorba."
    )
    assert "Oru" in found["Bela"]
    assert "Kasa" in found["Tamra"]
    assert found["Dorba"] == ""


def test_a_province_that_opens_a_sentence_holds_what_follows_in_it() -> None:
    found = _grounds(
        "In Kasa province, rebel fighters captured the village of Bela. They then captured the"
        " village of Tamra."
    )
    assert found["Bela"] == "Kasa province"
    assert found["Tamra"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Rebel fighters attacked in the direction of Oru and near Bela.",  # no sector
        "Troops from Kasa province captured the village of Bela.",
    ],
)
def test_other_places_are_no_ground(text: str) -> None:
    assert _grounds(text)["Bela"] == ""


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Witnesses in Maru say troops have reached the Oru junction, 20 km north of the town.",
            {"Oru junction": "20 km north of the town"},
        ),
        (
            "Rebels took Maru on Monday. Troops attacked the village of Oru, 3 km from the city.",
            {"Maru": "", "Oru": "3 km from the city"},
        ),
        # the town is Oru itself, of which no other was told before
        ("Troops attacked Oru and dug in 3 km from the town.", {"Oru": ""}),
    ],
)
def test_a_town_not_named_again_holds_what_is_measured_from_it(
    text: str, held: dict[str, str]
) -> None:
    assert _grounds(text) == held


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("Rebel fighters attacked Bela, a village west of Tamra.", "west of Tamra"),
        ("Rebel fighters attacked Bela, 15 km from Tamra.", "15 km from Tamra"),
        ("Rebel fighters attacked Bela, in the province of Tamra.", "the province of Tamra"),
        ("Rebel fighters attacked Bela and Tamra.", ""),
        ("Rebel fighters attacked Bela (Oru People's Republic).", "Oru region"),
    ],
)
def test_what_a_place_is_set_beside_holds_it(text: str, beside: str) -> None:
    assert _grounds(text)["Bela"] == beside


@pytest.mark.parametrize("site", ["hospital", "mosque", "hotel", "clinic", "museum", "jail"])
def test_a_town_that_opens_a_sentence_holds_the_sites_in_it(site: str) -> None:
    found = _grounds(
        f"In Oru, meanwhile, a shell hit the Bela {site}. Rebels shelled Tamra market."
    )
    assert found[f"Bela {site}"] == "Oru"
    assert found["Tamra market"] == "Oru"  # unless there is a town of Tamra


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Rebels fought in the city of Oru. They captured the Bela mosque.", "Oru"),
        ("Rebels fought in the city of Oru. They captured the Bela quarter.", "Oru"),
        ("Rebels fought in the city of Oru. They captured the Bela museum.", "Oru"),
        ("Rebels fought in the city of Oru. They captured the village of Bela.", ""),
        ("Rebels fought in the city of Oru. They captured the Bela mosque in Tamra.", "Tamra"),
        ("Rebels fought in the city of Oru. Jets bombed the road to the suburb of Bela.", "Oru"),
        ("Rebels fought in the city of Oru. Jets bombed the road to Bela.", ""),
        ("Rebels fought in the city of Oru. Jets bombed Bela Mill Road.", "Oru"),
        ("Rebels fought in the city of Oru. Jets bombed the Bela road.", ""),
        ("They captured the Bela mosque.", ""),
        ("Rebels fought in the city of Oru. They captured the Bela bridge.", ""),
        ("Rebels fought in the city of Oru. The army took the palace in Bela.", ""),
        ("Rebels fought in the city of Oru. Shells hit the university of Bela.", ""),
        ("Rebels fought in the Zalin district of Oru. They captured the Bela mosque.", "Oru"),
    ],
)
def test_what_stands_in_a_town_lies_on_the_ground_of_the_city_spoken_of(
    text: str, ground: str
) -> None:
    (found,) = (told for name, told in _grounds(text).items() if "Bela" in name)
    assert ground in found
    assert bool(ground) == bool(found)


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("Rebels attacked Oru. They captured the airport.", "Oru", "airport"),
        ("Rebels attacked near Oru. They shelled the airport.", "Oru", "airport"),
        ("Rebels attacked Oru. They captured the town's prison.", "Oru", "prison"),
        ("Rebels attacked Oru. They captured its airport.", "Oru", "airport"),
        ("Rebels are in the city of Oru. They took the town of Bela. Troops hold the airport.",
         "Oru", "airport"),
        ("Rebels fought near the Bela bridge in western Oru and took the city's prison.", "Oru",
         "prison"),
        ("Rebels pushed to within a mile of the Bela bridge in eastern Oru. They shelled the city.",
         "Oru", ""),
    ],
)  # fmt: skip
def test_what_is_a_towns_own_is_told_of_that_town_and_is_not_the_town(
    text: str, head: str, kind: str
) -> None:
    place = claims_of(text)[-1].place
    assert place is not None
    assert (place.heads, place.feature_word in ("", "city")) == ((head,), not kind)
    assert kind in place.feature_word


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ("the districts of Bela and Tamra, in the south of the city", "in the south of the city"),
        ("Bela and Tamra, on the eastern edge of the town", "the eastern edge of the town"),
        ("the Bela and Tamra districts of the city", "the city"),
        ("the Bela area and the Tamra district in the city", "the city"),
        ("the Bela and Tamra areas at the edge of the old city", "the edge of the old city"),
        ("the Bela and Tamra areas near the city", "near the city"),
        ("army posts at Bela and Tamra, outside the city", "outside the city"),
    ],
)
def test_a_part_of_the_town_that_is_told_behind_a_list_holds_all_of_it(
    told: str, part: str
) -> None:
    found = _grounds(f"Rebels attacked Oru on Monday. They captured {told}.")
    assert found["Bela"] == found["Tamra"] == part


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ("the Bela area of the city", "the city"),
        ("the Bela district of the city", "the city"),
        ("the Bela checkpoint in the south of the city", "in the south of the city"),
        ("the Bela hills of the province", ""),
    ],
)
def test_a_place_of_the_city_lies_in_the_one_spoken_of(told: str, where: str) -> None:
    found = claims_of(
        "Rebels attacked Oru on Monday. They took the Tamra district after a siege and entered"
        f" {told}."
    )
    place = found[-1].place
    assert place is not None
    assert (place.within.text if place.within else "") == where
    assert not where or (place.within and place.within.heads == ("Oru",))


def test_a_base_that_is_pointed_at_may_tell_how_far_off_another_place_lies() -> None:
    text = (
        "Rebel fighters captured the air base at Oru. They attacked Bela, 20 km north of the base."
    )
    assert _grounds(text)["Bela"] == "20 km north of the base"
    (_, place) = (claim.place for claim in claims_of(text))
    assert place is not None
    assert place.within is not None
    assert place.within.heads == ("Oru",)


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        ("They entered the nearby village of Bela.", "near Oru"),
        ("The adjacent Bela base fell.", "near Oru"),
        ("In the neighbouring hamlet of Bela they killed two soldiers.", "near Oru"),
        ("They entered the nearby town of Bela.", ""),  # it may be a day's drive off
        ("They entered the village of Bela.", ""),
    ],
)
def test_a_village_nearby_lies_around_what_was_told_before_it(told: str, ground: str) -> None:
    found = _grounds(f"Rebels captured Oru on Monday. {told}")
    assert next(each for name, each in found.items() if "Bela" in name) == ground


@pytest.mark.parametrize(
    ("site", "ground"),
    [
        ("Fourth Bridge", "the city of Oru"),
        ("Iron Bridge", "the city of Oru"),
        ("Vorka Bridge", ""),
    ],
)
def test_a_bridge_with_a_number_is_one_of_the_city_spoken_of(site: str, ground: str) -> None:
    found = _grounds(f"Rebels fought in the city of Oru. Troops captured the {site}.")
    assert found[site] == ground


@pytest.mark.parametrize(
    ("told", "province"),
    [
        (
            "They entered the provincial capital, Bela, on Sunday.",
            "several districts in Kassa province",
        ),
        ("They entered the capital, Bela, on Sunday.", ""),
        ("They entered the town of Bela on Sunday.", ""),
    ],
)
def test_a_provincial_capital_lies_in_the_province_spoken_of(told: str, province: str) -> None:
    found = _grounds(f"Rebels captured several districts in Kassa province. {told}")
    assert found["Bela"] == province
