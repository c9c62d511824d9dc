"""Colours that read: on each other, and on a dark map."""

from __future__ import annotations

__all__ = ["contrast", "dark_of", "edge_on", "ink_on"]

# The land of the dark map; its sea is darker still.
_DARK_LAND = "#23292d"
# Of small letters, and of a line on the dark map that no row of the table below speaks of; of
# letters that have an edge (WCAG 2.2 asks as much of large ones).
_ENOUGH, _EDGED = 4.5, 3.0
# How much of a colour is in its edge.
_DEEP = 0.62


def _luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: str) -> str:
    """Return white where it reads on a colour, alone or with an edge, and else black.

    Examples
    --------
    >>> ink_on("#0b6fa4"), ink_on("#0c7eff"), ink_on("#e0c000")
    ('#ffffff', '#ffffff', '#000000')
    """
    return "#ffffff" if contrast("#ffffff", colour) >= _EDGED else "#000000"


def edge_on(colour: str) -> str:
    """Return the colour of an edge around the ink on a colour, empty where it reads without.

    On a colour of middling light black has more contrast by the formula and is harder to read than
    white, which a thin line in a deep shade of the colour sets off.

    Examples
    --------
    >>> edge_on("#0c7eff"), edge_on("#0b6fa4")
    ('#074e9e', '')
    """
    if contrast(ink_on(colour), colour) >= _ENOUGH:
        return ""
    return _mixed(colour, 0, _DEEP)


def dark_of(colour: str) -> str:
    """Return what stands for a colour of the light map on the dark one.

    A colour that the table does not know is mixed with white until it stands out.

    Examples
    --------
    >>> dark_of("#000033")
    '#9393a8'
    """
    known = _PAIRS.get(colour.lower())
    if known:
        return known
    shares = (step / 40 for step in range(41))
    mixed = (_mixed(colour, 255, 1 - share) for share in shares)
    return next(made for made in mixed if contrast(made, _DARK_LAND) >= _ENOUGH)


def _mixed(colour: str, grey: int, share: float) -> str:
    """Return a share of a colour, the rest of one grey."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(part * share + grey * (1 - share)):02x}" for part in parts)


# The palette of all theatres, and each colour on a dark map. Any two differ by at least 14
# (CIEDE2000) for normal, protan, deutan and tritan sight (Machado, Oliveira and Fernandes 2009),
# and stand out from land and sea by 3:1 (WCAG 2.2), light and dark. Found by a search.
_PAIRS: dict[str, str] = {
    "#aa2200": "#c64b38",
    "#0c7eff": "#4a73e9",
    "#0f444f": "#14e9fe",
    "#a7028f": "#9e5996",
    "#de5813": "#ef8136",
    "#698b64": "#839577",
    "#0b0164": "#aa91ad",
    "#5a3b34": "#e8bc96",
    "#2329ff": "#4fa9f5",
    "#a3739d": "#747170",
    "#11001a": "#edffe7",
    "#2b0400": "#fff275",
    "#696969": "#c2c2c2",
}
