"""How far a feature reaches around the point that a source gives for it.

A point says nothing of the size of what it marks, so its radius comes from the kind. Figures for
administrative levels are mean areas of real ones, as circles; the others are our own round sizes of
ordinary features of the kind, on the large side, for a radius too small is a false claim.
"""

from __future__ import annotations

from gazetteer.entry import FeatureClass
from gazetteer.homes.towns import town_radius_m

__all__ = ["radius_m"]

# Syria's 14 governorates and Ukraine's 27 regions average 65 and 84 km as circles, their districts
# 31 and 38 km, their subdistricts and hromadas 15 and 11 km; a state of the world 460 km.
_LEVELS_M = {
    "PCL": 450_000.0, "ADM1": 80_000.0, "ADM2": 35_000.0, "ADM3": 15_000.0, "ADM4": 8_000.0,
    "ADM5": 4_000.0, "ADMD": 20_000.0, "TERR": 50_000.0,
}  # fmt: skip
_CODES_M = {
    # class S, buildings and sites
    "BDG": 300.0, "DAM": 1_000.0, "AIRP": 2_500.0, "AIRB": 2_500.0, "AIRF": 1_500.0,
    "AIRH": 300.0, "INSM": 2_000.0, "BRKS": 1_000.0, "CMPRF": 1_500.0, "CMP": 1_000.0,
    "OILR": 1_500.0, "PS": 1_000.0, "UNIV": 1_000.0, "FRM": 1_500.0, "FRMS": 2_500.0,
    "EST": 2_500.0, "MN": 1_500.0, "MNQR": 1_000.0,
    # class L, areas
    "RGN": 50_000.0, "CONT": 3_500_000.0, "MILB": 3_000.0, "NVB": 2_000.0, "PRT": 2_000.0,
    "OILF": 10_000.0, "GASF": 10_000.0, "INDS": 2_000.0, "LCTY": 2_000.0, "PRK": 5_000.0,
    # class R, roads known by one point
    "RDJCT": 500.0, "RTE": 50_000.0, "ST": 2_000.0, "TNL": 1_500.0, "SQR": 300.0,
    # class H, waters
    "SPNG": 500.0, "WLL": 500.0, "FLLS": 500.0, "LK": 5_000.0, "RSV": 5_000.0, "BAY": 10_000.0,
    "GULF": 100_000.0, "SEA": 300_000.0, "OCN": 3_500_000.0, "HBR": 2_000.0, "STM": 20_000.0,
    # class T, landforms
    "PK": 1_000.0, "PASS": 1_000.0, "CAPE": 1_500.0, "RDGE": 5_000.0, "MTS": 30_000.0,
    "PLN": 20_000.0, "PLAT": 20_000.0, "DSRT": 100_000.0, "PEN": 20_000.0, "ISL": 5_000.0,
    "ISLS": 20_000.0, "VAL": 10_000.0,
    # class V, vegetation
    "FRST": 5_000.0,
}  # fmt: skip
_CLASSES_M = {
    FeatureClass.ADMIN: 20_000.0,
    FeatureClass.WATER: 10_000.0,
    FeatureClass.AREA: 5_000.0,
    FeatureClass.ROAD: 10_000.0,
    FeatureClass.SPOT: 500.0,
    FeatureClass.TERRAIN: 1_500.0,
    FeatureClass.UNDERSEA: 20_000.0,
    FeatureClass.VEGETATION: 3_000.0,
}


def radius_m(feature_class: FeatureClass, code: str, population: int = 0) -> float:
    """Return the radius in metres that stands for a feature known by one point.

    Examples
    --------
    >>> radius_m(FeatureClass.SPOT, "BDG"), radius_m(FeatureClass.TERRAIN, "HLL")
    (300.0, 1500.0)
    """
    if feature_class is FeatureClass.POPULATED:
        return town_radius_m(population)
    if feature_class is FeatureClass.ADMIN:
        level = "PCL" if code.startswith("PCL") else code.removesuffix("H")
        return _LEVELS_M.get(level, _CLASSES_M[feature_class])
    return _CODES_M.get(code, _CLASSES_M[feature_class])
