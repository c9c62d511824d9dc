"""One row of a claims file, which knows where it stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from claims.claim import Action, Status
from claims.errors import ClaimFormatError

__all__ = ["ClaimRow"]

_YEARS = (1000, 9000)  # beyond these a time zone leaves the calendar


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One record with where it stands, to name in errors."""

    path: str
    line: int
    fields: dict[str, Any]

    def text(self, field: str) -> str:
        """Return a field as text, empty where it is missing."""
        value = self.fields.get(field)
        return "" if value is None else str(value)

    def required(self, field: str) -> str:
        """Return a field that must be there."""
        if not self.text(field).strip():
            raise ClaimFormatError(self.path, self.line, field, "is missing")
        return self.text(field)

    def number(self, field: str) -> float | None:
        """Return a field as a finite number, None where it is empty."""
        if not self.text(field).strip():
            return None
        try:
            value = float(self.text(field))
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise ClaimFormatError(
                self.path, self.line, field, f"{self.text(field)!r} is no number"
            )
        return value

    def one_of(self, field: str, kind: type[Action] | type[Status], default: str) -> Any:
        """Return a field as one of the known words."""
        value = self.text(field) or default
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            raise ClaimFormatError(
                self.path, self.line, field, f"{value!r} is none of {known}"
            ) from None

    def moment(self, field: str, value: str) -> datetime:
        """Return an ISO date or time as an aware datetime; without a zone it means UTC."""
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise ClaimFormatError(
                self.path, self.line, field, f"{value!r} is no ISO date"
            ) from None
        if not _YEARS[0] <= moment.year <= _YEARS[1]:
            raise ClaimFormatError(self.path, self.line, field, f"{value!r} is out of range")
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
