"""To whom the next sentence lays an attack: "A bomb went off in X. The army blamed the rebels."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.claim import Action, Claim
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words

__all__ = ["laid_next"]

_DEEDS = (
    r"(?:attack|assault|ambush|raid|strike|air\s?strike|drone|shelling|bombing|bombardment|blast|"
    r"explosion|killing|fire|shooting|massacre)s?"
)
# "Blamed X", "blamed the attack on X": what stands between the verb and the force.
_LAYS = re.compile(r"\b(?:blame[ds]?|accuse[ds]?)\s", re.IGNORECASE)
_HELD = re.compile(r"\b(?:held|holds?)\s+(?:the\s+)?$", re.IGNORECASE)
_RESPONSIBLE = re.compile(r"\s+responsible\b", re.IGNORECASE)
_ON = re.compile(
    rf"(?:(?:it|them|(?:the|this|that|these|those)\s+(?:\w+\s+)?{_DEEDS})\s+on\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# Behind "accused X": the deed itself, and nothing else that X is charged with.
_OF_IT = re.compile(
    r"\s+of\s+(?:(?:carrying\s+(?:it\s+)?out|launching|staging|mounting|committing|firing|being\s+behind|"
    rf"responsibility\s+for|the)\b.{{0,30}}?(?:\b{_DEEDS}\b|\bit\b)|being\s+behind\s+it\b|it\b)",
    re.IGNORECASE,
)
# Behind "blamed X" and "X claimed responsibility": nothing, or that it is for just this.
_FOR_IT = re.compile(
    r"\s*(?:[.,;!?)\"”]|$|for\s+(?:it|them|this|that|both"
    rf"|(?:the|this|that|these|those)\s+(?:\w+\s+)?{_DEEDS})\b)",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"\s+(?:(?:has|have|had)\s+)?(?:later\s+)?claim(?:ed|s)?\s+responsibility\b", re.IGNORECASE
)
# "Says it carried out the attack", "claimed the bombing": of just this.
_DID_IT = re.compile(
    r"\s+(?:(?:has|have|had)\s+)?(?:later\s+)?(?:claim(?:ed|s)?|(?:said|says|announced|announces|"
    r"admitted|confirmed)\s+(?:that\s+)?(?:it|they|its\s+\w+|their\s+\w+)\s+(?:(?:has|have|had)\s+)?"
    r"(?:carried\s+out|staged|mounted|launched|(?:was|were|been)\s+(?:behind|responsible\s+for)))\s+"
    rf"(?:it|them|(?:the|this|that|these|those)\s+(?:\w+\s+)?{_DEEDS})\b(?!\s+(?:in|on|at|near)\b)",
    re.IGNORECASE,
)
# Who lays it, at the head of the sentence: "The army has", "They", "Local officials".
_WHO = re.compile(
    r"(?:the\s+|a\s+|an\s+)?(?P<who>[^\W\d][\w’'.-]*(?:\s[\w’'.-]+){0,4}?)"
    r"(?:\s+(?:has|have|had|later|also|quickly|immediately|promptly))*\s+",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she they it both who".split())
_NO_ONE = re.compile(r"(?:nobody|no|none|neither)\b", re.IGNORECASE)
_ATTACKS = (Action.ATTACK, Action.STRIKE)
_OUTLET = "outlet"


def laid_next(parsed: Parsed, claim: Claim) -> Claim:
    """Return an attack with who is said to be behind it by the sentence after it, as it is else.

    Whoever told of it may say so, or anybody where the report told of it itself; that one becomes
    the claimant then. So does a force that claims the deed.
    """
    weapons = claim.actor.lower().rpartition(" ")[2] in force_words().weapons
    told = claim.actor and claim.actor_side and not weapons  # no "gunmen"
    if claim.action not in _ATTACKS or told or not claim.status.is_fact:
        return claim
    for actor, by in _charged(parsed):
        who = claim.claimant if by.lower() in _PRONOUNS else by
        told = claim.claimant in (_OUTLET, who) and who not in (_OUTLET, "")
        if told and actor.side != claim.opponent_side:
            return replace(
                claim, actor=actor.text, actor_side=actor.side, actor_with=actor.others,
                claimant=who,
            )  # fmt: skip
    return claim


def _charged(parsed: Parsed) -> Iterator[tuple[ActorMention, str]]:
    """Yield forces that a deed is laid to, and by whom: another, or the force itself."""
    text, first = parsed.sentence.text, parsed.sentence.start
    verb = _LAYS.search(text)
    by = _WHO.fullmatch(text, 0, verb.start()) if verb else None
    for actor in parsed.actors:
        start, end = actor.start - first, actor.end - first
        if verb and start >= verb.end() and _ON.fullmatch(text, verb.end(), start):
            accused = verb.group().lower().startswith("accuse")
            on_it = text[verb.end() : start].rstrip().endswith((" on", " on the"))
            if _OF_IT.match(text, end) if accused else on_it or _FOR_IT.match(text, end):
                who = by["who"] if by and not _NO_ONE.match(by["who"]) else ""
                yield actor, _named(parsed, who)
        elif (held := _HELD.search(text, 0, start)) and _RESPONSIBLE.match(text, end):
            by = _WHO.fullmatch(text, 0, held.start())
            yield actor, _named(parsed, by["who"]) if by and not _NO_ONE.match(text) else ""
        elif _DID_IT.match(text, end) or (
            (owns := _OWNS.match(text, end)) and _FOR_IT.match(text, owns.end())
        ):
            yield actor, "" if _NO_ONE.match(text) else actor.name


def _named(parsed: Parsed, who: str) -> str:
    """Return a force among the speakers by its name."""
    of = (actor.name for actor in parsed.actors if who.endswith(actor.text))
    return next(of, who)
