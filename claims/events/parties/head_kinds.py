"""What a head of a noun phrase stands for: somebody who fights, somebody who does not."""

from __future__ import annotations

from functools import cache

from claims.claimants.speech import tells
from claims.events.event import Acting
from claims.events.parties.beside_force import OF_FORCES, is_of_a_force
from claims.events.sentences.parse import Parsed
from claims.fighters.forces import force_words
from claims.fighters.makes import is_make
from claims.gaps import TIMES
from claims.number_words import ONE_TO_TEN
from claims.scene import scene
from claims.word_lists import word_list

__all__ = ["is_governed", "kind_of"]

_PREPOSITIONS = frozenset(
    """
    of in on at by from with for to near against under over into toward towards around between among
    behind outside inside along through across amid despite including after before without
    """.split()
)
_BACKING = frozenset("backing supporting protecting guarding".split())
_ONCE = frozenset("former ousted deposed ex".split())
_MANY = ONE_TO_TEN.union(word_list("many"))
_RELIEVING = frozenset("column columns force forces troops".split())  # of a besieged garrison
_ENABLED = "enabled allowed helped forced ordered since".split()  # X to do it
_SPANS = "minutes hour hours day days week weeks weekend month months year years".split()
_OCCASIONS = "incident development developments time".split()  # "in another incident shells"
# No phrase of a preposition goes on over one: "later in the day shells hit X".
_CLOSING = TIMES.union(_ENABLED, _SPANS, _OCCASIONS)
_DRIVEN = frozenset("trucks vehicles cars jeeps pickups pick-ups lorries".split())
_TRUCES = frozenset("truce ceasefire pause law".split())  # nobody who acts
_TOWNS = frozenset("town towns village villages city suburb district hub port".split())
_ARTICLES = frozenset(("a", "an"))
# "An air weapons team", "a Tornado mission": no aid workers.
_CREWS = frozenset("team teams mission missions".split())
_OF_ARMS = frozenset("weapons combat bombing assault sniper mortar strike attack commando".split())
_FLEEING = frozenset("fleeing fled flee escaping escaped".split())
_FLEERS = frozenset("who thousands hundreds tens dozens those many others".split())
_LEFT = frozenset("survivors remnants stragglers".split())
_WITHDRAWS = ("retreat", "withdr", "regroup")
_PHRASE = 5  # words of a noun phrase before its head
_LADEN = frozenset("with carrying bringing taking of bearing loaded".split())
_LOAD = 6  # words of "with 40 tonnes of food and medicine"
# In these fighters may ride as well.
_VEHICLES = frozenset("bus buses ambulance ambulances passenger passengers un press".split())
_BANDS = frozenset("army armies brigade brigades legion legions column columns squads".split())
_BAND = 3  # words of "young coffee pickers"
_RULERS = frozenset("president minister premier government governor king chancellor".split())
# Who may serve in a band that fights, and what it may ride on.
_SERVING = frozenset(
    """
    police policeman policemen officer officers power students student workers worker people
    truck trucks bus buses lorry lorries train trains minibus minibuses thousands
    """.split()
)


def kind_of(parsed: Parsed, number: int) -> Acting:
    """Tell what a word stands for; "an aid convoy" fights no more than the aid does."""
    if parsed.words[number].text[:1].isupper() and _is_make(parsed, number):
        return Acting.FIGHTER
    if parsed.lower[number] not in _telling() and number not in parsed.armed:
        return Acting.UNTOLD  # as most words are
    return _told_kind(parsed, number)


def _told_kind(parsed: Parsed, number: int) -> Acting:
    words, word = scene(), parsed.lower[number]
    if word in words.fighters or word in words.weapons:
        before = parsed.lower[number - 1] if number else ""
        if word in ("fire", "blast", "explosion") and before in ("a", "the", "big", "gas"):
            return Acting.UNTOLD
        troops = before == "relief" and word in _RELIEVING
        # "An Xan aid convoy" is Xan's, and no force
        force = _armed(parsed, number - 1) and not (word in words.travelling and before != "un")
        described = before in words.relief and not (troops or force)
        described = described or _carries_aid(parsed, number) or _is_band_of_folk(parsed, number)
        return Acting.CIVILIAN if described else Acting.FIGHTER
    if word in _CREWS and _is_of_arms(parsed, number - 1):
        return Acting.FIGHTER
    force = is_of_a_force(parsed, number) or _are_left_of_one(parsed, number)
    if _armed(parsed, number) or force or _in_column(parsed, number):
        return Acting.FIGHTER
    behind = parsed.lower[number + 1 : number + 2]
    truce = word == "humanitarian" and not _TRUCES.isdisjoint(behind)
    truce = truce or not _TOWNS.isdisjoint(behind)  # "a market town"
    truce = truce or (word == "campaign" and behind == ["to"])  # what it is for tells of what kind
    if truce or (word in words.ground and behind == ["of"]):
        return Acting.UNTOLD  # "the south bank of the river"
    return Acting.CIVILIAN if word in words.civilians else Acting.UNTOLD


@cache
def _telling() -> frozenset[str]:
    """Return the words that may stand for somebody or something by themselves."""
    words = scene()
    named = words.fighters | words.weapons | words.civilians
    return named | OF_FORCES | _DRIVEN | _LEFT | {"humanitarian"}


