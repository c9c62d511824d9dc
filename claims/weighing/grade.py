"""A grade for a claim in the Admiralty code: its source and its content, judged apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from claims.sides.theatre import Theatre
from claims.yaml_text import load_yaml

__all__ = ["Grade", "credibility", "graded", "reliability"]

_MANY = 2  # independent voices against a claim that make it improbable


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Reliability of the source, A to F, and credibility of the claim, 1 to 6, each with its why.

    The two are never put into one figure. See NATO STANAG 2511 for the code. What the reasons say
    can be said in another language by the ``kind`` of source, the ``figure`` before the speaker's
    interest ``lifted`` it, and how many independent voices are ``against``; empty and 0 where a
    grade was given otherwise.
    """

    reliability: str
    credibility: int
    why_reliable: str
    why_credible: str
    kind: str = ""
    figure: int = 0
    lifted: bool = False
    against: int = 0

    @property
    def code(self) -> str:
        """Both, as "D4"."""
        return f"{self.reliability}{self.credibility}"


def graded(claimant: str, theatre: Theatre, **known: Any) -> Grade:
    """Return the grade of a claim by its speaker and, as for ``credibility``, by what is known."""
    letter, why_reliable = reliability(claimant, theatre)
    credible, why_credible = credibility(**known)
    figure = _figure(**{key: known[key] for key in ("voices", "camps", "against", "comparable")})
    return Grade(
        reliability=letter,
        credibility=credible,
        why_reliable=why_reliable,
        why_credible=why_credible,
        kind=_kind(claimant, theatre),
        figure=figure,
        lifted=credible != figure,
        against=known["against"],
    )


def reliability(claimant: str, theatre: Theatre) -> tuple[str, str]:
    """Return the letter of a speaker and why, by the kind of source the theatre says it is."""
    table = _table()["reliability"]
    row = table[_kind(claimant, theatre)]
    return row["letter"], row["why"]


def credibility(
    *, voices: int, camps: int, against: int, comparable: bool, against_interest: bool
) -> tuple[int, str]:
    """Return the figure of a claim and why.

    Parameters
    ----------
    voices
        Independent voices that say it, this one counted.
    camps
        Leanings among them; None of a side counts as one.
    against
        Independent voices that contradict it.
    comparable
        Whether it tells a place and a time.
    against_interest
        Whether its speaker's side loses by it.
    """
    figure = _figure(voices=voices, camps=camps, against=against, comparable=comparable)
    texts = _table()["credibility"]
    said = "another voice" if against == 1 else str(against)
    why = texts[figure].format(voices=voices, against=said)
    if against_interest and figure in (3, 4):
        return figure - 1, f"{texts['interest']}; {why}"
    return figure, why


def _figure(*, voices: int, camps: int, against: int, comparable: bool) -> int:
    if not comparable:
        return 6
    if against >= _MANY and voices == 1:
        return 5
    if against:
        return 4 if voices <= against else 3
    if voices > 1:
        return 1 if voices > 2 and camps > 1 else 2
    return 3


def _kind(claimant: str, theatre: Theatre) -> str:
    if claimant == "outlet":
        return "reporter"
    source = theatre.source(claimant)
    if source is not None:
        return source.kind
    if any(claimant in (actor.name, *actor.aliases) for actor in theatre.actors):
        return "belligerent-official"
    return "unnamed" if claimant[:1].islower() else "unknown"


@cache
def _table() -> dict[str, Any]:
    loaded = load_yaml((files("claims") / "grades.yaml").read_text(encoding="utf-8"))
    return {
        "reliability": loaded["reliability"],
        "credibility": {
            int(key) if str(key).isdigit() else key: text
            for key, text in loaded["credibility"].items()
        },
    }
