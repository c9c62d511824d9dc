"""Read the claims out of a report, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from claims.claim import Action, Claim, Status
from claims.claimants.attribution import Speakers
from claims.claimants.issuer import find_issuer
from claims.events.build import build_claim, distinct
from claims.events.days.clock import Clock
from claims.events.days.history import is_weeks_old
from claims.events.days.own_days import dated
from claims.events.days.report_day import day_of
from claims.events.days.told_again import dated_alike
from claims.events.defended import as_defended
from claims.events.event import Acting, Event
from claims.events.gainsaid import denied_there, gainsaid
from claims.events.outcomes.fate import Told, with_fates
from claims.events.outcomes.inner import Inner, outer
from claims.events.outcomes.met_attacks import met_attacks
from claims.events.outcomes.yields import taken_by, yields
from claims.events.parties.acting import who_acts
from claims.events.parties.claimant_party import Voices
from claims.events.parties.goes_on_about import goes_on_about
from claims.events.parties.interest import as_meant, is_only_met
from claims.events.parties.on_land import Lands
from claims.events.parties.roles import find_roles
from claims.events.places.held_places import is_told_in
from claims.events.places.here import (
    capital_of,
    happens_at,
    happens_here,
    heads_paragraph,
    is_dated_by,
    own_town,
    unit_seat,
    written_at,
)
from claims.events.places.itemised import heads_items, is_itemised, itemised
from claims.events.places.pairs import counted_apart
from claims.events.places.taken_over import taken_over
from claims.events.places.told_by_town import told_by_town
from claims.events.places.where import find_places, spots_behind
from claims.events.sentences.focus import Focus
from claims.events.sentences.parse import Parsed
from claims.events.spots.crossings import crossed
from claims.events.spots.grounds import Grounds
from claims.events.spots.name_finder import NameFinder
from claims.events.spots.place_headings import place_headings
from claims.events.spots.spot import Spot
from claims.events.spots.survey import Seen, survey
from claims.events.told.action import as_attempt, as_fought, as_met, as_told, is_vowed
from claims.events.told.errands import is_errand_of_those_hit
from claims.events.told.fires_on import fires_on
from claims.events.told.fought_for import without_fights_for
from claims.events.told.screen import is_current, is_event
from claims.events.told.status import find_status
from claims.events.told.voice import voice_of
from claims.events.told.worth import is_worth
from claims.events.unnamed import Unnamed
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.report import Report, Section, SectionKind
from claims.sides.theatre import Theatre
from gazetteer.place import PlaceExpression
from gazetteer.wording.mentions import Mention

__all__ = ["extract"]


@dataclass(slots=True)
class _Reading:
    """What is carried through one report from sentence to sentence."""

    report: Report
    finder: ActorFinder
    clock: Clock
    headings: dict[Section, PlaceExpression]
    town: PlaceExpression | None  # where it was written
    focus: Focus
    grounds: Grounds
    unnamed: Unnamed
    voices: Voices
    party: Party | None = None
    told: tuple[Claim, ...] = ()  # what the sentence before claims
    heads: Event | None = None  # what befell the places that are listed line by line below it


def extract(report: Report, theatre: Theatre, gazetteer: NameFinder) -> tuple[Claim, ...]:
    """Return the claims of a report in the order of its text; nothing outside is read."""
    here, seat = own_town(town := written_at(report), report.text), capital_of(theatre, report.text)
    names = sorted(gazetteer.spans(report.text))
    finder = ActorFinder(theatre, report.text, find_issuer(report.text))
    reading = _Reading(
        report=report,
        finder=finder,
        voices=Voices(theatre, finder),
        clock=Clock(report=report, zone=theatre.timezone),
        headings=place_headings(report, names),
        town=town,
        grounds=Grounds(),
        unnamed=Unnamed(Lands(theatre, gazetteer)),
        focus=Focus(here, seat, people=gazetteer.people),
    )
    seen = survey(
        report,
        finder=finder,
        speakers=Speakers(theatre=theatre, text=report.text, outlet=report.outlet),
        names=names,
        are_apart=gazetteer.are_apart,
        today=reading.clock.today,
    )
    # Sentence by sentence for each in turn, for rules run faster while they are fresh in memory.
    read = [(section, [*_read(reading, section, lines)]) for section, lines in seen]
    told = [one for section, lines in read for one in _section(reading, section, lines)]
    claims = [*dated_alike([*distinct([*with_fates(told)])], reading.clock.today)]
    return tuple(reading.unnamed.sides(claims, reading.finder, report.text))


def _read(reading: _Reading, section: Section, lines: Iterable[Seen]) -> Iterator[Parsed]:
    reading.clock.open_paragraph(section)
    reading.focus.open_paragraph()
    for seen in lines:
        yield (parsed := _parse(reading, section, seen))
        if section.kind is SectionKind.BODY:
            reading.clock.follow(parsed)


def _section(reading: _Reading, section: Section, lines: Sequence[Parsed]) -> Iterator[Told]:
    for parsed in lines:
        told = tuple(_sentence(reading, section, parsed)) or tuple(_item(reading, section, parsed))
        told = tuple(denied_there(reading.report, told, reading.told)) if reading.told else told
        denials = [*gainsaid(reading.report, parsed, told, reading.told, reading.voices)]
        yield Told(parsed, told, tuple(denials), follows=bool(reading.told))
        reading.told = told
        reading.voices.close_sentence(parsed.cues, denials)
    if len(lines) > 1:
        reading.told = ()  # "the claim" in a new paragraph may be any of them


def _parse(reading: _Reading, section: Section, seen: Seen) -> Parsed:
    before, among = reading.focus.last, reading.focus.tells_of_several
    reading.focus.open_sentence()
    laid = reading.grounds.laid(section, seen.sentence, seen.spots)
    told = [
        (spot, _named(reading, section, spot))
        for one in told_by_town(laid, reading.report.text, reading.focus)
        for spot in counted_apart(one, reading.report.text, reading.focus)
    ]
    found = partial(
        Parsed,
        sentence=seen.sentence,
        actors=seen.actors,
        places=tuple(m for _, m in told),
        spots=tuple(s if m is s.mention else s._replace(mention=m) for s, m in told),
        times=seen.times,
        cues=seen.cues,
        topics=seen.topics,
        before=before,
        among=among,
        days=reading.clock.before,
    )
    parsed = found()
    worded = [*without_fights_for(parsed, [t for t in seen.worded if is_event(parsed, t)])]
    if not worded:
        return parsed
    past = reading.clock.goes_on_about_past(seen.sentence, seen.times)
    news = tuple(t for t in worded if not past and _is_news(reading, parsed, t))
    return found(triggers=news, passed_over=tuple(t for t in worded if t not in news))


def _is_news(reading: _Reading, parsed: Parsed, trigger: Trigger) -> bool:
    day = day_of(reading.report)
    dated = reading.clock.daily and reading.report.published is not None
    return is_current(parsed, trigger, day) and not (dated and is_weeks_old(parsed, trigger, day))


def _named(reading: _Reading, section: Section, spot: Spot) -> Mention:
    """Give "the city" the name that it stands for, and remember what is named."""
    text, focus = reading.report.text, reading.focus
    expression = focus.named(unit_seat(text, spot, crossed(spot, text, focus.ground)))
    heading = reading.headings.get(section) if reading.headings else None
    if heading and expression.heads and not expression.within:
        expression = replace(expression, within=heading)
    same = expression is spot.mention.expression
    named = spot.mention if same else replace(spot.mention, expression=expression)
    # A photograph may be of anywhere: what its caption names is not what the report goes on about.
    if section.kind is not SectionKind.CAPTION:
        happens = happens_at(text, spot) and not (focus.tells_of_one and is_dated_by(text, spot))
        heads = heads_paragraph(text, section, spot)
        sets = happens and spot.lead == "in" and spot.fronted
        focus.note(spot.mention, expression, happens=happens, heads=heads, sets=sets)
    return named


def _sentence(reading: _Reading, section: Section, parsed: Parsed) -> Iterator[Claim]:
    claims, described = list[Claim](), list[Claim]()
    told: set[Trigger] = set()
    for trigger, main, kind in outer(parsed):
        if is_errand_of_those_hit(parsed, trigger):
            continue
        if main in told and kind not in (Inner.NEAR, Inner.MET):
            if kind is Inner.AIM and main is not None:
                claims.extend(_kept(reading, section, parsed, main, trigger))
            continue
        if fires_on(parsed, trigger, told):
            continue
        event = _event(reading, section, parsed, trigger)
        if kind is Inner.MET:
            action = event.action if trigger.pattern.kind == "noun" else as_attempt(event.action)
            event = replace(event, action=action, status=as_met(parsed, main))
        meeting = main if kind is Inner.MET and trigger.pattern.kind == "noun" else None
        found = [*_claims(reading, event, meeting), *_defended(reading, event)]
        (described if trigger.pattern.kind == "held" else claims).extend(found)
        if found and trigger.pattern.kind != "held":
            told.add(trigger)
        if kind is not Inner.MET:
            reading.party = goes_on_about(event, reading.party)
    reading.unnamed.note_held(claims, described)
    yield from met_attacks(claims)
    if described:
        # "Shelled the rebel-held town" tells of shelling; who holds it is told only in passing.
        met = [*(spot.mention for t in told for spot in spots_behind(parsed, t))]
        taken = (c for c in claims if c.action in (Action.CAPTURE, Action.RECAPTURE))
        fell = [c.place_span for c in taken if c.place_span]
        yield from (c for c in described if not is_told_in(c, met, fell))


def _item(reading: _Reading, section: Section, parsed: Parsed) -> Iterator[Claim]:
    """Yield what is told of the places of an item by the line that its list hangs on."""
    if reading.heads and is_itemised(reading.report, section, parsed):
        for place in itemised(reading.heads, parsed):
            yield build_claim(reading.report, reading.heads, place, None)
        return
    trigger = heads_items(parsed)
    reading.heads = _event(reading, section, parsed, trigger) if trigger else None


def _kept(
    reading: _Reading, section: Section, parsed: Parsed, main: Trigger, aim: Trigger
) -> Iterator[Claim]:
    """Yield who keeps what an attack with an aim of its own failed to take."""
    if find_status(parsed, aim) is Status.FAILED:
        event = replace(_event(reading, section, parsed, main), status=Status.FAILED)
        yield from _defended(reading, event)


def _defended(reading: _Reading, event: Event) -> Iterator[Claim]:
    """Yield who holds what an event failed to take."""
    if held := as_defended(event):
        yield from _claims(reading, held)


def _event(reading: _Reading, section: Section, parsed: Parsed, trigger: Trigger) -> Event:
    said = voice_of(parsed, trigger)
    speaker = reading.voices.heard(said.claimant, said.via)
    roles = find_roles(parsed, trigger, reading.finder, focus=reading.party, speaker=speaker)
    action, status = as_told(parsed, trigger, actor=roles.actor, denies=said.denies)
    if roles.actor is None and speaker and is_vowed(parsed, trigger, denied=said.denies):
        roles = roles._replace(actor=speaker)
    spoken = "" if speaker and speaker.side else said.claimant
    asked = trigger.pattern.kind == "verb" or not roles.actor  # else the noun's actor is known
    acting = who_acts(parsed, trigger, spoken) if asked else Acting.UNTOLD
    if status is not Status.DENIED and yields(parsed, trigger):
        roles = taken_by(parsed, trigger, roles)
        action, acting = Action.CAPTURE, Acting.FIGHTER
    return Event(
        section=section,
        parsed=parsed,
        trigger=trigger,
        said=said,
        speaker=speaker,
        roles=roles,
        action=as_fought(trigger, roles, action),
        status=status,
        when=reading.clock.when(parsed, trigger, status),
        acting=acting,
        amid_war=reading.party is not None or bool(reading.told),
    )


def _claims(reading: _Reading, event: Event, met: Trigger | None = None) -> Iterator[Claim]:
    """Yield the claims of an event, of one that is met where those are who ``met`` it."""
    places, tails = find_places(event.parsed, event.trigger)
    places = places or (find_places(event.parsed, met)[0] if met else ())
    places = places or happens_here(event.parsed, event.trigger, reading.town) or taken_over(event)
    if not is_worth(event, places):
        return
    event = as_meant(event, reading.finder)
    if is_only_met(event):
        return
    for place in places or (None,):
        own = dated(event, reading.clock, places, place)
        claim = build_claim(reading.report, own, place, tails[0].expression if tails else None)
        reading.unnamed.note(event, claim)
        yield claim
