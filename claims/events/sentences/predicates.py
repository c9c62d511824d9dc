"""Where a sentence goes on with a further predicate: "took X and regrouped in Y"."""

from __future__ import annotations

from collections.abc import Callable

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, MODALS
from claims.events.sentences.parse import Parsed
from claims.events.sentences.second_subjects import fronts, opens_with
from claims.gaps import FINITE
from claims.lexicon import Trigger, lexicon
from claims.words import numbers_of

__all__ = ["FINITE", "goes_on_between", "next_predicate", "opens_clause"]

"""Words that make a predicate whatever follows."""
_MAKES = (FINITE | MODALS).union(
    "lies sits stands lay".split(),  # "and lies near Y"
    # "Took X and now threaten Y"
    "threaten threatens threatened menace menaces eye eyes face faces await awaits want".split(),
)
_BESIDES = frozenset("now also still then thus".split())
_PAST = frozenset(
    """
    set met made gave went came got found brought sent put kept began ran flew drove sought saw said
    told spoke stood rose grew became took fled left lost hid hung lay led paid sat shut spent
    """.split()
)
# Behind "and" these say what the next place of a list is like: "took X and besieged Y".
_DESCRIBING = frozenset(
    """
    besieged occupied contested disputed divided fortified embattled deserted recaptured
    liberated captured isolated surrounded encircled blockaded armed masked uniformed unidentified
    armoured armored mechanised mechanized motorised motorized tracked wheeled guided combined
    allied wounded suspected unmanned parked abandoned
    """.split()
)
# Nor do these, which say whose fighters follow: "rebels and army-backed militias".
_SIDED = tuple(
    f"-{word}" for word in "backed allied aligned armed affiliated supported led".split()
)
_TAKES = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.RETREAT))
_JOINING = frozenset(("and", "but"))
_FOLLOWING = frozenset(("followed", "preceded", "accompanied", "matched"))
_TURNING = frozenset(", however meanwhile too also still though".split())
_PURPOSE = frozenset(
    """
    stop prevent keep allow help let enable deny deprive save avoid evacuate support cover deter
    disrupt protect show force pressure relieve rescue ensure divert distract mark celebrate discuss
    """.split()
)
_PARTING = _JOINING | {";"}
_TURNS = _PARTING | {"to"}
_LEADING_ON = frozenset("in on at near around along outside inside to toward towards from".split())
_THEN = frozenset("by soon overnight meanwhile".split())
_ENDS = frozenset(
    ", ; : . and but or which who that where whose when as while after before".split()
)
_AFTER_VERB = frozenset(
    """
    the a an its their his her this to into from back up out away off on at over
    """.split()
)
# What is done to people and things where they are met.
_DEALT_WITH = frozenset(
    "detained arrested apprehended wounded injured recovered confiscated freed rescued disarmed"
    " robbed stripped".split()
)
_SPOKEN = (["to"], ["that"])
_OF_PEOPLE = frozenset(("who", "whose"))
_ASIDES = _OF_PEOPLE | {"where", "when", "which"}
_LED = 2  # words from a mark to a place with its preposition
_FELT = frozenset(
    """
    panic alarm fear fears concern protest protests outrage anger anxiety shock condemnation
    celebrations jubilation consternation dismay uproar unease
    """.split()
)
_SUBJECTS = frozenset("they he she it we i".split())
_CLAUSE = 12  # words within which the verb of a new clause follows its subject
_SENT = frozenset("sent dispatched ordered assigned rushed flown".split())
_SENT_REACH = 8  # words from "sent" to what they are to do
_WHENCE = frozenset("from to out by in on last this".split())
# "Seizing X and bringing Y within range": what is told of Y.
_BRINGS = frozenset("bringing putting placing leaving forcing sending prompting killing".split())
_LINKING = frozenset("which who that where it they he she , there and but".split())


