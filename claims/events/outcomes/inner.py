"""Which events of a sentence only fill in another: its aim, its means, what it met, its verb."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from claims.claim import Action
from claims.events.outcomes.aims import is_told_of
from claims.events.outcomes.beaten import beaten_by, is_object
from claims.events.outcomes.breaking_out import breaks_out_elsewhere
from claims.events.outcomes.comes_to import only_its_parties
from claims.events.outcomes.left_so import leaves_it_so, leaves_under_fire
from claims.events.outcomes.met_attacks import BEATS
from claims.events.outcomes.thrown_back import is_thrown_back, tells_of_positions
from claims.events.outcomes.toll import TRYING, is_its_effect, is_toll
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.predicates import goes_on_between
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["Inner", "inner", "outer"]

_MOVES = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.ATTACK))
_FOUGHT = frozenset((Action.CLASH, Action.ATTACK, Action.STRIKE))
_BRINGS = _FOUGHT | {Action.DEPLOY}
_HITS = frozenset((Action.ATTACK, Action.STRIKE))
_THROWN = frozenset((Action.PUSH_BACK, Action.HOLD))
_OBJECT = 5  # words in which a verb has its object
_NEAR = 3
_MEANS = frozenset("in during by through".split())
_NEW_CLAUSE = frozenset("but as while which that who when where said".split())
_CONTRASTING = frozenset("but while where which when".split())  # "holds X, where fighting began"
_JOINING = _CONTRASTING.union(("and", "that", "as"))  # behind one who holds ground and meets nobody
_POSSESSING = ("control", "hold", "held", "keep", "kept", "retain", "remain")
_BESIDE = frozenset("despite amid after during since before following".split())
_DATES = frozenset(("after", "before"))
_AUXILIARIES = frozenset("has have had is are was were been also now then since".split())
_ENABLED = frozenset("enabled allowed helped enabling allowing enables allows helps".split())
_WHO = frozenset("that who which".split())
_DONE = ["to", "have"]  # "attacked X and were reported to have taken it": no aim
_PARTICIPLES = ("ed", "held", "taken", "overrun")
_TRIED = frozenset("attempt attempts bid bids effort efforts plan plans try".split())


class Inner(Enum):
    """How an event fills in the one before it."""

    NOT = "not"
    NEAR = "near"  # right behind it, with a place that may be both's
    AIM = "aim"  # "advancing to reach X"
    MET = "met"  # "repelled an attack on X"
    MEANS = "means"  # "pushed them back in a counter-offensive near X"
    VERB = "verb"  # "air strikes hit X"


def inner(parsed: Parsed, event: Trigger, other: Trigger) -> Inner:
    """Tell whether a later event only fills in an earlier one, and how."""
    told = "held" in (other.pattern.kind, event.pattern.kind) or event.pattern.scheme == "shown"
    told = told or breaks_out_elsewhere(parsed, event, other)
    if told or parsed.statements.parted(event.last, other.first):
        return Inner.NOT
    ends = _is_its_end(parsed, event, other) or leaves_it_so(parsed, event, other)
    if ends or _is_apposed(parsed, event, other):
        return Inner.VERB
    if _is_with_fire(parsed, event, other):
        return Inner.MEANS
    if event.pattern.kind == "noun":
        return _of_noun(parsed, event, other)
    if other.pattern.kind == "noun":
        left = leaves_under_fire(parsed, event, other)
        return Inner.MEANS if left else _noun_of_verb(parsed, event, other)
    whose = _tells_whose(parsed, event, other) or tells_of_positions(parsed, event, other)
    whose = whose or _tells_where(parsed, event, other)
    return Inner.VERB if whose else _verb_of_verb(parsed, event, other)


def _is_its_end(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a verb says what became of an attack: "attacked X but were driven back"."""
    if event.pattern.action is not Action.ATTACK or other.pattern.action not in _THROWN:
        return False
    lead = parsed.lower[event.last + 1 : other.first]
    behind = lead[lead.index("but") + 1 :] if "but" in lead else []
    return bool(behind) and set(behind) <= _AUXILIARIES | {"they", "it"}


