"""Where a report is from, for what its writer says happened "here"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.events.focus import Placed
from claims.events.parse import Parsed
from claims.lexicon import Trigger
from claims.report import Report, SectionKind
from gazetteer.expression import parse_place
from gazetteer.place import PlaceExpression

__all__ = ["happens_here", "written_at"]

# One town: "BAKU/YEREVAN" says of neither that it is "here".
_TOWN = re.compile(r"([A-Z][\w'’-]*[a-zA-Z](?:[ -][A-Z][\w'’-]+){0,3})\s*(?=[,(—–:.-]|\d|$)")


def written_at(report: Report) -> PlaceExpression | None:
    """Return the town of a report's dateline, None where it has none or several."""
    for section in report.sections:
        if section.kind is SectionKind.DATELINE:
            town = _TOWN.match(report.text[section.start : section.end])
            return parse_place(town[1].title() if town[1].isupper() else town[1]) if town else None
    return None


def happens_here(
    parsed: Parsed, trigger: Trigger, town: PlaceExpression | None
) -> tuple[Placed, ...]:
    """Return the dateline's town for an event whose clause says "here"."""
    low, high = parsed.clause(trigger.last)
    number = next((n for n in range(low, high + 1) if parsed.lower[n] == "here"), None)
    if town is None or number is None:
        return ()
    word = parsed.words[number]
    return (Placed(expression=replace(town, text=word.text), start=word.start, end=word.end),)
