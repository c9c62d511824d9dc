"""Lines of a batch file to questions about places."""

from __future__ import annotations

import json
import math
from typing import Any

from frontmap.places import Question
from geo.errors import FrontmapError

__all__ = ["QuestionError", "parse_point", "parse_question"]

_FIELDS = ("text", "near", "in", "context", "country")


class QuestionError(FrontmapError, ValueError):
    """A question about a place that cannot be read."""


def parse_question(line: str) -> Question:
    """Read one line: a name or phrase, or a JSON object with ``text`` and its surroundings.

    Raises
    ------
    QuestionError
        Where an object is no JSON, lacks its text or has fields that nobody reads.
    """
    if not line.lstrip().startswith("{"):
        return Question(text=line.strip())
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise QuestionError(f"is no JSON object ({error}); correct this line") from None
    unknown = sorted(set(fields) - set(_FIELDS))
    if unknown:
        raise QuestionError(f"has a field {unknown[0]!r}; use {', '.join(_FIELDS)}")
    if not isinstance(fields.get("text"), str):
        raise QuestionError('has no "text"; give the name of the place')
    return Question(
        text=fields["text"],
        near=_point_of(fields.get("near")),
        inside=_names(fields.get("in"), "in"),
        context=_names(fields.get("context"), "context"),
        countries=tuple(code.upper() for code in _names(fields.get("country"), "country")),
    )


def parse_point(text: str) -> tuple[float, float]:
    """Read ``LON,LAT`` in degrees.

    Raises
    ------
    QuestionError
        Where it is no point on the Earth.
    """
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        lon = lat = math.nan
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise QuestionError(f"{text!r} is no LON,LAT in degrees; write 36.76,35.13")
    return lon, lat


def _point_of(value: object) -> tuple[float, float] | None:
    if value is None:
        return None
    return parse_point(",".join(map(str, value)) if isinstance(value, list) else str(value))


def _names(value: Any, field: str) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise QuestionError(f"has a {field!r} that is neither a name nor a list of names")
    return tuple(names)
