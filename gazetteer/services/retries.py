"""Asking a service again: when that may help, how often, after how long."""

from __future__ import annotations

import math
from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from gazetteer.errors import SourceUnavailableError
from gazetteer.services.pace import Pace
from gazetteer.web.request import Answer, NoAnswerError

__all__ = ["Retries", "ServiceDownError", "retry_after_s"]

_DAY_S = 86_400.0
_SINCE = " (asked a moment ago)"
_TOO_MANY = 429
_REFUSED = {
    401: "refuses the key or user name (401); check it",
    403: "refuses to answer (403); check the contact, the key and the service's terms of use",
    407: "is behind a proxy that wants a password (407); give it in the proxy's address",
}


class ServiceDownError(SourceUnavailableError):
    """The service as a whole does not answer, as opposed to one answer that cannot be read."""

    def again(self) -> ServiceDownError:
        """Return the same failure for a question that was not even asked."""
        problem = str(self).removeprefix(f"{self.source}: ").removesuffix(_SINCE)
        return ServiceDownError(self.source, f"{problem}{_SINCE}", retry_after_s=self.retry_after_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """How often a service is asked again.

    Parameters
    ----------
    pace
        The turns at the service; all waiting is done there.
    attempts
        Most requests for one question.
    first_wait_s
        Wait after the first failure in seconds; each further one doubles it. What the service says
        in ``Retry-After`` counts instead.
    """

    pace: Pace
    attempts: int
    first_wait_s: float

    def ask(self, once: Callable[[], Answer], *, good: Container[int] = frozenset({200})) -> Answer:
        """Return the first good answer: one whose status is in ``good``.

        Raises
        ------
        ServiceDownError
            No good answer after all attempts, or a refusal that asking again does not change.
        SourceUnavailableError
            The wait that the service wants is too long, or this one request is refused.
        """
        failed: SourceUnavailableError | None = None
        for attempt in range(self.attempts):
            with self.pace.turn():
                try:
                    answer = once()
                    if answer.status in good:
                        return answer
                    failed = self._refusal(answer)
                except NoAnswerError as error:
                    failed = ServiceDownError(self.pace.source, str(error).partition(": ")[2])
                self._postpone(attempt, failed)
        raise failed or ServiceDownError(self.pace.source, "was never asked; allow an attempt")

    def _postpone(self, attempt: int, failed: SourceUnavailableError) -> None:
        wanted_s = failed.retry_after_s
        wait_s = self.first_wait_s * 2**attempt if wanted_s is None else wanted_s
        if wait_s > self.pace.most_wait_s:
            self.pace.postpone(wait_s)
            raise failed
        if wanted_s is not None or attempt + 1 < self.attempts:
            self.pace.postpone(wait_s)

    def _refusal(self, answer: Answer) -> SourceUnavailableError:
        """Return the failure to ask again after; raise what asking again does not change."""
        status, source = answer.status, self.pace.source
        if status in _REFUSED:
            raise ServiceDownError(source, _REFUSED[status])
        if status == _TOO_MANY or status >= 500:
            wait_s = retry_after_s(answer.headers.get("retry-after", ""), now=self.pace.clock())
            said = "has been asked too often (429)" if status == _TOO_MANY else f"fails ({status})"
            asked = "" if wait_s is None else f"; it asks to wait {math.ceil(wait_s)} s"
            return ServiceDownError(source, f"{said}{asked}; try again later", retry_after_s=wait_s)
        if 300 <= status < 400:
            raise ServiceDownError(source, _redirect(status, answer.headers.get("location", "")))
        raise SourceUnavailableError(source, f"does not take the request ({status})")


def retry_after_s(header: str, *, now: float) -> float | None:
    """Return the wait in seconds that a ``Retry-After`` header asks for, at most a day.

    The header holds seconds or a date (RFC 9110, section 10.2.3). None where it is missing or says
    neither.

    Examples
    --------
    >>> retry_after_s("120", now=0)
    120.0
    >>> retry_after_s("Thu, 01 Jan 1970 00:00:30 GMT", now=10)
    20.0
    """
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header[:12]), _DAY_S)
    try:
        date = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return min(max(0.0, date.timestamp() - now), _DAY_S)


def _redirect(status: int, location: str) -> str:
    try:
        host = urlsplit(location).hostname or "another page"
    except ValueError:
        host = "another page"
    # Only the host: the rest of the address may repeat the key.
    return f"sends on to {host!r} ({status}), which is not followed; give the right domain"
