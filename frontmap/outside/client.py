"""The one way out: guarded, polite requests that follow redirects by hand and end in time."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from frontmap.outside.extra import require_extra
from frontmap.outside.manners import Manners
from frontmap.outside.robots import Robots
from frontmap.outside.state import Seen
from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from gazetteer.homes.world import user_folder
from gazetteer.services.pace import Pace
from gazetteer.services.retries import Retries, ServiceDownError
from gazetteer.web.download import shown_url
from gazetteer.web.redirects import host_of, sent_on, web_address
from gazetteer.web.request import Answer, fetch

__all__ = ["Client", "Page", "RefusedError"]

_MOVED = frozenset({301, 302, 303, 307, 308})
# Everything but 429 and the server's own faults is an answer; those are asked again.
_ANSWERS = frozenset(range(100, 500)) - {429}
_ROBOTS_BYTES = 2_000_000
_REFUSED = {
    401: "wants a password (401); read a saved file of it instead",
    402: "wants to be paid (402); read a saved file of it instead",
    403: "refuses to answer (403); ask its publisher",
    404: "is not there (404); check the address",
    410: "is gone (410); take it out",
    451: "may not be shown here (451); take it out",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address gave.

    Parameters
    ----------
    url
        Where it was in the end.
    body
        Empty where the server says that nothing has changed.
    changed
        Whether it is another version than the one seen before.
    """

    url: str
    body: bytes
    content_type: str
    seen: Seen
    changed: bool


class RefusedError(SourceUnavailableError):
    """A server does not give an address, and will not in an hour either."""


class Client:
    """Asks servers for addresses, for the time of one run.

    Parameters
    ----------
    home
        The folder of the user's own files, as for gazetteers; there it is noted when a host was
        asked, and when it wants to be asked again, for all runs of the user.
    clock, sleep
        Seconds since 1970, and what waits for some seconds.

    Raises
    ------
    MissingExtraError
        The extra ``refresh`` is not installed.
    """

    def __init__(
        self,
        manners: Manners,
        *,
        home: Path | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        require_extra()
        self.manners = manners
        self._clock, self._sleep = clock, sleep
        self._folder = user_folder(home).with_name("hosts")
        self._robots = Robots(fetch=self._robots_answer)
        self._left_s: Callable[[], float] = _countdown(manners.source_s)

    def begin_source(self) -> None:
        """Start the time that one source has."""
        self._left_s = _countdown(self.manners.source_s)

    def now(self) -> datetime:
        """Return the time by the client's clock."""
        return datetime.fromtimestamp(self._clock(), UTC)

    def get(self, url: str, *, seen: Seen | None = None, most_bytes: int) -> Page:
        """Fetch an address, or learn that nothing has changed since it was seen.

        Raises
        ------
        SourceUnavailableError
            It cannot be had; the message says why.
        """
        known = seen or Seen()
        at, answer = self._follow(web_address(url), known, most_bytes=most_bytes)
        if answer.status == 304 and known.conditions(at):
            same = replace(known, asked=self.now())
            return Page(url=at, body=b"", content_type="", seen=same, changed=False)
        if answer.status not in {200, 203}:
            said = _REFUSED.get(answer.status, f"answers {answer.status}; check the address")
            raise RefusedError(shown_url(at), said)
        found = Seen(
            at=at,
            etag=_mark(answer.headers, "etag"),
            last_modified=_mark(answer.headers, "last-modified"),
            sha256=hashlib.sha256(answer.body).hexdigest(),
            asked=self.now(),
        )
        return Page(
            url=at,
            body=answer.body,
            content_type=answer.headers.get("content-type", "")[:200],
            seen=found,
            changed=found.sha256 != known.sha256,
        )

    def _follow(
        self, url: str, known: Seen, *, most_bytes: int, robots: bool = True
    ) -> tuple[str, Answer]:
        """Return the last answer and where it came from."""
        at = url
        for _ in range(self.manners.redirects + 1):
            answer = self._ask(at, known, most_bytes, robots=robots)
            location = answer.headers.get("location", "")
            if answer.status not in _MOVED or not location:
                return at, answer
            at = sent_on(at, location)
        problem = f"sends on more than {self.manners.redirects} times; check the address"
        raise SourceUnavailableError(shown_url(url), problem)

    def _ask(self, url: str, known: Seen, most_bytes: int, *, robots: bool) -> Answer:
        gap_s = self.manners.gap_s
        if robots and self.manners.robots:
            gap_s = max(gap_s, self._robots.check(url))
        headers = {
            "User-Agent": self.manners.user_agent,
            "Accept": "*/*",
            **known.conditions(url),
        }
        return self._retries(host_of(url), gap_s).ask(
            partial(self._once, url, headers, most_bytes), good=_ANSWERS
        )

    def _once(self, url: str, headers: Mapping[str, str], most_bytes: int) -> Answer:
        left_s = self._left_s()
        if left_s <= 0:
            problem = f"not done after {self.manners.source_s:g} s"
            raise ServiceDownError(shown_url(url), problem)
        return fetch(
            url,
            headers=headers,
            timeout_s=min(self.manners.timeout_s, left_s),
            most_bytes=most_bytes,
            guard=self.manners.guard,
        )

    def _robots_answer(self, url: str) -> Answer:
        return self._follow(url, Seen(), most_bytes=_ROBOTS_BYTES, robots=False)[1]

    def _retries(self, host: str, gap_s: float) -> Retries:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise GazetteerDamagedError(
                self._folder, f"{error.strerror}; open the folder, or set FRONTMAP_HOME to another"
            ) from error
        pace = Pace(
            folder=self._folder, source=host, interval_s=gap_s,
            most_wait_s=self.manners.most_wait_s, clock=self._clock, sleep=self._sleep,
        )  # fmt: skip
        return Retries(
            pace=pace, attempts=self.manners.attempts, first_wait_s=self.manners.first_wait_s
        )


def _mark(headers: Mapping[str, str], name: str) -> str:
    """Return a validator that may be sent back as it is; empty for none."""
    value = headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) <= 300 else ""


def _countdown(seconds: float) -> Callable[[], float]:
    end = time.monotonic() + seconds
    return lambda: end - time.monotonic()
