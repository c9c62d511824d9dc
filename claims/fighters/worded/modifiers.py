"""What stands before a head and tells whose it is: "French-backed Chadian", "its", "rebel"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.forces import bears_no_arms
from claims.fighters.named.full_names import COLOURS, slug
from claims.fighters.names import Unit
from claims.fighters.phrase import (
    Ground,
    Phrase,
    bound,
    is_deed,
    is_number,
    is_where,
)
from claims.fighters.told_to import is_told
from claims.fighters.worded.backed import step_bound
from claims.fighters.worded.heads import REVILED
from claims.fighters.worded.made import joins_makes, tells_make
from claims.fighters.worded.marks import step_mark
from claims.fighters.worded.opening import is_no_name
from claims.fighters.worded.owned import BODIES, step_owner
from claims.fighters.worded.plain_words import tells_nothing
from claims.fighters.worded.possessives import POSSESSIVES, is_speakers
from claims.number_words import is_ordinal
from claims.sides.groups import peoples

__all__ = ["look_left"]

# What a town, a broadcaster or a relief agency has as well: "a ZBC crew", "the Oru garrison".
_NO_PEOPLES = frozenset(
    "garrison garrisons wing team teams crew crews convoy convoys company companies members"
    " planes plane aircraft boats boat ships ship vessels personnel officers".split()
)
# Bodies that a state calls after towns and heroes: no people's and no group's.
_OF_A_TOWN = {"police": "state", "garrison": "unit", "detachment": "unit", "grouping": "unit"}
# What opens no name of a part of a land: "the State forces", "Islamic State fighters".
_NO_NAMES = frozenset("the our all these islamic free".split())
# Which armies alone have: "the Kasari operational group", of no people.
_OF_STAFFS = frozenset(("operational", "operational-strategic", "operational-tactical"))
_ADJECTIVES = frozenset(("elite", "special", "own", "crack"))
_MILITIAS = frozenset("militia militias militiamen paramilitaries".split())
_OF_MILITIAS = "-militias"
_TEAMS = frozenset("force column group squad commandos units brigades battalions".split())
_GROUPED = frozenset("group groups grouping groupings".split())
_HOUSES = frozenset(
    "station stations post posts academy barracks compound office checkpoint base airport airports"
    " camp camps hospital prison".split()
)
_OF_HOUSES = frozenset("police military army navy guard guards gendarmerie".split())
_STEPS = 7  # words before a head in which its modifiers stand
_ARTICLES = frozenset("the a an this that these those".split())
_QUOTES = frozenset("\"“'")
_SCHOOLED = ("-speaking", "-trained", "-educated")


def look_left(ground: Ground, phrase: Phrase, number: int) -> None:
    """Take what stands before a head: whose it is, and words that say nothing of it."""
    for _ in range(_STEPS):
        if number < 0:
            return
        # "French People's Volunteers" are France's
        own = ground.tokens.words[number] == "People's" and not phrase.side
        step = number - 1 if own else _step(ground, phrase, number)
        if step is None:
            return
        number = step


def _step(ground: Ground, phrase: Phrase, number: int) -> int | None:
    """Take the word at a number into a phrase; return the next one to look at, or None."""
    lower, words = ground.tokens.lower, ground.words
    word = lower[number]
    if word == "of" and number and lower[number - 1] in _GROUPED:
        # "Chad's Northern group of forces": neither word is a people's.
        return number - 2 - (number > 1 and ground.tokens.capital(number - 2))
    unit = ground.by_last.get(number)
    if unit is not None:
        where = unit.kind == "country" and is_where(lower, unit.first, unit.name)
        return None if where else _step_unit(ground, phrase, unit)
    if word in _ARTICLES or word in POSSESSIVES:
        phrase.definite = word in ("the", "this", "these", "those", "that")
        phrase.pointed = phrase.definite and word != "that"  # no "said that gunmen"
        loose = phrase.kind in ("", "unit") or (
            phrase.kind == "state" and (word == "whose" or is_speakers(lower, number))
        )
        if word in POSSESSIVES and not phrase.side and loose:
            phrase.kind, phrase.many = POSSESSIVES[word], word == "their"
        return None
    if ground.tokens.owns(number):
        return step_owner(ground, phrase, number)
    compound = None if word.endswith(_SCHOOLED) else bound(word, words)
    if word in words.sided:
        step = _step_side(ground, phrase, number)
    elif compound:
        step = step_bound(ground, phrase, number, compound)
    elif word in words.between or is_number(word) or _tells_no_side(lower, number):
        step = None if _is_deed(ground, number) else number - 1
    else:
        step = _step_other(ground, phrase, number)
    return step


def _tells_no_side(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word stands between units' numbers: "Xan's 2nd, 4th and 5th divisions".

    "Oru-speaking rebels" go by no people's name either, "Chadian-trained soldiers" by no state's.
    """
    if lower[number].endswith(_SCHOOLED):
        return True
    around = lower[number - 1 : number + 2 : 2]
    return number > 0 and lower[number] in ("and", ",") and all(map(is_number, around))


