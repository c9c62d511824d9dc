"""Names of administrative units, which dumps of GeoNames give by their codes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.lines import decoded
from gazetteer.sources.wording import clean

__all__ = ["AdminNames", "is_admin_names"]

_ROW = re.compile(r"[A-Z]{2}(?:\.[^.\t]{1,40}){1,2}\t[^\t]+\t[^\t]*\t\d*\s*")
# Both files of GeoNames have some 50,000 units together.
_MOST = 1_000_000


def is_admin_names(line: bytes) -> bool:
    """Tell whether a line is of ``admin1CodesASCII.txt`` or ``admin2Codes.txt``."""
    return _ROW.fullmatch(line.decode(errors="replace")) is not None


class AdminNames:
    """Names by code; an empty one keeps codes as they are."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def add(self, lines: Iterable[tuple[int, bytes]]) -> None:
        """Add the rows of a file of codes; broken ones leave their codes unnamed."""
        for _, line in lines:
            try:
                text = decoded(line)
            except BrokenRowError:
                continue
            if _ROW.fullmatch(text) and len(self._names) < _MOST:
                code, name, *_ = text.split("\t")
                self._names[code] = clean(name)

    def path(self, country: str, *units: str) -> tuple[str, ...]:
        """Return the names of a place's units, the largest first.

        A unit that is not known by its code is given as it stands: some dumps hold names there.
        """
        found = []
        code = country
        for unit in units:
            code = f"{code}.{unit}"
            if text := self._names.get(code) or clean(unit):
                found.append(text)
        return tuple(found)
