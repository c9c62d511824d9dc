"""Keep reports on different conflicts apart, and put what was read of each on one map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TypeVar

from claims.claim import Claim
from claims.report import Report
from claims.sides.countries import countries
from claims.sides.theatre import Side, Theatre, own_side, shared_side
from claims.sides.theatre_cues import CueTable, Weight, set_in
from claims.sides.theatre_files import cue_table, neutral_theatre
from claims.situation import NotDrawn, Part, ResolvedClaim, Situation
from claims.written.read_claims import StatedClaim
from gazetteer.homes.towns import country_rows

__all__ = ["joined", "parted", "unqualified"]

_Located = TypeVar("_Located", ResolvedClaim, NotDrawn)


@dataclass(frozen=True, slots=True)
class _Document:
    """One document: its day, what its words tell of the conflict, and the theatre it states."""

    id: str
    day: date | None
    weight: Weight
    stated: str = ""


def parted(reports: Sequence[Report], stated: Sequence[StatedClaim]) -> tuple[Part, ...]:
    """Return the theatres that documents are about, each with its documents.

    Each document is recognised by itself. One that no theatre is sure of belongs to the main
    theatre of the run where it names no country of its own or something of that theatre; others
    go together where they name the same countries.
    """
    table = cue_table()
    documents = tuple(_documents(reports, stated, table))
    whole = _whole(documents)
    main = table.theatre_of(whole, min((d.day for d in documents if d.day), default=None))
    known: dict[str, list[_Document]] = {}
    open_ones: list[_Document] = []
    for document in documents:
        theatre = table.theatres.get(document.stated)
        theatre = theatre or table.theatre_of(document.weight, document.day)
        if theatre is None and main is not None and _may_be(document, main):
            theatre = main
        if theatre is None:
            open_ones.append(document)
        else:
            known.setdefault(theatre.id, []).append(document)
    parts = [
        _part(set_in(table.theatres[name], _whole(group)), group) for name, group in known.items()
    ]
    parts += [_neutral(group) for group in _by_country(open_ones)]
    rank = {document.id: number for number, document in enumerate(documents)}
    return tuple(sorted(parts, key=lambda part: min(rank[doc] for doc in part.docs)))


def _documents(
    reports: Sequence[Report], stated: Sequence[StatedClaim], table: CueTable
) -> Iterator[_Document]:
    quotes: dict[str, list[StatedClaim]] = {}
    for item in stated:
        quotes.setdefault(item.claim.doc, []).append(item)
    for report in reports:
        quotes.pop(report.id, None)
        day = report.published.date() if report.published else None
        yield _Document(report.id, day, table.weigh(report.text))
    for doc, items in quotes.items():
        published = items[0].claim.published[:10]
        weight = table.weigh("\n".join(item.claim.quote for item in items))
        told = next((name for name in map(_theatre, items) if name in table.theatres), "")
        yield _Document(doc, date.fromisoformat(published) if published else None, weight, told)


def _theatre(item: StatedClaim) -> str:
    """Return the theatre that a claim from a file is of; some tell it by their sides alone."""
    named = (own_side(side)[0] for side in _sides(item.claim) if side)
    return item.theatre or next(filter(None, named), "")


def _may_be(document: _Document, main: Theatre) -> bool:
    """Tell whether a document without a theatre may be on the main one's war.

    Not one that names another country first of all, whatever else it shares with that war: the
    Islamic State, or a power, fights in many.
    """
    codes = document.weight.countries()
    if not main.covers(document.day):
        return False
    told = codes[:1] if document.weight.points[main.id] else codes
    return not codes or not {*main.countries, *main.nearby}.isdisjoint(told)


def _by_country(documents: Iterable[_Document]) -> Iterator[list[_Document]]:
    """Yield groups of documents that may be set in the same countries.

    The country that speaks loudest in each must be among the other's. A document that names none
    goes with the largest group.
    """
    groups: list[list[tuple[tuple[str, ...], _Document]]] = []
    silent: list[_Document] = []
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


def _part(theatre: Theatre, documents: Iterable[_Document]) -> Part:
    return Part(theatre=theatre, docs=frozenset(document.id for document in documents))


def _whole(documents: Iterable[_Document]) -> Weight:
    whole = Weight()
    for document in documents:
        whole.add(document.weight)
    return whole


def _neutral(documents: Sequence[_Document]) -> Part:
    return _part(neutral_theatre(_whole(documents).countries()), documents)


def joined(situations: Sequence[tuple[Part, Situation]], *, reports: Sequence[Report]) -> Situation:
    """Put situations of several theatres together; no side of one is taken for one of another.

    Side ids that two of them share get their theatre before them: ``syria/russia``.

    Parameters
    ----------
    reports
        All reports, in the order that the result keeps.
    """
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
        parts.append(Part(theatre=replace(theatre, sides=own), docs=part.docs))
        sides += own
        drawn += [_renamed(item, rename) for item in each.drawn]
        not_drawn += [_renamed(item, rename) for item in each.not_drawn]
    moments = [each.as_of for _, _, each in named if each.as_of]
    every = {report.id: report for _, _, each in named for report in each.reports}
    order = dict.fromkeys((*(report.id for report in reports), *every))
    return Situation(
        theatre=_together(parts, sides),
        as_of=max(moments, default=None),
        reports=tuple(every[doc] for doc in order),
        drawn=tuple(drawn),
        not_drawn=tuple(not_drawn),
        parts=tuple(parts),
        figures=tuple(
            replace(figure, side=rename_of[theatre.id].get(figure.side or "", figure.side))
            for theatre, _, each in named
            for figure in each.figures
        ),
    )


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
    # A code may have had another name: Russia stands before the Soviet Union.
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
    new = _with_sides(claim, *(rename.get(s or "", s) for s in _sides(claim)))
    return replace(item, claim=new)


def _sides(claim: Claim) -> tuple[str | None, str | None]:
    return claim.actor_side, claim.opponent_side


def _with_sides(claim: Claim, actor: str | None, opponent: str | None) -> Claim:
    return replace(claim, actor_side=actor, opponent_side=opponent)


def unqualified(stated: StatedClaim) -> StatedClaim:
    """Take the theatre from before the sides of a claim that an earlier run of several wrote."""
    sides = (own_side(side)[1] if side else side for side in _sides(stated.claim))
    return replace(stated, claim=_with_sides(stated.claim, *sides))
