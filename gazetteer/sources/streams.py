"""The streams of bytes that a file is: itself, or the members of a zip that hold places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from gazetteer.sources.archive import Archive, file_blocks
from gazetteer.sources.errors import UnreadableSourceError
from gazetteer.sources.recognise import HEAD_BYTES, Form, form_of, is_zip, why_unknown
from gazetteer.sources.wofstore import is_feature_file

__all__ = ["Stream", "all_streams", "place_streams"]

# So many members of a zip are looked into; more of them are places of Who's On First by their name.
_MOST_HEADS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A file or a member of a zip: its name, how it begins, and all of it in blocks."""

    path: Path
    name: str
    head: bytes
    blocks: Callable[[], Iterator[bytes]]


def all_streams(path: Path, max_bytes: int) -> list[Stream]:
    """Return what can be read of a file, each with the bytes that it begins with.

    Raises
    ------
    UnreadableSourceError
        It cannot be opened, or is a zip that is damaged or made to do harm.
    """
    blocks = file_blocks(path)
    head = next(blocks, b"")[:HEAD_BYTES]
    blocks.close()
    if not is_zip(head):
        return [Stream(path=path, name=path.name, head=head, blocks=partial(file_blocks, path))]
    archive = Archive(path, max_bytes)
    names = [name for name in archive.names if not name.startswith("__MACOSX/")]
    heads = [archive.head(name, HEAD_BYTES) for name in names[:_MOST_HEADS]]
    heads += [b"{" if is_feature_file(name) else b"" for name in names[_MOST_HEADS:]]
    return [
        Stream(path=path, name=name, head=head, blocks=partial(archive.blocks, name))
        for name, head in zip(names, heads, strict=True)
    ]


def place_streams(
    path: Path, max_bytes: int, wanted: Form | None = None
) -> tuple[Form, list[Stream]]:
    """Return the format of a file and its streams of that format.

    Raises
    ------
    UnreadableSourceError
        It has no known format, or several.
    """
    streams = all_streams(path, max_bytes)
    if wanted is not None and len(streams) == 1:
        forms = [wanted]
    else:
        forms = [form for stream in streams if (form := form_of(stream.head))]
    if not forms or (wanted or forms[0]) not in forms:
        is_packed = not (len(streams) == 1 and streams[0].name == path.name)
        head = b"" if is_packed else streams[0].head
        raise why_unknown(path, head, [stream.name for stream in streams] if is_packed else ())
    form = wanted or forms[0]
    if wanted is None and len(set(forms)) > 1:
        held = ", ".join(sorted(set(forms)))
        raise UnreadableSourceError(path, f"holds several formats ({held}); give one of them")
    if len(streams) == 1:
        return form, streams
    return form, [stream for stream in streams if form_of(stream.head) is form]
