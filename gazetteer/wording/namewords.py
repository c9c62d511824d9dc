"""Words that tell what a capitalised phrase is: place, person, organisation or ordinary word.

General English only; the actors and sources of one war are data of its theatre and come in as
blocked spans.
"""

from __future__ import annotations

__all__ = [
    "ATTACK_NOUNS",
    "CALENDAR",
    "CAPTURE_VERBS",
    "CREDITS",
    "DESCRIBED",
    "DONE_BY",
    "GIVEN_NAMES",
    "HUMAN_VERBS",
    "INSTITUTIONS",
    "LOCATIVE",
    "MOTION_WORDS",
    "NOT_NAMES",
    "ORGANISATION_WORDS",
    "SAYING_VERBS",
    "SUFFERED",
    "TARGETING",
    "TITLES",
    "VESSELS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDAR = _words(
    """
january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday
sunday mon tue tues wed thu thur thurs fri sat sun ramadan easter christmas eid ashura nowruz am
year eve downtown pm gmt utc today yesterday tomorrow tonight summer autumn fall winter
    """
)
"""Days, months, feasts and words for when, in small letters."""

_ORDINARY = """
sea
a an the this that these those it its he she they we you i his her their our your my who whom
whose which what when where why how there here and or but nor so yet if because although though
while as than then also even only just still already after before since until during amid among
amongst against about above across along around at behind below beneath beside besides between
beyond by despite down for from in inside into like near of off on onto out outside over past
per through throughout to toward towards under up upon via with within without according
meanwhile meantime midweek however moreover furthermore earlier later separately elsewhere
additionally instead currently previously recently finally overall thus hence therefore
nevertheless nonetheless either neither
following both all some many most several few other others another each every no not none one
two three four five six seven eight nine ten dozens hundreds thousands is are was were be been
being has have had do does did will would can could should may might must shall said says more
less least much such same local government forces force fighters troops soldiers rebels rebel
militants militia army military fighting clashes fierce heavy intense battles attacks attack
airstrikes strikes shelling fire officials residents witnesses civilians sources source reports
report state national foreign international new old key major photo image archive file video
related read advertisement sign getty published updated share caption rescuers people smoke
members members' security police authorities opposition activists monitors monitor journalists
analysts experts observers media backed supported led armed northern southern eastern western
north south east west central northeast northwest southeast southwest northeastern northwestern
southeastern southwestern early late last next first second third once again ever whereas us
nearly almost roughly approximately now soon never always often sometimes yes oh dr mr mrs ms
sir god ok war peace conflict crisis battle offensive operation operations front line lines
victory defeat win loss live breaking exclusive opinion analysis editorial update world home
politics business sport culture news headlines author autor fuente hour capturing seizing
entering advancing democratic federal autonomous socialist people's using citing quoting
speaking taking killing pushing calm nearby neighbouring neighboring adjacent besieged embattled
restive occupied liberated
"""
NOT_NAMES = CALENDAR | _words(_ORDINARY)
"""Capitalised words that are no names: of the calendar, and those that open sentences."""

