"""Who a verb's subject is: the clause's own, the one that a pronoun means, the one said before."""

from __future__ import annotations

from claims.actors import ActorMention
from claims.lexicon import Trigger
from claims.parse import Parsed
from claims.party import Party, party

__all__ = ["NOT_SUBJECT", "PRONOUNS", "find_subject", "is_governed"]

_MODIFIERS = frozenset("the a an these those other allied and its their some several".split())
_FUNCTION = frozenset(
    """
    the a an and or but to of in on at by from with for as has have had is are was were be been
    being will would could can may might must not also then now later still already again both
    meanwhile however earlier after before while when managed able began started continued
    continues forced trying attempting attempted tried tries attempt try seeking sought vowed
    plans planned said says saying that which who early late more most far further both
    """.split()
)
_PARTS = frozenset(
    "unit units fighters members forces soldiers troops groups elements alliance convoy convoys"
    " column columns hundreds dozens thousands scores ranks part parts wing branch group army"
    " brigade".split()
)
PRONOUNS = frozenset("they it he we them their its our".split())
NOT_SUBJECT = frozenset(
    """
    against with by from on of to for despite amid between toward towards at in near under
    over including per
    """.split()
)


def find_subject(
    parsed: Parsed, trigger: Trigger, focus: Party | None, speaker: Party | None
) -> Party | None:
    """Return who a verb's subject is, or None where it is nobody that fights."""
    low, _ = parsed.clause(trigger.first)
    own = _first_subject(parsed, low, trigger.first)
    if own:
        return own
    before = {w.lower for w in parsed.words[low : trigger.first]}
    if before & {"our", "we"}:
        return speaker or focus
    if parsed.opener(trigger.first) in ("which", "who", "that") and low > 1:
        nearest = _nearest_before(parsed, parsed.words[low - 1].start)
        if nearest:
            return nearest
    if before & PRONOUNS:
        return _meant(parsed, low, before, focus, speaker)
    if _has_subject(parsed, low, trigger):
        return None
    return (
        _first_subject(parsed, 0, trigger.first)
        or _main_subject(parsed, trigger)
        or (focus if _elliptic(trigger, low) else None)
    )


def _has_subject(parsed: Parsed, low: int, trigger: Trigger) -> bool:
    """Tell whether the clause has a subject of its own that is no known force: "residents fled"."""
    if trigger.form.endswith("ing") and trigger.first - low <= 1:
        return False
    named = [(m.start, m.end) for m in parsed.places]
    named += [(t.start, t.end) for t in parsed.times]
    words = [
        w
        for w in parsed.words[low : trigger.first]
        if w.lower.isalpha() and not any(a <= w.start < b for a, b in named)
    ]
    return any(w.lower not in _FUNCTION and not w.lower.endswith("ly") for w in words)


def _meant(
    parsed: Parsed, low: int, before: set[str], focus: Party | None, speaker: Party | None
) -> Party | None:
    """Return whom a pronoun means: "its troops" are the speaker's, "they" those named before."""
    if speaker and before & {"its", "their"} and parsed.cues:
        return speaker
    return _first_subject(parsed, 0, low) or focus


def _main_subject(parsed: Parsed, trigger: Trigger) -> Party | None:
    """Return the subject behind a participle that opens: "After capturing X, rebels entered Y"."""
    if trigger.form.endswith("ing") and trigger.first <= 3:
        return _first_subject(parsed, trigger.last + 1, len(parsed.words))
    return None


def _elliptic(trigger: Trigger, low: int) -> bool:
    """Tell whether a verb stands without a subject, at the head of its clause."""
    return trigger.first - low <= 3 and (trigger.form.endswith("ing") or low == 0)


def _first_subject(parsed: Parsed, low: int, high: int) -> Party | None:
    """Return the first actor between two word numbers that no preposition governs."""
    if low >= high:
        return None
    start, end = parsed.words[low].start, parsed.words[high - 1].end
    inside = [m for m in parsed.actors if start <= m.start and m.end <= end]
    free = [m for m in inside if not is_governed(parsed, m)]
    armed = [m for m in free if m.armed] or free
    return party(armed[0]) if armed else None


def is_governed(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a preposition stands before an actor, an article or adjective aside.

    "Units of the army" and "fighters from the group" are the army and the group.
    """
    number = parsed.word_at(mention.start) - 1
    for position in range(number, max(-1, number - 3), -1):
        word = parsed.words[position].lower
        if word in ("of", "from") and position and parsed.words[position - 1].lower in _PARTS:
            return False
        if word in NOT_SUBJECT:
            return True
        if word not in _MODIFIERS:
            return False
    return False


def _nearest_before(parsed: Parsed, place: int) -> Party | None:
    before = [m for m in parsed.actors if m.end <= place and place - m.end <= 3]
    return party(before[-1]) if before else None
