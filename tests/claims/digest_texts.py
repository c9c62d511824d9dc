"""Digests of invented events, in the forms that they come in."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from claims.intake.published import published_date
from claims.intake.sections import find_sections
from claims.report import Report

SYRIA = (
    "Syrian government troops and allied militiamen recapture Morek and Kafr Zita. (SANA)",
    "The Syrian Observatory for Human Rights says that rebels have shelled Suran. (Reuters)",
)
SUDAN = (
    "The Rapid Support Forces attack El Obeid and capture Bara, the Sudanese army says. (Radio X)",
    "Army aircraft bomb a market in Nyala, killing nine people. (Sudan Tribune)",
)
MYANMAR = (
    "The Arakan Army captures a post near Sittwe, and junta warships shell Pauktaw. (Narinjara)",
)
LIBYA = ("Libyan National Army artillery shells Tarhuna, killing three people. (AFP)",)
WARS = (SYRIA, SUDAN, MYANMAR)
DATE = "date 2024-12-03\n"


def sourced(*wars: Sequence[str]) -> str:
    return "\n".join(line for war in wars for line in war)


def bulleted(*wars: Sequence[str]) -> str:
    return "\n\n".join(f"- {line.partition(' (')[0]}" for war in wars for line in war)


def headed(*wars: Sequence[str]) -> str:
    names = {SYRIA: "Syria", SUDAN: "SUDAN:", MYANMAR: "Myanmar civil war", LIBYA: "**Libya**"}
    lines = (
        line for war in wars for line in (names[war], *(each.partition(" (")[0] for each in war))
    )
    return "\n\n".join(lines)


FORMS = (sourced, bulleted, headed)


def report_of(text: str, name: str = "digest") -> Report:
    """Return a report of this text, published at the beginning of December 2024."""
    text = DATE + text
    return Report(
        id=name,
        text=text,
        published=published_date(text),
        sections=find_sections(text),
        sha256=sha256(text.encode()).hexdigest(),
    )
