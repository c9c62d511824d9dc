"""Which of those who fight act together, and which against each other."""

from __future__ import annotations

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens
from claims.fighters.worded.branches import branch_of

__all__ = ["BETWEEN", "fight_each_other", "takes_in", "tie"]

# What two do to each other: "the army and the rebels traded fire" are no allies.
_EACH_OTHER = frozenset(
    "clash clashed clashing clashes fight fought fighting battle battled battling exchange"
    " exchanged exchanging trade traded trading accuse accused blame blamed sign signed"
    " agree agreed both each war resume resumed vie vied vying compete negotiate met talks".split()
)
_CLASH = frozenset("clash clashed exchange exchanged trade traded".split())
_AGAINST = frozenset(("with", "against"))
_VERB, _OTHERS = 3, 9  # words from two to what they do, and to whom they do it to
# Words between two that act together; "and" joins them.
BETWEEN = frozenset(
    "the a an these those other allied its their some several both northern southern eastern"
    " western central neighbouring neighboring nearby so-called united".split()
)
_COUNTED = 6  # words of ", the strongest of the three main"
_UNITED = frozenset("grouped united organised organized banded joined known fighting".split())
_GROUPED = 4  # words from the comma to the name: ", grouped in the"
_NEAR = 7  # words to what says who one is, or whose: ", who are members of the X"
_JOINT = 3  # words that join two at most
_AFFILIATES = frozenset(
    "affiliate affiliates offshoot offshoots franchise branch ally allies splinter spin-off".split()
)
_ONCE = frozenset("former erstwhile one-time onetime main local new then largest".split())
_SUSPECTED = frozenset("believed thought suspected reported presumed alleged said".split())
_SAYS = frozenset(
    "said says told claimed claims reported reports announced added insisted confirmed stated"
    " acknowledged admitted warned".split()
)
_BELONGING = frozenset(
    "to be belong belonging of being from members fighters with linked affiliated the a".split()
)
# "Gunmen from the White Army", "fighters of the Coast Front"
_FROM = (["from"], ["from", "the"], ["of"], ["of", "the"])
_VAGUE = ("nobody", "fighters", "forces", "troops", "rebel")
_PARTS = frozenset("wing arm branch unit division part brigade battalion".split())
_BANDED = ("rebel", "state", "troops")
_NAMED = ("named", "people")
_GROUPS = frozenset("militia group movement faction party army".split())
_SIT_IN_SEATS = frozenset("ministry government authorities regime junta".split())
_ARTICLE = ([",", "a"], [",", "an"], [",", "the"], [",", "its"])


def tie(tokens: Tokens, one: Phrase, other: Phrase) -> None:
    """Tell how a phrase hangs together with the one before it."""
    other.joined = _joined(tokens, one, other)
    if _sits_in(tokens, one, other):
        one.side = other.side
    if other.first - one.last <= _NEAR:
        other.apposed = _apposed(tokens, one, other)
        if _is_affiliate(tokens, one, other):  # "ABC, an al Qaeda affiliate"
            other.side, other.name, other.last = one.side, one.name, other.last + 1
        if _leads_affiliate(tokens, one, other):  # "fighters from the al Qaeda affiliate ABC"
            one.side, one.name = other.side, other.name
        if _is_called(tokens, one, other):  # "Zalin, the mainstream militia"
            other.side, other.kind = one.side, "force"
        if _is_part(tokens, one, other):  # "the Lions, the armed wing of X"
            one.side, one.kind = other.side, other.kind
        if _counted_among(tokens, one, other):
            one.rebel = True
        if _shares_owner(tokens, one, other) or _part_of(tokens, one, other):
            kind = "country" if one.kind == "country" else "force"
            other.side, other.kind = one.side, kind
    if branch_of(tokens, one, other):
        one.side, one.kind = other.side, "force"


def _sits_in(tokens: Tokens, body: Phrase, seat: Phrase) -> bool:
    """Tell whether a body of no named state speaks in a capital: "the ministry in Oslo said"."""
    near = seat.kind == "capital" and tokens.lower[body.last + 1 : seat.first] == ["in"]
    return (
        near and body.kind == "state" and not body.side and tokens.lower[body.last] in _SIT_IN_SEATS
    )


