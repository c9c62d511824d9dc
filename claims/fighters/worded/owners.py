"""What stands behind a head and tells whose it is: "loyal to X", "of the X"."""

from __future__ import annotations

from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Ground, Phrase, names_land
from claims.fighters.worded.apposed import apposed
from claims.fighters.worded.backed import patron
from claims.fighters.worded.behind_land import (
    BEFORE_NAMES,
    HEADS,
    MEN,
    SPLIT,
    behind_adjective,
    behind_former,
    has_men,
)
from claims.fighters.worded.named_rulers import (
    ONCE,
    TITLED,
    ruler_named,
    rules,
    state_behind,
    with_officer,
)
from claims.fighters.worded.offices import holder
from claims.fighters.worded.told_of import HAVE, told_of
from claims.fighters.worded.turned import turned_to
from claims.lexicon import lexicon

__all__ = ["LED", "followers", "is_loyal", "look_right"]

_APPOSED = 5  # words between "of" and the name of a group that is called one
_BEFORE_NAME = frozenset(
    "the a larger smaller bigger main second self-proclaimed so-called breakaway banned outlawed"
    " linked rival".split()
)
_DESCRIBING = ("ist", "al", "ic", "ive", "ish", "ary", "ern")  # ends of a name's adjectives
_PARTIES = frozenset("unit units band column detachment company platoon squad group".split())
_ALLIED = frozenset("allied aligned affiliated linked".split())
_BEFORE_FROM = frozenset(("", ".", ":", "\n", "by", "to", "and", "against", "between"))
LED = frozenset("led commanded headed".split())
_LOOSE = ("forces", "fighters", "factions", "nobody", "")  # men who may be anyone's
_OPPOSED = (["opposed", "to"], ["hostile", "to"])
_LEADERS = frozenset("general gen warlord colonel commander leader chief".split())
_LEADING = _LEADERS.union("former ousted deposed".split(), SPLIT)
_REALMS = frozenset("republic kingdom federation union state emirate sultanate".split())
_STYLED = 4  # words of "the Federal Democratic Republic"
_WAY = frozenset(
    "the restive northern southern eastern western central autonomous semi-autonomous breakaway"
    " self-declared region state republic of".split()
)


def look_right(ground: Ground, phrase: Phrase) -> Phrase:
    """Take what stands behind a head and tells whose it is; return the phrase."""
    lower = ground.tokens.lower
    number = phrase.last + 1
    opposed = lower[number : number + 2] in _OPPOSED and not phrase.side
    if opposed and phrase.kind in ("state", "troops"):
        phrase.kind = "fighters"  # "troops opposed to the president" are not the state's
    elif _backs(ground, phrase):
        _owner_behind(ground, phrase, number + 1)
    elif is_loyal(ground, phrase):
        if phrase.kind != "force" and not _is_allied_state(phrase, lower[number]):
            _owner_behind(ground, phrase, number + 2)
    elif _is_led(ground, phrase):
        _owner_behind(ground, phrase, number + 2)
    elif (at := turned_to(ground, phrase)) is not None:
        _owner_behind(ground, phrase, at)
    elif bound_to := patron(ground, phrase):
        phrase.bound, phrase.kind = bound_to.side, ""
    elif number + 1 < len(lower) and lower[number] in ("of", "from", "under"):
        _owner_of(ground, phrase, number + 1)
    return phrase


def followers(ground: Ground, number: int) -> Phrase | None:
    """Return who follows a leader or a force named behind: "supporters of General X"."""
    at = number + 2
    while ground.tokens.lower[at : at + 1] and ground.tokens.lower[at] in BEFORE_NAMES:
        at += 1
    if ground.tokens.lower[number + 1 : number + 2] != ["of"] or at >= len(ground.tokens.lower):
        return None
    named = at in ground.by_first or (ground.tokens.capital(at) and not ground.tokens.shouted)
    full = at > number + 2 or ground.tokens.capital(at + 1)  # "of Jan Roe", no "of Arsenal"
    if not named or not (full or at in ground.by_first):
        return None  # "supporters of the party rallied"
    phrase = Phrase(first=number, last=number, kind="fighters")
    _owner_behind(ground, phrase, at)
    return phrase if phrase.side and phrase.kind in ("person", "force") else None


