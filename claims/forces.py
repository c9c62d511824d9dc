"""Words for forces in any war: after a country or a people, by full name, or plain."""

from __future__ import annotations

import re
from functools import cache

from claims.countries import countries

__all__ = [
    "EXPLAINED",
    "GENERIC",
    "NAMED",
    "NAMED_END",
    "NOT_ARMED",
    "NOT_PEOPLE",
    "PEOPLE_FORCE",
    "REBEL",
    "country_adjectives",
    "country_force",
    "country_name",
    "plain_forces",
]

_FORCE = "|".join(
    r"""army armies forces? troops soldiers? militar(?:y|ies) servicemen personnel units? brigades?
    battalions? divisions? regiments? marines paratroopers commandos police gendarmes guards? navy
    air\s?force aviation warplanes? jets? aircraft bombers? helicopters? drones? artillery tanks
    gunners gunboats? warships? fighters? rebels? insurgents? insurgency militants? militias?
    militiamen guerrillas? separatists? jihadists? gunmen combatants factions paramilitar(?:y|ies)
    peshmerga opposition coalition infantry convoys? border\s+guards? special\s+forces
    security\s+forces armed\s+forces ground\s+forces defen[cs]e\s+forces invaders""".split()
)
# Words that may stand between an adjective and its force: "Russian ground assault troops".
_BETWEEN = r"(?:[- ](?:[a-z]+|[A-Z]{2,5}|\d+(?:st|nd|rd|th)?)(?:-[a-z]+)?){0,2}?"
NAMED_END = (
    r"Army|Front|Forces?|Corps|Movement|Brigades?|Division|Militia|Legion|Battalion|Regiment|Alliance|"
    r"Guards?|Command|Organi[sz]ation|Coalition|Council|Group|Brotherhood|Shield|Storm|Fano"
)
NAMED = re.compile(
    r"(?:(?:[A-Z][\w'-]+|\d+(?:st|nd|rd|th))\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?|and\s+)?){1,5}(?:"
    + NAMED_END
    + r")\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?(?:\s+\((?P<acronym>[A-Z][A-Z0-9-]{1,7})\))?"
)
EXPLAINED = re.compile(
    r"(?P<name>(?:[A-Z][\w'-]+(?:\s+(?:of|for|the|and|al|de|la))*\s+){1,6}?[A-Z][\w'-]+)"
    r"\s+\((?P<acronym>[A-Z][A-Z0-9-]{1,7})\)"
)
REBEL = re.compile(
    r"\b(?:opposition|rebels?|insurgents?|militants?|jihadists?|separatists?|guerrillas?)\b"
)
# Forces named after a people or a movement: "Kurdish fighters", "M23 rebels", "Houthi forces".
PEOPLE_FORCE = re.compile(
    r"(?<![\w-])(?P<people>[A-Z][\w'-]+)[ ]"
    r"(?:(?!that|of|and|as|to|from|by|in|on|or)[a-z]+[ ])?(?:forces|fighters|rebels|militants|"
    r"militias?|"
    r"militiamen|guerrillas|insurgents|separatists|troops|soldiers|gunmen|units)\b"
)
NOT_PEOPLE = frozenset(
    """
    No Neither None The These Those Some Many Several Local Rebel Rebels Government Allied
    Foreign Armed Security Special Islamist Opposition Insurgent Militant Regime State
    Border Elite Ground Other Its Their Our All Pro Federal National Tribal Enemy Hundreds
    Thousands Dozens Both Two Three Four Five More Army Air Naval Loyalist Jihadist
    Separatist Guerrilla Anti-government Pro-government Military Police As When While
    After Before Meanwhile On In At By For With Against Killing Clashes Earlier Since And
    But However Terrorist Radical Extremist Coalition Defence Defense Peacekeeping UN
    """.split()
)
# Words that name no one by themselves: "General Command", "National Army", "Joint Forces".
GENERIC = frozenset(
    """
    The General Military Operations Joint Supreme High Central Defence Defense Security Armed
    Command Forces Force Army Coalition Council Front Group National Northern Southern Eastern
    Western United Allied Special Ground Air State Regional International Organization Organisation
    Alliance Brigade Brigades Division Corps Guard Guards Battalion Regiment Government Opposition
    Rebel First Second Third Fourth Fifth Movement Regular of for and the
    """.split()
)
NOT_ARMED = re.compile(
    r"\b(?:Human Rights|Observatory|Security Council|Agency|Ministry|United Nations|News|Press|"
    r"Red Cross|Crescent|University|Party of|Health|Media|Reporters|Watch|Amnesty|Bank|European|"
    r"Relief|Humanitarian|"
    r"Support Group|Crisis Group|Working Group|Contact Group|Foreign)\b"
)
# Forces without a country: which side they are of where no theatre says so.
_PLAIN: dict[str | None, str] = {
    None: r"(?:war)?planes|aircraft|jets|helicopters|gunmen|armed\s+men|attackers|assailants|"
    r"(?:unidentified|unknown)\s+(?:fighters|forces|aircraft|warplanes|drones|militants|troops)",
    "opposition": r"(?:(?:armed\s+)?opposition|anti-[a-z]+)\s+"
    r"(?:forces|fighters|factions|groups|troops)|"
    r"(?:rebel|insurgent|guerrilla|separatist|jihadist|militant|islamist)\s+(?:forces?|fighters?|factions?|groups?|alliance|coalition|commanders?|units?|militias?|positions?)|"
    r"rebels?|insurgents?|guerrillas?|jihadists?|separatists?|militants|islamists|armed\s+groups|(?:the|allied|armed)\s+factions",
    "government": r"(?:pro-)?(?:government|loyalist|state|regime|federal)\s+"
    r"(?:ground\s+|security\s+|armed\s+)?(?:forces|troops|soldiers|army|military|fighters|"
    r"warplanes|jets|aircraft|artillery|militias?|positions?)|"
    r"(?:the|national|its|federal)\s+(?:army|armed\s+forces|air\s+force|military|junta|police|security\s+forces)|junta\s+(?:troops|forces|soldiers|jets|aircraft|warplanes)|the\s+government(?!\s+\w*(?:force|troop|soldier|-held|-controlled))|loyalists?",
}


@cache
def country_adjectives() -> dict[str, str]:
    """Return the side for each name and adjective of a country."""
    return {word: country.id for country in countries() for word in country.words}


@cache
def country_force() -> re.Pattern[str]:
    """Match forces named after a country: "Russian airborne troops"."""
    words = sorted(country_adjectives(), key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?P<adjective>"
        + "|".join(map(re.escape, words))
        + r")(?:'s)?"
        + _BETWEEN
        + r"[- ](?:"
        + _FORCE
        + r")\b"
    )


@cache
def country_name() -> re.Pattern[str]:
    """Match a country that may act itself: "Russia launches missile strikes"."""
    names = sorted((name for country in countries() for name in country.words[:1]), key=len)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, reversed(names))) + r")(?![\w-])")


@cache
def plain_forces() -> dict[str | None, re.Pattern[str]]:
    """Return what matches forces without a country, by side; None where the words tell none."""
    return {
        side: re.compile(r"(?<![\w-])(?:" + words + r")(?![\w-])", re.IGNORECASE)
        for side, words in _PLAIN.items()
    }
