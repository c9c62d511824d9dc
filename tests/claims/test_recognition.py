"""Which conflict a text is about: sentences of our own, on wars with a theatre and without."""

from __future__ import annotations

import itertools
import sys
from datetime import date

import pytest

from claims.sides.theatre_cues import CueTable
from claims.sides.theatre_files import cue_table, load_theatre, recognise_theatre

SYRIA = """
Opposition fighters entered Saraqib overnight and cut the road to Aleppo.
A war monitor said army convoys were leaving Hama for Homs.
Turkish drones struck three Kurdish checkpoints near Manbij.
The Syrian Democratic Forces said they had repelled an attack near Tell Abyad.
Moscow said its bombers destroyed a depot outside Idlib.
Israeli jets hit an arms depot near Damascus, Syrian state media said; Israel did not comment.
Russian warplanes, Russian helicopters and Russian advisers helped Syria's army to hold Palmyra.
IN HOMS, SYRIAN TROOPS SHELLED TWO DISTRICTS, RESIDENTS SAID.
Hezbollah fighters from Lebanon reinforced the Syrian army around Qusayr in Homs province.
Islamic State militants attacked an oil field east of Deir ez-Zor.
Iraqi militias crossed into Syria to support government troops in Aleppo and Hama.
"""
UKRAINE = """
Russian forces advanced to the outskirts of Pokrovsk, Ukraine's General Staff said.
Kharkiv came under fire from glide bombs overnight.
The Ukrainian air force shot down 40 drones over Odesa and Mykolaiv.
Drones hit an oil depot in Belgorod, the governor said.
Ukrainian soldiers crossed the border into Kursk and Ukraine confirmed it a day later.
The Russian Defense Ministry said its troops had taken Toretsk.
RUSSIAN TROOPS ENTERED LYMAN ON FRIDAY, OFFICIALS IN KYIV SAID.
Geolocated footage shows Russian forces in central Kupyansk.
The Freedom of Russia Legion said it held two villages.
North Korean troops were seen near Sudzha.
Kyiv said that its forces struck a bridge in Crimea.
A milblogger claimed that units of the Eastern Grouping of Forces took Huliaipole.
Belarusian helicopters flew over the border while Russian jets struck Chernihiv and Sumy.
The mayor of Zaporizhzhia reported three explosions.
"""
GAZA_LEBANON = """
Israeli tanks pushed into the east of Rafah under heavy fire.
Hamas said its fighters destroyed a bulldozer in Khan Younis.
Rockets fired from southern Lebanon landed near Kiryat Shmona.
The Israeli army said two divisions operate in Jabalia.
Hizbollah guerrillas fired mortars at positions of the South Lebanon Army.
An airstrike on a suburb of Beirut killed two, the Lebanese health ministry said.
Palestinian gunmen exchanged fire with Israeli troops in Jenin, in the West Bank.
UNIFIL said its peacekeepers saw tanks near Naqoura.
Israeli planes raided Baalbek in Lebanon's east after rockets hit Haifa.
Hezbollah claimed to have hit a base in the Galilee, and Israel shelled the edge of Tyre.
HAMAS MILITANTS FIRED ROCKETS AT ISRAEL FROM THE GAZA STRIP.
Syrian and Lebanese papers said Israeli shells fell near Marjayoun in south Lebanon.
"""
IRAQ = """
Iraqi troops raised the flag over the government compound in Ramadi.
Islamic State fighters attacked a checkpoint south of Kirkuk, police said.
Peshmerga forces took three villages near Sinjar.
Iraq said it had driven Iranian soldiers from positions east of Basra.
The coalition carried out four strikes near Mosul.
Turkish warplanes bombed PKK camps in the Qandil mountains.
Mahdi Army militiamen fought US marines in Najaf for a third day.
The Popular Mobilization Forces said they had cut the road to Tal Afar.
Iranian troops crossed into Iraq to help one Kurdish faction near Sulaymaniyah.
INSURGENTS FIRED MORTARS AT A BASE WEST OF BAGHDAD, A SPOKESMAN SAID.
Allied aircraft hit Iraqi armour in Kuwait and Iraqi radar near Nasiriyah.
"""
NONE = """
Taliban fighters seized a district in Kunduz, Afghan officials said.
Chechen fighters ambushed a Russian column south of Grozny.
Somali troops and African Union forces took a town from al-Shabaab in Lower Shabelle.
FARC guerrillas attacked a Colombian army post in Cauca.
Tamil Tigers shelled a Sri Lankan navy base near Trincomalee.
Tigrayan forces advanced on Dessie, Ethiopia, residents said.
Azerbaijan said its army had taken heights near Shusha from Armenian forces.
Malian soldiers and Wagner mercenaries entered Kidal in Mali.
Forces loyal to Tripoli pushed back Libyan fighters south of the airport.
Russian tanks rolled into Gori, Georgia, as Georgian forces withdrew towards Tbilisi.
The rebels are a few miles from the capital, witnesses said.
The flood reached the old bridge, and the army sent two helicopters.
Salvadoran troops drove FMLN guerrillas from a hill in Chalatenango.
Bosnian Serb gunners shelled the road over Mount Igman.
Nigerian jets bombed Boko Haram camps near Lake Chad.
Somali troops fought in Somalia; a Syrian passport from Syria was found, Somali police said.
Ethiopian drones struck a market in Ethiopia, and Ethiopian medics named Gaza as a likeness.
Fighters returned from Syria, officials in Somalia said; Somali police held three of them.
The Hamburg paper wrote of Moscow's plans, and Russian diplomats were silent.
Central African Republic: Wagner Group instructors joined the army at Bambari.
"""


