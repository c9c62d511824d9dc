"""What a speaker denies without saying it again: "Rebels said X fell. The army denied this."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claims.claim import Action, Claim, Span, Status
from claims.claimants.attribution import Attribution, Cue, attribute
from claims.events.build import denial_of
from claims.events.called_retreat import called_retreats
from claims.events.outcomes.fate import FAILED
from claims.events.parties.claimant_party import Voices
from claims.events.sentences.parse import Parsed
from claims.report import Report
from claims.word_lists import word_list

__all__ = ["denied_there", "gainsaid"]

_SAID = (
    r"(?:claims?|reports?|accounts?|statements?|announcements?|assertions?|versions?"
    r"|charges?|accusations?|allegations?)"
)
# "Denied any involvement", "denies any raid".
_DEEDS = (
    r"(?:bombings?|shelling|strikes?|air\s+strikes?|airstrikes?|attacks?|raids?|involvement|part"
    r"|role|responsibility|such\s+(?:attack|raid|incursion|strike)s?)"
)
_POINTED = rf"(?:the|this|that|these|those|their|its|both)\s+(?:\w+\s+)?{_SAID}"
_A_CLAIM = "account|accusation|allegation|assertion|charge|claim|report|statement"
_DENIED = "denied|rejected|dismissed|disputed|refuted"
_BARE = r"(?:this|that|it|them)(?=\s*(?:[.,;]|$|(?:as|on|and|but)\b))"
_LIE = (
    r"(?:as\s+)?[\"“]?(?:(?:an?|another|pure|sheer)\s+(?:\w+\s+)?(?:lie|fabrication|hoax|invention)|false|untrue|baseless|"
    r"unfounded|groundless|lies|propaganda|fabricat\w+|fantasy|nonsense)\b"
)
_DENIES = re.compile(
    rf"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|disput(?:es|ed))\s+"
    rf"(?:{_BARE}|{_POINTED}\b(?!\s+(?:that|of|about|by|to|in)\b))"
    rf"|\bden(?:y|ies|ied)\s+(?:(?:any|all|having\s+had\s+any)\s+{_DEEDS}|responsibility|involvement)"
    rf"(?=\s*(?:[.,;]|$|in\s+the\b|for\s+(?:the|this|that|these|both|either)\s+{_DEEDS}))"
    rf"|\b(?:this|that|it|{_POINTED})\s+(?:is|was|were|(?:has|have)\s+been)\s+(?:\w+\s+)?denied\b"
    rf"|\b(?:an?\s+(?:{_A_CLAIM})|(?:{_A_CLAIM})s|something)\s+(?:\w+\s+){{0,5}}"
    rf"(?:{_DENIED}|den(?:y|ies))(?=\s*(?:[.,;]|$))"
    r"|,\s+which\s+(?:[\w.'-]+\s+){0,6}[\w.'-]+(?:,\s+(?:an?|the|its)\s[^,;.]{3,60},)?\s+(?:has\s+|have\s+)?"
    rf"(?:den(?:ies|y)|{_DENIED})(?=\s*(?:[.,;]|$))"
    rf"|\ban?\s+(?:{_A_CLAIM})\s+(?:{_DENIED})\s+by\b"
    r"|\bden(?:y|ies|ied)\s+that\s+(?:either|both|any)(?:\s+of\s+them)?(?:\s+\w+)?\s+"
    r"(?:is|are|was|were|had|has|have)\s+(?:been\s+)?(?:lost|fallen|taken|captured|seized)\b"
    rf"|\b(?:call|describ|brand|label|term|dub|deem)\w*\s+(?:this|that|it|{_POINTED})\s+{_LIE}",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:any|all|responsibility|involvement)\b", re.IGNORECASE)
_CHARGED = re.compile(r"\b(?:accus(?:e[sd]?|ing)|suspected|blamed?)\s", re.IGNORECASE)
# "Said this was not true": anyone may say so, with no word of denial.
_UNTRUE = re.compile(
    rf"\b(?:this|that|it|{_POINTED})\s+(?:is|was|were|had\s+been)\s+(?:simply\s+|completely\s+|entirely\s+)?"
    rf"(?:not\s+(?:true|correct|so)|{_LIE})"
    rf"|\bno\s+such\s+(?:thing|attack|event|incident)\s+(?:had\s+)?(?:happened|occurred|taken\s+place)\b",
    re.IGNORECASE,
)
# "The story is false and should be disregarded": so says whoever writes, of what others told.
_DISOWNS = re.compile(
    r"^(?:the|this|that|these|those|such)\s+(?:\w+\s+)?(?:claims?|reports?|allegations?|stor(?:y|ies)|assertions?|rumou?rs?|"
    rf"accusations?)\s+(?:is|are)\s+(?:\w+ly\s+)?(?:not\s+(?:true|correct)|{_LIE})"
    rf"|^(?:that|this|it)\s+is\s+(?:\w+ly\s+)?(?:not\s+true|{_LIE})\s*[.!]*$",
    re.IGNORECASE,
)
# "The road is still open": no road that is "open again" was said not to be cut.
_OPEN = re.compile(
    r"\b(?:road|highway|motorway|route|railway|line|pass|corridor|crossing|bridge|it)\s+"
    r"(?:is|was|remains|(?:had\s+)?remained|stays|stayed)\s+(?:still\s+|fully\s+)?open\b(?!\s+again)",
    re.IGNORECASE,
)
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|refut)", re.IGNORECASE)
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
# What is told beside a charge, which nobody denies with it: "shelters rebels who attacked X", "X,
# which they took in May", "killed villagers in reprisal for attacks on X".
_SHELTERED = re.compile(
    r"\b(?:(?:shelter|harbou?r|host|fund|finance|train|back|support|aid|assist|help|protect|control)"
    r"(?:s|e?d|ing)|financing|arm(?:s|ing)|ha(?:s|ve|d)\s+armed|suppl(?:ies|ied|ying)|hid(?:es|ing))"
    r"\s+(?!by\b|with\b)(?:[\w'’()-]+[,\s]\s*){1,8}?(?:who|which|that)\s[^.;]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s(?:which|who|whom|whose|where)\s[^,]*$")
_AVENGED = re.compile(
    r"\b(?:reprisals?|retaliation|revenge|vengeance|retribution|response)\s+(?:for|to)\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_BEFORE = 240  # characters before a claim in which "shelters" stands
_PARTS = re.compile(r"[;,]\s+(?:but|though|although|while|and)\b")
_TELLING = word_list("untrue").union("true correct so such".split())
_CLAIMED = re.compile(r"\b(?:claim|report|statement|announcement)s?\b")


def gainsaid(
    report: Report,
    parsed: Parsed,
    told: Sequence[Claim],
    before: Sequence[Claim],
    voices: Voices,
) -> Iterator[Claim]:
    """Yield what a sentence denies of what was just claimed, in the words that deny it.

    Parameters
    ----------
    told, before
        The claims of the sentence itself, and those of the one before it.
    voices
        Tell for which side a claimant speaks.
    """
    side_of, foe_of = voices.side_of, voices.finder.opposite
    for match, cues in _denials(parsed):
        start, end = (parsed.sentence.start + at for at in match.span())
        said = attribute(cues, end - 1)
        charged = _CHARGED.search(parsed.sentence.text, 0, match.start())
        told_here = [c for c in told if c.span.start < start and _ends(c) <= start]
        # "X, accused of backing them, denied it"; "agreed on a truce, which X denied"
        apart = charged or match.group().startswith(",") or _is_of_its_own(parsed, start)
        claims = told_here or ([] if apart else before)
        claims = _charged([c for c in claims if not _is_in_passing(report, c)])
        words = Span(start=start, end=end)
        own_side = side_of(said.claimant) if len(claims) > 1 else None
        tried = [c for c in claims if own_side and c.place and _is_own_failure(c, own_side)]
        # "X repelled an attack by Y. Y denied it": the one that was laid to Y
        yield from (denial_of(report, claim, said, words) for claim in tried)
        for claim in _besides(claims, tried, match.group()):
            last = claim.claimant == claims[-1].claimant
            own = not cues and claim.claimant != "outlet"
            other = own or said.claimant not in (claim.claimant, "outlet")
            gain = len(claims) > 1 and _is_own_gain(claim, said)
            part = _ANY.search(match.group()) is not None
            gain = gain or (part and not _is_by(claim, said, side_of))
            if last and other and claim.place and claim.status.is_fact and not gain:
                yield denial_of(report, claim, said, words)

    if not told:
        yield from _failures(report, parsed, before)
        yield from _open_roads(report, parsed, before)
        yield from called_retreats(report, parsed, before, side_of, foe_of)


def _charged(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return what somebody said, else all: "accused Y of shelling A after its men captured B"."""
    return [c for c in claims if c.claimant != "outlet"] or claims


