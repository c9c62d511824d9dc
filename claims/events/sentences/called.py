"""What only says what a thing is called, or who speaks: "described as a raid"."""

from __future__ import annotations

from itertools import pairwise, takewhile

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = [
    "SAID",
    "called_so",
    "is_only_called",
    "is_surname",
    "names_speaker",
    "names_what",
    "speech_start",
]

_CASTS = frozenset(
    """
    cast casts casting portray portrays portrayed portraying frame frames framed present presents
    presented justify justifies justified describe describes described depict depicts depicted
    """.split()
)
_OWNERS = frozenset("his her its their the".split())
_CAST_REACH = 4  # words from "casts" to "his offensive", and from there to "as"
_NAMING = frozenset("called described dubbed labelled labeled termed denounced".split())
_CALLS = _NAMING | frozenset("calls call describes describe terms".split())
_SUBJECT = 12  # words from "described as" to the verb behind
_CALLER = 7  # words from "what" to "described"
_PARTING = frozenset(", ; : and but or".split())
_WAGED = frozenset(
    "launched launch launches launching began begin mounted carried out conducted staged started"
    " made opened waged repelled foiled".split()
)
_BY = frozenset("in by after during from".split())
_HURT = frozenset(
    "killed killing wounded wounding injured injuring hurt died dead damaged destroyed hit".split()
)
_SERVING = frozenset("operating serving fighting stationed deployed positioned based".split())
_FOUGHT = frozenset(("battle", "fought"))
_FAR = 10  # words from "battle" to "was fought"
SAID = frozenset("said says told added saying adding claimed claiming that".split())
_TOLD = frozenset((",", "what"))
_SPEAKER = 12  # words from "operating" to what is said
_NAMED = 5  # words of "described as a rebel" before an event's noun


