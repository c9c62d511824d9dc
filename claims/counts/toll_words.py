"""What a number counts, told from the words before and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["TollWords", "toll_words"]

# Between a group and what befell it: "300 militants, most of them foreign, have been killed".
_LINK = (
    r"(?:,?\s*\b(?:who|that|which|have|has|had|were|was|are|is|been|being|be|to|also|reportedly|confirmed|"
    r"believed|feared|reported|said|already|so\s+far|now|remain(?:s|ed)?|went|go|left|allegedly|either|"
    r"others?|more|people|thus\s+far|may|could|listed\s+as|subsequently|later|still)\b)"
)
_ASIDE = (
    r"(?:\s*,\s*(?:most|many|some|all|half|including|among)\b[^,;.]{1,60},"
    r"|\s+and\s+(?:an?|the|its|their|other|many)\s+(?:[\w-]+\s+){0,2}?[\w-]+(?=\s+(?:were|was|have|had|are)\b)"
    r"|\s+and\s+(?:an?\s+)?(?:unknown|unspecified|undisclosed)\s+number\s+of\s+\w+)?"
)
_LEAD = (
    r"(?:\s+(?:(?:off|up|the|a|an|another|further|other|a\s+total\s+of|all|its|their|his)\b))*\s*"
)
_TOLL = (
    r"(?:\s+(?:has|have|had|from|in|of|for|there|now|since|on|the|at|to|is|was|were|stood|stands|rose|risen|"
    r"rises|climbed|reached|reaches|put|passed|exceeded|topped|surpassed|hit|is\s+put|\w+)){0,8}?"
    r"\s+(?:to|at|of|is|was|were|reached|reaches|passed|exceeded|topped|surpassed|hit|as|stands?\s+at)\s*"
)
_WORD = re.compile(r"\w+")
_EQUIPMENT = frozenset("tanks vehicles aircraft drones missiles artillery ships buildings".split())
_FOR_EQUIPMENT = frozenset(("destroyed", "shot_down", "seized", "lost", "captured"))
_ONLY_EQUIPMENT = frozenset(("destroyed", "shot_down", "seized"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TollWords:
    """Patterns over the words around a number, which are met in a text in lower case.

    Parameters
    ----------
    alone
        Words, in lower case, each of which tells that a text may hold a figure.
    opening, several
        Phrases that tell so too: their first words, and all of them.
    before
        Matches at the end of what stands before a number.
    behind
        Matches at the start of what stands behind a number's group.
    state
        The same right behind the number.
    heads
        Group by each of its words.
    """

    alone: frozenset[str]
    opening: frozenset[str]
    several: re.Pattern[str]
    before: Mapping[str, re.Pattern[str]]
    behind: Mapping[str, re.Pattern[str]]
    state: Mapping[str, re.Pattern[str]]
    heads: Mapping[str, str]
    head: re.Pattern[str]

    def may_count(self, text: str) -> bool:
        """Tell whether a text may hold a figure at all: word by word, as most hold none."""
        words = _WORD.findall(text)
        if not self.alone.isdisjoint(words):
            return True
        return not self.opening.isdisjoint(words) and self.several.search(text) is not None

    def kind_before(self, text: str, group: str) -> tuple[str, int]:
        """Return the kind that the words before a number tell, and where they start."""
        found = [(m.start(), k) for k, p in self.before.items() if (m := p.search(text))]
        fit = [(start, kind) for start, kind in found if fits(kind, group)]
        start, kind = max(fit, default=(0, ""))
        return kind, start

    def kind_behind(self, text: str, group: str, *, right: bool) -> tuple[str, int]:
        """Return the kind that the words behind a number tell, and how far they reach."""
        patterns = self.state if right else self.behind
        found = [(m.end(), k) for k, p in patterns.items() if (m := p.match(text))]
        fit = [(end, kind) for end, kind in found if fits(kind, group)]
        end, kind = min(fit, default=(0, ""))
        return kind, end


def fits(kind: str, group: str) -> bool:
    """Tell whether a kind of loss can befall a group: tanks are not wounded."""
    if group in _EQUIPMENT:
        return kind in _FOR_EQUIPMENT
    return kind not in _ONLY_EQUIPMENT


@cache
def toll_words() -> TollWords:
    """Read the words and compile them."""
    rows = load_yaml((files("claims") / "toll_words.yaml").read_text(encoding="utf-8"))
    kinds, groups = rows["kinds"], rows["groups"]
    heads = {str(w).lower(): group for group, words in groups.items() for w in words}
    every = {str(w).lower() for row in kinds.values() for words in row.values() for w in words}
    alone = frozenset(filter(_WORD.fullmatch, every))
    return TollWords(
        alone=alone,
        opening=frozenset(_WORD.findall(phrase)[0] for phrase in every - alone),
        several=re.compile(rf"\b{_alternatives(every - alone)}\b"),
        before={kind: _before(row) for kind, row in kinds.items()},
        behind={
            kind: re.compile(
                rf"{_ASIDE}(?:{_LINK}){{0,7}}\s*{_alternatives(row['verbs'])}\b(?!\s+(?:by\s+)?\d)"
            )
            for kind, row in kinds.items()
            if row["verbs"]
        },
        state={
            kind: re.compile(
                rf"\s+(?:(?:people|others|more|were|was|are|confirmed|reported)\s+){{0,2}}{_alternatives(row['states'])}\b"
            )
            for kind, row in kinds.items()
            if row["states"]
        },
        heads=heads,
        head=re.compile(rf"(?<![\w-]){_alternatives(heads)}(?![\w-])"),
    )


def _before(row: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    options = []
    if row["verbs"]:
        options.append(rf"{_alternatives(row['verbs'])}{_LEAD}")
    if row["nouns"]:
        options.append(rf"{_alternatives(row['nouns'])}\s+of{_LEAD}")
    if row.get("tolls"):
        options.append(rf"{_alternatives(row['tolls'])}{_TOLL}")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(options) or '(?!)'})$")


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted({str(word).lower() for word in words}, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered) + ")"