def next_predicate(parsed: Parsed, trigger: Trigger) -> int:
    """Return where a further predicate starts: "is in X and is able to", "fleeing X have shot".

    "Left X and regrouped in Y": whatever the second verb is, Y is not what was left.
    """
    words, lower = parsed.words, parsed.lower
    main = _behind_those_sent(parsed, trigger) or _behind_aside(parsed, trigger)
    main = main or _behind_taken(parsed, trigger) or _felt_elsewhere(parsed, trigger)
    if main is not None:
        return words[main].start
    verb = trigger.pattern.kind == "verb" and trigger.form.endswith("ing")
    loose = verb and lower[trigger.first - 1] not in BE
    if not loose and _TURNS.isdisjoint(parsed.sentence.held):
        return parsed.sentence.end
    behind = lower[trigger.last : -2]
    for at in range(len(behind)) if loose else numbers_of(behind, _TURNS):
        number, before = trigger.last + 1 + at, behind[at]
        joined = before in _JOINING or (loose and before not in _LINKING)
        goes_on = loose and before == "and" and lower[number] in _BRINGS
        made = lower[number + (lower[number] in _BESIDES)] in _MAKES
        joined = joined and (goes_on or made or _is_joined(parsed, number))
        if joined and not _is_done_there(parsed, trigger, number):
            return words[number].start
        if before in _PARTING and _opens_clause(parsed, trigger, number):
            return words[number].start
        if before == "to" and lower[number] in _PURPOSE:
            return words[number].start  # "bombed X to stop them from reaching Y"
    return parsed.sentence.end