def _is_in_passing(report: Report, claim: Claim) -> bool:
    """Tell whether a claim only says more of somebody or some place that a charge is about."""
    told = report.text[claim.span.start : claim.span.end]
    lead = report.text[max(0, claim.span.start - _BEFORE) : claim.span.start]
    if _RELATIVE.search(told) or _AVENGED.search(lead):
        return True
    return _SHELTERED.search(re.split(r"[.;]\s", lead)[-1] + told) is not None


def _besides(claims: Sequence[Claim], tried: Sequence[Claim], denied: str) -> Sequence[Claim]:
    """Return what else is denied beside an attack: "X repelled Y at A and took B. Y denied it".

    That is B only where what X claims is denied, and A in no case.
    """
    if not tried:
        return claims
    there = [claim.place for claim in tried]
    return [c for c in claims if _CLAIMED.search(denied) and c.place not in there]


def _is_own_failure(claim: Claim, side: str) -> bool:
    return claim.status is Status.FAILED and claim.actor_side == side


def _ends(claim: Claim) -> int:
    """Return where the words of a claim end that is told in the sentence itself."""
    own = claim.place_span if not claim.place_inherited else None
    return (own or claim.span).end


def denied_there(report: Report, told: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims; what is denied at no place of its own is the deed that was just told.

    "Rebels said jets bombed X and troops took Y. The army, which has men in Z, denied bombing
    anything" is about X.
    """
    for claim in told:
        same = [c for c in before if _is_denied(report, claim, c)]
        yield from [_denied_at(report, claim, c) for c in same] or [claim]


def _denied_at(report: Report, denial: Claim, claim: Claim) -> Claim:
    """Return a denial with the place, and where it dates nothing the time, of what was claimed."""
    said = Attribution(claimant=denial.claimant, via=denial.via)
    there = denial_of(report, claim, said, denial.span)
    dated = denial.when is not None and denial.when.text
    return replace(
        there,
        action=denial.action,
        actor=denial.actor or there.actor,
        opponent=denial.opponent or there.opponent,
        opponent_side=denial.opponent_side or there.opponent_side,
        when=denial.when if dated else there.when,
    )


def _is_denied(report: Report, denial: Claim, claim: Claim) -> bool:
    """Tell whether a denial that names no place behind it is of what another one just claimed."""
    if denial.status is not Status.DENIED or not (claim.place and claim.status.is_fact):
        return False
    place, end = denial.place_span, denial.span.end
    own = place and not (denial.place_inherited or _DENYING.search(report.text[place.end : end]))
    both = {denial.action, claim.action}
    alike = len(both) == 1 or both <= _FIRES
    sides = denial.actor_side in (claim.actor_side, None) or claim.actor_side is None
    return not own and alike and sides and denial.claimant != claim.claimant


def _is_of_its_own(parsed: Parsed, start: int) -> bool:
    """Tell whether what is denied was said in the sentence: "said X had a pact; Y disputed that".

    It tells of no claim of ours, and nor does who denies it of those before.
    """
    before = parsed.sentence.text[: start - parsed.sentence.start]
    parts = [m.start() for m in _PARTS.finditer(before)]
    end = parsed.sentence.start + (parts[-1] if parts else 0)
    return ";" in before or any(not cue.denies and cue.start < end for cue in parsed.cues)


def _is_by(claim: Claim, said: Attribution, side_of: Callable[[str], str | None]) -> bool:
    """Tell whether those deny a part in it who are said to have done it, and no third party."""
    if claim.actor and claim.actor_side and claim.actor_side == side_of(said.claimant):
        return True
    return not {*claim.actor.lower().split()}.isdisjoint(said.claimant.lower().split())


def _is_own_gain(claim: Claim, said: Attribution) -> bool:
    """Tell whether it is what the denier took himself: "regained X, seized by the rebels"."""
    taken = claim.action in (Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE)
    return taken and bool(claim.actor) and claim.actor.lower() in said.claimant.lower()


def _failures(report: Report, parsed: Parsed, before: Sequence[Claim]) -> Iterator[Claim]:
    """Yield that an attack told before by somebody else failed: "The attack failed, X said"."""
    match = FAILED.search(parsed.sentence.text) if parsed.cues and before else None
    if match is None:
        return
    start, end = (parsed.sentence.start + at for at in match.span())
    said = attribute(parsed.cues, end - 1)
    for claim in before:
        other = said.claimant not in (claim.claimant, "outlet")
        made = claim.action is Action.ATTACK and claim.status is Status.OCCURRED
        if other and made and claim.place:
            told = denial_of(report, claim, said, Span(start=start, end=end))
            yield replace(told, status=Status.FAILED)


def _open_roads(report: Report, parsed: Parsed, before: Sequence[Claim]) -> Iterator[Claim]:
    """Yield that a road told before to be cut is not, as another says: "It is open, X said"."""
    cut = [c for c in before if c.action is Action.CUT and c.status.is_fact and c.place]
    match = _OPEN.search(parsed.sentence.text) if cut and parsed.cues else None
    if match is None:
        return
    start, end = (parsed.sentence.start + at for at in match.span())
    said = attribute(parsed.cues, end - 1)
    for claim in cut:
        if said.claimant not in (claim.claimant, "outlet"):
            yield denial_of(report, claim, said, Span(start=start, end=end))


def _denials(parsed: Parsed) -> Iterator[tuple[re.Match[str], Sequence[Cue]]]:
    """Yield the words that deny, with the speeches that they may belong to."""
    denying = [cue for cue in parsed.cues if cue.denies]
    if denying:
        yield from ((match, denying) for match in _DENIES.finditer(parsed.sentence.text))
    elif not _TELLING.isdisjoint(parsed.sentence.held):
        untrue = _UNTRUE.finditer if parsed.cues else _DISOWNS.finditer
        yield from ((match, parsed.cues) for match in untrue(parsed.sentence.text))
