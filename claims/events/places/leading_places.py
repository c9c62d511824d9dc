"""The places before an event: "Oru fell", "Oru, which is held by", "X, where troops are"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.events.places.here import is_home
from claims.events.places.new_places import is_of_another, is_theirs, one_of_two, only_dates
from claims.events.places.of_old import is_of_old
from claims.events.places.shared_places import run
from claims.events.sentences.clause_words import BE, JOINED
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import WAY, Spot
from claims.events.spots.townlike import counts_areas, names_country
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.place import PlaceExpression, Relation

__all__ = [
    "NAMING",
    "all_of_them",
    "behind_land",
    "members",
    "specific",
    "spots_before",
    "told_nearly",
]

_BESIDE = (Relation.DISTANCE, Relation.NEAR, Relation.OFFSET)
_MARK = 2  # characters of ", "
_AMONG = frozenset(("among", "one", "some"))
_ADDING = frozenset("adding saying claiming stressing noting stating reporting".split())
_COUNT = 5  # words of "are among dozens of other villages"
_RELATIVE = ("which", "where", "whose", "that")
_AND_AT = re.compile(
    r"\s+and\s+(?:(?:his|their|its|the|our|enemy)\s+)?(?:[a-z-]+\s+){1,3}(?:at|in|near)\s+(?:the\s+)?"
)
_ALL = {"both": 2, "all": 9, "still": 1, "now": 1}  # of how many places behind it is told
_SET_OFF = 6  # words of ", both still in the hands of"
_LANDS = frozenset("plain plateau peninsula island coast shore bank border front axis".split())
_BANKS = frozenset("bank banks shore shores edge edges side".split())
_POINTED = frozenset("the these those".split())
_ALONG = frozenset("along on between in near around of".split())
NAMING = frozenset("was were is are included include includes".split())
"""What stands between places that are counted and their names."""
# "In the X direction, near Y": there, wherever on the way to X it is.
_WITHIN = re.compile(r",?\s+(?:(?:near|at|around|in\s+the\s+(?:areas?|vicinity)\s+of)\s+)?")
_APPOSED = re.compile(r"(?:\s+(?:in|of)\s+the\s+[\w-]+)?,\s+")
_WHOLE = re.compile(
    r"\b(?:country|nation|homeland|world|countryside"
    r"|line\s+of\s+contact|contact\s+line|(?:whole|entire)\s+front)\b",
    re.IGNORECASE,
)


def specific(spots: Sequence[Spot]) -> list[Spot]:
    """Leave out bare countries: an event somewhere in a country has no place on a map of fronts."""
    return [s for s in spots if not _is_country(s.mention.expression)]


def _is_country(expression: PlaceExpression) -> bool:
    whole = not (expression.heads or expression.directions) and (
        expression.feature_word == "state" or bool(_WHOLE.search(expression.text))
    )
    whole = whole or counts_areas(expression)
    return whole or (expression.relation is Relation.AT and names_country(expression))


def spots_before(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the places before an event: "Oru fell", "Oru, which is held by"."""
    low, _ = parsed.clause(trigger.first)
    opener = parsed.opener(trigger.first)
    if parsed.lower[max(0, trigger.first - 1) : trigger.last + 1] == ["in", "control", "of"]:
        return []  # "took X, leaving the army in control of nothing but Y"
    start, stop = parsed.words[low].start, parsed.words[trigger.first].start
    parted = parsed.interrupted(trigger.first)
    if parted:
        start, stop = parsed.words[parted[0]].start, parsed.words[parted[1]].end
    inside = (s for s in parsed.spots if start <= s.mention.start and s.mention.end <= stop)
    # What opens the clause is its subject, whatever the list before hangs on.
    own = [s for s in inside if not s.aside and (s.lead != "from" or (s.listed and s.first == low))]
    own = _whole_list(parsed, own, low)
    if low and opener in _RELATIVE:
        own = specific(own)  # "X, where Chad has massed": Chad is who acts
    if all_of := all_of_them(parsed, trigger):
        return all_of
    if trigger.pattern.kind == "noun":
        own = [s for s in own if not _parted(parsed, s, trigger)]
    others = (_was_before, is_theirs, is_of_old, only_dates)
    own = told_nearly(parsed, [s for s in own if not any(f(parsed, s, trigger) for f in others)])
    no_pronoun = low < 2 or parsed.lower[low - 2] in JOINED or parsed.lower[low - 2] in _ADDING
    if own or opener not in _RELATIVE or no_pronoun:
        return _among(parsed, one_of_two(parsed, trigger, run(_each_at(parsed, own))))
    edge, sentence = parsed.words[low - 1].start, parsed.sentence

    def home(spot: Spot) -> bool:
        return is_home(sentence.text, spot.mention.start - sentence.start)

    near = [
        s
        for s in parsed.spots
        if s.mention.end <= edge and edge - s.mention.end <= 40 and not (s.aside and not home(s))
        if opener == "where" or not _tells_of_actor(parsed, s, edge)
    ]
    told = one_of_two(parsed, trigger, run(near))
    if opener != "where":
        return [_itself(s) for s in told]
    # "X, Y and Z, where ten were killed": in the last of them; "the hills west of X, where": there
    return [s if _names_ground(parsed, s) else _itself(s) for s in told[-1:]]