def _is_with_fire(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether fires only say by what means: "attacked the army with mortar fire in X"."""
    if other.form == "using" and event.pattern.kind == "verb":  # "took X using heavy artillery"
        return parsed.lower[other.first - 1] not in BE
    if other.pattern.kind != "noun" or other.pattern.action is not Action.STRIKE:
        return False
    between = parsed.lower[event.last + 1 : other.first]
    fought = event.pattern.action in _FOUGHT or event.pattern.action is Action.HOLD
    placed = any(event.last < s.first < other.first for s in parsed.spots)
    return fought and "with" in between[-_NEAR:] and "," not in between and not placed


def _is_apposed(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a noun takes up what was told: "struck X, an attack for which"."""
    lead = parsed.lower[max(0, other.first - 2) : other.first]
    behind = parsed.lower[other.last + 1 : other.last + 2]
    taken_up = lead[:1] == [","] and lead[1:] in (["a"], ["an"])
    relates = behind[:1] in (["for"], ["that"], ["which"]) and other.pattern.kind == "noun"
    return taken_up and relates and {event.pattern.action, other.pattern.action} <= _FOUGHT


def _verb_of_verb(parsed: Parsed, event: Trigger, other: Trigger) -> Inner:
    before = parsed.lower[max(0, other.first - 2) : other.first]
    between = set(parsed.lower[event.last + 1 : other.first])
    tries = event.pattern.action in _THROWN and _is_met_trying(before, between)
    if tries or _is_met_attacking(parsed, event, other):
        return Inner.MET
    told = before == _DONE and is_told_of(parsed, other.first - len(_DONE))
    if told or "to" not in before or between & _NEW_CLAUSE:
        return Inner.NOT
    if goes_on_between(parsed, event.last, other.first) or parsed.interrupted(other.first):
        return Inner.NOT  # "who took X, vowed to take Y"
    sent = event.pattern.action is Action.DEPLOY and other.pattern.action is Action.HOLD
    if (sent and before[-1] == "to") or _is_why_they_fire(parsed, event, other):
        return Inner.AIM  # "sent men to defend X"
    met = between | set(parsed.lower[event.first : event.last + 1])  # "threw back an attempt to"
    if event.pattern.action is Action.HOLD and met & _TRIED:
        return Inner.MET
    both = event.pattern.action in _MOVES and other.pattern.action in _MOVES
    # "Crossed the river to attack X": only the crossing is told of as an advance.
    both = both and not (event.form == "crossed" and other.pattern.action is Action.ATTACK)
    return Inner.AIM if both and not _is_tried_too(parsed, other) else Inner.NOT


def _tells_where(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a participle says where those were who are hit: "hit men gathering at X"."""
    hits = event.pattern.action in _HITS and other.pattern.action is Action.DEPLOY
    beside = other.form.endswith("ing") and parsed.lower[other.first - 1] in scene().fighters
    return hits and beside and other.first - event.last <= _OBJECT


def _tells_whose(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a participle says whose an object is: "captured posts held by rebels near X"."""
    by = parsed.lower[other.last + 1 : other.last + 2] == ["by"]
    near = other.first - event.last <= _OBJECT and other.form.endswith(_PARTICIPLES)
    if not by or parsed.lower[other.first - 1] not in scene().ground:
        return False
    if _is_set_off(parsed, event, other):
        return True
    return near and not any(
        event.last < s.first < other.first and not s.unnamed for s in parsed.spots
    )


def _is_set_off(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether a place was only said to be others': "entered X, the last city held by"."""
    if other.form != "held" or event.pattern.action not in _MOVES:
        return False
    start = parsed.words[other.first - 1].start
    return any(s.aside and s.mention.start <= start < s.mention.end for s in parsed.spots)


def _is_why_they_fire(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether fires are to drive or keep others out: "bombed X, trying to dislodge them".

    So in "blew up bridges to slow the rebel advance".
    """
    tried = parsed.lower[max(0, other.first - 2) : other.first - 1] in (["trying"], ["seeking"])
    aims = {Action.HOLD, Action.PUSH_BACK} if tried else {Action.HOLD}
    fires = event.pattern.kind == "verb" and event.pattern.action in _FOUGHT
    placed = any(other.last < s.first < parsed.clause(other.last)[1] for s in parsed.spots)
    return other.pattern.action in aims and fires and not placed


def _is_met_trying(before: list[str], between: set[str]) -> bool:
    """Tell whether those who are met try something: "beat back columns that tried to enter X"."""
    tries = before[-1:] == ["to"] and before[0] in TRYING
    apart = {",", "and", "but"} & between
    return tries and not apart and (before[0].endswith("ing") or bool(_WHO & between))


def _is_met_attacking(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether those who are met attack: "fought off rebels who attacked their base at X"."""
    met = " ".join(parsed.lower[event.first : event.last + 1])
    attacks = other.pattern.action is Action.ATTACK and parsed.lower[other.first - 1] in _WHO
    attacks = attacks and event.pattern.action is Action.HOLD and bool(BEATS.match(met))
    foes = parsed.armed.intersection(range(event.last + 1, other.first - 1))
    near = other.first - event.last <= _OBJECT + _NEAR
    return attacks and near and bool(foes) and other.first - 2 in foes


def _is_tried_too(parsed: Parsed, other: Trigger) -> bool:
    """Tell a deed that is told of its own: "attacked near X, trying to break through near Y"."""
    comma, tried = parsed.lower[max(0, other.first - 3) : other.first - 1] or ("", "")
    return comma == "," and tried in ("trying", "attempting")


def _of_noun(parsed: Parsed, event: Trigger, other: Trigger) -> Inner:
    if event.pattern.action in _FOUGHT and (
        is_thrown_back(parsed, event, other) or is_its_effect(parsed, event, other)
    ):
        return Inner.VERB  # "assaults on X had been thrown back"
    if other.pattern.kind != "verb":
        aimed = parsed.lower[other.first - 1] == "for" and event.pattern.action in _FOUGHT
        return Inner.AIM if aimed and other.pattern.action is Action.HOLD else Inner.NOT
    before = parsed.lower[max(0, other.first - 2) : other.first]
    if event.pattern.action in _FOUGHT and other.form.startswith("kill"):
        return Inner.VERB if parsed.clause(other.first)[0] <= event.first else Inner.NOT
    between = set(parsed.lower[event.last + 1 : other.first])
    if event.pattern.action in _FOUGHT and other.first - event.last <= 2 * _OBJECT:
        told = other.pattern.action in _FOUGHT and not {",", "and", "but", "as", "when"} & between
        # "Fighting broke out in X after rebels attacked Y": each is told of its own place
        placed = any(event.last < s.first < other.first for s in parsed.spots)
        if told and "to" not in before and not (placed and _DATES & between):
            return Inner.VERB
    moves = event.pattern.action in _BRINGS and other.pattern.action is Action.ADVANCE
    bare = other.first - event.last <= _NEAR and between <= _AUXILIARIES
    if moves and (bare or _only_owned(parsed, event, other)):
        return Inner.VERB  # "the fighting has reached X", "reinforcements poured into X"
    ahead = "to" in before and before != _DONE  # "attacked X and claimed to have reached Y"
    aims = ahead and other.pattern.action in _MOVES and event.pattern.action in _MOVES
    aims = aims and _ENABLED.isdisjoint(between) and not _is_tried_too(parsed, other)
    return Inner.AIM if aims and other.first - event.last <= 2 * _OBJECT else Inner.NOT


def _noun_of_verb(parsed: Parsed, event: Trigger, other: Trigger) -> Inner:
    distance = other.first - event.last
    aimed = parsed.lower[other.first - 1] == "for" and event.pattern.action in _FOUGHT
    if aimed and other.pattern.action is Action.HOLD:
        return Inner.AIM  # "battled X for a week for control of Y"
    between = parsed.lower[event.last + 1 : other.first]
    if event.pattern.action is Action.PUSH_BACK and beaten_by(parsed, other) is event:
        return Inner.MET  # "threw back a counterattack"
    # "Holds X but that fighting goes on near Y" is told of its own.
    met = parsed.lower[event.first - 1] in BE  # "was repelled and a raid on X killed four"
    joining = _JOINING if met or event.form.startswith(_POSSESSING) else _CONTRASTING
    joined = "against" not in between and not joining.isdisjoint(between)
    met = not (joined or not _BESIDE.isdisjoint(between) or _opens_clause(parsed, other))
    if event.pattern.action is Action.HOLD and met and is_object(parsed, event, other):
        # "Remains in rebel hands" is one holding; "repelled the attack" is what was met.
        return Inner.VERB if other.pattern.action is Action.HOLD else Inner.MET
    if event.pattern.action is Action.DEPLOY and _is_purpose(parsed, other):
        return Inner.NOT  # "massing troops for an attack on X"
    if distance <= _NEAR:
        both = event.pattern.action in _FOUGHT and other.pattern.action in _FOUGHT
        return Inner.VERB if both and {";", "and"}.isdisjoint(between) else Inner.NEAR
    lead = parsed.lower[max(event.last + 1, other.first - 7) : other.first]
    low = parsed.clause(other.first)[0]
    placed = any(event.last < s.first < other.first and not s.aside for s in parsed.spots)
    placed = placed and not _closes_as_means(parsed, other)
    own = "face" not in lead  # "in the face of an attack" is whose attack it is
    led = bool(_MEANS & set(lead)) or ("result" in lead and event.pattern.action in _MOVES)
    means = own and led and low <= event.first and not (placed or "," in between)
    return Inner.MEANS if means and event.pattern.action is not Action.CLASH else Inner.NOT


def _closes_as_means(parsed: Parsed, other: Trigger) -> bool:
    """Tell whether a noun without a place ends it: "seized the airport at X in a dawn raid"."""
    lead = parsed.lower[max(0, other.first - _OBJECT) : other.first]
    led = any(a == "in" and b in ("a", "an") for a, b in pairwise(lead))
    high = parsed.clause(other.last)[1]
    return led and not any(other.last < s.first <= high for s in parsed.spots)


def _opens_clause(parsed: Parsed, other: Trigger) -> bool:
    """Tell whether a noun begins what is told next: "holds X, and an offensive is under way"."""
    lead = parsed.lower[max(0, other.first - 2) : other.first]
    behind = parsed.lower[other.last + 1 : other.last + 2]
    return lead[:1] == ["and"] and lead[1:] in (["a"], ["an"]) and bool(_AUXILIARIES & {*behind})


def _only_owned(parsed: Parsed, event: Trigger, other: Trigger) -> bool:
    """Tell whether only whose it is stands between two: "of the 4th Division"."""
    if parsed.lower[event.last + 1 : event.last + 2] != ["of"]:
        return only_its_parties(parsed, event, other)
    start, end = parsed.words[event.last + 2].start, parsed.words[other.first - 1].end
    return any(start <= m.start + 4 and end - 1 <= m.end for m in parsed.actors if m.armed)


def _is_purpose(parsed: Parsed, other: Trigger) -> bool:
    """Tell whether a noun says what something is done for: "for an imminent attack"."""
    return "for" in parsed.lower[max(0, other.first - _NEAR) : other.first]


def outer(parsed: Parsed) -> Iterator[tuple[Trigger, Trigger | None, Inner]]:
    """Yield the events in order; with those that fill in another, that other one and how.

    What only counts the dead of another is none.
    """
    before: Trigger | None = None
    for trigger in parsed.triggers:
        if is_toll(parsed, trigger):
            continue
        kind = inner(parsed, before, trigger) if before else Inner.NOT
        yield trigger, before if kind is not Inner.NOT else None, kind
        if kind in (Inner.NOT, Inner.NEAR) and trigger.pattern.kind != "held":
            before = trigger
