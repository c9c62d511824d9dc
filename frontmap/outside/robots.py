"""robots.txt: what the owner of a host does not want to be fetched, and how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from frontmap.outside.manners import AGENT
from gazetteer.errors import SourceUnavailableError
from gazetteer.web.download import shown_url
from gazetteer.web.request import Answer

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["DisallowedError", "Robots"]

_MOST_CHARS = 512_000  # RFC 9309, section 2.5, asks for 500 KiB at least


class DisallowedError(SourceUnavailableError):
    """The host's robots.txt does not want an address to be fetched."""


@dataclass(slots=True, kw_only=True)
class Robots:
    """The robots.txt of every host of a run, each fetched once.

    Parameters
    ----------
    fetch
        Gives the answer for an address, after all redirects.
    """

    fetch: Callable[[str], Answer]
    _known: dict[str, Protego | SourceUnavailableError] = field(default_factory=dict)

    def check(self, url: str) -> float:
        """Return the seconds that the host wants between two requests, 0 where it does not say.

        Raises
        ------
        DisallowedError
            The address may not be fetched.
        SourceUnavailableError
            robots.txt cannot be read for the moment; RFC 9309, section 2.3.1.4, then lets nothing
            be fetched.
        """
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._known:
            self._known[origin] = self._read(origin)
        rules = self._known[origin]
        if isinstance(rules, SourceUnavailableError):
            raise rules
        if not rules.can_fetch(url, AGENT):
            problem = "its robots.txt does not want this to be fetched; ask its publisher"
            raise DisallowedError(shown_url(url), problem)
        return float(rules.crawl_delay(AGENT) or 0.0)

    def _read(self, origin: str) -> Protego | SourceUnavailableError:
        from protego import Protego

        try:
            answer = self.fetch(f"{origin}/robots.txt")
        except SourceUnavailableError as error:
            said = str(error).partition(": ")[2] or str(error)
            return type(error)(f"{origin}/robots.txt", said, retry_after_s=error.retry_after_s)
        # Any other answer than a file: there are no rules (RFC 9309, section 2.3.1.3).
        text = answer.body.decode("utf-8", "replace") if answer.status == 200 else ""
        return Protego.parse(text[:_MOST_CHARS])
