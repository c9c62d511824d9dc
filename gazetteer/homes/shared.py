"""The database that a team shares, where the user has chosen one by ``$FRONTMAP_GAZETTEER``.

Without one nothing is shared, and nothing of PostgreSQL is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gazetteer.entry import GazetteerEntry
from gazetteer.errors import PlaceNotFoundError
from gazetteer.homes.found import Holding
from gazetteer.homes.index_file import Progress
from gazetteer.homes.postgres_session import database_address
from gazetteer.homes.stores import RowStore

__all__ = ["share", "shared_set", "shared_sets", "unshare"]


def shared_set(name: str) -> RowStore | None:
    """Open a set of the database; None where there is no database or it has no such set."""
    if not (address := database_address()):
        return None
    from gazetteer.homes.postgres_home import open_set

    try:
        return open_set(address, name)
    except PlaceNotFoundError:
        return None


def shared_sets() -> tuple[Holding, ...]:
    """Return what the database holds, nothing where there is none."""
    if not (address := database_address()):
        return ()
    from gazetteer.homes.postgres_home import sets

    return sets(address)


def share(
    name: str,
    entries: Iterable[GazetteerEntry],
    *,
    about: Mapping[str, str],
    progress: Progress,
    expected: int,
) -> None:
    """Load a set into the database as well, where there is one."""
    if address := database_address():
        from gazetteer.homes.postgres_home import load_set

        load_set(address, name, entries, about=about, progress=progress, expected=expected)


def unshare(name: str) -> None:
    """Remove a set from the database, where both are there."""
    if not (address := database_address()):
        return
    from gazetteer.homes.postgres_home import remove_set

    try:
        remove_set(address, name)
    except PlaceNotFoundError:
        return
