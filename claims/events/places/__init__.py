"""Where an event is: which places of a report belong to it."""
