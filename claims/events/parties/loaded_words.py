"""Words that mean another side in one mouth than in another: "the bandits", "the mujahideen"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.cast.home import powers
from claims.fighters.party import Party
from claims.sides.groups import corps, homes

__all__ = [
    "invader",
    "is_either_army",
    "is_itself",
    "is_of_rebels",
    "is_own_army",
    "is_reviled",
    "meets_enemy",
]

# What no state calls itself, and no rebels.
_REGIME = frozenset(("regime", "regime's", "junta", "junta's"))
_PROUD = frozenset("guerrilla guerrillas insurgents mujahideen mujahedin revolutionaries".split())
_OUTLAWS = frozenset("bandits bandit terrorists terrorist criminals mercenaries".split())
_ATTACKERS = frozenset("attackers assailants".split())
_ARMIES = frozenset(("army", "military", "navy", "air force", "armed forces"))
_OWN_ARMIES = frozenset(("defence army", "defense army", "defence forces", "defense forces"))
_MINISTRY = frozenset(("ministry", "minister"))
_SOLDIERS = frozenset(
    "army military defence defense navy government chief-of-staff officer officers".split()
)
_STATIONS = frozenset(("radio", "television", "tv"))
_TROOPS = frozenset(("troops", "soldiers"))
_OFFICIALS = frozenset("official officials minister ministry officer officers".split())
_INVADING = frozenset("invaders invading invader aggressors aggressor occupiers occupying".split())
_UNITS = frozenset("brigade battalion regiment division company platoon".split())


def is_reviled(mention: ActorMention, speaker: Party | None, finder: ActorFinder) -> bool:
    """Tell whether a speaker has a word for its foes that in others' mouths is its own name.

    To a ministry "the regime" is the other state's, to rebels "the bandits" fight them; and to
    neither are "the attackers" its own, though it was told of last.
    """
    own = speaker.side if speaker else None
    if not own or mention.side not in (own, None, "opposition"):
        return False
    words = mention.text.lower().split()
    if mention.voice or not _MINISTRY.isdisjoint(words):
        return False  # whoever speaks, by the words of whose foes tell of it
    if mention.kind == "nobody":
        return mention.side == own and not _ATTACKERS.isdisjoint(words)
    state = finder.is_state(own)
    if state and mention.kind == "rebel" and finder.is_war_of_states():
        foe = finder.enemy_of(own) not in (None, "opposition")
        return foe and mention.side != own and not _OUTLAWS.isdisjoint(words)
    loaded = _REGIME if state else _OUTLAWS
    if speaker and not loaded.isdisjoint(speaker.text.lower().split()):
        return False  # "the X regime claims": the word is of whoever tells of it
    return mention.kind == ("state" if state else "rebel") and not loaded.isdisjoint(words)


def is_of_rebels(mention: ActorMention, speaker: Party | None, finder: ActorFinder) -> bool:
    """Tell whether rebels speak of "guerrillas" whom nothing names: their own."""
    own = speaker.side if speaker else None
    if not own or mention.kind != "rebel" or mention.side != "opposition":
        return False
    if finder.is_one_of_several(own):
        return False
    return not _PROUD.isdisjoint(mention.text.lower().split()) and not finder.is_state(own)


def is_itself(parsed: Parsed, mention: ActorMention, speaker: Party | None) -> bool:
    """Tell whether words are of an army that speaks, which a list gives to another: "its army"."""
    words = speaker.text.lower() if speaker and speaker.side else ""
    number = parsed.word_at(mention.start)
    its = words.startswith("its ") and parsed.lower[max(0, number - 1)] == "its"
    return its and words.endswith(mention.text.lower())


def is_own_army(parsed: Parsed, mention: ActorMention, own: str, finder: ActorFinder) -> bool:
    """Tell whether soldiers of a state speak of "the army": theirs, wherever they fight.

    A power's speak as often of the army of the land, which they help. So may other officials, but
    for those of a state at war there, as for its radio.
    """
    if corps().get(mention.text) == own:
        return True  # "the U.S. spokesman said Marines"
    speak = _speakers_words(parsed, mention)
    if _is_of_ministry(parsed, mention, own, finder):
        return True
    if not _may_be_own(mention, own, finder) or _is_told_of(mention, own, finder):
        return False
    if mention.text.lower() in _ARMIES:
        # The radio of a power that helps them may tell of those whose army a report is about.
        station = mention.side is None and not _STATIONS.isdisjoint(speak)
        station = station and _is_at_war(own, finder)
        if station or not _SOLDIERS.isdisjoint(speak):
            return True
    return is_either_army(parsed, mention, own, finder) and _is_at_war(own, finder)


def is_either_army(parsed: Parsed, mention: ActorMention, own: str, finder: ActorFinder) -> bool:
    """Tell whether "the army" may be that of officials who speak or that of the land.

    The land's is meant where the report tells of forces of it, and where it takes back its own.
    """
    if not _may_be_own(mention, own, finder) or mention.side in (None, own):
        return False
    speak = _speakers_words(parsed, mention)
    if _OFFICIALS.isdisjoint(speak) or _takes_back(parsed, mention):
        return False
    others = [m for m in finder.before(mention.start) if m.armed and m.side not in (None, own)]
    return not any(m.side == mention.side or finder.is_state(m.side or "") for m in others)


def _is_of_ministry(parsed: Parsed, mention: ActorMention, own: str, finder: ActorFinder) -> bool:
    """Tell whether those who rule land that they broke away have a ministry, and so an army."""
    if mention.text.lower() not in _ARMIES | _OWN_ARMIES or finder.is_state(own):
        return False
    said = [cue for cue in parsed.cues if cue.start <= mention.start < cue.end]
    inner = min(said, key=lambda cue: cue.end - cue.start, default=None)
    return inner is not None and not _MINISTRY.isdisjoint(inner.who.lower().split())


def _may_be_own(mention: ActorMention, own: str, finder: ActorFinder) -> bool:
    plain = mention.text.lower() in _ARMIES | _TROOPS
    return plain and finder.is_state(own) and own not in powers()


def _is_told_of(mention: ActorMention, own: str, finder: ActorFinder) -> bool:
    """Tell whether a report itself calls another's army so: of "the army", told of before."""
    same = [m for m in finder.before(mention.start) if m.text.lower() == mention.text.lower()]
    return bool(same) and all(m.side == mention.side != own for m in same)


