"""Events that are only compared with, spanned over or meant as a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Action
from claims.events.outcomes.denied import are_no_more, said_not_to_be
from claims.events.sentences.called import is_only_called
from claims.events.sentences.parse import Parsed
from claims.gaps import TIMES
from claims.lexicon import Trigger
from claims.number_words import is_count

__all__ = ["is_background", "is_latest"]

_EARLIER = frozenset("previous earlier past prior historic former".split())
_CAMPS = frozenset("sides parties armies countries camps groups factions".split())
_NOT_BEFORE_NOUN = frozenset(
    "no without any possible potential phone press media hunger general verbal".split()
)
_NO_WARS = (["of", "attrition"], ["of", "ideas"], ["of", "words"])
_CAUSES = frozenset("war insurgency rebellion uprising revolt jihad revolution".split())
# "Twelve of them were air or drone strikes" counts what was told before.
_COUNTED = re.compile(r"\bof\s+(?:them|these|those|which)\s+(?:were|was|are)\s+(?:\S+\s+){0,3}$")
_COUNT = 6  # words of it
_WERE = frozenset("were was are".split())
_OUTDONE = re.compile(r"(?<!more )(?<!fewer )(?<!less )(?<!rather )(?<!other )\bthan\b")
_SPANS = frozenset("night nights days weeks months years hours".split())
_SINCE_START = re.compile(
    r"\bsince\s+(?:the\s+|its\s+|their\s+)?(?:start|beginning|outset|onset|launch)\s+of\s+"
    r"(?:what\s+\w+\s+to\s+be\s+)?(?:\S+\s+){0,4}$"
)
_GREATEST = frozenset(
    "biggest largest greatest worst heaviest deepest deadliest bloodiest fiercest boldest".split()
)
_RECENT, _BY = 5, 7  # words from "since" to its verb, and from "biggest" to "since"
_ITS_SUBJECT = frozenset("it they he she we the a its their his have has had first last".split())
_STARTED = 13  # words of "since the start of what appears to be a long-awaited"
_BEGAN = frozenset("began begun started erupted resumed".split())
_THERE = frozenset("there in at near around".split())
_INTO = frozenset(("of", "into"))
_NEXT = frozenset("another second third fourth fifth sixth seventh eighth ninth tenth".split())
_TAKEN_UP = frozenset("it this that these those".split())
_ARE = frozenset("is are was were".split())
_RANKS = _NEXT | frozenset("first latest worst most only".split())
_RANKED = 10  # words of "it was the second and by far the worst such"
_MORE = frozenset(("more", "fewer"))
_SERVED = 5  # words of "the goals of the special"
_GOALS = frozenset("goal goals aim aims objective objectives tasks purposes".split())
_ALIKE = frozenset(("unlike", "like", "than"))


def is_background(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only compared with, spanned over or meant as a figure."""
    words = parsed.lower
    earlier = words[max(0, trigger.first - 3) : trigger.first]
    if earlier[-1:] == ["to"] and not _CAUSES.isdisjoint(earlier):
        return True  # "a war to drive X out of Y": what a war is for
    return (
        (trigger.pattern.kind == "noun" and _is_counted(words, trigger, earlier))
        or (trigger.pattern.kind == "noun" and _is_ranked(parsed, trigger))
        or (not _ALIKE.isdisjoint(earlier) and not _counts(words, trigger))
        or _is_forgone(words, trigger)
        or _is_none(parsed, trigger)
        or words[trigger.last + 1 : trigger.last + 3] in _NO_WARS
        or _is_of_camps(words, trigger)
        or is_only_called(parsed, trigger)
        or (trigger.pattern.kind == "noun" and _is_served(words, trigger))
        or _is_measure(parsed, trigger)
    )


