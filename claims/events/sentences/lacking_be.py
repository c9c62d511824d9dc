"""Passives of briefs and headlines that leave out "was": "bus ambushed near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE, JOINED
from claims.events.sentences.parse import Parsed
from claims.fighters.makes import is_make
from claims.lexicon import Trigger
from claims.number_words import ONE_TO_TEN
from claims.scene import scene

__all__ = ["AT", "ENDS", "TAKEN", "has_late_object", "lacks_be"]

_HIT = frozenset("ambushed attacked raided torched burnt burned looted shelled bombed hit".split())
# "14 rebels killed in X": nobody kills without an object; "killed at least 14" has one.
_DEAD = frozenset(("killed", "gunned", "martyred"))
_FELL = frozenset("in near at on off along during outside by as after when , .".split())
_COUNTED = ONE_TO_TEN | frozenset(
    "dozens scores hundreds several many commander leader chief soldier policeman officer".split()
)
_COUNTS = frozenset("least most many much wounded injured captured".split())
_GOODS = frozenset(
    """
    bus buses car cars truck trucks lorry lorries vehicle vehicles ambulance ambulances boat boats
    minibus taxi church mosque school clinic hospital market village villages houses homes shops
    """.split()
)
TAKEN = frozenset("captured seized taken retaken recaptured destroyed shelled bombed".split())
_PLACED = (["near"], ["in"], ["at"], ["on"], ["outside"], ["between"])
_BEFORE = (["before"], ["while"], ["when"])
_PUSHED = frozenset(("pushed", "swept", "rolled", "cleared"))  # as men may do themselves
AT = frozenset("near in at outside around".split())
_DOWNED = frozenset("downed shot brought".split())
_PLANES = frozenset(("bomber", "fighter"))  # which are men as well
_OVER = AT | frozenset(("over", "by", "and", "while", "as"))
_MANY = frozenset("least most many dozen dozens score scores half".split())
_OBJECTS = ONE_TO_TEN | {"a", "an", "the", "several"}
_FAR = 6  # words of "near the small town of X"
_PLACE = 5  # words of "over the town of X"
_WHENCE = AT.union("out back off from".split())
_APART = frozenset(", ; : and but while as".split())
_DONE_TO_MEN = (Action.PUSH_BACK, Action.HOLD, Action.ATTACK, Action.ENCIRCLE)
ENDS: tuple[list[str], ...] = ([], *([mark] for mark in ".;,:-–—"))
_FULL_STOPS = (["."], ["!"], ["?"], ['"'], ["”"])
_NEAR = 4  # words of "14 armed rebels reportedly"


def lacks_be(parsed: Parsed, trigger: Trigger, after: list[str]) -> bool:
    """Tell whether a participle tells what befell those before it, though no "was" stands there.

    ``after`` are the two words behind it and its closing mark.
    """
    dead = trigger.form in _DEAD and _are_counted_dead(parsed, trigger, after)
    taken = _is_hit_in_brief(parsed, trigger) or _is_taken(parsed, trigger)
    taken = taken or _is_downed(parsed, trigger)
    return dead or taken or _is_driven(parsed, trigger) or _is_done_by(parsed, trigger)


def _are_counted_dead(parsed: Parsed, trigger: Trigger, after: list[str]) -> bool:
    """Tell whether a headline counts or ranks the dead: "14 rebels killed in X"."""
    if not after or after[0] not in _FELL or not _COUNTS.isdisjoint(after[1:]):
        return False
    if after[0] in AT and after[1:] != ["cold"] and parsed.armed.issuperset(range(trigger.first)):
        return True  # "Rebels killed in X"
    lead = parsed.lower[max(0, trigger.first - _NEAR) : trigger.first]
    return any(word in _COUNTED or word[:1].isdigit() for word in lead)


def _is_hit_in_brief(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a list of events leaves out "was": "bus and two cars ambushed near X"."""
    behind, at = parsed.lower[trigger.last + 1 : trigger.last + 2], trigger.first - 1
    if has_late_object(parsed, trigger):
        return False
    if trigger.form == "destroyed" and (behind in _PLACED or behind in _BEFORE):
        return parsed.lower[at] in _GOODS or at in parsed.armed  # "army tank destroyed at X"
    if trigger.form not in _HIT or behind not in _PLACED:
        return False
    return parsed.lower[at] in _GOODS and trigger.first > 0


