"""Words of plan and denial that say nothing of the kind here: "had to go", "of their own will"."""

from __future__ import annotations

from itertools import pairwise

from claims.events.outcomes.aims import is_kept
from claims.events.outcomes.to_come import has_come
from claims.events.sentences.clause_words import FACT, MODALS
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger, lexicon

__all__ = ["is_idle"]

_BEFORE_MONTH = frozenset("in since early late mid of by until last from during".split())
_OF_WILL = frozenset("own free their his its the political".split())
# Words between a verb and a noun behind which the noun is no object of it.
_PARTS = frozenset(
    """
    in on at by from with after before during since as because while when who which that and or but
    , ; : to amid following over against near under than
    """.split()
)
_OBJECTS = ("object", "doing")  # of what stands right behind
_REGARDED = frozenset("is are was were been long widely once".split())
_UNTIL = ("until", "till")
_STILL = (["now"], ["today"], ["recently"])
_WAIT = 8  # words from an event to the "until" that tells when it came about
_IS = frozenset("is are was were".split())
_TELLS_OF = frozenset("has have had is are been".split())
_FOES = frozenset("enemy enemies foes opponents rivals adversaries".split())
_OWN = frozenset("it they he she we its their his her our".split())
_TOLD_REACH = 4  # words of "had been neutralised and put to flight"
_PAST_NOT = frozenset("did didn't had hadn't was wasn't were weren't".split())
_END = frozenset("stop halt end cease lift stopping halting ending lifting".split())
_NOT = frozenset("not n't didn't hasn't haven't hadn't wasn't weren't isn't aren't".split())
_STOPPING = frozenset("stop stopped cease ceased quit".split())
_PREVENTS = ("prevent", "stop", "halt", "avert", "keep", "stave", "block")
_VAINLY = (
    "could not",
    "couldn't",
    "failed to",
    "unable to",
    "powerless to",
    "not able to",
    "failure to",
    "inability to",
    "did not",
    "did nothing to",
)
_NO_DOUBT = frozenset(
    "few beyond no not n't little without longer nobody hard impossible difficult".split()
)
_NOBODY = frozenset(("nobody", "few", "none"))  # "few in the capital doubt"
_DOUBTED = 4  # words of "no one doubts", "no serious reason to doubt"
_WAGING = frozenset(
    """
    launching mounting carrying conducting staging starting waging beginning opening executing
    undertaking making performing ordering
    """.split()
)
_DESCRIBED = 2  # words from "planned" to its noun
_KEPT = 6  # words of "made good on a vow to"
_NOTHING = frozenset("nothing nobody none not never n't hasn't haven't didn't little no".split())
_LETTING = 3  # words of "no one has" before "stopped X from"
_ENDED = 4  # words from "must" to the shelling that must stop
_IF = frozenset("if whenever should unless provided".split())
_ONLY = frozenset("only just briefly at".split())  # "if only for a day"
_ANY_DAY = frozenset("time moment day hour minute".split())
_DOERS = _OWN | frozenset("has have had also who which that then and".split())
_CONFIRMS = (["confirm"], ["verify"], ["establish"])
_DO_SO = (["do", "so"], ["do", "this"], ["do", "that"], ["do", "it"])
_ANSWERS = frozenset("undo reverse avenge investigate probe".split())
_TRIES = frozenset("try tried seek sought attempt attempted move moved".split())
_LEAVES = (*_PREVENTS, "hide", "conceal", "disguise")
_LATER = frozenset("later eventually subsequently ultimately finally".split())


