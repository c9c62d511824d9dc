"""``frontmap place``: ask the gazetteer."""

from __future__ import annotations

from typing import Annotated

import typer

from frontmap.commands.options import Debug, Quiet

__all__ = ["HELP", "place"]

HELP = """Find a place, as a report words it.

\b
Examples:
  frontmap place "15 km north of Hama"
  frontmap place Suran --context Hama --country SY
  frontmap place "the Khanaser-Athriya road" --json
"""


def place(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A name or a phrase.")],
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Find a place, as a report words it."""
