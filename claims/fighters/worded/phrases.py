"""Noun phrases of those who fight: "Chadian airborne troops", "its army", "forces loyal to X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from claims.fighters.behind import ends_name
from claims.fighters.forces import force_words
from claims.fighters.named.full_names import ARMIES, full_name
from claims.fighters.names import Unit
from claims.fighters.phrase import (
    Ground,
    Phrase,
    bound,
    ends_in_an,
    is_deed,
    is_no_head,
)
from claims.fighters.tokens import Tokens, sentence_ends
from claims.fighters.worded.across import names_border
from claims.fighters.worded.as_what import is_what_another_is
from claims.fighters.worded.governed import is_governed
from claims.fighters.worded.grouped import group_noun, of_group, of_irregulars
from claims.fighters.worded.havens import lies_aside
from claims.fighters.worded.heads import ALONE, come_from, numbered, settle
from claims.fighters.worded.loud_units import names_loud_unit
from claims.fighters.worded.modifiers import look_left
from claims.fighters.worded.owners import followers, is_loyal, look_right
from claims.fighters.worded.placed import is_fronted, is_placed
from claims.fighters.worded.possessives import is_whose, of_others
from claims.fighters.worded.pushes import acts, is_charged, is_goal, is_only_land, pushes_on
from claims.fighters.worded.short_form import with_short_form
from claims.fighters.worded.together import fight_each_other, takes_in, tie
from claims.fighters.worded.turned import rebelled_once
from claims.fighters.worded.whose_men import take_named
from claims.sides.groups import acting_lands
from claims.words import numbers_of

__all__ = ["phrases_of"]

_TOLD = frozenset(("that", "said", "says"))
# Ends of a country's words that mean its people without a plural: "the French then left".
_NATIONS = ("ch", "sh", "ese", "ss")
# "The Uzbek warlord sent tanks": no land did.
_ADJECTIVES = (
    *("an", "ese", "ish", "i", "ch", "viet", "entine", "ppine"),
    *("ek", "jik", "akh", "gyz", "kmen", "vak"),
)
_AT = frozenset("in at near around from".split())
_REPORTED = frozenset("said reported stated announced posted wrote".split())
_THIS = frozenset(
    [(this, at) for this in ("this", "so") for at in (".", ",", "in", "on", "via", "during", "at")]
    + [("about", this) for this in ("this", "it")]
)
_VOICE = 4  # words from "X's" to the one who speaks for it


def _phrases(ground: Ground) -> Iterator[Phrase]:
    lower, free = ground.tokens.lower, 0
    may_open = ground.words.openers
    for number in sorted({*numbers_of(lower, may_open), *ground.by_first}):
        if number < free:
            continue
        unit = ground.by_first.get(number)
        phrase = _of_unit(ground, unit) if unit is not None else _of_word(ground, number)
        if phrase is None:
            free = unit.last + 1 if unit else number + 1
            continue
        phrase.owner = ground.tokens.owns(phrase.last)
        called = is_what_another_is(lower, phrase.first, phrase.last)
        phrase.free = not (phrase.owner or called or is_governed(ground, phrase.first))
        yield phrase
        free = max(phrase.last, number) + 1


def _of_word(ground: Ground, number: int) -> Phrase | None:
    """Return the phrase whose head, or the end of whose name, is this word."""
    words, word = ground.words, ground.tokens.lower[number]
    phrase = followers(ground, number) if word in words.followers else None
    phrase = phrase or of_irregulars(ground, number)
    if phrase is not None:
        return phrase
    if word in words.heads or word in words.rebel or word in ALONE:
        phrase = _of_head(ground, number)
    elif word in words.name_ends and ground.tokens.capital(number) and not ground.goes_on(number):
        phrase = _of_name(ground, number)
    if phrase is None and word in words.group:
        phrase = of_group(ground, number)
    return phrase


def _of_unit(ground: Ground, unit: Unit) -> Phrase | None:
    """Return the phrase of something known by name, unless it stands before a head."""
    if irregulars := of_irregulars(ground, unit.last):
        return irregulars  # "the ethnic army" is not the army
    if longer := _end_of_name(ground, unit):
        return longer
    if _is_before_head(ground, unit) and not _speaks(ground.tokens, unit.last):
        return None
    if _is_plain(ground, unit) and _tells_whose(ground, unit.first - 1):
        return _of_head(ground, unit.last)  # "X militants", though "militants" may be others
    if unit.kind in ("country", "people", "capital"):
        return _bare(ground, unit)
    return None if is_only_land(ground.tokens, unit) else _of_known(ground, unit)


def _of_known(ground: Ground, unit: Unit) -> Phrase:
    """Return the phrase of a force known by name, with the words around it."""
    phrase = Phrase(
        first=unit.first, last=unit.last, kind=unit.kind, side=unit.side, name=unit.name,
        rebel=unit.kind == "rebel",
    )  # fmt: skip
    before = ground.by_last.get(unit.first - 1)
    if before is not None and before.kind == "people" and _is_plain(ground, unit):
        phrase.side, phrase.kind = None, "rebel"  # "coastal insurgents" are the coastal ones
        phrase.rebel = True
    look_left(ground, phrase, unit.first - 1)
    if unit.kind == "state" and phrase.rebel:
        phrase.kind = "rebel"
    if unit.kind == "rebel" and unit.name.startswith("armed ") and come_from(ground, phrase):
        phrase.kind = "nobody"  # "armed groups from Oru"
    return with_short_form(ground, look_right(ground, phrase))


def _end_of_name(ground: Ground, unit: Unit) -> Phrase | None:
    """Return the force whose full name ends in words for any state's: "Oru National Army"."""
    tokens, before = ground.tokens, unit.first - 1
    plain = ground.words.generic.issuperset(tokens.lower[unit.first : unit.last + 1])
    if not plain or tokens.lower[unit.last] not in ARMIES or before in ground.by_last:
        return None
    if before < 0 or not (tokens.capital(before) and tokens.capital(unit.first)):
        return None
    named = _of_name(ground, unit.last)
    kind = named.kind if named is not None else ""
    if named is None or kind not in ("named", "country") or tokens.lower[named.first - 1] in _AT:
        return None  # "in Oru National Army troops came"
    return named