TITLES = _words(
    "president minister premier chancellor general gen lt lieutenant col colonel maj major "
    "brig brigadier capt captain sgt sergeant cmdr commander admiral adm marshal dr mr mrs ms "
    "prof professor prince princess queen emir sultan ayatollah imam mullah maulvi pope "
    "bishop archbishop spokesman spokeswoman spokesperson director correspondent reporter "
    "analyst leader chief ambassador envoy secretary senator sen congressman rep deputy "
    "chairman chairwoman head governor mayor journalist activist warlord strongman lawmaker "
    "photographer coordinator counterpart researcher expert resident witness photo dictator "
    "king founder comrade comandante judge attorney commissioner administrator prefect "
    "superintendent magistrate"
)
GIVEN_NAMES = _words(
    "mohammed mohammad muhammad mohamed mohamad ahmed ahmad ali hassan hasan hussein husain "
    "abdullah abdul abdel abdelfattah omar umar khalid khaled ibrahim yusuf youssef mustafa "
    "mahmoud mahmud bashar hafez rami samir walid farouk fahad faisal salman saddam saad "
    "tariq tarek karim nasser recep osama usama ismail jamal kamal hamid majid rashid said "
    "sami ziad zaid bilal vladimir volodymyr oleksandr alexander aleksandr sergei serhiy "
    "sergey dmitry dmytro mykola nikolai viktor andriy andrei yevgeny ihor igor oleh oleg "
    "oleksiy alexei mykhailo mikhail denis denys yuri yury pavlo pavel vitaliy vitali valery "
    "valerii ivan kyrylo ruslan anton maria anna olena iryna natalia donald joe joseph barack "
    "george john james robert michael william david richard thomas charles christopher daniel "
    "paul mark steven andrew kenneth brian edward ronald anthony kevin jason jeffrey scott "
    "eric stephen jonathan larry frank patrick peter jack mary patricia jennifer linda "
    "elizabeth sarah karen nancy lisa antony lloyd martin simon tom jim emmanuel olaf angela "
    "boris rishi keir tony benjamin binyamin yoav yair avi ariel ehud naftali felix laurent "
    "jean pierre jacques francois nicolas corneille willy abiy debretsion getachew isaias "
    "salva riek aung thein mahinda velupillai gotabaya jose juan carlos luis manuel "
    "miguel pedro fidel raul hugo augusto anastasio roberto antonio francisco jorge alvaro "
    "gustavo ernesto rafael shafik joaquin jens ursula josep ashraf hamidullah zabihullah "
    "qari atta gulbuddin hibatullah sirajuddin yahya malik geir kofi staffan lakhdar "
    "rustam ramzan muammar moammar slobodan nicolae radovan ratko alija franjo idriss hissene "
    "goukouni"
)
ORGANISATION_WORDS = _words(
    "army ministry ministries observatory agency council committee commission front brigade "
    "brigades battalion battalions division regiment corps forces force guard guards command "
    "coalition party movement union organization organisation association group network "
    "institute center centre foundation television tv radio fm news times post journal "
    "gazette press media channel herald tribune nations government parliament congress senate "
    "assembly court bank company corporation inc ltd militia resistance alliance league "
    "federation directorate administration authority staff intelligence police service "
    "department bureau office secretariat faction legion liberation defense defence operation "
    "resolution agreement accord accords treaty protocol act charter unit squad batallion "
    "human rights crescent cross watch broadcasting correspondent confederation syndicate "
    "board mission initiative taskforce battle war offensive brotherhood caliphate emirate "
    "tigers eagles falcons wolves bands revolution revolutionary twitter facebook telegram "
    "youtube images photo photos getty cup fc"
)
"""Parts of names of units, offices and outlets; capitalised "Front", never the line of contact."""

