"""How far apart two colours are for every kind of sight, and how legible one is on paper."""

from __future__ import annotations

import math
from typing import Any

__all__ = ["ciede2000", "contrast", "worst"]

# Sight: Machado, Oliveira and Fernandes (2009), severity 1.0. Difference: CIEDE2000 after Sharma,
# Wu and Dalal (2005).
_SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041))  # fmt: skip
_WHITE = (0.95047, 1.0, 1.08883)

Triple = tuple[float, float, float]


def _times(matrix: tuple[Any, ...], v: Triple) -> Triple:
    a, b, c = (sum(m * x for m, x in zip(row, v, strict=True)) for row in matrix)
    return a, b, c


def _linear(colour: str) -> Triple:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    a, b, c = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return a, b, c


def _lab(colour: str, sight: str) -> Triple:
    seen = tuple(min(1.0, max(0.0, x)) for x in _times(_SIGHTS[sight], _linear(colour)))
    xyz = _times(_XYZ, (seen[0], seen[1], seen[2]))
    ratios = (x / w for x, w in zip(xyz, _WHITE, strict=True))
    x, y, z = (r ** (1 / 3) if r > 216 / 24389 else (24389 / 27 * r + 16) / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _hue_parts(a1: float, b1: float, a2: float, b2: float) -> tuple[float, float]:
    """Return the difference and the mean of two hue angles in degrees."""
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    apart = (h2 - h1 + 180) % 360 - 180
    return apart, (h1 + apart / 2) % 360


def ciede2000(one: Triple, other: Triple) -> float:
    """Return the difference of two colours given in CIELAB."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    apart, hue = _hue_parts(a1, b1, a2, b2)
    light, mean = (l1 + l2) / 2, (c1 + c2) / 2
    cos = {k: math.cos(math.radians(k * hue - p)) for k, p in ((1, 30), (2, 0), (3, -6), (4, 63))}
    t = 1 - 0.17 * cos[1] + 0.24 * cos[2] + 0.32 * cos[3] - 0.20 * cos[4]
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * mean)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(apart / 2)) / (1 + 0.015 * mean * t)
    turn = math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    rt = -2 * math.sqrt(mean**7 / (mean**7 + 25**7)) * turn
    return math.sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh)


def worst(one: str, other: str) -> float:
    """Return the smallest difference of two colours (CIEDE2000) over four kinds of sight."""
    return min(ciede2000(_lab(one, sight), _lab(other, sight)) for sight in _SIGHTS)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    light = sorted(_times(_XYZ, _linear(colour))[1] for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)
