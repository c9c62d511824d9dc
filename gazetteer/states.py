"""Countries, their demonyms and capitals: words that often mean a government and not a place.

One line per country: names, demonyms, capitals, each apart by commas. General knowledge, written
for this project; used to read text, never to place anything.
"""

from __future__ import annotations

import re
from types import MappingProxyType

__all__ = [
    "BREAKAWAY_SEATS", "CAPITALS", "CAPITAL_OF", "CAPITAL_OF_PEOPLE", "COUNTRIES", "COUNTRY_OF",
    "DEMONYMS", "LESSER_SEAT",
]  # fmt: skip

_TABLE = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani,Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian,Belarussian|Minsk
Belgium|Belgian|Brussels
Benin|Beninese|Porto-Novo
Bolivia|Bolivian|La Paz
Bosnia,Bosnia and Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia
Britain,United Kingdom,UK|British,Briton|London
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura,Gitega
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Central African Republic|Central African|Bangui
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogota
Comoros|Comoran,Comorian|Moroni
Congo,Democratic Republic of Congo,DR Congo,DRC|Congolese|Kinshasa,Brazzaville
Costa Rica|Costa Rican|San Jose
Croatia|Croatian,Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic,Czechia|Czech|Prague
Denmark|Danish,Dane|Copenhagen
Djibouti|Djiboutian|
Dominican Republic|Dominican|Santo Domingo
East Timor,Timor-Leste|East Timorese|Dili
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran,Salvadorean|San Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
Finland|Finnish,Finn|Helsinki
France|French|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|Guatemala City
Guinea-Bissau|Bissau-Guinean|Bissau
Guinea|Guinean|Conakry
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
India|Indian|New Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian,Persian|Tehran,Teheran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem,Tel Aviv
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan,Yamoussoukro
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian,Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar,Burma|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepali,Nepalese|Kathmandu
Netherlands|Dutch|The Hague,Amsterdam
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
North Macedonia,Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Papua New Guinea|Papua New Guinean|Port Moresby
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Filipino,Philippine|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia,Russian Federation|Russian|Moscow
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi,Saudi Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia|Serbian,Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak,Slovakian|Bratislava
Slovenia|Slovenian|Ljubljana
Solomon Islands|Solomon Islander|Honiara
Somalia|Somali|Mogadishu
Somaliland|Somalilander|Hargeisa
South Africa|South African|Pretoria
South Korea|Korean,South Korean|Seoul
South Sudan|South Sudanese|Juba
Soviet Union,USSR|Soviet|
Spain|Spanish,Spaniard|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swede|Stockholm
Switzerland|Swiss|Bern,Geneva
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Togo|Togolese|Lome
Tunisia|Tunisian|Tunis
Turkey,Turkiye,Türkiye|Turkish,Turk,Turkic|Ankara
Turkmenistan|Turkmen|Ashgabat
UAE,United Arab Emirates|Emirati|Abu Dhabi
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United States,US,USA,America,U.S.|American,US|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
Yugoslavia|Yugoslav|
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

_PEOPLES = """
arab arabic african asian european kurdish kurd kurds islamist islamic muslim moslem
christian maronite protestant phalangist
sunni shia shiite shi'ite alawite druze yazidi turkoman english hebrew tamil sinhalese chechen
tuareg rohingya hutu tutsi tigrayan amhara oromo crimean jihadist
houthi houthis baathist communist nato zionist catholic orthodox jewish darfuri pashtun hazara
balkan baltic caucasian latin slavic iraqis abkhaz abkhazian acehnese dagestani ichkerian kashmiri
katangan kikuyu kalenjin zulu dinka nuer
ossetian tibetan transnistrian transdniestrian zairean zairian
roman byzantine ottoman phoenician crusader hellenistic mamluk umayyad abbasid seljuk assyrian
babylonian sumerian nabataean sassanid
"""

# Parts of a state, and one that is called otherwise by now: land, people, seat.
_SEATS = """
Abkhazia|Abkhaz,Abkhazian|Sukhumi
Aceh|Acehnese|Banda Aceh
Chechnya,Ichkeria|Chechen,Ichkerian|Grozny
Crimea|Crimean|Simferopol
Dagestan|Dagestani|Makhachkala
Kashmir|Kashmiri|Srinagar
Nagorno-Karabakh,Karabakh,Artsakh|Karabakh,Nagorno-Karabakh|Stepanakert
Katanga|Katangan|Lubumbashi
North Ossetia|North Ossetian|Vladikavkaz
Puntland|Puntland|Garowe
Somaliland|Somaliland|Hargeisa
South Ossetia|South Ossetian|Tskhinvali
Tibet|Tibetan|Lhasa
Tigray|Tigrayan|Mekelle
Transnistria,Transdniestria|Transnistrian,Transdniestrian|Tiraspol
Zaire|Zairean,Zairian|Kinshasa
"""
# Whose capital is disputed, or who have one of their own within a country of several peoples.
_NO_CAPITAL = frozenset("israeli palestinian serb croat turkic".split())


def _column(index: int) -> frozenset[str]:
    rows = (line.split("|")[index] for line in _TABLE.split("\n") if line)
    return frozenset(name.lower() for row in rows for name in row.split(",") if name)


COUNTRIES = _column(0)
CAPITALS = _column(2)
_SINGULAR = _column(1)
COUNTRY_OF = MappingProxyType(
    {
        people.lower(): names.split(",")[0]
        for names, peoples, _ in (line.split("|") for line in _TABLE.split("\n") if line)
        for people in peoples.split(",")
    }
)
"""A people in lower case to the first name of its country."""
_NAMED = _SINGULAR | frozenset(_PEOPLES.split())
DEMONYMS = _NAMED | {word + "s" for word in _NAMED}
CAPITAL_OF = MappingProxyType(
    {
        name.lower(): capitals.split(",")[0]
        for names, _, capitals in (line.split("|") for line in _TABLE.split("\n") if line)
        for name in names.split(",")
        if capitals
    }
    | {
        land.lower(): town
        for lands, _, town in (line.split("|") for line in _SEATS.split("\n") if line)
        for land in lands.split(",")
    }
)
"""A country, or a land of its own within one, to its capital, the first where it has several."""

CAPITAL_OF_PEOPLE = MappingProxyType(
    {
        people: CAPITAL_OF[country.lower()]
        for people, country in COUNTRY_OF.items()
        if country.lower() in CAPITAL_OF and people not in _NO_CAPITAL
    }
    | {
        people.lower(): town
        for _, peoples, town in (line.split("|") for line in _SEATS.split("\n") if line)
        for people in peoples.split(",")
    }
)
"""A people in lower case to the capital that is called after it: "the Syrian capital"."""

BREAKAWAY_SEATS = ("Grozny", "Sukhumi", "Tskhinvali", "Tiraspol")
"""Seats of those who broke away: a report that names one means it by "the capital"."""

_OTHERS = "|".join(map(re.escape, sorted({*_PEOPLES.split(), *_NO_CAPITAL} - {*CAPITAL_OF_PEOPLE})))
LESSER_SEAT = re.compile(
    r"\b(?:state|provincial|regional|rebel|separatist|secessionist|breakaway|facto"
    rf"|{_OTHERS})\s+capital\b",
    re.IGNORECASE,
)
"""Seats of less than a country, of those who would leave it, of a people: "the rebel capital"."""
