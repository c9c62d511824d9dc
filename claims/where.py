"""Which place an event belongs to: its own words, its sentence's, or what came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.claim import Action
from claims.countries import countries
from claims.lexicon import Trigger
from claims.parse import Parsed
from gazetteer.mentions import Mention
from gazetteer.place import PlaceExpression, Relation

__all__ = ["Focus", "Placed", "find_places", "is_inner"]

_FAR = 26  # words after which a place no longer belongs to an event
_ADMIN_WORDS = frozenset(
    """
    province governorate oblast region state district county territory
    """.split()
)
_TOWN_WORDS = frozenset(
    """
    city town village capital suburb neighbourhood neighborhood settlement camp hamlet area
    enclave
    """.split()
)
_ROUTE_WORDS = frozenset(
    "road highway motorway route bridge river border line front hill mountain".split()
)
_TOWN_RELATIONS = frozenset(
    (
        Relation.AT,
        Relation.NEAR,
        Relation.OUTSKIRTS,
        Relation.GATES,
        Relation.TOWARD,
        Relation.DISTANCE,
    )
)
_MOVES = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.ATTACK))
# Nouns whose own place is not where the event is: "residents of X", "the border with X".
_FOREIGN = frozenset("with against".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place of an event: the expression, where its words stand, and whether it is taken over."""

    expression: PlaceExpression
    start: int
    end: int
    inherited: bool = False


@dataclass(slots=True)
class Focus:
    """The places a report spoke of last, for "the city" and for sentences without a place."""

    town: PlaceExpression | None = None
    admin: PlaceExpression | None = None
    last: Placed | None = None

    def note(self, mention: Mention, expression: PlaceExpression) -> None:
        """Remember a named place."""
        if not expression.heads or _names_country(expression):
            return
        if expression.feature_word in _ADMIN_WORDS or expression.relation is Relation.PART:
            self.admin = expression
        elif expression.feature_word not in _ROUTE_WORDS and expression.relation in _TOWN_RELATIONS:
            self.town = expression
        self.last = Placed(
            expression=expression, start=mention.start, end=mention.end, inherited=True
        )

    def named(self, expression: PlaceExpression) -> PlaceExpression:
        """Return an expression such as "the city" with the name that it stands for."""
        if expression.heads:
            return expression
        if expression.feature_word in _ADMIN_WORDS:
            return _standing_for(expression, self.admin or self.town)
        if expression.feature_word in _TOWN_WORDS:
            return _standing_for(expression, self._latest())
        last = self.last.expression if self.last else None
        if last is None or expression.directions:
            return _standing_for(expression, self.admin or self.town)
        return replace(last, text=expression.text)

    def _latest(self) -> PlaceExpression | None:
        """Return the town named last; a province named after it stands for its capital."""
        last = self.last.expression if self.last else None
        return last if last is not None and last in (self.town, self.admin) else self.town


def _standing_for(
    expression: PlaceExpression, antecedent: PlaceExpression | None
) -> PlaceExpression:
    if antecedent is None:
        return expression
    if expression.feature_word in _TOWN_WORDS and antecedent.feature_word in _ADMIN_WORDS:
        return replace(expression, heads=antecedent.heads[:1])
    word = antecedent.feature_word or expression.feature_word
    return replace(expression, heads=antecedent.heads[:1], feature_word=word)


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
    return expression.relation is Relation.AT and _names_country(expression)


def _names_country(expression: PlaceExpression) -> bool:
    return len(expression.heads) == 1 and any(
        expression.heads[0] in country.words for country in countries()
    )


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
