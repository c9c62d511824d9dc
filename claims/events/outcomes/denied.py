"""Whether a subject or an object that is nobody denies an event: "no troops entered X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Action, Status
from claims.claimants.speech import is_speech
from claims.events.outcomes.at_no_point import is_at_no_point
from claims.events.outcomes.untrue import is_called_untrue
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["are_no_more", "denied_subject", "is_added", "is_said_out", "said_not_to_be"]

_NONE = frozenset("no none neither nobody".split())
_DENYING = _NONE | {"not"}
_OPENING = frozenset(
    '" “ „ « , and but or that because since although so then there is are was were'.split()
)
_KEEPS = ("stop", "prevent", "keep", "kept", "deter", "block")
_SINGLE = (("a", "single"), ("a", "shot"))
_CLEFTS = (["it", "was", "not"], ["it", "is", "not"])
_CLEFT = 9  # words of "it was not the rebels who"
_VERBS_OWN = frozenset("has have had then also not later that and".split())
_HAPPENS = (
    ["took", "place"],
    ["has", "taken"],
    ["had", "taken"],
    ["was", "carried"],
    ["was", "launched"],
)
_OCCURS = frozenset("occurred happened".split())
_SUBJECTS = frozenset(("it", "they", "we", "he", "she"))
_THERE = 5  # words of "there had been no"
_ASIDE = 3  # words behind "it" of "no troops, it has been said, left X"
_OWNED_UP = frozenset(("the", "this", "for"))
# "No further attacks took place": what may stand before a noun that is denied.
_FURTHER = frozenset(
    """
    further new fresh more other additional significant major serious renewed immediate direct such
    heavy subsequent large-scale ground large big military rebel enemy armed
    """.split()
)
_SHOWING = frozenset(
    "show shows showed shown find finds found establish establishes established".split()
)
# "Denied that civilians had died in the raid on X": there was one.
_AMID, _HARMED = frozenset(("in", "during")), frozenset("killed died hurt harmed wounded".split())
_COMPARED = frozenset("longer more less fewer further farther closer nearer".split())
_SUBJECT = 3  # words at the head of a clause in which "no" denies its subject


def denied_subject(parsed: Parsed, trigger: Trigger, at: int) -> Status | None:
    """Return denied for "no troops entered X" and for "reports that X fell are untrue".

    ``at`` is the verb that tells of the event, 0 for none: "no jets carried out strikes on X".
    """
    verb = trigger.pattern.kind == "verb"
    if at and not _DENYING.isdisjoint(parsed.sentence.held) and _is_denied(parsed, trigger, at):
        return Status.DENIED
    if not verb and said_not_to_be(parsed, trigger):
        return Status.DENIED
    denied = is_at_no_point(parsed, trigger) or is_called_untrue(parsed, trigger)
    return Status.DENIED if denied else None


def said_not_to_be(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody says that there was none: "said that no clash took place in X"."""
    if parsed.lower[max(0, trigger.first - 1)] != "no":
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    place = parsed.words[trigger.first].start
    happens = behind in _HAPPENS or not _OCCURS.isdisjoint(behind[:1])
    happens = happens or _there_is(parsed, trigger)
    return happens and any(cue.start <= place < cue.end for cue in parsed.cues)


