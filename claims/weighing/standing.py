"""How a claim stands among the others: its voices, whose camp they are, its grade."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.claim import Claim
from claims.claimants.press import MEDIA, agencies
from claims.claimants.speaker_words import PERSON
from claims.sides.theatre import Theatre
from claims.situation import NotDrawn, ResolvedClaim, Standing
from claims.weighing.agreement import Links, link
from claims.weighing.effect import Adversaries, effect_of
from claims.weighing.grade import graded
from claims.weighing.voices import count_voices

__all__ = ["compared", "speaker_side"]

Located = ResolvedClaim | NotDrawn


@dataclass(frozen=True, slots=True)
class _Book:
    """All located claims by id, the theatre that knows who speaks for whom, and who fights whom."""

    items: Mapping[str, Located]
    theatre: Theatre
    foes: Adversaries
    outlets: Mapping[str, str]

    def said(self, ids: Iterable[str]) -> list[tuple[str, str]]:
        """Return claimant and origin of claims; the reporter is a voice of the story itself."""
        found = (self.items[each] for each in ids)
        return [self.voice(item) for item in found]

    def voice(self, item: Located) -> tuple[str, str]:
        """Return who says a claim, and where its words come from.

        Where the chain of speakers ends in an outlet, they come from there, whoever printed them;
        a report in its own words speaks for its outlet, and so does a copy that does not name it.
        """
        claim = item.claim
        outlet = claim.outlet or self.outlets.get(item.origin, "")
        chain = claim.via[-1] if claim.via else ""
        own = claim.claimant == "outlet"
        name = _one_name((chain or outlet) if own else claim.claimant, self.theatre)
        if chain:
            return name, f"from {_one_name(chain, self.theatre)}"
        source = self.theatre.source(name)
        passes_on = own or (source is not None and source.kind in MEDIA)
        return (name, f"from {name}") if name and passes_on else (name or item.origin, item.origin)

    def camps(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the sides that the speakers of claims belong or lean to, "" for none."""
        sides = (speaker_side(self.items[each].claim, self.theatre) or "" for each in ids)
        return tuple(sorted(set(sides)))


def compared(items: Sequence[Located], theatre: Theatre) -> list[Located]:
    """Return located claims with their links, voices, interest and grade, in the same order."""
    foes = Adversaries.among(item.claim for item in items)
    told = (item for item in items if item.claim.claimant != "outlet")
    names = {item.claim.id: _one_name(item.claim.claimant, theatre) for item in told}
    links = link(items, foes, names)
    outlets = {item.origin: item.claim.outlet for item in reversed(items) if item.claim.outlet}
    book = _Book({item.claim.id: item for item in items}, theatre, foes, outlets)
    return [_compared(item, links, book) for item in items]


def _compared(item: Located, links: Links, book: _Book) -> Located:
    agrees = links.agrees.get(item.claim.id, ())
    against = links.contradicts.get(item.claim.id, ())
    standing = _standing(item, agrees, against, book)
    return replace(item, agrees_with=agrees, contradicts=against, standing=standing)


def _standing(
    item: Located, agrees: tuple[str, ...], against: tuple[str, ...], book: _Book
) -> Standing:
    saying = (item.claim.id, *agrees)
    voices = count_voices(book.said(saying))
    camps = book.camps(saying)
    interest = _against_interest(item.claim, book)
    grade = graded(
        item.claim.claimant,
        book.theatre,
        voices=voices,
        camps=len(camps),
        against=count_voices(book.said(against)),
        comparable=item.claim.place is not None and item.claim.when is not None,
        against_interest=interest,
    )
    return Standing(
        voices=voices,
        sides=tuple(filter(None, camps)),
        against_interest=interest,
        grade=grade,
    )


def _one_name(speaker: str, theatre: Theatre) -> str:
    """Return one name for a speaker, in whichever words the report names it.

    A person is one voice with and without office: "Jan Roe, a spokesman for X".
    """
    source = theatre.source(speaker)
    if source:
        return source.name
    person, _, office = speaker.partition(", ")
    named = office and " " in person and person.istitle() and PERSON.search(office)
    return agencies().get(speaker.casefold(), person if named else speaker)


def speaker_side(claim: Claim, theatre: Theatre) -> str | None:
    """Return the side that a claim's speaker belongs or leans to, or None."""
    if claim.claimant == "outlet":
        return None
    source = theatre.source(claim.claimant)
    if source:
        return source.leaning or None
    for actor in theatre.actors:
        if claim.claimant in (actor.name, *actor.aliases):
            return actor.side
    return None


def _against_interest(claim: Claim, book: _Book) -> bool:
    """Tell whether the speaker's side loses by what is said, or its enemy gains."""
    own, what = speaker_side(claim, book.theatre), effect_of(claim)
    if own is None or not what.kind:
        return False
    return what.loses == own or book.foes.foes(what.gains, own)
