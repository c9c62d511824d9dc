"""Adding a country's places: fetched, conflated, installed whole, exported, removed."""
