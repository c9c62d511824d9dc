"""A match of the pattern of times, with the words in front of it."""

from __future__ import annotations

import re
from typing import Any

from claims.times.date_words import LEAD

__all__ = ["Found", "Words"]

_LEAD_REACH = 28  # characters before a time in which its preposition stands

Found = dict[str, Any]  # fields of a mention


class Words:
    """A match of the pattern, as the text words it, with the words in front of it."""

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.match, self.text = match, text
        lead = LEAD.search(match.string, max(0, match.start() - _LEAD_REACH), match.start())
        self.lead = lead["lead"].split() if lead else []
        self.start = lead.start("lead") if lead else match.start()

    def follows(self, word: str) -> bool:
        """Tell whether a word stands right in front."""
        return self.text[: self.start].rstrip().lower().endswith(word)

    def __getitem__(self, group: str) -> Any:
        return None if self.match[group] is None else self.text[slice(*self.match.span(group))]
