"""Bodies that are part of a force: "the X Command of the Y Army", "our heroes of the X Corps"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["branch_of", "is_branch", "share_branches", "with_own_branches"]

# Last words of the name of a part, which is seldom a force of its own.
_PARTS = frozenset(
    "command corps brigade brigades battalion battalions division regiment company companies"
    " column bloc commando commandos".split()
)
_WHOLE = ("force", "state")  # whose part a name may be
# Before "Troops" and "Forces" these name arms of whoever reports: "Missile Troops hit depots".
_ARMS = frozenset(
    """
    missile rocket airborne air naval coastal border engineer engineering tank armoured armored
    special operations assault ground aerospace defence defense mountain marine land
    """.split()
)
_OF = (["of"], ["of", "the"])
_QUOTES = frozenset("\"“”'")


def branch_of(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a force is named behind its part: "the X Command (Oru) of the NPF"."""
    if one.kind != "named" or other.kind != "force":
        return False
    between = tokens.lower[one.last + 1 : other.first]
    if between and between[0] in _QUOTES:
        ends = [n for n, word in enumerate(between) if n and word in _QUOTES]
        between = between[ends[-1] + 1 :] if ends else between
    part = is_branch(one) or one.text.lower().endswith(" front")
    return part and between in _OF


def is_branch(phrase: Phrase) -> bool:
    """Tell whether a name is that of a body which is part of some force."""
    return phrase.kind in ("named", "people") and phrase.text.lower().rpartition(" ")[2] in _PARTS


def share_branches(phrases: Sequence[Phrase]) -> None:
    """Give a part of a force the force's side wherever its name stands alone in a report."""
    of = {slug(p.name): p for p in phrases if p.kind in _WHOLE and p.name}
    for phrase in phrases if of else ():
        whole = of.get(phrase.side or "") if phrase.kind in ("named", "people") else None
        if whole is not None:
            phrase.side = whole.side
            phrase.kind = "state" if whole.kind == "state" else phrase.kind


def with_own_branches(
    tokens: Tokens, phrases: Iterable[Phrase], known: Collection[str], own: str | None
) -> bool:
    """Give the bodies of which a report speaks as its own the side whose words it is.

    So are arms that it names without saying whose: "Airborne Troops", "Army Aviation". ``known``
    are the sides that the world knows by name. Tells whether there were any.
    """
    before: Phrase | None = None
    found = False
    for phrase in phrases if own else ():
        ours = before is not None and before.kind == "our" and before.sentence == phrase.sentence
        told = is_branch(phrase) and (phrase.free or ours)
        states = phrase.kind == "state" and not phrase.side and own not in known
        if (told and (phrase.side or "") not in known) or states or _is_arm(tokens, phrase):
            phrase.side, found = own, True
        before = phrase
    return found


def _is_arm(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether words name an arm and not whose it is: "Missile Troops", "Airborne Troops"."""
    if phrase.kind not in ("troops", "forces") or not phrase.free:
        return False
    first = phrase.first
    while first and tokens.lower[first - 1] in _ARMS and tokens.capital(first - 1):
        first -= 1
    arms = tokens.lower[first : phrase.last]
    return bool(arms) and _ARMS.issuperset(arms) and tokens.capital(phrase.last)
