"""Counts that reports give: killed, wounded, captured, displaced, destroyed."""
