"""Keep out words that look like events and are none."""

from __future__ import annotations

import re
from datetime import date

from claims.claim import Action
from claims.lexicon import Trigger
from claims.parse import Parsed
from claims.peace import is_peaceful
from claims.scene import scene

__all__ = ["is_current", "is_event", "is_history"]

_EARLIER = frozenset("previous earlier past prior historic former".split())
_COMPARED = frozenset("unlike like than".split())
_NOT_BEFORE_NOUN = frozenset(
    "no without any future possible potential phone press media hunger general verbal".split()
)
_NOUN_OF = re.compile(r"^(?:of\s+attrition|of\s+ideas|of\s+words)\b", re.IGNORECASE)
_ADVANCED_ON = frozenset(
    """
    into to toward towards on in through from deeper within several against along further
    for up north south east west
    """.split()
)
_MOVED = frozenset("have has had also recently likely then reportedly and they he that who".split())
_BEFORE_ADJECTIVE = frozenset(
    "the a an in on at near from of to into toward towards around inside its their newly".split()
)
_ADJECTIVAL_NOUNS = frozenset(
    """
    position positions vehicle vehicles spirit payment payments warning team notice guard copy
    operations operation weapons capabilities capability missions mission drones technology
    point points force forces aircraft group groups
    """.split()
)
# Verbs whose plain form is as often a noun: "an apartment block", "a power cut".
_NOUNS_TOO = frozenset(
    "patrol patrols block cut strike target targets strikes blocks cuts grab engage".split()
)
_BEFORE_VERB = frozenset(
    """
    to will would could may might and they we who which that also then is are was were been being
    """.split()
)
_GOING = frozenset("retreating withdrawing fleeing advancing surrendering".split())
_BEING = frozenset("is are was were be been started began seen".split())
_NO_VERB_AFTER = frozenset("a an any every further".split())
_SUBORDINATE = frozenset("after before when that which who as since until".split())
_ARMS = frozenset("bombs shells mines rockets".split())
_LEFT_SO = re.compile(r"\b(?:under|in)\s+(?:\S+\s+){0,2}(?:control|rule|hands)\b", re.IGNORECASE)
_STATE_REACH = 80  # characters behind "leaving" in which "under army control" stands
_FALL = frozenset("landed fell hit struck exploded slammed crashed rained killed".split())
_FAR_IF = 14  # words between "if" and its verb
_CAUSES = frozenset("war insurgency rebellion uprising revolt jihad revolution".split())
_SPANS = frozenset("night nights days weeks months years hours".split())
# "Asked whether X fell", "neither confirmed nor denied that", "declined to confirm".
_OPEN = re.compile(
    r"\bwhether\b|\bneither\s+confirm\w*\s+(?:n|\w+\s+n)or\s+den|\b(?:declined|refused|unable)\s+to\s+"
    r"(?:confirm|comment|say)|\b(?:lack|lacks|lacked|incapable)\b|\bnot\s+confirm|"
    r"\bno\s+(?:\w+\s+){0,2}confirmation\b|\b(?:the\s+(?:term|word)|to\s+imply)\b|\bensuring\s+(?:that\s+)?(?:\w+\s+){1,6}(?:is|are|was|were|be|been|would)\b[^,;]*$|\bneither\s+(?:\w+\s+){1,3}confirm|\b(?:apart|aside)\s+from\b|\bunrelated\s+to\b",
    re.IGNORECASE,
)
# "Had the troops taken X, the road would have been cut."
_SUPPOSED = re.compile(
    r"^(?:(?:Had|Were|Should)\s+[^,]{3,80},[^.]*\bwould|If\s+[^,]{3,80},[^.]*\b(?:would|could|might|may))\b"
)
_AGAIN = re.compile(r"\b(?:first|second|third) time since\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:in|since|until|from|of|during|the|after|before)\s+(?:\w+\s+){0,2}((?:1[0-9]|20)\d\d)(?:['’]?s)?\b",
    re.IGNORECASE,
)
# "X held the hills after the war of 1991": the year stands behind the clause.
_DATED_TAIL = re.compile(
    r"\s*(?:after|until|before|following)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?((?:1[0-9]|20)\d\d)\b"
)
# "Six months after the army lost X": the report is about what came of it.
_LONG_AFTER = re.compile(r"\b(?:months|years|decades)\s+after\s[^,;]*$", re.IGNORECASE)
# "The war broke out last November, when X", "rebels rose against Y in February and took X".
_WARS = {*"war conflict insurgency rebellion uprising revolt rose risen revolted rebelled".split()}
_BEGAN = re.compile(
    r"\b(?:war|conflict|insurgency|rebellion|uprising|revolt)\s+(?:\w+\s+){0,3}?(?:broke\s+out|began|started|erupted|flared)"
    r"\b[^.]*\b(?:last|in|on)\s+(?-i:[A-Z])[a-z]+|\b(?:rose|risen|revolted|rebelled)\s+(?:up\s+)?against\b[^.]*\b(?:last|in)\s+(?-i:[A-Z])[a-z]+",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(r"\s*(?:in|during|until|on|by)\s+(?:\w+\s+){0,2}\d{4}\b", re.IGNORECASE)
_STILL = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?been\b", re.IGNORECASE)
_WHEN_YEAR = re.compile(r"\b((?:1[0-9]|20)\d\d),?\s+when\s*$")  # "until 2011, when"
# "Ten years ago", "in the last century": earlier than any report tells of as its own time.
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies))\s+(?:ago|earlier|before)\b"
    r"|\b(?:last|nineteenth|twentieth)\s+century\b|\bdecades-old\b|\bin\s+(?:his|her)\s+youth\b",
    re.IGNORECASE,
)
# One of these is in whatever tells of another year; most sentences hold none.
_HINTS = ("1", "2", "month", "year", "decade", "centur", "youth")
_DETERMINERS = frozenset(
    """
    the a an this that these those any some his her its their our each several two three
    four five
    """.split()
)


