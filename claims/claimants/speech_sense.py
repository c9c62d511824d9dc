"""In which sense a form of a verb of saying is used: to speak, as a noun, or for another thing."""

from __future__ import annotations

from itertools import takewhile

from claims.word_lists import word_list

__all__ = ["CHARGES", "NOUNISH", "OBJECT_REACH", "SAID_NOUNS", "used_to_speak"]

CHARGES = frozenset("accuse blame".split())
# Forms that are as often nouns ("reports of", "its orders"): they need a speaker right before.
NOUNISH = frozenset(
    """
    report reports claim claims estimate estimates charge charges note notes post posts order
    orders state states vow vows pledge pledges promise promises broadcast broadcasts blame
    stress highlight highlights tweet tweets boast boasts reply replies comment comments response
    """.split()
)
# What follows a noun and not a verb: "reports of", "claims were", "the report said".
_AFTER_NOUN = frozenset(
    "no. number of from about by on in were was are is have has had said say says suggested"
    " indicate indicated suggest to and or emerged spoke quoted citing , . ;".split()
)
_HEARSAY = frozenset("be have plan hold control intend prepare want remain".split())  # "said to"
# "Initial reporting shows", "over the reporting period"
_AFTER_REPORTING = _AFTER_NOUN | frozenset(
    "indicates shows suggests show showed period week day month quarter year window".split()
)
_AFTER_NOUN_ONLY = _AFTER_NOUN - {"on", "in"}
# And what the claims of others are called: "called the army's reports baseless", "a total lie".
_CALLED = frozenset("as a an pure sheer total complete utter".split())
_UNTRUE = word_list("untrue")
_AFTER_UNTRUE = frozenset(". , ; and but or while in on".split())
_BEFORE_NOUN = frozenset(
    "the a an this that these those its their his her our any some no such earlier recent"
    " unconfirmed conflicting initial first further preliminary latest new of by with in from to"
    " down confirmed ridiculed derided mocked disputed contradicted challenged questioned ignored"
    " reject rejected deny denied dismiss dismissed refute refuted lay lays laid stake staked"
    " way latter former on over about received obtained got".split()
)
_KINDS = frozenset("spot situation incident status".split())  # of a "report"
_POSTS = frozenset("border frontier command guard police customs observation security".split())
# What others have said, as the object of "reject" or "dispute".
_SAID = (
    "statement statements claim claims report reports allegation allegations accusation accusations"
    " assertion assertions charge charges suggestion suggestions rumour rumours rumor rumors"
    " account accounts version news announcement announcements"
)
SAID_NOUNS = frozenset(_SAID.split())
# What a monitor tells of by watching it: "the Observatory monitored air strikes on X".
_WATCHED = (
    "raid raids strike strikes airstrike airstrikes shelling bombardment bombing clashes explosion"
    " explosions attack attacks advance withdrawal killing that"
)
_WATCHERS = word_list("watchers")
# Verbs that speak only with the right object: "posted footage", "rejected reports that".
_OBJECTS = {
    "air": "that",
    "assure": "that",
    "fear": "that",
    "post": "footage video videos images photos photo clip pictures statement map on that",
    "broadcast": "footage video videos images statement that pictures",
    "reject": f"{_SAID} that as any having this",
    "dismiss": f"{_SAID} that as any this",
    "dispute": f"{_SAID} that this",
    "debunk": f"{_SAID} that this",
    "rubbish": f"{_SAID} this",
    "disown": f"{_SAID} this",
    "ridicule": f"{_SAID} this",
    "deride": f"{_SAID} this",
    "mock": _SAID,
    "contest": _SAID,
    "brand": _SAID,
    **dict.fromkeys(("laugh", "brush", "shrug", "wave", "scoff", "sneer"), _SAID),
    "contradict": f"{_SAID} that this",
    "call": f"{_SAID} this",
    "charge": "that",
    "denounce": "that",
    "doubt": "that if whether",
    "mark": "as",
    "monitor": _WATCHED,
    "maintain": "that it they he she",
    "estimate": "that the a about around some nearly",
    "observe": "that",
    "indicate": "that in",
    "state": "that the its in on it they",
    "order": "to",
    "urge": "to",
    "threaten": "to that",
    "blame": "for",
    "accuse": "of",
    "communicate": "that",
    "counter": 'that : "',
    "relate": "that how",
    "respond": "that",
    "comment": "that",
    "mention": "that",
    "relay": "that",
    "repeat": "that",
    "protest": "that",
    "signal": "that",
}
_DETERMINERS = frozenset("the a an any its their his her our some".split())
_OWNERS = frozenset("its their his her".split())
_HELD = frozenset("was were had have has are is would will still".split())
_MODAL = frozenset("would could should might".split())
_CLAUSAL = frozenset("charge observe estimate indicate state maintain".split())
OBJECT_REACH = 7
_FROM_THERE = 5  # words from "[the agency] reports" from a town to "that"
# In words: "called in guns after reports".
_NEAR_OBJECT = {
    "counter": 1,
    "maintain": 1,
    "threaten": 1,
    "estimate": 2,
    "monitor": 3,
    "document": 3,
    "call": 2,
    "dispute": 3,
    "contradict": 3,
}
_OWNED = ("'", "’", "'s", "’s")
_OWNER = 4  # words of "the Northern Front's"
# "In a statement posted on social media" tells whence words come and lets nobody speak.
_TEXTS = frozenset("statement statements message comments remarks".split())
_PUT_OUT = frozenset("posted broadcast aired".split())
_SAYING = frozenset("saying stating claiming insisting accusing denying telling".split())
# "Oru reported captured by rebels": a headline leaves out who reports it.
_UNDERGONE = frozenset("taken lost cut hit dead fallen seen held under overrun shot".split())
_BEHIND_UNDERGONE = frozenset(". , ; ! by in near at as after on from since".split())
_QUOTES = frozenset("\"“‘'")
_MADE = frozenset("safe demilitarised demilitarized neutral off-limits".split())
_NOT_AFTER_DENY = frozenset(
    "access entry permission visas visa medical aid them him her food treatment passage".split()
)


