"""Where one speaker's words in a sentence end and another's begin."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.words import Sentence

__all__ = ["Line", "Said", "bounded", "inside", "leading", "wrapping"]

# "..., with rebels reportedly advancing": a hedge of the reporter's own ends another's words.
_HEDGED = re.compile(r"\s(?:with|as|while)\s(?=[^,;]{0,80}\breportedly\b)", re.IGNORECASE)
# "Denied that X fell, while rebels were at Y": a statement of its own is the reporter's.
_CLAUSE = (
    r"(?!(?:that|it|they|he|she|we|both|all|none|which|who|to|not)\b|[\w-]+(?:ing|ed)\b|(?:said|told|says|tells)\b)"
    r"(?:(?!\b(?:and|but|or|who|which|that)\b)[^,;:\"]){2,90}?\s"
    r"(?:is|are|was|were|has|have|had|will|[a-z]{3,}ed|took|fell|held|lost|struck|hit|left|drove|broke|fought"
    r"|shot|won|overran|began|withdrew|fled|kept|sent|brought|came|went|made|set|put|led|killed|saw)\b"
)
# "Denied that X fell but a reporter saw rebels there", no "denied that anything but X was hit".
_BUT = re.compile(
    rf",\s+but\s+(?!that\b)|(?<!thing)(?<!body)(?<!where)(?<!\bno\sone)(?<!\banyone)(?<!\ball)(?<!\bnone)\s+but\s+(?:{_CLAUSE}"
    r"|(?:[\w.-]+\s){1,4}?(?:correspondent|reporter|journalist)s?\s)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf";\s(?!according\s+to\s+(?:them|him|her)\b)|,\s+(?:and|while|whereas|as)\s+{_CLAUSE}",
    re.IGNORECASE,
)
_IN_FRONT = re.compile(r"\W*(?:as|while|although|(?:even\s+)?though|after|when)\s", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(rf",\s+{_CLAUSE}", re.IGNORECASE)
_CLOSED = re.compile(r",?\s*(?:while|but|whereas|though|although)\s", re.IGNORECASE)
# Behind words that are quoted, "as" opens the reporter's own: "..." he said, as shells fell.
_CLOSED_QUOTE = re.compile(
    r",?\s*(?:while|but|whereas|though|although|as(?!\s+(?:quoted|cited|reported|well)\b))\s",
    re.IGNORECASE,
)
# What is told of the same subject behind "but": "soon fell back", "were pushed back".
_THEN_DID = (
    r"(?:(?:then|later|soon|also|never|only|again|\w+ly)\s+)?"
    r"(?:was|were|had|has|have|did|could|would|will|not|\w+ed|beat|began|broke|came|cut|drew|drove|fell|fled|fought|found|gave"
    r"|got|held|hit|kept|left|lost|met|put|ran|sent|set|shot|stood|struck|swept|took|went|withdrew|won)\b"
)
# "Troops had entered, she said, but were pushed back": the same words go on.
_GOES_ON = re.compile(rf",?\s*(?:but|though|although)\s+{_THEN_DID}", re.IGNORECASE)
# "Said it had stopped the column, but by evening rebels were in X": what was said is told as past
# by then, and the reporter's own words are not.
_BACK_TO_OWN = re.compile(
    rf"\bhad\b[^;:\"]{{0,400}}?(?=,\s+but\s+(?!(?:(?:by|at|on)\s\w+\s)?(?:it|they|he|she|we|that)\b)(?!{_THEN_DID})"
    r"(?![^;]{0,45}\b(?:had|would|could|might|its|his|her|their|our)\b))"
)
_COORDINATED = re.compile(
    r"(?:[,;—–]|\s-|\b(?:while|but|and|as|whereas|though|although))\s*$", re.I
)
_JOINED = re.compile(r"[,;]\s(?:and|as|while|but|whereas)\s+(?:the\s|an?\s)?$", re.IGNORECASE)
_THAT = re.compile(r"\s*(?:,?\s*that\s*)?(?:on\s+\w+day\s*)?(?:that\s*)?$", re.IGNORECASE)

# "Shelled X, to which, according to the UN, many have fled", "took X, a sign, said Roe, of": who is
# set off inside of a clause or a noun that is added says no more than that.
_ADDED = re.compile(
    r"(?:\b(?:after|around|at|by|during|from|in|near|of|on|through|to|under|with)\s)?"
    r"\b(?:which|where|whom?|whose\s\w+|that|what|when),?\s*$"
    r"|\b(?:as\swell\sas|including|among\sthem|notably),\s*$"
)
_ADDED_NOUN = re.compile(
    r",\s(?:(?:an?|the)(?:\s[a-z]+){1,3}|(?:clear\s|further\s)?(?:evidence|proof)),\s*$"
)
_ADDS = re.compile(r",?\s+(?:of|that|for)\b")
# "..., which, the army said, had been held since May, was captured": what is added ends.
_BE = r"(?:was|were|is|are|has|have|had|will)\b"
_ADDED_ENDS = re.compile(rf"\b{_BE}[^,;]*(?=,\s{_BE})")

# "X described shells falling, from which, the army said, all had fled".
_WHICH = re.compile(
    r",\s(?:(?:and|but)\s)?(?:(?:out\s)?(?:after|at|by|for|from|in|near|of|on|to)\s)?(?:which|whom|where)\s"
)
# Who speaks in a clause set off, and where the verb of its subject goes on.
_RELATED = re.compile(r",\s(?:which|who)\s(?:(?:has|have|had|also|earlier|\w+ly)\s){0,2}\w+\s*$")
_MAIN = re.compile(
    r",\s(?=(?:has|have|had|was|were|is|are|will|also|then)\s|[a-z]+ed\s|(?:took|shot|fell|held|lost|said"
    r"|drove|fought|struck|hit|cut|beat|withdrew|left|began|won|sent|broke|overran)\s)"
)

_NEAR = 3  # words between a speaker set off and who passed it on
_JOINING = frozenset("instead also then later further even turn".split())


class Line(NamedTuple):
    """One sentence: with straight quotes, and with its brackets blanked; whether a headline."""

    sentence: Sentence
    text: str
    flat: str
    headline: bool = False

    @property
    def size(self) -> int:
        """Return the number of characters."""
        return len(self.flat)

    def lead(self, at: int) -> str:
        """Return the mark or word before a character."""
        before = self.flat[:at].rstrip()
        return before[-1:] if before[-1:] in ',"' else before.rpartition(" ")[2].lower()

    def lead_over(self, at: int) -> str:
        """Return the same over a word that joins: "denied that and instead accused X"."""
        lead = self.lead(at)
        if lead not in _JOINING:
            return lead
        over = self.flat[:at].rstrip()[: -len(lead)].rstrip()
        over = over.removesuffix(" in") if lead == "turn" else over
        before = self.lead(len(over))
        return before if before in ("and", "but", ",") else lead


class Said(NamedTuple):
    """A cue in the making: ``[low, high)`` are its own words, ``[start, end)`` what it governs."""

    who: str
    low: int
    high: int
    end: int
    start: int = 0
    wraps: bool = False
    via: tuple[str, ...] = ()
    denies: bool = False


def bounded(flat: str, found: list[Said]) -> list[Said]:
    """Return the speakers with their stretches cut where another's begin, in order."""
    if not found:
        return []
    wraps = _chained(flat, sorted((s for s in found if s.wraps), key=lambda s: s.low))
    leads = sorted((s for s in found if not s.wraps), key=lambda s: s.start)
    cut = [_until_next(flat, lead, leads[number + 1 :]) for number, lead in enumerate(leads)]
    aside = (_in_aside(flat, _until_lead(flat, wrap, cut), cut) for wrap in wraps)
    return sorted((*aside, *cut), key=lambda s: s.low)


