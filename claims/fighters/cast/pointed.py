"""Whom words point back to: "the fighters", "the forces", "its troops", "the gunmen"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from claims.fighters.creeds import REBEL
from claims.fighters.forces import AIRCRAFT, force_words
from claims.fighters.named.full_names import FIGHT
from claims.fighters.number import number_of
from claims.fighters.phrase import Phrase
from claims.fighters.worded.heads import JOINT
from claims.fighters.worded.possessives import CHIEFS
from claims.sides.groups import country_words, homes, islamists, listed

__all__ = [
    "abroad",
    "are_hired",
    "attackers",
    "fights_elsewhere",
    "governed_there",
    "is_some_arm",
    "last_forces",
    "last_group",
    "lately",
    "loyal_to_a_ruler",
    "named_soon",
    "only_named",
    "owner",
    "the_forces",
    "the_group",
]

_ARMY = ("state", "troops")
_ARMIES = ("army", "military", "air force", "navy")
_ATTACKERS = frozenset("gunmen attackers assailants".split())
_GANGS = ["gangs"]
_HIRED = frozenset("mercenaries mercenary guards bodyguards advisers pilots".split())
_OF_A_GROUP = force_words().rebel | FIGHT | {"fighters", "men", "wing"}
_ON_THE_WAY = frozenset("convoy column patrol".split())
_BODIES = frozenset("brigade battalion regiment division".split())
# Told of before, or nobody's.
_KNOWN_BODIES = frozenset("command corps battalion regiment contingent".split())
_ARMS = ("special forces", "special forces troops", "special forces soldiers", "commando units")
_FORCES = ("forces", "troops", "peshmerga")  # of "the forces entered X as the Front fled", no group
_IN_LAND = 2  # words from "troops" to "Chad" of "government troops in Chad"
_SET_IN = 3  # words from "Chad" to "the army", with "meanwhile" between commas
_NEAR = 2  # sentences back in which those stand who are "the gunmen"
_LATELY = 3  # sentences back in which a group stands that "the militants" are
_SOON = 3  # sentences on in which a report names the rebels that it opens with
_JIHAD = frozenset("jihadist jihadists jihadis islamist islamists militant militants".split())
_REBELS = frozenset("rebel rebels insurgent insurgents guerrilla guerrillas".split())


def are_hired(phrase: Phrase) -> bool:
    """Tell whether a people's men serve others and rise against nobody: "Serb mercenaries".

    So may the militiamen of another land, "Pakistani militiamen".
    """
    return phrase.text.lower().rpartition(" ")[2] in _HIRED or phrase.name in country_words()


def is_some_arm(phrase: Phrase) -> bool:
    """Tell whether words name an arm that any state has: "special forces", no "the army"."""
    return phrase.text.lower() in _ARMS and not phrase.definite


def last_group(before: Sequence[Phrase], is_state: Callable[[str], bool]) -> str | None:
    """Return the group spoken of last: the subject of the last sentence that names one."""
    own = [p for p in before if p.side and not p.owner and not is_state(p.side)]
    if not own:
        return None
    last = [p for p in own if p.sentence == own[-1].sentence]
    return next((p.side for p in last if p.free), last[-1].side)


def the_group(
    phrase: Phrase, before: Sequence[Phrase], is_state: Callable[[str], bool]
) -> str | None:
    """Return whom "the group" means: a body with a name, rather than a people's men.

    It is the one that was called so by name, "the X movement". "The alliance" may be one of states,
    "the colonel's men" are those of a leader named before.
    """
    if phrase.text.lower().split("'")[0] in CHIEFS:
        led = next((p.side for p in reversed(before) if p.led or p.kind == "person"), None)
        if led:
            return led
    if phrase.text.lower().endswith("alliance"):
        allied = next((p.side for p in reversed(before) if p.side in listed("alliances")), None)
        if allied:
            return allied
    called = [p for p in before if p.side and p.kind != "group" and p.noun == phrase.noun]
    if phrase.noun not in ("", "group") and called and not is_state(called[-1].side or ""):
        return called[-1].side
    named = [p for p in before if p.kind in ("force", "named")]
    named = [p for p in named if not p.text.lower().endswith(_FORCES)] or named
    return last_group(named, is_state) or last_group(before, is_state)


def attackers(
    phrase: Phrase,
    before: Sequence[Phrase],
    is_state: Callable[[str], bool],
    groups: Sequence[str],
) -> str | None:
    """Return who "the gunmen" are: the one group that did something just before.

    Where gangs alone fight the police, any gunmen are theirs. Aircraft are those told of before.
    """
    head = phrase.text.split()[-1].lower()
    if head in AIRCRAFT:
        return _flown(phrase, before)
    if head not in _ATTACKERS:
        return None
    if groups == _GANGS:
        return _GANGS[0]
    if not phrase.pointed:
        return None
    near = [p for p in before if phrase.sentence - p.sentence <= _NEAR and p.free and p.armed]
    sides = {p.side for p in near if p.side and not is_state(p.side)}
    return sides.pop() if len(sides) == 1 else None


def _flown(phrase: Phrase, before: Sequence[Phrase]) -> str | None:
    """Return whose aircraft a report tells of, where they are one side's only.

    They were told of in the sentence before, and neither it nor this one names another side.
    """
    near = [*takewhile(lambda p: phrase.sentence - p.sentence <= 1, reversed(before))]
    if not any(map(_flies, near)):
        return None
    told = [*near, *filter(_flies, before)]
    sides = {p.side for p in told}
    return sides.pop() if len(sides) == 1 and not any(p.others for p in told) else None


def _flies(phrase: Phrase) -> bool:
    return phrase.text.split()[-1].lower() in AIRCRAFT


def abroad(
    phrase: Phrase, before: Sequence[Phrase], is_state: Callable[[str], bool], home: str
) -> str | None:
    """Return the state whose "the army" is where a sentence is set: "In Chad, the army took X".

    Where another state was named as acting, the army may be its own, and abroad, but not where the
    scene changes: "In Chad, meanwhile, the army". With no ``home`` it is of the one whose forces
    the sentence tells of: "Chadian tanks took X; the army said".
    """
    if phrase.kind not in _ARMY or not before or before[-1].sentence != phrase.sentence:
        return None
    here = before[-1]
    # "In Chad, the army said", whoever else is told of, "in Chad, troops left an army camp"
    there = here.armed and any(p.side == here.side for p in _fronted_before(phrase, before))
    if there or (here.fronted and phrase.speaks):
        return here.side
    if not here.fronted:
        last = [p for p in before if p.sentence == phrase.sentence]
        army = not home and phrase.text.lower() in _ARMIES
        told = army and len(last) == 1 and here.free and here.armed and is_state(here.side or "")
        return here.side if told else None
    anew = not any(p.side == here.side and p.sentence < phrase.sentence for p in before)
    if anew and phrase.first - here.last > _SET_IN:
        return here.side
    acting = (p.side for p in before if p.free and (p.armed or p.says) and p.kind not in _ARMY)
    return None if any(s and s != here.side and is_state(s) for s in acting) else here.side


def _fronted_before(phrase: Phrase, before: Sequence[Phrase]) -> Sequence[Phrase]:
    """Return the lands in which a sentence is set up to a phrase: "In Chad, the army"."""
    return [p for p in before if p.fronted and p.sentence == phrase.sentence]


def governed_there(phrases: Sequence[Phrase], number: int) -> str | None:
    """Return the state whose "government troops" are told of by land, whatever a theatre's are.

    "In Chad, government troops", "government troops in Chad".
    """
    phrase = phrases[number]
    if not phrase.text.lower().startswith("government ") or phrase.kind not in ("force", "state"):
        return None
    behind = [p for p in phrases[number + 1 : number + 2] if p.first == phrase.last + _IN_LAND]
    lands = (*_fronted_before(phrase, phrases[:number]), *(behind if phrase.placed else ()))
    return next((p.side for p in reversed(lands) if p.kind == "country"), None)


def last_forces(before: Sequence[Phrase]) -> str | None:
    """Return whose "the forces" are: those of the last who fight."""
    return next((p.side for p in reversed(before) if p.side and p.armed), None)


def the_forces(phrase: Phrase, before: Sequence[Phrase]) -> str | None:
    """Return whose "the forces", "the convoy" or "the brigade" are.

    Rebels who attacked a convoy were spoken of last, and it is not theirs: it is that of a convoy
    which a side was named for, or nobody's.
    """
    if phrase.text.lower().startswith(JOINT):
        return _leading(before)
    head = phrase.text.split()[-1].lower()
    same = [p for p in before if p.text.lower().endswith(head)]
    own = _ON_THE_WAY | _KNOWN_BODIES
    told = last_forces(same) if head in own | _BODIES else None
    return told if told or head in own else last_forces(before)


def _leading(before: Sequence[Phrase]) -> str | None:
    """Return who leads those who act together: A of "A and B took X. The joint forces hold it"."""
    pairs = (n for n in range(len(before) - 1, 0, -1) if before[n].joined)
    pair = next((n for n in pairs if before[n - 1].side and before[n - 1].armed), None)
    both = next((p.side for p in reversed(before) if p.others and not p.apart), None)
    return both if pair is None else before[pair - 1].side


_MEN = frozenset("soldiers troops fighters men servicemen gunmen".split())


def owner(phrase: Phrase, before: Sequence[Phrase], is_state: Callable[[str], bool]) -> str | None:
    """Return whose "its troops" are: the last that stands free before and agrees in number.

    At the head of a sentence "its guerrillas" are a group's, if the one before tells of any.
    """
    free = [p for p in before if p.side and (p.free or (p.owner and p.says)) and not p.aside]
    near = [p for p in free if p.sentence == phrase.sentence]
    if not (near or phrase.told or _OF_A_GROUP.isdisjoint(phrase.text.lower().split())):
        last = [p for p in before if phrase.sentence - p.sentence == 1 and p.side]
        groups = [p for p in last if not is_state(p.side or "")]
        if groups:
            return next((p.side for p in groups if p.free), groups[0].side)
    if not near and before and before[-1].sentence == phrase.sentence and not before[-1].aside:
        return before[-1].side  # "a claim by the Front, which said its fighters"
    if _is_of_men(phrase):
        near = [p for p in near if not _is_of_men(p)] or near
    near = near or free
    fitting = [p for p in near if number_of(p.text) in (None, phrase.many)]
    # An army may have "their soldiers", but fighters have no "its".
    loose = [p for p in near if phrase.many or not number_of(p.text)]
    if fitting or loose:
        return (fitting or loose)[-1].side
    return before[-1].side if before and not near else None


def _is_of_men(phrase: Phrase) -> bool:
    """Tell whether a phrase is of men alone, who have no men of their own."""
    return phrase.text.split()[-1].lower() in _MEN


def lately(
    before: Sequence[Phrase], sentence: int, groups: set[str], back: int = _LATELY
) -> str | None:
    """Return the one group that was spoken of just before, if it may be rebels at all."""
    near = [p for p in before if 0 <= sentence - p.sentence <= back]
    spoken = {p.side for p in near if p.side in groups}
    return spoken.pop() if len(spoken) == 1 else None


def loyal_to_a_ruler(phrase: Phrase, home: str) -> str | None:
    """Return whose those are who are loyal to "the president": the state's at home or of a name.

    "Chadian soldiers loyal to the president" are Chad's wherever; who leads a coup has no state.
    """
    land = country_words().get(phrase.text.split()[0], home)
    return None if " coup" in phrase.text.lower() else land


def only_named(before: Sequence[Phrase], groups: set[str]) -> str | None:
    """Return the one group of those that may be rebels which a report has named until then."""
    named = {p.side for p in before if p.side in groups}
    apart = any(p.side == REBEL for p in before)  # plain rebels, told of beside it
    return named.pop() if len(named) == 1 and not apart else None


def named_soon(phrases: Sequence[Phrase], number: int, groups: set[str]) -> str | None:
    """Return the first group that a report names, for the plain rebels that it opens with."""
    words = phrases[number].text.lower().split()
    if _REBELS.isdisjoint(words):  # "Jihadists attacked X": the first group of theirs
        groups = set() if _JIHAD.isdisjoint(words) else groups & islamists()
    if not groups:
        return None
    last = phrases[number].sentence + _SOON
    behind = (phrases[n] for n in range(number + 1, len(phrases)))
    soon = takewhile(lambda p: p.sentence <= last, behind)
    side = next((p.side for p in soon if p.side in groups), None)
    return None if side and any(one.side in groups for one in phrases[:number]) else side


def fights_elsewhere(phrase: Phrase, side: str | None) -> bool:
    """Tell whether a group is none of a land's rebels: "Xian rebels", where it fights state Y.

    Only of a land whose own groups are known, for others may fight from it.
    """
    land = country_words().get(phrase.text.split(maxsplit=1)[0])
    fought = homes().get(side or "")
    return fought not in (None, land) and land in homes().values()
