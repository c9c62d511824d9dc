"""Persons by whose names a text calls a state: "Roe's government", so "Roe's troops" too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from claims.fighters.cast.home import home_side
from claims.fighters.named.full_names import slug
from claims.fighters.phrase import Phrase
from claims.fighters.worded.branches import is_branch
from claims.sides.countries import countries
from claims.sides.groups import became, country_words
from claims.sides.theatre import Theatre
from claims.yaml_text import load_yaml

__all__ = ["is_ruler", "know_presidents", "know_rulers", "rulers"]

_FOES_SAY = frozenset(("regime", "junta", "clique", "dictatorship"))
_RULE = ("government", "regime", "cabinet")
# What only a state has; a rebel may have fighters, forces and men.
_ARMY = (
    *_RULE, "army", "military", "troops", "soldiers", "police", "navy", "air force", "guard",
    "aviation", "aircraft", "warplanes", "planes", "jets", "helicopters", "gunships",
)  # fmt: skip
# How a text tells that somebody of the name leads others: "the rebel commander Jan", "led by Jan".
_LEADS = re.compile(
    r"([\w'’-]*)\W*\b(?:(?:commander|leader|warlord|chief|boss)(?:,? (?:called|named)|,)?"
    r"|(?:led|commanded|headed) by"
    r"|(?:former|ousted|exiled|deposed) (?:[\w-]+ ){0,2}(?:president|ruler|dictator|leader))"
    r" (?:[A-Z][\w-]* ){0,3}$",
    re.IGNORECASE,
)
# "President Jan Roe", with the word before it: "Chadian", "former".
_PRESIDENT = re.compile(
    r"(?P<land>[\w'’-]*)\W*\bPresident (?:[A-Z][\w'’-]*\.? (?:dos |de |al )?){0,3}"
    r"(?P<name>[A-Z][\w-]+)"
)
_OFFICES = ("President", "Premier", "Prime Minister", "Chancellor", "King")
_IN_OFFICE = re.compile(
    r"(?<!former )(?<!ousted )(?<!late )(?<!exiled )(?<!vice )"
    rf"\b(?:{'|'.join(_OFFICES)})\s+"
    r"(?P<name>(?:[A-Z][\w'’-]*[ .]?){1,4})"
)
_ONCE = frozenset("former ousted exiled deposed late vice self-proclaimed rebel".split())
_OWNER = re.compile(r"([A-Z][\w-]+)['’]s?\s")
_BEFORE = 60  # letters before a name that may say so
_STATES_OWN = frozenset("military army junta state government troops forces supreme ruling".split())


def ruling(theatre: Theatre, text: str) -> dict[str, str]:
    """Return the side for which each ruler speaks whom a text names with the office, by last name.

    Examples
    --------
    >>> from claims.sides.theatre_files import neutral_theatre
    >>> ruling(neutral_theatre(()), "Oru is free, President Vladimir Putin said.")
    {'putin': 'russia'}
    """
    if not any(map(text.__contains__, _OFFICES)):
        return {}  # as in most texts, which the pattern takes long to walk over
    named = (word for match in _IN_OFFICE.finditer(text) for word in match["name"].split())
    meant = (word for word in named if _is_named_in_full(slug(word), text))
    told = ((word.lower(), _states().get(slug(word))) for word in meant)
    sides = {word: _as_side(theatre, state) for word, state in told if state}
    return {word: side for word, side in sides.items() if side}


def _is_named_in_full(ruler: str, text: str) -> bool:
    """Tell whether a last name that many bear is the ruler's: no "Ali Noor" for "Jan Noor".

    Nor is it anybody's where a text names both.
    """
    full = _full_names().get(ruler, "")
    if " " not in full:
        return True
    first, last = full.rsplit(maxsplit=1)
    others = re.findall(
        rf"\b(?!President|Premier|Minister|Chancellor|King)([A-Z][\w-]+) {last}\b", text
    )
    return full in text and {*others} <= {first.split()[-1]}


def _as_side(theatre: Theatre, state: str) -> str | None:
    """Return how a theatre calls a state; one that has no part in it keeps its own name."""
    ids = {side.id for side in theatre.sides}
    if not ids or state in ids:
        return state
    first = theatre.countries[:1]
    own = any(c.id == state and c.code in first for c in countries())
    return home_side(theatre) if own else state


def rulers(theatre: Theatre, home: str, phrases: Sequence[Phrase], text: str) -> frozenset[str]:
    """Return the sides of persons that stand for the state at home.

    Those known to have ruled it to whom the text gives an army, groups that became its army, and
    the one whose government it names or whom alone it calls president; none where it names two.
    """
    named = {
        phrase.side
        for phrase in phrases
        if phrase.side and phrase.kind in ("person", "people") and _rules(phrase)
    } or _president(home, phrases, text)
    own = theatre.countries[0] if theatre.sides and home == home_side(theatre) else ""
    known = _with_army(phrases, text) & _known(home, own)
    return known | _grown(home, phrases) | (frozenset(named) if len(named) == 1 else frozenset())


def _president(home: str, phrases: Sequence[Phrase], text: str) -> set[str]:
    """Return the side of the one president of a text to whom it gives an army: "Roe's troops"."""
    of_men = [p for p in phrases if p.kind == "person"]
    armed = {p.side for p in of_men if p.side and p.text.lower().endswith((*_ARMY, "forces"))}
    armed -= {p.side for p in of_men if p.rebel}
    if not armed:
        return set()
    told = [*_PRESIDENT.finditer(text)]
    names = {slug(match["name"]) for match in told}
    lands = {match["land"] for match in told}
    other = any(country_words().get(land, home) != home or land.lower() in _ONCE for land in lands)
    return names & armed if len(names) == 1 and not other else set()


def _grown(home: str, phrases: Sequence[Phrase]) -> frozenset[str]:
    """Return the groups that became the army at home, unless the text calls them rebels still.

    One named as a people is, by its creed, must have an army in the text: "Sandinista troops".
    """
    grown = {g for g, state in became().items() if state == home}
    if not grown:
        return frozenset()
    rebels = {phrase.side for phrase in phrases if phrase.rebel}
    creeds = {p.side for p in phrases if p.side in grown and p.kind == "people"}
    armed = {p.side for p in phrases if p.side in creeds and p.text.lower().endswith(_ARMY)}
    return frozenset(grown - rebels - (creeds - armed))


def _with_army(phrases: Sequence[Phrase], text: str) -> frozenset[str]:
    """Return the known rulers whose armies a text names, without namesakes who lead others."""
    of_rulers = [p for p in phrases if p.kind == "person" and p.side in _states()]
    rebels = {p.side for p in of_rulers if p.rebel}
    armed = {p.side for p in of_rulers if p.side and p.text.lower().endswith(_ARMY)} - rebels
    armed -= _yet_to_rule(text) if armed else frozenset()
    return frozenset(side for side in armed if _is_meant(side, text))


@lru_cache(maxsize=8)  # asked twice of the same report
def _yet_to_rule(text: str) -> frozenset[str]:
    """Return the rulers who rise in a text against another that it calls by the office.

    "Roe's men entered Oru as President Jan fled": Roe rules the same land only later.
    """
    offices = (slug(w) for m in _IN_OFFICE.finditer(text) for w in m["name"].split())
    now = {word for word in offices if word in _states()}
    codes = {c.id: c.code for c in countries()} if now else {}
    lands = {codes.get(_states()[ruler]) for ruler in now}
    rising = {r for r, state in _states().items() if codes.get(state, "") in lands}
    return frozenset(rising - now)


def _is_meant(ruler: str, text: str) -> bool:
    """Tell whether a text means a ruler: by full name or office where others have the last name."""
    full = _full_names()[ruler]
    called = (full.lower(), f"president {full.lower().split()[-1]}")
    if " " in full and not any(name in text.lower() for name in called):
        return False
    return not any(_leads_others(text, m.start()) for m in _last_name(full).finditer(text))


@cache
def _last_name(full: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(full.rsplit(maxsplit=1)[-1])}\b")


def _leads_others(text: str, at: int) -> bool:
    """Tell whether the words before a name make its bearer the leader of some other force."""
    led = _LEADS.search(text[max(0, at - _BEFORE) : at])
    if led is None:
        return False
    whose = re.sub(r"['’]s$", "", led[1])
    return whose.lower() not in _STATES_OWN and whose not in country_words()


def _rules(phrase: Phrase) -> bool:
    """Tell whether a phrase names somebody's rule: "Roe's government", "the Roe regime army"."""
    if phrase.kind == "person":
        return phrase.text.lower().endswith(_RULE)
    says = not _FOES_SAY.isdisjoint(phrase.text.lower().split())
    return says and phrase.side == slug(phrase.name)


