"""What a project remembers between its runs: reports, what they claim, what was published."""
