"""What is remembered of a source from one run to the next, so that nothing is fetched twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

__all__ = ["Seen", "State"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is remembered of one address.

    Parameters
    ----------
    at
        Where it was in the end, after all redirects; the validators are of this address.
    etag, last_modified
        The server's own marks of this version (RFC 9110, section 8.8).
    sha256
        Of what came, unpacked.
    asked
        When it was asked for last.
    """

    at: str = ""
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    asked: datetime | None = None

    def conditions(self, url: str) -> dict[str, str]:
        """Return the headers that ask for a newer version only."""
        if url != self.at:
            return {}
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in found.items() if value}

    def is_due(self, now: datetime, after_s: float) -> bool:
        """Tell whether it was asked for that long ago, never, or in what is the future now."""
        return self.asked is None or not timedelta() <= now - self.asked < timedelta(
            seconds=after_s
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is remembered of a source.

    Parameters
    ----------
    source
        Its own address; empty where the next run must read it whole, for something was left.
    entries
        Of a feed: the fingerprint of each entry that has been dealt with, by its id.
    pages
        The pages that the entries link to, by address.
    """

    source: Seen = field(default_factory=Seen)
    entries: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Seen] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return what JSON can hold; ``from_json`` reads it back."""
        return {
            "source": _plain(self.source),
            "entries": dict(self.entries),
            "pages": {url: _plain(seen) for url, seen in self.pages.items()},
        }

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> State:
        """Return the state that ``as_json`` gave; an empty one for anything else.

        Examples
        --------
        >>> State.from_json({"source": 7}) == State()
        True
        """
        try:
            return cls(
                source=_seen(fields["source"]),
                entries={str(key): str(value) for key, value in fields["entries"].items()},
                pages={str(url): _seen(each) for url, each in fields["pages"].items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            return cls()  # all is read anew


def _plain(seen: Seen) -> dict[str, str]:
    asked = seen.asked.isoformat() if seen.asked else ""
    return {name: value for name, value in (asdict(seen) | {"asked": asked}).items() if value}


def _seen(fields: Mapping[str, str]) -> Seen:
    asked = fields.get("asked")
    return Seen(
        at=fields.get("at", ""),
        etag=fields.get("etag", ""),
        last_modified=fields.get("last_modified", ""),
        sha256=fields.get("sha256", ""),
        asked=datetime.fromisoformat(asked) if asked else None,
    )
