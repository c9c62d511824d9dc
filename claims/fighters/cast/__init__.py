"""Who is who in one report: what "the rebels", "the army" and "its troops" stand for."""
