"""Read a file or the members of a zip in blocks, within limits that a hostile file cannot pass."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from pathlib import Path, PurePosixPath

from gazetteer.sources.errors import UnreadableSourceError

__all__ = ["MAX_BYTES", "MAX_MEMBERS", "MAX_RATIO", "Archive", "file_blocks"]

#: Most bytes that a source may unpack to: the dump of all countries has a tenth of it.
MAX_BYTES = 16 * 2**30
#: Most bytes that one byte of a zip may become; dumps of places stay under ten.
MAX_RATIO = 200
#: Most members of a zip; Who's On First has about 50,000 for a large country.
MAX_MEMBERS = 2_000_000

_BLOCK = 2**20
# A small file may repeat itself more; it cannot do harm.
_FREE_BYTES = 2**20
_ENCRYPTED = 0x1
# A name that damage has emptied makes zipfile look for its last letter: hence the lookup.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, ValueError, LookupError,
)  # fmt: skip


def file_blocks(path: Path) -> Generator[bytes]:
    """Give a plain file in blocks."""
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                yield block
    except OSError as error:
        problem = f"cannot be read ({error.strerror or error})"
        raise UnreadableSourceError(path, problem) from error


class Archive:
    """A zip whose members are read in blocks and never written to disk.

    Parameters
    ----------
    path
        The zip.
    max_bytes
        Most bytes that all members may unpack to, counted while they are read.

    Raises
    ------
    UnreadableSourceError
        It is damaged, encrypted, or made to do harm.
    """

    def __init__(self, path: Path, max_bytes: int = MAX_BYTES) -> None:
        self._path, self._max_bytes = path, max_bytes
        self._packed = self._unpacked = 0
        try:
            with zipfile.ZipFile(path) as opened:
                self._members = {i.filename: i for i in opened.infolist() if not i.is_dir()}
        except NotImplementedError as error:
            raise self._error(f"needs a feature of zip that is not read here ({error})") from error
        except _DAMAGED as error:
            raise self._error("is a damaged or cut-off zip; download it again") from error
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members that are files, in their order."""
        return tuple(self._members)

    def head(self, name: str, size: int) -> bytes:
        """Return the first bytes of a member."""
        for block in self._raw(name):
            return block[:size]
        return b""

    def blocks(self, name: str) -> Iterator[bytes]:
        """Give a member in blocks.

        Raises
        ------
        UnreadableSourceError
            The member is damaged, or the zip unpacks to too much.
        """
        self._packed += self._members[name].compress_size
        for block in self._raw(name):
            self._unpacked += len(block)
            if self._unpacked > self._max_bytes:
                limit = f"{self._max_bytes / 2**30:.3g} GiB"
                raise self._error(f"unpacks to over {limit}; raise max_bytes if that is right")
            if self._unpacked > _FREE_BYTES + MAX_RATIO * self._packed:
                raise self._error(
                    f"unpacks to over {MAX_RATIO} times its size, as a zip bomb does; "
                    "unpack it yourself if you trust it"
                )
            yield block

    def _raw(self, name: str) -> Iterator[bytes]:
        try:
            with zipfile.ZipFile(self._path) as opened, opened.open(self._members[name]) as member:
                while block := member.read(_BLOCK):
                    yield block
        except (NotImplementedError, RuntimeError) as error:
            raise self._error(
                f"packs {name!r} in a way that is not read here; unpack it"
            ) from error
        except _DAMAGED as error:
            raise self._error(f"is damaged in {name!r}; download it again") from error

    def _check(self) -> None:
        members = self._members.values()
        if len(members) > MAX_MEMBERS:
            raise self._error(f"has over {MAX_MEMBERS} members; split it")
        if any(member.flag_bits & _ENCRYPTED for member in members):
            raise self._error("is encrypted; unpack it with its password and give the file")
        for name in self._members:
            if _leads_out(name):
                raise self._error(f"has a member {name!r} that leads out of it; do not trust it")
            if name.lower().endswith(".zip"):
                raise self._error(f"holds another zip, {name!r}; unpack it and give that one")
        # Members that share bytes are how small zips unpack to petabytes.
        if sum(member.compress_size for member in members) > self._path.stat().st_size:
            raise self._error("has members that overlap, as a zip bomb does; do not trust it")

    def _error(self, problem: str) -> UnreadableSourceError:
        return UnreadableSourceError(self._path, problem)


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"
