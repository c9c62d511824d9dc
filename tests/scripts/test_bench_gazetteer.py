"""The protocol of the gazetteer's benchmark, on a dump of a few places."""

from __future__ import annotations

import random
import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest
from rapidfuzz.distance import Levenshtein

ROOT = Path(__file__).parents[2]

# id, name, alternates, lat, lon, class, code; the river and the far namesake are no places to ask.
PLACES = [
    ("1", "Tall Aḩmar", "Tell Ahmar,Tell-Aḩmar,تل أحمر,talahmr", 36.670, 38.120, "P", "PPL"),
    ("2", "Tell Ahmar", "Tall Ahmar", 36.675, 38.121, "P", "PPL"),  # 0.6 km from the first
    ("3", "Tall Ahmar", "", 33.200, 36.000, "P", "PPL"),
    ("4", "As Sa‘īdīyah", "Saidiye,السعيدية", 36.720, 38.200, "P", "PPL"),  # 9 km from the first
    ("5", "Nahr al Furāt", "Euphrates,Furat", 36.671, 38.119, "H", "STM"),
    ("4", "Saidiye again", "", 36.720, 38.200, "P", "PPL"),  # an id that stands twice
    ("6", "Qunayyah", "", 36.700, 38.150, "P", "PPL"),
]


