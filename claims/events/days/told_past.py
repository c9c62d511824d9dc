"""What is told as past whatever its date: how a war began, what was lost and taken back since."""

from __future__ import annotations

import re

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_stated", "is_told_as_past"]

# "The anniversary of the battle in which X drove Y out of Z".
_REMEMBERED = re.compile(
    r"\b(?:let\s+us\s+recall|recalls?\s+that|(?:is|be)\s+recalled\s+that)\b"
    # "Decorated for his part in the capture of X", "on trial for her role in the siege of X"
    r"|\b(?:on\s+trial|tried|convicted|jailed|sentenced|indicted|pardoned|decorated|honou?red)\s+for\s+"
    r"(?:his|her|their)\s+(?:part|role)\s+in\b(?:(?!\b(?:by|as|said|who|led)\b)[^,;])*$"
    r"|\b(?:marks?|marked|marking|celebrat\w+|remember\w*)\s+the\s+day\b(?:(?!\b(?:by|as|said|who|after)\b)[^,;])*$"
    r"|\b(?:anniversar(?:y|ies)\s+of|commemorat\w+|in\s+memory\s+of|in\s+remembrance\s+of)\b[^,;]*$"
    # "An exhibition about the siege of X, which was shelled for years"
    r"|\b(?:exhibition|documentary|memoir|novel|opera|book|film|movie|play|musical|poem)\s+(?:\w+\s+)?about\b"
    r"(?:(?!\b(?:by|as|said|but|while|after|when|was|were|showed|shown)\b)[^,;])*"
    r"(?:,\s(?:in\s)?which\b[^,;]*)?$",
    re.IGNORECASE,
)
# "A service for a corporal killed in X"
_MOURNED = re.compile(
    r"\b(?:(?:funeral|burial|service|requiem|vigil)\s+(?:at\s+\w+\s+)?(?:of|for)"
    r"|(?:memorial|funeral|church)\s+service|tributes?|honou?red|buried|mourn\w*)\b"
    r"(?:(?!\b(?:by|as|said|but|while|after|and)\b)[^,;])*$",
    re.IGNORECASE,
)
# "The bodies of five men killed in X were brought home"
_BROUGHT_HOME = re.compile(r"\b(?:bodies|coffins|remains)\s+of\s+[^,;]{3,50}$", re.IGNORECASE)
_HOME = frozenset(("home", "repatriated"))
_ON_THE_DAY = re.compile(r"\W*[Oo]n\s+(?:the|its|his|her)\s+(?:[\w-]+\s+)?anniversary\s+of\b")
_OF_WHICH = re.compile(r"\b(?:which|when|where|that|day)\b", re.IGNORECASE)
_MEMORY = {
    *"anniversary anniversaries commemorate commemorates commemorated commemorating memory".split(),
    *"remembrance mark marks marked marking celebrate celebrates celebrated celebrating".split(),
    *"part role remember remembers remembered remembering".split(),
    *"recall recalls recalled".split(),
    *"exhibition documentary memoir novel opera book film movie play musical poem".split(),
}
# "X, taken by the rebels, is back in the army's hands": only why it had to be taken back.
_TAKEN_BACK = re.compile(
    r",\s+(?:(?:once|first|briefly)\s+)?(?:taken|captured|seized|overrun|occupied)\s[^,;]*,\s+(?:is|are|was|were|has\s+been|"
    r"have\s+been)\s+(?:now\s+|again\s+|once\s+(?:more|again)\s+)?(?:back\s+(?:in|under)|retaken|recaptured|again\s+(?:in|under))\b",
    re.IGNORECASE,
)
# "Took X, the last town still held by the rebels": until then.
_LAST_HELD = re.compile(
    r"\b(?:took|taken|takes|capture[ds]?|seize[ds]?|recaptured|retook|retaken|overran|entered|stormed|"
    r"liberated)\b[^;]*,\s+(?:the|its|their)\s+(?:last|final|only)\s[^,;]{3,60}?\b(?:held|controlled|hands)\b",
    re.IGNORECASE,
)
# "The war broke out last November, when X", "rebels rose against Y in February and took X".
_WARS = {*"war conflict insurgency rebellion uprising revolt rose risen revolted rebelled".split()}
_BEGAN = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|uprising|revolt)\s+"
    r"(?:\w+\s+){0,3}?(?:broke\s+out|began|started|erupted|flared)\b[^.,]*\b(?:last|in|on)\s+(?-i:[A-Z])[a-z]+|\b(?:rose|risen|revolted|rebelled)\s+(?:up\s+)?against\b[^.]*\b(?:last|in)\s+(?-i:[A-Z])[a-z]+",
    re.IGNORECASE,
)
_COUNTS_FROM = re.compile(r"\b(since|after)\s+(?:[\w’'-]+\s+){0,4}$", re.IGNORECASE)
# "Lost X, the largest town to be taken in the war": the event that the sentence tells before.
_APPOSED_TO = re.compile(
    r"\b(?:took|captured|seized|retook|recaptured|overran|entered|stormed|lost|attacked|shelled|bombed"
    r"|pushed|drove|driven|expelled|ousted|freed|liberated|cleared|left|abandoned|fell|fallen)\b[^;.]*"
    r",\s+the\s+(?:\w+est|first|second|third|last|latest|only|most\s+\w+)\s+[^,;]{3,40}?\s+to\s+(?:be|have|fall)\s[^,;]*"
)
# "Fought beside X against Y in a war that ended in 2020".
_ENDED = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|uprising|campaign)\s+(?:that|which)\s+(?:had\s+)?(?:ended|lasted)\b"
)
# What opens a clause that only dates another or describes a noun, as "that" may.
_DESCRIBING = frozenset("after before when which who since until".split())
_ONCE = frozenset(("once", "formerly", "previously"))
_HELD = frozenset("held controlled hands".split())
_DEAD = frozenset(("killed", "slain"))
_TAKEN = frozenset("taken captured seized overrun occupied".split())