def _is_taken(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a headline leaves out "was": "Chad says 19 Libyan posts captured"."""
    before, behind = parsed.lower[trigger.first - 1], parsed.lower[trigger.last + 1 :]
    ground = trigger.first > 0 and before in scene().ground
    return ground and trigger.form in TAKEN and behind in ENDS


def _is_downed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what flies is brought down, with "was" left out: "and a jet shot down over X".

    What others shot down stands behind: "shot down near X a helicopter", "shot down at least 22".
    """
    down = trigger.form in _DOWNED
    if not down or not trigger.first:
        return False
    end = trigger.first + 1 + (trigger.form != "downed")
    behind, what = parsed.lower[end : end + 1], parsed.words[trigger.first - 1].text
    word = what.lower().removesuffix("s")
    flies = word in _PLANES or word in scene().weapons or is_make(what, ".")
    return flies and (behind in ENDS or (behind[0] in _OVER and not _is_counted(parsed, end)))


def _is_counted(parsed: Parsed, end: int) -> bool:
    """Tell whether a verb has an object behind it: "over 80 jets", "over the town two jets"."""
    count = end + 1 + (parsed.lower[end + 1 : end + 2] == ["a"])  # "over a dozen jets"
    many = "".join(parsed.lower[count : count + 1])
    if many in _MANY or many[:1].isdigit() or many in ONE_TO_TEN:
        return True
    placed = (parsed.word_at(m.end - 1) + 1 for m in parsed.places)
    behind = next((n for n in placed if end + 1 < n <= end + _PLACE), len(parsed.lower))
    what = "".join(parsed.lower[behind : behind + 1])
    return what in _OBJECTS or what[:1].isdigit()


_FATES = frozenset("missing dead killed wounded injured hurt captured feared".split())


def has_late_object(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those whom a verb befalls follow its place: "ambushed near X a convoy".

    No headline's "trucks ambushed near X two soldiers missing", whose end tells what became of men.
    """
    tail = parsed.lower[trigger.last + 1 :]
    if not _FATES.isdisjoint(tail[-2:]) and BE.isdisjoint(tail) and "," not in tail:
        return False
    ends = {parsed.word_at(m.end - 1) for m in parsed.places}
    starts = (parsed.word_at(m.start) for m in parsed.actors if m.armed and m.free)
    behind = (n for n in starts if n > trigger.last and parsed.lower[n - 1] not in JOINED)
    if any(not ends.isdisjoint((n - 1, n - 2)) for n in behind):
        return True
    near = (n + 1 for n in ends if trigger.last < n <= trigger.last + _FAR)
    at = next((n for n in near if not _OBJECTS.isdisjoint(parsed.lower[n : n + 1])), None)
    return at is not None and not any(t.start == parsed.words[at].start for t in parsed.times)


def _is_driven(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those before a verb are driven out: "army says rebels driven from X".

    "Rebels pushed out of X" is so in a headline, and set off: "the rebels, pushed out of X, fled".
    """
    first = trigger.first
    behind = parsed.lower[first + 1 : first + 3]
    whence = behind[:1] in (["from"], ["out"]) and first + 2 not in parsed.armed
    set_off = first > 1 and parsed.lower[first - 1] == "," and first - 2 in parsed.armed
    driven = trigger.pattern.action is Action.PUSH_BACK or trigger.form in _PUSHED
    if not first or not driven or not (whence or behind == ["back", "from"]):
        return False
    lower = parsed.lower
    if not set_off and any(lower[t.first - 1] == "and" for t in parsed.following(trigger)):
        return False  # "Troops swept from X north and captured Y"
    if set_off or trigger.form not in _PUSHED:
        return set_off or first - 1 in parsed.armed
    return first - 1 in parsed.armed and parsed.lower[-1:] not in _FULL_STOPS


def _is_done_by(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a brief leaves out "was" and says who did it: "army pushed from X by rebels"."""
    men, behind = trigger.first - 1, parsed.lower[trigger.first + 1 : trigger.last + 2]
    if men not in parsed.armed or _WHENCE.isdisjoint(behind):
        return False
    if trigger.pattern.action not in _DONE_TO_MEN or "by" not in parsed.lower[trigger.last :]:
        return False
    by = parsed.lower.index("by", trigger.last)
    placed = any(parsed.word_at(m.end - 1) == by - 1 for m in parsed.places)
    whom = not parsed.armed.isdisjoint(range(trigger.first, by))
    force = next((n for n in range(by + 1, by + _NEAR) if n in parsed.armed), by)
    led = force > by and _APART.isdisjoint(parsed.lower[by:force])  # no "by day, and soldiers"
    return placed and led and not whom
