"""Countries by name and adjective, so that "Russian troops" has a side in any war."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["ACT_ABROAD", "Country", "countries"]

# Powers whose forces the press names in wars far from their own country.
ACT_ABROAD = frozenset(("FR", "GB", "US"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: id as a side ("russia"), ISO 3166-1 alpha-2 code, name, words made from it."""

    id: str
    code: str
    name: str
    words: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Return every country that the press names forces after, in order of id."""
    rows = load_yaml((files("claims") / "countries.yaml").read_text(encoding="utf-8"))
    return tuple(
        Country(id=key, code=str(code), name=name, words=(name, *words))
        for key, (code, name, *words) in rows.items()
    )
