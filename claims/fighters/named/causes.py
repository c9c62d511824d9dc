"""Names that a country's rebels give themselves: "Kassa National Front"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_of_rebels"]

_AGAINST_IT = frozenset(("front", "movement"))
_ARMIES = frozenset(("army", "armies", "force", "forces"))
# No state's own army is for these; one that is goes by its name in groups.yaml.
_TO_COME = frozenset("liberation resistance salvation".split())
_CAUSES = frozenset(
    "national liberation patriotic popular people's revolutionary democratic salvation".split()
)


def is_of_rebels(parts: Sequence[str]) -> bool:
    """Tell whether a name that starts with a country is its rebels' and not its army's.

    Examples
    --------
    >>> is_of_rebels("kassa national front".split()), is_of_rebels(["kassa", "front"])
    (True, False)
    >>> is_of_rebels("kassan liberation army".split()), is_of_rebels("kassan national army".split())
    (True, False)
    """
    armed = parts[-1] in _ARMIES and not _TO_COME.isdisjoint(parts)
    return armed or (parts[-1] in _AGAINST_IT and not _CAUSES.isdisjoint(parts))