def know_rulers(theatre: Theatre, phrases: Sequence[Phrase], text: str) -> None:
    """Give "Roe's government" and "Roe's men" his country, where he rules it in the text."""
    named = ("person", "people")  # "Roe's men", "Roe loyalists"
    of_rulers = [p for p in phrases if p.kind in named and p.side in _states()]
    rebels = {p.side for p in of_rulers if p.rebel}
    rebels |= _yet_to_rule(text) if of_rulers else frozenset()
    owned = [(p, whose) for p in phrases if is_branch(p) and (whose := _owner(p, text))]
    for phrase, ruler in [*((p, p.side or "") for p in of_rulers), *owned]:
        state = None if ruler in rebels else _as_side(theatre, _states()[ruler])
        if state and _is_meant(ruler, text):
            phrase.side, phrase.kind, phrase.led = state, "country", True


def _owner(branch: Phrase, text: str) -> str:
    """Return the ruler by whose name a text calls a body of men: "Roe's Lion Brigade"."""
    called = re.sub(r"^[\w-]+['’]s?\s+", "", branch.text)
    whose = re.search(rf"\b([A-Z][\w-]+)['’]s?\s+{re.escape(called)}", text)
    ruler = slug(whose[1]) if whose else ""
    return ruler if ruler in _states() else ""


