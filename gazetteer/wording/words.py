"""The English words that place expressions are built from, as sets.

General language only: no word here belongs to one war. Names of people, units and outlets of a
conflict are data of its theatre.
"""

from __future__ import annotations

from types import MappingProxyType

from gazetteer.states import DEMONYMS
from gazetteer.wording import lengths
from geo.geodesy import COMPASS, WINDS

__all__ = [
    "ADJECTIVES",
    "AREAS",
    "AREA_NOUNS",
    "ARTICLES",
    "BEFORE_ADJECTIVES",
    "BORDER_WORDS",
    "CENTRE_WORDS",
    "CODE_LETTERS",
    "COMPOUND_NOUNS",
    "DETERMINERS",
    "DIRECTIONS",
    "DISTRICTS",
    "EXACTLY",
    "FEATURES",
    "FEATURE_ADJECTIVES",
    "FEATURE_OPENERS",
    "FEATURE_PARTS",
    "HELD_WORDS",
    "KEPT_IN_NAME",
    "OPENERS",
    "OUTSKIRTS_WORDS",
    "PARTICIPLES",
    "PLURALS",
    "PREFIX_FEATURES",
    "PROVINCES",
    "QUANTIFIERS",
    "ROAD_WORDS",
    "RURAL_WORDS",
    "SECTION_WORDS",
    "SETTLEMENTS",
    "SHORES",
    "SIDES",
    "SORTS",
    "TAKEN",
    "is_demonym",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DIRECTIONS = MappingProxyType(
    {word: WINDS[round(bearing / 22.5)] for word, (bearing, _) in COMPASS.items()}
)
"""Every spelling of a compass word to its plain name."""

_SETTLED = """
city town village hamlet settlement province governorate oblast raion district subdistrict sub-
district state region county township municipality department prefecture republic capital
commune canton community locality neighbourhood neighborhood quarter suburb krai voivodeship
country territory enclave oasis chiefdom payam woreda tehsil upazila arrondissement cercle
"""
_KEPT = """
bridge airport airbase base airfield airstrip prison hill mountain dam lake river camp hotel clinic
checkpoint barracks crossing port harbour harbor hospital university school academy factory
plant refinery oilfield gasfield mine market square roundabout junction crossroads intersection
bazaar station castle citadel fort fortress valley pass forest desert plain peninsula gorge canal
reservoir stadium mosque church cathedral monastery temple palace silos farm garrison depot
outpost headquarters terminal tunnel island ridge heights plateau marshes basin delta strait marsh
gulf cemetery complex facility compound park warehouse shipyard wood woods jungle creek spring
falls hilltop garden plantation ranch envelope archipelago massif spit volcano jail museum
"""
_TWO_WORDS = {
    "air base": "air base", "air field": "airfield", "military base": "base",
    "naval base": "base", "military airport": "airport", "international airport": "airport",
    "military airfield": "airfield", "power plant": "plant", "power station": "plant",
    "border crossing": "crossing", "industrial zone": "industrial zone",
    "industrial area": "industrial zone", "oil field": "oilfield", "gas field": "gasfield",
    "oil terminal": "terminal", "oil port": "port", "oil refinery": "refinery",
    "central prison": "prison", "train station": "station", "local government": "district",
    "military academy": "academy", "military prison": "prison", "nature reserve": "park",
    "railway station": "station", "bus station": "station", "steel plant": "plant",
    "steel works": "plant", "chemical plant": "plant", "nuclear plant": "plant",
    "old city": "old city", "old town": "old city", "old quarter": "old city",
    "capital city": "capital", "port city": "city", "sea of": "sea", "national park": "park",
    **{f"{of} post": "outpost" for of in "police army military border gendarmerie customs".split()},
    "beach resort": "town", "holiday resort": "town", "seaside resort": "town", "resorts": "town",
    "city center": "centre", "city centre": "centre", "town centre": "centre",
    "town center": "centre", "police station": "station", "military camp": "camp",
    "military hospital": "hospital", "brigade barracks": "barracks", "army base": "base",
    **{f"{of} camp": "camp" for of in "refugee displaced displacement idp training army".split()},
    "provincial capital": "capital", "regional capital": "capital", "state capital": "capital",
    **{f"district {word}": "district centre" for word in ("center", "centre", "headquarters")},
    **{f"{of} seat": "district centre" for of in ("district", "county", "municipal")},
    **{f"{of} detachment": "garrison" for of in ("military", "army")},
    **{f"{of} headquarters": "headquarters" for of in ("brigade", "division", "military")},
    **{f"{of} building": "headquarters" for of in ("governorate", "municipality")},
}  # fmt: skip
_ALIKE = _words("barracks headquarters crossroads heights marshes silos woods falls")
_IRREGULAR = {word: word for word in _ALIKE}


def _plural(word: str) -> str:
    if word.endswith(("ss", "sh", "ch")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeou":
        return word[:-1] + "ies"
    return word + "s"


_SPELLED = {"sub-district": "subdistrict", "neighborhood": "neighbourhood", "airbase": "air base"}
_ONE_WORD = (_words(_SETTLED) | _words(_KEPT)) - {"sub-district"}
PLURALS = MappingProxyType(
    {_plural(word): word for word in _ONE_WORD if word not in _IRREGULAR}
    | {_plural(words): kind for words, kind in _TWO_WORDS.items() if kind != "centre"}
)
"""Plural to singular of every kind of feature."""

FEATURES = MappingProxyType(
    {word: _SPELLED.get(word, word) for word in _ONE_WORD}
    | {plural: _SPELLED.get(word, word) for plural, word in PLURALS.items()}
    | _TWO_WORDS
    | _IRREGULAR
    | {"sub-district": "subdistrict", "sub-districts": "subdistrict", "resort": "town"}
)
"""Words for a kind of feature, one or two, to the word that stands for the kind."""

FEATURE_PARTS = frozenset(part for word in FEATURES for part in word.split())
FEATURE_OPENERS = frozenset(word.split()[0] for word in FEATURES)
"""Every word, and every first word, of a kind."""

SETTLEMENTS = frozenset("town city village suburb hamlet settlement".split())

KEPT_IN_NAME = frozenset(FEATURES[word] for word in _words(_KEPT)) | {"industrial zone"}
"""Kinds whose word belongs to the proper name: "Qalamoun Hill", never "Qalamoun"."""

PREFIX_FEATURES = MappingProxyType(
    {"mount": "mountain", "lake": "lake", "camp": "camp", "fort": "fort", "jabal": "mountain",
     "jebel": "mountain", "djebel": "mountain", "tell": "", "tall": "", "tal": "", "tel": "",
     "hill": "hill", "height": "hill", "elevation": "hill", "wadi": "valley", "kafr": "",
     "kafar": "", "khan": "", "khirbet": "", "deir": "", "beit": "", "bayt": "", "ain": "",
     "qalaat": "", "nahr": "river", "checkpoint": "checkpoint", "cape": "", "nova": "", "novo": "",
     "velyka": "", "mala": "", "bab": "", "burj": "", "sidi": "", "oued": "valley", "ras": "",
     "jisr": "bridge", "mile": "", "kilometre": "", "kilometer": "", "puerto": "", "villa": "",
     "port": "", "point": "", "base": "base", "camps": "camp", "isla": "island", "rio": "river",
     "cerro": "hill"}
)  # fmt: skip
"""First words of names that tell a place from a person, with the kind they mean."""

FEATURE_ADJECTIVES = _words(
    "international military central main general national nuclear thermal hydroelectric "
    "disused derelict defunct unused public state teaching grand gold coal copper diamond "
    "uranium cobalt river border refugee displacement cement arms ammunition"
)
"""What stands between a name and its kind: "Damascus International Airport"."""

ROAD_WORDS = MappingProxyType(
    {word: kind for kind in ("road", "highway", "motorway", "route", "street", "freeway", "railway",
                             "expressway", "corridor", "avenue", "boulevard", "autostrad")
     for word in (kind, kind + "s")}
    | {"axis": "axis", "rail": "railway", "railroad": "railway", "track": "road"}
)  # fmt: skip
BORDER_WORDS = MappingProxyType(
    {"border": "border", "borders": "border", "frontier": "border", "boundary": "border"}
)
CODE_LETTERS = r"[A-Z]{1,3}-?\d{1,4}[A-Z]?"

OUTSKIRTS_WORDS = _words(
    "outskirts outskirt suburbs edge edges fringe fringes periphery perimeter entrance "
    "entrances approach approaches"
)


def is_demonym(word: str) -> bool:
    """Tell whether a lower-case word names a people ("syrian") or its members ("syrians")."""
    return word in DEMONYMS


RURAL_WORDS = _words("countryside hinterland rural")
CENTRE_WORDS = _words("centre center downtown heart central")
SECTION_WORDS = _words(
    "part parts half side sector sectors section sections area areas corner tip flank zone "
    "zones portion portions reaches third stretch stretches front fronts end sides "
    "districts neighbourhoods neighborhoods quarters regions region district neighbourhood "
    "neighborhood quarter suburb villages towns settlements"
)
BANKS = _words("bank banks")
SHORES = BANKS | _words("shore shores coast coastline slopes foothills")
SIDES = _words("left right far opposite near other")
AREA_NOUNS = MappingProxyType(
    {"area": "area", "areas": "area", "vicinity": "area", "surroundings": "area", "front": "front",
     "fronts": "front", "axis": "axis", "sector": "sector", "direction": "direction",
     "frontline": "front line", "frontlines": "front line", "pocket": "pocket",
     "salient": "salient", "environs": "area", "zone": "zone"}
)  # fmt: skip
"""What follows a name to mean the land around it: "the Hama area", "the Kupiansk direction"."""

DETERMINERS = _words("the a an this that these those its their his her both all some any")
QUANTIFIERS = _words(
    "several some many most much few two three four five six seven eight nine ten eleven "
    "twelve dozen dozens hundreds large small key various other numerous multiple all both "
    "parts swathes strategic nearby neighbouring neighboring surrounding more least at half "
    "additional remaining number string series cluster handful couple pair scores ring belt chain"
)
ADJECTIVES = _words(
    "strategic key main major important besieged occupied embattled nearby neighbouring "
    "neighboring surrounding adjacent adjoining contested disputed liberated captured "
    "recaptured largest ancient historic small large big tiny coastal mountainous regional "
    "provincial local remote predominantly mainly mostly symbolic crucial vital industrial "
    "rebel opposition government ruined desert restive entire whole former current de facto "
    "disused derelict defunct unfinished sleepy dusty bustling leafy fishing trading rural "
    "same other frontline inner outer greater strategically located densely populated "
    "northernmost divided volatile international military abandoned old new destroyed "
    "southernmost impoverished isolated wartime devastated upscale diverse second third fourth "
    "fifth biggest next last flashpoint kurdish arab druze alawite christian sunni shiite shia "
    "muslim moslem market garrison mining tribal twin democratic federal autonomous people's "
    "stronghold bastion mountainside riverside lakeside seaside farming lower upper hydroelectric "
    "residential political commercial economic administrative spiritual historical breakaway"
)
PROVINCES = _words("province governorate oblast region department prefecture")
AREAS = PROVINCES | {"state", "county"}
DISTRICTS = AREAS | _words(
    "raion district subdistrict municipality township krai voivodeship canton territory division "
    "chiefdom payam woreda tehsil upazila arrondissement cercle"
)
HELD_WORDS = _words(
    "proclaimed declared called styled held controlled occupied run majority populated "
    "administered dominated torn"
)
ARTICLES = _words(
    "al el ul il as ash at ath ad adh ar az an es ez et ed er en os osh ol oz de del della di da "
    "do dos das la le les los las du des e i wa y san bin ben bou abu abou umm oum na nad pod "
    "upon sur ud u ou zu am im der den von van"
)
PARTICIPLES = _words(
    "captured recaptured liberated besieged occupied abandoned destroyed isolated divided "
    "contested surrounding ruined"
)
"""Adjectives that are verbs where no article or preposition stands before them."""
TAKEN = _words("captured recaptured liberated abandoned destroyed")
"""Those that rather tell a further deed behind "and"."""
BEFORE_ADJECTIVES = (
    DETERMINERS
    | {""}
    | _words(
        "in at near of from to toward towards around outside inside into across through and "
        "strategic strategically newly recently"
    )
)
SORTS = _words(
    "presidential royal governor's artillery infantry livestock cattle camel fish vegetable fruit "
    "grain gold diamond coal copper phosphate uranium cement sugar cotton textile customs radio "
    "television telephone thermal hydroelectric parliament"
)
"""What a facility is for, or whose it is: "the presidential palace", "the livestock market"."""
COMPOUND_NOUNS = _words(
    "council hall police commander officials official elders elder leaders leader residents "
    "resident guards guard media chief mayor governor authorities authority government "
    "military army forces television radio department departments spokesman spokesperson news "
    "gate limits patrol patrols post posts control controls agents"
)

EXACTLY = _words("due directly just immediately further farther slightly well straight right")
"""What may stand before a compass word: "due east of", "just north of"."""

OPENERS = (
    frozenset(("places", "communities"))
    | frozenset(FEATURES)
    | FEATURE_OPENERS
    | frozenset(ROAD_WORDS)
    | frozenset(BORDER_WORDS)
    | frozenset(AREA_NOUNS)
    | frozenset(DIRECTIONS)
    | frozenset(word.split()[0] for word in (*lengths.APPROXIMATE, *lengths.NUMBER_WORDS))
    | OUTSKIRTS_WORDS
    | SHORES
    | SIDES
    | EXACTLY
    | RURAL_WORDS
    | CENTRE_WORDS
    | SECTION_WORDS
    | DETERMINERS
    | QUANTIFIERS
    | ADJECTIVES
    | PARTICIPLES
    | _words(
        "middle extreme very supply ring access dirt gravel paved asphalt logistics logistical "
        "link off triangle ne nw se sw near close around outside surrounding adjacent next not "
        "areas beside toward towards in at on en to along alongside astride between halfway half "
        "midway somewhere gates gate front frontline frontlines positions localities territory "
        "territories just immediately further"
    )
)
"""Words with which a place expression can start."""