def is_idle(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a word of attempt, plan or denial makes nothing of an event behind it."""
    if cue.pattern.scheme in _OBJECTS and not _is_object(parsed, cue, trigger):
        return True
    finite = trigger.pattern.kind == "verb" and not trigger.form.endswith("ing")
    if finite and parsed.lower[cue.last] == "at":
        return True  # "bombs aimed at buses killed 22 people"
    # "Villages that had been considered safe"
    regarded = cue.form == "considered" and parsed.lower[cue.first - 1] in _REGARDED
    regarded = regarded or (cue.form == "denying" and parsed.lower[cue.first - 1] == "no")
    # "Could not confirm the number of dead in the raid on X", but "could not establish a base in X"
    confirms = parsed.lower[cue.last + 1 : cue.last + 2] in _CONFIRMS
    regarded = regarded or (confirms and trigger.first > cue.last + 1)
    # "Having failed to do so last week, the army took X"
    regarded = regarded or parsed.lower[cue.last + 1 : cue.last + 3] in _DO_SO
    # "Told to leave or be killed, they fled and rebels took X"
    other = cue.form == "or" and trigger.first > cue.last + 1
    told = cue.form.startswith("insist") and _is_told(parsed, cue, trigger)
    if regarded or other or told or _is_orderly(parsed, cue, trigger):
        return True
    if any(f(parsed, cue, trigger) for f in (_has_begun, _is_overtaken, _lets)):
        return True
    if trigger.pattern.kind == "noun" and _is_answered(parsed, cue):
        return True
    return (
        _is_past(parsed, cue, trigger) or _undoes(parsed, cue) or _gives_cause(parsed, cue, trigger)
    )


def _is_orderly(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a word says how it was done: "an organised withdrawal", "in organised attacks".

    Not where it is somebody's deed: "the rebels organised attacks".
    """
    described = cue.form in ("organised", "organized") and cue.last + 1 == trigger.first
    if not described or cue.first == 0:
        return False
    before = cue.first - 1
    return before not in parsed.armed and parsed.lower[before] not in _DOERS


def _lets(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether nobody is kept from a deed: "nothing stopped the rebels from taking X".

    Nor are those who do what a later verb tells: "kept from entering X, he said rebels took Y".
    """
    lead = parsed.lower[max(0, cue.first - _LETTING) : cue.first]
    behind = "".join(parsed.lower[cue.last + 1 : cue.last + 2])
    if cue.form == "could" and behind.startswith(_PREVENTS):
        return not _NOTHING.isdisjoint(lead)
    if cue.pattern.status != "failed" or parsed.lower[cue.last] != "from":
        return False
    later = trigger.pattern.kind == "verb" and not trigger.form.endswith("ing")
    return later or not _NOTHING.isdisjoint(lead)


def _has_begun(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether what a noun is called has come: "the planned attack on X began"."""
    described = cue.form.endswith("ed") and trigger.first - cue.last <= _DESCRIBED
    return described and trigger.pattern.kind == "noun" and has_come(parsed, trigger)


def _is_answered(parsed: Parsed, cue: Trigger) -> bool:
    """Tell whether something is done about what has happened: "vowed to avenge the fall of X".

    So where nobody does it: "did not (try to) stop the attack", "made no attempt to hide it".
    """
    behind = parsed.lower[cue.last + 1 : cue.last + 5]
    behind = behind[behind[:1] in (["even"], ["yet"]) :]
    tries = not _TRIES.isdisjoint(behind[:1]) and behind[1:2] == ["to"]
    does = "".join(behind[2:3] if tries else behind[:1])
    lead = parsed.lower[max(0, cue.first - 2) : cue.last + 1]
    undone = MODALS.isdisjoint(lead) and not _NOTHING.isdisjoint(lead)
    return does in _ANSWERS or (undone and does.startswith(_LEAVES))


def _is_overtaken(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether it came about all the same, or what is spoken of is its end."""
    if cue.pattern.status == "denied":
        return _comes_about(parsed, cue, trigger) or _goes_on(parsed, cue)
    if cue.pattern.status == "planned":
        lead = parsed.lower[max(0, cue.first - _KEPT) : cue.last + 1]
        return _is_to_end(parsed, cue, trigger) or is_kept(lead)
    return cue.pattern.status == "failed" and _fails_to_prevent(parsed, cue, trigger)


def _comes_about(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether the end of a wait is told: "did not leave until Monday".

    Who "stopped short of the town and dug in" did dig in.
    """
    if cue.form.startswith("stop"):
        goes_on = parsed.lower[cue.last + 1].endswith("ing")
        return trigger.pattern.kind == "verb" and not goes_on
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _WAIT]
    at = next((n for n, word in enumerate(behind) if word in _UNTIL), None)
    over = at is not None and ["," in behind[:at], behind[at + 1 :][:1] in _STILL] == [False, False]
    return over and not _PAST_NOT.isdisjoint(parsed.lower[cue.first : cue.last + 1])


def _goes_on(parsed: Parsed, cue: Trigger) -> bool:
    """Tell whether an end, or that there is no more, is denied: "does not stop trying to"."""
    stops = parsed.lower[cue.last + 1 : cue.last + 3]
    if stops[:1] in (["only"], ["merely"]):
        return parsed.lower[cue.last] in _NOT  # "has not only taken X but burned it"
    if stops == ["hesitate", "to"]:
        return not _PAST_NOT.isdisjoint(parsed.lower[cue.first : cue.last + 1])
    return bool(stops) and stops[0] in _STOPPING and stops[-1].endswith("ing")


def _is_to_end(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether what is planned or asked for is an end: "must stop shelling X"."""
    between = parsed.lower[cue.last + 1 : trigger.first]
    if len(between) > _ENDED or _END.isdisjoint(between[:2]):
        return False
    # "Wants to stop the rebels taking X": they do not yet
    return trigger.pattern.kind == "noun" or between[-1] in _END


def _fails_to_prevent(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether it came about all the same: "could not prevent the fall of X"."""
    lead = parsed.lower[max(0, cue.first - _ENDED) : cue.first]
    if cue.form.startswith(_PREVENTS):
        return any(" ".join(lead).endswith(words) for words in _VAINLY)
    behind = parsed.lower[cue.last + 1 : cue.last + 2]
    return bool(behind) and behind[0].startswith(_PREVENTS) and trigger.first > cue.last + 1


def _is_told(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a verb tells what is and asks for nothing: "insists that its men hold X"."""
    own, whose = (*parsed.lower[cue.last + 1 : cue.last + 3], "", "")[:2]
    if own in _OWN and whose not in _FOES:
        return True  # nobody asks it of himself
    before = parsed.lower[max(0, trigger.first - _TOLD_REACH) : trigger.first]
    told = trigger.form.endswith("s") or lexicon().is_past(trigger.form)
    told = (told or trigger.form in FACT) and before[-1:] != ["be"]
    told = told or not _IS.isdisjoint(before[-1:])  # "insisted that men were holding out"
    return trigger.pattern.kind == "noun" or told or not _TELLS_OF.isdisjoint(before)


def _is_object(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether an event is what somebody fears or expects: a noun with its own words only.

    Or a verb in -ing right behind: "refrained from shelling X", and no "feared rebels entering X".
    """
    between = parsed.lower[cue.last + 1 : trigger.first]
    verb = trigger.pattern.kind == "verb" or cue.pattern.scheme == "object"
    if (verb and trigger.form.endswith("ing") and not between) or between == ["being"]:
        return True
    done = not _WAGING.isdisjoint(between[:1])  # "are close to launching an attack"
    noun = trigger.pattern.kind == "noun" and (done or cue.pattern.scheme == "object")
    return noun and _PARTS.isdisjoint(between)


def _is_past(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a word of plan tells what was: "were able to enter", "would later enter".

    Not what somebody could do if he chose: "insisted it was able to retake X at any time".
    """
    around = set(parsed.lower[cue.first + 1 : cue.last + 3])
    if cue.form == "would":
        return bool(around & _LATER)
    if cue.form == "could" and around & {"heard", "seen", "hear", "see"}:
        return True
    if cue.form == "had" and parsed.lower[cue.first + 1] == "to":
        return True  # "had to pull back"
    before = parsed.lower[cue.first - 1] if cue.first else ""
    if cue.form == "may":  # the month
        after = parsed.words[min(cue.last + 1, len(parsed.words) - 1)].text
        return before in _BEFORE_MONTH or before[-1:].isdigit() or after[0].isdigit()
    was = cue.form == "able" and before in ("was", "were", "been")
    return was and not _depends(parsed, trigger)


def _depends(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what follows an event says on what it depends, or that it may come any day."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _WAIT + _WAIT]
    stop = next((n for n, word in enumerate(behind) if word in (",", ";", "but")), len(behind))
    return any(
        (a in _IF and b not in _ONLY) or (a == "any" and b in _ANY_DAY)
        for a, b in pairwise([*behind[: stop + 1], ""])
    )


def _undoes(parsed: Parsed, cue: Trigger) -> bool:
    """Tell whether a cue is no denial or plan here: "did not deny that", "of their own will"."""
    before = parsed.lower[cue.first - 1] if cue.first else ""
    after = parsed.lower[cue.last + 1 : cue.last + 2]
    if cue.form == "will":
        return before in _OF_WILL
    if parsed.lower[cue.last + 1 : cue.last + 3] in (["be", "named"], ["be", "identified"]):
        return True  # "who asked not to be named"
    if cue.form.startswith("doubt"):
        opens = parsed.lower[parsed.clause(cue.first)[0]] in _NOBODY
        return opens or not _NO_DOUBT.isdisjoint(
            parsed.lower[max(0, cue.first - _DOUBTED) : cue.first]
        )
    if cue.form.startswith(("deny", "deni")):
        return before in ("not", "n't", "longer")
    return after in (["deny"], ["denies"], ["denied"])


def _gives_cause(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether "was due to" says why and not what is to come: "was due to the air strikes"."""
    due = parsed.lower[cue.last - 1] == "due" and cue.last > cue.first
    return due and trigger.pattern.kind == "noun"
