"""What changed from one state of a map to a later one."""
