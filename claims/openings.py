"""Nouns that close what opens a sentence: "after heavy fighting the rebels seized X"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["closes_opening"]

_OPENERS = frozenset("after following in during amid despite within since with under".split())
_BEFORE = frozenset((",", ";", ":", "that", "said", '"', "“"))
_REACH = 7  # words of "after more than two days of heavy"
_ARTICLES = frozenset("the a an its their his our".split())
_HAD = frozenset("has have had was were".split())
_SUBJECT = 6  # words of "forces loyal to the president"


def closes_opening(
    words: Sequence[str],
    first: int,
    last: int,
    taken: frozenset[int],
    is_past: Callable[[str], bool],
) -> bool:
    """Tell whether words ``[first, last]`` end a phrase, and a subject and its verb follow.

    So it is no verb with an object: those were not fought in "after a battle the rebels seized X".
    """
    low = max(0, first - _REACH)
    opener = next((n for n in range(first - 1, low - 1, -1) if words[n] in _OPENERS), None)
    if opener is None or not (opener == 0 or words[opener - 1] in _BEFORE):
        return False
    if not taken.isdisjoint(range(opener, first)) or "," in words[opener:first]:
        return False
    subject = last + 1 + (not _ARTICLES.isdisjoint(words[last + 1 : last + 2]))
    verb = subject
    while verb in taken and verb < subject + _SUBJECT:
        verb += 1
    then = words[verb] if subject < verb < len(words) else ""
    return then in _HAD or is_past(then)