def _tells_of_actor(parsed: Parsed, spot: Spot, edge: int) -> bool:
    """Tell whether "which" is those behind a place: "near X, but the group, which crossed"."""
    return any(spot.mention.end < m.start and 0 <= edge - m.end <= _MARK for m in parsed.actors)


def _whole_list(parsed: Parsed, own: list[Spot], low: int) -> list[Spot]:
    """Add what stands before the last of a list in front: "In X, Y, and Z, rebels attacked"."""
    if not (own and own[0].listed and own[0].first - low in (0, 1)):
        return own
    last = first = parsed.spots.index(own[0])
    while first and parsed.spots[first].listed:
        first -= 1
    head = parsed.spots[first]
    return [*parsed.spots[first:last], *own] if head.fronted and not head.aside else own


def _among(parsed: Parsed, spots: list[Spot]) -> list[Spot]:
    """Return which are counted among others: X and Y in "X and Y are among the towns taken"."""
    if len(spots) != 1 or _AMONG.isdisjoint(parsed.sentence.held):
        return spots
    first = spots[0].first
    lead = parsed.lower[max(0, first - _COUNT) : first + 1]
    at = next((n for n, word in enumerate(lead) if word in _AMONG), 0)
    verb = first + 1 - len(lead) + at - 1
    if not at or parsed.lower[verb] not in BE:
        return spots
    told = [s for s in parsed.spots if s.mention.end <= parsed.words[verb].start]
    near = told and parsed.word_at(told[-1].mention.end - 1) == verb - 1
    return run([s for s in told if not s.aside]) or spots if near else spots


