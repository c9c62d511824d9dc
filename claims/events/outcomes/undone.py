"""Events that came to nothing: "the assault on X, which lies on the road, had failed"."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.outcomes.fiasco import is_fiasco
from claims.events.outcomes.thrown_back import is_thrown_back
from claims.events.sentences.clause_words import BE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = [
    "attempt_noun",
    "comes_to_nothing",
    "is_beaten",
    "is_foiled",
    "is_repulsed",
    "is_wiped_out",
    "met_at",
]

_ATTACKS = frozenset(Action).difference(
    (Action.CLASH, Action.DEPLOY, Action.HOLD, Action.RETREAT, Action.STRIKE)
)
_IN = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))  # who "entered X" was there
_MET = frozenset(
    "thwarted foiled repelled repulsed defeated beaten rebuffed frustrated crushed blunted"
    " contained smashed shattered quashed suppressed".split()
)
_MET_UP = frozenset(("broken", "mopped"))  # "was broken up"
_FOILED = _MET.union("rejected stopped blocked prevented halted".split())
_CLOSE = frozenset(("", "by", ".", ",", ":", "-", "–", "—"))  # behind "attack on X repulsed"
_OFF = frozenset("beaten turned fought fended warded driven thrown".split())  # "turned back"
_STOPPED = frozenset("stopped halted checked".split())  # "the thrust had been stopped"
_DROPPED = frozenset(("abandoned", "aborted"))  # by those who made it
_FAIL = frozenset(
    "fail fails failed failing stalled stalls faltered falters collapsed collapses fizzled choked"
    " floundered".split()
)
_ARTICLES = frozenset("a an the this that its their".split())  # "a blow to a failing enemy"
_VAIN = frozenset("unsuccessful fruitless futile vain".split())  # "ended in vain", "; unsuccessful"
_RESULT = {"result", "success", "effect"}
_FELL = frozenset("broke ground came ended ran run petered bogged fell".split())
# One of these is in whatever fails; few sentences hold any.
_ENDED = _MET | _MET_UP | _STOPPED | _OFF
_NOTHING = _ENDED | _DROPPED | _FAIL | _VAIN | _RESULT | _FELL
_FELL_APART = re.compile(
    r"(?i:broke\s+down|ground\s+to\s+a\s+halt|came\s+to\s+(?:nothing|naught)|ended\s+in\s+failure"
    r"|r[au]n\s+(?:out\s+of\s+steam|into\s+the\s+sand)|petered\s+out|bogged\s+down|fell\s+apart)\b"
)
_AUXILIARIES = BE | frozenset("has have had also all both".split())
_JOINED = frozenset("and but or which who that where when as while".split())
_PREPOSITIONS = frozenset(
    "after before during in from by amid despite with following since until against to"
    " under".split()
)
_TRIES = frozenset("attempt attempts bid bids effort efforts plan plans plot plots".split())
_REACH, _FAR = 16, 40  # words to a noun's predicate in its clause, and behind another clause
_NOUN = 6  # words of a noun phrase before its head
# "Attacked X; the attack failed, the army said"
_CAME_TO_NOTHING = re.compile(
    r"(?:;|,\s+but)\s+(?:(?:the|that|their|this)\s+)?(?:attack|assault|raid|offensive|attempt)\s+"
    r"(?:fail(?:ed|s)?|foundered|collapse[ds]?|c[ao]mes?\s+to\s+nothing)\b"
    r"|\b(?:and|but)\s+(?:gain(?:ed|s)?\s+nothing|g[oe]ts?\s+nowhere|ma[dk]es?\s+no\s+(?:headway|progress|gains))\b"
)
_TRIES_FAILED = re.compile(
    r"\bbut\s+(?:[\w-]+\s+){1,4}?(?:blocked|foiled|thwarted|repelled|repulsed|frustrated)\s+(?:the|this|their|these)"
    r"\s+(?:attempt|attack|assault|move)s?\b|"
    r"(?:;|,\s+but)\s+(?:(?:the|that|these|both|all|each)\s+)?(?:attempt|attack|assault|trie|try)s?\s+"
    r"(?:fail(?:ed|s)?|(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:repelled|repulsed|thwarted|foiled|beaten|driven))\b"
)
_BEATEN = re.compile(
    r"\b(?:but|and|before|only|(?<=, )however,?)\s+(?:to\s+be\s+)?(?:\w+\s+){0,2}?"
    r"(?:(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?"
    r"(?:repelled|repulsed|thwarted|foiled|beaten|driven|pushed|forced|thrown|stopped|halted|defeated|turned|"
    r"held|blocked|prevented|unable)|(?:repelled|repulsed|beaten\s+back|driven\s+(?:back|off)|turned\s+(?:back|away)|forced\s+back)"
    r"|fail(?:ed|s)?|withdr[ae]ws?|retreat(?:ed|s)?|return(?:ed|s)?|g[ai]ves?\s+up|f[ae]lls?\s+back|pull(?:ed|s)?\s+back|"
    r"could\s+not|can(?:\s?not)|(?:did|do|does)\s+not\s+(?:succeed|manage|make\s+it|get))\b|\b(?:was|were|been|is|are)\s+(?:thwarted|foiled|repelled|repulsed|frustrated)\b"
    r"|\band\s+(?:was|were|is|are)\s+(?:destroyed|wiped\s+out|annihilated|eliminated)\b"
    r"|\b(?:ended|ends|ending)\s+in\s+(?:failure|defeat|disaster)\b"
    r"|\b(?:came|come|comes)\s+to\s+(?:nothing|naught|nought)\b"
    r"|\b(?:gain(?:ed|s)?\s+nothing|g[oe]ts?\s+nowhere)\b|,\s+with\s+(?:[\w-]+\s+){1,4}(?:repelled|repulsed|foiled)\b"
    r"|[;,]\s+(?:it|this|that|which)\s+(?:was|is|prove[ds])\s+(?:an?\s+)?(?:\w+\s+)?(?:failure|fiasco|disaster|defeat)\b"
    r"|,\s+(?:without|with\s+(?:no|little))\s+success\b|\b(?:had|has|have)\s+to\s+(?:turn|pull|fall|withdraw|retreat|give\s+up|return)\b",
    re.IGNORECASE,
)
# "Attacked X but were driven back": an attack, and what became of it.
_REPULSED = re.compile(
    r"(?:\bbut\s+(?:(?:\w+\s+)?(?:said|says|insisted|claimed|added)\s+(?:that\s+)?)?|,\s+however,?\s+|\band\s+(?=(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:repelled|repulsed|beaten|driven\s+(?:off|back)))"
    r"|[;,]\s+(?:in\s+which\s+)?(?=it\b|they\b|both\b|all\b|each\b))(?:(?:they|it|both|all|each|the\s+attackers)\s+){0,2}"
    r"(?:was|were|is|are|had\s+been|have\s+been|has\s+been)\s+(?:\w+ly\s+)?"
    r"(?:repelled|repulsed|thwarted|foiled|beaten|driven|thrown|pushed|forced|rebuffed|stopped|halted|"
    r"(?:held|chased|fought|fended|warded|seen|shot)\s+off|held\s+back|turned\s+(?:back|away)|chased\s+away)\b"
    r"(?!\s+(?:\w+\s+){0,3}?only\s+(?:when|after|on|by|at|in|with)\b)",  # they had come in
    re.IGNORECASE,
)
# "The troops which attacked the front were annihilated": an attack that came to nothing.
_WIPED_OUT = re.compile(
    r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+|all\s+)?(?:annihilated|wiped\s+out|sunk|routed|crushed|eliminated|"
    r"repelled|repulsed|(?:driven|beaten|thrown|pushed|forced)\s+(?:back|off|out)|(?:chased|fought|fended)\s+off)\b",
    re.IGNORECASE,
)
# "Rebels attacking the town of X were beaten back".
_WERE_MET = re.compile(
    r"(?:(?!\b(?:and|but|who|which|that|as|when|while)\b)[^,;.]){1,60}?\b(?:was|were|ha(?:s|ve|d)\s+been)\s+"
    r"(?:\w+ly\s+)?(?:repulsed|repelled|routed|(?:beaten|thrown|driven|turned)\s+(?:back|off))\b"
)


def is_repulsed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who attack are said to have been thrown back at once."""
    going = trigger.form.endswith("ing") and trigger.first - 1 in parsed.armed
    behind = parsed.words[trigger.last].end - parsed.sentence.start
    met = going and _WERE_MET.match(parsed.sentence.text, behind) is not None
    return met or _is_told(parsed, trigger, _REPULSED, _CAME_TO_NOTHING)


