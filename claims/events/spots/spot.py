"""A place of a sentence with what it hangs on."""

from __future__ import annotations

import re
from typing import NamedTuple

from gazetteer.wording.mentions import Mention

__all__ = ["WAY", "Spot"]

WAY = re.compile(r"\s(?:direction|axis|sector)$", re.IGNORECASE)
"""How words for a stretch of a front end: "the X direction"."""


class Spot(NamedTuple):
    """A place of a sentence.

    Parameters
    ----------
    mention
        The place expression.
    first
        Number of its first word.
    lead
        The preposition that it hangs on, empty for a subject or an object.
    aside
        Whether it only describes another place or a person, so that no event is there.
    listed
        Whether it goes on with the list of the spot before.
    unnamed
        Whether the words give it no name: "the town", "a hospital".
    fronted
        Whether it opens its clause with its preposition: "on Monday, in X, rebels".
    """

    mention: Mention
    first: int
    lead: str
    aside: bool = False
    listed: bool = False
    unnamed: bool = False
    fronted: bool = False
