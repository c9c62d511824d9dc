"""How sides, claims and layers look on every kind of map."""
