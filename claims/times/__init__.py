"""Times as reports word them, read against their day."""
