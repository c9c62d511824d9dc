"""Keep out words that look like events and are none."""

from __future__ import annotations

import re
from datetime import date

from claims.claim import Action
from claims.lexicon import Trigger
from claims.parse import Parsed

__all__ = ["is_event"]

_COMPARED = frozenset("unlike like than".split())
_NOT_BEFORE_NOUN = frozenset("no without any future possible potential phone press media".split())
_NOUN_OF = re.compile(r"^(?:of\s+attrition|of\s+ideas|of\s+words)\b", re.IGNORECASE)
_ADVANCED_ON = frozenset(
    """
    into to toward towards on in through from deeper within several against along further
    for up north south east west
    """.split()
)
_BEFORE_ADJECTIVE = frozenset(
    "the a an in on at near from of to into toward towards around inside its their newly".split()
)
_ADJECTIVAL_NOUNS = frozenset(
    """
    operations operation weapons capabilities capability missions mission drones technology
    points force forces aircraft group groups
    """.split()
)
# Verbs whose plain form is as often a noun: "an apartment block", "a power cut".
_NOUNS_TOO = frozenset("block cut strike target".split())
_BEFORE_VERB = frozenset(
    "to will would could may might and they we who which that also then".split()
)
_NO_VERB_AFTER = frozenset("a an any every further".split())
_SPANS = frozenset("night nights days weeks months years hours".split())
# "Asked whether X fell", "neither confirmed nor denied that", "declined to confirm".
_OPEN = re.compile(
    r"\bwhether\b|\bneither\s+confirm\w*\s+(?:n|\w+\s+n)or\s+den|\b(?:declined|refused|unable)\s+to\s+"
    r"(?:confirm|comment|say)|\bnot\s+confirm|\bneither\s+(?:\w+\s+){1,3}confirm|\b(?:apart|aside)\s+from\b|\bunrelated\s+to\b",
    re.IGNORECASE,
)
# "Had the troops taken X, the road would have been cut."
_SUPPOSED = re.compile(r"^(?:Had|Were|Should)\s+[^,]{3,80},[^.]*\bwould\b")
_AGAIN = re.compile(r"\b(?:first|second|third) time since\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(?:in|since|until|from|of)\s+(?:\w+\s+){0,2}((?:19|20)\d\d)\b", re.IGNORECASE
)
_DETERMINERS = frozenset(
    """
    the a an this that these those any some his her its their our each several two three
    four five
    """.split()
)


def is_event(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether a trigger words an event of the report's own time.

    Adjectives ("advanced drones"), comparisons ("unlike the battle for X"), spans ("after weeks of
    fighting"), figures of speech and history ("which fell in 2016") word none.
    """
    told = not (_is_background(parsed, trigger) or _is_open(parsed, trigger))
    if not told or _is_history(parsed, trigger, published):
        return False
    after = _word(parsed, trigger.last + 1)
    if after.startswith("-"):
        return False
    if trigger.pattern.kind == "noun":
        return after not in _ADJECTIVAL_NOUNS
    if trigger.pattern.kind == "verb" and trigger.first == trigger.last:
        return _is_finite(parsed, trigger, after)
    if trigger.pattern.kind == "verb" and _word(parsed, trigger.first - 1) in _NO_VERB_AFTER:
        return False
    return trigger.form != "forces" or _follows_actor(parsed, trigger)


def _is_open(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the sentence leaves open if it happened: a question, a supposition."""
    start = parsed.words[trigger.first].start - parsed.sentence.start
    return bool(_OPEN.search(parsed.sentence.text[:start]) or _SUPPOSED.match(parsed.sentence.text))


def _word(parsed: Parsed, number: int) -> str:
    return parsed.words[number].lower if 0 <= number < len(parsed.words) else ""


def _is_finite(parsed: Parsed, trigger: Trigger, after: str) -> bool:
    """Tell whether a single word is a verb here, and no adjective or noun."""
    before = _word(parsed, trigger.first - 1)
    if trigger.form == "advanced":
        return after in _ADVANCED_ON
    adjective = _is_adjective(before, trigger.form, after)
    return not (
        adjective or _is_noun_use(before, trigger.form, after, acts=_follows_actor(parsed, trigger))
    )


def _is_background(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only compared with, spanned over or meant as a figure."""
    words = parsed.words
    earlier = {w.lower for w in words[max(0, trigger.first - 3) : trigger.first]}
    before = words[trigger.first - 1].lower if trigger.first else ""
    behind = " ".join(w.lower for w in words[trigger.last + 1 : trigger.last + 3])
    following = [w.lower for w in words[trigger.last + 1 : trigger.last + 6]]
    if "both" in following and trigger.pattern.action is not Action.CLASH:
        return True
    spanned = trigger.pattern.kind == "noun" and "of" in earlier and bool(_SPANS & earlier)
    compared = bool(earlier & _COMPARED) or before in _NOT_BEFORE_NOUN
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
    return form.endswith("ed") and after != "by" and before in _BEFORE_ADJECTIVE


def _follows_actor(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an actor stands right before a word, so that "forces" is a verb."""
    start = parsed.words[trigger.first].start
    return any(0 < start - actor.end <= 2 for actor in parsed.actors)


def _is_history(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether the clause dates its event to an earlier year."""
    low, high = parsed.clause(trigger.first)
    clause = parsed.sentence.text[
        parsed.words[low].start - parsed.sentence.start : parsed.words[high].end
        - parsed.sentence.start
    ]
    years = [int(year) for year in _YEAR.findall(clause) if not _AGAIN.search(clause)]
    return bool(years) and max(years) < published.year and published.year > 1970
