"""Whether a verb tells what is done to its subject: "was captured", "seized by rebels"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.events.sentences.clause_words import BE, LENGTHS, MODALS, RELATIVE, RESUMING
from claims.events.sentences.lacking_be import AT, ENDS, TAKEN, has_late_object, lacks_be
from claims.events.sentences.parse import Parsed
from claims.fighters.behind import is_verb
from claims.lexicon import Trigger, lexicon
from claims.scene import scene

__all__ = ["are_caught", "is_passive"]

# "Are engaged in battle", "were deployed" tell what the subject does, not what is done to it.
_STATES = frozenset(
    "engaged deployed redeployed massed stationed entrenched positioned moved".split()
)
_MET = frozenset("foiled thwarted repelled repulsed defeated rebuffed beaten fended".split())
_CAUGHT = frozenset("ambushed encircled surrounded besieged trapped routed".split())
_MEN = frozenset("comrades colleagues men garrison garrisons units convoys columns".split())
_MARKS = frozenset('"“”')
_CLOSING = (['"'], ["”"])  # 'speaks of "two posts destroyed" by the army'
_HAVE = frozenset("has have had".split())
_NEAR = 4  # words of "14 armed rebels reportedly"
_SHARED = 9  # words from "were attacked" to the participle that goes on with it
_REMAIN = frozenset("remain remains remained".split())
_CLOSES = frozenset(
    ", ; : . from again twice overnight yesterday in for as on after amid with without".split()
)
_MEANS = frozenset(
    """
    sea air road land boat boats ship helicopter helicopters train night foot stealth storm force
    """.split()
)
_FAR = LENGTHS - {"foot"}
_LENGTH = 7  # words of "by between one and three kilometres"
_PARTICIPLES = frozenset(
    """
    held cut hit struck won lost left beaten overrun thrown laid sent fought swept shot sunk brought
    set put kept quit burnt shut flung rid waylaid
    """.split()
)
_ADVERB = re.compile(
    r"(?:[\"“”]|\w+ly|also|now|then|still|already|again|not|later|soon|first|almost|reportedly|fully|completely|both|all|each)$"
)

_CHANGED = frozenset(
    "captured seized taken retaken recaptured liberated freed overrun occupied abandoned".split()
)
_UNDONE = frozenset("overrun severed cut wiped driven expelled ousted evicted beaten".split())
_HIT = frozenset(("hit", "damaged"))
_ENDS_IT = _CLOSES | AT | {"and"}
_ASIDE = 16  # words between two commas
_SUBJECT = 8  # words of "and their last supply lines to the coast"
_SHOTS = frozenset("missile missiles rocket rockets drone drones projectile projectiles".split())
_SENT = frozenset("fired launched lobbed sent".split())
_MEETS = frozenset(
    "intercepted intercept intercepts downed down destroyed destroy detected tracked".split()
)
_DEEDS = frozenset(
    """
    attack attacks assault assaults offensive offensives advance advances push thrust drive
    incursion onslaught counteroffensive counter-offensive counterattack counter-attack attempt bid
    """.split()
)
_MEASURE = re.compile(r"(?:half|\w+ly|again|also|now)$")


def is_passive(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb is passive: "was captured", "seized by rebels"."""
    known = parsed.passives.get(trigger)
    if known is None:
        known = parsed.passives[trigger] = _is_passive(parsed, trigger)
    return known


def _is_passive(parsed: Parsed, trigger: Trigger) -> bool:
    if trigger.pattern.kind != "verb" or trigger.form in BE or not _is_participle(trigger.form):
        return False
    closed = parsed.lower[trigger.last + 1 : trigger.last + 2] in _CLOSING
    after = parsed.lower[trigger.last + 1 + closed : trigger.last + 3 + closed]
    if trigger.last > trigger.first and parsed.lower[trigger.first - 1] in _HAVE:
        return False  # "had thrown back an attack by rebels"
    deed = trigger.last > trigger.first and parsed.lower[trigger.last] in _DEEDS
    if after[:1] == ["by"] and not deed and _names_who_did_it(parsed, trigger):
        return True  # but "halted an offensive by rebels" did so
    number = trigger.first - 1
    while number >= 0 and _ADVERB.match(parsed.lower[number]):
        number -= 1
    be = number >= 0 and (parsed.lower[number] in BE or parsed.lower[number] in _REMAIN)
    be = be and number not in parsed.armed  # "IS shelled X"
    be = be or _shares_be(parsed, trigger) or _gaps_be(parsed, trigger)
    be = be or _is_met_in_headline(parsed, trigger) or are_caught(parsed, trigger)
    be = be or lacks_be(parsed, trigger, after) or _are_shots(parsed, trigger)
    be = be or _is_set_off(parsed, trigger) or _befalls_men(parsed, trigger)
    return (be and trigger.form not in _STATES) or _is_headed_by_place(parsed, trigger)