def _rows() -> list[tuple[str, str]]:
    texts = {
        "syria": SYRIA, "ukraine": UKRAINE, "gaza-lebanon": GAZA_LEBANON, "iraq": IRAQ,
        "neutral": NONE,
    }  # fmt: skip
    return [(name, line) for name, text in texts.items() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("name", "text"), _rows())
def test_a_text_is_recognised_by_its_own_words(name: str, text: str) -> None:
    assert recognise_theatre([text]).id == name


@pytest.mark.parametrize(("day", "name"), [
    (date(2014, 8, 20), "donbas"),
    (date(2022, 2, 20), "donbas"),
    (date(2022, 2, 24), "ukraine"),
    (date(2025, 1, 1), "ukraine"),
    (date(1941, 10, 24), "neutral"),
    (None, "ukraine"),
])  # fmt: skip
def test_the_day_of_a_report_tells_two_stages_of_one_war_apart(day: date | None, name: str) -> None:
    text = "Shells fell on Donetsk, and Ukrainian officials blamed Russian forces."
    assert recognise_theatre([text], [day]).id == name


@pytest.mark.parametrize(("text", "codes"), [
    ("Rockets from Gaza hit Sderot.", ("IL", "PS", "LB")),
    ("Israel struck Isfahan in Iran; Iranian fire hit Haifa, Israel.", ("IL", "PS", "LB", "IR")),
    ("Iraq said Iranian shells hit Basra and Iraqi guns hit Abadan, Iran.", ("IQ", "IR")),
    ("Iraq's army fought in Mosul, Iraq; Iraqis fled. Iran said nothing.", ("IQ",)),
    ("Turkish troops massed in Turkey before Afrin.", ("SY", "TR")),
    ("MARDIN, Turkey (AA)\n\nJets hit Qandil, Iraq. Mardin and Cizre in Turkey are calm.", ("TR",)),
    ("Tapachula, Mexico (AP) - Rebels took Nebaj and Huehuetenango in Guatemala.", ("GT", "MX")),
    ("Malian rebels took Gao in Mali, helped by men from Niger.", ("ML", "NE")),
    ("U.S. aircraft bombed a camp in Afghanistan, the US said.", ("AF",)),
    ("The US said its aircraft had bombed a camp.", ("US",)),
    ("The US Army left Atlanta for Savannah and Macon.", ("US",)),
    ("Iraqi guns hit Abadan. Iran said so; Iraqis denied it, as Iraq had in Basra.", ("IQ", "IR")),
    ("Rebels hold Kenema, Makeni and Koidu. Guinean guns shelled them.", ("SL", "GN")),
    ("GUERRILLAS ENTERED USULUTAN AND SAN MIGUEL AND SHELLED SONSONATE.", ("SV",)),
    ("The general said that the forces had left Ajdabiya.", ("LY",)),
    ("The general spoke in Boston.", ()),
    ("Gunmen from Niger's Tillaberi raided Borno state in Nigeria.", ("NG", "NE")),
    ("Fighters took the capitals of Helmand and Takhar.", ("AF",)),
    ("Israeli troops attacked Beirut.", ("IL", "LB")),
    ("Ethiopian troops attacked Asmara.", ("ET", "ER")),
    ("Rwandan soldiers entered Kindu.", ("RW", "CD")),
    ("American planes bombed Belgrade.", ("RS", "US")),
    ("Mozambican troops recaptured Palma.", ("MZ",)),
    ("Israeli troops entered Bethlehem.", ("IL",)),
    ("Rebels met Dakar Rally drivers.", ()),
    ("General Jackson and Colonel Austin met Mr Denver Houston.", ()),
    ("Huesca and Zaragoza held; Italian tanks took Teruel.", ("ES", "IT")),
    ("Afghan troops and U.S. aircraft attacked a camp in Afghanistan.", ("AF",)),
])  # fmt: skip
def test_the_countries_that_a_text_names_often_are_opened(
    text: str, codes: tuple[str, ...]
) -> None:
    assert recognise_theatre([text]).countries == codes


@pytest.mark.parametrize(("text", "code"), [
    ("Hamas said so", ""),
    ("Islamic State of Iraq and Syria", ""),
    ("South Sudan", "SS"),
    ("U.S. jets", "US"),
    ("IRAQIS", "IQ"),
    ("Syria’s north", "SY"),
    ("Syrian", "SY"),
])  # fmt: skip
def test_words_are_taken_whole_and_the_longest_counts(text: str, code: str) -> None:
    weight = cue_table().weigh(text)
    assert list(weight.named) == ([code] if code else [])
    assert weight.points["syria"] == (2 if code == "SY" else 0)


