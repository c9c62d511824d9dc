"""What a tag of OpenStreetMap is among GeoNames' feature classes and codes."""

from __future__ import annotations

from gazetteer.entry import FeatureClass

__all__ = ["feature_of_tag"]

# Codes: https://www.geonames.org/export/codes.html. Tags: https://wiki.openstreetmap.org.
# An empty code says that the class is known and the kind is not.
_TAGS = {
    "place": {
        **dict.fromkeys(("city", "town", "village", "hamlet", "isolated_dwelling"), "P PPL"),
        **dict.fromkeys(("suburb", "quarter", "neighbourhood", "borough", "city_block"), "P PPLX"),
        **dict.fromkeys(("state", "province", "district", "county", "municipality"), "A ADMD"),
        "country": "A PCLI", "region": "L RGN", "locality": "L LCTY", "farm": "S FRM",
        "allotments": "L LCTY", "square": "S SQR", "island": "T ISL", "islet": "T ISLET",
        "archipelago": "T ISLS", "sea": "H SEA", "ocean": "H OCN",
    },
    "boundary": {"administrative": "A ADMD", "political": "A ADMD", "historic": "A ADMDH",
                 "national_park": "L PRK", "protected_area": "L RESN", "military": "L MILB"},
    "natural": {
        "peak": "T PK", "hill": "T HLL", "volcano": "T VLC", "ridge": "T RDGE", "arete": "T RDGE",
        "valley": "T VAL", "cliff": "T CLF", "cape": "T CAPE", "saddle": "T SDL", "dune": "T DUNE",
        "mountain_range": "T MTS", "plateau": "T PLAT", "peninsula": "T PEN", "desert": "T DSRT",
        "sand": "T SAND", "rock": "T RK", "island": "T ISL", "beach": "T BCH", "plain": "T PLN",
        "cave_entrance": "S CAVE", "water": "H", "bay": "H BAY", "spring": "H SPNG",
        "wetland": "H WTLD", "strait": "H STRT", "glacier": "H GLCR", "reef": "H RF",
        "wood": "V FRST", "scrub": "V SCRB", "grassland": "V GRSLD", "heath": "V HTH",
    },
    "water": {"": "H", "lake": "H LK", "reservoir": "H RSV", "river": "H STM", "pond": "H PND"},
    "waterway": {"": "H", "river": "H STM", "stream": "H STM", "canal": "H CNL", "dam": "S DAM",
                 "waterfall": "H FLLS", "wadi": "H WAD", "weir": "S WEIR", "ditch": "H DTCH"},
    "highway": {"": "R RD", "motorway_junction": "R RDJCT", "bus_stop": "S BUSTP",
                "services": "S", "rest_area": "S", "path": "R TRL", "track": "R TRL",
                "footway": "R TRL", "pedestrian": "R ST", "residential": "R ST"},
    "railway": {"": "R RR", "station": "S RSTN", "halt": "S RSTP", "stop": "S RSTP",
                "junction": "R RJCT", "yard": "R RYD", "tram_stop": "S"},
    "bridge": {"": "S BDG"},
    "tunnel": {"": "R TNL"},
    "aeroway": {"": "S", "aerodrome": "S AIRP", "airstrip": "S AIRF", "runway": "S",
                "heliport": "S AIRH", "helipad": "S AIRH"},
    "military": {"": "S INSM", "airfield": "S AIRB", "base": "L MILB", "barracks": "S BRKS",
                 "naval_base": "L NVB", "training_area": "L", "danger_area": "L"},
    "landuse": {"": "L", "military": "L MILB", "forest": "V FRST", "cemetery": "S CMTY",
                "industrial": "L INDS", "reservoir": "H RSV", "residential": "P PPLX",
                "farmland": "L FLD", "orchard": "V OCH", "vineyard": "V VIN", "port": "L PRT",
                "quarry": "S MNQR", "railway": "R RYD"},
    "man_made": {"": "S", "bridge": "S BDG", "tower": "S TOWR", "dyke": "S DIKE",
                 "lighthouse": "S LTHSE", "petroleum_well": "S OILW", "pier": "S PIER",
                 "reservoir_covered": "H RSVT", "water_tower": "S TOWR", "works": "S MFG",
                 "mineshaft": "S MN", "breakwater": "S BRKW"},
    "amenity": {"": "S", "prison": "S PRN", "hospital": "S HSP", "school": "S SCH",
                "university": "S UNIV", "college": "S SCHC", "police": "S PP",
                "marketplace": "S MKT", "courthouse": "S CTHSE", "townhall": "S", "bus_station":
                "S BUSTN", "grave_yard": "S CMTY", "ferry_terminal": "S FY", "theatre": "S THTR",
                "library": "S LIBR", "post_office": "S PO", "bank": "S BANK"},
    "historic": {"": "S HSTS", "castle": "S CSTL", "fort": "S FT", "ruins": "S RUIN",
                 "archaeological_site": "S ANS", "monument": "S MNMT", "tomb": "S TMB",
                 "monastery": "S MSTY", "citadel": "S CSTL"},
    "power": {"": "S", "plant": "S PS", "substation": "S", "station": "S PS"},
    "barrier": {"": "S", "border_control": "S PSTB", "checkpoint": "S"},
    "leisure": {"": "S", "park": "L PRK", "nature_reserve": "L RESN", "stadium": "S STDM"},
    **{
        key: {"": "S"}
        for key in ("building", "office", "shop", "tourism", "craft", "emergency", "healthcare",
                    "club", "telecom", "aerialway", "advertising")
    },
}  # fmt: skip

# Nominatim's word for what a border stands for.
_BORDER_OF = {
    "country": "A PCLI",
    **dict.fromkeys(("city", "town", "village", "hamlet"), "P PPL"),
    **dict.fromkeys(("suburb", "quarter", "neighbourhood", "borough"), "P PPLX"),
}


def feature_of_tag(key: str, value: str, stands_for: str = "") -> tuple[FeatureClass, str]:
    """Return GeoNames' class and code for the main tag of a feature.

    The code is empty where only the class is sure. A tag that this table does not know is a
    locality, which GeoNames has for places of unspecified kind.

    Parameters
    ----------
    key, value
        The tag: ``place`` and ``village``.
    stands_for
        What a border stands for where the service says so: the border of a city is the city.

    Examples
    --------
    >>> feature_of_tag("waterway", "river")
    (<FeatureClass.WATER: 'H'>, 'STM')
    """
    kinds = _TAGS.get(key, {})
    kind = kinds.get(value) or kinds.get("") or "L LCTY"
    if (key, value) == ("boundary", "administrative"):
        kind = _BORDER_OF.get(stands_for, kind)
    letter, _, code = kind.partition(" ")
    return FeatureClass(letter), code
