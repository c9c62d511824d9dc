"""Which word of attempt, failure, plan or denial governs an event, and what it makes of it."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Status
from claims.claimants.speech import is_speech
from claims.events.outcomes.aims import PROMPTED, is_prompted, spur_of
from claims.events.outcomes.denied import is_added, is_said_out
from claims.events.outcomes.idle import is_idle
from claims.events.outcomes.undone import attempt_noun
from claims.events.parties.noun_owner import LIGHT
from claims.events.sentences.clause_words import FACT, MODALS, PAST
from claims.events.sentences.parse import Parsed
from claims.events.sentences.statements import SHARING
from claims.lexicon import Trigger, lexicon

__all__ = ["governed"]

# A bare form follows.
_MODAL = frozenset("could couldn't did didn't will would may might must should shall".split())
_BEFORE_BARE = _MODAL | {"to"}
_CARRIES = 4  # words from "complete" to "siege"
_JOINS = frozenset(("and", "or", "so", "thus", "then", "later", "eventually", "ultimately"))
_REACH = 8  # words in which a word of attempt or plan governs what follows
_NOT = frozenset("not no n't doesn't don't didn't isn't aren't wasn't weren't never".split())
_BEFORE_TRY = 2  # words between "may" and "attempt to"
_FORESTALL = frozenset("prevent avert avoid forestall keep deter preclude".split())
_KEPT_BACK = ("prevent", "stop", "to prevent")
_MAY = frozenset("may might could will would".split())
_DID = frozenset("managed able helped enough continued helping succeeded".split())
_LAUNCH = _BEGUN = 5  # words of "to launch a limited", of "will soon begin a new operation to"
_BEGIN = frozenset("begin start launch mount conduct undertake open resume".split())
_BESIDES = frozenset("yet so far even ever also in fact".split())
_LETS = frozenset("let allow permit letting".split())
_ASKED = frozenset("did do does has have had is are was were will would could can".split())
_NOT_REACH = 3  # words from "not" to the verb that it denies
_ENDING = tuple(
    "end stop halt lift ceas prevent brok break abandon call suspend paus giv gave eas".split()
)
_PUTTING_OFF = ("call", "suspend", "paus", "abort", "put", "delay", "postpon", "cancel", "shelv")
_CARRIED = 6  # and to the noun of one: "did not carry out any further attacks"
_KEPT_ON = 2  # words from "keep" to "shelling"
_HAVE = FACT | {"have"}
_NO_PAST = frozenset(("proceed", "speed"))
_CALLED = frozenset(("to", "for"))  # what others ask for, behind "a call"
_AND, _SAID = frozenset(("and", "but")), ("d", "s")  # "said", "told", "claims"
_NO_SPEECH = _BEFORE_BARE | _NOT | frozenset("be been is are was were as".split())
_DENIAL_REACH = 14
_DENYING = tuple("deni deny dismiss reject refut falsely wrongly scoff ridicul laugh pour".split())


def governed(parsed: Parsed, trigger: Trigger) -> Status | str | None:
    """Return what the nearest word of attempt, failure, plan or denial makes of a trigger."""
    for cue in reversed(parsed.statuses):
        if is_idle(parsed, cue, trigger) or _came_of(parsed, cue, trigger):
            continue
        if cue.last >= trigger.first:
            # "Kept on retreating from X", and no "bans a withdrawal from X"
            kept = cue.form.startswith(("keep", "kept")) or trigger.pattern.kind == "verb"
            kept = kept and parsed.lower[cue.last] == "from"
            if cue.first < trigger.first <= cue.last and not kept:
                return _tried(parsed, cue, trigger)
            continue
        reach = _reach(parsed, cue)
        if _too_far(parsed, cue, trigger, reach) or not _same_clause(parsed, cue, trigger, reach):
            continue
        if cue.pattern.status == "denied" and reach == _REACH and _is_beyond(parsed, cue, trigger):
            continue
        return _tried(parsed, cue, trigger)
    return None if attempt_noun(parsed, trigger.first) is None else "attempt"


def _came_of(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether what was asked for or feared came about: "pressure forced X to leave Y".

    So in "threats of sanctions led the army to leave Y", but not in "could lead the army to".
    """
    if trigger.form in PROMPTED:
        return cue.first < trigger.first < cue.last and parsed.lower[cue.last] == "to"
    spur = spur_of(parsed, trigger.first)
    return spur is not None and cue.first < spur and is_prompted(parsed, trigger.first)


