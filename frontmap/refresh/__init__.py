"""Refresh: one project file, its sources read again and again, its map kept true unattended."""