def _there_is(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is said not to be: "said there had been no withdrawal from X"."""
    lead = parsed.lower[max(0, trigger.first - _THERE) : trigger.first - 1]
    told = "there" in lead and lead[-1] in BE
    return told and trigger.pattern.action not in (Action.CLASH, Action.STRIKE)


def are_no_more(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether there was none of what a noun names: "made no further advance"."""
    number = trigger.first - 1
    while number > 0 and parsed.lower[number] in _FURTHER:
        number -= 1
    further = trigger.pattern.kind == "noun" and 0 <= number < trigger.first - 1
    return further and parsed.lower[number] == "no"


def _is_denied(parsed: Parsed, trigger: Trigger, verb: int) -> bool:
    """Tell whether nobody does it, or it is done to nothing."""
    low = max(parsed.clause(verb)[0], parsed.statements.around(verb)[0])
    said = (n for n in range(verb - 1, low, -1) if _tells(parsed.lower[n - 1]))
    low = next((n for n in said if parsed.lower[n] != ","), low)  # "said no troops had left X"
    before = parsed.lower[low:verb]
    if trigger.form.endswith("ing") and not _OWNED_UP.isdisjoint(before[-1:]):
        return False  # "nobody claimed the shooting at X", "responsibility for shelling it"
    if before[-1:] == ["from"] and any(word.startswith(_KEEPS) for word in before):
        return False  # "nobody stopped the rebels from entering X"
    before = _behind_lead(before)
    opening = next((n for n, word in enumerate(before[:_SUBJECT]) if word in _NONE), None)
    heads = opening is not None and _OPENING.issuperset(before[:opening])
    heads = heads and not _is_told_of(before[opening:])
    heads = heads or _counts_none(before) or _was_not(parsed, low)
    return heads or (verb == trigger.first and _has_no_object(parsed, trigger))


def _tells(word: str) -> bool:
    """Tell whether a word says or shows what follows: "records show no aircraft struck X"."""
    return is_speech(word) or word in _SHOWING


def _behind_lead(words: list[str]) -> list[str]:
    """Return what stands behind a lead: "meanwhile, no troops left X", "on Monday, none left"."""
    at = max((n for n, word in enumerate(words) if word == ","), default=-1)
    opens = at > 0 and words[at + 1 : at + 2] != [] and words[at + 1] in _NONE
    return words[at + 1 :] if opens and words[at + 2 : at + 3] != ["longer"] else words


def _is_told_of(words: Sequence[str]) -> bool:
    """Tell whether "nobody" has a verb of its own: "no civilians were near, and jets bombed X"."""
    behind = (
        n + 2 for n, pair in enumerate(pairwise(words)) if pair[0] == "," and pair[1] in _SUBJECTS
    )
    if any(not any(map(is_speech, words[n : n + _ASIDE])) for n in behind):
        return True  # "there is no threat to X, it is under control"; not "no rebels, he said, had"
    being = next((n for n, word in enumerate(words) if word in BE), len(words))
    later = (n for n, word in enumerate(words[being:], being) if word in (",", "and"))
    end = next(later, len(words))
    then = [word for word in words[end + 1 :] if word not in BE and word not in _VERBS_OWN]
    if not then or then[0].endswith("ed"):
        return False  # "no soldiers were sent there and used to attack X"
    return end > being + 1 and _NONE.isdisjoint(words[end + 1 :])


def _counts_none(before: Sequence[str]) -> bool:
    """Tell whether "not one" or "not a single" opens a subject: "not a single soldier left"."""
    at = next((n for n, word in enumerate(before) if word == "not"), None)
    counted = tuple(before[at + 1 : at + 3]) if at is not None else ()
    return counted in _SINGLE or (counted[:1] == ("one",) and "but" not in before)


def _was_not(parsed: Parsed, low: int) -> bool:
    """Tell whether others did it: "it was not the rebels who shelled X"."""
    at = max(0, low - _CLEFT)
    cleft = parsed.lower[at : low - 1] if low and parsed.lower[low - 1] in ("who", "that") else []
    return any(cleft[n : n + 3] in _CLEFTS for n in range(len(cleft)))


def _has_no_object(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is done is done to nothing: "dropped no bombs", "took none of them".

    "Attacked no more than 5 km from X", "attacked no fewer than ten posts" tell of deeds.
    """
    behind = parsed.lower[trigger.first + 1 : trigger.last + 3]
    return not _NONE.isdisjoint(behind[:-1]) and behind[-1] not in _COMPARED


def is_added(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a clause only adds to what is denied: "denied losing X, which was shelled"."""
    low, _ = parsed.clause(trigger.first)
    opened = parsed.lower[max(0, low - 2) : low]
    if opened[-1:] in (["while"], ["as"]):  # "denied using gas while rebels shelled X"
        return not parsed.armed.isdisjoint((low, low + 1))
    # "Denied that civilians were killed when rebels took X": they did
    if opened[-1:] in (["when"], ["after"]) and not trigger.form.endswith("ing"):
        return not scene().civilians.isdisjoint(parsed.lower[max(0, low - _CLEFT) : low])
    lead = parsed.lower[max(low, trigger.first - _CLEFT) : trigger.first]
    if trigger.pattern.kind == "noun" and not _AMID.isdisjoint(lead[-_SUBJECT:]):
        return not (_HARMED.isdisjoint(lead) or scene().civilians.isdisjoint(lead))
    return opened in ([",", "which"], [",", "where"])


def is_said_out(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether what is denied ends before: "denied X had fallen but a reporter saw rebels"."""
    low, high = parsed.words[cue.first].start, parsed.words[trigger.first].start
    return any(c.denies and low <= c.start <= c.end <= high for c in parsed.cues)
