from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.download import Limits, download, shown_url
from tests.gazetteer import loopback
from tests.gazetteer.loopback import ROWS, Server, in_turn, ranged, status, whole, zipped

ZIP = zipped("XX.txt", ROWS)
QUICK = Limits(wait_s=0.0, silence_s=5.0)


@pytest.fixture
def server() -> Iterator[Server]:
    with loopback.serving() as server:
        yield server


def failure(server: Server, target: Path, limits: Limits = QUICK, **options: str) -> str:
    """Fetch what cannot be fetched and return the one line that says why."""
    with pytest.raises(SourceUnavailableError) as caught:
        download(server.url("/XX.zip"), target, limits=limits, **options)
    assert not target.exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_arrives_whole_and_says_how_far_it_is(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = whole(ZIP)
    told: list[tuple[str, float]] = []
    target = tmp_path / "XX.zip"
    shown = download(server.url("/XX.zip"), target, progress=lambda *step: told.append(step))
    assert shown == target
    assert target.read_bytes() == ZIP
    assert told[-1] == ("fetching XX.zip", 1.0)
    assert [path.name for path in tmp_path.iterdir()] == ["XX.zip"]


def test_a_broken_connection_is_resumed_where_it_broke(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = ranged(ZIP, breaks=2)
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == ZIP
    assert [asked.get("Range") for asked in server.asked] == [
        None, f"bytes={len(ZIP) // 2}-", f"bytes={len(ZIP) // 2 + (len(ZIP) + 1) // 2 // 2}-",
    ]  # fmt: skip


def test_a_later_run_goes_on_where_the_first_one_gave_up(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = ranged(ZIP, breaks=1)
    assert "breaks off" in failure(server, tmp_path / "XX.zip", replace(QUICK, tries=1))
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip").read_bytes() == ZIP
    assert server.asked[-1]["Range"] == f"bytes={len(ZIP) // 2}-"


def test_a_file_that_changed_meanwhile_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    newer = zipped("XX.txt", ROWS[::-1])
    server.answers["/XX.zip"] = in_turn(ranged(ZIP, '"one"', breaks=1), ranged(newer, '"two"'))
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == newer


def test_a_server_without_ranges_sends_all_again(server: Server, tmp_path: Path) -> None:
    broken = whole(ZIP[:1000], Content_Length=len(ZIP), ETag='"one"')
    server.answers["/XX.zip"] = in_turn(broken, whole(ZIP, ETag='"one"'))
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == ZIP


def test_what_cannot_be_told_apart_is_not_resumed(server: Server, tmp_path: Path) -> None:
    weak = whole(ZIP[:1000], Content_Length=len(ZIP), ETag='W/"one"')
    server.answers["/XX.zip"] = in_turn(weak, ranged(ZIP))
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == ZIP
    assert "Range" not in server.asked[-1]


def test_a_part_that_is_already_whole_is_fetched_again(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = ranged(ZIP)
    (tmp_path / "XX.zip.part").write_bytes(ZIP)
    (tmp_path / "XX.zip.part.tag").write_text('"one"')
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == ZIP


def test_another_part_than_the_one_asked_for_is_not_put_together(
    server: Server, tmp_path: Path
) -> None:
    def wrong(handler: loopback.Handler) -> None:
        handler.head(206, Content_Length=3, Content_Range=f"bytes 7-9/{len(ZIP)}")
        handler.wfile.write(ZIP[7:10])

    server.answers["/XX.zip"] = in_turn(ranged(ZIP, breaks=1), wrong, ranged(ZIP))
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).read_bytes() == ZIP


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (status(404), "404 Not Found: no such country file"),
        (status(403), "403 Forbidden"),
        (status(500), "500 Internal Server Error; try again later"),
        (status(301, Location="/XX.zip"), "other addresses more than 5 times"),
        (status(302, Location="ftp://example.org/XX.zip"), "give an http or https one"),
        (whole(ZIP[:-500], Content_Length=len(ZIP)), "breaks off before the end"),
        (whole(ZIP[:-500]), "no sound zip file"),
        (whole(ZIP, Content_Length=len(ZIP) - 100), "no sound zip file"),
        (whole(b"<!DOCTYPE html><title>Log in</title>"), "web page, not with a gazetteer"),
        (whole(b"busy"), "no sound zip file"),
        (whole(b""), "no sound zip file"),
        (loopback.silence, "breaks off"),
    ],
)
def test_a_server_that_fails_is_one_line(
    server: Server, tmp_path: Path, answer: loopback.Answer, says: str
) -> None:
    server.answers["/XX.zip"] = answer
    assert says in failure(server, tmp_path / "XX.zip")


def test_a_flipped_bit_is_found(server: Server, tmp_path: Path) -> None:
    bad = bytearray(ZIP)
    bad[len(bad) // 2] ^= 1
    server.answers["/XX.zip"] = whole(bytes(bad), ETag='"one"')
    failure(server, tmp_path / "XX.zip")
    server.answers["/XX.zip"] = ranged(ZIP)
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip").read_bytes() == ZIP


def test_the_expected_digest_must_fit(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = whole(ZIP)
    digest = hashlib.sha256(ZIP).hexdigest()
    assert "not the expected one" in failure(server, tmp_path / "XX.zip", sha256="0" * 64)
    download(server.url("/XX.zip"), tmp_path / "XX.zip", sha256=digest.upper())


def test_a_body_without_end_is_cut_off_by_size_and_by_time(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip"] = loopback.endless
    small = replace(QUICK, size_bytes=1_000_000)
    assert "more than 1 MB" in failure(server, tmp_path / "XX.zip", small)
    assert not list(tmp_path.glob("*.part"))
    assert "not done after 0 s" in failure(server, tmp_path / "XX.zip", replace(QUICK, seconds=0))


def test_an_announced_length_over_the_limit_is_refused_at_once(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/XX.zip"] = whole(ZIP)
    assert "more than" in failure(server, tmp_path / "XX.zip", replace(QUICK, size_bytes=100))
    assert not list(tmp_path.glob("*.part"))


def test_a_zip_file_that_unpacks_beyond_the_limit_is_refused(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/XX.zip"] = whole(zipped("XX.txt", bytes(3_000_000)))
    small = replace(QUICK, unpacked_bytes=1_000_000)
    assert "unpacks to over 1 MB" in failure(server, tmp_path / "XX.zip", small)


def test_a_silent_server_is_given_up(server: Server, tmp_path: Path) -> None:
    with loopback.Server() as silent:  # bound and listening, but nobody answers
        url = silent.url("/XX.zip")
        limits = replace(QUICK, silence_s=0.05, tries=2)
        with pytest.raises(SourceUnavailableError, match=r"not answer within 0\.05 s"):
            download(url, tmp_path / "XX.zip", limits=limits)
    with pytest.raises(SourceUnavailableError, match="cannot be reached"):
        download(url, tmp_path / "XX.zip", limits=limits)


def test_a_busy_server_is_tried_again_and_its_wish_to_wait_is_kept(
    server: Server, tmp_path: Path
) -> None:
    server.answers["/XX.zip"] = in_turn(status(503), status(502), whole(ZIP))
    download(server.url("/XX.zip"), tmp_path / "a.zip", limits=QUICK)
    assert len(server.asked) == 3
    server.answers["/XX.zip"] = status(429, Retry_After=90)
    with pytest.raises(SourceUnavailableError) as caught:
        download(server.url("/XX.zip"), tmp_path / "b.zip", limits=QUICK)
    assert caught.value.retry_after_s == 90
    assert len(server.asked) == 3 + QUICK.tries


def test_what_is_wrong_for_good_is_asked_once(server: Server, tmp_path: Path) -> None:
    failure(server, tmp_path / "XX.zip")
    assert len(server.asked) == 1


def test_this_machine_is_asked_without_the_proxy_of_the_system(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    server.answers["/XX.zip"] = whole(ZIP)
    assert download(server.url("/XX.zip"), tmp_path / "XX.zip", limits=QUICK).exists()


def test_a_password_is_sent_but_never_shown(server: Server, tmp_path: Path) -> None:
    server.answers["/XX.zip?key=hidden"] = status(403)
    url = server.url("/XX.zip?key=hidden").replace("//", "//me:secret@")
    with pytest.raises(SourceUnavailableError) as caught:
        download(url, tmp_path / "XX.zip")
    assert "Authorization" in server.asked[0]
    assert "secret" not in str(caught.value)
    assert "hidden" not in str(caught.value)
    assert shown_url(url) == server.url("/XX.zip")


def test_other_files_than_zip_files_may_be_fetched(server: Server, tmp_path: Path) -> None:
    server.answers["/more.csv"] = whole(b"name,lon,lat\nHama,36.7,35.1\n")
    assert download(server.url("/more.csv"), tmp_path / "more.csv").read_text().startswith("name")
    server.answers["/empty.csv"] = whole(b"")
    with pytest.raises(SourceUnavailableError, match="empty file"):
        download(server.url("/empty.csv"), tmp_path / "empty.csv")
