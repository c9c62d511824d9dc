"""The one call through which reports become claims, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from claims.claim import Claim
from claims.report import Report

__all__ = ["Extractor"]


class Extractor(Protocol):
    """What reads claims out of a report.

    Spans count characters of ``Report.text``, and a quote is the text of its span: what is not
    there was not claimed. A report without claims gives none; nothing is raised for a text, however
    odd it is.
    """

    def __call__(self, report: Report) -> Iterable[Claim]:
        """Yield the claims of a report in the order of its text."""
