"""The day of an event, and what is history."""
