"""Whether words tell of an event at all, what they say was done, and whether it was."""
