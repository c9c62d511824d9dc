"""Feature classes and codes of GeoNames for words such as "bridge" and for codes alone."""

from __future__ import annotations

import re

from gazetteer.entry import FeatureClass
from gazetteer.sources.errors import BrokenRowError

__all__ = ["feature_of"]

# Kinds in words, as files that people write give them, with GeoNames' class and code
# (https://www.geonames.org/export/codes.html).
_KINDS = {
    "city": "P.PPL", "town": "P.PPL", "village": "P.PPL", "hamlet": "P.PPL", "settlement": "P.PPL",
    "capital": "P.PPLC", "neighbourhood": "P.PPLX", "neighborhood": "P.PPLX", "suburb": "P.PPLX",
    "quarter": "P.PPLX", "farm": "S.FRM", "camp": "S.CMP", "refugee camp": "S.CMPRF",
    "country": "A.PCLI", "state": "A.ADM1", "province": "A.ADM1", "governorate": "A.ADM1",
    "oblast": "A.ADM1", "district": "A.ADM2", "county": "A.ADM2", "raion": "A.ADM2",
    "subdistrict": "A.ADM3", "municipality": "A.ADM3", "region": "L.RGN", "area": "L.AREA",
    "locality": "L.LCTY", "desert": "T.DSRT", "forest": "V.FRST", "wood": "V.FRST",
    "bridge": "S.BDG", "road": "R.RD", "highway": "R.RD", "motorway": "R.RD", "street": "R.ST",
    "track": "R.TRL", "junction": "R.RDJCT", "roundabout": "R.RDJCT", "crossroads": "R.RDJCT",
    "tunnel": "R.TNL", "square": "S.SQR", "railway": "R.RR", "railway station": "S.RSTN",
    "station": "S.RSTN", "bus station": "S.BUSTN", "port": "L.PRT", "harbour": "H.HBR",
    "harbor": "H.HBR", "airport": "S.AIRP", "airfield": "S.AIRF", "airbase": "S.AIRB",
    "air base": "S.AIRB", "base": "L.MILB", "military base": "L.MILB", "barracks": "S.BRKS",
    "checkpoint": "S.PSTP", "border crossing": "S.PSTB", "prison": "S.PRN", "hospital": "S.HSP",
    "school": "S.SCH", "university": "S.UNIV", "mosque": "S.MSQE", "church": "S.CH",
    "monastery": "S.MSTY", "cemetery": "S.CMTY", "market": "S.MKT", "castle": "S.CSTL",
    "fort": "S.FT", "fortress": "S.FT", "factory": "S.MFG", "power plant": "S.PS",
    "power station": "S.PS", "refinery": "S.OILR", "oil field": "L.OILF", "oilfield": "L.OILF",
    "gas field": "L.GASF", "mine": "S.MN", "quarry": "S.MNQR", "dam": "S.DAM", "tower": "S.TOWR",
    "stadium": "S.STDM", "building": "S.BLDG", "river": "H.STM", "stream": "H.STM",
    "canal": "H.CNL", "lake": "H.LK", "reservoir": "H.RSV", "spring": "H.SPNG", "well": "H.WLL",
    "sea": "H.SEA", "bay": "H.BAY", "gulf": "H.GULF", "wadi": "H.WAD", "marsh": "H.MRSH",
    "valley": "T.VAL", "mountain": "T.MT", "mountains": "T.MTS", "hill": "T.HLL", "hills": "T.HLLS",
    "peak": "T.PK", "ridge": "T.RDGE", "pass": "T.PASS", "plain": "T.PLN", "plateau": "T.PLAT",
    "island": "T.ISL", "islands": "T.ISLS", "peninsula": "T.PEN", "cape": "T.CAPE",
}  # fmt: skip
# What a feature is taken for that nobody says anything of, by its shape.
_SHAPES = {"Point": "L.LCTY", "Line": "R.RD", "Area": "L.AREA"}
_LETTERS = {code: letter for letter, _, code in (kind.partition(".") for kind in _KINDS.values())}
_FAMILIES = (("ADM", "A"), ("PCL", "A"), ("PPL", "P"), ("STLMT", "P"), ("AIR", "S"), ("LK", "H"))
_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}")


def feature_of(
    *, letter: str, code: str, kind: str, geometry: str, population: int = 0
) -> tuple[FeatureClass, str]:
    """Return class and code from what a row says, else from the shape of its geometry.

    Raises
    ------
    BrokenRowError
        It says a class, code or kind that is not known.
    """
    if code:
        return _by_code(letter.upper(), code.upper())
    if kind:
        return _by_kind(kind)
    if letter:
        return _class(letter.upper()), ""
    if population and geometry == "Point":
        return FeatureClass.POPULATED, "PPL"
    return _parted(_SHAPES[_shape(geometry)])


def _by_code(letter: str, code: str) -> tuple[FeatureClass, str]:
    if not _CODE.fullmatch(code):
        raise BrokenRowError(f"feature_code {code[:20]!r} is none of GeoNames'")
    if not letter:
        family = next((of for start, of in _FAMILIES if code.startswith(start)), "")
        letter = family or _LETTERS.get(code, "")
    return _class(letter), code


def _by_kind(kind: str) -> tuple[FeatureClass, str]:
    known = _KINDS.get(kind.casefold().replace("_", " "))
    if known is None:
        raise BrokenRowError(f"kind {kind[:30]!r} is not known; give feature_class, feature_code")
    return _parted(known)


def _class(letter: str) -> FeatureClass:
    try:
        return FeatureClass(letter)
    except ValueError:
        known = " ".join(FeatureClass)
        raise BrokenRowError(f"feature_class {letter[:20]!r} is none of {known}") from None


def _parted(text: str) -> tuple[FeatureClass, str]:
    letter, _, code = text.partition(".")
    return FeatureClass(letter), code


def _shape(geometry: str) -> str:
    if geometry.endswith("LineString"):
        return "Line"
    return "Point" if geometry == "Point" else "Area"