def _is_told(parsed: Parsed, trigger: Trigger, *patterns: re.Pattern[str]) -> bool:
    """Tell whether a pattern is met behind an event before the next statement has begun."""
    text, start = parsed.sentence.text, parsed.sentence.start
    found = (p.search(text, parsed.words[trigger.last].end - start) for p in patterns)
    met = (parsed.word_at(start + m.start()) for m in found if m)
    return any(number <= parsed.statements.end(trigger.last) for number in met)


def is_beaten(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an attempt came to nothing: "tried to enter the town but was repelled"."""
    tried = attempt_noun(parsed, trigger.first) is not None
    if tried and (is_foiled(parsed, trigger.first) or _fails_here(parsed, trigger)):
        return True
    return _is_told(parsed, trigger, _BEATEN, _TRIES_FAILED)


def attempt_noun(parsed: Parsed, verb: int) -> int | None:
    """Return the noun by which a verb was only tried: "a rebel attempt to take X", "a bid by Y to".

    None where there is none.
    """
    words = parsed.lower[:verb]
    if words[-1:] != ["to"]:
        return None
    by = [n for n in range(max(0, verb - _NOUN), verb) if words[n] in ("by", "of")]
    noun = (by[0] if by else verb - 1) - 1
    return noun if noun >= 0 and words[noun] in _TRIES else None


def is_foiled(parsed: Parsed, verb: int) -> bool:
    """Tell whether an attempt is the object: who "foiled an attempt to enter X" did not try it."""
    noun = attempt_noun(parsed, verb) or 0
    return not _FOILED.isdisjoint(parsed.lower[max(0, noun - _NOUN) : noun])


def comes_to_nothing(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the event that a noun names is said to fail: "the attack on X failed"."""
    if any(is_thrown_back(parsed, trigger, other) for other in parsed.triggers):
        return True
    told = not _NOTHING.isdisjoint(parsed.sentence.held)
    told = told and (_fails_here(parsed, trigger) or _fails_later(parsed, trigger))
    return told or is_fiasco(parsed, trigger)


def _fails_here(parsed: Parsed, trigger: Trigger) -> bool:
    high = parsed.clause(trigger.last)[1]
    for number in range(trigger.last + 1, min(high, trigger.last + _REACH) + 1):
        if _is_met(parsed, number):
            return not _is_another(parsed, trigger, number)
        ends = parsed.lower[number - 1] in BE or _ends_title(parsed, number)
        stopped = parsed.lower[number] in _STOPPED and ends
        stopped |= _is_dropped(parsed, trigger, number)
        if (stopped and trigger.pattern.action in _ATTACKS) or _is_vain(parsed, number):
            return True
        if parsed.lower[number] in _FELL and _falls_apart(parsed, number):
            return not any(trigger.last < t.first < number for t in parsed.triggers)
    following = [t.first for t in parsed.following(trigger) if not t.pattern.status]  # "stalled"
    stop = min([*following, trigger.last + _REACH - 4, high + 1])
    behind = range(trigger.last + 1, min(stop, len(parsed.words)))
    words = parsed.lower
    failed = (n for n in behind if words[n] in _FAIL and words[n - 1] not in _ARTICLES)
    fires = trigger.pattern.action not in _ATTACKS  # "the air strikes failed to stop the rebels"
    return any(not (fires and words[n + 1 : n + 2] == ["to"]) for n in failed)


def _ends_title(parsed: Parsed, number: int) -> bool:
    """Tell whether a headline leaves out "was" before a word: "advance on X halted, army says"."""
    return "".join(parsed.lower[number + 1 : number + 2]) in _CLOSE


def _is_another(parsed: Parsed, fires: Trigger, number: int) -> bool:
    """Tell an attack that was met from fires told beside it: "shelling and an attack repelled"."""
    behind = {t.pattern.action for t in parsed.triggers if fires.last < t.first < number}
    return fires.pattern.action is Action.STRIKE and not behind.isdisjoint(_ATTACKS)


def _is_dropped(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether those who made an attack gave it up: "the push on X has been abandoned"."""
    if parsed.lower[number] not in _DROPPED or parsed.lower[number - 1] not in BE:
        return False
    others = parsed.lower[_group(parsed, number) - 1] in RELATIVE  # "X, which was"
    return not (others or (trigger.pattern.kind == "noun" and _is_governed(parsed, trigger)))


def met_at(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word by which the attack that a noun names is beaten: "was broken up by X"."""
    if _ENDED.isdisjoint(parsed.sentence.held):
        return None
    behind = range(trigger.last + 1, min(len(parsed.words), trigger.last + _REACH))
    being = (n for n in behind if parsed.lower[n - 1] in BE)
    return next((n for n in being if parsed.lower[n] in _STOPPED or _is_met(parsed, n)), None)


def _is_met(parsed: Parsed, number: int) -> bool:
    """Tell whether a word says that an attack was beaten: "was repelled", "was broken up"."""
    word, behind, then = [*parsed.lower[number : number + 3], "", ""][:3]
    if word in _MET_UP:
        return behind == "up" and parsed.lower[number - 1] in BE
    off = word in _OFF and behind in ("back", "off", "away")
    behind = then if off else behind
    return (off or word in _MET) and (parsed.lower[number - 1] in BE or behind in _CLOSE)


def _is_vain(parsed: Parsed, number: int) -> bool:
    """Tell whether a word ends a clause as its predicate: "was unsuccessful", "without result"."""
    behind = parsed.lower[number + 1 : number + 2]
    if parsed.lower[number] in _RESULT and parsed.lower[number - 1] in ("without", "no"):
        return True
    ends = behind == ["for"] or not "".join(behind)[:1].isalnum()  # "for the enemy"
    return parsed.lower[number] in _VAIN and ends


def _fails_later(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun's predicate of failure stands behind what only describes its place."""
    if _is_governed(parsed, trigger):
        return False
    stop = min(len(parsed.words), trigger.last + _FAR, parsed.statements.end(trigger.last) + 1)
    for number in range(trigger.last + 1, stop):
        if parsed.words[number].text in ";:":
            return False
        if _says_failed(parsed, number) and _belongs(parsed, trigger, _group(parsed, number)):
            return True
    return False


def _says_failed(parsed: Parsed, number: int) -> bool:
    word = parsed.lower[number]
    if word in _FAIL:
        return number + 1 == len(parsed.words) or parsed.lower[number + 1] != "to"
    if word in _FELL and _falls_apart(parsed, number):
        return True
    return word in _MET and parsed.lower[number - 1] in BE


def _falls_apart(parsed: Parsed, number: int) -> bool:
    """Tell whether a word opens "came to nothing" or the like."""
    start = parsed.words[number].start - parsed.sentence.start
    return _FELL_APART.match(parsed.sentence.text, start) is not None


def _group(parsed: Parsed, number: int) -> int:
    """Return the first word of a verb's group: "had been" of "had been repelled"."""
    while number and (
        parsed.lower[number - 1] in _AUXILIARIES or parsed.lower[number - 1].endswith("ly")
    ):
        number -= 1
    return number


def _belongs(parsed: Parsed, trigger: Trigger, start: int) -> bool:
    """Tell whether the noun is a verb's subject, over what stands between commas or "that"."""
    words = parsed.lower[trigger.last + 1 : start]
    if not words or words[-1] in _JOINED:
        return False
    if words[-1] == ",":
        return "," in words[:-1]
    return bool(RELATIVE & set(words)) and "," not in words and not {"and", "but"} & set(words)


def _is_governed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a preposition leads the noun, which is no subject then: "after the attack"."""
    for word in reversed(parsed.words[max(0, trigger.first - _NOUN) : trigger.first]):
        if word.lower in _PREPOSITIONS:
            return True
        if not word.text[:1].isalnum() or word.lower in ("that", "and", "but"):
            return False
    return False


def is_wiped_out(parsed: Parsed, trigger: Trigger, *, tried: bool = False) -> bool:
    """Tell whether those who are told of only as attackers are said to have been beaten.

    Who only ``tried`` to enter a place was not there yet.
    """
    attacks = trigger.pattern.action in (_ATTACKS if tried else _ATTACKS - _IN)
    told = parsed.opener(trigger.first) in ("which", "who", "that")
    if trigger.pattern.kind != "verb" or not (attacks and told):
        return False
    if not parsed.relates(parsed.clause(trigger.first)[0] - 1):
        return False  # "said that X took Y and that the rebels were driven out"
    return _is_told(parsed, trigger, _WIPED_OUT)  # not "..., which besieges X; Y was repelled"
