"""Which claim of an earlier state is which of a later one, also after its report was rewritten."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from claims.editions.noted import Noted

__all__ = ["pairs_of", "same_words"]

# Two wordings of one statement share at least this part of their words, and half of them where
# place or action differ as well: an editor corrects one thing of a sentence, seldom two.
_LITTLE, _MUCH = 0.25, 0.5
_WORD = re.compile(r"\w+")
_FOLDED = str.maketrans("“”„«»‘’‚`", '"""""\'\'\'\'')
_Pairs = list[tuple[int, int]]


def pairs_of(
    before: Sequence[Noted], after: Sequence[Noted], newer: Mapping[str, str]
) -> dict[int, int]:
    """Return for claims of ``before`` the number of the same claim in ``after``, each once.

    Claims are the same by their content within one report, else by their id, else by their likeness
    within the report: of action, place and words two must agree. A report is known by its document
    or address.

    Parameters
    ----------
    newer
        The document of a report's newer version, by that of the earlier one.
    """
    found = _Book(before, after)
    # Files without ids number their rows, so an id alone says less than the content.
    found.take(_whole, _whole)
    docs = (lambda n: newer.get(n.claim.doc, n.claim.doc), lambda n: n.claim.doc)
    homes: tuple[tuple[_Key, _Key], ...] = (docs, (_address, _address))
    for old, new in homes:
        found.take(_with_content(old), _with_content(new))
    found.take(_id, _id)
    for old, new in homes:
        found.take_likest(old, new)
    return found.pairs


_Key = Callable[[Noted], Hashable]


class _Book:
    """The pairs found so far, and the claims that are left."""

    def __init__(self, before: Sequence[Noted], after: Sequence[Noted]) -> None:
        self._before, self._after = before, after
        self._taken: set[int] = set()
        self.pairs: dict[int, int] = {}

    def _left(self) -> Iterator[tuple[int, Noted]]:
        return ((n, each) for n, each in enumerate(self._before) if n not in self.pairs)

    def _free(self) -> Iterator[tuple[int, Noted]]:
        return ((n, each) for n, each in enumerate(self._after) if n not in self._taken)

    def _keep(self, old: int, new: int) -> None:
        self.pairs[old] = new
        self._taken.add(new)

    def take(self, old: _Key, new: _Key) -> None:
        """Pair what has the same key, in order; None is no key."""
        free: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for number, each in self._free():
            free[new(each)].append(number)
        for number, each in [*self._left()]:
            key = old(each)
            if key is not None and free.get(key):
                self._keep(number, free[key].popleft())

    def take_likest(self, old: _Key, new: _Key) -> None:
        """Pair what is like each other within one report, the likest first."""
        homes: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, each in self._free():
            homes[new(each)].append(number)
        scored: list[tuple[float, int, int]] = []
        for key, numbers in _grouped(self._left(), old).items():
            if key is not None and key in homes:
                scored += self._likeness(numbers, homes[key])
        for _, mine, theirs in sorted(scored):
            if mine not in self.pairs and theirs not in self._taken:
                self._keep(mine, theirs)

    def _likeness(self, mine: list[int], theirs: list[int]) -> Iterator[tuple[float, int, int]]:
        words = {n: _words(self._after[n].claim.quote) for n in theirs}
        book: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number in theirs:
            for key in _handles(self._after[number]):
                book[key].append(number)
        for number in mine:
            each = self._before[number]
            own = _words(each.claim.quote)
            near = {other for key in _handles(each) for other in book.get(key, ())}
            for other in sorted(near):
                score = _score(each, self._after[other], _shared(own, words[other]))
                if score:
                    yield -score, number, other


def _grouped(numbered: Iterable[tuple[int, Noted]], key: _Key) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for number, each in numbered:
        groups.setdefault(key(each), []).append(number)
    return groups


def _id(noted: Noted) -> Hashable:
    return noted.claim.id


def _whole(noted: Noted) -> Hashable:
    return noted.claim.id, *_content(noted)


def _address(noted: Noted) -> Hashable:
    return noted.address or None


def _with_content(home: _Key) -> _Key:
    def key(noted: Noted) -> Hashable:
        report = home(noted)
        return None if report is None else (report, *_content(noted))

    return key


def _content(noted: Noted) -> tuple[Hashable, ...]:
    claim = noted.claim
    return (
        same_words(claim.quote), claim.action, claim.status, _place(noted),
        claim.actor_side or "", same_words(claim.claimant),
    )  # fmt: skip


def _handles(noted: Noted) -> tuple[tuple[str, str], ...]:
    """Return what two claims must have one of in common to be likened at all."""
    place = _place(noted)
    action = ("action", noted.claim.action.value)
    return (action, ("place", place)) if place else (action,)


def _score(one: Noted, other: Noted, shared: float) -> float:
    """Say how like two claims of one report are, from 0 (not one claim) on."""
    action = one.claim.action is other.claim.action
    place = bool(_place(one)) and _place(one) == _place(other)
    if shared < _LITTLE or action + place + (shared >= _MUCH) < 2:
        return 0.0
    status = one.claim.status is other.claim.status
    side = one.claim.actor_side == other.claim.actor_side
    return 2 * action + 2 * place + status + side + 3 * shared


def _place(noted: Noted) -> str:
    return same_words(noted.claim.place.text).casefold() if noted.claim.place else ""


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """Return the part of words that two texts share (Dice), from 0 to 1."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0.0


def same_words(text: str) -> str:
    r"""Return a text as it is compared: one kind of space and of quotation mark, no control signs.

    Examples
    --------
    >>> same_words("the  “army”\n said")
    'the "army" said'
    """
    folded = text.translate(_FOLDED)
    if not folded.isprintable():
        folded = "".join(c if c.isprintable() else " " for c in folded)
    return " ".join(folded.split())
