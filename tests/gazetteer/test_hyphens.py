"""Names that hyphens and a small word between them hold together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest

from gazetteer.homes.found import WordKey
from gazetteer.homes.runs import find_spans
from gazetteer.spellings.families import GENERAL, family
from gazetteer.spellings.keying import letter_of
from gazetteer.spellings.spelling import name_sounds

NAMES = ("Port-au-Prince", "Stratford-upon-Avon", "Stratford", "Oru", "Bela")


def known(_: Iterable[str]) -> set[WordKey]:
    of = family(GENERAL)
    keys = (
        (letter_of(of) + said, plain) for name in NAMES for plain, said in name_sounds(name, of)
    )
    return {(*key, english) for key, english in product(keys, (True, False))}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Gangs in Port-au-Prince fired.", ["Port-au-Prince"]),
        ("in Stratford-upon-Avon and Bela", ["Stratford-upon-Avon", "Bela"]),
        ("near Stratford upon Avon", ["Stratford"]),
        ("the Oru-based group", ["Oru"]),
    ],
)
def test_a_small_word_between_hyphens_belongs_to_its_name(text: str, read: list[str]) -> None:
    spans = find_spans(text, known, (family(GENERAL),))
    assert [text[start:end] for start, end in spans] == read
