"""Which namesakes leave open what a name means, beside the feature that fits it best."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.index import Gazetteer
from gazetteer.meaning.one_spot import is_its_river, own_area, own_site, same_place
from gazetteer.meaning.rank import EXACT, SAME, Ranked
from gazetteer.meaning.renown import NEAR_MARGIN, is_nearer
from gazetteer.meaning.seats import is_town

__all__ = ["RIDE_KM", "rivals_of"]

#: A place leads by this or is ambiguous: a known one; a village near a sure place of the text; one
#: in a text with other places; one that is asked for alone. Chosen so that of names held out of the
#: lists of eight countries about three in a hundred or fewer are answered and more than 20 km off.
_MARGIN, _MAYBE_MARGIN, _WIDE_MARGIN = 0.03, 0.11, 0.15
#: Where names recur the next valley has one as well, and a village leads by so much more, times the
#: squared odds (``Gazetteer.recurrence``): .008 at two to five, .002 at one to five.
_RECURRING_MARGIN = 0.05
#: A place this near to a sure one is meant before another that lies far from all.
RIDE_KM = 100.0
_ELSEWHERE_KM = 300.0  # off everything that a text is about
_BACKED = 0.05  # what the text must add to a name: other places within some 65 km, say
_CURATED = 0.05
_CITY = 100_000
_OWN_NAME = 0.05  # what a place is called first says more than that another was called so once


def rivals_of(top: Ranked, rest: Sequence[Ranked], gazetteer: Gazetteer) -> list[Ranked]:
    """Return those of the rest that fit a name about as well as the first does."""
    margin = _margin(top, gazetteer)
    return [r for r in rest if _rivals(top, r, margin) and not is_its_river(top, r)]


def _rivals(top: Ranked, ranked: Ranked, margin: float) -> bool:
    of_a_kind = ranked.found.feature_class == top.found.feature_class
    larger = ranked.found.prominence > top.found.prominence and is_town(ranked.found)
    if of_a_kind and larger and not top.supported:
        # That somebody wrote a village down by hand says nothing against a town of its name.
        margin += _CURATED
    city = top.known and top.found.population >= _CITY
    own = top.found.own_name and not ranked.found.own_name
    if own and top.known and (top.supported or (city and not larger)):
        margin -= _OWN_NAME
    nearer = ranked.spelling >= EXACT and is_nearer((ranked,), top)
    # That it lies nearer says little for a town that is merely called like a city.
    nearer = nearer and not (city and _is_only_like(top, ranked) and not larger)
    # That a town is known says little for it where only another bears the very name.
    named = ranked.spelling >= SAME > top.spelling and not top.supported
    margin = max(margin, _MAYBE_MARGIN) if named else margin
    known = top.known and not named
    close = top.order - ranked.order < margin and (ranked.stands or nearer or not known)
    # Far off, and only like the name that one near by has.
    backed = top.order - top.spelling >= _BACKED
    close = close and not (backed and ranked.far and ranked.spelling < top.spelling)
    close = close and not (ranked.far and (_within_a_ride(top) or _is_only_like(top, ranked)))
    close = close and not (_within_a_ride(top) and _is_elsewhere(ranked))
    its = own_area(top, ranked) or own_site(top, ranked)
    return close and not (its or same_place(top.found, ranked.found))


def _within_a_ride(top: Ranked) -> bool:
    """Tell whether a place lies so near to a sure one that another, far from all, is not meant."""
    return top.sure_km is not None and top.sure_km <= RIDE_KM


def _is_only_like(top: Ranked, ranked: Ranked) -> bool:
    """Tell whether one bears the very name, and the other a name that is like it."""
    return ranked.spelling < SAME <= top.spelling


def _is_elsewhere(ranked: Ranked) -> bool:
    """Tell whether a namesake that is not known lies off all that the text is about."""
    return not ranked.known and (ranked.sure_km or 0.0) > _ELSEWHERE_KM


def _margin(top: Ranked, gazetteer: Gazetteer) -> float:
    if top.known:
        return _MARGIN
    recurring = _RECURRING_MARGIN * gazetteer.recurrence(top.found.id) ** 2
    if top.surely:
        return NEAR_MARGIN + recurring
    alone = top.sure_km is None and not top.supported
    return (_WIDE_MARGIN if alone else _MAYBE_MARGIN) + recurring
