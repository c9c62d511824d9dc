"""Lists of words that rules look for, read from ``word_lists.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["word_list"]


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list; what each holds is said in the file."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    text = (files("claims") / "word_lists.yaml").read_text(encoding="utf-8")
    rows: dict[str, str] = load_yaml(text)
    return rows
