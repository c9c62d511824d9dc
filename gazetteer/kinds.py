"""Words for kinds of features, and which gazetteer entries each of them can mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gazetteer.entry import FeatureClass

__all__ = ["FEATURE_WORDS", "Kind", "class_words", "kind_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of feature.

    ``classes`` are GeoNames' class letters that fit, ``codes`` beginnings of GeoNames' codes that
    fit as well; ``best`` are the codes that the word means first, any that fits where
    empty. A ``strict`` kind never means anything else: a bridge is not a village.
    """

    name: str
    words: tuple[str, ...]
    classes: str = ""
    codes: tuple[str, ...] = ()
    best: tuple[str, ...] = ()
    strict: bool = True

    def fits(self, feature_class: str, feature_code: str) -> bool:
        """Tell whether a feature is of this kind; a quarter of a town is no town."""
        if self.name == "settlement" and feature_code == "PPLX":
            return False
        return feature_class in self.classes or feature_code.startswith(self.codes or ("\0",))

    @property
    def is_told_by_class(self) -> bool:
        """Tell whether a class of features says as much as the word: a citadel is no university."""
        return self.classes != "SL"

    def agrees(self, word: str, name: str) -> bool:
        """Tell whether a feature so called may be what a word says: "X prison" is no school.

        Nor is "Camp X" an airport, though aircraft may land at a base.
        """
        own = FEATURE_WORDS.intersection(name.casefold().split())
        if self.name == "airport":
            return not own or not own.isdisjoint(_FIELD_WORDS)
        if self.is_told_by_class:
            return True
        if self.name == "base":
            return own.isdisjoint(_SITE_WORDS)
        return not own or word.rpartition(" ")[2] in own

    def means_first(self, feature_code: str) -> bool:
        """Tell whether the word rather means this code than another that fits: a province ADM1."""
        return not self.best or feature_code.startswith(self.best)


# Codes: GeoNames feature codes, https://www.geonames.org/export/codes.html
_KINDS = (
    Kind(name="bridge", words=("bridge", "jisr", "overpass"), codes=("BDG",)),
    Kind(
        name="road",
        words=("road", "highway", "motorway", "route", "freeway", "autostrad", "expressway",
               "street", "supply route", "supply line", "axis", "track"),
        classes="R",
        codes=("AMB",),
    ),
    Kind(name="railway", words=("railway", "railroad", "rail line"), codes=("RR",)),
    Kind(name="junction", words=("junction", "intersection", "interchange", "roundabout"),
         classes="R", codes=("TRFC", "JCT", "RDJCT", "SQR", "AMB")),
    Kind(name="dam", words=("dam", "barrage", "sadd"), codes=("DAM",)),
    Kind(name="river", words=("river", "nahr", "stream", "creek", "canal", "tributary"),
         classes="H"),
    Kind(name="lake", words=("lake", "reservoir", "sea", "lagoon", "marsh", "gulf", "bay"),
         classes="H"),
    Kind(name="valley", words=("valley", "wadi", "gorge", "plain"), classes="TH", strict=False),
    Kind(
        name="mountain",
        words=("mountain", "mountains", "mount", "mt", "jabal", "hill", "hills", "hilltop",
               "height", "heights", "peak", "ridge", "range", "plateau", "summit"),
        classes="T",
        strict=False,
    ),
    Kind(name="island", words=("island", "islands", "peninsula", "cape"), classes="T"),
    Kind(
        name="airport",
        words=("airport", "airfield", "airbase", "air base", "aerodrome", "airstrip",
               "military airport"),
        codes=("AIR", "INSM", "MILB"),
    ),
    Kind(
        name="base",
        words=("base", "barracks", "garrison", "military base", "academy", "outpost", "depot"),
        classes="SL",
    ),
    Kind(name="prison", words=("prison", "jail", "detention centre", "detention center"),
         codes=("PRN",)),
    Kind(
        name="structure",
        words=("checkpoint", "crossing", "factory", "plant", "power plant", "power station",
               "station", "hospital", "mosque", "church", "school", "university", "silo", "silos",
               "mill", "monastery", "refinery", "oil field", "oilfield", "gas field", "mine",
               "cemetery", "stadium", "market", "bazaar", "consulate", "embassy", "palace", "tower",
               "citadel", "castle", "fortress", "border crossing", "shrine"),
        classes="SL",
    ),
    Kind(name="port", words=("port", "harbour", "harbor"), classes="SHP", strict=False),
    Kind(name="camp", words=("camp", "refugee camp", "farm", "farms", "estate", "plantation",
                             "ranch"), classes="SLP", strict=False),
    Kind(
        name="settlement",
        words=("city", "town", "village", "settlement", "hamlet", "capital",
               "villages", "towns"),
        classes="P",
        strict=False,
    ),
    Kind(
        name="neighbourhood",
        words=("neighbourhood", "neighborhood", "suburb", "quarter"),
        classes="P",
        strict=False,
    ),
    Kind(name="district", words=("district", "subdistrict", "sub-district", "raion", "rayon",
                                  "county", "chiefdom", "payam", "woreda", "tehsil", "upazila",
                                  "arrondissement", "cercle", "municipality", "township",
                                  "locality", "commune"),
         classes="A", best=("ADM2", "ADM3"), strict=False),
    Kind(
        name="province",
        words=("province", "governorate", "oblast", "state", "governate", "muhafazah",
               "department", "prefecture", "krai", "wilaya", "wilayat", "canton"),
        classes="A",
        codes=("RGN",),
        best=("ADM1", "RGN"),
    ),
    Kind(name="region", words=("region", "territory"), classes="AL"),
    Kind(name="border", words=("border", "frontier"), codes=("BNDR", "BDR")),
    Kind(name="country", words=("country", "republic", "nation"), classes="A"),
    Kind(name="desert", words=("desert", "steppe", "badia"), classes="TL", strict=False),
    Kind(name="forest", words=("forest", "wood", "woods", "jungle"), classes="VL", strict=False),
)  # fmt: skip

_BY_WORD = {word: kind for kind in _KINDS for word in kind.words}

#: Words that a name may carry or leave out: "Jabal Shashabo" is "Shashabo hill".
FEATURE_WORDS = frozenset(word for word in _BY_WORD if " " not in word) - {
    *("port", "mill", "wood", "locality", "commune")
}

# Aircraft may land at a base as well.
_FIELD_WORDS = frozenset((*_BY_WORD["airport"].words, "base"))
# Words for buildings and sites that are never a base.
_SITE_WORDS = frozenset((*_BY_WORD["prison"].words, *_BY_WORD["hospital"].words))

_CLASS_WORDS: Mapping[str, str] = {
    FeatureClass.ADMIN: "an administrative area",
    FeatureClass.WATER: "a water body",
    FeatureClass.AREA: "an area",
    FeatureClass.POPULATED: "a populated place",
    FeatureClass.ROAD: "a road",
    FeatureClass.SPOT: "a building or site",
    FeatureClass.TERRAIN: "a height or landform",
    FeatureClass.UNDERSEA: "an undersea feature",
    FeatureClass.VEGETATION: "vegetation",
}


@cache
def kind_of(word: str) -> Kind | None:
    """Return the kind that a feature word names; None for no word or one that tells nothing."""
    word = word.casefold().strip()
    return _BY_WORD.get(word) or _BY_WORD.get(word.rpartition(" ")[2])


def class_words(feature_class: str) -> str:
    """Say in words what a class of features is."""
    return _CLASS_WORDS[feature_class]
