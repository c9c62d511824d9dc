"""Who is meant by the words of the press, in theatres whose sides share words with other wars."""

from __future__ import annotations

import pytest

from claims.fighters.actors import ActorFinder
from claims.fighters.cast.rivals import clear_rival
from claims.sides.theatre_files import load_theatre, neutral_theatre

UKRAINE = """
russia russia | Chechen fighters loyal to Kadyrov held the school; Wagner left
ukraine russia | The AFU repelled VDV assaults near the river
ukraine | HUR said that its operators struck a radar
russia russia | Akhmat special forces and DNR People's Militia entered the plant
russian-rebels russian-rebels | The Freedom of Russia Legion and the Russian Volunteer Corps crossed
russian-rebels russia | Russian rebel groups shelled the post and Russian border guards fired back
ukraine russia | Kyiv's forces left the town; Moscow's troops came in
russia | Pro-Russian separatists shelled the road
ukraine ukraine | Ukrainian National Guard soldiers met a territorial defence brigade
north-korea russia | North Korean soldiers fought beside Russian marines
russia russia | Rosgvardia and FSB border guards detained four men
belarus | The Belarusian army denied it
ukraine | Troops from the Azov Brigade counterattacked near the Sea of Azov
ukraine ukraine | The SBU and the Unmanned Systems Forces struck a refinery
russia | Battlegroup North pushed on
russia | The occupiers shelled a market
"""
DONBAS = """
separatists ukraine | Rebels shelled government troops near the railway
separatists ukraine | Pro-Russian separatists attacked; Ukrainian paratroopers held
separatists separatists ukraine | DPR militia and LPR forces said Ukrainian forces had fired first
russia | Russian troops crossed the border at night
ukraine | The Azov Battalion entered the resort
separatists ukraine | The militants shelled the army
separatists | Illegal armed formations fired mortars
separatists ukraine | The rebels said a Ukrainian helicopter was shot down
"""
GAZA_LEBANON = """
israel israel hamas | The IDF said its Golani Brigade killed Hamas gunmen
hamas israel islamic-jihad | Al-Qassam Brigades hit Israeli soldiers; al-Quds Brigades fired
hezbollah israel israel | Hizbollah guerrillas attacked an SLA post and Israeli gunners replied
palestinian-factions palestinian-authority | Palestinian militants met Palestinian security forces
lebanon unifil | Lebanese troops moved south as UN peacekeepers watched
islamic-jihad palestinian-authority | Islamic Jihad militants and Fatah fighters clashed
israel hezbollah | The Zionist enemy bombed the hill; the Islamic Resistance in Lebanon hit a tank
iran us | Iran's Revolutionary Guards launched missiles; US forces shot some down
houthi | Houthi rebels fired a missile
israel hezbollah | Israel bombed the suburb and Hezbollah shelled the base
palestinian-factions israel | PLO guerrillas shelled a post of the Israeli army
"""
IRAQ = """
iraq-gov is | Iraqi counter-terrorism forces entered as ISIL fighters fled
kurdish-led iraqi-militias is | Peshmerga forces and Shiite militias took the town from Daesh
kurdish-led kurdish-led iraq-gov | The KDP drove PUK fighters out with Iraqi tanks
turkey pkk | Turkish jets bombed PKK camps
iran iraq-gov | Iranian troops attacked; the Iraqi Republican Guard held
us iraqi-militias | US Marines fought Mahdi Army militiamen
us is | Coalition aircraft bombed Islamic State positions
opposition al-qaeda | Sunni insurgents attacked; al-Qaeda in Iraq claimed it
iraqi-militias iraq-gov | Hashd al-Shaabi and federal police advanced
iraqi-militias us | Kataib Hezbollah fired rockets at American troops
us | British troops left the city
kurdish-led iraq-gov | Kurdish guerrillas attacked Iraqi soldiers
opposition iraq-gov | Iraqi rebels attacked government forces
opposition iraq-gov | Militants attacked and the army repelled them
"""
TABLES = {"ukraine": UKRAINE, "donbas": DONBAS, "gaza-lebanon": GAZA_LEBANON, "iraq": IRAQ}


@pytest.mark.parametrize(("theatre", "row"), [
    (theatre, row) for theatre, table in TABLES.items() for row in table.strip().splitlines()
])  # fmt: skip
def test_the_words_of_the_press_name_the_right_sides(theatre: str, row: str) -> None:
    sides, text = row.split(" | ")
    found = ActorFinder(load_theatre(theatre), text).find(text)
    assert [mention.side for mention in found] == sides.split()


def test_plain_words_tell_no_side_where_several_could_be_meant() -> None:
    for theatre, text in (("ukraine", "Rebels crossed"), ("gaza-lebanon", "The army fired")):
        (mention,) = ActorFinder(load_theatre(theatre), text).find(text)
        assert mention.side is None


def test_towns_tell_whose_the_army_is_where_only_those_from_abroad_are_named() -> None:
    text = "Rebels left Bambari and Bossangoa; Russian advisers and the national army took Bouar."
    actors = ActorFinder(neutral_theatre(("CF", "RU")), text).find(text)
    assert [actor.side for actor in actors if actor.text == "national army"] == ["car-government"]


def test_a_spokesman_is_known_by_a_name_behind_an_article() -> None:
    text = "The spokesman of the Northern Front, Ilar al-Roe, denied it. The army left."
    speaker = ActorFinder(neutral_theatre(()), text).speaker("al-Roe")
    assert speaker is not None
    assert speaker.side == "northern-front"


def test_a_power_is_nobodys_clear_rival_where_more_is_told_of_others():
    weight = {"france": 4, "bosnia-government": 2, "serb": 6}
    ranked = ["france", "bosnia-government", "serb"]
    assert clear_rival("muslim", ranked, weight, home="bosnia-government") is None
    assert clear_rival("muslim", ranked[:2], weight, home="bosnia-government") == "france"


def test_the_rebels_are_left_open_where_others_than_those_called_so_were_named_last():
    congo = load_theatre("congo")
    near = "M23 rebels entered Uvira. The rebels captured Goma."
    assert [m.side for m in ActorFinder(congo, near).find(near)] == ["m23", "m23"]
    far = "M23 rebels entered Uvira. CODECO fighters left Djugu. The rebels captured Goma."
    assert [m.side for m in ActorFinder(congo, far).find(far)] == ["m23", "codeco", None]


def test_who_is_loyal_to_a_president_and_named_by_a_land_is_of_that_land():
    text = "Chadian soldiers loyal to the president surrounded a house. The RSF shelled a camp."
    assert [m.side for m in ActorFinder(load_theatre("sudan"), text).find(text)] == ["chad", "rsf"]
