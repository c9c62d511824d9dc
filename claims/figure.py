"""A count that a report gives: how many, of whom, in what time, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import Span, When

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count as one report words it. Figures are listed beside each other and never summed.

    Parameters
    ----------
    id
        Made from the report's text and the span.
    measure
        "killed", "neutralized", "wounded", "casualties", "captured", "surrendered", "missing",
        "abducted", "displaced", "destroyed", "seized" or "lost".
    least, most
        The count: equal where one number is given, ``most`` None where it is open ("over 40",
        "dozens").
    qualifier
        "at_least", "more_than", "up_to", "fewer_than", "nearly", "about", "range", "vague" or
        "exact".
    group, side
        Who is counted, in the words of the text, and the side they belong to, or None.
    kind
        The group in our word: "civilians", "soldiers", "fighters", "police", "people", "tanks",
        "vehicles", "aircraft", "drones", "missiles", "artillery", "ships" or "buildings".
    window
        The words that say in what time, or empty.
    when
        The time of the event or the end of the window, as for claims.
    total
        Whether it counts from some start up to the report.
    places
        Toponyms of its sentence.
    claimant, via
        As for claims.
    sentence
        The sentence that holds it.
    part_of
        Id of the figure that holds this one: "including 104 civilians".
    contradicts
        Ids of figures on the same thing by other voices that are at least a factor of two away.
    """

    id: str
    doc: str
    measure: str
    least: int
    most: int | None
    qualifier: str
    group: str
    side: str | None
    window: str
    when: When | None
    claimant: str
    via: tuple[str, ...]
    quote: str
    span: Span
    sentence: Span
    origin: str = ""
    contradicts: tuple[str, ...] = ()
    kind: str = "people"
    total: bool = False
    places: tuple[str, ...] = ()
    part_of: str = ""

    @property
    def value(self) -> int:
        """The number to compare by: the one given, or the middle of a range."""
        return self.least if self.most is None else (self.least + self.most) // 2
