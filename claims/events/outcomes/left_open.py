"""Whether a sentence leaves open if something happened: a question, a condition, a rumour."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.claimants.speech_sense import SAID_NOUNS
from claims.events.outcomes.untrue import is_called_untrue
from claims.events.sentences.clause_words import HOURS, NOT, PAST
from claims.events.sentences.parse import Parsed
from claims.events.sentences.statements import SHARING
from claims.lexicon import Trigger

__all__ = ["is_left_open"]

_FAR_IF = 14  # words between "if" and its verb
# "Once the town is freed", "until it has been taken": in English what is to come is so told.
_ONCE = frozenset("once until till".split())
_WHEN = frozenset("when after".split())
_TO_BE = frozenset("is are has have".split())
# What the main clause beside such a present has: "once they hit the base, they fled" is told.
_YET = frozenset(
    """
    will would shall can could may might must should expected plans planned planning intends hopes
    hoped wants ready due
    """.split()
)
_WILL = frozenset(("will", "shall", "won't"))
_HOURS = HOURS | {"long"}
_UPON = frozenset("when soon until till before".split())  # "as soon as"
_CONDITIONS = frozenset(("if", "unless")) | _ONCE | _WHEN | _UPON
# To the end of a clause, and into no other: "no comment on reports that", not "that, when".
_TO_THE_END = r"(?:(?!\b(?:when|while|after|before|as|who|which|and|but|said|says)\b)[^.;,])*$"
# "Asked whether X fell", "neither confirmed nor denied that", "declined to confirm"; who has "not
# claimed an attack on X" denies none.
_OPEN = re.compile(
    r"\bwhether\b|^\W*(?:suppos(?:e|ing)\b|(?:imagine|assum(?:e|ing))\s+(?:that\b|(?:the\s+)?\w+\s+$)"
    r"|let\s+(?:them|us|him)\s+(?!(?:not\s+|never\s+)?(?:know|forget|remember|hear|recall)\b))"
    r"|\bcould(?:\s+not|n['’]t)\s+be\s+(?:\w+ly\s+)?(?:confirmed|verified)\s+(?:that|if)\b(?!.*\b(?:when|while|after|before)\b)"
    r"|\b(?:in|during)\s+(?:an?|the|this|that|one|his|her|their)\s+(?:\w+\s+){0,2}(?:exercises?|drills?|simulation"
    r"|war\s+games?|manoeuvres|maneuvers|film|movie|(?:play|novel)(?=,|\s+(?:by|about|that|which)\b))\b|\b(?:nobody|none)\s+(?:\w+\s+){0,2}confirmed\b"
    r"|\b(?:whenever|(?:each|every)\s+time)\b[^,;.]*$"
    # "Had no comment on a report that", "were sceptical of claims that", "played down reports that"
    rf"|\bno\s+(?:\w+\s+){{0,2}}(?:(?:comment|reaction|response|mention)\s+(?:on|to|of|about)\s+(?:[\w'’-]+\s+){{0,3}}?"
    rf"(?:claims?|reports?|allegations?|suggestions?)|information)\s+that\b{_TO_THE_END}"
    r"|\b(?:s[ck]eptical\s+(?:of|about)|doubts?\s+(?:on|about|over)|question(?:ed|s|ing)|challeng(?:ed|es|ing)|(?:play(?:ed|s|ing)\s+down|downplay(?:ed|s|ing)))"
    rf"\s+(?:[\w'’-]+\s+){{0,4}}?(?:claims?|reports?|assertions?|statements?|suggestions?|allegations?)\s+(?:that|of|about)\b{_TO_THE_END}"
    r"|\b(?:check(?:ed|s|ing)?|investigat(?:e[sd]?|ing)|verify(?:ing)?|look(?:ed|s|ing)?\s+into|not\s+comment(?:ed)?\s+on)\s+(?:\w+\s+){0,2}?"
    rf"(?:reports?|claims?|allegations?|accusations?)\s+(?:that|of)\b{_TO_THE_END}"
    # "Did not immediately acknowledge the loss of X" denies nothing
    r"|(?:\bnot|n['’]t)\s+(?:\w+ly\s+|yet\s+|so\s+far\s+){0,2}(?:acknowledg|admit|conced)\w*\s+(?:(?!\b(?:and|but|when|after|before|as|while)\b)[^.;,])*$"
    r"|\b(?:warn(?:ed|s|ing)?|urg(?:e[sd]?|ing)|appeal(?:ed|s|ing)?|implor(?:e[sd]?|ing)|plead(?:ed|s|ing)?)\s+(?:(?:to|with)\s+)?(?:[\w'’-]+\s+){1,6}?not\s+to\s+(?:\w+\s+)?$"
    r"|\b(?:assum(?:e[sd]?|ing)|pretend(?:s|ed|ing)?)\s+that\b[^.;,]*$"
    # "It would be a mistake for the rebels to take X"
    r"|\bwould\s+(?:have\s+)?be(?:en)?\s+(?:an?\s+)?(?:\w+\s+)?(?:mistake|folly|suicid(?:e|al)|madness|foolish|unwise|wrong|unthinkable|disast(?:er|rous)|catastroph(?:e|ic))"
    r"\s+(?:for\s+[^.;,]{3,40}\s)?to\s+(?:\w+\s+)?$"
    r"|\baware\s+of\s+(?:[\w-]+\s+){0,3}(?:reports?|claims?|allegations?|accusations?|posts?)\b[^.;]*$"
    r"|\bneither\s+confirm\w*\s+(?:n|\w+\s+n)or\s+den|\bneither\s+(?:\w+\s+){1,3}confirm"
    r"|\b(?:declined|refused|unable)\s+to\s+(?:confirm|comment|say)(?!\s+\w+\s[^.;]*\b(?:when|while|after)\b|\s+(?:while|after)\b)|\b(?:lacks?|lacked|incapable)\b"
    r"|\b(?:could|can|have|has)(?:\s*not|n?['’]t)\s+(?:\w+ly\s+)?(?:been\s+)?(?:verif|confirm)"
    r"|(?:\bnot|n['’]t)\s+confirm|\bno\s+(?:\w+\s+){0,2}confirmation\b|\b(?:the\s+(?:term|word)|to\s+imply)\b"
    r"|\b(?:stand|sit|look)\s+(?:idly\s+)?(?:by|on)\s+(?:while|as|if|when)\b|\bwhoever\b|\bso\s+that\b[^,;]*\b(?:would|could|can|may)\b"
    r"|\bensuring\s+(?:that\s+)?(?:\w+\s+){1,6}(?:is|are|was|were|be|been|would)\b[^,;]*$"
    r"|\b(?:novel|book|film|movie|play|song|poem|memoirs?)\s+(?:\w+\s+){0,3}(?:how|when|where)\b"
    r"|\b(?:novel|book|film|movie|series(?!\s+of)|documentary|museum|exhibition)\s+(?:[\"“]?[\w’':-]+[\"”,]*\s+){0,6}?"
    r"(?:about|on|tell\w*|show\w*|recount\w*|recall\w*|begins?|opens?|starts?)\s+(?:how|when|the\s+day)\b"
    # "Dreamt that X had fallen", "behaves as though", "it would be the first time that"
    r"|\b(?:dream(?:s|t|ed)?|jok(?:e[sd]?|ing)|fantasi[sz]e[sd]?)\s+that\b[^.;,]*$|\bas\s+though\b[^.;,]*$"
    r"|\bit\s+would\s+be\s+(?:only\s+)?the\s+(?:first|second|third|fourth|last)\s+time\b[^.;,]*$"
    r"|\bscenario\s+(?:in\s+which|where)\b[^.;,]*$"
    r"|(?:\b(?:neither|nobody|none|not)|n['’]t)\b[^.;,]{0,30}\b(?:said?|says?|know[ns]?|clear|disclosed?|revealed?|specif(?:y|ied))\s+"
    r"(?:where|how|when|who|what|which)\b(?:(?!\b(?:when|while|after)\b)[^.;,])*$"
    r"|\bno\s+orders?\s+to\b|\b(?:we|i|they|everyone|everybody|people|many|he|she)\s+(?:had\s+)?thought\b[^.;,]{0,120}\bwould\b[^.;,]*$"
    r"|(?:\b(?:not|without|hardly|too)|n['’]t)\s+(?:\w+\s+){0,2}(?:enough|sufficient|few|little|weak|small|stretched|means|strength|capability|resources|wherewithal)\b[^.;,]{0,50}\bto\s+(?:\w+\s+)?$"
    r"|(?:\bnot|n['’]t)\s+(?:\w+\s+)?(?:expect(?:ed|ing)?|(?:prepared|ready|braced)\s+for)\s+"
    r"(?!(?:to|an?|any)\b)(?:(?!\b(?:and|as|when|after|but|while|until|because)\b)[^.;,]){1,40}$"
    r"|(?:\b(?:not|never|yet\s+to)|n['’]t)\s+(?:\w+\s+)?claim(?:ed|ing)?\s+(?!(?:that|to)\b)(?:[\w-]+\s+){0,4}$"
    r"|\byet\sto\s(?:acknowledge|confirm|verify)\b|\bno\s(?:\w+\s){1,2}word\s(?:of|on)\b"
    r"|(?<!to report, )(?<!to report )\b(?:apart|aside)\s+from\b|\bunrelated\s+to\b",
    re.IGNORECASE,
)
# What is staged goes on: "In the exercise, rebels took X, and the army lost Y".
_STAGED = re.compile(
    r"\W*(?:in|during)\s+\w+\s+(?:\w+\s+){0,2}(?:exercise|drill|simulation|film|movie|play|novel)",
    re.IGNORECASE,
)
# "Clashes on the border are frequent": none of them in particular.
_USUAL = re.compile(
    r"^(?:(?!\b(?:where|which|that)\b)[^.;,]){0,160}\b(?:is|are|were|have\s+been|has\s+been|remain)\s+(?:a\s+)?(?:\w+ly\s+)?"
    r"(?:frequent|common|commonplace|rare|routine|not\s+unusual|regular\s+occurrence)\b"
)
# "The fall of X has not been confirmed", "confirmation of a raid on X was not available".
_UNCONFIRMED = re.compile(
    r"[^,;.]{0,60}?\b(?:(?:(?:is|are|was|were|be|been|remain(?:s|ed)?)(?:n['’]t\s|\s(?:still\s|as\syet\s)?(?:un|(?:not|never)\s))(?:\w+ly\s|yet\s)?)"
    r"(?:been\s)?(?:confirmed|verified|corroborated|available)"
    r"|(?:could|can|has|have|had)(?:\s?not|n?['’]t)\s(?:yet\s)?(?:been|be)\s(?:\w+ly\s)?(?:confirmed|verified|corroborated)"
    r"|(?:has|have|had)\syet\sto\sbe\s(?:\w+ly\s)?(?:confirmed|verified))\b"
)
_SURE = frozenset(
    "confirmed unconfirmed verified unverified corroborated uncorroborated available"
    " unavailable".split()
)
_LED = 4  # words of "reports of heavy"
_OFTEN = frozenset("frequent common commonplace rare routine unusual regular".split())
_RUMOURS = frozenset("rumor rumors rumour rumours rumored rumoured speculation".split())
# "Rumours of a coup spread after rebels took X"
_DATING = re.compile(r"\w\s(?:after|when|while|as|before)\s")
_RUMOUR = re.compile(
    r"\b(?:rumou?r(?:s|ed)?\s+(?:\w+\s+){0,3}?(?:of|that|about|over)|speculation\s+(?:\w+\s+){0,2}?(?:that|(?:about|over|of)\s+(?:an?|the)))\b",
    re.IGNORECASE,
)
# "Could not confirm the number of dead in the raid on X", "did not say how many died in it"
_TOLL = re.compile(
    r"\b(?:how\s+many|number|toll|cause|extent)\b[^.;]*\b(?:in|by|during|after|of)\s+(?:[\w-]+\s+){0,3}$"
)
# One of these is in whatever the pattern meets; few sentences hold any.
_OPENING = NOT | frozenset(
    """
    orders order thought whether nobody none exercise drill simulation game neither declined
    refused unable lack lacks lacked incapable whoever so confirmation term word imply ensuring
    enough sufficient too let suppose supposing imagine assume assuming exercises drills games
    manoeuvres maneuvers claim claimed claiming
    series documentary museum exhibition dream dreams dreamt dreamed joke jokes joked joking
    fantasise fantasize fantasised fantasized though scenario
    checked checks checking check investigate investigated investigates investigating verify
    verifying looked looks looking whenever time no sceptical skeptical doubt doubts question
    questioned questions questioning
    challenge challenged challenges challenging played plays playing downplay downplayed downplays
    downplaying assume assumes assumed assuming pretend pretends pretended pretending mistake folly
    suicide suicidal madness foolish unwise wrong unthinkable disaster disastrous catastrophe
    catastrophic means strength capability resources wherewithal
    yet aware apart aside unrelated stand sit look novel book film movie play song poem memoir
    memoirs
    """.split()
)
# "Had the troops taken X, the road would have been cut."
_SUPPOSED = re.compile(
    r"^(?:(?:Had|Were|Should)\s+[^,]{3,80},[^.]*\bwould|(?:If|Unless)\s+[^,]{3,80},[^.]*\b(?:would|could|might|may"
    r"|will\s+(?:\w+\s+)?(?:be|have)))\b"
)
# "Reports that X fell could not be confirmed": by nobody named.
_UNPROVEN = re.compile(
    r"^\W*(?:the\s+|these\s+|those\s+)?(?:\w+\s+)?(?:reports?|claims?|accounts?|allegations?|news)\s+that\b"
    r"[^.;]*\b(?:could|can|have|has)(?:\s*not|n?['’]t)\s+(?:\w+ly\s+)?be(?:en)?\s+(?:\w+ly\s+)?(?:confirmed|verified)\b",
    re.IGNORECASE,
)
# "Capturing X, a gateway to Y, is a boost": of what was told before.
_WEIGHED = re.compile(
    r"^\W*\w+ing\b[^,;.]*(?:,[^,;.]*,)?\s+(?:is|was|marks?|marked|gives?|gave|means?|meant|represents?|represented"
    r"|opens?|opened)\b"
)
_GAINS = (Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.HOLD, Action.CUT)
_PROVED = frozenset(("confirmed", "verified"))
# The same behind what opens a sentence: "that, had the army gone on, it could have taken X".
_INVERTED = re.compile(
    r"(?:,|\bthat)\s+had\s+(?:the|an?|its?|they|he|she|his|their|(?-i:[A-Z]))[^,.;]{3,80},"
    r"[^.;]*?\b(?:would|could|might)\s+have\b"
)
# "Did not say whether X had fallen, which according to Roe is held by rebels"; it is left open
# on in "whether X, which lies on the border, had fallen" and "whether X, but also Y, had fallen".
_TURN = re.compile(
    r", (?:which (?=[^,]*$)|but (?!(?:also|not|even|perhaps|possibly|maybe|especially)\b))"
    r"|\bconfirmation but (?=(?:[\w.'’-]+ ){1,8}?(?:said|says|told|reported)\b)"
)


def is_left_open(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the sentence leaves open if it happened: a question, a supposition."""
    text, start = parsed.sentence.text, parsed.words[trigger.first].start - parsed.sentence.start
    if text.rstrip("\"'”’)").endswith("?") or _is_condition(parsed, trigger):
        return True
    usual = trigger.pattern.kind == "noun" and not _OFTEN.isdisjoint(parsed.sentence.held)
    if usual and _USUAL.match(text[parsed.words[trigger.last].end - parsed.sentence.start :]):
        return True
    held = parsed.sentence.held
    told = not _OPENING.isdisjoint(held) and _OPEN.search(text[_begun(parsed, trigger) : start])
    if told and trigger.pattern.kind == "noun" and _TOLL.search(text[told.start() : start]):
        told = None
    if told or _is_rumoured(parsed, trigger) or _SUPPOSED.match(text):
        return True
    opens = trigger.first == 0 and trigger.pattern.kind == "verb" and trigger.form.endswith("ing")
    if opens and trigger.pattern.action in _GAINS and _WEIGHED.match(text):
        return True
    unproven = not _PROVED.isdisjoint(held) and _is_unproven(parsed, trigger)
    if unproven or _is_unconfirmed(parsed, trigger):
        return True
    supposed = _INVERTED.search(text) if "had" in parsed.sentence.held else None
    return supposed is not None and supposed.start() < start


