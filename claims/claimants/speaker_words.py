"""The nouns that name a speaker or a medium, and the small words inside persons' names."""

from __future__ import annotations

import re

__all__ = ["MEDIA", "PARTICLE", "PERSON", "SPEAKER_NOUN", "is_medium"]

# Who carries the words of others; the great wires are named, the rest told by their nouns.
MEDIA = re.compile(
    r"\b(?:agency|agencies|news|(?:news)?paper|daily|weekly|television|tv|radio|broadcaster|channel|network|"
    r"magazine|website|media|press|reporters?\ of|wire|times|post|tribune|herald|gazette|guardian|"
    r"journal|reuters|afp|ap|agence\s+france-presse|associated\s+press|dpa|tass|itar-tass|interfax|"
    r"ria(?:\s+novosti)?|xinhua|efe|ansa|anadolu|upi|kyodo|pti|bbc|cnn|al[- ]jazeera|al[- ]arabiya|"
    r"sky\s+news|npr|france\s*24|deutsche\s+welle|voice\s+of\s+america|ukrinform|irna|wafa|sana|mena)\b",
    re.IGNORECASE,
)
# Nouns of persons: the listed ones, and whoever is named by what he does ("farmer", "violinist").
_PERSON = (
    r"aide|ambassador|analysts?|archbishop|bishops?|boys?|brigadier|captain|captives?|chairman|chiefs?|civilians?|"
    r"clerics?|colonel|commandant|cooks?|correspondents?|delegates?|deputy|detainees?|diplomats?|emir|envoy|"
    r"evacuees?|experts?|fathers?|general|girls?|guides?|head|imams?|king|leaders?|lieutenant|major|marshal|"
    r"mayors?|mechanics?|missionar(?:y|ies)|medics?|militants?|monks?|mothers?|neighbou?rs?|nuns?|nurses?|officials?|patients?|"
    r"peasants?|people|pilots?|prefects?|premier|presidents?|priests?|prince|refugees?|relatives?|representatives?|residents?|"
    r"returnees?|secretary|sergeant|sheikhs?|spokes(?:man|woman|person)|students?|witness(?:es)?|"
    r"activists?|admiral|(?:wo)?m[ae]n|[a-z]{2,}(?:ers?|ors?|ists?|ians?|man|men|woman|women|folk)"
)
# Other nouns of those endings, singular or plural.
_NOT_PERSON = (
    r"(?:humanitarian(?!s)|sectarian|authoritarian|after|another|armou?r|bomber|border|broadcaster|center|corner|corridor|cover|cruiser|"
    r"december|earlier|either|error|ever|exterior|further|helicopter|however|interior|later|launcher|"
    r"letter|matter|monitor|mortar|neither|never|newspaper|november|number|october|order|other|over|"
    r"paper|power|quarter|rather|river|rumou?r|sector|september|shelter|silver|summer|tanker|terror|"
    r"theater|together|tower|tracker|trailer|primer|reminder|explainer|newsletter|register|under|water|whether|whatever|whichever|whoever|winter)s?"
)
PERSON = re.compile(rf"\b(?!{_NOT_PERSON}\b)(?:{_PERSON})\b", re.IGNORECASE)
SPEAKER_NOUN = re.compile(
    r"\b(?:ministry|ministries|minister|spokes(?:man|woman|person|people|men)|sources?|officials?|monitors?|"
    r"statements?|agency|media|correspondents?|commanders?|commandant|governors?|presidents?|staff|residents?|"
    r"witness(?:es)?|eyewitness(?:es)?|activists?|observatory|army|armies|military|militants?|militia(?:s|men)?|"
    r"command|commands|government|rebels?|guerrillas?|insurgents?|separatists?|junta|forces?|troops|groups?|front|"
    r"reports?|bulletin|television|tv|radio|news|(?:news)?papers?|daily|weekly|magazine|police|envoy|ambassador|"
    r"diplomats?|cent(?:re|er)|office|department|council|leaders?|leadership|chief|general|colonel|major|captain|"
    r"brigadier|admiral|mayors?|directors?|organi[sz]ations?|party|communiqu[eé]s?|administration|authority|"
    r"authorities|fighters|movement|coalition|alliance|nations|service|services|agencies|committee|mission|"
    r"soldiers?|officers?|analysts?|experts?|observers?|bloggers?|milbloggers?|channels?|outlets|villagers?|inhabitants|locals|notables?|civilians?|"
    r"refugees?|executives?|doctors?|medics?|workers?|journalists?|reporters?|secretary|premier|chairman|"
    r"congress|parliament|presidency|cabinet|secretariat|prefecture|municipality|embassy|union|institute|think\s+tank|watchdog|broadcaster|"
    r"unit|brigade|division|corps|battalion|regiment|legion|regime|navy|air\s+force|operations\s+room|MoD|guards?|faction|factions|wing|"
    r"elders?|chiefs|partners?|teams?|sides?|website|site|station|correspondents|loyalists|operators?|negotiators?|mediators?|peacekeepers|convoy\s+leader|mujah[ae]d[ei]+n|mujahid[ei]+n|fedayeen|contras|peshmerga|janjaweed|gendarmerie|marines|warlords?|"
    r"paramilitar(?:y|ies)|opposition|consultan(?:ts?|cy)|association|exiles|expatriates|surgeons?|mullahs?|leaflets?|garrisons?|press\s+release|civil\s+society|red\s+cross|red\s+crescent|he|she|it|they)\b",
    re.IGNORECASE,
)
# Small words inside the names of persons, in the languages that have them.
PARTICLE = (
    r"(?:a[dglst]|a[sdtl]-\w+|abd|abu|az|ben|bin|bint|d[aeiou]|d'\w+|del|della|den|der|dos|das|el|el-\w+|"
    r"ibn|la|las|le|los|mint|ould|san|ter|thi|u[ldnrst]|u[ldnrst]-\w+|um|umm|v[ao]n|wa|wal-\w+|y|zu)"
)


def is_medium(name: str) -> bool:
    """Tell whether a name is a medium's, which passes on what others say."""
    return bool(MEDIA.search(name))
