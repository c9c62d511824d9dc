from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from gazetteer.homes.world import user_folder
from gazetteer.online import OnlineStore, open_online
from tests.gazetteer.service import HAMA, Clock, Service, answer, running, status

DAY_S = 86_400


def opened(service: Service, home: Path, clock: Clock, **more: Any) -> OnlineStore:
    return open_online(
        "nominatim", contact="maps@example.org", domain=service.domain, home=home, clock=clock,
        sleep=clock.sleep, **more,
    )  # fmt: skip


def cache_file(home: Path) -> Path:
    (path,) = (user_folder(home) / "online").glob("*.sqlite")
    return path


@pytest.mark.parametrize(("rows", "days"), [([HAMA], 90), ([], 7)])
def test_an_answer_is_kept_for_its_days_and_asked_again_then(
    tmp_path: Path, rows: list[Any], days: int
) -> None:
    clock = Clock()
    with running(answer(rows)) as service:
        first = opened(service, tmp_path, clock).matches("Hama")
        clock.now += days * DAY_S - 60
        assert opened(service, tmp_path, clock).matches("  HAMA ") == first
        assert len(service.requests) == 1
        clock.now += 61
        assert opened(service, tmp_path, clock).matches("Hama") == first
        assert len(service.requests) == 2


def test_how_long_answers_are_kept_can_be_set(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([])) as service:
        store = opened(service, tmp_path, clock, keep_nothing_s=10.0)
        store.matches("Hama")
        clock.now += 11
        store.matches("Hama")
        assert len(service.requests) == 2


@pytest.mark.parametrize("more", [{"countries": ("SY",)}, {"language": "ar"}])
def test_another_question_is_asked_anew(tmp_path: Path, more: dict[str, Any]) -> None:
    clock = Clock()
    with running(answer([HAMA])) as service:
        opened(service, tmp_path, clock).matches("Hama")
        opened(service, tmp_path, clock, **more).matches("Hama")
        opened(service, tmp_path, clock).matches("Homs")
        assert len(service.requests) == 3


def test_another_instance_is_asked_anew(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([HAMA])) as one, running(answer([])) as other:
        assert opened(one, tmp_path, clock).matches("Hama")
        assert opened(other, tmp_path, clock).matches("Hama") == ()
        assert opened(other, tmp_path, clock).get("nominatim:relation/1234567") is None


def test_the_order_of_countries_is_no_other_question(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([HAMA])) as service:
        opened(service, tmp_path, clock, countries=("SY", "TR")).matches("Hama")
        opened(service, tmp_path, clock, countries=("TR", "SY")).matches("Hama")
        assert len(service.requests) == 1


def test_an_answer_of_the_future_holds_no_longer(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([HAMA])) as service:
        opened(service, tmp_path, clock).matches("Hama")
        clock.now -= 30 * DAY_S
        opened(service, tmp_path, clock).matches("Hama")
        assert len(service.requests) == 2


def test_what_is_kept_is_answered_while_the_service_is_down(tmp_path: Path) -> None:
    clock = Clock()
    with running(answer([HAMA]), status(500)) as service:
        store = opened(service, tmp_path, clock)
        assert store.matches("Hama")
        with pytest.raises(SourceUnavailableError):
            store.matches("Homs")
        assert store.matches("Hama")
        entry = store.get("nominatim:relation/1234567")
        assert entry is not None
        assert entry.name == "Hama"


@pytest.mark.parametrize("entry_id", ["nominatim:node/1", "geonames:1", "", "syria:hama"])
def test_an_id_that_was_never_answered_is_not_asked_for(tmp_path: Path, entry_id: str) -> None:
    with running(answer([HAMA])) as service:
        assert opened(service, tmp_path, Clock()).get(entry_id) is None
        assert service.requests == []


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 99, "cut", "foreign"])
def test_a_damaged_cache_is_set_aside(tmp_path: Path, damage: bytes | str) -> None:
    with running(answer([HAMA])) as service:
        store = opened(service, tmp_path, Clock())
        found = store.matches("Hama")
        path = cache_file(tmp_path)
        good = path.read_bytes()
        if damage == "foreign":
            path.unlink()
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE answer (other TEXT)")
            connection.close()
        else:
            path.write_bytes(good[:5_000] if isinstance(damage, str) else damage)
        assert store.matches("Hama") == found
        assert store.matches("Hama") == found
        assert len(service.requests) == 2
        assert path.with_suffix(".damaged").exists() == (damage != b"")


def test_no_flipped_bit_is_fatal_or_moves_a_place(tmp_path: Path) -> None:
    seeded = random.Random(20241204)  # noqa: S311  which bits to flip
    with running(answer([HAMA])) as service:
        store = opened(service, tmp_path, Clock())
        found = store.matches("Hama")
        path = cache_file(tmp_path)
        good = path.read_bytes()
        for place in [*range(100), *(seeded.randrange(len(good)) for _ in range(60))]:
            bad = bytearray(good)
            bad[place] ^= 1 << seeded.randrange(8)
            path.write_bytes(bad)
            assert store.matches("Hama") == found, place


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "gazetteer").write_text("a file stands where the folder should be")
    with pytest.raises(GazetteerDamagedError, match="FRONTMAP_HOME"):
        open_online("nominatim", contact="maps@example.org", home=tmp_path)


def test_a_cache_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with running(answer([HAMA])) as service:
        store = opened(service, tmp_path, Clock())
        (user_folder(tmp_path) / "online" / "online-1.sqlite").mkdir()
        with pytest.raises(GazetteerDamagedError, match="FRONTMAP_HOME"):
            store.matches("Hama")


_ASK_MANY = """
import sys
from pathlib import Path
from gazetteer.online import open_online
store = open_online("nominatim", contact="maps@example.org", domain=sys.argv[1],
                    home=Path(sys.argv[2]), interval_s=0.0)
for number in range(12):
    assert store.matches("Hama " + "abcdefghijkl"[number]) == (), number
"""


def test_two_processes_may_use_the_cache_at_once(tmp_path: Path) -> None:
    with running(answer([])) as service:
        command = [sys.executable, "-c", _ASK_MANY, service.domain, str(tmp_path)]
        both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
        assert [process.communicate(timeout=120)[1] for process in both] == [b"", b""]
        opened(service, tmp_path, Clock(now=1.0))
        kept = sqlite3.connect(cache_file(tmp_path))
        assert kept.execute("SELECT count(*) FROM answer").fetchone() == (12,)
        kept.close()
        assert not cache_file(tmp_path).with_suffix(".damaged").exists()
