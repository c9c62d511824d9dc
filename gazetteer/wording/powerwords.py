"""Words that tell of powers, armies and events, which names of places often stand for.

General English only; the actors and sources of one war are data of its theatre and come in as
blocked spans.
"""

from __future__ import annotations

__all__ = [
    "AGENT_NOUNS",
    "ARMAMENTS",
    "ARMED_NOUNS",
    "ASSAULTS",
    "CONTESTS",
    "DEALT",
    "DONE_BY",
    "EVENT_KINDS",
    "EVENT_NOUNS",
    "FAITHS",
    "GIVING",
    "MEETING",
    "NEGOTIATION",
    "OFFICES",
    "RANKS",
    "RULING",
    "STATE_AIMS",
    "STATE_DOINGS",
    "STATE_MEDIA",
    "STATE_VERBS",
    "TOWN_DOINGS",
    "TO_GOVERNMENT",
    "UNIT_KINDS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVENT_NOUNS = _words(
    "offensive agreement agreements accord accords talks process summit conference "
    "negotiations deal memorandum declaration campaign framework protocol treaty meeting "
    "format operation massacre initiative ceasefire truce pact pacts deals talks summits "
    "conferences protocols conventions treaties incursion war wars crisis conflict uprising "
    "revolt referendum offensives campaigns time"
)
EVENT_KINDS = _words(
    "peace grain climate nuclear ceasefire truce trade prisoner security arms donor gas oil border "
    "disengagement reconciliation"
)
"""What may stand between a place and the event named after it: "the Juba peace agreement"."""
FAITHS = _words("islamic jewish christian hindu")
"""Before "state" or "emirate" these make an organisation of it."""
AGENT_NOUNS = _words(
    "army armies forces force government governments troops military regime soldiers "
    "authorities authority president minister ministers ministry ambassador parliament state "
    "media fighters ally allies leader leaders leadership foreign defence defense prime "
    "security envoy embassy officials official spokesman spokesperson spokeswoman "
    "intelligence junta ruler rulers militants militiamen rebels warplanes jets aircraft navy "
    "airstrikes strikes support side position stance decision role influence sovereignty "
    "policy interests war economy people president's foes enemies backers supporters rival "
    "general command staff permanent correspondent reporter reporters bureau newspaper "
    "broadcaster proxies proxy delegation negotiators diplomats diplomat"
)
ARMED_NOUNS = _words(
    "army armies forces government governments troops military regime authorities junta "
    "soldiers fighters militants militiamen militia president minister ministers parliament "
    "warplanes jets officials official embassy ambassador police rebels regiment regiments "
    "brigade brigades battalion battalions squadron squadrons platoon corps legion "
    "correspondent correspondents reporter reporters bureau newspaper newspapers broadcaster "
    "group groups grouping groupings contingent envoy diplomat diplomats spokesman spokeswoman "
    "insurgents guerrillas mercenaries"
)
CONTESTS = _words(
    "battle battles battled battling fight fights fighting fought struggle contest combat clashes"
)
"""What is "for" a town, capital or not; who is "fighting for" a capital serves its government."""
ASSAULTS = _words("offensive offensives assault assaults march push drive advance")
"""What goes "against" a town by land, capital or not; strikes and threats are at its government."""
RULING = _words("regime government army junta rule leadership")
"""What only a ruler owns, with any word before it: "X's brutal regime"."""
RANKS = _words("deputy vice acting former interim provincial regional police")
OFFICES = _words("governor governors council councillor councillors chief commander spokesman")
"""What a province or town has, with a word before it: "the X deputy provincial governor"."""
ARMAMENTS = _words(
    "rockets missiles drones launcher launchers mortars howitzers rifles mines shells jets bombers "
    "tanks helicopters vehicles carriers"
)
"""What bears the name of a place without being there, unless "in" stands before."""
STATE_MEDIA = _words(
    "media television tv radio news newspaper newspapers agency broadcaster press channel"
)
"""Behind "state" these are the voice of a land, and no state of it: "North Korean state media"."""
STATE_VERBS = _words(
    "support back send say deploy launch condemn accuse deny urge supports supported backs "
    "backed sends sent wants wanted hopes fears would will has had have launched launches "
    "deployed deploys fired fires carried bombed strikes struck attacked invaded occupies "
    "occupied annexed captured seized controls controlled denounced agreed agrees refused "
    "decided provided provides supplied armed considers sees intervened continues continued "
    "began is does did can could may might must should signed demanded demands blames blamed "
    "plans planned says hit targeted recognises recognizes views shot threatened resumed "
    "halted suspended promised assured reiterated seeks sought lost used uses advanced "
    "withdrew retreated"
)
# What only a government may be about: "Moscow was massing troops", no "Moscow was burning".
STATE_DOINGS = _words(
    "massing amassing sending deploying redeploying concentrating accumulating regrouping arming "
    "rearming backing supplying waging bombing shelling attacking violating occupying stockpiling "
    "mobilising mobilizing withdrawing retreating pulling threatening accusing bombarding storming "
    "pounding besieging blockading invading"
)
# What a town may be about as well: "Moscow was preparing an assault", "was preparing for winter".
TOWN_DOINGS = _words(
    "preparing planning gathering building seeking beginning trying using moving stepping"
)
# What tells the one from the other.
STATE_AIMS = _words(
    "assault attack attacks offensive counteroffensive invasion operation strikes raid raids war "
    "troops forces tanks men soldiers army armies arms weapons missiles rockets jets aircraft "
    "drones artillery ships reserves units reinforcements mercenaries equipment about up "
    "accumulate amass mass invade seize take retake capture recapture bomb shell send move deploy "
    "withdraw pull arm storm encircle surround advance push launch"
)
NEGOTIATION = _words(
    "agreement ceasefire truce deal talks war relations ties tensions negotiations "
    "cooperation conflict accord alliance dispute rivalry treaty mediation mediate "
    "differences understanding partnership dialogue diplomacy rapprochement friendship"
)
TO_GOVERNMENT = _words(
    "assured told urged accused warned supplied armed supported backed condemned helped asked "
    "informed blamed thanked criticised criticized reminded pressed pressured allied against "
    "with by for sanctioned threatened persuaded loyal behalf between besides unlike like "
    "including as because accusing urging telling backing supporting blaming via oust defeat "
    "confront deter recognise recognize"
)
"""After these words a country or capital is its government."""
GIVING = _words(
    """
    hand hands handed handing give gives gave given giving deal deals dealt dealing cost costs
    costing grant grants granted granting offer offers offered offering deny denies denied denying
    deliver delivers delivered delivering spare spares spared sparing allow allows allowed allowing
    """
)
DEALINGS = _words(
    "ambassador envoy loyal close allied aid weapons arms sold sourced imported supplied "
    "bought support supplies answerable belonging opposed hostile help visit backing funding "
    "funds threat threats assistance allegiance"
)
"""Dealings "to", "from" or "for" a government."""
ALLIED = _words(
    "composed consisting comprised allies ally enemies enemy adversaries coalition alliance bloc "
    "behalf help support backing role critics opponents"
)
"""Of these: "an alliance composed of X", "allies of X"."""
PRESSURE = _words(
    "called calls call pressure sanctions embargo war depend depends dependent rely relies"
)
"""What is "on" a government."""
DEALT = {
    **dict.fromkeys(("to", "from", "for"), DEALINGS),
    "of": ALLIED,
    "on": PRESSURE,
}
"""Words with whose preposition a country or capital is its government."""
UNIT_KINDS = _words(
    "operational tactical mechanised mechanized motorised motorized motor armoured armored "
    "airborne naval marine paramilitary special elite separate tank infantry artillery rifle "
    "assault reserve volunteer"
)
"""What stands between a place and the unit named after it: "the X motor rifle regiment"."""
MEETING = _words(
    "met meets meeting told tells thanked appointed dismissed sacked interviewed quoted replaced "
    "nominated succeeded"
)
"""What is done to people: "met X", "told X"."""
DONE_BY = _words(
    "led backed commanded headed funded supported sponsored brokered mediated attended hosted "
    "supplied armed trained signed installed appointed recognised recognized owned"
)
"""What is done "by" people and powers."""
