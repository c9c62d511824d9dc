"""Find the figures in one sentence: numbers with what they count and what befell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.counts.numbers import NumberPhrase, find_numbers
from claims.counts.toll_words import TollWords, fits, toll_words
from claims.words import lowered

__all__ = ["TAKES_APART", "Toll", "find_tolls", "group_words"]

_GROUP_WORDS = 6  # words behind a number among which its group stands
_REACH = 110  # characters before a number in which its verb stands
# All but the words of a group are met in a text in lower case.
_BREAK = re.compile(
    r"[.,;:()\"“”]|\s[—–-]\s|—|\b(?:and|or|in|at|on|near|from|by|during|after|who|were|was|have|has|had|are|is|with|"
    r"including|while|when|since|as|for|to|across|between|against|inside|around|into|over|throughout|of(?!\s+(?:its|the|their|whom|them)\b))\b",
)
# Behind a number these make it no count of people or things.
_UNIT = re.compile(
    r"\s*(?:-\s*)?(?:%|percent|per\s+cent|kilomet\w+|km|miles?|met(?:er|re)s?|days?|weeks?|months?|years?|hours?|"
    r"minutes?|times|square|kg|tons?|tonnes|dollars|am|pm|a\.m|p\.m|o'clock|degrees|villages?|towns?|"
    r"settlements?|cities|points?|districts?|fronts?|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|strikes?|attacks?|airstrikes?|raids?|sorties|waves?|clashes|battles|mm)\b",
)
_DATE_BEFORE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s*$"
)
_JOINED = re.compile(
    r"^(?:\s*,)?(?:\s*(?:and|as\s+well\s+as|along\s+with|plus|or)\b)?\s*(?:another|other|a\s+further)?\s*$",
)
_PART = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|those\s+killed|the\s+dead|whom)(?:\s+(?:were|are|was))?"
    r"|\bof\s+(?:them|whom|those|which)(?:\s+(?:were|are|was))?"
    r"|\bthe\s+(?:remainder|rest|others|total|figure|toll|dead|victims)\s+(?:includ|compris)\w+"
    r"|\b(?:they|these)\s+includ\w+)(?:\s+(?:at\s+least|the|a|an))?\s*$",
)
# What opens a sentence that says of whom the figure of the one before is made up.
TAKES_APART = re.compile(
    r"(?:the\s+(?:remainder|rest|others|total|figure|toll|dead|victims)|they|these|among\s+(?:them|the\s+dead))\s+(?:also\s+)?"
    r"(?:includ\w+|compris\w+|were|was|are)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s+of\s+(?:(?:whom|them|those|which)(?:\s+(?:were|are|was))?|(?:the|its|their|his|our)\b)?\s*",
    re.IGNORECASE,
)
_IS_PART = re.compile(r"\s*of\s+(?:them|whom|those|which)\b")
_NOT_A_FACT = re.compile(
    r"\b(?:no|not|if|would|could|might|denied|without|avoid|prevent|threaten\w*|vow\w*|plan\w*\s+to)\s+(?:\w+\s+){0,2}$",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One figure in a sentence.

    ``start`` and ``end`` are its words, ``group_span`` those of its group; ``part`` tells that the
    figure before it holds it; ``active`` that a killer stands before ("killing 300 militants").
    """

    number: NumberPhrase
    kind: str = ""
    group: str = "people"
    group_span: tuple[int, int] = (0, 0)
    start: int = 0
    end: int = 0
    part: bool = False
    active: bool = False


def find_tolls(text: str, before: Toll | None = None) -> list[Toll]:
    """Return the figures in a sentence, left to right.

    Parameters
    ----------
    before
        The last figure of the sentence before, for "the remainder includes 30 soldiers".
    """
    words = toll_words()
    low = lowered(text)
    if before is None and not words.may_count(low):
        return []
    counts = [c for n in find_numbers(low) if (c := _counted(low, n, words)) is not None]
    told = [_told(low, counts, i, words) for i in range(len(counts))]
    kept = [toll for toll in _handed_on(low, told, before) if toll.kind]
    return [toll for n, toll in enumerate(kept) if n or not _may_be_places(toll)]


def _may_be_places(toll: Toll) -> bool:
    """Tell whether "captured two" may mean villages; behind another figure it means men."""
    return toll.kind == "captured" and toll.group_span[1] == toll.number.end and toll.active


# What is looked at around a number is bounded, so that a text without stops costs no more than one
# with them.
def _before(text: str, end: int, floor: int = 0) -> str:
    return text[max(floor, end - _REACH) : end]


