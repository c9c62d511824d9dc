"""What is only thought of: what is unlikely, what a place would serve for, who is wanted."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger, lexicon

__all__ = ["is_only_thought"]

_PLANS = r"(?:plann|coordinat|facilitat|direct|orchestrat|organi[sz]|conduct|plott)"
# Before a verb, or before the noun of "to launch an attack".
_UNLIKELY = re.compile(
    r"\b(?:unlikely|not\s+(?:\w+\s+)?likely)\s+to\s+(?:(?!and\b|or\b)[\w-]+\s+){0,4}$"
    # "Have historically struggled to seize cities": none in particular
    r"|\b(?:has|have|had|who|they|forces|troops|rebels|fighters|militants)\s+"
    r"(?:historically|traditionally|typically|usually|habitually)\s+(?:[\w-]+\s+){0,4}$"
    r"|\b(?:usually|normally|typically|habitually)\s+$"
    r"|\btends?\s+to\s+(?:\w+\s+)?$"
    # A taunt: "They cannot take a single street", he said
    r"|\b(?:they|he|the\s+enemy|nobody|no\s+one)\s+(?:can\s*not|can['’]?t|will\s+never)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# Before a noun: "a springboard for a new attack on X", "could be killed in a battle for X".
_SERVES = re.compile(
    r"\b(?:springboard|launch(?:ing)?[\s-]?pad|staging[\s-](?:post|ground|area|point)|stepping[\s-]stone"
    r"|jumping-off\s+(?:point|place)|pretext|excuse|justification)s?\s+for\s+(?:[\w-]+\s+){0,5}$"
    r"|\b(?:could|may|might|would)\s+(?:be\s+(?:\w+\s+or\s+)?(?:killed|displaced|wounded|injured|trapped"
    r"|uprooted|hurt)|die)\b[^.;,]{0,40}?\b(?:in|by|during)\s+(?:[\w-]+\s+){0,4}$"
    # "Would not be drawn into a fight for X"
    r"|(?:\b(?:not|never|refus\w+\s+to|avoid\w*|anxious\s+not\s+to)|n['’]t)\s+(?:be\s+|being\s+|get\s+|getting\s+)?"
    r"(?:drawn|dragged|lured|sucked|pulled|bogged\s+down)\s+in(?:to)?\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
# Before "attacks", in no number and at no time: what somebody does for a living.
_WANTED = re.compile(
    r"\b(?:(?:responsible|wanted|suspected|known|charged|blamed)\s+(?:for|of|with)|involved\s+in|role\s+in)"
    rf"\s+(?:\w+\s+)?{_PLANS}ing\s+(?:[\w-]+\s+){{0,4}}$"
    rf"|\bhas\s+(?:also\s+)?{_PLANS}ed\s+(?:[\w-]+\s+){{0,4}}$",
    re.IGNORECASE,
)
_TALKS = re.compile(
    r"\b(?:talks|negotiations|discussions|consultations|debate)\s+(?:\w+\s+)?(?:on|about|over)\s+(?:[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
# "An explosion in X was caused by a gas leak"
_MISHAP = re.compile(
    r"[^.;,]{0,60}\b(?:caused\s+by|due\s+to|the\s+result\s+of|blamed\s+on|triggered\s+by|set\s+off\s+by)\s+"
    r"(?:[\w-]+\s+){0,3}(?:gas|leak|canister|cylinder|boiler|circuit|fireworks?|fault|stove|lightning|accident)\b",
    re.IGNORECASE,
)
# "Limits the group's ability to launch attacks on X": by whom nothing is done, nor meant to be.
_LESSENED = re.compile(
    r"\b(?:limit|weaken|reduc|degrad|undermin|hamper|curb|destroy|crippl|sap|erod|diminish|disrupt"
    r"|den[iy]|depriv|hinder|restrict|impair|constrain|blunt|lessen|dent|damag|eliminat|hurt)\w*\s+"
    r"(?:[\w'’-]+\s+){0,6}?(?:abilit|capacit|capabilit)(?:y|ies)\s+(?:of\s+(?:[\w'’-]+\s+){1,4}?)?"
    r"(?:to|for)\s+(?P<reach>(?:[\w'’-]+\s+){0,5})$",
    re.IGNORECASE,
)
_FIGHTS = ("fight", "fought", "battl", "struggl")
_CAUSE = re.compile(
    r"\s+for\s+(?:[\w'’-]+\s+){0,3}(?:homeland|independence|autonomy|self-rule|self-determination|statehood"
    r"|secession|democracy|freedom|caliphate|rights|equality|recognition|(?:independent|separate|islamic|communist|socialist)\s+"
    r"(?:[\w-]+\s+)?(?:state|republic|country|nation|government))\b",
    re.IGNORECASE,
)


# "The loss of X, whose runway is the only one, would make it hard to hold Y"
_AGREED = frozenset((Action.RETREAT, Action.DEPLOY))
_LOSSES = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.RETREAT))
_WOULD = re.compile(
    r"\s+(?:of\s+)?(?:(?!(?:and|but|said|says)\b)[\w'’-]+\s+){0,5}?"
    r"(?P<aside>[\w'’-]+,\s(?:who|which|where|whose|an?|the|home|already|still|now)\b[^.;,]*"
    r"(?:,[^.;,]*)?,\s+)?(?:would|could|might|may)\s+(?:not\s+)?(?!have\b|be\s+(?:heard|seen|felt)\b"
    r"|(?:well\s+)?(?:go\s+on|continue|resume|drag\s+on|spread|escalate|worsen|intensify|last)\b)",
    re.IGNORECASE,
)

_ANY_SUCH = re.compile(
    r"(?:^|\b(?:an?|any|another|such\s+an?|but|that|said)\s+)(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_CAME_OF_IT = re.compile(
    r",\s(?:the|its|their)\s(?:\w+est|first|second|third|fourth|fifth|\w+th)\b(?![^,]{0,40}\b(?:city|town|port|village|base"
    r"|capital|airport|district|province|region)\b)|\bwhich\s(?:\w+ly\s)?(?:began|started|came|followed|left|drew|lasted|broke|met)\b"
    r"|\b(?:begun|started|launched|condemned|claimed|killed|killing|wounded|injured|destroyed|dead|last\s\w+day|this\sweek)\b",
    re.IGNORECASE,
)


def is_only_thought(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is held to be unlikely, possible or usual, and nobody tells of it."""
    shift = parsed.sentence.start
    before = parsed.sentence.text[: parsed.words[trigger.first].start - shift]
    if _UNLIKELY.search(before) or _is_for_a_cause(parsed, trigger):
        return True
    if _is_lessened(parsed, trigger, before):
        return True
    if trigger.pattern.kind != "noun":
        return False
    if _would_bring(parsed, trigger, before):
        return True
    named = parsed.lower[trigger.last : trigger.last + 2]  # "roadside bomb attacks"
    wanted = any(word.endswith("s") for word in named) and _WANTED.search(before)
    burst = parsed.lower[trigger.last].startswith(("explosion", "blast"))
    if burst and _MISHAP.match(parsed.sentence.text, _end(parsed, trigger)):
        return True
    talked = trigger.pattern.action in _AGREED and _TALKS.search(before)
    return bool(wanted or talked or _SERVES.search(before))