def _speakers_words(parsed: Parsed, mention: ActorMention) -> set[str]:
    """Return the words for those who say what is said of a mention."""
    who = (cue.who for cue in parsed.cues if cue.start <= mention.start < cue.end)
    return {word for speaker in who for word in speaker.lower().split()}


def _is_at_war(own: str, finder: ActorFinder) -> bool:
    """Tell whether a state fights: a theatre knows of it, or a foe of its own is named."""
    return own in finder.at_war or any(homes().get(side) == own for side in finder.sides)


def _takes_back(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether an army takes back what its land had lost: "the army had retaken X"."""
    behind = (t for t in parsed.triggers if parsed.words[t.first].start > mention.start)
    deed = next(behind, None)
    return deed is not None and deed.pattern.action is Action.RECAPTURE


def invader(mention: ActorMention, own: str, finder: ActorFinder) -> str | None:
    """Return whom a state calls "the invaders": the one other state whose forces were told of."""
    if _INVADING.isdisjoint(mention.text.lower().split()) or not finder.is_state(own):
        return None
    armed = {m.side for m in finder.before(mention.start) if m.armed and m.side not in (None, own)}
    states = {side for side in armed if side and finder.is_state(side)}
    return states.pop() if len(states) == 1 else None


def _may_be_anyones(mention: ActorMention) -> bool:
    """Tell whether words are of men that any side has: "troops", "the Fifth Brigade"."""
    unit = mention.kind == "state" and mention.text.lower().split()[-1] in _UNITS
    return unit or mention.kind in ("troops", "unit")


def meets_enemy(parsed: Parsed, mention: ActorMention, finder: ActorFinder) -> bool:
    """Tell whether soldiers do something to "the enemy": those of whoever calls it so.

    "Commandos attacked the garrison", a movement tells, which calls the state's its enemy.
    """
    if not (_may_be_anyones(mention) and mention.free):
        return False
    own = finder.own_voice
    foe = own and not finder.is_state(own) and mention.side == finder.enemy_of(own)
    _, high = parsed.clause(parsed.word_at(mention.start))
    behind = [m for m in parsed.actors if m.start > mention.end]
    met = (m for m in behind if foe and parsed.word_at(m.start) <= high)
    return any(m.kind == "enemy" for m in behind) or any(m.side == mention.side for m in met)