def is_told_as_past(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a war's beginning is told, or what "once controlled" the island."""
    at = parsed.words[trigger.first].start - parsed.sentence.start
    if _is_remembered(parsed, trigger, at):
        return True
    back = _TAKEN_BACK.search(parsed.sentence.text) if trigger.form in _TAKEN else None
    if trigger.form in _HELD and _is_last_held(parsed, trigger, at):
        return True
    if back and back.start() < at < back.end() and not any(t.day for t in parsed.times):
        return True
    if not _WARS.isdisjoint(parsed.sentence.held) and _ENDED.search(parsed.sentence.text, at):
        return True
    lead = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    apposed = _APPOSED_TO.search(parsed.sentence.text) if "to" in lead else None
    if apposed and apposed.start() < at < apposed.end():
        return True
    return _tells_of_beginning(parsed) or (
        trigger.first > 0 and parsed.lower[trigger.first - 1] in _ONCE
    )


def _is_remembered(parsed: Parsed, trigger: Trigger, at: int) -> bool:
    """Tell whether a town, a court or a book looks back, or the fallen are mourned."""
    kept = not _MEMORY.isdisjoint(parsed.sentence.held)
    looked = kept and _REMEMBERED.search(parsed.sentence.text, 0, at)
    if looked and not (trigger.pattern.kind == "verb" and _is_on_the_day(parsed, looked.end())):
        return True
    if trigger.form not in _DEAD:
        return False
    text, held = parsed.sentence.text, parsed.sentence.held
    fresh = any(t.weekday for t in parsed.times)  # "killed in X on Sunday were flown home"
    home = not (fresh or _HOME.isdisjoint(held)) and _BROUGHT_HOME.search(text, 0, at)
    return bool(home or _MOURNED.search(text, 0, at))


def _tells_of_beginning(parsed: Parsed) -> bool:
    """Tell whether a sentence goes back to when a war began, and does not only count from it.

    "The worst raid since the war began in May" is news, and so is what was "on Monday, a year
    after it began in May"; "fell after the war began in May" is not.
    """
    if _WARS.isdisjoint(parsed.sentence.held):
        return False
    began = _BEGAN.search(parsed.sentence.text)
    led = began and _COUNTS_FROM.search(parsed.sentence.text, 0, began.start())
    if not led:
        return began is not None
    return led[1].lower() == "after" and not any(t.weekday for t in parsed.times)


def _is_on_the_day(parsed: Parsed, end: int) -> bool:
    """Tell whether an anniversary is the day of it: "on the anniversary of the truce X fell"."""
    lead = parsed.sentence.text[:end]
    return bool(_ON_THE_DAY.match(lead)) and not _OF_WHICH.search(lead)


def _is_last_held(parsed: Parsed, trigger: Trigger, at: int) -> bool:
    """Tell whether a place was held until it was taken, as its clause tells."""
    low = parsed.words[parsed.clause(trigger.first)[0]].start - parsed.sentence.start
    last = _LAST_HELD.search(parsed.sentence.text, low)
    return last is not None and last.start() < at <= last.end()


def is_stated(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a clause states something of its own: "said that X had held Y since 2016"."""
    opener = parsed.opener(trigger.first)
    described = opener == "that" and parsed.relates(parsed.clause(trigger.first)[0] - 1)
    return not (described or opener in _DESCRIBING)
