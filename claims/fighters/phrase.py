"""A noun phrase of those who fight, and the text it is read in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.fighters.forces import ForceWords, force_words
from claims.fighters.names import Unit
from claims.fighters.tokens import Tokens
from geo.geodesy import COMPASS

__all__ = [
    "NO_OBJECTS",
    "Ground",
    "Phrase",
    "bound",
    "ends_in_an",
    "is_country_name",
    "is_deed",
    "is_no_head",
    "is_number",
    "is_where",
    "names_fires",
    "names_land",
]

_WHERE = 4  # words from "in" to a land: "in the far south"
_PART = frozenset(("the", "far", "central"))
_NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?$")
# Heads that may be a verb: "the army targets X", "Chad forces residents out".
_VERBS = frozenset(
    "force forces target targets patrol patrols guard guards command posts base bases positions"
    " lines sides camps rockets shields men garrison columns elements jet fire".split()
)
_OBJECTS = frozenset(
    "the a an its their his several more two three some civilian civilians".split()
)
# Words before a force that are verbs behind a plural: "rebels attack army convoys".
_DEEDS = frozenset("attack assault battle support transport besieged surrounded attacking".split())
_BEFORE_VERB = frozenset("to will would could can may might must should shall".split())
_SKIP = frozenset(("(", ")"))
# What a state or a group does, or has done to it: "the army attacks X", "army attacks on X".
_DOES = frozenset("attacks strikes raids attack strike raid".split())
# Capitals behind such a word that name no object: "Chad strikes Monday", "Army Attacks Kill Ten".
NO_OBJECTS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday kill kills killed hit hits wound"
    " injure leave target destroy cause continue kidnap claim rock shake".split()
)
_FIRES = frozenset(
    "attack attacks strike strikes fire barrage barrages raid raids shelling bombardment"
    " bombardments salvo salvoes exchanges duel duels assault assaults ambush".split()
)
# "An anti-aircraft battery" is nobody's who fights the aircraft, but a sort of battery.
_MET = frozenset(
    "aircraft tank personnel ship missile terror terrorist terrorism crime riot drug".split()
)
_NAMES_IN_AN = frozenset(
    "Afghanistan Iran Sudan Japan Jordan Pakistan Azerbaijan Kazakhstan Kyrgyzstan Uzbekistan"
    " Tajikistan Turkmenistan Oman Taiwan Bhutan Burundi Malawi Fiji Haiti Mali Somali".split()
)


_PUT_UP = 4  # words from "met" to "stiff Xan resistance"
_MEETS = frozenset(
    "met meet meets meeting faced face faces facing encountered encountering encounter overcame"
    " overcoming overcome crushed crushing broke breaking despite stiff fierce strong heavy little"
    " strongest stiffest".split()
)
_ADJECTIVAL = ("an", "i", "ese", "ish", "ch", "entine", "ppine")


@dataclass(slots=True, kw_only=True)
class Phrase:
    """A noun phrase for who fights: its words ``[first, last]`` and what tells whose side it is.

    ``kind`` says what it is where ``side`` does not settle it; ``others`` are the sides that act
    with it ("Chadian and French warplanes"); ``rebel`` tells that the text calls it a rebel;
    ``bound`` names the side that backs it; ``called`` is the people or body it is named after.
    """

    first: int
    last: int
    kind: str
    side: str | None = None
    name: str = ""
    armed: bool = True
    rebel: bool = False
    definite: bool = False
    pointed: bool = False  # "the gunmen", and no "said that gunmen"
    many: bool = False  # "their troops", not "its troops"
    free: bool = True
    bound: str | None = None
    others: list[str] = field(default_factory=list)
    apart: bool = False  # "A and B troops clashed": the others are whom it fights
    text: str = ""
    sentence: int = 0
    says: bool = False  # a verb of saying or acting follows at once
    speaks: bool = False  # and one of saying alone
    told: bool = False  # behind "said": "its men" are those of whoever speaks
    asset: bool = False  # what a force holds: "rebel positions"
    apposed: bool = False  # right behind the phrase before: "Roe's rebels, the ABC"
    joined: bool = False  # with the phrase before: "A and B", "A, backed by B"
    owner: bool = False  # "Chad's": named only to say whose something is
    fronted: bool = False  # "in Chad, the army": where what follows takes place
    led: bool = False  # named by its leader: "fighters loyal to Roe" of "Roe's Northern Front"
    placed: bool = False  # "militants in X", "in X, militants": of any who fight there
    noun: str = ""  # what it is called behind its name: "movement" of "the X rebel movement"
    whose: bool = False  # "X, whose troops": of the phrase before
    aside: bool = False  # in a clause of its own: "the port where France builds"


@dataclass(slots=True)
class Ground:
    """A text to read phrases in: its words, what in it is known by name, and the word lists."""

    tokens: Tokens
    units: Sequence[Unit]
    words: ForceWords = field(default_factory=force_words)
    by_last: dict[int, Unit] = field(default_factory=dict)
    by_first: dict[int, Unit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the units by their first and last words."""
        self.by_last = {unit.last: unit for unit in self.units}
        self.by_first = {unit.first: unit for unit in self.units}

    def describes(self, number: int) -> bool:
        """Tell whether a side before a word is an adjective: "army attacks", "government control".

        In "the army attacks X" it is none.
        """
        lower = self.tokens.lower
        word = lower[number] if number < len(lower) else "."
        if word == "shelling":  # "with the army shelling X"; but "army shelling Monday"
            behind = number + 1
            return not self.tokens.capital(behind) or lower[behind] in NO_OBJECTS
        return word in self.words.attributive and not (word in _DOES and self._does(number))

    def _does(self, number: int) -> bool:
        """Tell whether a deed is a verb, for its object follows; "attack" only with an article."""
        behind = number + 1
        following = self.tokens.lower[behind] if behind < len(self.tokens.lower) else "."
        if following in _OBJECTS:
            return True
        if not self.tokens.lower[number].endswith("s") or following in NO_OBJECTS:
            return False
        sided = following in self.words.sided or behind in self.by_first
        return sided or following[:1].isdigit() or self.tokens.capital(behind)

    def leads_on(self, number: int) -> bool:
        """Tell whether a head comes soon behind a name, so that the name only says whose it is."""
        lower = self.tokens.lower
        for position in range(number, min(number + 4, len(lower))):
            word = lower[position]
            unit = self.by_first.get(position)
            if word.endswith("ed") and is_deed(word, lower[position - 1]):
                return False  # "special forces surrounded rebels"
            if unit is not None:
                return unit.kind in ("state", "rebel", "enemy", "nobody", "people")
            if word in _SKIP or is_number(word) or self.in_brackets(position):
                continue
            if word in self.words.heads or word in self.words.rebel or word in self.words.state:
                return not self.is_verb(position, after_name=True)
            if word not in self.words.between and not bound(word, self.words):
                return False
        return False

    def goes_on(self, number: int) -> bool:
        """Tell whether a name ends with the next word: "Coast Liberation" of an "Army"."""
        behind = number + 1
        if behind >= len(self.tokens.lower) or self.tokens.owns(number):
            return False
        return self.tokens.lower[behind] in self.words.name_ends and self.tokens.capital(behind)

    def names_owner(self, number: int) -> bool:
        """Tell whether a name behind a word tells whose men are: "fighters of the Coast Front"."""
        lower, at = self.tokens.lower, number + 2
        at += lower[at : at + 1] == ["the"]
        named = at < len(lower) and (self.tokens.capital(at) or at in self.by_first)
        men = lower[number] in self.words.fighters or lower[number] in self.words.rebel
        return men and named and lower[number + 1] in ("of", "from")

    def in_brackets(self, position: int) -> bool:
        """Tell whether a word is a short form in brackets, stands there alone, or opens them."""
        words = self.tokens.words
        inside = position and words[position - 1] == "("
        inside = inside and (
            words[position].isupper() or words[position + 1 : position + 2] == [")"]
        )
        return words[position] == "(" or bool(inside)

    def is_verb(self, number: int, *, after_name: bool = False) -> bool:
        """Tell whether a word that may be a head is a verb here: "the army targets the town"."""
        lower = self.tokens.lower
        if lower[number] not in _VERBS:
            return False
        following = lower[number + 1] if number + 1 < len(lower) else "."
        name = number + 1 < len(lower) and self.tokens.capital(number + 1)
        sided = following in self.words.rebel or following in self.words.state
        if (
            following in _OBJECTS
            or sided
            or number + 1 in self.by_first
            or (name and lower[number] in ("targets", "target"))
        ):
            unit = self.by_last.get(number - 1)
            return not after_name or unit is None or ends_in_an(unit.name) or is_country_name(unit)
        return False


