"""Who tells a reporter his name: "a rebel who identified himself as Jan Roe"."""

from __future__ import annotations

import re

__all__ = ["CALLS_HIMSELF", "INTRODUCED"]

_ONLY = r"(?:only\s|simply\s|just\s)?"
CALLS_HIMSELF = (
    rf",?\s(?:who\s)?{_ONLY}(?:(?:identif(?:ied|ying)|nam(?:ed|ing)|call(?:ed|ing)|introduc(?:ed|ing))\s(?:himself|herself)"
    rf"|g(?:ave|iving)\s{_ONLY}(?:his|her)\s(?:\w+\s)?name)\s{_ONLY}as\s{_ONLY}"
)
# The name, in quotation marks that were blanked as well: Colonel "Lion" Roe.
INTRODUCED = re.compile(rf"{CALLS_HIMSELF}(?P<name>(?:[A-Z][\w.'-]*\s{{0,2}}){{1,5}}),?\s*$")