def _is_measure(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event only ranks what is told: "its biggest victory since it took X".

    But "the biggest attack since May struck X" tells of it.
    """
    words = parsed.lower
    lead = words[max(0, trigger.first - _RECENT) : trigger.first]
    if "since" not in lead:
        return False
    at = trigger.first - len(lead) + lead.index("since")
    actors = [parsed.sentence.words_in(m.start, m.end) for m in parsed.actors]
    spots = [parsed.sentence.words_in(s.mention.start, s.mention.end) for s in parsed.spots]
    subject = {number for span in (*actors, *spots) for number in span}
    between = range(at + 1, trigger.first)
    if not all(n in subject or words[n] in _ITS_SUBJECT for n in between):
        return False
    if any(at <= parsed.word_at(t.start) < trigger.first for t in parsed.times):
        return False
    return not _GREATEST.isdisjoint(words[max(0, at - _BY) : at])


def _is_served(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether only what it is for is told: "the goals of the special military operation".

    Not so of "the aim of the raid on X", which names where it was.
    """
    if not trigger.form.startswith(("military", "operation")):
        return False
    lead = words[max(0, trigger.first - _SERVED) : trigger.first]
    return any(one in _GOALS and lead[n + 1 : n + 3] == ["of", "the"] for n, one in enumerate(lead))


def _is_counted(words: Sequence[str], trigger: Trigger, earlier: Sequence[str]) -> bool:
    """Tell whether a noun is one of many, past ones or more than elsewhere: "weeks of fighting"."""
    past = any(w in _EARLIER and _leads_to_noun(earlier[n + 1 :]) for n, w in enumerate(earlier))
    if past or earlier[-1:] == ["future"]:  # but "earlier, clashes broke out"
        return True
    if "since" in _phrase(words, trigger) and _begins(words, trigger):
        return True  # "the first raid since the bombing began on Monday"
    # "Weeks of fighting", "three weeks into an offensive"
    if not (_INTO.isdisjoint(earlier) or _SPANS.isdisjoint(earlier)):
        return not is_latest(words[max(0, trigger.first - _COUNT) : trigger.first])
    lead = words[max(0, trigger.first - _COUNT) : trigger.first]
    if not _WERE.isdisjoint(lead) and _COUNTED.search(" ".join([*lead, ""])):
        return True
    # "Carried out more attacks in X than in any month before"
    behind = words[trigger.last : trigger.last + 9]
    return not _MORE.isdisjoint(earlier) and _OUTDONE.search(" ".join(behind)) is not None


def _is_ranked(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it only ranks what was told before: "it was the third attack on X in a week"."""
    told = trigger.first <= _RANKED and parsed.before is not None  # else it is told just there
    lead = parsed.lower[: trigger.first] if told else ()
    taken_up = len(lead) > 2 and lead[0] in _TAKEN_UP and lead[1] in _ARE
    return taken_up and any(word in _RANKS or word.endswith("est") for word in lead[2:])


def is_latest(lead: Sequence[str]) -> bool:
    """Tell whether it is the last night or day of many: "endured another night of raids"."""
    return any(
        one in _NEXT and other in ("night", "day") and of == "of"
        for one, other, of in zip(lead, lead[1:], lead[2:], strict=False)
    )


def _leads_to_noun(between: Sequence[str]) -> bool:
    """Tell whether "earlier" is of the noun: not so "earlier, clashes", "earlier today clashes"."""
    return "," not in between and TIMES.isdisjoint(between)


def _phrase(words: Sequence[str], trigger: Trigger) -> Sequence[str]:
    """Return the words before an event, back to a comma: not "since Monday, an attack"."""
    low = max(0, trigger.first - _STARTED)
    parts = (n + 1 for n in range(trigger.first - 1, low - 1, -1) if words[n] in (",", ";", ":"))
    return words[next(parts, low) : trigger.first]


def _begins(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether an event is told of as begun, and not where: "fighting erupted there"."""
    if _SINCE_START.search(" ".join([*_phrase(words, trigger), ""])):
        return True
    begun = words[trigger.last + 1 : trigger.last + 2]
    where = words[trigger.last + 2 : trigger.last + 3]
    return bool(begun) and begun[0] in _BEGAN and _THERE.isdisjoint(where)


def _counts(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether "than" stands before a number: "more than 20 strikes"."""
    if _MORE.isdisjoint(words[max(0, trigger.first - 5) : trigger.first]):
        return False
    return trigger.pattern.kind == "verb" or is_count(words[trigger.first - 1])


def _is_forgone(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether a noun is of what was not waited for: "left X rather than face an assault"."""
    lead = words[max(0, trigger.first - _COUNT) : trigger.first]
    forgone = "than" in lead and lead[lead.index("than") - 1] == "rather"
    return forgone and trigger.pattern.kind == "noun" and "," not in lead


def _is_none(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a word before an event says that there is none: "no strikes"."""
    if are_no_more(parsed, trigger):
        return True
    before = parsed.lower[trigger.first - 1] if trigger.first else ""
    if before not in _NOT_BEFORE_NOUN or (before == "any" and _is_denied(parsed, trigger)):
        return False
    return not said_not_to_be(parsed, trigger)


def _is_denied(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody denies what a word tells: "denied any attack on X".

    So in "ruled out any withdrawal from X".
    """
    place, before = parsed.words[trigger.first].start, trigger.first - 2
    if any(c.pattern.status == "denied" and c.last == before for c in parsed.statuses):
        return True
    return any(cue.denies and cue.start <= place < cue.end for cue in parsed.cues)


def _is_of_camps(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether what is no clash is told of both camps: "attacks by both sides"."""
    following = words[trigger.last + 1 : trigger.last + 6]
    if "both" not in following or trigger.pattern.action is Action.CLASH:
        return False
    return any(one == "both" and other in _CAMPS for one, other in pairwise(following))
