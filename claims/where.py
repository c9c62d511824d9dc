"""Which place an event belongs to: its own words, its sentence's, or what came before."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.focus import Placed, names_country
from claims.lexicon import Trigger
from claims.parse import Parsed
from gazetteer.mentions import Mention
from gazetteer.place import PlaceExpression, Relation

__all__ = ["find_places", "is_inner"]

_FAR = 26  # words after which a place no longer belongs to an event
_MOVES = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.ATTACK))
# Nouns whose own place is not where the event is: "residents of X", "the border with X".
_FOREIGN = frozenset("with against".split())


def find_places(parsed: Parsed, trigger: Trigger) -> tuple[tuple[Placed, ...], tuple[Placed, ...]]:
    """Return the places of an event and, apart, where its movement starts ("from X toward Y")."""
    if trigger.pattern.kind == "held":
        return _placed(_described(parsed, trigger)), ()
    after = _after(parsed, trigger)
    tails = tuple(m for m in after if _is_origin(parsed, m, trigger))
    goals = [m for m in after if m not in tails]
    if trigger.pattern.action is Action.RETREAT:
        # Where a retreat leads is not where ground was given up.
        left = [m for m in goals if m.expression.relation is not Relation.TOWARD]
        goals, tails = list(tails) or left, ()
    if not goals and trigger.pattern.action not in _MOVES and tails:
        goals, tails = list(tails), ()
    chosen = (
        _specific(goals)
        or _specific(_before(parsed, trigger))
        or _specific(_opening(parsed, trigger))
        or _specific(_shared(parsed, trigger))
    )
    return _placed(chosen), _placed(tails)


def _described(parsed: Parsed, trigger: Trigger) -> list[Mention]:
    """Return the place that an adjective describes: around it, or right behind it."""
    word = parsed.words[trigger.first]
    around = [m for m in parsed.places if m.start <= word.start < m.end]
    behind = [m for m in parsed.places if 0 <= m.start - word.end <= 30]
    return (around or behind)[:1]


def _specific(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out bare countries: an event somewhere in a country has no place on a map of fronts."""
    return [m for m in mentions if not _is_country(m.expression)]


def _is_country(expression: PlaceExpression) -> bool:
    return expression.relation is Relation.AT and names_country(expression)


def _placed(mentions: Sequence[Mention]) -> tuple[Placed, ...]:
    return tuple(Placed(expression=m.expression, start=m.start, end=m.end) for m in mentions)


def _after(parsed: Parsed, trigger: Trigger) -> list[Mention]:
    """Return the places between an event and the next one."""
    start, stop = parsed.words[trigger.first].end, _stop(parsed, trigger)
    found = [m for m in parsed.places if start <= m.start < stop]
    return [
        m
        for m in found
        if parsed.word_at(m.start) - trigger.last <= _FAR and not _foreign(parsed, m)
    ]


def _stop(parsed: Parsed, trigger: Trigger) -> int:
    """Return where the reach of an event ends: at the next event or clause."""
    following = [
        t for t in parsed.triggers if t.first > trigger.last and not is_inner(parsed, trigger, t)
    ]
    _, high = parsed.clause(trigger.last)
    limit = parsed.words[following[0].first].start if following else parsed.sentence.end
    return min(limit, max(parsed.words[high].end, _list_end(parsed, high)))


def is_inner(parsed: Parsed, trigger: Trigger, other: Trigger) -> bool:
    """Tell whether another event only fills in this one: "advancing ... to reach Hama"."""
    if other.pattern.kind == "noun" and trigger.pattern.kind == "verb":
        return other.first - trigger.last <= 3
    before = [w.lower for w in parsed.words[max(0, other.first - 2) : other.first]]
    return "to" in before and other.pattern.action in _MOVES and trigger.pattern.action in _MOVES


def _list_end(parsed: Parsed, high: int) -> int:
    """Return how far a clause goes on past a dash: "from three fronts - north, west - in"."""
    number = high + 1
    if number < len(parsed.words) and parsed.words[number].text in "—–-(":
        return parsed.sentence.end
    return parsed.words[high].end


def _foreign(parsed: Parsed, mention: Mention) -> bool:
    number = parsed.word_at(mention.start) - 1
    return number >= 0 and parsed.words[number].lower in _FOREIGN


def _is_origin(parsed: Parsed, mention: Mention, trigger: Trigger) -> bool:
    """Tell whether "from" leads to a place without a distance: where a movement or fire starts."""
    measured = (Relation.DISTANCE, Relation.OFFSET, Relation.TOWARD)
    if mention.expression.relation in measured or trigger.pattern.action is Action.PUSH_BACK:
        return False
    number = parsed.word_at(mention.start)
    lead = [w.lower for w in parsed.words[max(0, number - 2) : number]]
    return lead[-1:] == ["from"] or (lead[:1] == ["from"] and lead[-1] in ("the", "a", "their"))


def _before(parsed: Parsed, trigger: Trigger) -> list[Mention]:
    """Return the places before an event: "Aleppo fell", "Afrin, which is held by"."""
    low, _ = parsed.clause(trigger.first)
    if parsed.opener(trigger.first) in ("which", "where", "whose") and low > 1:
        edge = parsed.words[low - 1].start
        near = [m for m in parsed.places if m.end <= edge and edge - m.end <= 40]
        return _run(near)
    start, stop = parsed.words[low].start, parsed.words[trigger.first].start
    return _run(
        [m for m in parsed.places if start <= m.start and m.end <= stop and not _foreign(parsed, m)]
    )


def _run(mentions: list[Mention]) -> list[Mention]:
    """Return the last place and those listed with it."""
    run: list[Mention] = []
    for mention in reversed(mentions):
        if run and run[0].start - mention.end > 8:
            break
        run.insert(0, mention)
    return run


def _opening(parsed: Parsed, trigger: Trigger) -> list[Mention]:
    """Return the place that opens the sentence: "In Idlib province, ..."."""
    first = parsed.places[0] if parsed.places else None
    if (
        first
        and parsed.word_at(first.start) <= 5
        and first.end <= parsed.words[trigger.first].start
    ):
        return [first]
    return []


def _shared(parsed: Parsed, trigger: Trigger) -> list[Mention]:
    """Return the places of the event before: "attacked X, seizing outposts"."""
    earlier = [
        m
        for m in parsed.places
        if m.end <= parsed.words[trigger.first].start and not _foreign(parsed, m)
    ]
    return _run(earlier)
