"""What the names of a text say to each other of where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from gazetteer.homes.found import Found
from gazetteer.index import Gazetteer
from gazetteer.meaning.meanings import readings
from gazetteer.meaning.rank import Scene
from gazetteer.meaning.surroundings import Anchor
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import COUNTRIES

__all__ = ["Heard"]

#: A place this wide says nothing about where another one lies.
_WIDEST_ANCHOR_M = 60_000
_LEAST_WEIGHT, _PASSES = 0.05, 2
#: So many names are few. Of these all that a search gives for each counts, for the reading that is
#: meant may be the last of two hundred; of many names enough is told by the likeliest.
_FEW = 4
_OF_FEW, _OF_MANY = (200, 250), (40, 60)
# Where a place lies that another is said to lie beside tells of the rest of a text too.
_BESIDE = frozenset((Relation.NEAR, Relation.OFFSET, Relation.DISTANCE, Relation.OUTSKIRTS))

_COUNTRY = "PCLI"
_TOWNS = frozenset(("", "city", "town", "village", "capital"))

_Readings = tuple[tuple[Found, Anchor], ...]


class Heard:
    """What the names of a text say to each of them.

    A name must not hear its own voice back, or every guess would confirm itself: where the names
    are few, the others are read as if it did not stand there; where they are many, its share in
    what they say is small.
    """

    def __init__(
        self, meant: Sequence[PlaceExpression], gazetteer: Gazetteer, scene: Scene
    ) -> None:
        meant = tuple(dict.fromkeys((*meant, *_beside(meant))))
        self._meant, self._gazetteer, self._scene = meant, gazetteer, scene
        few = len(meant) <= _FEW
        self._readings, self._anchors = _OF_FEW if few else _OF_MANY
        self._all = None if few else self._read(meant)

    def by(self, asked: PlaceExpression) -> Scene:
        """Return the scene with what the other names may mean, as this one hears them."""
        others = self._all or self._read([other for other in self._meant if other is not asked])
        return others.around(asked, self._scene)

    def _read(self, meant: Sequence[PlaceExpression]) -> _Voices:
        voices = _Voices({}, self._anchors)
        few = len(meant) <= _FEW
        read: dict[PlaceExpression, _Readings] = {}
        # What one name learns from another may tell a third. Of many, some are clear at once.
        for _ in range(min(_PASSES, len(meant))):
            again = [asked for asked in meant if few or _is_open(read.get(asked))]
            if not again:
                break
            for asked, scene in [(asked, voices.around(asked, self._scene)) for asked in again]:
                read[asked] = self._readings_of(asked, scene)
            heard = read if few else {a: _divided(told) for a, told in read.items()}
            voices = _Voices(heard, self._anchors)
        return voices

    def _readings_of(self, asked: PlaceExpression, scene: Scene) -> _Readings:
        """Return what a name may mean; of one that a land is told to hold what lies in that land.

        Else "Mar'a" of a list on Syria would speak for a village in Iraq that is called so too.
        """
        land = self._land_of(asked.within)
        scene = replace(scene, countries=(land,)) if land else scene
        read = tuple(readings(asked, self._gazetteer, scene, most=self._readings))
        return tuple(each for each in read if each[0].country == land) or read if land else read

    def _land_of(self, holder: PlaceExpression | None) -> str:
        """Return the code of the country that holds a place, empty where none is told."""
        while holder is not None and holder.within is not None:
            holder = holder.within
        if holder is None or len(holder.heads) != 1 or holder.heads[0].lower() not in COUNTRIES:
            return ""
        found = self._gazetteer.matches(holder.heads[0])
        lands = {each.country for each in found if each.feature_code == _COUNTRY}
        return lands.pop() if len(lands) == 1 else ""


def _is_open(read: _Readings | None) -> bool:
    """Tell whether a name was not read yet, or may mean this or that."""
    return read is None or (len(read) > 1 and not any(anchor.sure for _, anchor in read))


def _divided(read: _Readings) -> _Readings:
    """Let the readings of a name that nobody can tell share one voice.

    Otherwise forty villages of one name would speak forty times, each for the homonyms next to it.
    Where a text has few names, all that an unclear one says is welcome.
    """
    if len(read) < 2 or any(anchor.sure for _, anchor in read):
        return read
    whole = max(1.0, sum(anchor.weight for _, anchor in read))
    return tuple((found, anchor._replace(weight=anchor.weight / whole)) for found, anchor in read)


class _Voices:
    """What names of a text may mean, the likeliest first and so many of them."""

    def __init__(
        self, read: Mapping[PlaceExpression, Sequence[tuple[Found, Anchor]]], most: int
    ) -> None:
        heard = [
            (anchor, found.id, asked)
            for asked, found_for in read.items()
            for found, anchor in found_for
            if anchor.weight >= _LEAST_WEIGHT and found.radius_m <= _WIDEST_ANCHOR_M
        ]
        self._heard = sorted(heard, key=lambda voice: -voice[0].weight)
        self._read, self._most = read, most

    def around(self, asked: PlaceExpression, scene: Scene) -> Scene:
        """Add what the names may mean, but not what the one asked about may mean."""
        own, heads = {found.id for found, _ in self._read.get(asked, ())}, asked.heads
        others = (
            anchor
            for anchor, entry_id, other in self._heard
            if other is not asked and anchor.name not in heads and entry_id not in own
        )
        surest = tuple(islice(others, self._most))
        return replace(scene, anchors=(*scene.anchors, *surest)) if surest else scene


def _beside(meant: Sequence[PlaceExpression]) -> Iterator[PlaceExpression]:
    """Give where others are said to lie: beside a place, or in a town. It tells of the rest too."""
    for each in meant:
        for holder in (each.within, each.ground):
            if holder is not None and holder.relation in _BESIDE:
                yield holder
        if each.within is not None and _is_town(each.within):
            yield each.within


def _is_town(holder: PlaceExpression) -> bool:
    """Tell whether a town is said to hold a place: "near the Green Line in Beirut"."""
    plain = holder.relation is Relation.AT and len(holder.heads) == 1
    return plain and holder.feature_word in _TOWNS
