"""What a text says about a place, and what the gazetteer answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gazetteer.entry import GazetteerEntry
from geo.footprint import Footprint

__all__ = ["Candidate", "PlaceExpression", "Relation", "Resolution", "Unresolved"]


class Relation(StrEnum):
    """How a phrase relates the place it means to the toponym it names."""

    AT = "at"  # "Hama", "the town of Suran", "Hama province"
    ALONG = "along"  # "the Khanaser-Athriya road", "along the M5"
    DISTANCE = "distance"  # "15 kilometers from Hama"
    OFFSET = "offset"  # "15 km north of Hama"
    OUTSKIRTS = "outskirts"  # "the (northern) outskirts of Hama"
    PART = "part"  # "northern rural Hama", "southern Aleppo", "the countryside of X"
    NEAR = "near"  # "near the Al-Mazarib Bridge", "around Hama"
    BETWEEN = "between"  # "between Aleppo and Hama"
    TOWARD = "toward"  # "toward Hama", "in the direction of Al-Safira"
    GATES = "gates"  # "at the gates of Hama"


_FRONTS = frozenset(("front", "axis", "sector", "direction"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceExpression:
    """A place as a text words it, taken apart.

    Parameters
    ----------
    text
        The words themselves.
    heads
        The toponyms that carry it, in order: one, or both ends of "between A and B" and of a road
        that is named by its ends.
    relation
        How the place relates to the heads.
    distance_km
        Least and greatest stated distance in kilometres, ``(15, 15)``; an open end is ``inf``.
    directions
        Compass words, lower case and whole: ``("north", "northeast")``.
    feature_word
        The kind of feature the text names, lower case and singular: "bridge", "road", "city",
        "province", "village"; empty where it names none.
    within
        A further place that holds this one ("in the eastern Hama area"), or None.
    ground
        What the sentence or paragraph around it is about ("In the Lyman sector, ..."), or None. It
        is heard where the name by itself is not clear, or clear far off.
    """

    text: str
    heads: tuple[str, ...]
    relation: Relation = Relation.AT
    distance_km: tuple[float, float] | None = None
    directions: tuple[str, ...] = ()
    feature_word: str = ""
    within: PlaceExpression | None = None
    ground: PlaceExpression | None = None

    def __hash__(self) -> int:
        # Expressions of one text are asked for again and again, and their words tell them apart.
        return hash((self.text, self.heads))

    @property
    def is_front(self) -> bool:
        """Tell whether this is the part of a front that is called after a town."""
        return self.relation is Relation.NEAR and self.feature_word in _FRONTS and bool(self.heads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entry that might be meant, how well it fits (0 to 1), and why in words."""

    entry: GazetteerEntry
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A place expression that was placed: its footprint, the entries used, those passed over."""

    expression: PlaceExpression
    footprint: Footprint
    chosen: tuple[Candidate, ...]
    rejected: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A place expression that was not placed, with the reason and the nearest candidates.

    ``status`` is ``ambiguous`` where several entries fit about equally well, else ``unresolved``.
    ``searched`` tells that the gazetteer was asked and holds no clear answer, so that what holds
    the place may stand in for it.
    """

    expression: PlaceExpression
    status: str
    reason: str
    candidates: tuple[Candidate, ...] = ()
    searched: bool = False