def _until_lead(flat: str, wrap: Said, leads: list[Said]) -> Said:
    """End a speaker's words where another takes over: "X fell, Y said, as Z reported that"."""
    later = (s.low for s in leads if wrap.high < s.low < wrap.end and s.who != wrap.who)
    taken = next((low for low in later if _JOINED.search(flat[wrap.high : low])), wrap.end)
    return wrap._replace(end=taken)


def _in_aside(flat: str, wrap: Said, leads: list[Said]) -> Said:
    """Let a speaker say no more than the clause added to another's words in which he is set off."""
    around = [s for s in leads if s.high <= wrap.low < s.end and wrap.start <= s.start]
    if not around:
        return wrap
    opened = [match.start() for match in _WHICH.finditer(flat, around[-1].high, wrap.low)]
    return wrap._replace(start=opened[-1]) if opened else wrap


def _until_next(flat: str, lead: Said, later: list[Said]) -> Said:
    """End a speaker's words where another speaker of the same rank takes over."""
    end = lead.end
    if "," in flat[lead.high :] and _RELATED.search(flat, 0, lead.high):
        for main in _MAIN.finditer(flat, lead.high):
            end = main.start()  # "the army, which denied that X fell, shelled Y"
    turn = _BUT.search(flat, lead.high) if lead.denies else None
    if turn:  # "denied that X fell, but the road is cut": the reporter's own
        end = min(end, turn.start())
    if lead.denies:
        found = (_MAIN_CLAUSE if _IN_FRONT.match(flat) else _NEXT).search(flat, lead.high)
        end = min(end, found.start()) if found else end
    hedge = _HEDGED.search(flat, lead.high)
    if hedge:
        end = min(end, hedge.start())
    own = _BACK_TO_OWN.search(flat, lead.high, end) if ", but " in flat else None
    if own:
        end = own.end()
    # "The front, which claimed the raid, denied a second one": it stands before its own aside.
    for other in (one for one in later if one.low >= lead.high):
        between = flat[lead.high : other.low]
        nested = bool(_THAT.fullmatch(between)) and other.who != lead.who
        if not nested and (_COORDINATED.search(between) or other.who == lead.who):
            end = min(end, other.low)
            break
    return lead._replace(end=max(end, lead.start))


