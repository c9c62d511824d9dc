"""Small words before a force that tell whose it is: "its troops", "his country's army"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.fighters.forces import force_words
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["CHIEFS", "OWNERS", "POSSESSIVES", "is_speakers", "is_whose", "of_others"]

POSSESSIVES = {
    **dict.fromkeys(("its", "their", "his", "her"), "own"),
    **dict.fromkeys(("our", "my"), "our"),
    "whose": "whose",
}
# "The colonel's men" are those of whoever was named as a leader, or of the group spoken of.
CHIEFS = frozenset("warlord colonel strongman chieftain marshal".split())
OWNERS = {"country": "state", "nation": "state", **dict.fromkeys(CHIEFS, "group")}
_OPENS = ("", ".")
_AS = frozenset(("when", "after", "while"))
_ENDS = frozenset(".!?;:")
_ARMED = re.compile(
    r"(?:soldier|servicem|policem|trooper|paratrooper|colonel|general|major|captain|lieutenant|officer"
    r"|commander|conscript|recruit|gendarme|militiam|fighter|guerrilla|rebel)"
)
_TOLD_BEFORE = frozenset("they them he she him it who both all".split())
_TITLE = 6  # words of "and rebel commander Jan Roe"
_LEADS = frozenset(("leader", "commander", "chief", "warlord"))
_BODIES, _BODY = frozenset(("ministry", "staff", "command", "headquarters")), 4
_SAID = frozenset(
    """
    that said says say denied denies claimed claims announced announces insisted admitted admits
    acknowledged reported reports confirmed confirms declared declares
    """.split()
)


def is_speakers(lower: Sequence[str], number: int) -> bool:
    """Tell whether an army is that of whoever speaks, by the possessive at a word before it.

    So are "our Central Command", "said its armed forces", "his country's army", and the ministry of
    a sentence that opens with "its"; but not those of "ordered his army to" or "the president and
    his army".
    """
    word, before = lower[number], lower[number - 1] if number else ""
    if lower[number + 1] in ("country", "nation"):
        return word != "their"  # "residents said their country's army shelled them"
    opens = before in _OPENS and not _BODIES.isdisjoint(lower[number + 1 : number + _BODY])
    return word == "our" or (word != "my" and (before in _SAID or opens))


def of_others(tokens: Tokens, before: Phrase | None, phrase: Phrase) -> str:
    """Return the kind of men who are of none of those told of before, empty for any other.

    So "his convoy" is the driver's in "a driver died when his convoy was hit", but not where those
    who fight, or who were told of before, stand in the sentence; and "his men" are a leader's.
    """
    at = phrase.first - 2
    if phrase.kind != "own" or at < 1:
        return ""
    if before is not None and before.sentence == phrase.sentence:
        return _of_a_leader(tokens, before, at)
    if tokens.lower[at] not in _AS:
        return ""
    low = at
    while low > 0 and tokens.lower[low - 1] not in _ENDS:
        low -= 1
    lead = tokens.lower[low:at]
    told = not _TOLD_BEFORE.isdisjoint(lead) or any(map(_ARMED.match, lead))
    return "nobody" if lead and not told else ""


def _of_a_leader(tokens: Tokens, before: Phrase, at: int) -> str:
    """Return the kind of men of somebody named right before, of whom no side is known.

    So in "wiped out the rebels, but Jan Roe and dozens of his men slipped through".
    """
    if tokens.lower[at + 1] not in ("his", "her"):
        return ""
    at -= 2 * (tokens.lower[at] == "of")
    at -= tokens.lower[at] in ("some", "most")
    if tokens.lower[at] != "and" or not tokens.capital(at - 1) or before.last >= at - 1:
        return ""
    titled = pairwise(tokens.lower[max(0, at - _TITLE) : at])
    leads = any(one in force_words().rebel and two in _LEADS for one, two in titled)
    return "rebel" if leads else "nobody"


def is_whose(tokens: Tokens, one: Phrase, phrase: Phrase) -> bool:
    """Tell whether "whose troops" are those of the phrase before: "the Front, whose troops".

    Nothing but a name stands between them: "the government of Jan Roe, whose troops".
    """
    between = range(one.last + 1, phrase.first - 1)
    return phrase.kind == "whose" and all(
        tokens.words[n] in (",", "of", "the") or tokens.capital(n) for n in between
    )
