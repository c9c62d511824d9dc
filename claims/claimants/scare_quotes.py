"""Words in quotation marks that are no speech: doubted, or a name."""

from __future__ import annotations

import re

__all__ = ["DOUBTED", "NAMED"]

# Words doubted or named, which are no speech: the republic's "defence ministry", the "Storm" force.
DOUBTED = re.compile(
    r'"((?:[a-z][\w-]*,?\s){1,2}[a-z][\w-]*)"|(?<=\bthe )"([A-Z][\w-]+)"'
    r'|(?<=\ba )"[a-z][^".!?]{2,50}"'
)
# And names in quotation marks: the operation "Winter of Steel".
NAMED = re.compile(
    DOUBTED.pattern
    + r'|(?<=[a-z] )"([A-Z][\w-]+)"(?=[\s,])'
    + r'|"[A-Z][\w-]+(?:\s(?:of|the|and|for|[A-Z][\w-]+)){1,4}"(?=[\s,;.])'
)