def _is_before_head(ground: Ground, unit: Unit) -> bool:
    """Tell whether a name stands before a head; in "an RSF drone attack" no drone is one."""
    fires = unit.kind == "force" and is_no_head(ground, unit.last + 1)
    return not fires and ground.leads_on(unit.last + 1)


def _speaks(tokens: Tokens, last: int) -> bool:
    """Tell whether a name only says whose voice speaks: "X's military spokesman"."""
    voices = force_words().voices
    return tokens.owns(last) and not voices.isdisjoint(tokens.lower[last + 1 : last + _VOICE])


def _tells_whose(ground: Ground, number: int) -> bool:
    """Tell whether a word is the name of a force, or says who backs one: "pro-Oru"."""
    before = ground.by_last.get(number)
    named = before is not None and before.kind == "force" and not ground.tokens.owns(number)
    return named or (number >= 0 and bound(ground.tokens.lower[number], ground.words) is not None)


def _is_plain(ground: Ground, unit: Unit) -> bool:
    """Tell whether a name is made of plain words only: "insurgents", "rebel forces"."""
    words = ground.tokens.lower[unit.first : unit.last + 1]
    return all(w in ground.words.rebel or w in ground.words.heads for w in words)


def _bare(ground: Ground, unit: Unit) -> Phrase | None:
    """Return a country, people or capital that may act by itself."""
    tokens, behind = ground.tokens, unit.last + 1
    following = tokens.lower[behind] if behind < len(tokens.lower) else "."
    acts = unit.kind != "capital" or _acts(ground, unit) or is_charged(tokens, unit)
    pushes = unit.kind == "capital" and pushes_on(tokens.lower[behind : behind + 4])
    if not (pushes if tokens.owns(unit.last) else acts):
        return None
    plural = unit.name.endswith("s") and unit.kind == "people"
    article = unit.first > 0 and tokens.lower[unit.first - 1] == "the"
    nation = unit.kind == "people" or unit.name.endswith(_NATIONS)  # "the Tuareg", "the French"
    whole = article and nation and following not in ("and", "or", "-") and ends_name(following)
    if unit.kind == "people" and not (plural or whole or unit.name in acting_lands()):
        return None
    before = ground.by_last.get(unit.first - 1)
    if before is not None and before.kind == "force" and not tokens.owns(before.last):
        return None  # "Islamic State Oru" is a force's branch
    if unit.kind == "country" and not (whole or _names_country(ground, unit)):
        return None
    return Phrase(
        first=unit.first, last=unit.last, kind=unit.kind, side=unit.side, name=unit.name,
        armed=whole or (plural and article),
    )  # fmt: skip


def _names_country(ground: Ground, unit: Unit) -> bool:
    """Tell whether a country's word is its name and not an adjective of what follows."""
    adjective = unit.name.endswith(_ADJECTIVES)
    if adjective and not ends_in_an(unit.name):
        return False
    return not ground.describes(unit.last + 1)


