"""What a text says once of where a place lies, and means whenever it names that place again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from gazetteer.place import PlaceExpression, Resolution, Unresolved

__all__ = ["retold"]

Answer = Resolution | Unresolved


def retold(
    answers: Mapping[PlaceExpression, Answer],
    place: Callable[[PlaceExpression, PlaceExpression, bool], Answer],
) -> Iterator[tuple[PlaceExpression, Answer]]:
    """Yield the answers to bare names that are clear where another says what holds that name.

    "X in northern Y" and then "X": the same X, unless the text holds two of that name apart.
    ``place`` places a name so held, as which expression it was asked, and whether it must be known:
    of several namesakes the holder must tell which, and what nobody knows lies somewhere in it.
    """
    for asked, told in _told_once(answers):
        answer = answers[asked]
        if isinstance(answer, Unresolved):
            again = place(told, asked, answer.status == "ambiguous")
            if isinstance(again, Resolution):
                yield asked, replace(again, expression=asked)


def _told_once(
    meant: Iterable[PlaceExpression],
) -> Iterator[tuple[PlaceExpression, PlaceExpression]]:
    holders: dict[tuple[str, ...], set[PlaceExpression]] = {}
    for expression in meant:
        if expression.within is not None and expression.within.heads:
            holders.setdefault(expression.heads, set()).add(expression.within)
    for expression in meant:
        known = holders.get(expression.heads, set())
        if expression.within is None and expression.heads and len(known) == 1:
            yield expression, replace(expression, within=next(iter(known)))
