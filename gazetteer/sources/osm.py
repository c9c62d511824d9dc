"""Named features of an OpenStreetMap extract, ``.osm.pbf`` or ``.osm``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.sources.errors import BrokenRowError, ExtraMissingError, UnreadableSourceError
from gazetteer.sources.footprints import footprint_of, on_earth, usable_shape
from gazetteer.sources.osmkinds import LINE_CODES, NAME_KEYS, PAIRS, kind_of_tags
from gazetteer.sources.osmlines import Course, Courses
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.tagnames import tagged_names
from gazetteer.sources.told import Told
from gazetteer.sources.wording import toponyms

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["osm_entries"]

_SOURCE, _LICENCE = "OpenStreetMap", "ODbL 1.0"
_AREAS = frozenset(("multipolygon", "boundary"))
_CENTRES = ("label", "admin_centre")
_Tags = dict[str, str]


def osm_entries(path: Path, told: Told, reject: Reject) -> Iterator[GazetteerEntry]:
    """Give the entries of the named features of an extract.

    Points and areas come first; then roads and rivers, whose ways are joined by their number or
    name. A reject's number counts the named features.

    Raises
    ------
    ExtraMissingError
        The package ``osmium`` is not installed.
    UnreadableSourceError
        The extract is damaged.
    """
    try:
        import osmium as _  # noqa: F401  only asked whether it is there
    except ImportError as error:
        raise ExtraMissingError("OpenStreetMap", "osm") from error
    return _entries(path, told, reject)


def _entries(path: Path, told: Told, reject: Reject) -> Iterator[GazetteerEntry]:
    with tempfile.TemporaryDirectory() as folder:
        sieved = Path(folder) / "named.osm.pbf"
        _sieve(path, sieved)
        yield from _Extract(told, reject).entries(sieved)


def _sieve(path: Path, into: Path) -> None:
    """Write what is named and all that it is made of.

    The rest of a country, hundreds of millions of nodes, is then never held in memory.
    """
    import osmium

    # The suffix is not trusted, so the format is told.
    with path.open("rb") as file:
        binary = b"OSMHeader" in file.read(32)
    extract = osmium.io.File(path, "pbf" if binary else "osm")
    named = osmium.FileProcessor(extract).with_filter(osmium.filter.KeyFilter(*NAME_KEYS))
    writer = osmium.BackReferenceWriter(into, extract)
    try:
        things: Iterable[Any] = named.with_filter(osmium.filter.TagFilter(*PAIRS))
        for thing in things:
            if not thing.is_relation() or thing.tags.get("type") in _AREAS:
                writer.add(thing)
        writer.close()
    except (RuntimeError, OSError) as error:
        writer.writer.close()
        problem = f"is a damaged OpenStreetMap extract ({str(error)[:120]}); download it again"
        raise UnreadableSourceError(path, problem) from error
    finally:
        # The writer forgets its own folder where reading fails.
        writer.tmpdir.cleanup()


class _Extract:
    """One reading of a sieved extract."""

    def __init__(self, told: Told, reject: Reject) -> None:
        import osmium

        self._told, self._reject, self._read = told, reject, 0
        self._shapes = osmium.geom.WKBFactory()
        self._courses = Courses()
        # Relations that are not built yet: their tags, and the node that marks them.
        self._pending: dict[int, tuple[_Tags, int]] = {}

    def entries(self, sieved: Path) -> Iterator[GazetteerEntry]:
        import osmium

        places = osmium.FileProcessor(sieved).with_areas()
        for thing in places:
            tags = dict(thing.tags)
            kind = kind_of_tags(tags)
            if kind and _is_named(tags, kind):
                yield from self._entry_of(thing, kind, tags)
        yield from self._marked(places.node_location_storage)
        for course in self._courses:
            yield from self._tried(course.key, lambda c=course: self._course_entry(c))

    def _tried(self, key: str, make: Any) -> Iterator[GazetteerEntry]:
        self._read += 1
        try:
            entry = make()
        except BrokenRowError as error:
            self._reject(Rejected(self._read, f"{key}: {error}"))
        else:
            if entry is not None:
                yield entry

    def _entry_of(self, thing: Any, kind: str, tags: _Tags) -> Iterator[GazetteerEntry]:
        is_line = kind.partition(".")[2] in LINE_CODES
        if thing.is_node():
            yield from self._tried(f"n{thing.id}", lambda: self._node_entry(thing, kind, tags))
        elif thing.is_way() and (is_line or not thing.is_closed()):
            yield from self._tried(f"w{thing.id}", lambda: self._way_entry(thing, kind, tags))
        elif thing.is_relation():
            marks = {m.role: m.ref for m in thing.members if m.type == "n"}
            mark = next((marks[role] for role in _CENTRES if role in marks), 0)
            self._pending[thing.id] = (tags, mark)
        elif thing.is_area() and not (is_line and thing.from_way()):
            key = f"{'w' if thing.from_way() else 'r'}{thing.orig_id()}"
            if not thing.from_way():
                self._pending.pop(thing.orig_id(), None)
            yield from self._tried(key, lambda: self._area_entry(thing, key, kind, tags))

    def _node_entry(self, node: Any, kind: str, tags: _Tags) -> GazetteerEntry:
        if not (node.location.valid() and on_earth(node.lon, node.lat)):
            raise BrokenRowError("is not on the Earth")
        return self._made(f"n{node.id}", kind, tags, shapely.Point(node.lon, node.lat))

    def _way_entry(self, way: Any, kind: str, tags: _Tags) -> GazetteerEntry | None:
        import osmium

        try:
            line = usable_shape(shapely.from_wkb(self._shapes.create_linestring(way)))
        except (RuntimeError, osmium.InvalidLocationError) as error:
            raise BrokenRowError("has nodes that are not in the extract") from error
        if kind.partition(".")[2] not in LINE_CODES:
            return self._made(f"w{way.id}", kind, tags, line)
        keys = _refs(tags) if kind == "R.RD" else []
        names = [name for name in tagged_names(tags) if name[0].strip()]
        self._courses.add(way.id, kind, keys or [text for text, _ in names[:1]], line, names)
        return None

    def _area_entry(self, area: Any, key: str, kind: str, tags: _Tags) -> GazetteerEntry:
        if area.num_rings()[0] == 0:
            raise BrokenRowError("has an outline that is not closed")
        shape = shapely.from_wkb(self._shapes.create_multipolygon(area))
        return self._made(key, kind, tags, usable_shape(shape))

    def _marked(self, locations: Any) -> Iterator[GazetteerEntry]:
        """Give relations that the extract does not hold whole, by the node that marks them."""

        def at_mark(key: str, tags: _Tags, mark: int) -> GazetteerEntry:
            try:
                place = locations.get(mark)
            except KeyError:
                raise BrokenRowError("is not whole in the extract and has no centre") from None
            if not place.valid():
                raise BrokenRowError("has a centre that is not on the Earth")
            point = shapely.Point(place.lon, place.lat)
            return self._made(key, kind_of_tags(tags), tags, point)

        for number, (tags, mark) in self._pending.items():
            key = f"r{number}"
            yield from self._tried(key, lambda k=key, t=tags, m=mark: at_mark(k, t, m))

    def _course_entry(self, course: Course) -> GazetteerEntry:
        note = f"joined from {course.ways} ways" if course.ways > 1 else ""
        return self._made(
            course.key, course.kind, {}, course.geometry, names=course.names, note=note
        )

    def _made(
        self, key: str, kind: str, tags: _Tags, shape: BaseGeometry, *,
        names: tuple[tuple[str, str], ...] = (), note: str = "",
    ) -> GazetteerEntry:  # fmt: skip
        own = tags.get("bridge:name") or tags.get("tunnel:name")
        called = toponyms(names or ([(own, "")] if own else tagged_names(tags)))
        letter, _, code = kind.partition(".")
        people = tags.get("population", "")
        population = (
            int(people) if people.isascii() and people.isdigit() and len(people) < 10 else 0
        )
        feature_class = FeatureClass(letter)
        return GazetteerEntry(
            id=f"osm:{key}",
            toponyms=called,
            feature_class=feature_class,
            feature_code=code,
            footprint=footprint_of(
                shape, called[0].text, feature_class, code, population=population
            ),
            country=self._told.country,
            population=population,
            source=f"{self._told.source or _SOURCE} {key}",
            licence=self._told.licence or _LICENCE,
            note=note,
        )


def _is_named(tags: _Tags, kind: str) -> bool:
    # A number is a name for roads alone; an airport's is a code.
    named = any(tags.get(key) for key in NAME_KEYS if not key.endswith("ref"))
    return named or (kind == "R.RD" and bool(_refs(tags)))


def _refs(tags: _Tags) -> list[str]:
    """Return the numbers of a road: "M5;M4" is two roads on one way."""
    refs = f"{tags.get('ref', '')};{tags.get('int_ref', '')}".split(";")
    return list(dict.fromkeys(ref.strip() for ref in refs if ref.strip()))
