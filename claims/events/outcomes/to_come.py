"""Events that are still to come, or never came: "an assault is imminent", "was called off"."""

from __future__ import annotations

import re

from claims.events.outcomes.sieges import is_raised
from claims.events.sentences.clause_words import BE, PAST, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger, lexicon
from gazetteer.spellings.kept import Kept

__all__ = ["has_come", "is_ahead", "is_condition", "is_supposed", "is_to_come", "never_came"]

_REACH = 16  # words in which the predicate of a noun stands in its own clause
_BEGUN = frozenset("began begun started starting completed completing finished".split())
_OPENS = 4  # words from it to the noun: "begun a long planned retreat"
_TO_COME = frozenset(
    "expected imminent planned likely looming feared inevitable postponed delayed due scheduled"
    " unlikely possible unthinkable conditional unavoidable certain assured".split()
)
_THANKS = frozenset("thanks because due owing".split())  # "was possible because they fled"
# What may stand before them: "was only possible", "was 'inevitable'" in somebody's words.
_DEGREES = frozenset("only less more very most highly not all but now almost \" “ ' ‘".split())
_QUOTES = frozenset("\" “ ” ' ‘ ’".split())
_WAITING = ("when", "once", "until", "unless", "before")
_PERFECT = ("has", "have", "had")
_VOWED = frozenset("would must vow vowed vows pledge pledged pledges promised".split())
_GIVEN = frozenset("give gives gave given giving allow allows allowed".split())
_TIME = frozenset("hour hours day days week weeks month months until midnight".split())
_DEADLINES = frozenset(("ultimatum", "deadline"))
_ULTIMATUM = 20  # words of "give the government 24 hours to start talks"
_UPON = frozenset(("once", "soon"))  # "as soon as"
_WILL = frozenset("will would shall won't".split())
_HOPES = frozenset(
    "plan plans planning hope hopes hoping want wants intend intends ready poised vow vows vowed"
    " pledged promised threatened".split()
)
_AWAITING = _WILL | _HOPES
# "Who hoped to return fled when shells hit X" tells of what was.
_TOLD_PAST = frozenset("was were had has have did who began started".split())
_MAIN = 7  # words from the comma to the verb of the main clause: ", the road to the coast would"
_NEVER = re.compile(
    r"\b(?:never|(?:did|do|does)(?: not|n't)|(?:has|had|have)(?: not|n't)(?: yet)?"
    r"|(?:has|had|have|is|are) yet to|fail(?:ed|s)? to)\s+(?:comes?|came|materiali[sz]e[ds]?"
    r"|happen(?:ed|s)?|takes? place|beg[aiu]n|start(?:ed)?|taken place"
    r"|been sent|arrived?|reach(?:ed)?)\b(?!\s+to\s+an?\b)"
    r"|\b(?:was|were|been|is|are)\s+(?:\w+ly\s+)?"
    r"(?:averted|avoided|lifted|called off|put off|cancell?ed|shelved|scrapped)\b"
    r"|\b(?:is|are|was|were)\s+"
    r"(?:out of the question|not on the (?:agenda|table|cards)|not(?=\s*\.?$)|not planned"
    r"|(?:pure |mere )?(?:fiction|nonsense|propaganda|untrue|invented))\b"
)
# One of these is in a word of whatever it meets; each word is asked once.
_IN_NEVER = (
    *"never not n't yet fail averted avoided lifted called put cancel shelved scrapped".split(),
    *"question fiction nonsense propaganda untrue invented".split(),
)
_MAY_BE_NEVER = Kept(lambda word: any(map(word.__contains__, _IN_NEVER)))
# Behind the noun: "remains a possibility", "will resume", "was the aim", "if it comes".
_AHEAD = re.compile(
    r"\b(?:is|are|was|were)\s+(?:\w+\s+){0,2}(?:a\s+matter\s+of\s+(?:\w+\s+)?(?:time|hours|days|weeks)"
    r"|(?:hours|days|weeks)\s+(?:away|off))\b|"
    r"\b(?:remains?|is|are|was|were)\s+(?:still\s+)?(?:a|an|the|its|their|his)\s+(?:\w+\s+)?"
    r"(?:possibility|option|threat|aim|goal|objective|target|plan|prospect|risk|demand|requirement|prerequisite)\b"
    r"|\ba\s+(?:\w+\s+)?(?:pre-?)?condition\s+(?:for|of)\b"
    r"|\b(?:is|are)\s+(?:the|a|their|its)\s+(?:\w+\s+)?(?:likely|next|logical|probable)\s+(?:\w+\s+)?(?:step|move|phase|stage)\b"
    r"|\b(?:look(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?)\s+(?:\w+ly\s+)?(?:(?:likely|possible|probable|imminent|inevitable|certain|assured)\b"
    r"|(?:very\s+)?close\b(?!\s+(?:to|by)\b))"
    # "Is near", "looks near", but not "appeared near the airport", "in X, which is near Y"
    r"|\b(?<!\bwhich )(?<!\bthat )"
    r"(?:is|are|was|were|look(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|remain(?:s|ed)?)\s+(?:(?!(?:heard|seen|felt)\b)\w+\s+){0,2}near\b"
    r"(?=\s*(?:$|[,.;])|\s+(?:at\s+hand|now|today|on|last|after|as|by|and|but)\b)"
    r"|\b(?:will|would|may|might|could|should|must)\s+(?:not\s+)?(?:soon\s+|then\s+|also\s+)?"
    r"(?:be(?!\s+(?:heard|seen|felt)\b)|begin|commence|start|resume|follow|come|go ahead|take place"
    r"|happen|continue)\b"
    r"|\b(?:is|are|was|were)\s+(?:(?:about|due|set|expected|scheduled)\s+)?to\s+(?:begin|commence|start|resume|follow)\b"
    r"|\b(?:is|are) to be (?:made|launched|mounted|tried|attempted|sent)\b"
    r"|\b(?:is|are|was|were)\s+(?:now\s+|still\s+|also\s+)?(?:under\s+(?:discussion|consideration|study|review)"
    r"|being\s+(?:discussed|considered|debated|weighed|planned|prepared|negotiated))\b"
    r"|^,? if (?:it|they|one) comes?\b"
)
# One of these is in whatever the pattern meets.
_TELLING = frozenset(
    """
    demand requirement prerequisite condition precondition pre-condition
    matter away off possibility option threat aim goal objective target plan prospect risk likely
    next logical probable possible imminent inevitable certain assured close near
    will would may might could should must
    begin commence start resume follow sent made launched mounted tried attempted discussion
    consideration study review discussed considered debated weighed planned prepared negotiated if
    """.split()
)
_CAME = re.compile(
    r"(?:(?!(?:to|for|and|but|or|who|which|that|not|never|yet|once)\b)[^,;:.]){0,60}?"
    r"\b(?:(?:began|begun|started)(?!\s+to\b)|came(?!\s+(?:to|under)\s+(?!way\b))|went\s+ahead|got\s+under\s?way|took\s+place|materiali[sz]ed"
    r"|(?:is|was)\s+(?:under\s?way|launched))\b"
)
_ABOUT = frozenset("of about for against over on".split())
_NAMED = 3  # words of "about the planned" before its noun
_SUPPOSING = re.compile(
    r"^[^,;:]{3,60}?\b(?:would|could|will|might)\b(?!\s+be\s+(?:heard|seen|felt))"
)
# "Worst case: fighting reaches X", "in the second scenario rebels take X".
_SCENARIO = re.compile(
    r"\b(?P<case>(?:worst|best)[ -]case)\b|\b(?:most|more|less|least)\s+likely\s*:"
    r"|\b(?:in|under)\s+(?:an?|the|this|that|one|such)\s+(?:[\w-]+\s+){0,2}scenario\b",
    re.IGNORECASE,
)
_CASES = frozenset("case worst-case best-case scenario likely".split())
# "An offensive to capture X would be launched"
_LAUNCHED = re.compile(
    r"\b(?:will|would|is\s+to|are\s+to)\s+(?:\w+\s+)?"
    r"(?:be\s+(?:launched|mounted|made|staged|undertaken|renewed)|begin|commence|start|follow|come"
    r"|resume|go\s+ahead|take\s+place)\b"
    # "An operation to capture X was called off"
    r"|^(?:\s+(?!(?:and|but|as|while|when|after|before|which|that)\b)[\w'’-]+){1,8}?\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+"
    r"(?:\w+ly\s+)?(?:called\s+off|cancell?ed|put\s+off|postponed|shelved|scrapped)\b",
    re.IGNORECASE,
)