HUMAN_VERBS = _words(
    "resigned met spoke visited ordered died married wept smiled testified flew promised "
    "apologised apologized hoped wondered joked laughed tweeted posted recalled remembered fled "
    "escaped"
)
SUFFERED = _words(
    "killed arrested born wounded injured elected appointed sworn assassinated buried detained "
    "executed hanged sentenced jailed kidnapped abducted"
)
"""What "was" done to a person."""
DESCRIBED = _words(
    "project group outlet channel agency organisation organization monitor newspaper party militia "
    "faction company network blogger website charity watchdog broadcaster magazine"
)
"""What an apposition calls what is no place: "X, a mapping project,"."""
SAYING_VERBS = _words(
    "said says say told tells added adds stated states announced announces reported reports "
    "claimed claims denied denies confirmed confirms warned warns insisted insists argued "
    "declared declares noted notes accused accuses condemned condemns urged urges vowed vows "
    "pledged pledges stressed explained wrote tweeted replied responded asked called calls "
    "commented believes believe thinks rejected rejects acknowledged admitted described "
    "hailed praised criticised criticized emphasized emphasised expressed"
)
INSTITUTIONS = _words(
    "kremlin pentagon whitehall hague nato hamas hezbollah isis isil daesh taliban un eu "
    "reuters afp xinhua tass sana bbc cnn aljazeera interfax ria anadolu tasnim fars unifil "
    "unicef icrc osce telesur bloomberg guardian maxar internet covid parliament congress "
    "tatmadaw islam christianity eid wagner azov facebook telegram twitter youtube whatsapp x "
    "marine marines"
)
LOCATIVE = _words(
    "in at near inside outside into within around through across throughout toward towards "
    "onto beyond past outskirts"
)
MOTION_WORDS = _words(
    "withdrew withdraw withdrawn withdrawing withdrawal retreat retreated retreating fled "
    "flee fleeing pulled pull pulling pushed push pushing drove drive driven driving advance "
    "advanced advances advancing expelled expel moved move moving march marched marching came "
    "evacuated left head headed heading return returned returning reach back way route road "
    "travel travelled travelling traveling launched fired km miles kilometers kilometres spread "
    "extended access "
    "convoy convoys fell redeployed transferred relocated arrived closer approach "
    "breakthrough inroads close next reinforcements sent send sends sending men dispatched "
    "slipped slipping deployed deployment deployments flown airlifted ousted cleared regrouped"
)
CAPTURE_VERBS = _words(
    "captured capture captures capturing seized seize seizes seizing recaptured recapture "
    "recaptures retook retake retaken retaking liberated liberate liberating liberates "
    "entered enter enters entering reached reach reaches reaching encircled encircle "
    "encircling besieged besiege besieging stormed storm storming overran overrun shelled "
    "shell shelling bombarded bombard bombarding bombed bomb bombing took reclaimed reclaim "
    "lost kept keeps keep keeping commands approached abandoned attacked attack attacks attacking "
    "occupied occupy occupying "
    "surrounded surround surrounding raided cleared regained regain hit targeted invaded left "
    "vacated approaching infiltrated infiltrate infiltrating hold held control controls "
    "controlling defend defended "
    "defending struck assaulted evacuated penetrate isolate isolated isolating overrunning "
    "storms take takes holds defends surrounds abandons bombards besieges encircles occupies "
    "retain retains retained recover recovers recovered clear clears vacates evacuates invades "
    "regains reclaims overruns loses fled flee flees fleeing torched torching torch burned burnt "
    "burning razed razing looted looting ransacked plundered pillaged pounded pounding "
    "rocked rocking shook jolted taking losing purged purge purging cleansed cleansing "
    "controlled patrolled patrolling garrisoned blockaded blockading conquered conquer annexed "
    "secured securing fortified reoccupied reoccupy relinquished ceded strafed strafing rocketed "
    "mortared flattened pummelled pummeled hammered hammering battered battering"
)
ATTACK_NOUNS = _words(
    "capture fall siege control battle liberation seizure shelling loss bombardment bombing "
    "takeover blockade recapture encirclement storming occupation defence defense evacuation "
    "outside parts areas most much half all countryside outskirts suburbs north south east west "
    "centre center people residents fighting town city village streets"
)
TARGETING = _words(
    "attempt attempts battle battles fight fighting offensive push assault assaults attack "
    "attacks raid raids "
    "strike strikes airstrike airstrikes shelling advance advanced advancing advances march "
    "marched marching move moves moved moving closing fire bombardment onslaught drive operation "
    "operations campaign sights guns bombs shells rockets mortars missiles napalm"
)
"""What is "for" or "on" a place."""
DONE_BY = _words(
    "by attributed blamed launched carried conducted mounted staged claimed reported late early "
    "overnight yesterday on"
)
"""What says whose deed an attack is, or when it came, before its place."""
CREDITS = _words(
    "source sources photo photos author autor fuente credit credits by editing reporting image "
    "images video writer byline text translation compiled"
)
"""What stands before the name of an outlet or a writer: "Source: X", "By X"."""
VESSELS = _words(
    "frigate cruiser destroyer corvette submarine tanker ship warship vessel ferry freighter boat "
    "trawler minesweeper flagship carrier supertanker gunboat dhow steamer tug dredger uss hms "
    "ins mv ss rfs"
)
ENDS_A_NOUN = _words(
    ". , ; : ) which that who was were is has had while when as in off near at on by from with "
    "and carrying owned chartered registered loaded bound moored anchored belonging operated en"
)
"""What stands behind a noun that is told in full: "a tanker which", no "a tanker terminal"."""
