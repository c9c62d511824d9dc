"""Where and when a text was put out, and who carried it, behind the name of who speaks."""

from __future__ import annotations

import re

__all__ = ["CARRIED", "PUT_OUT"]

# "A communique from the staff issued in X [says]": where and when it was put out.
PUT_OUT = re.compile(
    r"(?<=\w)\s+(?:issued|released|published|read|broadcast|carried|aired|distributed)\s+(?!on\s+[A-Z])(?!.*\bby\b)"
    r"(?:in|on|at|from|over|today|late|early|yesterday)\b.*$"
    r"|(?<=\w)\s+(?:reached|contacted|interviewed|quoted|cited)\s+by\b.*$"
    r"|(?<=\w)\s+(?:sent|faxed|telexed|telephoned|handed|delivered|dictated|given)\s+to\b.*$",
    re.IGNORECASE | re.DOTALL,
)
# "The army, [cited by the agency]": who carried the words is another speaker.
CARRIED = re.compile(
    r"(?<=\w)\s+(?:quoted|cited|carried|relayed)\s+by\s.*$", re.IGNORECASE | re.DOTALL
)
