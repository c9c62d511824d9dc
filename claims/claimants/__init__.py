"""Who speaks in a text, who passed it on, and who published it."""
