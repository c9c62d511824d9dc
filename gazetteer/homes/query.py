"""One name that is looked for, and how well the names met so far fit it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from gazetteer.homes.found import Spot
from gazetteer.homes.key_rows import RawKey
from gazetteer.nearness import apart_km, closeness
from gazetteer.spellings.families import Family, family
from gazetteer.spellings.keying import ABJAD, asked_under, letter_of
from gazetteer.spellings.likeness import key_likeness
from gazetteer.spellings.spelling import NameKey

__all__ = ["BARE_FACTOR", "GOOD", "Keys", "Query", "keys_of", "lies_within"]

#: A name that differs by a feature word only ("Zeinedin" for "Jabal Zeinedin") counts this much.
BARE_FACTOR = 0.9
#: What a feature word left out on one side, or on both, leaves of a likeness.
_LEFT_OUT = (1.0, BARE_FACTOR, BARE_FACTOR**2)
#: Below this two spellings have nothing to say about each other.
_FLOOR = 0.6
#: A spelling that leaves no wish for others.
GOOD = 0.9
#: Nearness counts for the choice of places more than it does in ranking, so that none is lost.
_NEAR_BONUS = 0.6
_MOST, _MOST_OF_A_CLASS = 100, 12
#: Nothing around a name makes up for a spelling so much worse than the best of its class; and
#: beyond the best few of it nobody asks for what is spelled this much worse.
_HOPELESS, _BEHIND = 0.35, 0.15

#: Letter of the family, key, and how it was read (``gazetteer.spellings.keying``).
Keys = list[tuple[str, NameKey, int]]
#: The columns of a row that tell a name: loose, strict, spoken, plain, how.
_Form = tuple[str, str, str, str, int]
#: Score and likeness of the spelling alone.
_Fit = tuple[float, float]


def keys_of(families: Sequence[Family], name: str) -> Keys:
    """Return the keys that a name is looked for by."""
    return [key for of in families for key in _keys_in(name, of.id)]


# A name is looked for in one part of a gazetteer after the other.
@lru_cache(maxsize=1_024)
def _keys_in(name: str, of_name: str) -> Keys:
    of = family(of_name)
    return [(letter_of(of), key, how) for key, how in asked_under(name, of)]


@dataclass(slots=True)
class Query:
    """One name with its keys, and the likeness to every key met so far."""

    keys: Keys
    near: Sequence[Spot] = ()
    known: dict[_Form, _Fit] = field(default_factory=dict)
    best: dict[int, tuple[float, float, RawKey]] = field(default_factory=dict)

    def copy(self, near: Sequence[Spot]) -> Query:
        """Return the same to go on with, near points."""
        return Query(self.keys, near, dict(self.known), dict(self.best))

    def take(self, rows: Iterable[RawKey]) -> None:
        """Compare rows and keep the best of each place."""
        known, best = self.known, self.best
        for row in rows:
            # Rows stay plain tuples (see ``KeyRow`` for the columns), looked at by number: here a
            # search spends its time. The form; the place.
            form = row[:5]
            fit = known.get(form)
            if fit is None:
                fit = known[form] = self._fit(form)
            if fit[0] >= _FLOOR:
                held = best.get(row[5])
                if held is None or fit[0] > held[0]:
                    best[row[5]] = (*fit, row)

    def _fit(self, form: _Form) -> _Fit:
        loose, strict, spoken, plain, how = form
        key = NameKey(plain, spoken, strict, loose[1:], bool(how & ABJAD))
        best = (0.0, 0.0)
        for letter, asked, asked_how in self.keys:
            if letter == loose[0]:
                spelling = key_likeness(asked, key)
                fit = (spelling * _LEFT_OUT[(asked_how >> 1) + (how >> 1)], spelling)
                best = max(best, fit)
        return best

    def good(self) -> int:
        """Count the places whose name is as good as found."""
        return sum(fit[0] >= GOOD for fit in self.best.values())

    def is_good_within(self, reach_km: float) -> bool:
        """Tell whether a good spelling lies near the points given."""
        return any(
            score >= GOOD and min(_apart_km(row, spot) for spot in self.near) <= reach_km
            for score, _, row in self.best.values()
        )

    def chosen(self) -> list[int]:
        """Return the best places of each class; none that nothing makes the best.

        Up to twelve of each feature class, so that a bridge is not lost behind villages of its
        name; and of the best hundred, and of all that are spelled well, those that are about as
        good as the best of their class: hundreds may share a name, and what is merely like it must
        not push any of them out by lying near a point.
        """
        if self._are_few_and_alike():
            return [*self.best]
        bonus = self._bonus if self.near else None
        ordered = sorted(
            [
                (-score - bonus(row) if bonus else -score, -row[10], place, score, row[9])
                for place, (score, _, row) in self.best.items()
            ]
        )
        chosen, best, taken = list[int](), dict[str, float](), dict[str, int]()
        for number, (_, _, place, score, letter) in enumerate(ordered):
            most = best[letter] = max(score, best.get(letter, 0.0))
            of_class = taken[letter] = taken.get(letter, 0) + 1
            close = (number < _MOST or score >= GOOD) and score > most - _BEHIND
            if score > most - _HOPELESS and (close or of_class <= _MOST_OF_A_CLASS):
                chosen.append(place)
        return chosen

    def _are_few_and_alike(self) -> bool:
        """Tell whether all places are chosen in whatever order, which need not be found then."""
        scores = [score for score, _, _ in self.best.values()]
        behind = _HOPELESS if len(scores) <= _MOST_OF_A_CLASS else _BEHIND
        return len(scores) <= _MOST and min(scores) > max(scores) - behind

    def _bonus(self, row: RawKey) -> float:
        """Return what nearness to the points given adds to a place's score."""
        return _NEAR_BONUS * max(closeness(_apart_km(row, spot)) for spot in self.near)


def lies_within(spots: Iterable[Spot], near: Sequence[Spot], reach_km: float) -> bool:
    """Tell whether any of some spots lies near the points given."""
    return any(apart_km(*spot, *point) <= reach_km for spot in spots for point in near)


def _apart_km(row: RawKey, spot: Spot) -> float:
    return apart_km(row[7] / 1e5, row[8] / 1e5, *spot)
