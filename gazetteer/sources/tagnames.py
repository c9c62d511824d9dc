"""Names in properties, as OpenStreetMap and many GeoJSON files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

__all__ = ["tagged_names"]

# Which of the keys count as names, the best first; each may carry a language: "alt_name:ar".
_KEYS = (
    "name", "int_name", "official_name", "short_name", "loc_name", "alt_name", "old_name",
    "name_alt", "aliases", "alias", "arabic",
)  # fmt: skip
_KEY = re.compile(r"([a-z_]+?)(?::([a-z]{2,3}(?:-\w+)*)|_([a-z]{2}))?")
_BETWEEN = re.compile(r"[|;]")


def tagged_names(properties: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the names of a feature and their languages, the preferred one first."""
    found = []
    for key, value in properties.items():
        told = _KEY.fullmatch(key.lower())
        name, after_colon, after_bar = told.groups() if told else ("", "", "")
        if name in _KEYS:
            language = "ar" if name == "arabic" else after_colon or after_bar or ""
            found.append((_KEYS.index(name), bool(language), language, value))
    # The name itself stands before its translations, both before the other kinds of names.
    found.sort(key=lambda one: one[:2])
    for _, _, language, value in found:
        yield from ((text, language) for text in _texts(value))


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return _BETWEEN.split(value)
    if isinstance(value, list):
        return [text for text in value if isinstance(text, str)]
    return ()
