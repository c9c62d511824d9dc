"""Which tags of OpenStreetMap are places that reports name, as GeoNames' class and code.

Keys and values are those of OpenStreetMap's "Map features" page, codes those of
https://www.geonames.org/export/codes.html.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["LINE_CODES", "NAME_KEYS", "PAIRS", "kind_of_tags"]

#: A thing without any of these has no name to be found by.
NAME_KEYS = ("name", "name:en", "int_name", "ref", "int_ref", "bridge:name", "tunnel:name")

#: Codes of things that are lines, pieced together from many ways.
LINE_CODES = frozenset(("RD", "STM", "CNL", "WAD", "RDGE", "MTS", "VAL"))

# The first that fits counts: what a thing is used for says more than the ground it lies on.
_KINDS = {
    "military": {
        "airfield": "S.AIRB", "barracks": "S.BRKS", "base": "L.MILB", "naval_base": "L.NVB",
        "checkpoint": "S.PSTP", "range": "L.MILB", "training_area": "L.MILB",
        "danger_area": "L.MILB", "office": "S.INSM", "bunker": "S.INSM", "ammunition": "S.INSM",
        "depot": "S.INSM", "radar": "S.INSM", "launchpad": "S.INSM",
    },
    "aeroway": {"aerodrome": "S.AIRP", "airstrip": "S.AIRF", "heliport": "S.AIRH"},
    "place": {
        "city": "P.PPL", "town": "P.PPL", "village": "P.PPL", "hamlet": "P.PPL",
        "isolated_dwelling": "P.PPL", "farm": "S.FRM", "borough": "P.PPLX", "suburb": "P.PPLX",
        "quarter": "P.PPLX", "neighbourhood": "P.PPLX", "locality": "L.LCTY", "square": "S.SQR",
        "island": "T.ISL", "islet": "T.ISLET", "archipelago": "T.ISLS", "country": "A.PCLI",
        "state": "A.ADM1", "province": "A.ADM1", "region": "L.RGN", "district": "A.ADM2",
        "county": "A.ADM2", "municipality": "A.ADM3", "sea": "H.SEA", "ocean": "H.OCN",
    },
    "barrier": {"border_control": "S.PSTB", "checkpoint": "S.PSTP"},
    "amenity": {
        "prison": "S.PRN", "hospital": "S.HSP", "university": "S.UNIV", "college": "S.SCHC",
        "school": "S.SCH", "police": "S.PP", "townhall": "S.ADMF", "courthouse": "S.CTHSE",
        "marketplace": "S.MKT", "bus_station": "S.BUSTN", "refugee_site": "S.CMPRF",
        "grave_yard": "S.CMTY", "monastery": "S.MSTY",
    },
    "man_made": {
        "bridge": "S.BDG", "tower": "S.TOWR", "communications_tower": "S.TOWR",
        "lighthouse": "S.LTHSE", "works": "S.MFG", "mineshaft": "S.MN", "mine": "S.MN",
        "water_works": "S.WTRW", "silo": "S.SILO", "petroleum_well": "S.OILW", "pier": "S.PIER",
    },
    "power": {"plant": "S.PS"},
    "industrial": {
        "refinery": "S.OILR", "oil": "L.OILF", "gas": "L.GASF", "mine": "S.MN", "port": "L.PRT",
        "factory": "S.MFG",
    },
    "waterway": {
        "river": "H.STM", "canal": "H.CNL", "wadi": "H.WAD", "dam": "S.DAM", "weir": "S.WEIR",
        "waterfall": "H.FLLS",
    },
    "railway": {"station": "S.RSTN", "halt": "S.RSTP", "yard": "S.RYD"},
    "highway": {
        "motorway": "R.RD", "trunk": "R.RD", "primary": "R.RD", "motorway_junction": "R.RDJCT",
    },
    "natural": {
        "peak": "T.PK", "hill": "T.HLL", "volcano": "T.VLC", "ridge": "T.RDGE",
        "mountain_range": "T.MTS", "valley": "T.VAL", "gorge": "T.GRGE", "saddle": "T.SDL",
        "cliff": "T.CLF", "plateau": "T.PLAT", "plain": "T.PLN", "desert": "T.DSRT",
        "cape": "T.CAPE", "peninsula": "T.PEN", "isthmus": "T.ISTH", "bay": "H.BAY",
        "strait": "H.STRT", "spring": "H.SPNG", "wetland": "H.WTLD", "water": "H.LK",
        "wood": "V.FRST", "cave_entrance": "S.CAVE", "beach": "T.BCH", "glacier": "H.GLCR",
    },
    "historic": {
        "castle": "S.CSTL", "fort": "S.FT", "citadel": "S.CSTL", "ruins": "S.RUIN",
        "archaeological_site": "S.ANS", "monastery": "S.MSTY",
    },
    "leisure": {"stadium": "S.STDM", "park": "L.PRK"},
    "landuse": {
        "military": "L.MILB", "refugee_camp": "S.CMPRF", "refugee camp": "S.CMPRF",
        "industrial": "L.INDS", "forest": "V.FRST", "reservoir": "H.RSV", "quarry": "S.MNQR",
        "cemetery": "S.CMTY", "port": "L.PRT", "harbour": "L.PRT",
    },
    "boundary": {"protected_area": "L.RESN", "national_park": "L.PRK"},
}  # fmt: skip
_WORSHIP = {
    "muslim": "S.MSQE", "christian": "S.CH", "jewish": "S.SYG", "hindu": "S.TMPL",
    "buddhist": "S.TMPL",
}  # fmt: skip
# Levels differ by country; these hold for Syria, Iraq, Ukraine, Sudan and most others.
_LEVELS = {
    "2": "A.PCLI", "3": "A.ADMD", "4": "A.ADM1", "5": "A.ADM2", "6": "A.ADM2", "7": "A.ADM3",
    "8": "A.ADM3", "9": "A.ADM4", "10": "A.ADM5",
}  # fmt: skip
_CAPITALS = {"yes": "P.PPLC", "2": "P.PPLC", "3": "P.PPLA", "4": "P.PPLA", "5": "P.PPLA2",
             "6": "P.PPLA2", "7": "P.PPLA3", "8": "P.PPLA3"}  # fmt: skip
_MILITARY_FIELDS = frozenset(("military", "airbase", "military/public"))

#: Every key and value that may be a place, for a first sieve that runs without Python.
PAIRS = (
    *((key, value) for key, values in _KINDS.items() for value in values),
    ("boundary", "administrative"),
    ("amenity", "place_of_worship"),
    *((key, value) for key in ("bridge", "tunnel") for value in ("yes", "viaduct")),
)


def kind_of_tags(tags: Mapping[str, str]) -> str:
    """Return GeoNames' class and code as ``S.BDG``, empty where the tags are of no such thing."""
    for told in (_bridge(tags), _special(tags)):
        if told:
            return told
    kinds = (values.get(tags.get(key, "")) for key, values in _KINDS.items())
    return next((kind for kind in kinds if kind), "")


def _bridge(tags: Mapping[str, str]) -> str:
    # The name of a way on a bridge is that of the road; the bridge has a key of its own.
    if tags.get("bridge:name"):
        return "S.BDG"
    return "R.TNL" if tags.get("tunnel:name") else ""


def _special(tags: Mapping[str, str]) -> str:
    if tags.get("boundary") == "administrative":
        return _LEVELS.get(tags.get("admin_level", ""), "A.ADMD")
    if tags.get("amenity") == "place_of_worship":
        return _WORSHIP.get(tags.get("religion", ""), "S.RLG")
    if tags.get("place") in {"city", "town", "village"}:
        return _CAPITALS.get(tags.get("capital", ""), "P.PPL")
    if tags.get("aeroway") == "aerodrome" and (
        tags.get("military") or tags.get("aerodrome:type") in _MILITARY_FIELDS
    ):
        return "S.AIRB"
    return ""
