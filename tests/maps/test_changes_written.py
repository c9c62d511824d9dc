"""What changed, as Markdown, as a record and as a feed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from claims.editions.change_records import changes_record
from claims.editions.changes import Changes, Kind, Why, changes_between
from claims.editions.differences import FIELDS
from claims.editions.noted import Noted
from maps.changes.atom import changes_feed
from maps.changes.markdown import changes_markdown
from maps.changes.telling import GROUPS, tellings
from maps.errors import FeedError
from maps.wording.language import LANGUAGES, language
from tests.claims.states import claimed, state

ATOM = {"a": "http://www.w3.org/2005/Atom"}
MOMENT = datetime(2031, 5, 4, 6, tzinfo=UTC)
HELD = claimed("The rebels hold Orlo.", name="h", action="hold", side="south", other="north", day=2)
TOOK = claimed("Troops took <b>Orlo</b> & ]]> it.", name="t", doc="tuesday", day=4)
DENIED = claimed("They never took it.", name="d", doc="wednesday", status="denied", day=4)
FELL = claimed("A strike hit Vint.", name="v", place="Vint", action="strike", doc="thursday")


def changes() -> Changes:
    """Give one change of each kind and one of each mark."""
    before = state(HELD, FELL, replace(TOOK, voices=1), claimed("Gone.", name="g", doc="friday"))
    moved = replace(FELL, point=(30.5, 10.5))
    took = replace(TOOK, contradicts=("d",), voices=2)
    new = claimed("Troops hold Orlo.", name="n", doc="monday-2", action="hold", day=6)
    return changes_between(
        before, state(HELD, moved, took, replace(DENIED, contradicts=("t",)), new)
    )


def entries(feed: str) -> list[ET.Element]:
    return ET.fromstring(feed).findall("a:entry", ATOM)


def texts(feed: str, name: str) -> list[str]:
    return [node.findtext(f"a:{name}", namespaces=ATOM) or "" for node in entries(feed)]


def written(of: Changes | None = None, **more: object) -> str:
    told = {"title": "Orlo", "map_url": "https://maps.example/orlo/map.html", "moment": MOMENT}
    return changes_feed(of or changes(), **told | more)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_reason_field_and_kind_has_words(code: str) -> None:
    words = language(code).page["changes"]
    assert words["why"].keys() == set(Why)
    assert words["kind"].keys() == set(GROUPS)
    assert words["field"].keys() == set(FIELDS)


def test_markdown_tells_every_change_under_its_heading() -> None:
    text = changes_markdown(changes(), title="Orlo", map_url="map.html")
    heads = [line for line in text.splitlines() if line.startswith("## ")]
    counts = [
        "New (2)",
        "Corrected (1)",
        "Withdrawn (1)",
        "Newly contradicted (1)",
        "More voices (1)",
    ]
    assert [head[3:] for head in heads] == counts
    assert "](<map.html#claim=v>)" in text
    assert "10.0000, 30.0000 → 10.5000, 30.5000" in text
    assert "Its report is no longer among the sources." in text
    assert "1 → 2 voices" in text
    assert "Claims, not verified." in text
    assert r"“Troops took \<b\>Orlo\</b\> \& \]\]\> it.”" in text


def test_a_withdrawn_claim_has_no_link_to_a_claim_that_is_not_there() -> None:
    (gone,) = changes().of(Kind.WITHDRAWN)
    text = changes_markdown(replace(changes(), entries=(gone,)), map_url="map.html")
    assert "](<map.html>)" in text
    assert "#claim" not in text


def test_without_an_address_nothing_is_linked() -> None:
    assert "](" not in changes_markdown(changes())


def test_nothing_changed_is_said() -> None:
    text = changes_markdown(changes_between(state(TOOK), state(TOOK)))
    assert "Nothing changed. · Claims before: 1, now: 1, unchanged: 1" in text
    assert "##" not in text


def test_a_reversal_names_both_holders() -> None:
    newer = claimed("Troops took Orlo.", name="n", doc="tuesday", day=4)
    of = changes_between(state(HELD, sides={"south": "Southern Army"}), state(HELD, newer))
    (told,) = [each for each in tellings(of) if each.group == "reversed"]
    assert told.details == ("By the newest facts here held by North; before, by Southern Army",)
    assert told.others == ("h",)


def test_two_claims_that_contradict_each_other_are_told_once() -> None:
    one, two = replace(TOOK, contradicts=("d",)), replace(DENIED, contradicts=("t",))
    of = changes_between(state(), state(one, two))
    assert [each.group for each in tellings(of)] == ["new", "new", "contradicted"]


def test_the_record_holds_exact_words_and_counts_that_add_up() -> None:
    record = json.loads(json.dumps(changes_record(changes()), allow_nan=False))
    counts = record["counts"]
    assert sum(counts[kind] for kind in Kind) == len(changes().entries)
    by_id = {row["id"]: row for row in record["changes"]}
    assert by_id["t"]["after"]["quote"] == TOOK.claim.quote
    assert by_id["t"]["marks"][0] == {
        "kind": "contradicted", "before": "", "after": "", "others": ["d"],
    }  # fmt: skip
    assert by_id["v"]["differences"] == [
        {"field": "position", "before": "10.0000, 30.0000", "after": "10.5000, 30.5000"}
    ]
    assert by_id["g"]["after"] is None


def test_the_feed_has_what_atom_asks_for() -> None:
    root = ET.fromstring(written())
    for name in ("id", "title", "updated", "author/a:name"):
        assert root.findtext(f"a:{name}", namespaces=ATOM)
    ids = [root.findtext("a:id", namespaces=ATOM), *texts(written(), "id")]
    assert len(set(ids)) == len(ids) == len([*tellings(changes())]) + 1
    assert all(each.startswith("tag:maps.example,2026:frontmap/") for each in ids)
    assert set(texts(written(), "updated")) == {"2031-05-04T06:00:00Z"}
    assert all(texts(written(), "title"))
    links = [node.find("a:link", ATOM).attrib for node in entries(written())]
    assert all(link["rel"] == "alternate" for link in links)
    assert links[0]["href"] == "https://maps.example/orlo/map.html#claim=d"


def test_quotes_come_back_from_the_feed_as_they_were() -> None:
    content = "\n".join(texts(written(), "content"))
    assert f"“{TOOK.claim.quote}”" in content
    assert "<b>" not in written()


@pytest.mark.parametrize("quote", ["a\x00b\x1b[31m", "\ud800 x", "\u202edesrever", "\ufffe \r\n"])
def test_no_text_breaks_the_feed(quote: str) -> None:
    of = changes_between(state(), state(claimed(quote, name="n")))
    assert len(entries(written(of))) == 1
    changes_markdown(of).encode()


def test_an_id_of_any_letters_is_escaped_in_links() -> None:
    of = changes_between(state(), state(claimed("Troops took it.", name='a&b=c> "#é')))
    (link,) = [node.find("a:link", ATOM).get("href") for node in entries(written(of))]
    assert unquote(link.partition("#claim=")[2]) == 'a&b=c> "#é'
    assert "&" not in link.partition("#claim=")[2]


def test_the_same_run_again_tells_nothing_twice() -> None:
    first = written()
    assert written(earlier=first) == first
    assert written(earlier=written(earlier=first)) == first


def test_a_later_feed_goes_on_from_the_earlier_one() -> None:
    first = written()
    newest = claimed("Guns fired.", name="x", action="strike")
    of = changes_between(state(), state(newest))
    second = written(of, earlier=first, moment=datetime(2031, 5, 5, tzinfo=UTC))
    assert texts(second, "id")[1:] == texts(first, "id")
    assert texts(second, "updated")[:2] == ["2031-05-05T00:00:00Z", "2031-05-04T06:00:00Z"]
    assert ET.fromstring(second).findtext("a:updated", namespaces=ATOM) == "2031-05-05T00:00:00Z"
    assert len(entries(written(of, earlier=first, most=3))) == 3


def test_what_does_not_fit_is_counted() -> None:
    def numbered(n: int) -> Noted:
        return claimed(f"Shell number {n} fell.", name=f"s{n}", action="strike")

    of = changes_between(state(), state(*map(numbered, range(30))))
    feed = written(of, most=10)
    assert len(entries(feed)) == 10
    assert texts(feed, "title")[-1] == "21 more changes"
    assert len(entries(written(of, most=30))) == 30


@pytest.mark.parametrize(
    "earlier",
    [
        "<feed",
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><feed xmlns="http://www.w3.org/2005/Atom"/>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed>',
    ],
)
def test_a_feed_that_is_not_ours_is_refused(earlier: str) -> None:
    with pytest.raises(FeedError, match="cannot be continued"):
        written(earlier=earlier)


def test_a_map_without_an_address_on_the_net_has_stable_tags_too() -> None:
    feed = written(map_url="map.html")
    assert all(each.startswith("tag:frontmap.invalid,2026:") for each in texts(feed, "id"))
    assert feed == written(map_url="map.html")


def test_times_are_told_in_the_zone_of_the_claims() -> None:
    later = claimed(TOOK.claim.quote, name="t", doc="tuesday", day=5)
    at_six = replace(later.claim.when.interval, end=later.claim.when.interval.start.replace(hour=6))
    when = replace(later.claim.when, interval=at_six)
    moved = replace(later, claim=replace(later.claim, when=when))
    text = changes_markdown(changes_between(state(TOOK), state(moved)))
    assert "Time: 4 May 2031 → 5 May 2031, 00:00–06:00 UTC" in text
    local = [m.astimezone(ZoneInfo("Asia/Damascus")) for m in (at_six.start, at_six.end)]
    when = replace(when, interval=replace(at_six, start=local[0], end=local[1]))
    moved = replace(moved, claim=replace(moved.claim, when=when))
    text = changes_markdown(changes_between(state(TOOK), state(moved)))
    assert "→ 5 May 2031, 03:00–09:00" in text