def _would_bring(parsed: Parsed, trigger: Trigger, before: str) -> bool:
    """Tell whether it is only said what it would bring: "an assault on X, a city of Y, would".

    Which hurt somebody has come: "an attack on X, which killed ten, could end the truce".
    """
    told = _WOULD.match(parsed.sentence.text, _end(parsed, trigger))
    if told is None or trigger.pattern.action in _LOSSES:
        return told is not None
    any_such = _ANY_SUCH.search(before) is not None
    return any_such and told["aside"] is not None and not _CAME_OF_IT.search(told["aside"])


def _is_lessened(parsed: Parsed, trigger: Trigger, before: str) -> bool:
    """Tell whether some only are made less able to: "degraded their capacity to attack X"."""
    told = _LESSENED.search(before) if "abilit" in before or "capacit" in before else None
    if told is None:
        return False
    goes_on = "and" in told["reach"].lower().split()  # "its ability to move and shelled X"
    finite = trigger.pattern.kind == "noun" or lexicon().is_past(parsed.lower[trigger.first])
    return not (goes_on and finite)


def _is_for_a_cause(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is what a war is for: "is fighting for an independent homeland"."""
    end = _end(parsed, trigger)
    end -= len("for") + 1 if parsed.lower[trigger.last] == "for" else 0
    told = trigger.form.startswith(_FIGHTS)
    return told and _CAUSE.match(parsed.sentence.text, end) is not None


def _end(parsed: Parsed, trigger: Trigger) -> int:
    return parsed.words[trigger.last].end - parsed.sentence.start