def _was_before(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether a place is another deed's: "took X on Friday and shelled another town"."""
    told = any(t.first < spot.first for t in parsed.triggers if t.first < trigger.first)
    return told and is_of_another(parsed, trigger, spot.mention.expression)


def _each_at(parsed: Parsed, spots: list[Spot]) -> list[Spot]:
    """Count as listed what stands alike: "posts at X and his depots at Y were hit"."""
    text, start = parsed.sentence.text, parsed.sentence.start
    found = spots[:1]
    for one, two in pairwise(spots):
        between = text[one.mention.end - start : two.mention.start - start]
        alike = one.lead == two.lead != "" and _AND_AT.fullmatch(between)
        found.append(two._replace(listed=True) if alike else two)
    return found


def all_of_them(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return the places that a state set off behind them tells of: "X and Y, both in our hands"."""
    if not trigger.pattern.behind:
        return []
    lead = parsed.lower[max(0, trigger.first - _SET_OFF) : trigger.first]
    both = next((n for n, word in enumerate(lead) if n and word in _ALL and lead[n - 1] == ","), 0)
    comma = trigger.first - len(lead) + both - 1
    ends = [s for s in parsed.spots if s.first < comma and not s.aside]
    near = both and ends and parsed.word_at(ends[-1].mention.end - 1) == comma - 1
    return run(ends[-_ALL[lead[both]] :]) if near else []


def _names_ground(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether some ground lies off a place: "the hills west of X", "villages north of X"."""
    told = spot.mention.expression
    if told.relation is not Relation.OFFSET or told.distance_km is not None:
        return False  # "25 km south of X, where residents heard shots": in X
    first = parsed.word_at(spot.mention.start)
    around = parsed.lower[max(0, first - 1) : first + 3]  # "hills west of X"
    return any(word.removesuffix("s") in scene().ground for word in around)


def _itself(spot: Spot) -> Spot:
    """Return the place that "which" speaks of: in "20 km from X, which they hold", X."""
    expression = spot.mention.expression
    if expression.relation not in _BESIDE or len(expression.heads) != 1:
        return spot
    plain = replace(
        expression, text=expression.heads[0], relation=Relation.AT, distance_km=None, directions=()
    )
    return spot._replace(mention=replace(spot.mention, expression=plain))


def _parted(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether ", and" parts a place from an event that a noun names behind it."""
    words = parsed.lower[spot.first : trigger.first]
    return any(a == "," and b in ("and", "but", "with") for a, b in pairwise(words))


def told_nearly(parsed: Parsed, spots: list[Spot]) -> list[Spot]:
    """Leave out places that are only counted where the next says where they lie.

    "Raided three villages along the road between X and Y"; so "in the X direction, near Y". So is
    the land left out that a place lies in: "struck X in the west of the republic".
    """
    if len(spots) < 2:
        return spots
    spots = [s for before, s in pairwise([None, *spots]) if s and not _holds(before, s)]
    pairs = zip(spots, [*spots[1:], None], strict=False)
    return [s for s, then in pairs if not (then and _is_nearer_told(parsed, s, then))]


def _is_nearer_told(parsed: Parsed, spot: Spot, then: Spot) -> bool:
    if _is_counted(spot):
        return _says_where(then)
    named, lies = then.mention.expression, spot.mention.expression
    if spot.unnamed and not lies.heads and named.heads and not then.lead:
        return _is_called(parsed, spot, then)
    if not (named.heads and WAY.search(spot.mention.expression.text)) or WAY.search(named.text):
        return False
    shift = parsed.sentence.start
    between = parsed.sentence.text[spot.mention.end - shift : then.mention.start - shift]
    return _WITHIN.fullmatch(between) is not None


def _is_called(parsed: Parsed, spot: Spot, then: Spot) -> bool:
    """Tell whether the next place is the name of one: "the last town in the east, X, fell"."""
    shift = parsed.sentence.start
    between = parsed.sentence.text[spot.mention.end - shift : then.mention.start - shift]
    one = not spot.mention.expression.text.endswith("s")
    return one and _APPOSED.fullmatch(between) is not None


def _holds(spot: Spot | None, land: Spot) -> bool:
    """Tell whether a place lies in the land that follows at once: "X in the western sector"."""
    if spot is None or land.listed or spot.lead == "from" or land.lead not in ("in", "on"):
        return False
    gap = land.mention.start - spot.mention.end
    expression = land.mention.expression
    words = expression.text.lower().split()
    # "Near X on the road to Y", "in X on the east bank of the Y"
    way = land.lead == "on" and expression.relation is Relation.ALONG
    lies = land.lead == "in" or words[-1] in _LANDS or way or not _BANKS.isdisjoint(words)
    lies &= expression.relation is not Relation.TOWARD  # "towards X in the direction of Y"
    named = bool(spot.mention.expression.heads) or not expression.heads
    return named and lies and gap in (1, len(land.lead) + 2) and not _is_counted(spot)


def members(parsed: Parsed, spots: list[Spot]) -> list[Spot]:
    """Give what is only counted the names told next: "among the towns that they took was X"."""
    if len(spots) != 1 or not spots[0].unnamed or NAMING.isdisjoint(parsed.sentence.held):
        return spots
    if not spots[0].mention.expression.text.endswith("s"):
        return spots
    named: list[Spot] = []
    for spot in parsed.spots:
        told = parsed.lower[spot.first - 1] in NAMING or (named and spot.listed)
        if spot.first > spots[0].first and not (spot.lead or spot.aside) and told:
            named.append(spot)
    return named or spots


def _is_counted(spot: Spot) -> bool:
    words = spot.mention.expression.text.lower().split()
    return spot.unnamed and words[-1].endswith("s") and words[0] not in _POINTED


def _says_where(spot: Spot) -> bool:
    return not spot.listed and spot.lead in _ALONG


def behind_land(spots: list[Spot]) -> list[Spot]:
    """Return the subject without the land that its clause opens with: "In X, Y was shelled"."""
    for number, (land, then) in enumerate(pairwise(spots), 1):
        if land.lead == "in" and land.fronted and not (then.lead or then.listed):
            return spots[number:]
    return spots