def ends_in_an(name: str) -> bool:
    """Tell a country's name that ends as most adjectives do: "Sudan", "South Sudan"."""
    return name.rpartition(" ")[2] in _NAMES_IN_AN


def is_country_name(unit: Unit) -> bool:
    """Tell whether a country is named and not an adjective made of it: "Chad", not "Chadian"."""
    return unit.kind == "country" and not unit.name.endswith(_ADJECTIVAL)


def names_land(unit: Unit) -> bool:
    """Tell whether a land itself is named: "Chad", "Sudan", and no "Chadian"."""
    return unit.kind == "country" and (is_country_name(unit) or ends_in_an(unit.name))


def is_where(lower: Sequence[str], first: int, name: str) -> bool:
    """Tell whether a land is where it happens: "in (northern) Chad rockets hit X".

    ``first`` is the number of its name's first word; "in Chadian air strikes" names no land.
    """
    number = first - 1
    while number > max(0, first - _WHERE) and (lower[number] in COMPASS or lower[number] in _PART):
        number -= 1
    land = ends_in_an(name) or not name.endswith(_ADJECTIVAL)
    return land and number >= 0 and lower[number] == "in"


def bound(word: str, words: ForceWords) -> tuple[str, str] | None:
    """Return sign and name of "pro-russian", "anti-taliban", "turkish-backed"."""
    if "-" not in word:
        return None
    head, _, tail = word.partition("-")
    if head in ("pro", "anti") and tail and tail not in _MET:
        return head, tail
    head, _, tail = word.rpartition("-")
    return ("with", head) if tail in words.bound and head else None


