"""Whom a paragraph is about, for "he said" behind sentences in which nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from claims.claimants.pronouns import kind_of

__all__ = ["FULL_NAME", "Topic"]

FULL_NAME = re.compile(
    r"((?!The\s|In\s)[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){1,4}),\s(?:\d|who\b|an?\b|the\b|(?:its|their|his|her)\s"
    r"|(?:[A-Z][\w.-]*\s){0,3}[A-Z][\w.-]*'s?\s|(?:chief|head|leader|commander|governor|mayor|minister|spokes\w+)\s(?:of|for)\s)"
)
"""A person's name before the title that a comma parts from it: "Ilar Noor, a captain"."""
# Of what kind who spoke in a paragraph must be for a pronoun to mean them and not its topic.
_SPOKEN_AS = {"they": ("many", "people"), "he": ("person",), "she": ("person",)}
_NEW = ("A ", "An ")
_ONE_OF_THEM = frozenset(("one", "one of them", "another", "some", "others"))


@dataclass(slots=True)
class Topic:
    """The sentences of one paragraph in which nobody speaks, and who spoke in the others.

    ``opening`` returns who a sentence opens with. The sentences are read when it is asked for.
    """

    opening: Callable[[str], str]
    _who: str = ""
    _told_last: bool = False  # since the last who spoke: "Soldiers fled. 'We lost,' one said"
    _brought_in: bool = False  # since the last who spoke: "A colonel was more careful. He said"
    _spoke: list[str] = field(default_factory=list)
    _unread: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Remember a sentence in which nobody speaks: "Captain Noor led them."."""
        self._unread.append(sentence)

    def note(self, who: str) -> None:
        """Remember who spoke."""
        self._read()  # by what was known until then
        self._spoke.append(who)
        self._brought_in = self._told_last = False

    def meant_by(self, pronoun: str) -> str:
        """Return whom the paragraph is about, if "he" may mean it and none who spoke in it."""
        self._read()
        kind = kind_of(self._who)
        if self._told_last and kind in ("many", "people") and pronoun.lower() in _ONE_OF_THEM:
            return self._who
        kinds = {kind, "", *_SPOKEN_AS.get(pronoun.lower(), ())}
        spoke = any(kind_of(who) in kinds for who in self._spoke)
        return self._who if self._brought_in or not spoke else ""

    def _read(self) -> None:
        unread, self._unread = self._unread, []
        for sentence in unread:
            named = FULL_NAME.search(sentence)
            opened = self.opening(sentence)
            self._who = opened or (named[1] if named else self._who)
            self._told_last = bool(opened)
            self._brought_in = kind_of(self._who) == "person" and sentence.startswith(_NEW)