def _chained(flat: str, wraps: list[Said]) -> list[Said]:
    """Share a sentence among the speakers set off in it; one right behind another passes it on."""
    shared: list[Said] = []
    for wrap in wraps:
        near = shared and len(flat[shared[-1].high : wrap.low].split()) <= _NEAR
        if near and wrap.denies == shared[-1].denies:
            before = shared.pop()
            via = before.via if wrap.who == before.who else (*before.via, wrap.who)
            shared.append(before._replace(via=via, high=wrap.high))
            continue
        if shared:
            shared[-1] = shared[-1]._replace(end=shared[-1].high)
        added = _added(flat, wrap)
        start = max(added, shared[-1].high if shared else wrap.start)
        quoted = flat[: wrap.low].rstrip().endswith('"')
        ends = _CLOSED_QUOTE if quoted else _CLOSED
        closed = None if _GOES_ON.match(flat, wrap.high) else ends.match(flat, wrap.high)
        end = closed.start() if closed and wrap.low > 0 else wrap.end
        over = _ADDED_ENDS.search(flat, wrap.high) if added else None
        shared.append(wrap._replace(start=start, end=over.end() if over else end))
    return shared


def _added(flat: str, wrap: Said) -> int:
    """Return where what is added to a sentence opens in which a speaker is set off, or 0."""
    match = _ADDED.search(flat, 0, wrap.low)
    if not match and _ADDS.match(flat, wrap.high):
        match = _ADDED_NOUN.search(flat, 0, wrap.low)
    return match.start() if match else 0


def leading(
    line: Line, who: str, own: tuple[int, int], *, via: tuple[str, ...] = (), denies: bool = False
) -> Said:
    """Return a speaker whose words follow."""
    return Said(
        who=who, low=own[0], high=own[1], start=own[1], end=line.size, via=via, denies=denies
    )


def wrapping(
    line: Line, who: str, own: tuple[int, int], via: tuple[str, ...] = (), *, denies: bool = False
) -> Said:
    """Return a speaker whose words stand before, or around."""
    return Said(
        who=who, low=own[0], high=own[1], start=0, end=line.size, wraps=True, via=via, denies=denies
    )


def inside(place: int, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a character lies within one of some stretches."""
    return any(low <= place < high for low, high in spans)
