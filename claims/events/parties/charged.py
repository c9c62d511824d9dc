"""Whom "them" means behind a word of accusing: "the army accused them of burning it"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party

__all__ = ["charged"]


def charged(meant: Meant, parsed: Parsed, at: int) -> Party | None:
    """Return whom "them", "the other side" means behind a word of accusing: never who accuses.

    "Rebels took X. The army accused them of burning it": where two were told of, nobody.
    """
    if parsed.lower[at + 1] != "them":
        foe = meant.speaker and meant.finder.foe(meant.speaker.side)
        return Party(side=foe) if foe and parsed.lower[at + 1] == "the" else None
    here = [m for m in parsed.actors if m.end <= parsed.words[at].start]
    told = here[:-1] or meant.finder.before(parsed.sentence.start)
    sided = [m for m in told if m.side]
    last = [m for m in sided if m.sentence == sided[-1].sentence]
    last = [m for m in last if m.side not in {one.side for one in here[-1:]}]
    return meant.party(last[0]) if len({m.side for m in last}) == 1 else None