@pytest.fixture
def bench(monkeypatch):
    """The benchmark's package, importable for one test."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    package = import_module("bench_gazetteer")
    for name in ("documents", "dump", "ours", "protocol", "scoring", "syllables"):
        import_module(f"bench_gazetteer.{name}")
    yield package
    for name in [name for name in sys.modules if name.startswith("bench_gazetteer")]:
        sys.modules.pop(name)


@pytest.fixture
def rows(bench, tmp_path):
    lines = [
        "\t".join((number, name, name, others, str(lat), str(lon), letter, code, "SY", "",
                   "Aleppo", "", "", "", "0", "", "", "", "2024-03-05"))
        for number, name, others, lat, lon, letter, code in PLACES
    ]  # fmt: skip
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("SY.txt", "\n".join(lines))
    return bench.dump.read_dump(path)


def test_an_id_that_stands_twice_is_one_place(rows):
    assert [row.id for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert "As Sa‘īdīyah" in rows[3].names


@pytest.mark.parametrize("seed", range(5))
def test_the_held_spelling_is_gone_from_the_index_and_the_others_stay(bench, rows, seed):
    experiment = bench.protocol.hold_out(rows, most=10, seed=seed)
    indexed = {row.id: row.names for row in experiment.rows}
    assert {case.row.id for case in experiment.cases} == {"1", "2", "4"}
    for case in experiment.cases:
        held = bench.dump.fold(case.asked)
        left = indexed[case.row.id]
        assert held not in map(bench.dump.fold, left)
        assert set(left) == {name for name in case.row.names if bench.dump.fold(name) != held}
    assert indexed["3"] == ("Tall Ahmar",)


def test_a_sample_is_the_same_for_the_same_seed_alone(bench, rows):
    def asked(seed):
        experiment = bench.protocol.hold_out(rows, most=2, seed=seed)
        return [(c.row.id, c.asked, c.context_name, c.point) for c in experiment.cases]

    assert asked(7) == asked(7)
    assert len({tuple(asked(seed)) for seed in range(20)}) > 1
    assert len(asked(7)) == 2


def test_machine_romanisations_and_codes_are_never_asked_for(bench, rows):
    found = {
        case.asked
        for seed in range(30)
        for case in bench.protocol.hold_out(rows, most=10, seed=seed).cases
        if case.row.id == "1"
    }
    assert found == {"Tall Aḩmar", "Tell Ahmar", "Tell-Aḩmar"}


def test_across_scripts_the_index_has_only_the_other_script(bench, rows):
    for from_latin, script in ((True, "Arab"), (False, "Latn")):
        experiment = bench.protocol.across_scripts(rows, most=10, seed=7, from_latin=from_latin)
        indexed = {row.id: row.names for row in experiment.rows}
        assert {case.row.id for case in experiment.cases} == {"1", "4"}
        for case in experiment.cases:
            assert {bench.dump.script_of(name) for name in indexed[case.row.id]} == {script}
            assert bench.dump.script_of(case.asked) != script


def test_a_duplicate_close_by_is_right_and_a_namesake_far_off_is_not(bench, rows):
    first = next(row for row in rows if row.id == "1")
    neighbours = bench.protocol.Neighbours(rows)
    assert bench.protocol.right_ids(first, neighbours) == {"1", "2"}


def test_context_is_a_place_2_to_20_km_away_by_a_name_that_the_index_has(bench, rows):
    experiment = bench.protocol.hold_out(rows, most=10, seed=7)
    names = {name for row in experiment.rows for name in row.names}
    for case in experiment.cases:
        away_km = bench.dump.distance_km((case.row.lon, case.row.lat), case.point)
        assert 2 <= away_km <= 20
        assert case.context_name in names


def case_of(bench, rows, number):
    experiment = bench.protocol.hold_out(rows, most=10, seed=7)
    return next(case for case in experiment.cases if case.row.id == number)


NEAR, FAR = ("4", 38.2, 36.72), ("3", 36.0, 33.2)
RIGHT, DUPLICATE = ("1", 38.12, 36.67), ("2", 38.121, 36.675)


@pytest.mark.parametrize(
    ("status", "spots", "marks"),
    [
        ("resolved", [RIGHT, FAR], (1, False)),
        ("resolved", [NEAR, FAR, DUPLICATE], (3, False)),  # 9 km off is not far off
        ("resolved", [FAR, RIGHT], (2, True)),
        ("ambiguous", [FAR, RIGHT], (2, False)),
        ("unresolved", [], (0, False)),
    ],
)
def test_an_answer_is_marked_by_rank_and_by_distance(bench, rows, status, spots, marks):
    answer = bench.scoring.Answer(status, tuple(spots))
    outcome = bench.scoring.mark(case_of(bench, rows, "1"), answer, 0.001)
    assert (outcome.rank, outcome.wrong) == marks
    assert outcome.resolved == (status == "resolved")


def test_a_namesake_far_off_is_wrong_but_not_blind(bench, rows):
    held = next(
        case
        for seed in range(30)
        for case in bench.protocol.hold_out(rows, most=10, seed=seed).cases
        if case.asked == "Tall Aḩmar"
    )
    far = bench.scoring.mark(held, bench.scoring.Answer("resolved", (FAR,)), 0.0)
    other = bench.scoring.mark(held, bench.scoring.Answer("resolved", (("9", 36.0, 33.2),)), 0.0)
    assert (far.wrong, far.blind) == (True, False)
    assert (other.wrong, other.blind) == (True, True)


def test_shares_count_the_first_answer_and_the_first_five(bench):
    outcomes = [
        bench.scoring.Outcome(rank=rank, resolved=True, wrong=False, blind=False, seconds=rank)
        for rank in (1, 1, 5, 6, 0)
    ]
    tally = bench.scoring.Tally.of(outcomes)
    assert (tally.asked, tally.at_1, tally.at_5, tally.resolved) == (5, 0.4, 0.6, 1.0)
    assert tally.p50_us == 1e6


def test_our_gazetteer_is_asked_with_the_names_that_are_left(bench, rows):
    experiment = bench.protocol.hold_out(rows, most=10, seed=7)
    ours = bench.ours.open_ours(experiment.rows)
    kept = next(row for row in experiment.rows if row.id == "4").names[0]
    assert ours.ask(kept, None, None) == bench.scoring.Answer("resolved", (NEAR,))
    nowhere = ours.ask("Bolgomost", None, None)
    assert (nowhere.status, nowhere.spots) == ("unresolved", ())


def test_a_point_and_a_name_nearby_choose_among_namesakes(bench, rows):
    ours = bench.ours.open_ours(rows)
    assert ours.ask("Tall Ahmar", None, None).status == "ambiguous"
    for context_name, point in (("Qunayyah", None), (None, (38.15, 36.7))):
        answer = ours.ask("Tall Ahmar", context_name, point)
        assert (answer.status, answer.spots[0][0] in {"1", "2"}) == ("resolved", True)


def test_invented_names_recur_and_a_misspelling_differs_by_one_letter(bench):
    names = bench.syllables.invent(2_000, seed=3)
    assert names == bench.syllables.invent(2_000, seed=3)
    assert 0.65 < len(set(names)) / len(names) < 0.85
    rng = random.Random(3)  # noqa: S311  a sample, no secret
    changed = [Levenshtein.distance(n, bench.syllables.misspell(n, rng)) for n in names[:200]]
    assert max(changed) == 1
    assert sum(changed) > 180


def test_an_index_on_disk_finds_its_names_and_misspellings_of_them(bench, tmp_path):
    names = ["Kafr Zaytun", "Khirbat Shihran", "Marrikat"]
    bench.ours.build_names(tmp_path / "names", bench.syllables.scatter(names, ["SY"], seed=3))
    index = bench.ours.open_names(tmp_path / "names")
    assert index.matches("Khirbat Shihran")
    assert index.matches("Khirbat Shiran")
    assert not index.matches("Bolgomost")


def test_the_villages_of_an_invented_report_are_placed_together(bench, tmp_path):
    # Three towns 200 km apart, each with three villages; all villages bear one of three names.
    places = []
    for town, called in enumerate(("Ruslan", "Vorda", "Kasimiyah")):
        lat = 34.0 + 2 * town
        places.append((str(town + 1), called, lat, 38.0, 90_000))
        places += [
            (str(10 * (town + 1) + at), name, lat + 0.05 * (at + 1), 38.1, 0)
            for at, name in enumerate(("Zalib", "Qarmu", "Hudal"))
        ]
    lines = [
        "\t".join((number, name, name, "", str(lat), str(lon), "P", "PPL",
                   "SY", "", "", "", "", "", str(people), "", "", "", "2024-03-05"))
        for number, name, lat, lon, people in places
    ]  # fmt: skip
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("SY.txt", "\n".join(lines))
    alone, told = bench.documents.documents(path, most=4, seed=1)
    assert (alone.asked, told.asked) == (36, 36)
    # Each name fits three villages equally well; where its sector is told it fits one.
    assert alone.right < 0.2
    assert told.right == 1.0
    assert alone.wrong == told.wrong == 0.0
