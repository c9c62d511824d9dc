"""Whether a claimant is one of a body: "the command of the Red Hill Front"."""

from __future__ import annotations

__all__ = ["is_of"]


def is_of(whose: str, name: str, start: int) -> bool:
    """Tell whether a claimant's name ends with whose it is: "command of the Red Hill Front".

    So does "the ministry of Kassaria", land that broke away.
    """
    lead = name[: start + 1]
    return name.endswith(whose) and (" of the " in lead or name[:start].endswith(" of "))