def used_to_speak(base: str, form: str, before: str, after: list[str]) -> bool:
    """Tell whether a form is used to speak, by its neighbours."""
    nearest = after[0] if after else "."
    tells = form == "reports" and nearest == "from" and "that" in after[2:_FROM_THERE]
    noun = before in _BEFORE_NOUN or (nearest in _AFTER_NOUN_ONLY and not tells)
    noun = noun or (form == "report" and before in _KINDS)
    if form in NOUNISH and (noun or _is_called_untrue(after)):
        told = nearest == "to" and after[1:2] not in (["speak"], ["represent"])
        return told and base in ("claim", "order") and before not in _BEFORE_NOUN
    if form.endswith("ed") and before in _DETERMINERS and nearest != "that":
        return False  # "the alleged attack", "a reported advance"
    if base == "post" and (before in _POSTS or nearest in ("at", "near", "in", "outside")):
        return False
    infinite = before == "to" or (before in _MODAL and base != "say")
    if infinite or _means_other(base, form, before, after):
        return False
    if base in CHARGES and nearest == "by":
        return True  # "accused by the army spokesman, Jan Roe, of shelling"
    objects = _OBJECTS.get(base)
    # "..., indicated a source", "..., the report indicated."
    behind = before == "," and form in ("indicated", "stated")
    stated = behind or (base in _CLAUSAL and nearest in (".", ","))
    near = after[: _NEAR_OBJECT.get(base, OBJECT_REACH)]
    owned = any(word.endswith(_OWNED) for word in after[:_OWNER])
    if base == "call" and owned and "that" in after[: _OWNER + 2]:
        near = after[: _OWNER + 1]  # "called the rebels' claim that"
    # "Maintained its men were still there", and not "its grip".
    own = base == "maintain" and nearest in _OWNERS and not _HELD.isdisjoint(after[2:4])
    return objects is None or stated or own or any(word in near for word in objects.split())


def _is_called_untrue(after: list[str]) -> bool:
    """Tell whether words say that what stands before them is not so: "as baseless"."""
    led = sum(1 for _ in takewhile(_CALLED.__contains__, after))
    ends = (after[led + 1 :] or ["."])[0] in _AFTER_UNTRUE
    return ends and not _UNTRUE.isdisjoint(after[led : led + 1])


def _means_other(base: str, form: str, before: str, after: list[str]) -> bool:
    """Tell whether a word beside shows another sense: "denied access", "believed to be rebels"."""
    nearest = after[0] if after else "."
    return (
        form == "air"  # "an air strike that"
        or (base == "monitor" and before not in _WATCHERS and nearest != "that")
        or (form in ("state", "states") and nearest != "that")
        or (base == "report" and form.endswith("ing") and nearest in _AFTER_REPORTING)
        or (nearest == "to" and base in ("believe", "allege"))
        or (nearest == "to" and base == "report" and "that" not in after)
        or (form == "reported" and _is_undergone(after))
        or (form == "said" and nearest == "to" and not _HEARSAY.isdisjoint(after[1:2]))
        or (base == "denounce" and nearest not in ("that", "to"))
        or (base == "deny" and nearest in _NOT_AFTER_DENY)
        or (base == "declare" and _names_what_it_is(after))
        or (base in ("describe", "assess") and nearest in ("as", "by"))
        or (form in _PUT_OUT and before in _TEXTS)
        or (base == "reply" and (nearest == "with" or before == "in"))  # mortars; "in reply to"
        or (base == "reply" and nearest == "by" and _SAYING.isdisjoint(after[1:2]))
    )


def _names_what_it_is(after: list[str]) -> bool:
    """Tell whether words behind "declared" say what it makes of a place: "a 'safe area'"."""
    first = after[1:2] if after[:1] in (["a"], ["an"], ["it"]) else after[:1]
    return bool(first) and (first[0] in _QUOTES or first[0] in _MADE)


def _is_undergone(after: list[str]) -> bool:
    """Tell whether words behind "reported" say what befell its subject: "captured by rebels"."""
    nearest, behind = (*after[:2], ".", ".")[:2]
    return nearest == "near" or (
        (nearest.endswith("ed") or nearest in _UNDERGONE) and behind in _BEHIND_UNDERGONE
    )
