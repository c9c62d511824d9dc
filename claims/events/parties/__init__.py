"""Who does what to whom in an event, however the sentence words it."""