def _are_left_of_one(parsed: Parsed, number: int) -> bool:
    """Tell whether "survivors" are of a force: they are told so, or withdraw as armies do.

    Not those of an earthquake.
    """
    if parsed.lower[number] not in _LEFT or not scene().calamities.isdisjoint(parsed.lower):
        return False
    if parsed.lower[number + 1 : number + 2] == ["of"]:
        return not parsed.armed.isdisjoint(range(number + 2, number + 2 + _PHRASE))
    verbs = (t for t in parsed.triggers if 0 < t.first - number <= _VERB)
    return any(t.form.startswith(_WITHDRAWS) for t in verbs)


def _carries_aid(parsed: Parsed, number: int) -> bool:
    """Tell whether what is under way brings relief and no fighters: "a convoy with food"."""
    behind = parsed.lower[number + 1 : number + 1 + _LOAD]
    if parsed.lower[number] not in scene().travelling or behind[:1] == []:
        return False
    if number and parsed.lower[number - 1] in force_words().rebel:
        return False  # "a rebel column loaded with medicine"
    laden = behind[0] in _LADEN and not (scene().relief - _VEHICLES).isdisjoint(behind)
    return laden and scene().fighters.isdisjoint(behind)


def _is_band_of_folk(parsed: Parsed, number: int) -> bool:
    """Tell whether many only work or march together: "brigades of pickers", "an army of fans"."""
    behind = parsed.lower[number + 1 : number + 2 + _BAND]
    if parsed.lower[number] not in _BANDS or behind[:1] != ["of"]:
        return False
    of = (word for word in behind[1:] if word in scene().fighters or word in scene().civilians)
    who = next(of, "police")
    if who in _RULERS:
        return False  # "the army of President Roe"
    if who.startswith("volunteer"):
        return parsed.lower[number] == "army"  # "a brigade of volunteers" may fight
    return who in scene().civilians and who not in _SERVING


def _in_column(parsed: Parsed, number: int) -> bool:
    """Tell whether vehicles drive in a column that carries no aid: "a column of pick-up trucks"."""
    if parsed.lower[number] not in _DRIVEN:
        return False
    lead = parsed.lower[max(0, number - _PHRASE) : number]
    at = next((n for n, word in enumerate(lead) if word in ("column", "columns")), len(lead))
    return lead[at + 1 : at + 2] == ["of"] and scene().relief.isdisjoint(lead)


def _is_of_arms(parsed: Parsed, number: int) -> bool:
    return number >= 0 and (parsed.lower[number] in _OF_ARMS or _is_make(parsed, number))


def _is_make(parsed: Parsed, number: int) -> bool:
    behind = parsed.words[number + 1].text if number + 1 < len(parsed.words) else "."
    return is_make(parsed.words[number].text, behind)


def _armed(parsed: Parsed, number: int) -> bool:
    return number in parsed.armed


_VERB = 3  # words from men to "continued to ambush"


def is_governed(parsed: Parsed, number: int, low: int) -> bool:
    """Tell whether a preposition stands before a head; "dozens of" governs nothing."""
    for position in range(number - 1, max(low, number - _PHRASE) - 1, -1):
        word = parsed.lower[position]
        if word == "at" and parsed.lower[position + 1] in ("least", "most"):
            continue
        if _opens_behind_place(parsed, position, number) or (
            word in _PREPOSITIONS and _sets_scene(parsed, position, number)
        ):
            return False
        if word in _PREPOSITIONS:
            many = word == "of" and position > low and parsed.lower[position - 1] in _MANY
            return not many or is_governed(parsed, position - 1, low)
        if position > low and (_backs(parsed, position) or _is_fled(parsed, position)):
            return True
        if word in _ARTICLES and parsed.lower[position - 1] not in _PREPOSITIONS:
            return False  # "in the camp at X a missile killed"
        if not word[:1].isalnum() or tells(word) or word in _CLOSING or word.isdigit():
            return False  # "by noon lead elements had"
    return False


def _is_fled(parsed: Parsed, position: int) -> bool:
    """Tell whether a word leads to those from whom others flee: "civilians fleeing the rebels"."""
    return parsed.lower[position] in _FLEEING and _flees(parsed.lower[position - 1])


def _backs(parsed: Parsed, position: int) -> bool:
    """Tell whether a word leads to whom fighters only back: "forces backing President Roe".

    Whoever backs a "former president" may be anyone's.
    """
    backs = parsed.lower[position] in _BACKING and position - 1 in parsed.armed
    return backs and _ONCE.isdisjoint(parsed.lower[position + 1 : position + _PHRASE])


def _opens_behind_place(parsed: Parsed, position: int, number: int) -> bool:
    """Tell whether men open a clause behind a place: "slowed the push on X and rebels attacked Y".

    Their verb has to stand near: "and rebels continued to harass Y".
    """
    if parsed.lower[position] != "and":
        return False
    placed = any(parsed.word_at(m.end - 1) == position - 1 for m in parsed.places)
    acts = any(0 < t.first - number <= _VERB for t in parsed.triggers)
    return placed and acts and {*range(position + 1, number + 1)} <= parsed.armed


def _flees(word: str) -> bool:
    """Tell whether a word stands for people who flee from others; "the fleeing rebels" flee."""
    return word in scene().civilians or word in _FLEERS


def _sets_scene(parsed: Parsed, position: int, number: int) -> bool:
    """Tell whether a preposition has a place set in front: "in X rebels", and "rebels" is free."""
    return any(
        s.fronted
        and position < s.first <= position + 2
        and s.mention.end <= parsed.words[number].start
        for s in parsed.spots
    )
