"""Small words before a force that tell whose it is: "its troops", "his country's army"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["CHIEFS", "OWNERS", "POSSESSIVES", "is_speakers", "is_victims", "is_whose"]

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


def is_victims(tokens: Tokens, before: Phrase | None, phrase: Phrase) -> bool:
    """Tell whether a convoy is that of others told of before it: "a driver died when his convoy".

    Not where those who fight, or who were told of before, stand in the sentence.
    """
    at = phrase.first - 2
    if phrase.kind != "own" or at < 1 or tokens.lower[at] not in _AS:
        return False
    if before is not None and before.sentence == phrase.sentence:
        return False
    low = at
    while low > 0 and tokens.lower[low - 1] not in _ENDS:
        low -= 1
    lead = tokens.lower[low:at]
    return bool(lead) and _TOLD_BEFORE.isdisjoint(lead) and not any(map(_ARMED.match, lead))


def is_whose(tokens: Tokens, one: Phrase, phrase: Phrase) -> bool:
    """Tell whether "whose troops" are those of the phrase before: "the Front, whose troops".

    Nothing but a name stands between them: "the government of Jan Roe, whose troops".
    """
    between = range(one.last + 1, phrase.first - 1)
    return phrase.kind == "whose" and all(
        tokens.words[n] in (",", "of", "the") or tokens.capital(n) for n in between
    )
