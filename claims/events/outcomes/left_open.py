"""Whether a sentence leaves open if something happened: a question, a condition, a rumour."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claims.claim import Action
from claims.claimants.speech_sense import SAID_NOUNS
from claims.events.outcomes.untrue import is_called_untrue
from claims.events.sentences.clause_words import HOURS, NOT, PAST
from claims.events.sentences.parse import Parsed
from claims.events.sentences.statements import SHARING
from claims.lexicon import Trigger
from claims.phrases import Phrases
from claims.yaml_text import load_yaml

__all__ = ["is_left_open"]

_FAR_IF = 14  # words between "if" and its verb
# "Once the town is freed", "until it has been taken": in English what is to come is so told.
_ONCE = frozenset("once until till".split())
_WHEN = frozenset("when after".split())
_TO_BE = frozenset("is are has have".split())
# What the main clause beside such a present has: "once they hit the base, they fled" is told.
_YET = frozenset(
    """
    will would shall can could may might must should expected plans planned planning intends hopes
    hoped wants ready due
    """.split()
)
_WILL = frozenset(("will", "shall", "won't"))
_HOURS = HOURS | {"long"}
_UPON = frozenset("when soon until till before".split())  # "as soon as"
_CONDITIONS = frozenset(("if", "unless")) | _ONCE | _WHEN | _UPON
# What is staged goes on: "In the exercise, rebels took X, and the army lost Y".
_STAGED = re.compile(
    r"\W*(?:in|during)\s+\w+\s+(?:\w+\s+){0,2}(?:exercise|drill|simulation|film|movie|play|novel)",
    re.IGNORECASE,
)
# "Clashes on the border are frequent": none of them in particular.
_USUAL = re.compile(
    r"^(?:(?!\b(?:where|which|that)\b)[^.;,]){0,160}\b(?:is|are|were|have\s+been|has\s+been|remain)\s+(?:a\s+)?(?:\w+ly\s+)?"
    r"(?:frequent|common|commonplace|rare|routine|not\s+unusual|regular\s+occurrence)\b"
)
# "The fall of X has not been confirmed", "confirmation of a raid on X was not available".
_UNCONFIRMED = re.compile(
    r"[^,;.]{0,60}?\b(?:(?:(?:is|are|was|were|be|been|remain(?:s|ed)?)(?:n['’]t\s|\s(?:still\s|as\syet\s)?(?:un|(?:not|never)\s))(?:\w+ly\s|yet\s)?)"
    r"(?:been\s)?(?:confirmed|verified|corroborated|available)"
    r"|(?:could|can|has|have|had)(?:\s?not|n?['’]t)\s(?:yet\s)?(?:been|be)\s(?:\w+ly\s)?(?:confirmed|verified|corroborated)"
    r"|(?:has|have|had)\syet\sto\sbe\s(?:\w+ly\s)?(?:confirmed|verified))\b"
)
_SURE = frozenset(
    "confirmed unconfirmed verified unverified corroborated uncorroborated available"
    " unavailable".split()
)
_LED = 4  # words of "reports of heavy"
_OFTEN = frozenset("frequent common commonplace rare routine unusual regular".split())
_RUMOURS = frozenset("rumor rumors rumour rumours rumored rumoured speculation".split())
# "Rumours of a coup spread after rebels took X"
_DATING = re.compile(r"\w\s(?:after|when|while|as|before)\s")
_RUMOUR = re.compile(
    r"\b(?:rumou?r(?:s|ed)?\s+(?:\w+\s+){0,3}?(?:of|that|about|over)|speculation\s+(?:\w+\s+){0,2}?(?:that|(?:about|over|of)\s+(?:an?|the)))\b",
    re.IGNORECASE,
)
# "Could not confirm the number of dead in the raid on X", "did not say how many died in it"
_TOLL = re.compile(
    r"\b(?:how\s+many|number|toll|cause|extent)\b[^.;]*\b(?:in|by|during|after|of)\s+(?:[\w-]+\s+){0,3}$"
)
# "Had the troops taken X, the road would have been cut."
_SUPPOSED = re.compile(
    r"^(?:(?:Had|Were|Should)\s+[^,]{3,80},[^.]*\bwould|(?:If|Unless)\s+[^,]{3,80},[^.]*\b(?:would|could|might|may"
    r"|will\s+(?:\w+\s+)?(?:be|have)))\b"
)
# "Reports that X fell could not be confirmed": by nobody named.
_UNPROVEN = re.compile(
    r"^\W*(?:the\s+|these\s+|those\s+)?(?:\w+\s+)?(?:reports?|claims?|accounts?|allegations?|news)\s+that\b"
    r"[^.;]*\b(?:could|can|have|has)(?:\s*not|n?['’]t)\s+(?:\w+ly\s+)?be(?:en)?\s+(?:\w+ly\s+)?(?:confirmed|verified)\b",
    re.IGNORECASE,
)
# "Capturing X, a gateway to Y, is a boost": of what was told before.
_WEIGHED = re.compile(
    r"^\W*\w+ing\b[^,;.]*(?:,[^,;.]*,)?\s+(?:is|was|marks?|marked|gives?|gave|means?|meant|represents?|represented"
    r"|opens?|opened)\b"
)
_GAINS = (Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.HOLD, Action.CUT)
_PROVED = frozenset(("confirmed", "verified"))
# The same behind what opens a sentence: "that, had the army gone on, it could have taken X".
_INVERTED = re.compile(
    r"(?:,|\bthat)\s+had\s+(?:the|an?|its?|they|he|she|his|their|(?-i:[A-Z]))[^,.;]{3,80},"
    r"[^.;]*?\b(?:would|could|might)\s+have\b"
)
# "Did not say whether X had fallen, which according to Roe is held by rebels"; it is left open
# on in "whether X, which lies on the border, had fallen" and "whether X, but also Y, had fallen".
_TURN = re.compile(
    r", (?:which (?=[^,]*$)|but (?!(?:also|not|even|perhaps|possibly|maybe|especially)\b))"
    r"|\bconfirmation but (?=(?:[\w.'’-]+ ){1,8}?(?:said|says|told|reported)\b)"
)


def is_left_open(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the sentence leaves open if it happened: a question, a supposition."""
    text, start = parsed.sentence.text, parsed.words[trigger.first].start - parsed.sentence.start
    if text.rstrip("\"'”’)").endswith("?") or _is_condition(parsed, trigger):
        return True
    usual = trigger.pattern.kind == "noun" and not _OFTEN.isdisjoint(parsed.sentence.held)
    if usual and _USUAL.match(text[parsed.words[trigger.last].end - parsed.sentence.start :]):
        return True
    held = parsed.sentence.held
    opened = _open()
    may_be_open = not (NOT.isdisjoint(held) and opened.telling.isdisjoint(held))
    told = may_be_open and opened.pattern.search(text[_begun(parsed, trigger) : start])
    if told and trigger.pattern.kind == "noun" and _TOLL.search(text[told.start() : start]):
        told = None
    if told or _is_rumoured(parsed, trigger) or _SUPPOSED.match(text):
        return True
    opens = trigger.first == 0 and trigger.pattern.kind == "verb" and trigger.form.endswith("ing")
    if opens and trigger.pattern.action in _GAINS and _WEIGHED.match(text):
        return True
    unproven = not _PROVED.isdisjoint(held) and _is_unproven(parsed, trigger)
    if unproven or _is_unconfirmed(parsed, trigger):
        return True
    supposed = _INVERTED.search(text) if "had" in parsed.sentence.held else None
    return supposed is not None and supposed.start() < start


