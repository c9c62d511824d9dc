"""Files of places that others publish or people write, read into gazetteer entries."""

from __future__ import annotations

from gazetteer.sources.errors import ExtraMissingError, UnreadableSourceError
from gazetteer.sources.read import read_source
from gazetteer.sources.recognise import Form
from gazetteer.sources.rejected import Reject, Rejected

__all__ = [
    "ExtraMissingError",
    "Form",
    "Reject",
    "Rejected",
    "UnreadableSourceError",
    "read_source",
]