def _is_deed(ground: Ground, number: int) -> bool:
    lower = ground.tokens.lower
    before = lower[number - 1] if number else ""
    forces = before in ground.words.heads or before in ground.words.state or before.endswith("s")
    # "Rebels led by Jan Roe surrounded soldiers", but no "The surrounded soldiers"
    named = ground.tokens.capital(number - 1) and number > 0 and before not in _ARTICLES
    return (forces or named) and is_deed(lower[number], before)


def _step_other(ground: Ground, phrase: Phrase, number: int) -> int | None:
    """Take the name of a people, "and", brackets, or a small word that tells nothing."""
    word = ground.tokens.lower[number]
    if ground.tokens.capital(number) and word not in ground.words.not_people:
        head = ground.tokens.lower[phrase.last]
        if tells_make(ground, phrase, number):
            return number - 1  # "B-52 bombers", "Kfir jets"
        if head in ground.words.assets or head in _NO_PEOPLES:
            # "Oru air base", "the Oru garrison" are a place's, "(Roe wing)" some group's
            return None
        return _step_people(ground, phrase, number)
    if word in _QUOTES:  # 'its "ministry of defence"', "the rebels' ministry"
        before = ground.tokens.lower[number - 1] if number else ""
        owned = before in POSSESSIVES or before in ground.words.rebel or before in _QUOTES
        return number - 1 if owned or number - 1 in ground.by_last else None
    if word in {"and", ")", ","} and not joins_makes(ground, number):
        return step_mark(ground, phrase, number)
    joins = word == "and"  # "Tornado and Typhoon aircraft"
    return number - 1 if joins or tells_nothing(ground, phrase, number) else None


def _step_unit(ground: Ground, phrase: Phrase, unit: Unit) -> int | None:
    if unit.kind in ("rebel", "state", "enemy", "both", "nobody"):
        if unit.kind == "enemy" and phrase.kind == "named" and ground.tokens.owns(unit.last):
            phrase.kind, phrase.side, phrase.first = "enemy", None, unit.first
        if not phrase.kind or (unit.kind == "rebel" and phrase.kind == "state"):
            phrase.kind, phrase.first = unit.kind, unit.first
            phrase.rebel = phrase.rebel or unit.kind == "rebel"
        return unit.first - 1
    creed = unit.name.lower() in ground.words.creeds
    if creed and ground.tokens.lower[phrase.last] in ground.words.rebel:
        return unit.first - 1  # "Muslim rebels" are the rebels, whoever they are
    if unit.kind == "country" and _are_militias(ground, phrase, unit):
        phrase.kind, phrase.name = "people", unit.name
        phrase.side, phrase.first = slug(unit.name) + _OF_MILITIAS, unit.first
        return unit.first - 1
    if _is_of(ground, phrase, unit):
        phrase.side = unit.side
    elif phrase.side is None and not phrase.bound and phrase.kind not in ("person",):
        own = phrase.name if phrase.kind in ("state", "unit") else ""  # "the X army's Lion Brigade"
        against = phrase.rebel and unit.kind in ("country", "capital")  # its armed opposition
        phrase.side = None if against else unit.side
        phrase.name = unit.name if unit.kind == "force" else own
        if phrase.kind in ("", "rebel") or unit.kind == "force":
            phrase.kind = "rebel" if against else unit.kind
            phrase.kind = "country" if phrase.kind == "capital" else phrase.kind
    elif unit.side not in (None, phrase.side) and _joined(ground, unit.last):
        phrase.others.insert(0, phrase.side or "")
        phrase.side = unit.side
    phrase.first = unit.first
    return unit.first - 1


def _is_of(ground: Ground, phrase: Phrase, unit: Unit) -> bool:
    """Tell whether a force that has a side of its own is that of who is named before it.

    "The NPF's Northern Command" is no side beside the NPF; "South Korea's 1st Marine Division":
    others have one too.
    """
    if unit.kind == "country":
        return phrase.kind == "force" and is_ordinal(ground.tokens.lower[phrase.first])
    return phrase.kind == "named" and unit.kind == "force" and ground.tokens.owns(unit.last)


def _are_militias(ground: Ground, phrase: Phrase, unit: Unit) -> bool:
    """Tell whether men of a land are none of its state's: "Xan militiamen", no "Xa's"."""
    free = not (phrase.side or phrase.kind or ground.tokens.owns(unit.last))
    return free and ground.tokens.lower[phrase.last] in _MILITIAS


def _joined(ground: Ground, number: int) -> bool:
    return ground.tokens.lower[number + 1] in ("and", ",", "/")


