"""One line of what a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Grade", "note", "ok", "wrong"]


class Grade(StrEnum):
    """How a thing is: in order, worth knowing, or in the way of a refresh."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found about one thing; ``told`` ends with what to do where anything is."""

    grade: Grade
    about: str
    told: str


def ok(about: str, told: str) -> Finding:
    """Return a finding on something that is in order."""
    return Finding(grade=Grade.OK, about=about, told=told)


def note(about: str, told: str) -> Finding:
    """Return a finding that is worth knowing and hinders nothing."""
    return Finding(grade=Grade.NOTE, about=about, told=told)


def wrong(about: str, told: str) -> Finding:
    """Return a finding that keeps frontmap or the project from working."""
    return Finding(grade=Grade.WRONG, about=about, told=told)