def is_only_called(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is no more than a name for a thing, or part of who speaks."""
    named = _is_a_name(parsed, trigger) or _is_a_battle(parsed, trigger)
    return named or _is_a_tally(parsed, trigger) or _tells_who_speaks(parsed, trigger)


def _is_a_tally(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a war's turns are only counted: "the town changed hands three times"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    often = behind[:1] in (["twice"], ["repeatedly"]) or behind[1:] == ["times"]
    return trigger.pattern.scheme == "place-falls" and often and not parsed.times


def _is_a_battle(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a whole battle is told by its name: "the Battle of X was fought in May"."""
    if trigger.form not in _FOUGHT:
        return False
    first = next((n for n, word in enumerate(parsed.lower) if word == "battle"), None)
    if first is None or parsed.lower[first + 1 : first + 2] != ["of"]:
        return False
    behind = parsed.lower[first + 2 : first + _FAR]
    return any(pair == ("was", "fought") for pair in pairwise(behind))


def _is_a_name(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun only says what somebody calls a thing: "described as a raid"."""
    if trigger.pattern.kind == "noun" and _is_cast(parsed, trigger):
        return True
    if trigger.pattern.kind != "noun" or _NAMING.isdisjoint(parsed.sentence.held):
        return False
    lead = parsed.lower[max(0, trigger.first - _NAMED) : trigger.first]
    article = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] in ("a", "an")), 0)
    before = [word for word in lead[:article] if word != "as"]
    return bool(before) and before[-1] in _NAMING and not _is_carried(parsed, trigger)


def _is_carried(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody does what others call so: "launched what they called a raid on".

    Or whether men were hurt by it: "wounded in what the army called a raid".
    """
    low = max(0, trigger.first - _SUBJECT)
    lead = parsed.lower[low : trigger.first]
    if "what" not in lead:
        return False
    what = low + lead.index("what")
    hurt = parsed.lower[what - 1] in _BY and not _HURT.isdisjoint(parsed.lower[:what])
    return hurt or parsed.lower[what - 1] in _WAGED


def _is_cast(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is only said how somebody puts a thing: "casts his offensive as a fight"."""
    lead = parsed.lower[max(0, trigger.first - _CAST_REACH) : trigger.first]
    cast = not _CASTS.isdisjoint(lead) and not _OWNERS.isdisjoint(lead)
    return cast and "as" in parsed.lower[trigger.last + 1 : trigger.last + _CAST_REACH]


def _tells_who_speaks(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle is part of a speaker: "an officer of a unit operating in X"."""
    if trigger.form.endswith("ing") and any(trigger.form in cue.who.split() for cue in parsed.cues):
        return True  # "witnesses reaching X said"
    if trigger.form not in _SERVING or trigger.first < 2 or parsed.lower[trigger.first - 1] in BE:
        return False
    # "Said fighting was going on and denied the claim"
    if not BE.isdisjoint(parsed.lower[trigger.last + 1 : trigger.last + 2]):
        return False
    said = (parsed.word_at(cue.start) for cue in parsed.cues)
    after = [number for number in said if 0 < number - trigger.last <= _SPEAKER]
    # "Fighting goes on in X, the army said", "... after what he called a raid": that is told
    if after and not _TOLD.isdisjoint(parsed.lower[trigger.last : min(after)]):
        return False
    # "Reported fighting in X and said": who says so does not fight there
    on = parsed.lower[trigger.last : min(after) + 2] if after else []
    if any(a == "and" and b in SAID for a, b in pairwise(on)):
        return False
    return bool(after) and not any(trigger.first < t.first < min(after) for t in parsed.triggers)


def names_speaker(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether a place behind an event is in the words for who speaks: "a source in X said"."""
    if "according" in parsed.sentence.held and _is_accounted(parsed, trigger.last, spot.first):
        return True
    event = parsed.words[trigger.first].start - parsed.sentence.start
    at, end = (n - parsed.sentence.start for n in (spot.mention.start, spot.mention.end))
    text = f" {parsed.sentence.text}"  # whole words: "he" is no part of "the"
    told = ((text.find(f" {cue.who}"), len(cue.who)) for cue in parsed.cues)
    # An article is no part of a speaker's name: "the town's mayor"
    return any(event < start < end and at < start + size for start, size in told)


def _is_accounted(parsed: Parsed, after: int, first: int) -> bool:
    """Tell whether a place follows ", according to" without a comma: "to staff at X's hospital"."""
    lead = takewhile(lambda word: word != ",", reversed(parsed.lower[after + 1 : first]))
    return "according" in lead


def of_speaker(parsed: Parsed, spot: Spot) -> bool:
    """Tell whether a place is in the words for who speaks: "people in the area said"."""
    words = parsed.sentence.text[spot.mention.start - parsed.sentence.start :]
    said = spot.mention.expression.text
    return any(cue.who.endswith(said) and words.startswith(said) for cue in parsed.cues)


def speech_start(parsed: Parsed, first: int, last: int) -> int:
    """Return the word before ", the governor of X said", or the last one."""
    if SAID.isdisjoint(parsed.lower[first + 2 : last + 1]):
        return last
    for number in range(first + 2, last + 1):
        before = parsed.words[number - 1].text
        if parsed.lower[number] in SAID and not before[:1].isalnum():
            return number - 1
    return last


def called_so(parsed: Parsed, start: int) -> int | None:
    """Return where a subject stands that somebody names: "what they described as a missile hit X".

    ``start`` is the first word of its verb; None where nothing is named so.
    """
    if "what" not in parsed.sentence.held:
        return None
    for number in range(start - 1, max(0, start - _SUBJECT), -1):
        if parsed.lower[number] in _PARTING:
            return None
        if parsed.lower[number] in _CALLS:
            return number + 1 if names_what(parsed, number) else None
    return None


def names_what(parsed: Parsed, number: int) -> bool:
    """Tell whether a verb only says what somebody calls a thing: "began what it called a raid"."""
    asked = "what" in parsed.lower[max(0, number - _CALLER) : number]
    return asked and parsed.lower[number] in _CALLS


def is_surname(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a word is the surname of whoever speaks: "Fall said", "Captain Strike"."""
    word, before = parsed.words[trigger.first].text, parsed.words[trigger.first - 1].text
    named = trigger.first > 0 and word[:1].isupper() and before[:1].isupper()
    return named and any(word in cue.who.split() for cue in parsed.cues)
