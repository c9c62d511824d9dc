"""A situation in which one hostile text stands in every field that reaches the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.claim import Span
from claims.sides.theatre import Side
from claims.situation import Situation
from gazetteer.entry import FeatureClass, Toponym
from gazetteer.place import Candidate, Resolution
from tests.maps.ground import ROUTE, entry, point
from tests.maps.situations import THEATRE, hama


def hostile(make: Callable[[str], str]) -> Situation:
    """Return a situation in which ``make(field)`` stands in every text that reaches the page."""
    base = hama()
    item, listed, report = base.drawn[9], base.not_drawn[1], base.reports[0]
    place = replace(item.claim.place, text=make("place"))  # type: ignore[type-var]
    bad_entry = replace(
        entry("Suran"),
        toponyms=(Toponym(text=make("entry")),),
        admin=(make("admin"),),
        source=make("source"),
        licence=make("licence"),
        id=make("entry-id"),
        note=make("entry-note"),
    )
    bad_road = replace(
        entry("road", feature=FeatureClass.ROAD, geometry=ROUTE),
        toponyms=(Toponym(text=make("road")),),
    )
    candidates = tuple(
        Candidate(entry=e, score=0.5, why=make("why")) for e in (bad_entry, bad_road)
    )
    claim = replace(
        item.claim,
        id=make("id"),
        doc=make("doc"),
        outlet=make("outlet"),
        published=make("published"),
        quote=make("quote"),
        span=Span(start=len(make("before")), end=len(make("before")) + len(make("quote"))),
        claimant=make("claimant"),
        via=(make("via"),),
        actor=make("actor"),
        actor_side=make("side"),
        opponent=make("opponent"),
        opponent_side=make("other-side"),
        place=place,
        axes=(make("axis"), "north"),
        when=replace(item.claim.when, text=make("when")),  # type: ignore[type-var]
    )
    bad_report = replace(
        report,
        id=make("doc"),
        title=make("title"),
        outlet=make("report-outlet"),
        url=make("url"),
        path=make("path"),
        sha256=make("sha256"),
        text=make("before") + make("quote") + make("after"),
        language=make("language"),
    )
    footprint = replace(item.footprint, note=make("note"), method=make("method"))
    named = replace(
        THEATRE,
        name=make("theatre"),
        timezone=make("timezone"),
        id=make("theatre-id"),
        sides=(
            Side(
                id=make("side"),
                name=make("side-name"),
                colour=make("colour"),
                dash=make("dash"),
                head=make("head"),
            ),
        ),
    )
    drawn = replace(
        item,
        claim=claim,
        footprint=footprint,
        origin=make("origin"),
        agrees_with=(make("id"), make("agrees")),
        contradicts=(make("listed-id"),),
        resolution=Resolution(
            expression=place, footprint=footprint, chosen=candidates, rejected=candidates
        ),
    )
    missing = replace(
        listed,
        claim=replace(claim, id=make("listed-id")),
        reason=make("reason"),
        detail=make("detail"),
        candidates=candidates,
    )
    point_like = replace(
        drawn,
        claim=replace(claim, id=make("point-id")),
        footprint=replace(point("Suran"), note=make("note")),
    )
    return replace(
        base, theatre=named, reports=(bad_report,), drawn=(drawn, point_like), not_drawn=(missing,)
    )