def _is_unconfirmed(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether nobody has confirmed what a noun tells, where none is said to have told it."""
    if trigger.pattern.kind != "noun" or _SURE.isdisjoint(parsed.sentence.held):
        return False
    lead = parsed.lower[max(0, trigger.first - _LED) : trigger.first]
    end = parsed.words[trigger.last].end - parsed.sentence.start
    return SAID_NOUNS.isdisjoint(lead) and bool(_UNCONFIRMED.match(parsed.sentence.text, end))


def _is_unproven(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a report by nobody named is not borne out: "reports of X could not be"."""
    place, text = parsed.words[trigger.first].start, parsed.sentence.text
    found = _UNPROVEN.match(text)
    told = any(cue.start <= place < cue.end for cue in parsed.cues)
    return found is not None and place < parsed.sentence.start + found.end() and not told


def _is_rumoured(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is only rumoured, and nobody dismisses it: "rumours that X fell"."""
    if _RUMOURS.isdisjoint(parsed.sentence.held):
        return False
    place = parsed.words[trigger.first].start
    met = _RUMOUR.search(parsed.sentence.text, 0, place - parsed.sentence.start)
    if not met or _DATING.search(parsed.sentence.text, met.end(), place - parsed.sentence.start):
        return False
    denied = any(cue.denies and cue.start <= place < cue.end for cue in parsed.cues)
    return not (denied or is_called_untrue(parsed, trigger))


def _begun(parsed: Parsed, trigger: Trigger) -> int:
    """Return where what is left open ends and a tale of its own begins, 0 where none does."""
    text, start = parsed.sentence.text, parsed.sentence.start
    turns = _TURN.finditer(text, 0, parsed.words[trigger.first].start - start)
    turned = max((turn.start() for turn in turns), default=0)
    low = parsed.statements.begin(trigger.first, *SHARING)
    return turned if _STAGED.match(text) else max(turned, parsed.words[low].start - start)


def _is_condition(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "if" or "unless" opens the stretch before an event, or "once it is"."""
    if _CONDITIONS.isdisjoint(parsed.sentence.held):
        return False
    to_come = able = False
    # "Once two more brigades arrive": told as if it were now
    present = trigger.pattern.kind == "verb" and not trigger.form.endswith((*PAST, "ing"))
    present = present and not _YET.isdisjoint(parsed.sentence.held)
    finite = present and parsed.lower[trigger.first - 1] not in ("to", *_WILL)
    ahead = finite and not _WILL.isdisjoint(parsed.sentence.held)
    for number in range(trigger.first - 1, max(-1, trigger.first - _FAR_IF), -1):
        word = parsed.lower[number]
        will = word in _ONCE or (word in _WHEN and "will" in parsed.lower[:number])
        will = will or (word == "when" and not _WILL.isdisjoint(parsed.sentence.held))
        if word in ("if", "unless") or (to_come and will) or (word == "once" and present):
            return True
        after = parsed.lower[number + 1]  # "will soon take X", "will before long take X"
        soon = after == "as" if word == "soon" else word != "before" or after not in _HOURS
        if ahead and word in _UPON and soon:
            return True  # "when the rebels take X, the war will be over"
        if word in (",", ";", ":"):
            return False
        if word == "before" and able:
            return True  # "were stopped before they could enter"
        to_come = to_come or word in _TO_BE
        able = able or word in ("could", "can")
    return False
