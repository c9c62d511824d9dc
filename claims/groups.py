"""Armed groups that the press names all over the world, for wars without a theatre of their own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["groups"]


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """Return, by id of side, the names under which each group is known."""
    rows = load_yaml((files("claims") / "groups.yaml").read_text(encoding="utf-8"))
    return {str(side): tuple(map(str, names)) for side, names in rows.items()}
