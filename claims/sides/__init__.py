"""The sides of a conflict: theatres as data, countries, groups, sides that a text names."""