def _is_beyond(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether "not" governs a nearer word; it reaches over "carry out an" to the noun."""
    at = cue.last + 1
    while parsed.lower[at] in _BESIDES or parsed.lower[at].endswith("ly"):
        at += 1
    verb_of = parsed.lower[at]
    verb = verb_of if trigger.pattern.kind == "noun" else ""
    if verb.startswith(_ENDING):
        return True  # "has not stopped the attacks"
    if verb_of in _LETS and parsed.lower[at + 1] == "up":
        return True  # "never let up the shelling of X"
    if parsed.lower[trigger.first - 1] in ("or", "nor") or verb_of in _LETS:
        return False  # "has not retaken X or entered Y", "will not let the rebels enter X"
    if cue.form == "nor" and verb_of in _ASKED:
        return trigger.first - at > _REACH  # "nor did the army enter X"
    return trigger.first - at >= (_CARRIED if verb in LIGHT else _NOT_REACH)


def _reach(parsed: Parsed, cue: Trigger) -> int:
    """Return how far a word of attempt, plan or denial reaches: "no reports that" to its verb."""
    clause = cue.pattern.status == "denied" and parsed.lower[cue.last] == "that"
    return _DENIAL_REACH if clause or cue.form.startswith(_DENYING) else _REACH


def _is_to_be_prevented(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether others try to keep it from happening: "is trying to prevent the fall of X"."""
    word = parsed.lower[cue.last + 1] if cue.pattern.status == "attempt" else ""
    ends = word in ("stop", "halt", "block") and trigger.pattern.kind == "verb"
    kept = word in _FORESTALL and trigger.first > cue.last + 1  # no "fought to keep X"
    return (ends and trigger.first > cue.last + 2) or kept


def _is_to_be_kept(parsed: Parsed, cue: Trigger) -> bool:
    """Tell whether some have yet to be kept from it: "hopes to keep the rebels from taking X"."""
    kept = parsed.lower[cue.last] == "from" or cue.form.startswith(_KEPT_BACK)
    if cue.pattern.status != "failed" or not kept or cue.first < 2:
        return False
    first = cue.first + (parsed.lower[cue.first] == "to")
    before, lead = parsed.lower[first - 1], parsed.lower[first - 2]
    return (before == "to" and lead not in _DID) or before in MODALS


def _tried(parsed: Parsed, cue: Trigger, trigger: Trigger) -> Status | str | None:
    """Return what becomes of a try or fear that is itself planned or denied: "may try to take"."""
    lead = parsed.lower[max(0, cue.first - 2) : cue.first]
    negated = cue.pattern.status == "planned" and not _NOT.isdisjoint(lead)
    may = not _MAY.isdisjoint(parsed.lower[max(0, cue.first - 3) : cue.last])
    then = parsed.lower[cue.last + 1 : cue.last + 2]
    ready = cue.pattern.status == "denied" and then == ["hesitate"]
    if ready or _is_to_be_prevented(parsed, cue, trigger) or _is_to_be_kept(parsed, cue):
        return Status.PLANNED  # "will not hesitate to attack X"
    if negated and cue.form.startswith(_PUTTING_OFF):
        return None if cue.form.startswith(_ENDING) else Status.PLANNED  # "has not called off"
    if negated and lead[-1] != "only" and not may:
        return Status.DENIED  # "does not expect an attack", "is not about to storm X"
    does = {*parsed.lower[cue.last + 1 : cue.last + 2]}  # no "attempt to hide the attack"
    own = trigger.first <= cue.last + 1 or not does.isdisjoint(LIGHT | _BEGIN)
    untried = own and not (_NOT.isdisjoint(lead) or lead[-1].startswith(_ENDING))
    if cue.pattern.status == "attempt" and untried:
        return Status.DENIED  # "made no attempt to take X", "has not tried to"
    if cue.pattern.status == "attempt":
        low = parsed.clause(cue.first)[0]
        for other in reversed(parsed.statuses):
            apart = parsed.lower[other.last + 1 : cue.first]
            begun = len(apart) <= _BEGUN and not _BEGIN.isdisjoint(apart)
            near = low - 1 <= other.first and (begun or 0 <= cue.first - other.last <= _BEFORE_TRY)
            if near and other.first < cue.first and not is_idle(parsed, other, cue):
                return _status(other)
    return _status(cue)


def _too_far(parsed: Parsed, cue: Trigger, trigger: Trigger, reach: int) -> bool:
    """Tell whether a cue stands too far before; it reaches farther into what goes on with it."""
    low, _ = parsed.clause(trigger.first)
    near = cue.last >= low and not _is_aim_of(parsed, cue, trigger)
    near = near and not _goes_on_bare(parsed, cue, trigger)
    return trigger.first - cue.last > (reach if near else 2 * reach)


def _goes_on_bare(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a bare verb joins one behind "will" or "to": "will free X and march on Y"."""
    verb = trigger.first
    if trigger.pattern.kind != "verb":  # "will take X and so complete the siege of Y"
        carries = (n for n in range(verb - 1, max(0, verb - _CARRIES), -1))
        verb = next((n for n in carries if parsed.lower[n] in LIGHT), 0)
    bare = cue.pattern.status == "planned" and verb
    if not bare or not {parsed.lower[cue.first], parsed.lower[cue.last]} & _BEFORE_BARE:
        return False
    joined = parsed.lower[verb - 1] in _JOINS
    return joined and not parsed.lower[verb].endswith((*PAST, "s", "ing"))


def _is_aim_of(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether an event is what it would be done for: "may use X to launch an attack"."""
    between = parsed.lower[cue.last + 1 : trigger.first]
    if cue.form not in _MAY or "to" not in between[-_LAUNCH:]:
        return False
    at = len(between) - between[::-1].index("to")
    return at == len(between) or between[at] in LIGHT


def _status(cue: Trigger) -> Status | str:
    return "attempt" if cue.pattern.status == "attempt" else Status(cue.pattern.status)


def _same_clause(parsed: Parsed, cue: Trigger, trigger: Trigger, reach: int) -> bool:
    parted = parsed.statements.parted(cue.last, trigger.first, *SHARING)
    if parted or _is_of_who_says(parsed, cue, trigger):
        return False
    added = cue.last < parsed.clause(trigger.first)[0] and is_added(parsed, trigger)
    if added and cue.pattern.status == "denied":
        return False
    if reach == _DENIAL_REACH:
        turns = [",", "but"] in map(list, pairwise(parsed.lower[cue.last : trigger.first]))
        apart = _spoken_between(parsed, cue, trigger) or _is_set_off(parsed, cue, trigger)
        turns = turns or ":" in parsed.lower[cue.last + _NOT_REACH : trigger.first]
        # "Rejected a call to leave X and shelled Y", "rejected calls for a truce and shelled Y"
        called = parsed.lower[cue.last] in _CALLED
        apart = apart or (called and _is_past_deed(parsed, cue, trigger))
        # "Denied that X fell, but the road is cut"
        return not (turns or apart or is_said_out(parsed, cue, trigger))
    between = parsed.words[cue.last + 1 : trigger.first]
    inside = (t for t in parsed.triggers if cue.last < t.first < trigger.first)
    verbs_between = any(t.pattern.kind == "verb" and not _keeps_on(t, trigger) for t in inside)
    means = parsed.lower[trigger.first - 1] == "by" and trigger.form.endswith("ing")
    coordinated = means or any(w.lower in ("and", "or") for w in between)
    if (verbs_between and not coordinated) or _is_told_apart(parsed, cue, trigger):
        return False
    low, _ = parsed.clause(trigger.first)
    if parsed.clause(cue.last)[0] == low or cue.last == low - 1:
        return True
    # A participle goes on with the aim of the clause before: "aims to hold X while cutting off Y".
    goes_on = trigger.form.endswith("ing") and parsed.opener(trigger.first) in ("while", ",")
    return goes_on and cue.pattern.status == "planned"


def _keeps_on(other: Trigger, trigger: Trigger) -> bool:
    """Tell whether a verb only says that another goes on: "will keep shelling X"."""
    near = trigger.first - other.last <= _KEPT_ON
    return other.form == "keep" and near and trigger.form.endswith("ing")


def _is_told_apart(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a past form stands apart from an aim: "tried to storm X and took Y"."""
    bare = parsed.lower[cue.last] == "to" or parsed.lower[cue.first] in _MODAL
    if cue.pattern.status == "planned" and not bare:
        # "Unnamed for fear of arrest, he said jets had bombed X": only a noun is feared so
        noun = parsed.lower[cue.last] == "of" and trigger.pattern.kind == "verb"
        noun = noun and parsed.lower[trigger.first - 1] != "being"
        past = trigger.form.endswith(PAST) or lexicon().is_past(trigger.form)
        return (noun and past) or _has_own_subject(parsed, cue, trigger)
    if bare and cue.pattern.status != "denied" and _is_told_anew(parsed, cue, trigger):
        return True
    return bare and _is_past_deed(parsed, cue, trigger)


def _is_past_deed(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a past form behind a cue is no part of a bare one: "to be shelled"."""
    if not trigger.form.endswith(PAST) or trigger.form in _NO_PAST:
        return False
    between = set(parsed.lower[cue.last + 1 : trigger.first])
    return trigger.pattern.kind == "verb" and not between & {"be", "being", "have"}


def _is_told_anew(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a verb of fact follows an aim: "fighting to oust Roe were advancing on X"."""
    words = parsed.lower[cue.last + 1 : trigger.first + 1]
    own = cue.pattern.status == "attempt" and not _HAVE.isdisjoint(words[-2:])
    return own or any(a in _AND and b in FACT for a, b in pairwise(words))


def _has_own_subject(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a comma and a subject part a deed from a plan: "prepares talks, rebels took"."""
    told = trigger.pattern.kind == "verb" and trigger.form.endswith(PAST)
    if not told or "," not in parsed.lower[cue.last : trigger.first]:
        return False
    comma = max(n for n in range(cue.last, trigger.first) if parsed.lower[n] == ",")
    between = range(comma + 1 + (parsed.lower[comma + 1] == "the"), trigger.first)
    return bool(between) and parsed.armed.issuperset(between)


def _is_set_off(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether commas set a denial off: "troops, whose presence X denies, are in Y"."""
    if parsed.opener(cue.first) not in ("whose", "which", "who"):
        return False
    after = parsed.lower[cue.last + 1 : trigger.first]
    if after[:1] == [","]:
        return True
    # "The army, which denied that it had used gas, shelled X": what is told of it has ended
    opened = parsed.lower[parsed.clause(cue.first)[0] - 2] == ","
    tells = trigger.pattern.kind == "verb" and not trigger.form.endswith("ing")
    ends = "," in after and _JOINS.isdisjoint(after[len(after) - after[::-1].index(",") :])
    return opened and tells and ends


def _is_of_who_says(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a cue is of a speaker alone: "a man who did not want to be named said X fell".

    "Did not say that X fell" is no such speech.
    """
    words = parsed.lower[cue.last : trigger.first]
    says = [
        n
        for n in range(1, len(words))
        if is_speech(words[n]) and words[n].endswith(_SAID) and words[n - 1] not in _NO_SPEECH
    ]
    # "Who were not authorised to speak said": whoever they were
    bare = any(words[max(0, n - 2)] == "to" and n > 1 for n in says)
    return bare or (bool(says) and _spoken_between(parsed, cue, trigger))


def _spoken_between(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a new speech starts in between: "denied that X fell and said that it held Y"."""
    low, high = parsed.words[cue.last].end, parsed.words[trigger.first].start
    return any(low < c.start <= high and not c.denies for c in parsed.cues)