def _acts(ground: Ground, unit: Unit) -> bool:
    number = unit.last + 1
    behind = ground.tokens.lower[number : number + 5]  # a quotation mark may stand among them
    return acts(behind) and not is_goal(ground.tokens, unit)


def _of_head(ground: Ground, number: int) -> Phrase | None:
    if is_no_head(ground, number):
        return None
    named = _of_name(ground, number)
    if named is not None:
        return named
    end = _head_end(ground, number)
    phrase = Phrase(first=number, last=end, kind="")
    look_left(ground, phrase, number - 1)
    if not phrase.kind and not phrase.side:
        if ground.tokens.words[end].isdigit():
            phrase.kind = "unit"  # "Divisions 58 and 59": of the army at home
        if phrase.kind or names_loud_unit(ground, phrase):
            return phrase
    if not settle(ground, phrase, number) and not is_loyal(ground, phrase):
        return None
    return look_right(ground, phrase)


def _of_name(ground: Ground, number: int) -> Phrase | None:
    """Return the phrase of a full name that ends at a word, with the heads behind it."""
    named = full_name(ground.tokens, number, ground.by_first)
    if named is None:
        return None
    first, kind, side, name = named
    phrase = Phrase(first=first, last=_head_end(ground, number), kind=kind, side=side, name=name)
    look_left(ground, phrase, first - 1)
    return look_right(ground, phrase)


def _head_end(ground: Ground, number: int) -> int:
    """Return the last of the heads that stand together: "army soldiers"."""
    last, lower = number, ground.tokens.lower
    while last + 1 < len(lower):
        word = lower[last + 1]
        if is_no_head(ground, last + 1) or is_deed(word, lower[last]):
            break
        head = word in ground.words.heads or word in ground.words.rebel
        if not head and not (word in ground.words.between and ground.leads_on(last + 2)):
            break
        if ground.tokens.owns(last) or last + 1 in ground.by_first or ground.is_verb(last + 1):
            break
        last += 1
    return numbered(ground, last)


def phrases_of(tokens: Tokens, units: Sequence[Unit]) -> list[Phrase]:
    """Return the phrases of a text for those who fight, left to right and not overlapping."""
    found: list[Phrase] = []
    stops, ground = [*sentence_ends(tokens)], Ground(tokens, units)
    for phrase in _phrases(ground):
        if names_border(tokens.lower, phrase) or lies_aside(tokens, phrase):
            continue
        while found and phrase.first <= found[-1].last:
            found.pop()
        phrase.sentence = bisect_left(stops, phrase.first)
        _look_around(ground, phrase)
        phrase.placed = is_placed(tokens.lower, phrase, stops)
        if found and takes_in(tokens, found[-1], phrase):
            found.pop()
        phrase.kind = of_others(tokens, found[-1] if found else None, phrase) or phrase.kind
        if found:
            phrase.free = phrase.free and not _reports_this(tokens, phrase)
            tie(tokens, found[-1], phrase)
            phrase.whose = is_whose(tokens, found[-1], phrase)
        if phrase.kind == "whose" and not phrase.whose:
            take_named(tokens, phrase)
        phrase.text = tokens.text[tokens.starts[phrase.first] : tokens.ends[phrase.last]]
        found.append(phrase)
    return found


def _reports_this(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether others did what they tell of: "The army said this on Friday. They took X"."""
    told = tokens.lower[phrase.last + 1 : phrase.last + 4]
    return told[:1] != [] and told[0] in _REPORTED and tuple(told[1:]) in _THIS


def _look_around(ground: Ground, phrase: Phrase) -> None:
    """Tell what the words beside a phrase make of it."""
    tokens = ground.tokens
    behind = tokens.lower[phrase.last + 1 : phrase.last + 2]
    phrase.says = not ground.words.acting.isdisjoint(behind) or _speaks(tokens, phrase.last)
    phrase.speaks = not _REPORTED.isdisjoint(behind)
    if phrase.kind == "country":
        before = tokens.lower[max(0, phrase.first - 1) : phrase.first]
        phrase.aside = before in (["where"], ["which"], ["whom"])
        phrase.fronted = is_fronted(tokens.lower, phrase)
    if phrase.kind == "rebel" and not phrase.side and rebelled_once(tokens.lower, phrase):
        phrase.kind = "nobody"
    if phrase.kind == "own":
        lead = tokens.lower[max(0, phrase.first - 3) : phrase.first]
        phrase.told = not _TOLD.isdisjoint(lead)
    phrase.noun = group_noun(ground, phrase)
    phrase.asset = tokens.lower[phrase.last] in ground.words.assets
    phrase.apart = bool(phrase.others) and fight_each_other(tokens, phrase)
