"""What fetches the sources of a project on the net."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontmap.refresh.project import Project

if TYPE_CHECKING:
    from frontmap.outside.client import Client

__all__ = ["client_of"]


def client_of(project: Project) -> Client:
    """Open the guarded client under the name of the project's contact."""
    from frontmap.outside.client import Client
    from frontmap.outside.manners import Manners

    return Client(Manners(contact=project.contact))
