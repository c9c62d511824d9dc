"""Dumps of GeoNames together with the files that GeoNames publishes beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from gazetteer.entry import GazetteerEntry
from gazetteer.sources.adminnames import AdminNames, is_admin_names
from gazetteer.sources.alternates import AlternateNames, is_alternate_names
from gazetteer.sources.errors import UnreadableSourceError
from gazetteer.sources.geonames import GeonamesReader
from gazetteer.sources.lines import numbered_lines
from gazetteer.sources.rejected import Reject
from gazetteer.sources.streams import Stream, all_streams
from gazetteer.sources.told import Told

__all__ = ["Beside", "dump_entries", "files_beside"]


class Beside:
    """The streams of the files that go with a dump, by what they hold."""

    def __init__(self) -> None:
        self.alternates: list[Stream] = []
        self.admin_names: list[Stream] = []

    def add(self, stream: Stream) -> bool:
        """Add a stream; False where it is neither kind."""
        lines = [line.rstrip(b"\r") for line in stream.head.split(b"\n")[:100]]
        if any(map(is_admin_names, lines)):
            self.admin_names.append(stream)
        elif any(map(is_alternate_names, lines)):
            self.alternates.append(stream)
        else:
            return False
        return True


def files_beside(paths: Sequence[Path], max_bytes: int) -> Beside:
    """Recognise the files that go with a dump.

    Raises
    ------
    UnreadableSourceError
        One of them is neither alternate names nor names of administrative units.
    """
    beside = Beside()
    for path in paths:
        # A list of languages lies in the same zip as the names.
        if not [stream for stream in all_streams(path, max_bytes) if beside.add(stream)]:
            problem = "is neither alternateNamesV2 nor admin1CodesASCII or admin2Codes of GeoNames"
            raise UnreadableSourceError(path, f"{problem}; leave it out or give the right file")
    return beside


def dump_entries(
    streams: Sequence[Stream], told: Told, beside: Beside, reject: Reject
) -> Iterator[GazetteerEntry]:
    """Give the entries of all rows of a dump."""
    admin_names = AdminNames()
    for stream in beside.admin_names:
        admin_names.add(numbered_lines(stream.blocks()))
    with ExitStack() as held:
        alternates = AlternateNames() if beside.alternates else None
        if alternates is not None:
            held.callback(alternates.close)
            for stream in beside.alternates:
                alternates.add(numbered_lines(stream.blocks()), reject)
            alternates.finish()
        reader = GeonamesReader(told, admin_names, alternates)
        for stream in streams:
            yield from reader.entries(numbered_lines(stream.blocks()), reject)