def is_event(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a trigger words an event, and is no adjective, noun or part of a compound."""
    if trigger.pattern.kind == "held":
        return True
    after = _word(parsed, trigger.last + 1)
    if after.startswith("-"):
        return False
    if trigger.pattern.kind == "noun":
        return after not in _ADJECTIVAL_NOUNS
    if trigger.form == "fire" and _word(parsed, trigger.first - 1) in scene().weapons:
        return False  # "under rocket fire on Monday"
    if trigger.first in (trigger.last, 0):
        return _is_finite(parsed, trigger, after)
    noun = trigger.form == "crossing" and not _goes_across(parsed, trigger)
    return not noun and _word(parsed, trigger.first - 1) not in _NO_VERB_AFTER


def _leaves_in_a_state(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "leaving" says how things stand then: "leaving only X in rebel hands"."""
    if trigger.form not in ("leave", "leaves", "left", "leaving"):
        return False
    end = parsed.words[trigger.last].end - parsed.sentence.start
    return bool(_LEFT_SO.search(parsed.sentence.text, end, end + _STATE_REACH))


def is_current(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether an event is one of war and of the report's own time.

    Comparisons ("unlike the battle for X"), spans ("after weeks of fighting"), questions,
    conditions, figures of speech ("struck a deal") and history ("which fell in 2016") are none.
    """
    if trigger.pattern.kind == "held":
        return True
    if _is_background(parsed, trigger) or _is_open(parsed, trigger):
        return False
    return not (is_history(parsed, trigger, published) or is_peaceful(parsed, trigger))


def _goes_across(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "crossing" is a verb: "were crossing into", no "the main crossing into"."""
    before = _word(parsed, trigger.first - 1)
    goes = before in _BEING or before in (",", "and", "after", "before", "by")
    return goes or before in scene().fighters


def _is_open(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the sentence leaves open if it happened: a question, a supposition."""
    start = parsed.words[trigger.first].start - parsed.sentence.start
    if parsed.sentence.text.rstrip("\"'”’)").endswith("?") or _is_condition(parsed, trigger):
        return True
    return bool(_OPEN.search(parsed.sentence.text[:start]) or _SUPPOSED.match(parsed.sentence.text))


def _is_condition(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "if" or "unless" opens the stretch before an event."""
    for number in range(trigger.first - 1, max(-1, trigger.first - _FAR_IF), -1):
        word = parsed.words[number].lower
        if word in ("if", "unless"):
            return True
        if word in (",", ";", ":"):
            return False
    return False


def _word(parsed: Parsed, number: int) -> str:
    return parsed.words[number].lower if 0 <= number < len(parsed.words) else ""


def _is_finite(parsed: Parsed, trigger: Trigger, after: str) -> bool:
    """Tell whether a single word is a verb here, and no adjective or noun."""
    before = _word(parsed, trigger.first - 1)
    if trigger.form == "advanced" and after not in _ADVANCED_ON:
        return before in _MOVED or _follows_actor(parsed, trigger)
    if trigger.first == 0 and not trigger.form.endswith(("ed", "ing", "s")):
        return False  # "Fire broke out": no report gives orders
    if _leaves_in_a_state(parsed, trigger):
        return False
    if before.endswith("ly"):
        before = _word(parsed, trigger.first - 2)
    bare = not after[:1].isalnum() and before not in _BEFORE_VERB
    if trigger.form in _ARMS and (after in _FALL or bare):
        return False  # "the first shells landed", "the use of cluster bombs"
    if trigger.form in _ARMS and before.count("-") and not _follows_actor(parsed, trigger):
        return False  # "with gas-cylinder bombs"
    adjective = _is_adjective(before, trigger.form, after)
    return not (
        adjective or _is_noun_use(before, trigger.form, after, acts=_has_subject(parsed, trigger))
    )


def _is_background(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only compared with, spanned over or meant as a figure."""
    words = parsed.lower
    earlier = set(words[max(0, trigger.first - 3) : trigger.first])
    before = words[trigger.first - 1] if trigger.first else ""
    behind = " ".join(words[trigger.last + 1 : trigger.last + 3])
    following = words[trigger.last + 1 : trigger.last + 6]
    if "both" in following and trigger.pattern.action is not Action.CLASH:
        return True
    if before == "to" and _CAUSES & earlier:
        return True  # "a war to drive X out of Y": what a war is for
    spanned = trigger.pattern.kind == "noun" and "of" in earlier and bool(_SPANS & earlier)
    past = trigger.pattern.kind == "noun" and bool(earlier & _EARLIER)
    more = {"more", "fewer"} & set(words[max(0, trigger.first - 5) : trigger.first])
    counted = more and trigger.pattern.kind == "verb"  # "more than 800 shells fell"
    compared = (bool(earlier & _COMPARED) and not counted) or before in _NOT_BEFORE_NOUN or past
    return spanned or compared or bool(_NOUN_OF.match(behind))


def _is_noun_use(before: str, form: str, after: str, *, acts: bool) -> bool:
    """Tell whether a bare verb form is a noun here: "their attack", "from government control"."""
    if form.endswith(("ing", "ed")):
        return False
    if form in _NOUNS_TOO and not (before in _BEFORE_VERB or acts):
        return True
    return before in _DETERMINERS or (form == "control" and after in ("", ".", ",", "of", "over"))


def _is_adjective(before: str, form: str, after: str) -> bool:
    """Tell whether a participle describes the next word: "near occupied X", "the besieged city"."""
    if form in _GOING and after in scene().fighters:
        return before not in _BEING  # "which retreating soldiers had mined"
    if form in ("surrounding", "controlling", "defending"):
        return before in _BEFORE_ADJECTIVE or before in ("and", "or", ",")
    if form in ("gathering", "landing", "assembling"):
        return after in _ADJECTIVAL_NOUNS
    described = form.endswith("ed") or (form.endswith("ing") and before in _DETERMINERS)
    return described and after != "by" and before in _BEFORE_ADJECTIVE


def _follows_actor(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an actor stands right before a word, so that "forces" is a verb."""
    start = parsed.words[trigger.first].start
    return any(0 < start - actor.end <= 2 for actor in parsed.actors)


def _has_subject(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the word before a verb agrees with it: "jets strike", "the army strikes"."""
    if _follows_actor(parsed, trigger):
        return True
    before = _word(parsed, trigger.first - 1)
    if before not in scene().fighters and before not in scene().weapons:
        return False
    plural = before.endswith(("s", "men", "artillery", "cavalry", "infantry"))
    return plural != trigger.form.endswith("s")


def _is_aside(clause: str, year: int, event: int) -> bool:
    """Tell whether commas part a year from an event: "X, held since 2015, was shelled"."""
    start = clause.rfind(",", 0, year)
    if _ADVERBIAL.match(clause, start + 1):
        return False  # ", in 2016" tells of the whole clause
    end = clause.find(",", year)
    return start > 0 and not start < event < (end if end >= 0 else len(clause))


def _words_of(parsed: Parsed, low: int, high: int) -> str:
    start, end = parsed.words[low].start, parsed.words[high].end
    return parsed.sentence.text[start - parsed.sentence.start : end - parsed.sentence.start]


def is_history(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether the clause dates its event to an earlier year."""
    text = parsed.sentence.text.lower()
    if not _WARS.isdisjoint(parsed.sentence.held) and _BEGAN.search(parsed.sentence.text):
        return True
    if not any(map(text.__contains__, _HINTS)):
        return False
    low, high = parsed.clause(trigger.first)
    clause = _words_of(parsed, low, high)
    before = parsed.sentence.text[: parsed.words[trigger.first].start - parsed.sentence.start]
    when = _WHEN_YEAR.search(text, 0, parsed.words[low].start - parsed.sentence.start)
    if _LONG_AFTER.search(before) or (when and _is_past_year(int(when[1]), published)):
        return True
    if parsed.opener(trigger.first) in _SUBORDINATE and low > 1:
        # "Was besieged in 1993 after an offensive that drove the army out"
        low = parsed.clause(low - 2)[0]
        clause = _words_of(parsed, low, high)
    behind = parsed.words[high].end - parsed.sentence.start
    tail = _DATED_TAIL.match(parsed.sentence.text, behind)
    if _LONG_AGO.search(clause) or (tail and _is_past_year(int(tail[1]), published)):
        return True
    at = parsed.words[trigger.first].start - parsed.words[low].start
    found = [m for m in _YEAR.finditer(clause) if not _AGAIN.search(clause)]
    years = [int(m.group(1)) for m in found if not _is_aside(clause, m.start(), at)]
    since = any(m.group().lower().startswith("since") for m in found)
    # What "has been under siege since 2016" is so today; "X, which has been held since" may not be.
    if since and parsed.opener(trigger.first) not in _SUBORDINATE and _STILL.search(clause):
        return False
    return bool(years) and _is_past_year(max(years), published)


def _is_past_year(year: int, published: date) -> bool:
    return year < published.year and published.year > 1970
