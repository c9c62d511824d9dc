"""What becomes of an event: beaten off, denied, undone, left open, still to come."""
