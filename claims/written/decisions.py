"""What a reviewer decided, applied to the claims of a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim
from claims.written.decision_rows import Decision, Verdict, read_decisions
from gazetteer.expression import parse_place
from gazetteer.index import Gazetteer
from gazetteer.meaning.corrections import Correction, Corrections
from gazetteer.place import PlaceExpression, Resolution
from gazetteer.resolve import Context, resolve_all

__all__ = ["Decisions", "revise"]

Located = ResolvedClaim | NotDrawn


@dataclass(slots=True)
class Decisions:
    """The decisions of one file, and which of them a run has met.

    Not frozen: ``met`` grows with every report, so that a row that never met a claim is told.
    """

    rows: tuple[Decision, ...] = ()
    path: Path = Path("decisions.csv")
    met: set[int] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path) -> Decisions:
        """Read them from a file; see ``read_decisions`` for what is raised."""
        return cls(read_decisions(path), path)

    def about(self, claims: Sequence[Claim]) -> dict[str, Decision]:
        """Return the decision on each of a report's claims that has one, by the claim's id.

        A row whose id no claim has any more is matched by report and words: a newer version of the
        rules may cut the same quote a little longer or shorter. It must then fit one claim alone.
        """
        if not self.rows:
            return {}
        found: dict[str, Decision] = {}
        ids = {claim.id for claim in claims}
        for row in self.rows:
            claim_id = row.claim if row.claim in ids else _by_words(row, claims)
            if claim_id and (claim_id not in found or row.claim == claim_id):
                found[claim_id] = row
                self.met.add(row.line)
        return found

    def told(self, decision: Decision) -> str:
        """Say where a decision stands and why it was made."""
        note = f": {decision.note}" if decision.note else ""
        return f"by {self.path.name}, line {decision.line}{note}"

    def settle(self, item: Located, decision: Decision, ground: Gazetteer, text: str) -> Located:
        """Return a located claim as decided: set aside, or placed where the reviewer says."""
        if decision.verdict is Verdict.REJECT:
            return NotDrawn(
                claim=item.claim, reason="rejected", detail=f"rejected {self.told(decision)}",
                origin=item.origin,
            )  # fmt: skip
        placed = self._placed(item.claim, decision, ground, text)
        if placed is None:
            return item
        return ResolvedClaim(
            claim=item.claim, resolution=placed, footprint=placed.footprint, origin=item.origin
        )

    def _placed(
        self, claim: Claim, decision: Decision, gazetteer: Gazetteer, text: str
    ) -> Resolution | None:
        asked = claim.place or PlaceExpression(text="", heads=())
        point = decision.footprint
        if point is not None:
            noted = replace(point, note=f"{point.note}, set {self.told(decision)}")
            return Resolution(expression=asked, footprint=noted, chosen=())
        if not decision.entry:
            return None
        row = Correction(
            text=asked.heads[0] if asked.heads else asked.text,
            entry_id=decision.entry,
            note=decision.note,
            line=decision.line,
        )
        said = Corrections((row,), self.path)
        said.check(gazetteer)
        answer = resolve_all([asked], gazetteer, context=Context(text=text), corrections=said)[0]
        return answer if isinstance(answer, Resolution) else None

    @property
    def idle(self) -> tuple[Decision, ...]:
        """The rows that have met no claim so far."""
        return tuple(row for row in self.rows if row.line not in self.met)

    def usage(self) -> str:
        """Say in one line how many rows were used, and which met no claim."""
        told = f"{self.path.name}: {len(self.met)} of {len(self.rows)} decisions used"
        lines = ", ".join(str(row.line) for row in self.idle[:3])
        more = f" and {len(self.idle) - 3} more" if len(self.idle) > 3 else ""
        return f"{told}; line {lines}{more} met no claim" if lines else told


def revise(claims: Iterable[Claim], decisions: dict[str, Decision]) -> tuple[Claim, ...]:
    """Return claims with the words, sides, action, status and time that a reviewer gave them."""
    return tuple(
        _revised(claim, decisions[claim.id]) if claim.id in decisions else claim for claim in claims
    )


def _revised(claim: Claim, decision: Decision) -> Claim:
    new = {
        name: getattr(decision, name)
        for name in ("action", "status", "when")
        if getattr(decision, name) is not None
    }
    for name in ("actor_side", "opponent_side"):
        side = getattr(decision, name)
        if side is not None:
            new[name] = side or None
    if decision.place:
        new |= {"place": parse_place(decision.place), "place_inherited": False}
    accepted = decision.verdict is Verdict.ACCEPT
    return replace(
        claim, **new, withheld="" if accepted else claim.withheld, reviewed=decision.verdict
    )


def _by_words(row: Decision, claims: Sequence[Claim]) -> str:
    if not (row.quote and row.doc):
        return ""
    wanted = " ".join(row.quote.split())
    quotes = ((claim.id, " ".join(claim.quote.split())) for claim in claims if claim.doc == row.doc)
    fits = [claim_id for claim_id, quote in quotes if wanted in quote or quote in wanted]
    return fits[0] if len(fits) == 1 else ""
