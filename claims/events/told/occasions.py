"""What forces do on an occasion of peace: "arrived in X for talks", "stormed a hill in a drill"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_on_occasion"]

_FIGHTS = ("advanc", "storm", "push", "press")  # nobody does so for talks
_FELL = frozenset("fled surrendered capturing seizing retaking storming".split())
_IN_FLIGHT = frozenset("flee escape".split())
_PLACE = 2  # letters that may name a place: "withdrew from PK 12"
_CLOSE = 5  # words of "after its last defenders had fled"
_LEAVES = ("leav", "left")  # who "withdrew for talks" did withdraw
_DRILLS = "exercise exercises drill drills manoeuvres maneuvers rehearsal".split()
_VISITS = (
    "talks summit meeting negotiations conference ceremony wedding funeral parade visit inspection"
    " consultations dialogue celebrations".split()
)
_SENT = frozenset((Action.ADVANCE, Action.DEPLOY))
# For what soldiers are sent where there is no war.
_VOTES = (
    "games olympics election elections vote voting poll polls ballot referendum harvest festival"
    " carnival census match matches tournament"
).split()
_RESCUES = "rescue relief evacuation clean-up recovery".split()
_GOODS = "medicine medicines blankets tents rations flour vaccines toys".split()
_TASK = frozenset(
    (
        *(*_VOTES, *_RESCUES, *_GOODS),
        *"victims survivors villagers residents farmers passports curfew lockdown rubble".split(),
        *"debris snow mud sandbags fires wildfires voters ambulances".split(),
    )
)
_TELLING = _TASK.union(_DRILLS, _VISITS)
# Whose breakthrough it is where no fighters are told of: "met in X but announced no breakthrough".
_TALKING = frozenset(
    """
    talks negotiations negotiators mediators mediator mediation envoy envoys diplomats diplomat
    delegation delegations summit met meeting truce ceasefire deal dialogue
    """.split()
)
# Up to it there is no further predicate: "entered X and called for talks".
_PLAIN = (
    r"(?:(?!\b(?:and|but)\b)[^,;:]){0,80}?(?<!ed )(?<!preparation )(?<!exchange )(?<!return )\b"
)
_DET = r"(?:(?!(?:after|before|and|but|as|in|on|at)\b)[\w-]+ ){0,3}?"
_DRILL = re.compile(rf"{_PLAIN}(?:in|as part of|for) {_DET}(?:{'|'.join(_DRILLS)})\b")
_VISIT = re.compile(
    rf"{_PLAIN}(?:(?:for|to attend|to hold|to take part in|to lead|to join)"
    rf" {_DET}(?:{'|'.join(_VISITS)})|in {_DET}parade(?! order))\b"
)


_CIVIL_TASK = re.compile(
    rf"{_PLAIN}(?:(?:for|to (?:guard|secure|supervise)) {_DET}(?:{'|'.join(_VOTES)})"
    rf"|to (?:help|assist) (?:with|in) {_DET}(?:{'|'.join((*_VOTES, *_RESCUES))})"
    r"|to (?:help|assist|treat|feed|rescue|protect) (?:the )?(?:\w+ )?"
    r"(?:victims|survivors|farmers|voters)"
    r"|to (?:check passports|drive ambulances|enforce (?:an? |the )?(?:\w+ )?(?:curfew|lockdown))"
    r"|to (?:clear|remove) (?:the )?(?:rubble|debris|snow|mud)|to (?:lay|fill) sandbags"
    r"|to (?:fight|put out) (?:the )?(?:\w+ )?(?:fires|wildfires))\b"
)
_WITH_GOODS = re.compile(rf"{_PLAIN}with {_DET}(?:{'|'.join(_GOODS)})\b")


def is_on_occasion(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the clause goes on to say that it was for talks, or in an exercise."""
    if trigger.form.startswith("breakthrough") and _is_of_talks(parsed, trigger):
        return True
    if trigger.pattern.action is Action.RETREAT and _leaves_a_body(parsed, trigger):
        return True
    if trigger.pattern.kind == "verb" and _flees(parsed, trigger):
        return True
    if _TELLING.isdisjoint(parsed.sentence.held):
        return False
    _, high = parsed.clause(trigger.last)
    behind = " ".join(parsed.lower[trigger.last + 1 : high + 1])
    comes = trigger.pattern.action is Action.ADVANCE or trigger.form.startswith(_LEAVES)
    visits = comes and trigger.pattern.kind == "verb" and not _is_conquest(parsed, trigger)
    if _DRILL.match(behind) or (visits and _VISIT.match(behind)):
        return True
    sent = trigger.pattern.action in _SENT and trigger.pattern.kind == "verb"
    task = trigger.pattern.action is Action.DEPLOY and _CIVIL_TASK.match(behind)
    help_there = bool(task or _WITH_GOODS.match(behind))
    return sent and not trigger.form.startswith(_FIGHTS) and help_there


def _is_of_talks(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is talks that brought no breakthrough, and no fighters who made one."""
    low, high = parsed.clause(trigger.first)
    fights = not parsed.armed.isdisjoint(range(low, high + 1))
    return not fights and not _TALKING.isdisjoint(parsed.sentence.held)


def _leaves_a_body(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a state leaves what it was a member of: "withdrew from the OAU"."""
    from_ = trigger.last + (parsed.lower[trigger.last] != "from")
    at = from_ + 1 + (parsed.lower[from_ + 1 : from_ + 2] == ["the"])
    if parsed.lower[from_ : from_ + 1] != ["from"] or at >= len(parsed.words):
        return False
    left, start = parsed.words[at].text, parsed.words[at].start
    named = any(m.start <= start < m.end for m in parsed.places)
    named = named or any(m.start <= start < m.end for m in parsed.actors)
    letters = len(left) > _PLACE and left.isalpha() and left.isupper()
    return letters and not named and not parsed.sentence.text.isupper()


def _flees(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a border or river is crossed in flight: "crossed into Chad to flee fighting"."""
    if trigger.pattern.action is not Action.ADVANCE or _IN_FLIGHT.isdisjoint(parsed.sentence.held):
        return False
    _, high = parsed.clause(trigger.last)
    behind = parsed.lower[trigger.last + 1 : high + 1]
    return any(a == "to" and b in _IN_FLIGHT for a, b in pairwise(behind))


def _is_conquest(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether they fight their way in: "entered X for a parade after the rebels fled"."""
    behind = parsed.lower[trigger.last + 1 :]
    after = behind.index("after") if "after" in behind else len(behind)
    fell = not _FELL.isdisjoint(behind[after : after + 1 + _CLOSE])
    return fell or trigger.form.startswith(_FIGHTS)
