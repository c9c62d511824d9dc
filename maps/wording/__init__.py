"""The words of a map in a language: what a claim says, what a place is called."""
