"""What one report says, read and placed by itself: a pure function of the report and its ground."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.claim import Claim
from claims.counts.figures import find_figures
from claims.events.extract import extract
from claims.events.spots.name_finder import NameFinder
from claims.extractor import Extractor
from claims.figure import Figure
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.unclear import named_beside
from gazetteer.beside import is_open, resolve_beside
from gazetteer.index import Gazetteer
from gazetteer.meaning.corrections import Corrections
from gazetteer.place import PlaceExpression, Resolution, Unresolved
from gazetteer.resolve import Context, resolve_all
from geo.errors import FrontmapError

__all__ = ["Answers", "Ground", "Read", "Reading", "answered", "read_each", "read_one", "reader"]

Answers = Mapping[PlaceExpression, Resolution | Unresolved]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a report is read with: its theatre, the places known, what people say of names.

    ``extractor`` makes what reads a theatre's reports; None stands for the rules.
    """

    theatre: Theatre
    gazetteer: Gazetteer
    corrections: Corrections = field(default_factory=Corrections)
    extractor: Callable[[Theatre], Extractor] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report says before it is compared with others.

    Parameters
    ----------
    claims
        In the order of the text.
    answers
        What the gazetteer says to each place that the claims name.
    figures
        The counts that the report gives, in the order of the text.
    met
        Lines of the corrections that settled something.
    problem
        Why the report could not be read, in one line; empty where it was.
    """

    claims: tuple[Claim, ...] = ()
    answers: Answers = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    met: frozenset[int] = frozenset()
    problem: str = ""


#: Reads reports with one ground, each by itself, and gives a reading for each in their order.
Read = Callable[[Ground, Sequence[Report]], Iterable[Reading]]


def read_each(ground: Ground, reports: Sequence[Report]) -> Iterable[Reading]:
    """Read reports one after the other, here."""
    return map(reader(ground), reports)


def reader(ground: Ground) -> Callable[[Report], Reading]:
    """Return what reads one report after the other with a ground that is made ready once."""
    names = ground.corrections.finder(ground.gazetteer)
    extractor = ground.extractor(ground.theatre) if ground.extractor else _rules(ground, names)

    def read(report: Report) -> Reading:
        try:
            return read_one(report, ground, extractor)
        except (FrontmapError, OSError, MemoryError):
            raise  # a fault of the ground or the machine, which every other report would meet
        except Exception as error:  # noqa: BLE001 - whatever a rule stumbles over, the rest is read
            return Reading(problem=_fault(report, error))

    return read


def read_one(report: Report, ground: Ground, extractor: Extractor) -> Reading:
    """Read one report and place what it claims; nothing but the arguments bears on the result."""
    claims = tuple(extractor(report))
    corrections = ground.corrections.afresh()
    return Reading(
        claims=claims,
        answers=answered(claims, ground, corrections, text=report.text),
        figures=find_figures(report, ground.theatre, claims),
        met=frozenset(corrections.met),
    )


def answered(
    claims: Sequence[Claim], ground: Ground, corrections: Corrections, *, text: str
) -> Answers:
    """Place what claims of one text name, each place judged beside the others.

    One that all of them leave unclear is asked again beside what its own lines name, then beside
    what the lines around these name as well.
    """
    asked = list(dict.fromkeys(e for c in claims for e in (c.place, c.tail) if e is not None))
    gazetteer, context = ground.gazetteer, Context(countries=ground.theatre.countries, text=text)
    answers = resolve_all(asked, gazetteer, context=context, corrections=corrections)
    found = dict(zip(asked, answers, strict=True))
    for place, answer in found.items():
        if not isinstance(answer, Unresolved) or not is_open(answer, gazetteer):
            continue
        for around in (0, 1):
            beside = named_beside(place, claims, gazetteer, text, around=around)
            found[place] = resolve_beside(
                answer, beside, gazetteer, context=context, corrections=corrections
            )
            if isinstance(found[place], Resolution):
                break
    return found


def _fault(report: Report, error: Exception) -> str:
    """Say in one line which report frontmap itself failed on, and where."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{at.filename.replace(chr(92), '/').rpartition('/')[2]}:{at.lineno}"
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"{report.path or report.id}: not read, for frontmap itself failed on it ({told}, at "
        f"{where}); leave it out, and report this line"
    )


def _rules(ground: Ground, names: NameFinder) -> Extractor:
    return lambda report: extract(report, ground.theatre, names)
