"""The words by which clauses open, join and close."""

from __future__ import annotations

__all__ = [
    "ADVERBS",
    "AHEAD",
    "ARTICLES",
    "AT",
    "BE",
    "BEHIND_NOUN",
    "BEHIND_PAST",
    "BESIDE",
    "BE_OR_HAVE",
    "CLAUSE_MARKS",
    "CLAUSE_WORDS",
    "DATING",
    "FACT",
    "FALLS",
    "FINITE",
    "GOES_ON",
    "HOURS",
    "JOINED",
    "JOINING",
    "LENGTHS",
    "LISTING",
    "LYING",
    "MAY_CUT",
    "MODALS",
    "NOT",
    "NO_CLAUSE",
    "NO_RESUMPTION",
    "NO_SUBJECT",
    "PAST",
    "PLACING",
    "PLUNDERS",
    "RELATIVE",
    "RELATIVE_PRONOUNS",
    "RESUMING",
    "SET_OFF",
    "SPANS",
    "SUBORDINATING",
]

ARTICLES = frozenset("a an the its their".split())
BE = frozenset("is are was were be been being am 's 're".split())
BE_OR_HAVE = BE.union("has have had".split())
CLAUSE_WORDS = frozenset(
    "while but as after before when where which who that although because whereas despite until"
    " whose though amid following".split()
)
# "X as well as Y", "such as X"; words in -ing that open no clause of their own.
ADVERBS = frozenset("before after though".split())  # with nothing behind them
SPANS = frozenset("same day night morning afternoon evening week month year".split())
JOINING = frozenset(
    "well such far soon long assessed identified classified known designated result".split()
)
NO_CLAUSE = frozenset(
    "including excluding during morning evening following regarding building according".split()
)
HOURS = frozenset(
    "nightfall midnight noon midday dawn dusk sunset sunrise daybreak sundown sunup".split()
)
SUBORDINATING = frozenset("as because although though whereas while".split())
# And what opens no more than an aside: "amid heavy fighting".
BESIDE = SUBORDINATING.union("amid amidst despite following".split())
# What no subject starts with.
NO_SUBJECT = frozenset("and or but which who that where whose when including".split())
# "Was not", whole or drawn together.
NOT = frozenset(
    "not isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't"
    " won't wouldn't".split()
)
#: What may tell of one deed as done: "were back", "had taken".
FACT = frozenset("is are was were has had".split())
FALLS = frozenset("fall falls fell fallen falling".split())
FINITE = frozenset("is are was were has have had will would did said".split())
# What fighting does: "clashes erupted", "the battle went on".
GOES_ON = frozenset("raged erupted broke flared continued went resumed killed began left".split())
JOINED = frozenset("and but or".split())
RELATIVE_PRONOUNS = frozenset("who which that whose".split())
RELATIVE = RELATIVE_PRONOUNS | {"where", "whom"}
DATING = frozenset("after before since until following".split())
AHEAD = frozenset("to toward towards into onto for".split())
AT = frozenset("on in at to toward towards".split())
PLACING = frozenset(
    "in at on near around outside inside along across north south east west".split()
)
RESUMING = frozenset("is are was were has have had will would".split())
LYING = frozenset("lies sits stands remains links serves connects straddles lay sat stood".split())
MODALS = frozenset("will would can could may might must should".split())
NO_RESUMPTION = frozenset(
    "and or but which who that where they it he we she there not also still is are was were has"
    " have had will would what said says now then both".split()
)
BEHIND_PAST = frozenset(
    "the a an its their for to on in into at from with over back up out".split()
)
# What follows "under rebel control" and no verb: "control of", "control since October".
BEHIND_NOUN = frozenset(
    (*", . ; : of over since for until from after as and while in at on by".split(), "")
)
CLAUSE_MARKS = frozenset(";:—–()")
SET_OFF = frozenset(",—–")  # marks before and behind what is set in
LISTING = frozenset(":—–")  # "three villages: X, Y and Z"
MAY_CUT = CLAUSE_MARKS | CLAUSE_WORDS | {","}
#: Heads of verbs of robbing, which say nothing of who holds what.
PLUNDERS = ("loot", "plunder", "pillage")

# How past forms end.
PAST = (
    *("ed", "took", "taken", "won", "fell", "drove", "driven", "broke", "fled", "withdrew", "held"),
    *("lost", "left"),
)

LENGTHS = frozenset(
    "mile miles km kilometre kilometres kilometer kilometers yard yards metre metres meter meters"
    " foot feet".split()
)
"""Units in which a text says how far something lies."""