def _behind_those_sent(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the verb of those sent to do it: "troops sent to relieve the town had fled to X"."""
    lower = parsed.lower
    if lower[trigger.first - 1] != "to" or _SENT.isdisjoint(parsed.sentence.held):
        return None
    lead = range(trigger.first - 2, max(0, trigger.first - _SENT_REACH), -1)
    sent = next((n for n in lead if lower[n] in _SENT), None)
    if sent is None or lower[sent - 1] in BE or lower[sent + 1] not in _WHENCE:
        return None
    for number in range(trigger.last + 2, len(lower) - 1):
        if lower[number - 1] in _ENDS:
            return None
        if lower[number] in FINITE:
            return number
    return None


def _felt_elsewhere(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return what people feel far away: "the fall of X caused panic in the capital"."""
    if trigger.pattern.kind != "noun" or _FELT.isdisjoint(parsed.sentence.held):
        return None
    placed = next((s.first for s in parsed.spots if s.first > trigger.last), len(parsed.words))
    felt = numbers_of(parsed.lower[placed:-1], _FELT)
    return next((placed + n for n in felt if parsed.lower[placed + n + 1] in _LEADING_ON), None)


def _behind_aside(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the main verb behind what is said of its subject: "X, whose men hold Y, met Z in".

    So in "the fall of X, where the garrison fled, exposed Y", whose subject has no verb before.
    """
    lower, first = parsed.lower, trigger.first
    if "," not in parsed.sentence.held or _ASIDES.isdisjoint(parsed.sentence.held):
        return None
    opener = next((n for n in range(first - 1, 0, -1) if lower[n] in _ASIDES), 0)
    led = lower[opener] == "which" and lower[opener - 2] == ","  # ", in which"
    if not (led or lower[opener - 1] == ",") or "," in lower[opener:first]:
        return None
    past: Callable[[str], bool] = _PAST.__contains__
    if lower[opener] not in _OF_PEOPLE:
        lead = lower[max(0, opener - _CLAUSE) : opener - 1]
        if any(word in FINITE or lexicon().is_past(word) for word in lead):
            return None
        past = lexicon().is_past
    commas = (n for n in range(trigger.last + 1, len(lower) - 2) if lower[n] == ",")
    return next((n + 1 for n in commas if past(lower[n + 1]) and lower[n + 2] != "by"), None)


def _behind_taken(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the verb behind what a noun says was taken: "fleeing the fall of X gathered in Y"."""
    if trigger.pattern.kind != "noun" or trigger.pattern.action not in _TAKES:
        return None
    taken = next((s for s in parsed.spots if s.first > trigger.last), None)
    if taken is None or taken.lead != "of":
        return None
    behind = parsed.word_at(taken.mention.end - 1) + 1
    dated = next((t for t in parsed.times if parsed.word_at(t.start) == behind), None)
    behind = parsed.word_at(dated.end - 1) + 1 if dated else behind
    if parsed.lower[behind : behind + 1] == [","]:  # "the fall of X, a market town, opened Y"
        closing = (n for n in range(behind + 1, len(parsed.lower)) if parsed.lower[n] == ",")
        behind = next(closing, behind) + 1
    verb, then = [*parsed.lower[behind : behind + 2], "", ""][:2]
    follows = verb in BE and then in _FOLLOWING  # "was followed by that of Y"
    return behind if _is_past_form(verb) or (verb in FINITE and not follows) else None


def _is_done_there(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether people are dealt with in one place: "killed two and detained others in X"."""
    placed = any(trigger.last < s.first < number for s in parsed.spots)
    return parsed.lower[number] in _DEALT_WITH and not placed


def goes_on_between(parsed: Parsed, first: int, last: int) -> bool:
    """Tell whether a further predicate starts between two words: "took X and moved to enter Y"."""
    return any(_is_joined(parsed, number) for number in range(first + 2, last))


def _opens_clause(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a subject with a verb of its own follows a place: "and schools in Y closed"."""
    words = parsed.words
    placed = any(trigger.first < s.first < number for s in parsed.spots)
    if placed and words[number].lower in _SUBJECTS:
        return True  # "raised a flag over X and they prayed in Y"
    named = words[number].text[:1].isupper()  # "in X and Y" goes on with its list
    goes_on = named or words[number].lower in _LEADING_ON
    if not placed or goes_on or _is_verbs_own(parsed, trigger, number):
        return False
    if words[number].lower in _THEN:
        return True  # "attacked X at dawn, and by evening the town was theirs"
    for at in range(number + 1, min(len(words), number + _CLAUSE)):
        word, after = words[at].lower, words[at + 1].lower if at + 1 < len(words) else "."
        if word in _ENDS:
            return False
        closes = not after[:1].isalnum() or after in _AFTER_VERB
        if word in FINITE or (closes and _is_past_form(word)):
            return True
    return False


def _is_verbs_own(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a noun's verb is yet to come: "the shelling of X and the town of Y went on"."""
    listed = any(s.first == number and s.listed and s.lead == "of" for s in parsed.spots)
    if trigger.pattern.kind != "noun" or not listed:
        return False
    between = parsed.lower[trigger.last + 1 : number]
    return FINITE.isdisjoint(between) and not any(map(_is_past_form, between))


def _is_joined(parsed: Parsed, number: int) -> bool:
    """Tell whether a word is a past form behind "and", or "claim" of "and claim to have"."""
    words, word = parsed.words, parsed.lower[number]
    says = is_speech(word) and parsed.lower[number + 1 : number + 2] in _SPOKEN
    return words[number - 1].lower in _JOINING and (_is_past_form(word) or says)


def _is_past_form(word: str) -> bool:
    joined = "-" in word[3:-1]  # "rocket-propelled", but "re-entered"
    past = word.endswith("ed") and not (joined or word.endswith(_SIDED))
    return word in _PAST or (past and word not in _DESCRIBING)


def opens_clause(parsed: Parsed, mark: int) -> bool:
    """Tell whether the place behind a mark is what goes on there: "; X, however, remains quiet"."""
    spot = next((s for s in parsed.spots if s.first > mark and not s.aside), None)
    if spot is None:
        return False
    at = parsed.word_at(spot.mention.end - 1) + 1
    begins = spot.first == mark + 1 and opens_with(parsed.lower, parsed.triggers, at)
    leads = spot.first <= mark + _LED and fronts(
        parsed.lower, parsed.triggers, parsed.armed, spot, at
    )
    if begins or leads:
        return True
    for other in parsed.spots:
        if other.listed and other.first == at + 1 and parsed.lower[at] == "and":
            at = parsed.word_at(other.mention.end - 1) + 1  # "; X and Y were shelled"
    if parsed.lower[at : at + 1] == [","]:  # "; X, 5 km from Y, is in rebel hands"
        closes = (n + 1 for n in range(at + 2, len(parsed.words)) if parsed.lower[n] == ",")
        at = next(closes, at)
    while parsed.lower[at : at + 1] and parsed.lower[at] in _TURNING:
        at += 1
    word = parsed.lower[at] if at < len(parsed.words) else ""
    return word in FINITE or word.startswith("remain") or is_speech(word)
