"""Words for a part of a force, whose whole acts by it: "marines of the 36th Brigade"."""

from __future__ import annotations

from claims.number_words import ONE_TO_TEN
from claims.word_lists import word_list

__all__ = ["FIRED", "PARTS"]

PARTS = ONE_TO_TEN.union(word_list("parts"))
FIRED = word_list("fired_parts")