def _is_set_off(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle only describes the place before it: "in X, retaken last month,"."""
    first, behind = trigger.first, "".join(parsed.lower[trigger.last + 1 : trigger.last + 2])
    if first < 2 or parsed.lower[first - 1] != ",":
        return False
    placed = any(parsed.word_at(m.end - 1) == first - 2 for m in parsed.places)
    if placed and _is_done_by(parsed, trigger.last):
        return True  # "at X, shelled daily since May by rebel guns,"
    if trigger.form not in _CHANGED:
        return False
    at = parsed.words[trigger.last].end + 1
    return placed and (behind in _CLOSES or any(t.start == at for t in parsed.times))


def _is_done_by(parsed: Parsed, number: int) -> bool:
    """Tell whether "by" and those who fight stand behind a word, before the next comma.

    No other verb's: "stormed posts held by rebels", "killed ten men in a raid led by Xans".
    """
    lower = parsed.lower
    closing = range(number + 1, min(len(lower), number + _ASIDE))
    comma = next((n for n in closing if lower[n] == ","), len(lower))
    by = next((n for n in closing if n < comma and lower[n] == "by"), 0)
    if any(map(lexicon().is_past, lower[number + 1 : by])):
        return False
    return by > 0 and not parsed.armed.isdisjoint(range(by + 1, min(comma, by + _NEAR)))


def _befalls_men(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle between commas tells what befell men: "troops, cut off at X, fled".

    The verb of their own stands behind the second comma; in "backed by rebels, attacked near X" the
    first one closes what is set in.
    """
    lower, first = parsed.lower, trigger.first
    if first < 2 or lower[first - 1] != "," or first - 2 not in parsed.armed:
        return False
    end, at = parsed.words[first - 2].end, parsed.words[trigger.last].end + 1
    told = not _ENDS_IT.isdisjoint(lower[trigger.last : trigger.last + 2])
    told = told or any(t.start == at for t in parsed.times)
    free = any(m.end == end and m.free and m.armed for m in parsed.actors)
    closing = range(trigger.last + 1, min(len(lower), first + _ASIDE))
    comma = next((n for n in closing if lower[n] == ","), 0) if told and free else 0
    return comma > 0 and _opens_predicate(parsed, comma + 1)


def _opens_predicate(parsed: Parsed, number: int) -> bool:
    """Tell whether a verb of a subject named before stands at a word, an adverb before it aside."""
    number += number < len(parsed.lower) and bool(_ADVERB.match(parsed.lower[number]))
    word = "".join(parsed.lower[number : number + 1])
    tells = any(t.first == number and t.pattern.kind == "verb" for t in parsed.triggers)
    finite = word in RESUMING or word in MODALS or tells or lexicon().is_past(word)
    return finite and not word.endswith("ing")


def _are_shots(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody meets what others fired: "intercepted a missile fired at X"."""
    shots = trigger.first > 0 and parsed.lower[trigger.first - 1] in _SHOTS
    return shots and trigger.form in _SENT and not _MEETS.isdisjoint(parsed.lower[: trigger.first])


def _names_who_did_it(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "by" leads in an agent, not means, a day or a length: "advanced by 3 km"."""
    by = trigger.last + 1
    behind = parsed.lower[by + 1 : by + _LENGTH]
    arms = scene().weapons  # "struck by a missile 40 miles south of X"
    fires = (n for n, word in enumerate(behind) if by + 1 + n in parsed.armed or word in arms)
    force = next(fires, len(behind))
    means = not _MEANS.isdisjoint(behind[:1]) and force > 1  # but "by foot soldiers"
    if means or not _FAR.isdisjoint(behind[:force]):
        return False
    return not any(t.start == parsed.words[by].start for t in parsed.times)


def _is_met_in_headline(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a headline leaves out "was": "rebel attack on X foiled".

    So in "attacked X, with ten attacks repelled so far".
    """
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    if _is_headed_by_force(parsed, trigger, behind):
        return True
    counted = "with" in parsed.lower[max(0, trigger.first - _NEAR) : trigger.first]
    if trigger.form not in _MET or not (counted or behind in ENDS):
        return False
    low, _ = parsed.clause(trigger.first)
    nouns = (t for t in parsed.triggers if t.pattern.kind == "noun" and low <= t.first)
    return any(t.last < trigger.first for t in nouns)


def _is_headed_by_force(parsed: Parsed, trigger: Trigger, behind: list[str]) -> bool:
    """Tell whether a headline tells what befalls a force: "Rebels repelled near X"."""
    befalls = trigger.form in _MET or trigger.form in _CAUGHT
    if trigger.form in _MET and behind in ENDS and trigger.first - 1 in parsed.armed:
        return parsed.lower[-1] not in ".!?" and parsed.opener(trigger.first) not in RELATIVE
    placed = bool(behind) and behind[0] in AT
    heads = befalls and placed and parsed.armed.issuperset(range(trigger.first))
    return heads and not has_late_object(parsed, trigger)


def are_caught(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle says what befell men: "reached troops cut off near X".

    In "the rebels ambushed at X a convoy" they do it themselves.
    """
    cut_off = trigger.form == "cut" and parsed.lower[trigger.last] == "off"
    ends = parsed.lower[trigger.first + 1 : trigger.last + 2]  # "trapped in" is one event's words
    placed = not AT.isdisjoint(ends[-2:])
    men = trigger.first - 1 in parsed.armed or parsed.lower[trigger.first - 1] in _MEN
    if not (placed and men) or not parsed.armed.isdisjoint(range(*(trigger.gap or (0, 0)))):
        return False  # "trapped soldiers in X"
    return (cut_off or trigger.form in _CAUGHT) and not has_late_object(parsed, trigger)


def _shares_be(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle goes on with a passive: "were attacked on Monday and abandoned"."""
    if parsed.lower[trigger.first - 1 : trigger.first] != ["and"]:
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    dated = any(0 < parsed.word_at(t.start) - trigger.last <= 2 for t in parsed.times)
    if not (dated or behind == [] or behind[0] in _CLOSES or behind in _CLOSING):
        return False
    low = max(0, trigger.first - _SHARED)
    lead = [word for word in parsed.lower[low : trigger.first] if word not in _MARKS]
    return any(a in BE and _is_participle(b) for a, b in pairwise(lead))


def _gaps_be(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "was" is left out behind another subject: "X was shelled and the base overrun".

    Those who fight may do what others suffer: "X was shelled and the rebels attacked at dawn".
    """
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    if behind and behind[0] not in _ENDS_IT and behind not in _CLOSING:
        return False
    low = max(1, trigger.first - _SUBJECT)
    back = range(trigger.first - 2, low - 1, -1)
    at = next((n for n in back if parsed.lower[n] in ("and", ",")), None)
    ground = scene().ground
    if at is None:
        return False
    between = parsed.lower[at + 1 : trigger.first]
    verbs = (w for w in between if w in BE or is_verb(w))
    if any(word.removesuffix("s") not in ground for word in verbs):
        return False  # but "their supply lines severed"
    lead = parsed.lower[max(0, at - _SHARED) : at]
    if not any(a in BE and _is_participle(b) for a, b in pairwise(lead)):
        return False
    if trigger.first - 1 in parsed.armed and parsed.lower[trigger.first - 1] not in ground:
        hit = trigger.form in _HIT and parsed.lower[trigger.first - 1] in scene().weapons
        return hit or any(trigger.form in fate for fate in (TAKEN, _CAUGHT, _UNDONE))
    named = any(parsed.word_at(m.end - 1) == trigger.first - 1 for m in parsed.places)
    return named or not ground.isdisjoint(word.removesuffix("s") for word in between)


def _is_headed_by_place(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a headline leaves out "was": "X airport shelled again"; no place attacks."""
    first = parsed.spots[0] if parsed.spots else None
    if first is None or first.lead or not first.mention.expression.heads:
        return False
    if first.first > 1 and any(map(str.isalpha, parsed.lower[: first.first])):
        return False  # but "04:20 - X shelled"
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    ends = not behind or behind[0] in _CLOSES or behind == ["by"]  # "X taken by storm"
    acts = any(m.start < first.mention.end for m in parsed.actors)
    number = trigger.first - 1
    while number > 0 and _MEASURE.match(parsed.lower[number]):
        number -= 1  # "X partly taken"
    beside = parsed.word_at(first.mention.end - 1) == number
    return ends and beside and not acts


def _is_participle(form: str) -> bool:
    return form.endswith(("ed", "en", "wn", "ung")) or form in _PARTICIPLES