def is_loyal(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether those behind are named to whom a head is true: "snipers loyal to X"."""
    lower, number = ground.tokens.lower, phrase.last + 1
    behind = number + 2 < len(lower) and lower[number + 1] in ("to", "with")
    return (behind and lower[number] in ground.words.loyal) or _backs(ground, phrase)


def _is_allied_state(phrase: Phrase, word: str) -> bool:
    """Tell whether a state's own men only help who is named behind: "X troops allied with Y"."""
    return phrase.kind == "country" and bool(phrase.side) and word in _ALLIED


def _is_led(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether a person is named behind who leads men of no side: "forces led by Jan Roe"."""
    tokens, number = ground.tokens, phrase.last + 1
    if phrase.side or phrase.kind not in _LOOSE or tokens.lower[number : number + 1] == []:
        return False
    led = tokens.lower[number] in LED and tokens.lower[number + 1 : number + 2] == ["by"]
    at = number + 2
    while at < len(tokens.words) and (tokens.lower[at] in BEFORE_NAMES):
        at += 1
    named = at < len(tokens.words) and tokens.capital(at) and not tokens.shouted
    unit = ground.by_first.get(at)
    return led and named and (unit is None or unit.kind == "force")


def _backs(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether those behind are named whom a head backs: "forces backing Jan Roe"."""
    tokens, number = ground.tokens, phrase.last + 1
    if phrase.side or tokens.lower[number : number + 1] not in (["backing"], ["supporting"]):
        return False
    unit = ground.by_first.get(number + 1)
    named = number + 2 < len(tokens.words) and tokens.capital(number + 1) and not tokens.shouted
    return named and (unit is None or unit.kind == "force")


def _owner_of(ground: Ground, phrase: Phrase, number: int) -> None:
    """Take "of the Chad Defence Forces" behind a unit, "of General X" behind forces."""
    lower = ground.tokens.lower
    # "northern rebels of the ABC" are that one's
    people = phrase.kind == "people" and lower[number - 1] == "of"
    if (phrase.side and not people) or phrase.kind in ("enemy", "both"):
        return
    if lower[number - 1] == "of" and not ground.words.assets.isdisjoint(lower[number : number + 3]):
        return  # "shelling by soldiers of rebel positions"
    at = _behind_country(ground, number)
    while at < min(number + _APPOSED, len(lower) - 1) and _leads_to_name(ground, at):
        at += 1
    at = behind_adjective(ground, at)
    unit = apposed(ground, number) or ground.by_first.get(at)
    loose = people or phrase.kind in ("rebel", "group") or lower[number - 1] == "from"
    kinds = ("force",) if loose else ("force", "country")
    if unit is not None and unit.kind in kinds:
        # "militiamen of the XYZ faction"
        called = ground.tokens.lower[unit.last + 1 : unit.last + 2]
        last = unit.last + (not ground.words.group.isdisjoint(called))
        phrase.side, phrase.name, phrase.last, phrase.kind = unit.side, unit.name, last, "force"
    elif people:
        return
    elif unit is not None and has_men(unit) and lower[number - 1] == "of":
        phrase.kind, phrase.last = unit.kind, unit.last
    elif lower[number - 1] == "from" and (
        phrase.kind in ("forces", "fighters", "") or _opens(ground, phrase)
    ):
        _of_people(ground, phrase, number)
    elif _may_be_of_man(phrase, lower[phrase.last]) and (
        not _LEADING.isdisjoint(lower[number : at + 1]) or lower[at - 1] in MEN
    ):
        _owner_behind(ground, phrase, number)


def _may_be_of_man(phrase: Phrase, head: str) -> bool:
    """Tell whether a leader tells whose men are: no "rebel unit", which is of the rebels."""
    return phrase.kind != "rebel" or head not in _PARTIES


def _behind_country(ground: Ground, number: int) -> int:
    """Return the word behind whose land a group is of: "rebels of Chad's Northern Front".

    So is the land itself in "the army of the Republic of Chad".
    """
    lower = ground.tokens.lower
    for at in range(number, min(number + _STYLED, len(lower) - 2)):
        if lower[at] in _REALMS and lower[at + 1] == "of":
            named = ground.by_first.get(first := at + 2 + (lower[at + 2] == "the"))
            # "The Federation of Chad Workers", "the Turkish Republic of Northern Cyprus"
            whole = named is not None and not ground.tokens.capital(named.last + 1)
            return first if whole and at not in ground.by_first else number
    unit = ground.by_first.get(number)
    land = unit is not None and unit.kind == "country" and ground.tokens.owns(unit.last)
    return unit.last + 1 if unit and land else number


def _opens(ground: Ground, phrase: Phrase) -> bool:
    """Tell whether a force opens its sentence or acts, so that "from" tells whose it is.

    "Troops from Chad captured X", "X fell to troops from Chad", but no "pulled troops from Chad".
    """
    before = "".join(ground.tokens.lower[max(0, phrase.first - 1) : phrase.first])
    return before in _BEFORE_FROM


def _of_people(ground: Ground, phrase: Phrase, number: int) -> None:
    """Take the people whose land forces are from: "forces from the northern Oru region".

    A state's name tells whose soldiers are: "troops from Chad".
    """
    for position in range(number, number + _APPOSED):
        unit = ground.by_first.get(position)
        if unit is not None and unit.kind == "people":
            phrase.kind, phrase.side, phrase.name = "people", unit.side, unit.name
        elif phrase.kind == "troops" and unit is not None and names_land(unit):
            phrase.kind, phrase.side, phrase.last = "country", unit.side, unit.last
            return
        if unit is None and _WAY.isdisjoint(ground.tokens.lower[position : position + 1]):
            return


def _leads_to_name(ground: Ground, number: int) -> bool:
    """Tell whether a word stands before the name of a group: "the Islamist group Ansar Zalin"."""
    word, words = ground.tokens.lower[number], ground.words
    plain = word in words.rebel or word in words.group or word in words.between
    # "Fighters of the non-communist Liberation Front"
    described = word.endswith(_DESCRIBING) or "-" in word
    return number not in ground.by_first and (plain or described or word in _BEFORE_NAME)


def _owner_behind(ground: Ground, phrase: Phrase, number: int) -> None:
    lower, begun = ground.tokens.lower, number
    limit = number + TITLED
    while number < min(limit, len(lower) - 1) and _may_lead(ground, number):
        # "The former vice president Jan Roe", "the faction leader Jan Roe"
        rules = ONCE.isdisjoint(before := lower[begun:number]) and not any(
            word in ground.words.rebel or word in ground.words.group for word in before
        )
        if lower[number] in ground.words.state_owner and rules:
            phrase.kind, phrase.side, phrase.last = "state", None, number
            named = ground.tokens.capital(number + 1) or lower[number + 1] in BEFORE_NAMES
            if not named:
                return  # "loyal to the president captured X"
        acts = lower[number + 1] in lexicon().events  # "loyal to the rebels retook X"
        office = lower[number + 1] in HEADS  # "loyal to the ousted military chief Jan Roe"
        leads = office or (not acts and ground.leads_on(number + 1))
        if lower[number] in ground.words.state and not leads:
            phrase.kind, phrase.side, phrase.last = "state", None, number
            return  # "allied with the army drove the rebels from X"
        if (acts or lower[number + 1] in HAVE) and (kind := told_of(ground, number)):
            phrase.kind, phrase.side, phrase.last = kind, None, number
            return
        if acts and (lower[number] in ground.words.state_owner or lower[number] in _LEADERS):
            # "Loyal to the ousted president seized X", "to the warlord stormed a police post"
            phrase.last = number
            if phrase.kind != "rebel":
                phrase.kind, phrase.side = "fighters", None
            return
        number += 1
    once = lower[number] == "," and not ONCE.isdisjoint(lower[begun:number])
    number += once and ground.tokens.capital(number + 1)  # "to the former president, Jan Roe"
    number = behind_adjective(ground, behind_former(ground, number))
    _take(ground, phrase, number)


def _take(ground: Ground, phrase: Phrase, number: int) -> None:
    """Take who is named at a word: a land or a group, its ruler, the state, a person."""
    lower, unit = ground.tokens.lower, ground.by_first.get(number)
    named = ruler_named(ground, unit.last) if unit is not None else None
    if unit is not None and named is not None and not rules(ground, unit.last, named):
        number, unit = named.start, ground.by_first.get(named.start)  # his own, not his land's
    if unit is not None and unit.side:
        phrase.side = unit.side
        phrase.kind = "force" if unit.kind == "force" else "country"
        phrase.last = named[-1] if named else state_behind(ground, unit.last)
    elif lower[number] in ground.words.state_owner:
        phrase.kind, phrase.side, phrase.last = "state", None, with_officer(ground, number)
    elif ground.tokens.capital(number):
        _person(ground, phrase, number)


def _may_lead(ground: Ground, number: int) -> bool:
    """Tell whether a word is a title or description before the name of a person."""
    word = ground.tokens.lower[number]
    if word in BEFORE_NAMES:
        return True
    small = not ground.tokens.shouted and word == ground.tokens.words[number]
    owner = word in ground.words.state_owner and ONCE.isdisjoint(
        ground.tokens.lower[max(0, number - 2) : number]
    )
    return (
        small and word not in ground.words.governs and word.replace("-", "").isalpha() and not owner
    )


def _person(ground: Ground, phrase: Phrase, number: int) -> None:
    if (named := holder(ground, number)) is None:
        phrase.kind = "nobody"
        return
    last = named
    while last + 1 < len(ground.tokens.words) and ground.tokens.capital(last + 1):
        last += 1
    if phrase.kind != "state":
        name, known = ground.tokens.lower[last], ground.by_first.get(last)
        side = known.side if known and known.kind == "force" else None
        phrase.kind, phrase.side, phrase.name = "person", side or slug(name), name
    phrase.last = last
