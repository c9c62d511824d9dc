"""What a toponym may mean: the features of its name, weighed by what lies around them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from gazetteer.errors import SourceUnavailableError
from gazetteer.homes.found import Found, Spot, as_found
from gazetteer.index import Gazetteer, spelled
from gazetteer.kinds import kind_of
from gazetteer.meaning.asked import Asked
from gazetteer.meaning.rank import EXACT, FAIR, SAME, STRONG, Ranked, Scene, rank
from gazetteer.meaning.renown import dwarfs
from gazetteer.meaning.seats import SMALL_TOWN, is_town
from gazetteer.meaning.surroundings import Anchor
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.spellings.spelling import MAX_NAME_CHARS, mixed_scripts
from gazetteer.states import COUNTRIES

__all__ = ["asked_for", "ranked_for", "readings", "refusal"]

#: A town as large as this speaks for itself wherever it lies.
_LARGE, _SHOWN = 20_000, 5
_LEAST_WEIGHT, _MOST_SPOTS, _MOST_UNSURE, _MOST_WORDS = 0.3, 2, 40, 5
_DOUBT, _UNSUPPORTED = 0.05, 0.5
#: A text rather means the place whose own name is spelled so than one that has it among its others.
_OWN_NAME = 0.035
#: "The eastern side of X", "its southern suburbs" are parts of the town, as its countryside is.
_OF_TOWN = re.compile(
    r"\b(?:sides?|neighbou?rhoods?|suburbs?|quarters?|streets?|districts)\b", re.IGNORECASE
)
_THE = re.compile(r"(?:\w+\s+){0,3}the\s+\w+(?:\s\w+)?$", re.IGNORECASE)
_COUNTRY = "PCLI"
_FIRST_LEVEL = frozenset(("province", "region"))
_DISTRICTS = frozenset(("ADM2", "ADM3", "ADM4"))
_TOWN_PARTS = frozenset(("area", "centre", "countryside", "neighbourhood", "suburb"))


_Readings = tuple[tuple[Found, Anchor], ...]
_MOST_KEPT = 1_024
_ALONE = WeakKeyDictionary[Gazetteer, dict[tuple[Asked, tuple[str, ...], int], _Readings]]()


def asked_for(expression: PlaceExpression, head: str) -> Asked:
    """Return the question for one toponym of an expression; a kind of feature counts for one."""
    # "The X axis" is no road: a part of a front is called after its town.
    plain = len(expression.heads) > 1 or expression.is_front
    word = "" if plain else expression.feature_word
    return Asked(head, kind_of(word), word, prefers=_preferred(expression))


def refusal(head: str) -> str:
    """Say why a text cannot be the name of a place, or nothing."""
    if len(head) > MAX_NAME_CHARS:
        return f"a name of {len(head)} characters is no place name; give the name alone"
    mixed = mixed_scripts(head)
    if mixed:
        return f"{mixed[0]!r} mixes letters of two scripts; write the name in one"
    return ""


def _preferred(expression: PlaceExpression) -> str:
    """Parts of a name ("southern Aleppo") mean the area of that name, other phrases the town.

    The countryside and the sides are the town's: "northern rural Hama" lies north of the city,
    not in the north of its province. Rivers, lands and heights have an article, towns have none.
    """
    if not expression.feature_word and _THE.match(expression.text):
        return "HLT"
    if expression.relation is not Relation.PART or _OF_TOWN.search(expression.text):
        return "P"
    return "P" if expression.feature_word in _TOWN_PARTS else "A"


def ranked_for(
    asked: Asked, gazetteer: Gazetteer, scene: Scene
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """Return the features that a toponym may mean: those of the kind asked for, and the others.

    Rough spellings are looked for near the text's other places, where no good one lies there.
    """
    found = gazetteer.sounding(asked.name)
    if not any(_speaks_for_itself(each) for each in found[:_SHOWN]):
        near = _spots(scene.anchors) if _is_name(asked.name) else ()
        found = gazetteer.matches(asked.name, near)
    called = _of_first_level(asked, _of_country(asked.name, found))
    called = _of_cities(called) if asked.kind_word == "city" else called
    return rank(asked, called, scene, curated=gazetteer.is_curated, spelled=spelled)


def _of_country(name: str, found: Sequence[Found]) -> Sequence[Found]:
    """Leave out, for a country's name, towns not called so: "El Salvador" is no Salvador.

    And, for any other name, the countries that it is only like: a quarter "al-Romaniya" is no land.
    """
    if name.lower() not in COUNTRIES:
        return [e for e in found if e.score >= SAME or e.feature_code != _COUNTRY]
    own = name.casefold()
    return [e for e in found if own in e.text.casefold() or e.feature_code.startswith("PCL")]


def _of_first_level(asked: Asked, found: Sequence[Found]) -> Sequence[Found]:
    """Leave out, for "X province", the districts of a land that has a province of just this name.

    They lie in it or share its seat's name, and would win wherever the text is near them.
    """
    if asked.kind is None or asked.kind.name not in _FIRST_LEVEL:
        return found
    lands = {e.country for e in found if e.feature_code == "ADM1" and e.score >= EXACT}
    return [e for e in found if e.feature_code not in _DISTRICTS or e.country not in lands]


def _of_cities(found: Sequence[Found]) -> Sequence[Found]:
    """Leave out, for "the city of X", the villages of a land that has a town of just this name."""
    towns = {e.country for e in found if is_town(e, least=SMALL_TOWN) and e.score >= SAME}
    return [e for e in found if e.country not in towns or not _is_hamlet(e)]


def _is_hamlet(found: Found) -> bool:
    """Tell whether a place has no inhabitants in a list that knows them."""
    listed = found.id.startswith("geonames:") and found.feature_code == "PPL"
    return listed and found.population == 0


def _is_name(text: str) -> bool:
    """Tell a name that a village may bear from a phrase: rough likeness says nothing of those."""
    return len(text.split()) <= _MOST_WORDS


def _speaks_for_itself(found: Found) -> bool:
    """Tell whether a name is that of a city, a country or a road, so that no village is meant."""
    wide = found.feature_class in "AR" and found.score >= EXACT
    return wide or (found.population >= _LARGE and found.score >= SAME)


def _spots(anchors: Sequence[Anchor]) -> tuple[Spot, ...]:
    """Return where to look for rough spellings: at the surest places of the text.

    Where nothing is sure, at all that its names may well mean: one of these is meant.
    """
    sure = sorted(
        (a for a in anchors if a.weight >= _LEAST_WEIGHT), key=lambda a: (not a.sure, -a.weight)
    )
    most = _MOST_SPOTS if sure and sure[0].sure else _MOST_UNSURE
    return tuple(dict.fromkeys((anchor.lon, anchor.lat) for anchor in sure[:most]))


def readings(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene, *, most: int
) -> Iterator[tuple[Found, Anchor]]:
    """Give what each toponym may mean, so much at most, as anchors for the other names of a text.

    The best reading weighs 1, others less by 1/e for each ``_DOUBT`` that they score below it, a
    place whose own name it is as if it scored a little more; all of a name that is merely similar,
    and that nothing nearby supports, half as much.
    """
    whole = scene.settled.whole(expression)
    if whole is not None:
        yield from _settled(expression.text, whole)
        return
    for head in expression.heads:
        settled = scene.settled.head(expression, head)
        if settled is not None:
            yield from _settled(head, settled)
        if settled is not None or refusal(head):
            continue
        try:
            yield from _meant(asked_for(expression, head), gazetteer, scene, most)
        except SourceUnavailableError:
            continue


def _meant(asked: Asked, gazetteer: Gazetteer, scene: Scene, most: int) -> _Readings:
    if scene.anchors or scene.areas:
        return _read(asked, gazetteer, scene, most)
    # Names are first read as if each stood alone, and those of one war stand in text after text.
    kept = _ALONE.setdefault(gazetteer, {})
    question = asked, scene.countries, most
    meant = kept.get(question)
    if meant is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        meant = kept[question] = _read(asked, gazetteer, scene, most)
    return meant


def _read(asked: Asked, gazetteer: Gazetteer, scene: Scene, most: int) -> _Readings:
    fitting, _ = ranked_for(asked, gazetteer, scene)
    if not fitting or fitting[0].spelling < FAIR or fitting[0].far:
        return ()
    if fitting[0].spelling < EXACT and _is_of_another_kind(asked, fitting[0].found):
        return ()  # "the X mountains" say nothing for a village that is called nearly so
    return tuple(_anchors(asked.name, fitting, most))


def _is_of_another_kind(asked: Asked, found: Found) -> bool:
    kind = asked.kind
    return kind is not None and not kind.fits(found.feature_class, found.feature_code)


def _settled(name: str, told: Candidate | Unresolved) -> Iterator[tuple[Found, Anchor]]:
    if isinstance(told, Candidate):
        found = as_found(told.entry, text=told.entry.name, score=1.0, spelling=1.0)
        yield found, Anchor(found.lon, found.lat, name, country=found.country)


def _anchors(head: str, fitting: Sequence[Ranked], most: int) -> Iterator[tuple[Found, Anchor]]:
    # By their scores alone: what is only similar here may be what another name of the text tells.
    rivals = sorted(fitting, key=lambda ranked: -ranked.order)[:most]
    best = rivals[0]
    trust = 1.0 if best.spelling >= STRONG or best.supported else _UNSUPPORTED
    shares = [math.exp((ranked.order - best.order) / _DOUBT) for ranked in rivals]
    # Its own name makes a place likelier, and nobody sure of it.
    told = [ranked.order + _OWN_NAME * _is_own(ranked) for ranked in rivals]
    likeliest = max(told)
    weights = [math.exp((order - likeliest) / _DOUBT) for order in told]
    # A village of a city's name makes nobody doubt that the city is meant.
    small = [ranked is not best and dwarfs(best, (ranked,)) for ranked in rivals]
    doubt = sum(share for share, less in zip(shares, small, strict=True) if not less)
    for ranked, weight, share, less in zip(rivals, weights, shares, small, strict=True):
        found, sure = ranked.found, trust == 1.0 and share > doubt / 2 and not less
        spot = (found.lon, found.lat)
        yield found, Anchor(*spot, head, trust * weight, sure=sure, country=found.country)


def _is_own(ranked: Ranked) -> bool:
    return ranked.found.own_name and ranked.spelling >= SAME
