"""Who is fired at for what he does: "strafed the rebels as they left", "from which they had"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.objects import is_object
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.fighters.number import number_of
from claims.lexicon import Trigger

__all__ = ["pursued"]

_AS = frozenset(("as", "while", "when"))
_AFTER = frozenset(("after", "once"))
_FROM_WHERE = frozenset(("which", "where"))
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_MEETS = _FIRES.union((Action.HOLD, Action.PUSH_BACK))
# Who does this meets others on their way.
_CAUGHT = ("ambush", "intercept", "repel", "repuls", "rout", "surpris", "captur", "waylaid")
_KILLS = frozenset("killed killing wounded injured arrested caught intercepted".split())
_KILLED = 12  # words from "killed" to "as they"
_COUNT = 4  # words of "killed at least 12 rebels"
_NEAR = 3  # words from "they" to the verb of "they were pulling out"
_SUBJECT = 3  # words of "it said it had"


def pursued(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom "they" means in "as they withdrew", where others fired at somebody before it.

    Whoever was killed "as they" did a thing did it, and so did those at whom one alone fires, or
    who are fired at "after they" did it. None where "they" do anything else, where nobody is the
    object of those fires, or where it may be whoever fires: "shelled the army as they advanced".
    """
    joins = parsed.lower[number - 1] if number else ""
    if parsed.lower[number] != "they" or joins not in _AS | _AFTER | _FROM_WHERE:
        return None
    if joins in _FROM_WHERE:
        return _driven(parsed, number)
    if (killed := _killed(parsed, number)) is not None:
        return killed
    met = [t for t in parsed.triggers if t.first < number and t.pattern.action in _MEETS]
    hit = _object(parsed, met[-1], number) if met else None
    if hit is None or number_of(hit.text) is False:
        return None
    return hit if joins in _AFTER or _is_theirs(parsed, met[-1], number) else None


def _driven(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who is driven from where they did it: "drove rebels off X, which they had held"."""
    driven = [t for t in parsed.triggers if t.first < number]
    if parsed.lower[number + 1 : number + 2] != ["had"] or not driven:
        return None
    drives = driven[-1].pattern.action is Action.PUSH_BACK and not is_passive(parsed, driven[-1])
    return _object(parsed, driven[-1], number) if drives else None


def _object(parsed: Parsed, trigger: Trigger, number: int) -> ActorMention | None:
    """Return the men whom a verb meets before a word, and no post of theirs."""
    # "Drove rebels off" names them within
    at, place = parsed.words[trigger.first].end, parsed.words[number].start
    hit = (m for m in parsed.actors if at <= m.start < place and m.armed and is_object(parsed, m))
    found = next(hit, None)
    post = found and found.text.rpartition(" ")[2].lower() in force_words().assets
    return None if post else found


def _is_theirs(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether what "as they" opens is told of those who are met, not of who meets them."""
    leaves = any(
        number < t.first <= number + _NEAR and t.pattern.action is Action.RETREAT
        for t in parsed.triggers
    )
    fires = trigger.pattern.action in _FIRES
    return (fires and leaves) or trigger.form.startswith(_CAUGHT) or _is_one(parsed, trigger)


def _is_one(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether one alone fires, of whom nobody says "they": "the army", "it"."""
    lead = parsed.lower[max(0, trigger.first - _SUBJECT) : trigger.first]
    before = [m for m in parsed.actors if m.end <= parsed.words[trigger.first].start and m.free]
    return "it" in lead or (bool(before) and number_of(before[-1].text) is False)


def _killed(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who was killed right before "as they", where that is told."""
    lead = range(number - 2, max(-1, number - _KILLED), -1)
    verb = next((n for n in lead if parsed.lower[n] in _KILLS), None)
    if verb is None:
        return None
    hit = (m for m in parsed.actors if verb < parsed.word_at(m.start) <= verb + _COUNT and m.armed)
    return next(hit, None)