def is_number(word: str) -> bool:
    """Tell whether a word is a number, plain or ordinal: "155th"."""
    return word[:1].isdecimal() and bool(_NUMBER.match(word))


def is_deed(word: str, before: str) -> bool:
    """Tell whether a word that may describe forces is a verb behind the word before it.

    "Rebels attack army convoys" and "the army besieged rebels", but no "army attack helicopters".
    """
    return word in _DEEDS and (before.endswith("s") or word.endswith("ed"))


def is_forcing(ground: Ground, number: int) -> bool:
    """Tell whether "force" is a verb: "will force rebels out", "rebels force the army to flee"."""
    before = ground.tokens.lower[number - 1] if number else ""
    if ground.tokens.lower[number] != "force":
        return False
    return before in _BEFORE_VERB or (before.endswith("s") and ground.is_verb(number))


def is_no_head(ground: Ground, number: int) -> bool:
    """Tell whether a word that may stand for fighters stands for what is done here."""
    if number >= len(ground.tokens.lower):
        return False
    return names_fires(ground, number) or is_forcing(ground, number) or _is_met(ground, number)


def _is_met(ground: Ground, number: int) -> bool:
    """Tell whether resistance is what somebody puts up: "met Xan resistance", no movement."""
    lower = ground.tokens.lower
    if lower[number] != "resistance" or ground.tokens.capital(number):
        return False
    return not _MEETS.isdisjoint(lower[max(0, number - _PUT_UP) : number])


def names_fires(ground: Ground, number: int) -> bool:
    """Tell whether a weapon names an event with the next word: "missile attack"."""
    lower = ground.tokens.lower
    behind = "".join(lower[number + 1 : number + 2])
    if behind not in _FIRES:
        return False
    does = lower[number].endswith("s") and not behind.endswith("s")  # "jets strike the town"
    return lower[number] in ground.words.troops and not does
