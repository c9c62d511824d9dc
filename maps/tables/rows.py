"""The claims of a situation as rows: plain columns, a shape, and whose data the place is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.written.files import FLAT_COLUMNS, flat_records
from geo.rfc7946 import fit_shape
from maps.beside.credits import credit_of
from maps.text import plain

__all__ = ["COLUMNS", "Row", "items_of", "rows_of"]

COLUMNS = (*FLAT_COLUMNS, "credit")
"""Columns of every table; ``credit`` names the source and licence of the row's own place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim as a row; ``shape`` is None where it has no place."""

    item: ResolvedClaim | NotDrawn
    cells: dict[str, Any]
    shape: BaseGeometry | None

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.item.claim


def items_of(situation: Situation) -> Iterator[ResolvedClaim | NotDrawn]:
    """Yield what is drawn and what is not, in the order of reports and text."""
    located: dict[str, ResolvedClaim | NotDrawn] = {c.claim.id: c for c in situation.drawn}
    located |= {c.claim.id: c for c in situation.not_drawn}
    return (located[claim.id] for claim in situation.claims)


def rows_of(situation: Situation) -> Iterator[Row]:
    """Yield every claim as a row of ``COLUMNS``; text has lost what no file can hold."""
    for item, flat in zip(items_of(situation), flat_records(situation), strict=True):
        cells = {name: _cell(flat[name]) for name in FLAT_COLUMNS}
        shape = fit_shape(item.footprint.geometry) if item.footprint else None
        yield Row(item=item, cells=cells | {"credit": plain(credit_of(item))}, shape=shape)


def _cell(value: Any) -> Any:
    return plain(value) if isinstance(value, str) else value
