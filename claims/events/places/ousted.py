"""Where those were who are driven out: "drove off rebels who had briefly occupied X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["regroups", "tells_of_ousted"]

_WHO = frozenset(("who", "that", "which"))
_NEAR = 8  # words from "drove off" to those who are driven off
_FOUGHT = frozenset((Action.ATTACK, Action.ENCIRCLE))
_WERE = _FOUGHT | {Action.CAPTURE, Action.RECAPTURE, Action.HOLD}
_REGROUPS = frozenset("regroup redeploy refit rearm reorganise reorganize".split())
# Who only "repels" others holds what they attacked, and not what they took before.
_REPELS = ("repel", "repuls", "rebuff", "beat", "fought", "fend")


def tells_of_ousted(parsed: Parsed, trigger: Trigger, then: Trigger) -> bool:
    """Tell whether a verb says what those did at a place who are driven off from there."""
    driven = trigger.pattern.action is Action.PUSH_BACK
    if not (driven or trigger.form.startswith(_REPELS)) or then.pattern.kind != "verb":
        return False
    if then.pattern.action not in (_WERE if driven else _FOUGHT):
        return False
    opener = parsed.clause(then.first)[0] - 1
    if opener < 1 or parsed.lower[opener] not in _WHO or not parsed.relates(opener):
        return False
    whom = opener - 1 - (parsed.lower[opener - 1] == ",")
    tries = any(opener < s.first < then.first for s in parsed.statuses)
    # "Dislodged rebels who hold X from the hills around it"
    tries = tries or "from" in parsed.lower[then.last : then.last + _NEAR]
    return whom in parsed.armed and trigger.first < whom <= trigger.last + _NEAR and not tries


def regroups(trigger: Trigger, between: list[str]) -> bool:
    """Tell whether men gather elsewhere then, as those do who "driven from X regrouped in Y"."""
    word = "regrouped" if trigger.pattern.action is Action.PUSH_BACK else "regroup"
    return word in between or not _REGROUPS.isdisjoint(between)