def test_only_peoples_have_a_plural() -> None:
    weight = CueTable((load_theatre("syria"),)).weigh("Hamas and Syrians")
    assert weight.points == {"syria": 2}


def test_a_country_counts_within_the_name_of_a_group() -> None:
    weight = cue_table().weigh("The Syrian Democratic Forces met the Syrian National Army.")
    assert weight.named == {"SY": 2}
    assert weight.points["syria"] == 8


def test_a_long_text_takes_work_by_its_length() -> None:
    table = cue_table()
    table.weigh(UKRAINE)

    def steps(text: str) -> int:
        count = itertools.count()
        sys.setprofile(lambda *_: next(count))
        try:
            table.weigh(text)
        finally:
            sys.setprofile(None)
        return next(count)

    assert steps(UKRAINE * 400) < 5 * steps(UKRAINE * 100)


def test_a_stage_that_covers_no_day_is_not_recognised() -> None:
    donbas = load_theatre("donbas")
    assert donbas.covers(date(2015, 2, 18))
    assert not donbas.covers(date(2013, 1, 1))
    assert donbas.covers(None)


def test_of_two_countries_named_as_often_the_towns_tell() -> None:
    text = (
        "Rebels took Mongo and Oum Hadjer in Chad and attacked Abeche with Sudanese aircraft, the"
        " Chadian army said. Khartoum denied that Sudan had any part in it."
    )
    found = recognise_theatre([text])
    assert (found.id, found.countries[0]) == ("neutral", "TD")


def test_the_towns_tell_where_a_neighbour_is_named_more_often() -> None:
    text = (
        "Rebels reached the Chadian capital from the Sudanese border and took Massaguet and Mongo."
        " Chad accused Khartoum; Sudan denied it. Sudanese aircraft bombed Adre and Abeche."
    )
    found = recognise_theatre([text])
    assert (found.id, found.countries[0]) == ("neutral", "TD")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Gunmen of the FARC attacked an army post, officers said.", ("CO",)),
        ("US jets bombed camps of al-Shabaab, the Pentagon said.", ("SO",)),
        ("Boko Haram fighters raided a Chadian base; Chad's army hit back.", ("TD", "NG")),
    ],
)
def test_groups_tell_the_country_in_which_they_fight(text: str, codes: tuple[str, ...]) -> None:
    assert recognise_theatre([text]).countries == codes


def test_a_short_form_that_is_explained_as_another_countrys_force_is_no_cue() -> None:
    text = "Rwandan Security Forces (RSF) pursued gunmen. An RSF patrol left; the RSF hold on."
    assert recognise_theatre([text]).id == "neutral"
    assert recognise_theatre([text.replace("Rwandan Security", "Rapid Support")]).id == "sudan"


def test_a_theatres_own_groups_count_as_its_country_does() -> None:
    """A war told from over the border: who fights weighs as much as who looks on."""
    text = (
        "MAE SOT, Thailand - Burmese troops overran the seat of the Karen National Union,"
        " police said. Officers saw shells land in Thailand. The KNU said it had left."
    )
    assert recognise_theatre([text]).id == "myanmar"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels captured Tal Rifaat in northern Syria.", "syria"),
        ("Rebels captured Tal Rifaat.", "neutral"),  # of a Tal Rifaat that need not be Syria's
        ("Rebels captured a town in northern Syria.", "neutral"),
    ],
)
def test_a_country_and_a_place_of_its_war_tell_the_war(text: str, name: str) -> None:
    assert recognise_theatre([text]).id == name


def test_of_neighbours_whose_cues_weigh_alike_the_country_that_is_named_more_often_leads() -> None:
    text = (
        "BEIRUT - Syrian soldiers and allied Hezbollah men fought rebels in Qusayr. Rockets from "
        "Syria fell on Hermel, in Lebanon, where Hezbollah has its men."
    )
    assert recognise_theatre([text], [date(2013, 6, 1)]).id == "syria"
    turned = "Hezbollah fired rockets from Lebanon at Safed; Hezbollah men in Syria stood by."
    assert recognise_theatre([turned], [date(2013, 6, 1)]).id == "gaza-lebanon"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Freetown - Government troops recaptured Waterloo, the army said.", ("SL",)),
        # a capital alone may be where the report was written
        ("Freetown - Government troops recaptured Zorbatown, the army said.", ()),
        # of more towns called so than lie in the capital's country
        ("Nairobi - Government troops recaptured Waterloo, the army said.", ()),
        ("Bogota - Rebels took San Vicente, the army said.", ()),
    ],
)
def test_a_capital_and_a_town_there_tell_the_country_together(
    text: str, codes: tuple[str, ...]
) -> None:
    assert recognise_theatre([text]).countries == codes
