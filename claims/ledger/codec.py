"""Values of the house as JSON and back, exactly: what comes out equals what went in."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
import shapely
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import GazetteerEntry
from gazetteer.place import Resolution, Unresolved
from geo.footprint import Footprint
from geo.spread import Sample

__all__ = ["Codec", "Pool", "packed", "unpacked"]

_Value = TypeVar("_Value")
_KEY_CHARS = 32
_KEPT = 20_000  # entries and shapes; a war has some thousands


class Pool:
    """Where bodies that many values share are kept once, by the hash of their content.

    Parameters
    ----------
    get, put
        Return the body of a key; keep a body under a key that may be known already.
    """

    def __init__(self, *, get: Callable[[str], bytes], put: Callable[[str, bytes], None]) -> None:
        self._get, self._put = get, put

    def add(self, value: Any) -> str:
        """Keep a value of JSON and return its key."""
        body = _text(value).encode()
        key = sha256(body).hexdigest()[:_KEY_CHARS]
        self._put(key, packed(body))
        return key

    def value(self, key: str) -> Any:
        """Return what is kept under a key."""
        return json.loads(unpacked(self._get(key)))


class Codec:
    """Turns values into JSON text and back; gazetteer entries and shapes go into a pool.

    Times keep the name of their zone, coordinates every bit.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._entry = lru_cache(maxsize=_KEPT)(self._entry_of)
        self._shape = lru_cache(maxsize=_KEPT)(self._shape_of)
        self._shared = lru_cache(maxsize=_KEPT)(
            lambda key, kind: self._converter.structure(pool.value(key), kind)
        )
        self._sample = lru_cache(maxsize=_KEPT)(
            lambda key: Sample(partial(np.asarray, np.array(pool.value(key))))
        )
        self._converter = self._made()

    def share(self, value: object, kind: Any) -> str:
        """Keep a value that many share in the pool and return its key."""
        return self._pool.add(self._converter.unstructure(value, unstructure_as=kind))

    def shared(self, key: str, kind: Any) -> Any:
        """Return a value of the pool; the same key gives the same object for a while."""
        return self._shared(key, kind)

    def text(self, value: object, kind: Any = None) -> str:
        """Return a value as JSON; ``kind`` where it is more than its class, a union or tuple."""
        return _text(self._converter.unstructure(value, unstructure_as=kind))

    def value(self, text: str, kind: type[_Value] | Any) -> _Value:
        """Return the value of a text; raise what cattrs or json do where it is none."""
        value: _Value = self._converter.structure(json.loads(text), kind)
        return value

    def _made(self) -> Converter:
        made = Converter()
        made.register_unstructure_hook(float, _plain_float)
        made.register_unstructure_hook(datetime, _told_time)
        made.register_structure_hook(datetime, lambda told, _: _time(told))
        made.register_unstructure_hook_func(_is_shape, self._put_shape)
        made.register_structure_hook_func(_is_shape, lambda key, _: self._shape(key))
        self._hook_footprints(made)
        self._hook_entries(made)
        made.register_unstructure_hook(
            Resolution | Unresolved,
            lambda answer: [type(answer).__name__, made.unstructure(answer)],
        )
        made.register_structure_hook(
            Resolution | Unresolved,
            lambda told, _: made.structure(told[1], _ANSWERS[told[0]]),
        )
        return made

    def _hook_footprints(self, made: Converter) -> None:
        # Radii are measured again when asked for; a sample is numbers, kept like a shape.
        # (cattrs types an override by name as if it were one of its own switches.)
        own = {"_radii_m": override(omit=True), "sample": override(omit=True)}
        write = make_dict_unstructure_fn(Footprint, made, **own)  # type: ignore[arg-type]
        read = make_dict_structure_fn(Footprint, made, **own)  # type: ignore[arg-type]

        def told(footprint: Footprint) -> dict[str, Any]:
            sample = footprint.sample
            kept = {} if sample is None else {"sample": self._pool.add(sample.points.tolist())}
            return {**write(footprint), **kept}

        def built(fields: dict[str, Any], _: object) -> Footprint:
            key = fields.get("sample")
            footprint = read(fields, Footprint)
            return replace(footprint, sample=self._sample(key)) if key else footprint

        made.register_unstructure_hook(Footprint, told)
        made.register_structure_hook(Footprint, built)

    def _hook_entries(self, made: Converter) -> None:
        write = make_dict_unstructure_fn(GazetteerEntry, made)
        self._read_entry = make_dict_structure_fn(GazetteerEntry, made)
        made.register_unstructure_hook(GazetteerEntry, lambda e: self._pool.add(write(e)))
        made.register_structure_hook(GazetteerEntry, lambda key, _: self._entry(key))

    def _entry_of(self, key: str) -> GazetteerEntry:
        return self._read_entry(self._pool.value(key), GazetteerEntry)

    def _put_shape(self, shape: BaseGeometry) -> str:
        return self._pool.add(shape.wkb_hex)

    def _shape_of(self, key: str) -> BaseGeometry:
        return shapely.from_wkb(self._pool.value(key))


_ANSWERS = {kind.__name__: kind for kind in (Resolution, Unresolved)}


def packed(body: bytes) -> bytes:
    """Return a body deflated."""
    return zlib.compress(body, 6)


def unpacked(body: bytes) -> bytes:
    """Return a deflated body; raise ``zlib.error`` where it is none."""
    return zlib.decompress(body)


def _text(value: Any) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))


def _plain_float(number: float) -> float | str:
    # JSON has no infinity; float() reads the word.
    return number if math.isfinite(number) else str(number)


def _told_time(moment: datetime) -> list[str]:
    zone = moment.tzinfo
    return [moment.isoformat(), *([zone.key] if isinstance(zone, ZoneInfo) else ())]


def _time(told: list[str]) -> datetime:
    moment = datetime.fromisoformat(told[0])
    return moment.astimezone(ZoneInfo(told[1])) if len(told) > 1 else moment


def _is_shape(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseGeometry)