def _behind(text: str, start: int) -> str:
    return text[start : start + _REACH]


def _counted(text: str, number: NumberPhrase, words: TollWords) -> Toll | None:
    """Return a number with the group that it counts, None where it counts something else."""
    behind = _behind(text, number.end)
    if _UNIT.match(behind) or _DATE_BEFORE.search(_before(text, number.start)):
        return None
    of = _OF.match(behind)
    skipped = of.end() if of else 0
    stop = _BREAK.search(behind, skipped)
    phrase = behind[skipped : stop.start()] if stop else behind[skipped:]
    phrase = "".join(re.findall(r"\s*\S+", phrase)[:_GROUP_WORDS])
    # "30 rebel fighters killed": the last word of the run is the head.
    head = _last_of_run(phrase, list(words.head.finditer(phrase)))
    end = number.end + (skipped + head.end() if head else 0)
    group = words.heads[re.sub(r"\s+", " ", head.group()).lower()] if head else "people"
    return Toll(
        number=number, group=group, group_span=(number.end, end), start=number.start, end=end
    )


def _last_of_run(phrase: str, heads: Sequence[re.Match[str]]) -> re.Match[str] | None:
    last: re.Match[str] | None = None
    for head in heads:
        if last is not None and phrase[last.end() : head.start()].strip():
            break
        last = head
    return last


def _told(text: str, counts: Sequence[Toll], index: int, words: TollWords) -> Toll:
    """Return a count with what the words around it tell of it."""
    toll = counts[index]
    floor = counts[index - 1].end if index else 0
    lead = _before(text, toll.start, floor)
    offset = toll.start - len(lead)
    bare = toll.group_span[1] == toll.number.end
    left, start = words.kind_before(lead, toll.group)
    told = bool(left) and not _NOT_A_FACT.search(lead[:start])
    # "executed 22 captives" counts the executed, "lost 300 dead" the dead.
    state, far = words.kind_behind(_behind(text, toll.number.end), toll.group, right=True)
    if state and bare:
        return replace(toll, kind=state, end=max(toll.end, toll.number.end + far))
    if told:
        return replace(toll, kind=left, start=offset + start, active=True)
    kind, reach = words.kind_behind(_behind(text, toll.end), toll.group, right=False)
    if kind:
        return replace(toll, kind=kind, end=toll.end + reach)
    # "40 prisoners" are captured men where nothing else is said of them.
    if state and far <= toll.end - toll.number.end:
        return replace(toll, kind=state)
    kind, reach = words.kind_behind(_behind(text, toll.end), toll.group, right=True)
    return replace(toll, kind=kind, end=toll.end + reach) if kind else toll


def _handed_on(text: str, tolls: list[Toll], before: Toll | None) -> list[Toll]:
    """Give numbers in a list, and parts of a number, the kind of those that they belong to."""
    for i in range(len(tolls) - 2, -1, -1):
        toll, after = tolls[i], tolls[i + 1]
        between = _before(text, after.start, toll.end)
        if not toll.kind and after.kind and not after.active and _JOINED.match(between):
            tolls[i] = replace(toll, kind=after.kind if fits(after.kind, toll.group) else "")
    last = before
    for i, toll in enumerate(tolls):
        lead = _before(text, toll.start, tolls[i - 1].end if i else 0)
        holder = tolls[i - 1] if i and tolls[i - 1].kind else last
        part = bool(_PART.search(lead)) or bool(_IS_PART.match(_behind(text, toll.number.end)))
        listed = i > 0 and bool(tolls[i - 1].kind) and bool(_joins(lead))
        if (
            holder
            and (part or listed)
            and (not toll.kind or part)
            and fits(holder.kind, toll.group)
        ):
            inside = part or holder.part
            tolls[i] = replace(
                toll,
                kind=toll.kind or holder.kind,
                part=inside,
                active=toll.active or holder.active,
            )
        if tolls[i].kind:
            last = tolls[i]
    return tolls


def _joins(between: str) -> bool:
    """Tell whether the words between two numbers only list them; an aside in dashes may stand."""
    plain = re.sub(r"—[^—]*—|\([^)]*\)", " ", between)
    return bool(_JOINED.match(plain)) or bool(re.fullmatch(r"[^—]*—\s*(?:and)?\s*", between))


def group_words(text: str, toll: Toll) -> str:
    """Return the words for whom or what a figure counts; empty where it has none."""
    return " ".join(_OF.sub("", text[slice(*toll.group_span)], count=1).split())
