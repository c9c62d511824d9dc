"""Keep reports on different conflicts apart, and put what was read of each on one map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from claims.claim import Claim
from claims.documents import Document, documents_of, sides_of
from claims.pieces import piece_of
from claims.report import Report
from claims.sides.countries import countries
from claims.sides.cue_weight import Weight
from claims.sides.theatre import Side, Theatre, own_side, shared_side
from claims.sides.theatre_cues import set_in
from claims.sides.theatre_files import cue_table, neutral_theatre
from claims.situation import NotDrawn, Part, ResolvedClaim, Situation
from claims.written.read_claims import StatedClaim
from gazetteer.homes.towns import country_rows

__all__ = ["joined", "own_piece", "parted", "unqualified"]

_Located = TypeVar("_Located", ResolvedClaim, NotDrawn)


def parted(reports: Sequence[Report], stated: Sequence[StatedClaim]) -> tuple[Part, ...]:
    """Return the theatres that documents are about, each with its documents.

    Each document is recognised by itself, and each piece of a digest. One that no theatre is sure
    of belongs to the main theatre of the run where it names no country of its own or something of
    that theatre; others go together where they name the same countries.
    """
    table = cue_table()
    documents = tuple(documents_of(reports, stated, table))
    whole = _whole(documents)
    main = table.theatre_of(whole, min((d.day for d in documents if d.day), default=None))
    known: dict[str, list[Document]] = {}
    open_ones: list[Document] = []
    for document in documents:
        theatre = table.theatres.get(document.stated)
        theatre = theatre or table.theatre_of(document.weight, document.day)
        if theatre is None and main is not None and _may_be(document, main):
            theatre = main
        if theatre is None:
            open_ones.append(document)
        else:
            known.setdefault(theatre.id, []).append(document)
    groups = [
        (set_in(table.theatres[name], _whole(group), table.theatres.values()), group)
        for name, group in known.items()
    ]
    groups += [
        (neutral_theatre(_whole(group).countries()), group) for group in _by_country(open_ones)
    ]
    rank = {(document.id, document.own): number for number, document in enumerate(documents)}
    groups.sort(key=lambda each: min(rank[document.id, document.own] for document in each[1]))
    return tuple(_part(theatre, group) for theatre, group in groups)


def _may_be(document: Document, main: Theatre) -> bool:
    """Tell whether a document without a theatre may be on the main one's war.

    Not one that names another country first of all, whatever else it shares with that war: the
    Islamic State, or a power, fights in many.
    """
    codes = document.weight.countries()
    if not main.covers(document.day):
        return False
    told = codes[:1] if document.weight.points[main.id] else codes
    near = () if document.own else main.nearby  # a piece has been told from its neighbours already
    return not codes or not {*main.countries, *near}.isdisjoint(told)


def _by_country(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield groups of documents that may be set in the same countries.

    The country that speaks loudest in each must be among the other's. A document that names none
    goes with the largest group.
    """
    groups: list[list[tuple[tuple[str, ...], Document]]] = []
    silent: list[Document] = []
    for document in documents:
        codes = document.weight.countries()
        if not codes:
            silent.append(document)
            continue
        same = [group for group in groups if any(_meet(codes, other) for other, _ in group)]
        groups = [group for group in groups if group not in same]
        groups.append([*chain.from_iterable(same), (codes, document)])
    members = [[document for _, document in group] for group in groups]
    if silent:
        largest = max(members, key=len, default=None)
        if largest is None:
            members.append(silent)
        else:
            largest.extend(silent)
    yield from members


def _meet(codes: Sequence[str], others: Sequence[str]) -> bool:
    return codes[0] in others and others[0] in codes


def _part(theatre: Theatre, documents: Iterable[Document]) -> Part:
    by_doc: dict[str, list[Document]] = {}
    for document in documents:
        by_doc.setdefault(document.id, []).append(document)
    within = {
        doc: tuple(sorted(chain.from_iterable(d.own for d in own), key=lambda span: span.start))
        for doc, own in by_doc.items()
        if len(own) < own[0].of
    }
    return Part(theatre=theatre, docs=frozenset(by_doc), within=within)


def _whole(documents: Iterable[Document]) -> Weight:
    whole = Weight()
    for document in documents:
        whole.add(document.weight)
    return whole


def own_piece(report: Report, part: Part) -> Report:
    """Return what a part holds of one of its reports: all of it, or a piece of a digest."""
    own = part.within.get(report.id)
    return report if own is None else piece_of(report, own, cue_table())