def know_presidents(theatre: Theatre, home: str, phrases: Sequence[Phrase]) -> None:
    """Give "President Jan Roe's troops" the land that he is known to rule, if it is not at home.

    So with the army that a creed has become in another land: "Sandinista troops".
    """
    creeds = {p.side for p in phrases if p.kind == "people"}
    abroad = {g: s for g, s in became().items() if g in creeds and g not in _grown(home, ())}
    grown = {g: s for g, s in abroad.items() if g in _grown(s, phrases)}
    for phrase in phrases if grown else ():
        if state := grown.get(phrase.side or ""):
            phrase.side, phrase.kind = state, "country"
    codes = {country.id: country.code for country in countries()}
    for phrase in phrases:
        army = phrase.kind == "state" and phrase.side is None
        whose = _OWNER.match(phrase.text) if army else None
        state = _states().get(slug(whose[1])) if whose else None
        side = _as_side(theatre, state) if state else None
        if side and side != home and codes.get(side) != codes.get(home, ""):
            phrase.side, phrase.kind = side, "country"


@cache
def _known(home: str, code: str) -> frozenset[str]:
    """Return who ruled a state, by its id or as a theatre calls it, by its country's code."""
    ids = {home, *(c.id for c in countries() if code and c.code == code)}
    return frozenset(name for name, state in _states().items() if state in ids)


@cache
def _states() -> dict[str, str]:
    """Return the state that each ruler's name, as the id of a side, stands for."""
    return {slug(name.split()[-1]): state for state, names in _rows().items() for name in names}


@cache
def _full_names() -> dict[str, str]:
    return {slug(name.split()[-1]): name for names in _rows().values() for name in names}


def is_ruler(name: str) -> bool:
    """Tell whether a name is a known ruler's, as listed or behind a first name: "Jan Roe"."""
    return name in _listed() or name.rpartition(" ")[2] in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(name for names in _rows().values() for name in names)


@cache
def _rows() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = load_yaml(
        (files("claims") / "rulers.yaml").read_text(encoding="utf-8")
    )
    return rows
