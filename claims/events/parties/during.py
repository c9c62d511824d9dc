"""Who does what is done beside a deed that a noun names: in its course, or right behind it."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.undone import met_at
from claims.events.parties.meant import Meant
from claims.events.parties.subjects import subject_before
from claims.events.sentences.clauses import segment_low
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["acts_next", "during", "fronted"]

_IN, _FRONT = frozenset(("in", "during")), 5  # words of "In a heavy pre-dawn" before a raid
_KILL = frozenset("killed wounded injured shot massacred executed beheaded slaughtered".split())
_DEEDS = frozenset(
    (Action.ATTACK, Action.CAPTURE, Action.RECAPTURE, Action.PUSH_BACK, Action.STRIKE)
)
# What stands between a deed and those it is done to or by.
_LINKS = frozenset("on against of by with at from to between and for involving".split())
_HEADS = frozenset((",", ";", ":", "that"))
_COUNTED = frozenset("the a an some several".split())
_RAIDS = ("raid", "ambush", "bomb", "incursion", "strike", "air", "shell")
_OF_STATE = frozenset("state troops forces country unit".split())
_ATTACKERS = frozenset("attackers assailants bombers raiders intruders".split())
_FALL = frozenset("was were died killed wounded captured".split())


def during(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return the subject of what is done in an attack: "they gained ground during an offensive"."""
    low = segment_low(parsed, trigger.first)
    lead = parsed.lower[max(low, trigger.first - 5) : trigger.first]
    if "during" not in lead:
        return None
    done = [
        t for t in parsed.triggers if t.pattern.kind == "verb" and low <= t.first < trigger.first
    ]
    verb = done[-1].first if done else _past(parsed, low, trigger.first)
    return subject_before(parsed, verb, meant) if verb is not None else None


def fronted(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who does what a deed set in front leads to: "In a raid on Monday, rebels killed ten".

    Not where they are the ones it was done to: "In a raid on Monday, rebels were killed".
    """
    before = trigger.first - 1
    if before in parsed.armed or parsed.lower[before] == "suicide":
        return None  # "during a rebel attack"
    if not _opens(parsed, trigger.first):
        return None
    done = {t.first for t in parsed.following(trigger) if t.pattern.action in _DEEDS}
    for mention in parsed.actors:
        number, behind = parsed.word_at(mention.start), parsed.word_at(mention.end - 1) + 1
        if number <= trigger.last or behind >= len(parsed.words):
            continue
        before = number - 1 - (parsed.lower[number - 1] in _COUNTED)
        acts = parsed.lower[behind] in _KILL or behind in done
        acts = acts and parsed.lower[before] not in _LINKS
        met = _defends(parsed, trigger, mention, behind)
        return meant.party(mention) if acts and not met else None
    return None


def _defends(parsed: Parsed, trigger: Trigger, mention: ActorMention, behind: int) -> bool:
    """Tell whether they kill who attacked them: "in an attack on a base, soldiers killed ten"."""
    killed = parsed.lower[behind : behind + _FRONT]
    raid = trigger.form.startswith(_RAIDS) or mention.kind not in _OF_STATE
    return not raid or not _ATTACKERS.isdisjoint(killed)


def _opens(parsed: Parsed, first: int) -> bool:
    """Tell whether "in" or "during" leads to a deed, at the head of its clause or behind a day."""
    lead = range(first - 1, max(-1, first - 1 - _FRONT), -1)
    at = next((n for n in lead if parsed.lower[n] in _IN), None)
    if at is None or at == 0:
        return at is not None
    word = parsed.words[at - 1]
    return word.lower in _HEADS or any(t.end == word.end for t in parsed.times)


def _past(parsed: Parsed, low: int, high: int) -> int | None:
    words = parsed.words
    return next((n for n in range(high - 1, low, -1) if words[n].lower.endswith("ed")), None)


def acts_next(parsed: Parsed, trigger: Trigger, mention: ActorMention) -> bool:
    """Tell whether somebody is only who does what comes next: "the attack on X and jets hit Y"."""
    number, behind = parsed.word_at(mention.start), parsed.word_at(mention.end - 1) + 1
    joined = parsed.lower[number - 1] == "and"
    verbs = (t.first for t in parsed.following(trigger) if t.pattern.kind == "verb")
    return (joined and behind in verbs) or _die_later(parsed, trigger, number, behind)


def _die_later(parsed: Parsed, trigger: Trigger, number: int, behind: int) -> bool:
    """Tell those who fell in an attack told of as met: "was repelled and 20 rebels were killed"."""
    met = met_at(parsed, trigger)
    joined = met is not None and met < number and "and" in parsed.lower[met:number]
    return joined and not _FALL.isdisjoint(parsed.lower[behind : behind + 2])
