"""Whether an event is said to have happened, to go on, to be planned, tried, denied."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action, Status
from claims.claimants.speech import is_speech
from claims.events.outcomes.aims import came_to_nothing, is_goal
from claims.events.outcomes.cut_short import is_cut_short, tried_in_vain
from claims.events.outcomes.denied import denied_subject
from claims.events.outcomes.misses import brought_down, falls_short
from claims.events.outcomes.to_come import (
    has_come,
    is_ahead,
    is_condition,
    is_supposed,
    is_to_come,
    never_came,
)
from claims.events.outcomes.undone import (
    comes_to_nothing,
    is_beaten,
    is_repulsed,
    is_wiped_out,
)
from claims.events.parties.headline_words import is_announced
from claims.events.parties.noun_owner import LIGHT
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.told.going_on import goes_on
from claims.events.told.governed import governed
from claims.lexicon import Trigger

__all__ = ["find_status"]

_VAIN = frozenset("failed abortive foiled thwarted unsuccessful aborted ill-fated".split())
_ADJECTIVES: tuple[tuple[frozenset[str], Status | str], ...] = (
    (frozenset("attempted would-be".split()), "attempt"),
    (_VAIN, Status.FAILED),
    (
        frozenset(
            "planned impending expected looming imminent anticipated feared possible potential"
            " future upcoming proposed threatened".split()
        ),
        Status.PLANNED,
    ),
)
_AS = frozenset(("as", "while", "when"))
_THEY = frozenset("they it he trying attempting seeking".split())  # "were killed as they tried to"
_BEATEN = frozenset(
    "killed foiled thwarted repelled repulsed stopped halted rebuffed wiped destroyed annihilated"
    " routed crushed smashed decimated".split()
)
_ALMOST = frozenset("almost nearly narrowly".split())
_HAVE = frozenset("have has had is are".split())
_AUXILIARIES = BE | frozenset(
    "has have had do does did can could will would may might shall should must".split()
)
_FINISHED = frozenset("completed finished concluded".split())
_REACH = 8  # words in which a word of attempt or plan governs what follows
_ASIDE = 12  # words of ", as the ministry had claimed the day before,"
_BEGUN = 5  # words between "almost" and the noun of "launched a new attack"


def find_status(parsed: Parsed, trigger: Trigger) -> Status | str:
    """Return the status of an event; ``"attempt"`` where the text says that it was tried."""
    cue = denied_subject(parsed, trigger, _telling(parsed, trigger)) or _described(parsed, trigger)
    cue = cue or governed(parsed, trigger)
    cue = cue or (Status.DENIED if _is_not(parsed, trigger) else None)
    if cue:
        return _outcome(parsed, trigger) or cue if cue == "attempt" else cue
    if trigger.pattern.status:
        return Status(trigger.pattern.status)  # "the next objective is X", "stalled near X"
    repulsed = trigger.pattern.action is Action.ATTACK and is_repulsed(parsed, trigger)
    repulsed = repulsed or is_cut_short(parsed, trigger)
    if repulsed or _failed_after(parsed, trigger) or is_wiped_out(parsed, trigger):
        return Status.FAILED
    waits = is_supposed(parsed, trigger) or is_condition(parsed, trigger)
    if is_goal(parsed, trigger) or waits:
        return Status.DENIED if came_to_nothing(parsed, trigger) else Status.PLANNED
    return Status.ONGOING if goes_on(parsed, trigger) else Status.OCCURRED


def _is_not(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a headline denies it, where "is" is left out: "X not in rebel hands"."""
    if "not" not in parsed.sentence.held:
        return False
    if _is_not_over_aside(parsed, trigger):
        return True
    lead = parsed.lower[max(0, trigger.first - _BEGUN) : trigger.first + 1]
    at = lead.index("not") if "not" in lead else len(lead)
    behind = lead[at + 1 :] if _AUXILIARIES.isdisjoint(lead[max(0, at - 1) : at]) else []
    behind = behind[behind[:1] == ["yet"] :]
    if trigger.pattern.kind == "verb":
        return len(behind) == 1
    return trigger.pattern.action is Action.HOLD and behind[:1] in (["in"], ["under"])