@cache
def _open() -> Phrases:
    """Return what leaves open all that follows: "asked whether X fell", "declined to confirm"."""
    return Phrases.of(load_yaml((files("claims") / "left_open.yaml").read_text(encoding="utf-8")))


def _is_unconfirmed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether nobody has confirmed what a noun tells, where none is said to have told it."""
    if trigger.pattern.kind != "noun" or _SURE.isdisjoint(parsed.sentence.held):
        return False
    lead = parsed.lower[max(0, trigger.first - _LED) : trigger.first]
    end = parsed.words[trigger.last].end - parsed.sentence.start
    return SAID_NOUNS.isdisjoint(lead) and bool(_UNCONFIRMED.match(parsed.sentence.text, end))


def _is_unproven(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a report by nobody named is not borne out: "reports of X could not be"."""
    place, text = parsed.words[trigger.first].start, parsed.sentence.text
    found = _UNPROVEN.match(text)
    told = any(cue.start <= place < cue.end for cue in parsed.cues)
    return found is not None and place < parsed.sentence.start + found.end() and not told


def _is_rumoured(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only rumoured, and nobody dismisses it: "rumours that X fell"."""
    if _RUMOURS.isdisjoint(parsed.sentence.held):
        return False
    place = parsed.words[trigger.first].start
    met = _RUMOUR.search(parsed.sentence.text, 0, place - parsed.sentence.start)
    if not met or _DATING.search(parsed.sentence.text, met.end(), place - parsed.sentence.start):
        return False
    denied = any(cue.denies and cue.start <= place < cue.end for cue in parsed.cues)
    return not (denied or is_called_untrue(parsed, trigger))


def _begun(parsed: Parsed, trigger: Trigger) -> int:
    """Return where what is left open ends and a tale of its own begins, 0 where none does."""
    text, start = parsed.sentence.text, parsed.sentence.start
    turns = _TURN.finditer(text, 0, parsed.words[trigger.first].start - start)
    turned = max((turn.start() for turn in turns), default=0)
    low = parsed.statements.begin(trigger.first, *SHARING)
    return turned if _STAGED.match(text) else max(turned, parsed.words[low].start - start)


def _is_condition(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "if" or "unless" opens the stretch before an event, or "once it is"."""
    if _CONDITIONS.isdisjoint(parsed.sentence.held):
        return False
    to_come = able = False
    # "Once two more brigades arrive": told as if it were now
    present = trigger.pattern.kind == "verb" and not trigger.form.endswith((*PAST, "ing"))
    present = present and not _YET.isdisjoint(parsed.sentence.held)
    finite = present and parsed.lower[trigger.first - 1] not in ("to", *_WILL)
    ahead = finite and not _WILL.isdisjoint(parsed.sentence.held)
    for number in range(trigger.first - 1, max(-1, trigger.first - _FAR_IF), -1):
        word = parsed.lower[number]
        will = word in _ONCE or (word in _WHEN and "will" in parsed.lower[:number])
        will = will or (word == "when" and not _WILL.isdisjoint(parsed.sentence.held))
        if word in ("if", "unless") or (to_come and will) or (word == "once" and present):
            return True
        after = parsed.lower[number + 1]  # "will soon take X", "will before long take X"
        soon = after == "as" if word == "soon" else word != "before" or after not in _HOURS
        if ahead and word in _UPON and soon:
            return True  # "when the rebels take X, the war will be over"
        if word in (",", ";", ":"):
            return False
        if word == "before" and able:
            return True  # "were stopped before they could enter"
        to_come = to_come or word in _TO_BE
        able = able or word in ("could", "can")
    return False