def joined(situations: Sequence[tuple[Part, Situation]], *, reports: Sequence[Report]) -> Situation:
    """Put situations of several theatres together; no side of one is taken for one of another.

    Side ids that two of them share get their theatre before them: ``syria/russia``. Pieces of a
    digest that tell nothing, a visit or a ruling elsewhere, make no theatre.

    Parameters
    ----------
    reports
        All reports, in the order that the result keeps.
    """
    every = _reports(situations, {report.id: report for report in reports})
    unread = dict(chain.from_iterable(each.unread.items() for _, each in situations))
    situations = [*filter(_tells, situations)] or situations[:1]
    if len(situations) < 2:
        return replace(situations[0][1], reports=tuple(every.values()), unread=unread)
    named = [(_named(part.theatre), part, each) for part, each in situations]
    shared = _shared([_side_ids(each) for _, _, each in named])
    parts: list[Part] = []
    sides: list[Side] = []
    drawn: list[ResolvedClaim] = []
    not_drawn: list[NotDrawn] = []
    rename_of: dict[str, dict[str, str]] = {}
    for theatre, part, each in named:
        rename = rename_of[theatre.id] = {side: shared_side(theatre.id, side) for side in shared}
        own = tuple(_renamed_side(side, rename, theatre) for side in theatre.sides)
        parts.append(replace(part, theatre=replace(theatre, sides=own)))
        sides += own
        drawn += [_renamed(item, rename) for item in each.drawn]
        not_drawn += [_renamed(item, rename) for item in each.not_drawn]
    moments = [each.as_of for _, _, each in named if each.as_of]
    order = dict.fromkeys((*(report.id for report in reports), *every))
    return Situation(
        theatre=_together(parts, sides),
        as_of=max(moments, default=None),
        reports=tuple(every[doc] for doc in order),
        drawn=tuple(drawn),
        not_drawn=tuple(not_drawn),
        parts=tuple(parts),
        unread=unread,
        figures=tuple(
            replace(figure, side=rename_of[theatre.id].get(figure.side or "", figure.side))
            for theatre, _, each in named
            for figure in each.figures
        ),
    )


def _tells(situation: tuple[Part, Situation]) -> bool:
    part, each = situation
    return bool(each.items or each.figures or part.docs.difference(part.within))


def _reports(
    situations: Sequence[tuple[Part, Situation]], given: Mapping[str, Report]
) -> dict[str, Report]:
    """Return the reports of all as they were read first, those read in pieces whole again."""
    found: dict[str, Report] = {}
    for report in chain.from_iterable(each.reports for _, each in situations):
        whole = given.get(report.id, report)
        found.setdefault(
            report.id, replace(report, text=whole.text, sections=whole.sections, piece="")
        )
    return found


def _together(parts: Sequence[Part], sides: Iterable[Side]) -> Theatre:
    names = [part.theatre.name for part in parts]
    return Theatre(
        id="+".join(part.theatre.id for part in parts),
        name=" and ".join(filter(None, (", ".join(names[:-1]), names[-1]))),
        timezone="UTC",
        countries=tuple(dict.fromkeys(c for part in parts for c in part.theatre.countries)),
        sides=tuple(sides),
    )


def _named(theatre: Theatre) -> Theatre:
    """Name a theatre without sides after the country that its reports name most often."""
    if theatre.sides or not theatre.countries:
        return theatre
    code = theatre.countries[0]
    # A code may have had another name: a state's new one stands before the old.
    own = next((country for country in countries() if country.code == code), None)
    known = own.name if own else next(row.names[0] for row in country_rows() if row.code == code)
    # Not the country's id alone: a theatre may be called "sudan", and be recognised beside it.
    return replace(theatre, id=f"around-{own.id if own else code.lower()}", name=f"Around {known}")


def _side_ids(situation: Situation) -> set[str]:
    used = {s for claim in situation.claims for s in (claim.actor_side, claim.opponent_side) if s}
    return used | {side.id for side in situation.theatre.sides}


def _shared(ids: Sequence[set[str]]) -> list[str]:
    return sorted(side for side in set().union(*ids) if sum(side in each for each in ids) > 1)


def _renamed_side(side: Side, rename: Mapping[str, str], theatre: Theatre) -> Side:
    if side.id not in rename:
        return side
    return replace(side, id=rename[side.id], name=f"{side.name} ({theatre.name})")


def _renamed(item: _Located, rename: Mapping[str, str]) -> _Located:
    claim = item.claim
    new = _with_sides(claim, *(rename.get(s or "", s) for s in sides_of(claim)))
    return replace(item, claim=new)


def _with_sides(claim: Claim, actor: str | None, opponent: str | None) -> Claim:
    return replace(claim, actor_side=actor, opponent_side=opponent)


def unqualified(stated: StatedClaim) -> StatedClaim:
    """Take the theatre from before the sides of a claim that an earlier run of several wrote."""
    sides = (own_side(side)[1] if side else side for side in sides_of(stated.claim))
    return replace(stated, claim=_with_sides(stated.claim, *sides))
