"""Those who cross a river or a border in flight: "fleeing soldiers crossed the Oru river"."""

from __future__ import annotations

from claims.events.sentences.antecedents import BEFORE_SUBJECT
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["crosses_in_flight"]

_FLEEING = frozenset("fleeing retreating withdrawing routed defeated beaten".split())
_SOME = frozenset("the some many several".split())


def crosses_in_flight(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who cross flee; no "troops chasing fleeing rebels crossed X"."""
    if not trigger.form.startswith("cross") or _FLEEING.isdisjoint(parsed.sentence.held):
        return False
    low, _ = parsed.clause(trigger.first)
    back = range(trigger.first - 2, low - 1, -1)
    at = next((n for n in back if parsed.lower[n] in _FLEEING), None)
    if at is None or parsed.armed.isdisjoint(range(at + 1, trigger.first)):
        return False
    before = at - 1 - (parsed.lower[max(0, at - 1)] in _SOME)
    return before < low or parsed.lower[before] in BEFORE_SUBJECT
