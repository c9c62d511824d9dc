"""Who the speaker of a verb of saying is, by where he stands: before it, or before that."""

from __future__ import annotations

import re

from claims.claimants.headline import subject_left_out
from claims.claimants.inverted import tells_anybody
from claims.claimants.pronouns import kind_of
from claims.claimants.speakers import Names
from claims.claimants.speech import SpeechVerb
from claims.claimants.stretches import Line, Said
from claims.fighters.number import number_of

__all__ = ["speaker_of"]

_SHORTEST = 4  # words that say something before "it said": a subject with its verb and object
# "The office published a statement saying": the office says it.
_ISSUED = re.compile(
    r"\s(?:issued|published|released|posted)\s+(?:an?|the)\s+(?:\w+\s+){0,2}"
    r"(?:statement|communiqu[eé]|bulletin|report|message)\s*(?:that\s|which\s)?$",
    re.IGNORECASE,
)
# "Kestria, which claims the valley, [denied]": whoever stands before it speaks.
_ASIDE = re.compile(r",\s(?:who|which)\s[^,;]*,\s*$")
_BESIDE = re.compile(r",\s+(?:(?:an?|the|its|their)\s+)?([^,]{3,90}),?", re.IGNORECASE)
# Who goes on with "and said" behind another's words: "X said it took A; Y lost men and".
_NEXT_CLAUSE = re.compile(
    r"(?:;|,\s(?:while|whereas|but|though|although|and))\s+"
    r"(?P<clause>(?:the\s)?(?:(?P<named>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)\s|(?<=the\s))[^,;]*\s)$"
)


def speaker_of(line: Line, names: Names, verb: SpeechVerb, found: list[Said]) -> tuple[int, str]:
    """Return where the speaker of a verb starts and who it is: named before it, or before that."""
    lead = line.lead_over(verb.start)
    aside = _ASIDE.search(line.flat, 0, verb.start) if lead == "," else None
    reach = aside.start() if aside else verb.start
    floor = max((s.high for s in found if s.high <= reach), default=0)
    if lead in ("who", "which"):
        at = len(line.flat[: line.flat.lower().rindex(lead, 0, verb.start)].rstrip(" ,"))
        # "... by the army, which said", "said Jan Roe, a spokesman, who added"
        if floor == at or _is_named(line.flat[floor:at], found, floor):
            return verb.start, _same_speaker(line, names, verb, found)
        return names.before(line.flat, at, floor, told=tells_anybody(verb))
    # With no subject between, the first speaker goes on: "denied that Kilu fell and said that".
    goes_on = lead in ("and", "but") or (lead == "," and verb.form.endswith("s") and not aside)
    who = _same_speaker(line, names, verb, found) if goes_on and floor else ""
    if who:
        return verb.start, who
    if line.headline and lead == "," and verb.use == "says":
        return verb.start, subject_left_out(line, names)
    low, who = (verb.start, "")
    if not (verb.use == "saying" and lead == ","):
        issued = _ISSUED.search(line.flat, floor, verb.start)
        at = issued.start() if issued else verb.start
        low, who = names.before(line.flat, at, floor, told=tells_anybody(verb) and not goes_on)
        who = (_opener(line, names, low, verb) if who and not found else "") or who
        who = _report_opener(line, names, low, who) or who
    if not who and (verb.use == "saying" or goes_on):
        low, who = verb.start, _same_speaker(line, names, verb, found)
    return low, who


def _is_named(words: str, found: list[Said], high: int) -> bool:
    """Tell whether words behind a speaker are the title that stands with his name."""
    beside = _BESIDE.fullmatch(words)
    return bool(beside) and any(s.high == high and beside[1] in s.who for s in found if beside)


def _report_opener(line: Line, names: Names, low: int, who: str) -> str:
    """Return with whom a report opens whose first sentence ends so: "The army took X, it said"."""
    before = line.flat[:low]
    who = line.flat[low:].split(" ", 1)[0] if before.endswith((" where ", " which ")) else who
    pronoun = who.lower() in ("it", "they") and len(before.split()) >= _SHORTEST
    opener = names.opening(before) if pronoun else ""
    return opener if number_of(opener) in (None, who.lower() == "they") else ""


def _opener(line: Line, names: Names, low: int, verb: SpeechVerb) -> str:
    """Return the person with whom a sentence opens: "President Roe listed X, which he said"."""
    if line.flat[low : verb.start].split()[-1:] not in (["he"], ["she"]):
        return ""
    opener = names.opening(line.flat[:low])
    named = any(word[:1].isupper() for word in opener.split()[1:])
    named = named or line.flat[:low].endswith(" in which ")  # "put out a statement in which he"
    return opener if named and kind_of(opener) == "person" else ""


def _next_subject(line: Line, names: Names, verb: SpeechVerb, floor: int) -> str:
    """Return who opens a clause behind the first speaker's words: "X said A; Y fled and said B".

    Whoever adds something has spoken before: "X said A, and Y fled, and added that B".
    """
    if line.lead(verb.start) not in ("and", "but") or verb.form.startswith("add"):
        return ""
    opened = _NEXT_CLAUSE.search(line.flat, floor, verb.start)
    if opened is None:
        return ""
    named = opened["named"]
    own = named is not None and names.is_source(named)
    return names.name(named) if own else names.opening(opened["clause"])


def _same_speaker(line: Line, names: Names, verb: SpeechVerb, found: list[Said]) -> str:
    """Return who goes on speaking: "..., adding that"; X in "X, which Y say is from Z, said"."""
    earlier = [s for s in found if s.high <= verb.start and line.lead(s.low) != "which"]
    if earlier and (other := _next_subject(line, names, verb, max(s.high for s in earlier))):
        return other
    if earlier:
        return max(earlier, key=lambda s: s.high).who
    goes_on = verb.use == "saying" or line.lead(verb.start) in ("and", "but")
    return names.opening(line.flat[: verb.start]) if goes_on else ""
