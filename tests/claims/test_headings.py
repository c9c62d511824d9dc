"""What a line on its own says about the lines below it: where they lie, who speaks in them."""

from __future__ import annotations

from datetime import UTC, datetime

from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer

LOG = """Aircraft carried out strikes on Friday.

Syria

Near Umm Darra, two strikes engaged two tactical units.

Iraq

Near Umm Darra, one strike destroyed a vehicle.

Other news

Jets bombed the town of Kafr Dal.
"""


def claims_of(text: str, countries: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    day = datetime(2024, 12, 5, tzinfo=UTC)
    report = Report(id="t", text=text, published=day, sections=find_sections(text))
    return extract(report, neutral_theatre(countries), Gazetteer())


def holders(text: str) -> list[str]:
    places = [claim.place for claim in claims_of(text) if claim.place]
    return [place.within.text if place.within else "" for place in places]


def test_countries_on_lines_of_their_own_hold_the_places_below_them() -> None:
    assert holders(LOG) == ["Syria", "Iraq", ""]


def test_provinces_on_lines_of_their_own_hold_the_places_below_them() -> None:
    log = LOG.replace("Syria", "Anbar province").replace("Iraq", "DIYALA GOVERNORATE:")
    assert holders(log) == ["Anbar province", "Diyala Governorate", ""]


class Named:
    """A gazetteer that only knows where some names stand."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        found = ((text.find(name), name) for name in self._names)
        return tuple((at, at + len(name)) for at, name in found if at >= 0)

    def land(self, name: str) -> None:
        """Know of no country."""

    def people(self, _: str) -> None:
        """Know of no people."""

    def are_apart(self, *_: str) -> bool:
        """Take what a comma joins for one place."""
        return False


def test_known_names_on_lines_of_their_own_are_the_land_around_them() -> None:
    log = LOG.replace("Syria", "Anbar").replace("Iraq", "Diyala:")
    day = datetime(2024, 12, 5, tzinfo=UTC)
    report = Report(id="t", text=log, published=day, sections=find_sections(log))
    claims = extract(report, neutral_theatre(()), Named("Anbar", "Diyala"))
    within = [claim.place.within for claim in claims if claim.place]
    assert [w and (w.heads, w.feature_word) for w in within] == [
        (("Anbar",), "province"),
        (("Diyala",), "province"),
        None,
    ]


def test_one_such_line_is_a_rubric_and_holds_nothing() -> None:
    assert holders(LOG.replace("Iraq", "Further strikes")) == ["", "", ""]


BULLETS = """- Rebels take town of Oru, army says
- Army shells town of Maru: monitor

Fighters entered the town of Kassa on Friday.
"""


def test_the_speaker_of_a_list_of_headlines_does_not_speak_below_it() -> None:
    assert [claim.claimant for claim in claims_of(BULLETS)][-1] == "outlet"


def test_the_speaker_of_a_headline_speaks_in_the_first_sentence_below_it() -> None:
    text = "Army shells town of Maru: monitor\n\nFighters entered the town of Kassa on Friday."
    assert [claim.claimant for claim in claims_of(text)] == ["monitor", "monitor"]


def test_whoever_reports_to_the_people_speaks_in_the_list_below() -> None:
    heads = (
        "THE PRESS COMMITTEE [PC] REPORTS TO THE PEOPLE OF ORU:",
        "The High Command reports to all:",
    )
    lists = (f"{head}\n1. Troops took the town of Maru.\n2. Rebels shelled Bela." for head in heads)
    spoke = [{claim.claimant for claim in claims_of(text)} for text in lists]
    assert spoke == [{"PRESS COMMITTEE"}, {"High Command"}]


def test_what_stands_under_background_is_not_news() -> None:
    text = """The rebels captured the town of Oru on Monday.

Background

The rebels took the town of Kassa and hold most of the valley.

Outlook

The rebels will attack the town of Zalin.
"""
    assert [claim.action.value for claim in claims_of(text)] == ["capture", "attack"]


ITEMS = """On Monday government artillery shelled the following villages:
- the town of Sokil
- the area of Lypky, where two houses burned

Humanitarian partners visited:
- Maru
- Oru
"""


def test_places_listed_line_by_line_take_the_event_of_the_line_above() -> None:
    found = [(c.action.value, c.place.heads[0]) for c in claims_of(ITEMS) if c.place]
    assert sorted(found) == [("strike", "Lypky"), ("strike", "Sokil")]


DEEDS = """Army soldiers hold Lypky in Chad.

The fighters of the Northern Front carried out the following operations:
- They targeted a gathering of army soldiers in the town of Sokil.
- They shelled the town of Maru.
"""


def test_they_in_a_list_are_those_who_act_in_the_line_above_it() -> None:
    struck = [c.actor_side for c in claims_of(DEEDS) if c.action.value == "strike"]
    assert struck == ["northern-front", "northern-front"]


NAMED = """The fighters of the Northern Front carried out the following operations:
- Soldiers attacked our position at Sokil. They fled to Oru, leaving two dead.
- The army tried to enter Maru. They were repelled.
"""


def test_they_in_a_list_are_those_whom_the_item_itself_names() -> None:
    found = {c.action.value: c.actor_side for c in claims_of(NAMED)}
    assert (found["retreat"], found["hold"]) == ("government", "northern-front")
