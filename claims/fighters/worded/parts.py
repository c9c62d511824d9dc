"""Words for a part of a force, whose whole acts by it: "marines of the 36th Brigade"."""

from __future__ import annotations

from claims.number_words import ONE_TO_TEN

__all__ = ["PARTS"]

PARTS = ONE_TO_TEN.union(
    "unit units fighters members forces soldiers troops groups elements alliance convoy convoys"
    " column columns hundreds dozens thousands scores ranks part parts wing branch group army"
    " brigade brigades division divisions battalion battalions regiment regiments corps remnants"
    " bulk any none some most several many few artillery warplanes planes jets helicopters drones"
    " aircraft tanks men detachment detachments squad squads patrol patrols contingent contingents"
    " grouping groupings combatants militiamen sarmachars insurgents partisans cadres mujahideen"
    " mujahedin volunteers comrades heroes lions lads boys sons warriors eagles hawks falcons"
    " knights gunmen officers commandos militants guerrillas rebels snipers gunners guns bombers"
    " number numbers band bands team teams gang gangs pocket pockets handful handfuls remainder"
    " majority swarms waves wave busload busloads truckload truckloads boatload boatloads knots"
    " tens platoon platoons company companies cell cells dozen score"
    " marine marines infantry infantrymen paratroopers paratroops rangers sailors airmen policemen"
    " legionnaires stormtroopers guardsmen servicemen conscripts reservists tankmen recruits youth"
    " youths".split()
)