def _step_side(ground: Ground, phrase: Phrase, number: int) -> int | None:
    word, words = ground.tokens.lower[number], ground.words
    if ground.tokens.lower[phrase.last] == "wing":
        return number - 1  # "X's military wing" is X's
    if _is_of_a_part(ground, phrase, number):
        return number - 1
    kind = "rebel" if word in words.rebel else "state" if word in words.state else "enemy"
    if word in words.nobody:  # "rival Chadian militias" are not those of the state
        lands = phrase.kind == "country" or (phrase.side or "").endswith(_OF_MILITIAS)
        kind, phrase.side = "nobody", None if lands else phrase.side
    # "The rebel defence ministry"; but what is "terrorist" may be a state's in its foes' mouths.
    body = phrase.kind != "state" or (phrase.name != "" and word not in REVILED)
    phrase.rebel = phrase.rebel or (kind == "rebel" and body)
    if not phrase.kind or phrase.kind == "country":
        phrase.kind = kind
    phrase.first = number
    return number - 1


def _is_of_a_part(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Tell whether "State" ends the name of a part of a land whose men these are.

    "Oru State forces" are none of the state's that is at home.
    """
    tokens, before = ground.tokens, number - 1
    men = tokens.lower[phrase.last] in ("forces", "troops", "fighters", "soldiers")
    if tokens.words[number] != "State" or phrase.last != number + 1 or not men or phrase.side:
        return False
    return before >= 0 and tokens.capital(before) and tokens.lower[before] not in _NO_NAMES


def _step_people(ground: Ground, phrase: Phrase, number: int) -> int | None:
    """Take the capitalised name of a people or place before a head: "Tuareg rebels"."""
    tokens = ground.tokens
    if phrase.side or phrase.kind in ("state", "enemy", "both", "nobody"):
        return None
    loud = tokens.words[phrase.last].isupper() and not tokens.shouted  # a headline in capitals
    opens = number == 0 or tokens.words[number - 1] in '.\n"“'
    if loud or (opens and is_no_name(tokens.words[number])):
        return None  # "Right-wing militias", "Suspected rebels" that open a sentence are no people
    first = number
    while first and tokens.capital(first - 1) and first - 1 not in ground.by_last:
        if tokens.owns(first - 1) and tokens.lower[phrase.last] in BODIES:
            break  # "Roe's Zalin brigade" goes by its own name
        word = ground.tokens.lower[first - 1]
        if (word in ground.words.not_people - COLOURS) or bound(word, ground.words):
            break
        first -= 1
    before = ground.tokens.lower[first - 1] if first else ""
    placed = before in ("in", "near", "at", "around", "outside", "into", "inside", "on")
    head = tokens.lower[phrase.last]
    # "The Kasari police station", "the Kasari military airport" are places there.
    behind = tokens.lower[phrase.last + 1 : phrase.last + 2]
    house = head in _OF_HOUSES and not _HOUSES.isdisjoint(behind)
    told = placed or is_told(tokens, number)
    if told or house or bears_no_arms(tokens.lower[first : phrase.last + 1]):
        return None
    owner = first - 1 - (before in _ADJECTIVES)
    staff = not _OF_STAFFS.isdisjoint(tokens.lower[number + 1 : phrase.last])
    team = head in BODIES | _TEAMS and tokens.owns(owner) and not staff
    unit = ground.by_last.get(owner)
    if team and unit and unit.kind == "force" and tokens.words[first] not in peoples():
        # "The SPF's Kasari mobile force"; but "Mali's Kasari brigade" may be of its rebels
        phrase.kind, phrase.first = "unit", first
        return owner
    armys = team and tokens.lower[owner] in ground.words.state
    if armys or head in _OF_A_TOWN:  # "the army's Kasari battalion", "the Kasari detachment"
        phrase.kind, phrase.first = ("state", owner) if armys else (_OF_A_TOWN[head], first)
        return None
    # "The group's Kasari unit" is the group's
    groups = team and tokens.lower[owner] in ground.words.group
    return owner if groups else _step_named(ground, phrase, first, number)


def _step_named(ground: Ground, phrase: Phrase, first: int, number: int) -> int | None:
    """Take the words ``[first, number]`` of a people's name, or of a staff's."""
    tokens = ground.tokens
    name = " ".join(tokens.words[first : number + 1])
    phrase.name, phrase.first = name, first
    if not _OF_STAFFS.isdisjoint(tokens.lower[number + 1 : phrase.last]):
        phrase.kind = "unit"
        return first - 1 if first - 1 in ground.by_last else None
    short = name.isupper() and len(name) > 2
    phrase.side = peoples().get(f"{name}s") or slug(name)  # "Tiger units" are the Tigers'
    phrase.first -= first > 0 and tokens.owns(first - 1) and tokens.capital(first - 1)
    phrase.kind = "force" if short else "people"
    return first - 1 if first and tokens.lower[first - 1] == "and" else None
