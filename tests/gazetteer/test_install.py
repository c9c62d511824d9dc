from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.adding.export import export
from gazetteer.adding.install import Added, UselessSourceError, install, renew
from gazetteer.adding.sets import (
    NotInstalledError,
    installed,
    installed_set,
    remove,
    sets_folder,
)
from gazetteer.entry import GazetteerEntry
from gazetteer.errors import (
    GazetteerDamagedError,
    GazetteerFormatError,
    SourceUnavailableError,
)
from gazetteer.homes.index_file import open_index
from gazetteer.homes.world import open_places, set_path
from gazetteer.web.download import Limits
from tests.gazetteer import loopback
from tests.gazetteer.loopback import Server, ranged, zipped

# Few towns are shipped for it, so that a test may add it many times.
CC = "PS"
SHIPPED = "Gaza"
HEADER = "id,name,aliases,lon,lat,feature_class,feature_code,country,population,source,licence\n"
MORE = HEADER + (
    "1,Khirbat Zanuta,Zanouta,34.99,31.37,P,PPL,PS,250,survey,CC0\n"
    "2,Rafah,Rafiah,34.26,31.29,P,PPLA,PS,171899,survey,ODbL\n"
)


def geonames(*names: str, country: str = CC, first: int = 900_000_000) -> bytes:
    """Give a country's file as GeoNames writes it, with its places ten kilometres apart."""
    rows = (
        f"{first + n}\t{name}\t{name}\t\t{31.3 + n / 10}\t34.9\tP\tPPL\t{country}\t\t\t\t\t\t{n}"
        "\t\t\t\t2024-03-05"
        for n, name in enumerate(names)
    )
    return zipped(f"{country}.txt", "\n".join(rows).encode())


