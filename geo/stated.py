"""A distance as a text states it: how far off it may be, and how likely each length is."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.errors import GeometryError

__all__ = ["Stated", "distance_error_m", "km", "stated", "up_to"]

Lengths = NDArray[np.float64]

_ERROR_SHARE, _ERROR_LEAST_M, _ERROR_NEAR_SHARE = 0.1, 2_500.0, 0.25
_OPEN_FACTOR = 2.0
_FARTHEST_M = 1_000_000.0
_OPEN_LEAST_M = 5_000.0
_DECAY_SHARE = 0.25


def km(length_m: float) -> str:
    """Write a length as a reader says it: "1.5 km"."""
    return f"{length_m / 1000:.3g} km"


def distance_error_m(stated_m: float) -> float:
    """Return how far off a stated distance may be: a tenth, at least 2.5 km, near X a quarter.

    Journalists round to 5 or 10 km, far coarser than the half unit that the guides read from the
    digits, so this never falls below ``geo.point_radius.distance_precision``; 2.5 km is half of
    the step of 5 km.
    """
    return max(_ERROR_SHARE * stated_m, min(_ERROR_LEAST_M, _ERROR_NEAR_SHARE * stated_m))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Lengths from ``least_m`` to ``greatest_m`` in metres, and how far off each end may be.

    ``greatest_m`` is infinite for "more than", which is drawn to twice the least (at least 5 km
    beyond it), because nothing farther would be told from X.

    Notes
    -----
    Between its ends every length is as likely as another, unless it is ``falling``: then the chance
    falls evenly to nothing at the greatest, for what lies far off has other places nearer. Beyond
    an open end it falls off exponentially over a quarter of what is drawn: who means 40 km does not
    write "more than 20".
    On top of that lies the error, alike anywhere in its limits, as rounding makes it.
    """

    least_m: float
    greatest_m: float
    least_error_m: float = 0.0
    greatest_error_m: float = 0.0
    falling: bool = False

    @property
    def inner_m(self) -> float:
        """The shortest length allowed."""
        return max(0.0, self.least_m - self.least_error_m)

    @property
    def outer_m(self) -> float:
        """The greatest length drawn."""
        if math.isinf(self.greatest_m):
            return max(_OPEN_FACTOR * self.least_m, self.least_m + _OPEN_LEAST_M)
        return self.greatest_m + self.greatest_error_m

    @property
    def words(self) -> str:
        """The lengths as a reader says them."""
        if math.isinf(self.greatest_m):
            return f"more than {km(self.least_m)} (drawn to {km(self.outer_m)})"
        if self.least_m == self.greatest_m:
            return f"{km(self.least_m)} ± {km(self.least_error_m)}"
        if self.least_m == 0:
            return f"up to {km(self.greatest_m)}"
        return f"{km(self.least_m)} to {km(self.greatest_m)}"

    def spread(self, chance: Lengths, rounding: Lengths) -> Lengths:
        """Return the lengths at shares of their chance and of their error, each 0 to 1."""
        if math.isinf(self.greatest_m):
            fall = -np.expm1(-1 / _DECAY_SHARE)
            lengths = self.least_m - self._decay_m * np.log1p(-fall * chance)
        else:
            share = 1 - np.sqrt(1 - chance) if self.falling else chance
            lengths = self.least_m + (self.greatest_m - self.least_m) * share
        error = self.least_error_m + (self.greatest_error_m - self.least_error_m) * chance
        off: Lengths = np.clip(lengths + (2 * rounding - 1) * error, self.inner_m, self.outer_m)
        return off

    def density(self, lengths: Lengths) -> Lengths:
        """Return how likely each length is, up to a factor: the mass within the error around it."""
        wide = max(self.least_error_m, self.greatest_error_m, 1.0)
        mass: Lengths = self._below(lengths + wide) - self._below(lengths - wide)
        return mass

    @property
    def _decay_m(self) -> float:
        return _DECAY_SHARE * (self.outer_m - self.least_m)

    def _below(self, lengths: Lengths) -> Lengths:
        beyond = np.maximum(lengths - self.least_m, 0.0)
        if math.isinf(self.greatest_m):
            return -np.expm1(-beyond / self._decay_m)
        if self.least_m == self.greatest_m:
            return (lengths >= self.least_m).astype(float)
        share = np.minimum(beyond / (self.greatest_m - self.least_m), 1.0)
        return 1 - (1 - share) ** 2 if self.falling else share


def stated(least_m: float, greatest_m: float) -> Stated:
    """Return a stated distance with its error.

    Raises
    ------
    GeometryError
        Where the ends are no range, or farther than any text tells a distance.
    """
    if not (0 <= least_m <= greatest_m) or math.isinf(least_m):
        raise GeometryError(f"distances {least_m} to {greatest_m} m are no range; give least first")
    if least_m > _FARTHEST_M:
        far, most = least_m / 1000, _FARTHEST_M / 1000
        raise GeometryError(f"{far:,.0f} km is no distance from a place; give {most:,.0f} at most")
    error = distance_error_m(least_m)
    return Stated(
        least_m=least_m,
        greatest_m=greatest_m,
        least_error_m=error,
        greatest_error_m=error if math.isinf(greatest_m) else distance_error_m(greatest_m),
    )


def up_to(reach_m: float, *, falling: bool = False) -> Stated:
    """Return every length up to a reach that the text leaves open, alike or the less likely."""
    return Stated(least_m=0.0, greatest_m=reach_m, falling=falling)