def _leads_affiliate(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a group stands before the name of one that is a branch of it."""
    between = tokens.lower[one.last + 1 : other.first]
    named = other.kind in ("force", "named") and one.kind in ("force", "named")
    return named and len(between) == 1 and between[0] in _AFFILIATES


def _joined(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases act together: "A and B attacked", "A, backed by B"."""
    between: list[str] = []
    for word in tokens.lower[one.last + 1 : other.first]:
        if word not in BETWEEN:
            between.append(word)
        if len(between) > _JOINT:
            return False
    if between == ["and"]:
        return one.free and not _each_other(tokens, one, other)
    helped = between[-2:] in (["backed", "by"], ["supported", "by"], ["together", "with"])
    return helped or between[-1:] in (["alongside"], ["beside"])


def fight_each_other(tokens: Tokens, both: Phrase) -> bool:
    """Tell whether the two of one phrase clash with nobody but each other: "A and B troops"."""
    behind = tokens.lower[both.last + 1 : both.last + 1 + _OTHERS]
    fight = not _CLASH.isdisjoint(behind[:_VERB]) and _AGAINST.isdisjoint(behind)
    return _is_between(tokens, both) or fight


def _each_other(tokens: Tokens, first: Phrase, last: Phrase) -> bool:
    """Tell whether two do something to each other: "clashes between A and B", "A and B clashed"."""
    behind = tokens.lower[last.last + 1 : last.last + 6]
    return _is_between(tokens, first) or not _EACH_OTHER.isdisjoint(behind)


def _is_between(tokens: Tokens, first: Phrase) -> bool:
    return "between" in tokens.lower[max(0, first.first - 3) : first.first]


# "The rebels, who are members of the X Front"
_BELONG = frozenset(
    f", {words}"
    for words in (
        *("members of", "who are members of", "who were members of", "all members of"),
        *("belonging to", "who belong to", "who belonged to", "from"),
    )
)


def _apposed(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a name says who the phrase before is: "the rebel group ABC", "X, the Y"."""
    between = tokens.lower[one.last + 1 : other.first]
    if other.kind not in ("force", "named"):
        return False
    grouped = between[:1] == [","] and between[2:3] in (["in"], ["under"], ["as"])
    if grouped and len(between) <= _GROUPED and between[1] in _UNITED:
        return True  # "the insurgents, grouped in the X Front"
    if between[:1] == [","] and not _SAYS.isdisjoint(tokens.lower[other.last + 1 : other.last + 2]):
        return False  # "X was captured by northern rebels, the ABC said"
    if between[-1:] == ["the"]:
        between.pop()
    return between in ([], [","]) or " ".join(between) in _BELONG


def _counted_among(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a name is one of those behind: "X, the strongest of three rebel groups"."""
    between = tokens.lower[one.last + 1 : other.first]
    named = one.kind in ("force", "named") and other.kind == "rebel"
    if not named or between[:1] != [","] or len(between) > _COUNTED:
        return False
    return between[1:2] == ["one"] or (between[1:2] == ["the"] and "of" in between)


def _part_of(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a unit is of a known group: "ABC fighters of the Coast Regiment".

    So is "Xan troops of the First Division" of the Xan army, whoever was told of before.
    """
    between = tokens.lower[one.last + 1 : other.first]
    parts = ("unit", "state") if one.kind == "country" else ("named", "unit", "people")
    whose = one.kind in ("force", "country") and one.side is not None and one.armed
    return whose and between in (["of"], ["of", "the"]) and other.kind in parts


def takes_in(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Let a name hold the gunmen before it who may be its own, if such stand there."""
    suspected = _is_suspected(tokens, one, other)
    if suspected:
        other.first, other.free = one.first, one.free
    return suspected


def _is_suspected(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a name says who gunmen may be: "armed men believed to belong to X"."""
    between = tokens.lower[one.last + 1 : other.first]
    vague = one.side is None and one.kind in _VAGUE
    banded = one.kind != "rebel" and other.kind in _BANDED and not other.asset
    if vague and between == ["of"] and banded:
        return True  # "a band of guerrillas"
    vague = vague and other.side is not None and between[:1] != []
    if vague and other.kind in ("force", "named") and between in _FROM:
        return True
    # "Gunmen said to be of the X", but "rebels said a Y helicopter was hit"
    told = between[:1] not in (["said"], ["reported"]) or between[1:2] == ["to"]
    return vague and told and between[0] in _SUSPECTED and _BELONGING.issuperset(between[1:])


def _is_affiliate(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a name only says whose affiliate the one before is: "X, a Y affiliate"."""
    between = tokens.lower[one.last + 1 : other.first]
    between = between[between[:1] == [")"] :]  # "X (ABC), a Y affiliate"
    behind = tokens.lower[other.last + 1 : other.last + 2]
    named = one.kind in ("force", "named") and other.kind == "force"
    article = between[:2] in _ARTICLE and _ONCE.issuperset(between[2:])
    return named and article and not _AFFILIATES.isdisjoint(behind)


def _is_part(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a name is told to be that of a part of the force behind: "X, a unit of Y"."""
    between = tokens.lower[one.last + 1 : other.first]
    whose = one.kind in _NAMED and other.kind in (*_NAMED, "force", "state", "country")
    of = next((n for n, word in enumerate(between) if word in _PARTS), 0)
    return whose and between[:2] in _ARTICLE and between[of + 1 :] in (["of"], ["of", "the"])


def _is_called(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a people's group only says what the force before is."""
    between = tokens.lower[one.last + 1 : other.first]
    named = one.kind in ("force", "named") and one.side is not None and other.kind == "people"
    if not named or between[:2] not in _ARTICLE or tokens.lower[other.last] not in _GROUPS:
        return False
    # "Between the X, an Arab faction and the army"
    listed = tokens.lower[other.last + 1 : other.last + 2] == ["and"] or _is_between(tokens, one)
    return not listed and all(word.replace("-", "").isalpha() for word in between[2:])


def _shares_owner(tokens: Tokens, one: Phrase, other: Phrase) -> bool:
    """Tell whether a bare head has the owner of the one before: "Chadian tanks and infantry"."""
    bare = other.first == other.last and other.kind == "troops"
    owned = one.kind in ("people", "country", "force") and one.last > one.first
    return bare and owned and tokens.lower[one.last + 1 : other.first] == ["and"]