@pytest.fixture
def server() -> Iterator[Server]:
    with loopback.serving() as server:
        server.answers[f"/{CC}.zip"] = ranged(geonames("Susya", "Tuba", "Jinba"))
        yield server


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose index of shipped towns is made."""
    home = tmp_path_factory.mktemp("towns")
    install(CC, str(_written(home / "x.csv", MORE)), home=home)
    remove(CC, home=home)
    return home


@pytest.fixture
def home(towns: Path, tmp_path: Path) -> Path:
    return shutil.copytree(towns, tmp_path / "home")


@pytest.fixture
def more(tmp_path: Path) -> Path:
    return _written(tmp_path / "more.csv", MORE)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def names(home: Path) -> dict[str, GazetteerEntry]:
    """Return the entries of the gazetteer by each of their names."""
    entries = open_index(set_path(CC, home)).entries()
    return {t.text: entry for entry in entries for t in entry.toponyms}


def left(home: Path) -> list[str]:
    return sorted(path.name for path in sets_folder(home).iterdir())


def sound(added: Added) -> list[str]:
    """Return the files that belong to a gazetteer of one part."""
    return sorted(
        [".lock", f"{CC}-{added.part.digest}.rows.gz", f"{CC}.parts.json", f"{CC}.sqlite"]
    )


def test_a_country_is_fetched_and_its_shipped_towns_are_kept(server: Server, home: Path) -> None:
    told: list[str] = []
    added = install(CC, server.url("/"), home=home, progress=lambda what, _: told.append(what))
    assert {"Susya", "Tuba", "Jinba", SHIPPED} <= set(names(home))
    assert (added.part.rows, added.part.rejected, added.replaced) == (3, 0, 0)
    assert (added.part.origin, added.part.dated) == (server.url(f"/{CC}.zip"), "2024-03-05")
    assert added.entries == installed_set(CC, home).entries > 3
    assert left(home) == sound(added)
    assert {f"fetching {CC}.zip", f"reading {CC}.zip"} <= set(told)


def test_another_source_adds_to_what_is_there(server: Server, home: Path, more: Path) -> None:
    install(CC, server.url("/"), home=home)
    added = install(CC, str(more), home=home)
    found = names(home)
    assert {"Susya", "Khirbat Zanuta"} <= set(found)
    rafah = found["Rafiah"]
    assert rafah is found["Rafah"]
    assert {row.licence for row in rafah.also} | {rafah.licence} == {"CC BY 4.0", "ODbL"}
    assert added.merged >= 1
    assert [part.label for part in installed_set(CC, home).parts] == [f"{CC}.zip", "more.csv"]


def test_the_same_source_again_takes_the_place_of_what_it_gave(
    server: Server, home: Path, more: Path
) -> None:
    install(CC, server.url("/"), home=home)
    install(CC, str(more), home=home)
    server.answers[f"/{CC}.zip"] = ranged(geonames("Susya", "Halawa"), etag='"two"')
    added = install(CC, server.url("/"), home=home)
    assert added.replaced == 3
    assert {"Susya", "Halawa", "Khirbat Zanuta"} <= set(names(home))
    assert not {"Tuba", "Jinba"} & set(names(home))
    assert len(left(home)) == 5  # no rows of the old file are left


def test_a_label_tells_sources_apart_and_joins_files_of_one(
    tmp_path: Path, home: Path, more: Path
) -> None:
    other = _written(tmp_path / "other.csv", MORE.replace("Khirbat Zanuta,Zanouta", "Nabi Samuel,"))
    install(CC, str(more), home=home, source="survey")
    assert install(CC, str(other), home=home, source="survey").replaced == 2
    assert "Khirbat Zanuta" not in names(home)
    install(CC, str(more), home=home)
    assert {"Khirbat Zanuta", "Nabi Samuel"} <= set(names(home))


def test_the_same_input_gives_the_same_bytes(home: Path, towns: Path, tmp_path: Path) -> None:
    other = shutil.copytree(towns, tmp_path / "other")
    (tmp_path / "z").mkdir()
    dump, more = tmp_path / f"{CC}.zip", _written(tmp_path / "more.csv", MORE)
    dump.write_bytes(geonames("Susya", "Tuba"))
    for place, order in ((home, (dump, more)), (other, (more, dump))):
        for file in order:
            install(CC, str(file), home=place)
    assert set_path(CC, home).read_bytes() == set_path(CC, other).read_bytes()


def test_rows_that_cannot_be_read_are_counted_and_the_first_few_shown(
    home: Path, tmp_path: Path
) -> None:
    broken = "".join(f"{n},Nowhere,,400,31,P,PPL,PS,,survey,CC0\n" for n in range(10, 19))
    added = install(CC, str(_written(tmp_path / "b.csv", MORE + broken)), home=home)
    assert (added.part.rows, added.part.rejected) == (2, 9)
    assert [row.line_or_item for row in added.shown] == [4, 5, 6, 7, 8]


def test_rows_of_other_countries_are_left_out_and_counted(home: Path, tmp_path: Path) -> None:
    abroad = "3,Aley,,35.6,33.8,P,PPL,LB,,survey,CC0\n"
    added = install(CC, str(_written(tmp_path / "a.csv", MORE + abroad)), home=home)
    assert (added.part.rows, added.part.elsewhere) == (2, 1)
    assert "Aley" not in names(home)


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (MORE.replace(",PS,", ",JO,"), UselessSourceError, "no place of PS; its rows say JO"),
        (
            HEADER + "1,X,,400,0,P,PPL,PS,,s,CC0\n",
            UselessSourceError,
            "none of its 1 rows can be read; row 2",
        ),
        (HEADER, UselessSourceError, "holds no rows"),
        ("what is this", GazetteerFormatError, "no known format"),
        ("", GazetteerFormatError, "empty"),
    ],
)
def test_a_useless_file_is_refused_and_the_old_gazetteer_stays(
    home: Path, tmp_path: Path, content: str, error: type[Exception], says: str
) -> None:
    more = _written(tmp_path / "more.csv", MORE)
    added = install(CC, str(more), home=home)
    before = set_path(CC, home).read_bytes()
    with pytest.raises(error, match=says) as caught:
        install(CC, str(_written(tmp_path / "bad.csv", content)), home=home)
    assert "\n" not in str(caught.value)
    assert set_path(CC, home).read_bytes() == before
    install(CC, str(more), home=home)
    assert left(home) == sound(added)


def test_what_cannot_be_fetched_leaves_the_old_gazetteer_and_is_resumed_later(
    server: Server, home: Path
) -> None:
    install(CC, server.url("/"), home=home)
    before = set_path(CC, home).read_bytes()
    newer = geonames("Susya", "Tuba", "Jinba", "Halawa")
    server.answers[f"/{CC}.zip"] = ranged(newer, breaks=1)
    with pytest.raises(SourceUnavailableError, match="breaks off"):
        install(CC, server.url("/"), home=home, limits=Limits(tries=1))
    assert set_path(CC, home).read_bytes() == before
    install(CC, server.url("/"), home=home)
    assert server.asked[-1]["Range"] == f"bytes={len(newer) // 2}-"
    assert "Halawa" in names(home)


def test_a_gazetteer_is_listed_and_removed(home: Path, more: Path) -> None:
    added = install(CC, str(more), home=home)
    (one,) = installed(home)
    assert (one.name, one.entries, one.parts) == (CC, added.entries, (added.part,))
    assert remove(CC, home=home) == one
    assert installed(home) == ()
    assert left(home) == [".lock"]
    with pytest.raises(NotInstalledError, match=f"add {CC}"):
        remove(CC, home=home)


def test_a_damaged_gazetteer_is_listed_as_such_and_made_anew(
    server: Server, home: Path, more: Path
) -> None:
    install(CC, server.url("/"), home=home)
    install(CC, str(more), home=home)
    sound_bytes = set_path(CC, home).read_bytes()
    set_path(CC, home).write_bytes(b"no database")
    (one,) = installed(home)
    assert one.problem
    with pytest.raises(GazetteerDamagedError, match="add PS again"):
        export(CC, home / "x.csv", home=home)
    assert install(CC, str(more), home=home).damage == ""
    assert set_path(CC, home).read_bytes() == sound_bytes  # the other source is there as well
    set_path(CC, home).write_bytes(b"no database")
    (sets_folder(home) / f"{CC}.parts.json").unlink()
    assert "is no index" in install(CC, str(more), home=home).damage
    assert len(installed_set(CC, home).parts) == 1


def test_damaged_rows_of_another_source_are_not_lost_in_silence(
    home: Path, tmp_path: Path, more: Path
) -> None:
    added = install(CC, str(more), home=home)
    before = set_path(CC, home).read_bytes()
    (sets_folder(home) / f"{CC}-{added.part.digest}.rows.gz").write_bytes(b"")
    other = _written(tmp_path / "other.csv", MORE)
    with pytest.raises(GazetteerDamagedError, match="missing or damaged; remove"):
        install(CC, str(other), home=home)
    assert set_path(CC, home).read_bytes() == before
    install(CC, str(more), home=home)  # the same source again repairs it


@pytest.mark.parametrize("harm", ["flip", "version"])
def test_an_index_is_made_again_from_the_rows_that_were_added(tmp_path: Path, harm: str) -> None:
    source = tmp_path / "places.csv"
    source.write_text(
        "name,lon,lat,feature_class,feature_code,country,source,licence\n"
        "Quarry Hill,35.9,33.9,T,HLL,LB,ours,CC0\n",
        encoding="utf-8",
    )
    path = install("LB", str(source), home=tmp_path).path
    good = path.read_bytes()
    bad = bytearray(good)
    bad[len(bad) // 2 if harm == "flip" else 63] ^= 0x20
    path.write_bytes(bytes(bad))
    with pytest.raises(GazetteerDamagedError, match="run: frontmap gazetteer renew LB"):
        open_places("LB", home=tmp_path)
    source.unlink()
    renew("LB", home=tmp_path)
    assert path.read_bytes() == good
