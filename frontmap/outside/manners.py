"""How strangers' servers are asked: under which name, how often, for how much."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import version

from frontmap.outside.errors import MannersError
from gazetteer.web.guard import Guard

__all__ = ["AGENT", "Manners"]

#: The name that robots.txt knows us by.
AGENT = "frontmap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How servers are asked, and how much they may send.

    Parameters
    ----------
    contact
        A mail or web address at which the asked reach whoever asks; part of the user agent.
    guard
        Whom requests may reach: the public internet unless it says more.
    robots
        Whether robots.txt is obeyed.
    gap_s
        Least seconds between two requests to one host; a longer ``Crawl-delay`` counts instead.
    most_wait_s
        The longest wait that is borne; whoever asks for more is left alone until then.
    attempts, first_wait_s
        Requests for one thing where a server fails for the moment, and the seconds before the
        second one, which double.
    timeout_s, source_s
        For one request, and for everything of one source.
    redirects
        How often to be sent on.
    feed_bytes, page_bytes
        Of an answer, unpacked.
    most_articles
        Of one feed in one run; the others are read by the next one.
    recheck_s
        After this time a page that is still in its feed is asked whether it has been corrected.
    """

    contact: str
    guard: Guard = field(default_factory=Guard)
    robots: bool = True
    gap_s: float = 1.0
    most_wait_s: float = 30.0
    attempts: int = 3
    first_wait_s: float = 2.0
    timeout_s: float = 30.0
    source_s: float = 180.0
    redirects: int = 5
    feed_bytes: int = 10_000_000
    page_bytes: int = 5_000_000
    most_articles: int = 50
    recheck_s: float = 43_200.0

    def __post_init__(self) -> None:
        contact = self.contact
        if not (contact.isascii() and contact.isprintable() and ("@" in contact or "." in contact)):
            raise MannersError(f"contact {contact!r} is no mail or web address; give one of yours")

    @property
    def user_agent(self) -> str:
        """What every request says of itself."""
        return f"{AGENT}/{version('frontmap')} (+{self.contact})"