def _is_not_over_aside(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "not" stands before words set in: "had not, as X claims, bombed Y"."""
    lower, end = parsed.lower, trigger.first - 1
    if trigger.pattern.kind != "verb" or end < 0 or lower[end] != ",":
        return False
    opened = next((n for n in range(end - 1, max(1, end - _ASIDE), -1) if lower[n] == ","), 0)
    at = opened - 1 - (lower[opened - 1] in ("yet", "even"))
    return opened > 1 and lower[at] == "not" and lower[at - 1] in _AUXILIARIES


def _telling(parsed: Parsed, trigger: Trigger) -> int:
    """Return the verb that tells of an event, 0 for none: of strikes "carried out"."""
    if trigger.pattern.kind == "verb":
        return trigger.first
    words, low = parsed.lower, max(0, trigger.first - _BEGUN)
    light = (n for n in range(trigger.first - 1, low, -1) if words[n] in LIGHT)
    return next((n for n in light if not is_speech(words[n])), 0)  # "no group claimed an attack"


def _outcome(parsed: Parsed, trigger: Trigger) -> Status | None:
    """Return what becomes of an attempt where the sentence tells it."""
    if is_ahead(parsed, trigger):
        return Status.PLANNED
    beaten = is_beaten(parsed, trigger) or _failed_after(parsed, trigger, tried=True)
    beaten = beaten or is_wiped_out(parsed, trigger, tried=True) or _died_trying(parsed, trigger)
    beaten = beaten or tried_in_vain(parsed, trigger)
    return Status.FAILED if beaten else None


def _died_trying(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who tried were killed or beaten; others die "as rebels tried to"."""
    lead = parsed.lower[max(0, trigger.first - _REACH) : trigger.first]
    met = next((n for n, word in enumerate(lead) if word in _BEATEN), len(lead))
    return any(a in _AS and b in _THEY for a, b in pairwise(lead[met:]))


def _described(parsed: Parsed, trigger: Trigger) -> Status | str | None:
    """Return what an adjective makes of an event: "an attempted capture", "a failed assault"."""
    first, low = trigger.first, max(0, trigger.first - _BEGUN)
    lead = parsed.lower[max(0, first - 2) : first]
    before = set(lead if lead[-1:] != [","] else ())  # "after talks failed, clashes"
    if trigger.pattern.kind != "noun":
        nearest = "".join([word for word in lead if word != "been"][-1:])  # "had almost been taken"
        within = parsed.lower[slice(*trigger.gap)] if trigger.gap else []
        vain = not _VAIN.isdisjoint(within)  # "conducted unsuccessful offensive operations"
        # "Have all but surrounded X", "almost finished clearing X", "nearly completed a siege"
        closes = trigger.pattern.action is Action.ENCIRCLE or trigger.form in _FINISHED
        shared = lead[:1] == ["and"] and not _HAVE.isdisjoint(
            parsed.lower[parsed.clause(first)[0] : first]
        )
        closes = closes and nearest in _ALMOST and (lead[0] in _HAVE or shared)
        if closes or lead == ["all", "but"] or (nearest in _FINISHED and lead[0] in _ALMOST):
            return Status.ONGOING
        return Status.FAILED if vain or nearest in _ALMOST else None
    if is_to_come(parsed, trigger) or is_announced(parsed, trigger):
        return Status.PLANNED
    nearly = next((b for a, b in pairwise(parsed.lower[low:first]) if a in _ALMOST), "")
    if nearly in _FINISHED or nearly in LIGHT:
        # "Have nearly completed the capture of X", "nearly launched an attack"
        return Status.ONGOING if nearly in _FINISHED else Status.FAILED
    if never_came(parsed, trigger):
        return Status.DENIED
    status = next((status for words, status in _ADJECTIVES if before & words), None)
    return None if status is Status.PLANNED and has_come(parsed, trigger) else status


def _failed_after(parsed: Parsed, trigger: Trigger, *, tried: bool = False) -> bool:
    """Tell whether "without succeeding" or "but failed" closes the sentence after a trigger."""
    nothing = trigger.pattern.kind == "noun" and comes_to_nothing(parsed, trigger)
    down = brought_down(parsed, trigger) is not None
    if nothing or down or falls_short(parsed, trigger):
        return True
    if trigger.pattern.action is Action.STRIKE and not tried:
        return False  # what was "bombed in vain" was bombed
    for cue in parsed.statuses:
        if (
            cue.pattern.status == "failed"
            and cue.first > trigger.last
            and not parsed.statements.parted(trigger.last, cue.first)
            and cue.form in ("without", "unsuccessfully", "in")
            and parsed.lower[cue.last + 1 : cue.last + 2] != ["to"]  # "tried in vain to take X"
        ):
            return not any(trigger.last < t.first < cue.first for t in parsed.triggers)
    return False