def is_ahead(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an attempt is only to come: "the offensive to take X would be launched soon"."""
    behind = parsed.words[trigger.last].end - parsed.sentence.start
    return _LAUNCHED.search(parsed.sentence.text[behind:]) is not None


def is_to_come(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the event that a noun names is said to be ahead: "an assault is imminent"."""
    high, last = parsed.clause(trigger.last)[1], _noun_end(trigger)
    stop = 0 if _TO_COME.isdisjoint(parsed.sentence.held) else min(high, trigger.last + _REACH) + 1
    for number in range(trigger.last + 1, stop):
        before = number - 1
        while parsed.lower[before] in _DEGREES:
            before -= 1
        came = parsed.lower[number] == "possible" and not _THANKS.isdisjoint(
            parsed.lower[number + 1 : number + 2]
        )
        being = parsed.lower[before] in BE or _is_headed(parsed, number)
        if parsed.lower[number] in _TO_COME and being and not came:
            return not any(trigger.last < t.first < number for t in parsed.triggers)
    if _TELLING.isdisjoint(parsed.sentence.held):
        return False
    behind = (word for word in parsed.lower[last + 1 : high + 4] if word not in _QUOTES)
    ahead = _AHEAD.search(" ".join(behind))
    return bool(ahead) and not any(
        trigger.last < t.first <= high and not _is_aim(parsed, trigger, t) for t in parsed.triggers
    )


def _noun_end(trigger: Trigger) -> int:
    """Return where a noun ends that has its verb with it: "reinforcements [would be sent to]"."""
    return trigger.gap[0] - 1 if trigger.gap else trigger.last


def _is_headed(parsed: Parsed, number: int) -> bool:
    """Tell whether headlines leave out "is": "Attack on X feared", "Raid on X likely, UN says"."""
    if parsed.lower[number + 1 : number + 2] not in ([], ["."], [","], [":"], ["as"], ["after"]):
        return False
    ended = any(parsed.word_at(s.mention.end - 1) == number - 1 for s in parsed.spots)
    return ended and BE.isdisjoint(parsed.lower[:number])


def _is_aim(parsed: Parsed, trigger: Trigger, other: Trigger) -> bool:
    """Tell whether a verb right behind a noun is its aim: "an offensive to capture X"."""
    return parsed.lower[trigger.last + 1 : other.first] == ["to"]


def is_supposed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is only said what doing it would bring: "taking X would be a prize"."""
    if not _CASES.isdisjoint(parsed.sentence.held):
        start = parsed.words[trigger.first].start - parsed.sentence.start
        found = _SCENARIO.search(parsed.sentence.text, 0, start)
        # "In the worst case so far, rebels captured X" is told
        if found and not (found["case"] and trigger.form.endswith(PAST)):
            return True
    if trigger.first or not trigger.form.endswith("ing"):
        return False
    return _SUPPOSING.search(parsed.sentence.text) is not None


def has_come(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what was planned has begun: "the expected assault on X began at dawn"."""
    if not _ABOUT.isdisjoint(parsed.lower[max(0, trigger.first - _NAMED) : trigger.first]):
        return False  # "news of the planned attack started a panic"
    lead = frozenset(parsed.lower[max(0, trigger.first - _OPENS) : trigger.first - 1])
    other = any(word.endswith("ing") for word in lead - _BEGUN)  # "began fleeing a feared attack"
    if not (other or _BEGUN.isdisjoint(lead)):
        return True  # "have begun a planned withdrawal"
    high = parsed.clause(trigger.last)[1]
    return _CAME.match(" ".join(parsed.lower[trigger.last + 1 : high + 1])) is not None


def never_came(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the event that a noun names did not come about: "the attack never came"."""
    if {"nothing", "came"} <= set(parsed.lower[max(0, trigger.first - 5) : trigger.first]):
        return True  # "nothing came of the attack"
    if is_raised(parsed, trigger):
        return True
    if not any(map(_MAY_BE_NEVER.__getitem__, parsed.sentence.held)):
        return False
    high = min(parsed.clause(trigger.last)[1], parsed.statements.around(trigger.last)[1])
    behind = " ".join(parsed.lower[_noun_end(trigger) + 1 : high + 1])
    return bool(_NEVER.search(behind)) and not any(
        trigger.last < t.first <= high for t in parsed.triggers
    )


def is_condition(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether something else waits for it: "the war will end when the army has left X"."""
    low, high = parsed.clause(trigger.first)
    if trigger.pattern.kind != "verb":
        return False
    if _is_awaited(parsed, trigger, low):
        return True
    if low < 2 or parsed.lower[low - 1] not in _WAITING:
        return False
    start = parsed.clause(low - 2)[0]
    dated = any(t.day and low <= parsed.word_at(t.start) <= high for t in parsed.times)
    if parsed.lower[low - 1] != "when" and not dated and _is_vowed(parsed, start, low - 1):
        return True  # whoever reports it has it in the past: "would fight until the army left X"
    open_yet = parsed.lower[trigger.first - 1] in _PERFECT or not trigger.form.endswith(PAST)
    lead = parsed.lower[start : low - 1]
    if open_yet and (not _WILL.isdisjoint(lead) or _gives_time(parsed.lower[: low - 1])):
        return True
    told = not _TOLD_PAST.isdisjoint(parsed.lower[max(0, start - 1) : low - 1])
    return not (told or _HOPES.isdisjoint(lead)) and _is_open(parsed, trigger)


def _is_open(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is hoped for is yet to come: "until they leave", but "as shells hit X"."""
    begun = parsed.lower[trigger.first - 1] in ("began", "started")
    return not begun and not lexicon().is_past(trigger.form)


def _gives_time(lead: list[str]) -> bool:
    """Tell whether others are given time: "gave the army two days to leave before they storm X"."""
    told = frozenset(lead[-_ULTIMATUM:])
    given = not _GIVEN.isdisjoint(told) and not _TIME.isdisjoint(told)
    return given or not _DEADLINES.isdisjoint(told)


def _is_awaited(parsed: Parsed, trigger: Trigger, low: int) -> bool:
    """Tell whether "once" or "as soon as", which part no clauses, say upon what others wait."""
    lower, first = parsed.lower, trigger.first
    if _UPON.isdisjoint(lower[low : first - 1]):
        return False
    at = next(n for n in range(first - 2, -1, -1) if lower[n] in _UPON)
    if lower[at] == "soon" and lower[at + 1] != "as":
        return False
    if at > low:  # ", once held by rebels", "the camp that was once theirs"
        before = lower[low:at]
        return before[-1] not in (",", *RELATIVE) and not _AWAITING.isdisjoint(before)
    comma = next((n for n in range(first, len(lower)) if lower[n] == ","), len(lower))
    return not _AWAITING.isdisjoint(lower[comma : comma + _MAIN])


def _is_vowed(parsed: Parsed, low: int, high: int) -> bool:
    """Tell whether words say what somebody would or must do; no "who would", "it would take"."""
    at = next((number for number in range(low, high) if parsed.lower[number] in _VOWED), None)
    if at is None:
        return False
    lead = parsed.lower[max(0, at - 2) : at]
    return lead != ["it"] and RELATIVE.isdisjoint(lead[-1:])
